#pragma once

#include "core/domain/material.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QHash>
#include <QImage>

#include <vector>

namespace letopis {

// The materials of one recording, in their order, those in the trash last. Edits are asked for by signals: what is shown is
// always what the workspace told last.
class MaterialModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        DescriptionRole = Qt::UserRole,
        FactsRole,      // size, version, who and when
        StateRole,      // in words
        StateIconRole,  // a name for themedIcon()
        IsTrashedRole,
        HasProblemRole,
        ThumbnailRole,  // QImage; none: the icon of Qt::DecorationRole
    };

    using QAbstractListModel::QAbstractListModel;

    void setMaterials(const QList<Material> &materials, const QDateTime &nowUtc);
    const Material &material(int row) const { return m_rows.at(static_cast<size_t>(row)); }
    int rowOf(MaterialId id) const; // -1: not here
    QList<MaterialId> order() const; // without the trash
    void setThumbnail(const QByteArray &sha256, const QImage &image);
    void setReadOnly(bool isReadOnly) { m_isReadOnly = isReadOnly; } // then rows are neither renamed nor dragged
    void dropThumbnails() { m_thumbnails.clear(); } // of the list before: an empty one has none to show
    qsizetype thumbnailCount() const { return m_thumbnails.size(); }
    bool hasThumbnail(const QByteArray &sha256) const { return m_thumbnails.contains(sha256); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override; // asks, and answers false
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

Q_SIGNALS:
    void renameRequested(letopis::MaterialId id, const QString &name);
    void orderRequested(const QList<letopis::MaterialId> &order);

private:
    friend struct MaterialRowEditor;

    QDateTime m_now;
    bool m_isReadOnly = false;
    std::vector<Material> m_rows;
    QHash<QByteArray, QImage> m_thumbnails; // by content: versions and names come and go
};

} // namespace letopis
