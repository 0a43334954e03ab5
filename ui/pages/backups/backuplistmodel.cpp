#include "ui/pages/backups/backuplistmodel.h"

#include "ui/text/dates.h"
#include "ui/text/quantities.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <algorithm>

namespace letopis {

BackupListModel::BackupListModel(const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
}

void BackupListModel::setCatalogId(const QString &id)
{
    if (m_catalogId == id)
        return;
    m_catalogId = id;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, Catalog), index(rowCount() - 1, Catalog));
}

void BackupListModel::setPlace(const BackupDestination &place, const QString &text, const QList<BackupFile> &files)
{
    std::vector<Row> rows = m_rows;
    std::erase_if(rows, [&place](const Row &row) { return row.location.place == place; });
    for (const BackupFile &file : files) {
        const bool isFile = place.kind == BackupDestination::Kind::File;
        rows.push_back({{place, isFile ? QString() : file.name.fileName()}, file, text});
    }
    show(std::move(rows));
}

void BackupListModel::keepPlaces(const QList<BackupDestination> &places)
{
    std::vector<Row> rows = m_rows;
    std::erase_if(rows, [&places](const Row &row) { return !places.contains(row.location.place); });
    show(std::move(rows));
}

void BackupListModel::show(std::vector<Row> rows)
{
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.file.name.at > b.file.name.at; });
    if (rows == m_rows)
        return; // what is selected stays
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int BackupListModel::rowOf(const BackupLocation &location) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.location == location; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int BackupListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int BackupListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString BackupListModel::text(const Row &row, int column) const
{
    const BackupName &name = row.file.name;
    switch (column) {
    case Date: return relativeDate(name.at, m_clock.now());
    case Size: return sizeText(row.file.sizeBytes);
    case Where: return row.place;
    case Catalog:
        if (name.catalogId.isEmpty())
            return tr("Not known");
        //: %1 is a short number of a catalog
        return name.catalogId == m_catalogId ? tr("This one") : tr("Another: %1").arg(name.catalogId);
    case Encrypted: return name.isEncrypted ? tr("Yes") : tr("No");
    default: return {};
    }
}

QVariant BackupListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &shown = row(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(shown, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(index.column() == Date ? absoluteDate(shown.file.name.at) : text(shown, index.column()));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::DecorationRole:
        return index.column() == Encrypted && shown.file.name.isEncrypted ? QVariant(themedIcon(u"lock")) : QVariant();
    default: return {};
    }
}

QVariant BackupListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Date: return tr("Date");
    case Size: return tr("Size");
    case Where: return tr("Where");
    case Catalog: return tr("Catalog");
    case Encrypted: return tr("Encrypted");
    default: return {};
    }
}

} // namespace letopis
