#include "core/domain/recordingquery.h"

#include "core/base/enumname.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr EnumName<RecordingColumn> columnNames[]{
    {RecordingColumn::Title, "title"_L1},
    {RecordingColumn::Meeting, "meeting"_L1},
    {RecordingColumn::Server, "server"_L1},
    {RecordingColumn::StartedAt, "started"_L1},
    {RecordingColumn::Duration, "duration"_L1},
    {RecordingColumn::Participants, "participants"_L1},
    {RecordingColumn::Formats, "formats"_L1},
    {RecordingColumn::Size, "size"_L1},
    {RecordingColumn::State, "state"_L1},
};
} // namespace

QString recordingColumnName(RecordingColumn column)
{
    return nameIn(columnNames, column);
}

std::optional<RecordingColumn> recordingColumnFromName(const QString &name)
{
    return valueIn(columnNames, name, Qt::CaseInsensitive);
}

} // namespace letopis
