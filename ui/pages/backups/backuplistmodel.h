#pragma once

#include "core/base/clock.h"
#include "core/workspace/backupkeeper.h"

#include <QAbstractTableModel>

#include <vector>

namespace letopis {

// Backups of several places in one list, newest first.
class BackupListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Date, Size, Where, Catalog, Encrypted, ColumnCount };

    struct Row
    {
        BackupLocation location;
        BackupFile file;
        QString place; // in words

        friend bool operator==(const Row &, const Row &) = default;
    };

    explicit BackupListModel(const Clock &clock, QObject *parent = nullptr);

    void setCatalogId(const QString &id); // whose backups are "this catalog's"
    // Replaces what is known of one place; the rows of others keep theirs.
    void setPlace(const BackupDestination &place, const QString &text, const QList<BackupFile> &files);
    void keepPlaces(const QList<BackupDestination> &places); // forgets all others
    const Row &row(int index) const { return m_rows[static_cast<size_t>(index)]; }
    int rowOf(const BackupLocation &location) const; // -1: not there

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void show(std::vector<Row> rows);
    QString text(const Row &row, int column) const;

    const Clock &m_clock;
    QString m_catalogId;
    std::vector<Row> m_rows;
};

} // namespace letopis
