#include "ui/models/materialmodel.h"

#include "ui/models/rowdifference.h"
#include "ui/text/dates.h"
#include "ui/text/materialtext.h"
#include "ui/text/quantities.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString rowsFormat = u"application/x-letopis-materials"_s; // ids: from this program to itself

QList<MaterialId> idsIn(const QMimeData *data)
{
    const QByteArray bytes = data->data(rowsFormat);
    QDataStream stream(bytes);
    QList<MaterialId> ids;
    while (!stream.atEnd()) {
        qint64 id = 0;
        stream >> id;
        if (stream.status() == QDataStream::Ok)
            ids += MaterialId{id};
    }
    return ids;
}

QString toolTip(const Material &material)
{
    QStringList lines{shownName(material.name)};
    if (!material.description.isEmpty())
        lines << material.description.left(1000);
    const MaterialVersion &newest = material.newest();
    lines << sizeText(newest.sizeBytes) + u" · "_s + absoluteDate(newest.addedAt) << materialStateText(material);
    return plainToolTip(lines.join(u'\n'));
}

QStringView stateIcon(MaterialState state)
{
    switch (state) {
    case MaterialState::Trashed: return u"remove";
    case MaterialState::Problem: return u"warning";
    case MaterialState::Waiting: return u"upload";
    case MaterialState::Offline: return u"check";
    case MaterialState::OnServer: return u"server";
    case MaterialState::Elsewhere: return u"clock";
    }
    return {};
}

} // namespace

struct MaterialRowEditor
{
    MaterialModel &model;

    void remove(int first, int last)
    {
        model.beginRemoveRows({}, first, last);
        model.m_rows.erase(model.m_rows.begin() + first, model.m_rows.begin() + last + 1);
        model.endRemoveRows();
    }
    void insert(int at, const std::vector<Material> &rows)
    {
        model.beginInsertRows({}, at, at + static_cast<int>(rows.size()) - 1);
        model.m_rows.insert(model.m_rows.begin() + at, rows.begin(), rows.end());
        model.endInsertRows();
    }
    void move(int from, int to)
    {
        model.beginMoveRows({}, from, from, {}, to);
        std::rotate(model.m_rows.begin() + to, model.m_rows.begin() + from, model.m_rows.begin() + from + 1);
        model.endMoveRows();
    }
    void update(int row, const Material &wanted)
    {
        model.m_rows[static_cast<size_t>(row)] = wanted;
        Q_EMIT model.dataChanged(model.index(row), model.index(row));
    }
};

void MaterialModel::setMaterials(const QList<Material> &materials, const QDateTime &nowUtc)
{
    m_now = nowUtc;
    std::vector<Material> wanted(materials.begin(), materials.end());
    std::erase_if(wanted, [](const Material &one) { return one.versions.isEmpty(); }); // promised never to be
    std::stable_partition(wanted.begin(), wanted.end(), [](const Material &one) { return !one.isTrashed; });
    MaterialRowEditor editor{*this};
    applyRows(m_rows, wanted, editor, [](const Material &one) { return one.id; });
}

int MaterialModel::rowOf(MaterialId id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [id](const Material &one) { return one.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

QList<MaterialId> MaterialModel::order() const
{
    QList<MaterialId> ids;
    for (const Material &one : m_rows) {
        if (!one.isTrashed)
            ids += one.id;
    }
    return ids;
}

void MaterialModel::setThumbnail(const QByteArray &sha256, const QImage &image)
{
    m_thumbnails.insert(sha256, image);
    for (int row = 0; row < rowCount(); ++row) {
        if (material(row).newest().sha256 == sha256)
            Q_EMIT dataChanged(index(row), index(row), {ThumbnailRole});
    }
}

int MaterialModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant MaterialModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Material &one = material(index.row());
    switch (role) {
    case Qt::DisplayRole: return shownName(one.name);
    case Qt::EditRole: return one.name;
    case Qt::DecorationRole: return themedIcon(materialIcon(one.newest()));
    case Qt::ToolTipRole: return toolTip(one);
    case Qt::AccessibleTextRole: {
        QStringList parts{shownName(one.name), one.description.simplified().left(300), materialFacts(one, m_now),
                          materialStateText(one)};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    case DescriptionRole: return one.description.simplified();
    case FactsRole: return materialFacts(one, m_now);
    case StateRole: return materialStateText(one);
    case StateIconRole: return stateIcon(materialState(one)).toString();
    case IsTrashedRole: return one.isTrashed;
    case HasProblemRole: return materialState(one) == MaterialState::Problem;
    case ThumbnailRole: return m_thumbnails.value(one.newest().sha256);
    default: return {};
    }
}

bool MaterialModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const Material &one = material(index.row());
    const QString name = value.toString().trimmed();
    if (!name.isEmpty() && name != one.name)
        Q_EMIT renameRequested(one.id, name);
    return false;
}

Qt::ItemFlags MaterialModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return m_isReadOnly ? Qt::NoItemFlags : Qt::ItemIsDropEnabled;
    constexpr Qt::ItemFlags every = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return m_isReadOnly || material(index.row()).isTrashed ? every : every | Qt::ItemIsEditable | Qt::ItemIsDragEnabled;
}

QStringList MaterialModel::mimeTypes() const
{
    return {rowsFormat};
}

QMimeData *MaterialModel::mimeData(const QModelIndexList &indexes) const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    for (const QModelIndex &index : indexes)
        stream << material(index.row()).id.value;
    auto *data = new QMimeData;
    data->setData(rowsFormat, bytes);
    return data;
}

bool MaterialModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int, int, const QModelIndex &parent) const
{
    return data && !m_isReadOnly && action == Qt::MoveAction && !parent.isValid() && data->hasFormat(rowsFormat);
}

bool MaterialModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const QList<MaterialId> before = order();
    QList<MaterialId> moved = idsIn(data);
    moved.removeIf([&](MaterialId id) { return !before.contains(id); });
    if (moved.isEmpty())
        return false;
    // In their order of now, whatever order they were selected in.
    std::sort(moved.begin(), moved.end(), [&](MaterialId a, MaterialId b) { return before.indexOf(a) < before.indexOf(b); });
    QList<MaterialId> after;
    const qsizetype place = row < 0 ? before.size() : qMin(qsizetype(row), before.size());
    for (qsizetype i = 0; i <= before.size(); ++i) {
        if (i == place)
            after += moved;
        if (i < before.size() && !moved.contains(before[i]))
            after += before[i];
    }
    if (after != before)
        Q_EMIT orderRequested(after);
    return true;
}

} // namespace letopis
