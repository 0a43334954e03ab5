#include "ui/models/timelinemodel.h"

#include "ui/text/dates.h"
#include "ui/text/names.h"
#include "ui/text/quantities.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QIcon>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringView iconNameFor(TimelineKind kind)
{
    switch (kind) {
    case TimelineKind::MeetingStarted:
    case TimelineKind::MeetingEnded: return u"clock";
    case TimelineKind::Joined: return u"joined";
    case TimelineKind::Left: return u"left";
    case TimelineKind::RoleChanged: return u"role";
    case TimelineKind::PresenterChanged: return u"presenter";
    case TimelineKind::RecordingStarted: return u"record";
    case TimelineKind::RecordingStopped: return u"stop";
    case TimelineKind::PollStarted:
    case TimelineKind::PollPublished: return u"poll";
    case TimelineKind::ScreenShareStarted:
    case TimelineKind::ScreenShareStopped: return u"screen";
    }
    return u"clock";
}

} // namespace

void TimelineModel::setEntries(const QList<TimelineEntry> &entries)
{
    if (entries == m_entries)
        return; // a sync that changes nothing must not deselect or scroll
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int TimelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TimelineEntry &entry = m_entries.at(index.row());
    const auto text = [&entry](int column) -> QString {
        switch (column) {
        case Time: return timeWithSeconds(entry.atMs);
        case PlaybackTime: return entry.playbackMs < 0 ? QString() : clockText(entry.playbackMs);
        case Event: return timelineText(entry);
        default: return {};
        }
    };
    switch (role) {
    case Qt::DisplayRole: return text(index.column());
    case Qt::ToolTipRole:
        return index.column() == Event ? QVariant(plainToolTip(timelineText(entry))) : QVariant();
    case Qt::DecorationRole: return index.column() == Event ? QVariant(themedIcon(iconNameFor(entry.kind))) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>((index.column() == Event ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case SortRole: return index.column() == PlaybackTime ? entry.playbackMs : entry.atMs;
    default: return {};
    }
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue<Qt::Alignment>((section == Event ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    //: Column: the place in the recording
    case PlaybackTime: return tr("Playback");
    case Event: return tr("Event");
    default: return {};
    }
}

} // namespace letopis
