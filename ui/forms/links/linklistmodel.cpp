#include "ui/forms/links/linklistmodel.h"

#include "core/base/clock.h"
#include "ui/text/dates.h"
#include "ui/text/linktext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QIcon>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

LinkListModel::LinkListModel(const Clock &clock, QObject *parent) : QAbstractTableModel(parent), m_clock(clock) {}

void LinkListModel::setLinks(const QList<AccessLink> &links)
{
    beginResetModel();
    m_links = links;
    filter();
    endResetModel();
}

void LinkListModel::setSearch(const QString &text)
{
    beginResetModel();
    m_words = text.simplified().toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    filter();
    endResetModel();
}

void LinkListModel::filter()
{
    m_shown.clear();
    for (qsizetype i = 0; i < m_links.size(); ++i) {
        const AccessLink &link = m_links.at(i);
        const QString key = (link.label + u'\n' + link.recordingTitle + u'\n' + link.createdBy).toCaseFolded();
        if (std::all_of(m_words.begin(), m_words.end(), [&key](const QString &word) { return key.contains(word); }))
            m_shown += i;
    }
}

int LinkListModel::rowOf(LinkId link) const
{
    for (qsizetype row = 0; row < m_shown.size(); ++row) {
        if (m_links.at(m_shown.at(row)).id == link)
            return static_cast<int>(row);
    }
    return -1;
}

AccessLink::State LinkListModel::stateOf(const AccessLink &link) const
{
    return link.stateAt(m_clock.now().toMSecsSinceEpoch());
}

int LinkListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int LinkListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LinkListModel::textOf(const AccessLink &link, int column) const
{
    switch (column) {
    case Label: return link.label.isEmpty() ? tr("Without a label") : link.label;
    case Recording: return link.recordingTitle.isEmpty() ? tr("Untitled") : link.recordingTitle;
    case State: return linkStateText(stateOf(link));
    case Ends: return linkEndText(link);
    case Uses: return linkUsesText(link);
    case Password: return link.hasPassword ? tr("yes", "has a password") : tr("no", "has a password");
    case Download: return link.allowsDownload ? tr("yes", "may be downloaded") : tr("no", "may be downloaded");
    case MadeBy: return link.createdBy;
    default: return {};
    }
}

QString LinkListModel::toolTipOf(const AccessLink &link, int column) const
{
    const auto at = [](qint64 ms) { return absoluteDate(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC)); };
    if (column == State && link.revokedAtMs > 0)
        return tr("Revoked by %1, %2").arg(link.revokedBy, at(link.revokedAtMs));
    if (column == Uses && link.lastUsedAtMs > 0)
        return tr("Last used: %1").arg(at(link.lastUsedAtMs));
    if (column == MadeBy)
        return tr("%1, %2").arg(link.createdBy, at(link.createdAtMs));
    return textOf(link, column);
}

QVariant LinkListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AccessLink &one = link(index.row());
    switch (role) {
    case Qt::DisplayRole: return textOf(one, index.column());
    case Qt::ToolTipRole: return plainToolTip(toolTipOf(one, index.column()));
    case Qt::DecorationRole: return index.column() == Label ? QVariant(themedIcon(u"link")) : QVariant();
    default: return {};
    }
}

QVariant LinkListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Label: return tr("Label");
    case Recording: return tr("Recording");
    case State: return tr("State");
    case Ends: return tr("Ends");
    case Uses: return tr("Uses");
    case Password: return tr("Password");
    case Download: return tr("Download");
    case MadeBy: return tr("Made by");
    default: return {};
    }
}

} // namespace letopis
