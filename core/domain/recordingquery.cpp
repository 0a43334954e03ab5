#include "core/domain/recordingquery.h"

#include <array>
#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr std::array<std::pair<RecordingColumn, QLatin1StringView>, 9> columnNames{{
    {RecordingColumn::Title, "title"_L1},
    {RecordingColumn::Meeting, "meeting"_L1},
    {RecordingColumn::Server, "server"_L1},
    {RecordingColumn::StartedAt, "started"_L1},
    {RecordingColumn::Duration, "duration"_L1},
    {RecordingColumn::Participants, "participants"_L1},
    {RecordingColumn::Formats, "formats"_L1},
    {RecordingColumn::Size, "size"_L1},
    {RecordingColumn::State, "state"_L1},
}};
} // namespace

QString recordingColumnName(RecordingColumn column)
{
    for (const auto &[value, name] : columnNames) {
        if (value == column)
            return name;
    }
    return {};
}

std::optional<RecordingColumn> recordingColumnFromName(const QString &name)
{
    for (const auto &[value, known] : columnNames) {
        if (name.compare(known, Qt::CaseInsensitive) == 0)
            return value;
    }
    return std::nullopt;
}

} // namespace letopis
