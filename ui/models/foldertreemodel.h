#pragma once

#include "core/workspace/folderlibrary.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QTimer>

#include <memory>
#include <unordered_map>
#include <vector>

namespace letopis {

// The library's folders as a tree with counts. What changes is applied row by row: what is open and chosen stays, a folder that
// moves takes what is open in it along.
class FolderTreeModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Count, ColumnCount };
    enum Role { FolderRole = Qt::UserRole }; // qint64; 0: the row of all recordings

    FolderTreeModel(FolderLibrary &library, Actor actor, QObject *parent = nullptr);
    ~FolderTreeModel() override;

    void setAllShown(bool isShown);      // a first row for all recordings, whose folder is not valid
    void setAllCount(qint64 recordings); // of that row; -1: not known
    qint64 allCount() const { return m_allCount; }
    void setCountsBelow(bool isBelow);   // a folder's count has those of the folders below in it
    void setDropEnabled(bool isEnabled);
    void reload();

    FolderId folder(const QModelIndex &index) const; // not valid: all recordings, or none
    QModelIndex indexOf(FolderId folder) const;
    const FolderNode *node(FolderId folder) const; // null: not there, or not seen. Until the next change
    QList<FolderId> children(FolderId folder) const;
    bool isWithin(FolderId folder, FolderId above) const; // or the same
    bool hasOnlyRoots() const;
    qint64 recordingsBelow(FolderId folder) const; // in it and below
    QString path(FolderId folder) const;           // "Shared / Faculty / 2026"; empty: not seen
    bool isRead() const { return m_isRead; }
    const std::optional<Error> &error() const { return m_error; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    using QObject::parent;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction | Qt::CopyAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

Q_SIGNALS:
    void read(); // whatever came of it
    void allCounted();
    void recordingsDropped(const QList<letopis::RecordingId> &recordings, letopis::FolderId to);
    void folderDropped(letopis::FolderId folder, letopis::FolderId to);

private:
    struct Item
    {
        FolderNode node; // folder not valid: all recordings, or the top
        Item *above = nullptr;
        std::vector<Item *> below;
        qint64 inAll = 0; // recordings in it and below
    };

    Item &itemAt(const QModelIndex &index) const; // the top of an invalid one
    Item *find(FolderId folder) const;
    QModelIndex indexOf(const Item &item, int column = Name) const;
    int rowOf(const Item &item) const;
    int firstRow() const { return m_all.above ? 1 : 0; } // of folders at the top
    void apply(const QList<FolderNode> &wanted);
    void place(const FolderNode &wanted, Item &above, int row);
    void removeUnwanted(Item &above, const QSet<qint64> &wanted);
    void forget(Item &item);
    void update(const QList<FolderNode> &wanted);
    QString text(const Item &item) const;
    QString countText(const Item &item) const;
    QString toolTip(const Item &item) const;
    QVariant nameData(const Item &item, int role) const;
    QVariant countData(const Item &item, int role) const;

    FolderLibrary &m_library;
    const Actor m_actor;
    mutable Item m_top;
    Item m_all;
    std::unordered_map<qint64, std::unique_ptr<Item>> m_items;
    qint64 m_allCount = -1;
    quint64 m_generation = 0;
    bool m_isBelow = true;
    bool m_isDropEnabled = false;
    bool m_isRead = false;
    std::optional<Error> m_error;
    QTimer m_delay;
};

} // namespace letopis
