#include "ui/forms/access/accesslistmodel.h"

#include "ui/text/accesstext.h"
#include "ui/text/dates.h"
#include "ui/text/peopletext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QFont>
#include <QIcon>
#include <QMap>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isGroup(const NamedPrincipal &principal)
{
    return std::holds_alternative<GroupId>(principal.principal);
}

} // namespace

qint64 AccessListModel::keyOf(const Principal &principal)
{
    const auto *person = std::get_if<PersonId>(&principal);
    return person ? person->value : -std::get<GroupId>(principal).value;
}

void AccessListModel::setLists(const QList<AccessList> &lists, qint64 nowMs)
{
    m_lists = lists;
    m_nowMs = nowMs;
    makeRows();
    Q_EMIT edited();
}

void AccessListModel::setReasons(const QHash<qint64, QString> &reasons)
{
    m_reasons = reasons;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT edited();
}

void AccessListModel::makeRows()
{
    beginResetModel();
    m_rows.clear();
    QHash<qint64, size_t> rows;
    const auto rowFor = [&](const NamedPrincipal &principal) -> Row & {
        const qint64 key = keyOf(principal.principal);
        if (!rows.contains(key)) {
            rows.insert(key, m_rows.size());
            m_rows.push_back({principal, std::vector<std::optional<NamedGrant>>(size_t(m_lists.size()))});
        }
        return m_rows[rows.value(key)];
    };
    for (qsizetype list = 0; list < m_lists.size(); ++list) {
        for (const NamedGrant &grant : m_lists.at(list).entries)
            rowFor(grant.principal).grants[size_t(list)] = grant;
    }
    for (auto edit = m_edits.begin(); edit != m_edits.end(); ++edit)
        rowFor(edit->principal);
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row &a, const Row &b) {
        const auto order = [](const Row &row) {
            return std::pair(!isGroup(row.principal), principalText(row.principal).toCaseFolded());
        };
        return order(a) < order(b);
    });
    dropIdle();
    // Who is taken out is in no list any more.
    std::erase_if(m_rows, [this](const Row &row) {
        return !editOf(row) && std::none_of(row.grants.begin(), row.grants.end(), [](const auto &grant) { return grant.has_value(); });
    });
    endResetModel();
}

std::optional<GrantEntry> AccessListModel::applied(const Edit &edit, const std::optional<NamedGrant> &grant)
{
    std::optional<GrantEntry> entry = grant ? std::optional(grant->entry) : std::nullopt;
    if (edit.isRemoved)
        return {};
    if (edit.permission) {
        entry = entry.value_or(GrantEntry{.principal = edit.principal.principal, .permission = *edit.permission, .untilMs = 0});
        entry->permission = *edit.permission;
    }
    if (entry && edit.untilMs)
        entry->untilMs = *edit.untilMs;
    return entry;
}

const AccessListModel::Edit *AccessListModel::editOf(const Row &row) const
{
    const auto edit = m_edits.constFind(keyOf(row.principal.principal));
    return edit == m_edits.constEnd() ? nullptr : &*edit;
}

AccessListModel::Edit &AccessListModel::editFor(const Row &row)
{
    Edit &edit = m_edits[keyOf(row.principal.principal)];
    edit.principal = row.principal;
    return edit;
}

std::vector<std::optional<GrantEntry>> AccessListModel::entries(const Row &row) const
{
    const Edit *edit = editOf(row);
    std::vector<std::optional<GrantEntry>> entries;
    for (const auto &grant : row.grants)
        entries.push_back(edit ? applied(*edit, grant) : grant ? std::optional(grant->entry) : std::nullopt);
    return entries;
}

void AccessListModel::dropIdle()
{
    if (m_lists.isEmpty())
        return; // not read, or not any more: nothing to compare with
    for (const Row &row : m_rows) {
        const Edit *edit = editOf(row);
        const bool isIdle = edit && std::all_of(row.grants.begin(), row.grants.end(), [edit](const auto &grant) {
            return applied(*edit, grant) == (grant ? std::optional(grant->entry) : std::nullopt);
        });
        if (isIdle)
            m_edits.remove(keyOf(row.principal.principal));
    }
}

void AccessListModel::onEdited()
{
    dropIdle();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT edited();
}

void AccessListModel::add(const QList<NamedPrincipal> &principals, Permission permission)
{
    for (const NamedPrincipal &principal : principals) {
        if (rowOf(principal.principal) < 0) {
            const int row = rowCount(); // at the end: where they are seen to come
            beginInsertRows({}, row, row);
            m_rows.push_back({principal, std::vector<std::optional<NamedGrant>>(size_t(m_lists.size()))});
            Edit &edit = editFor(m_rows.back());
            edit.permission = permission;
            endInsertRows();
            continue;
        }
        Row &row = m_rows[size_t(rowOf(principal.principal))];
        Edit &edit = editFor(row);
        edit.isRemoved = false;
        edit.permission = permission;
        const bool isAnyEnded = std::any_of(row.grants.begin(), row.grants.end(),
                                            [this](const auto &grant) { return grant && isEnded(grant->entry.untilMs); });
        if (isAnyEnded)
            edit.untilMs = 0; // what has ended would not hold again
    }
    onEdited();
}

void AccessListModel::setPermission(const QList<int> &rows, Permission permission)
{
    for (const int row : rows) {
        Edit &edit = editFor(m_rows[size_t(row)]);
        edit.isRemoved = false;
        edit.permission = permission;
    }
    onEdited();
}

void AccessListModel::setUntil(const QList<int> &rows, qint64 untilMs)
{
    for (const int row : rows)
        editFor(m_rows[size_t(row)]).untilMs = untilMs;
    onEdited();
}

void AccessListModel::remove(const QList<int> &rows)
{
    QList<int> fromBelow = rows;
    std::sort(fromBelow.rbegin(), fromBelow.rend());
    for (const int row : std::as_const(fromBelow)) {
        if (state(row) == State::Added) {
            beginRemoveRows({}, row, row);
            m_edits.remove(keyOf(principal(row).principal));
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
            continue;
        }
        Edit edit{.principal = principal(row), .permission = {}, .untilMs = {}, .isRemoved = true};
        m_edits.insert(keyOf(edit.principal.principal), edit);
    }
    onEdited();
}

void AccessListModel::putBack(const QList<int> &rows)
{
    for (const int row : rows)
        m_edits.remove(keyOf(principal(row).principal));
    onEdited();
}

void AccessListModel::discard()
{
    m_edits.clear();
    makeRows();
    Q_EMIT edited();
}

QList<GrantEntry> AccessListModel::before(qsizetype list) const
{
    QList<GrantEntry> entries;
    for (const NamedGrant &grant : m_lists.at(list).entries)
        entries += grant.entry;
    return entries;
}

QList<GrantEntry> AccessListModel::after(qsizetype list) const
{
    QList<GrantEntry> after;
    for (const Row &row : m_rows) {
        if (const auto entry = entries(row).at(size_t(list)))
            after += *entry;
    }
    return after;
}

AccessListModel::State AccessListModel::state(int row) const
{
    const Row &one = m_rows[size_t(row)];
    const Edit *edit = editOf(one);
    if (!edit)
        return State::Unchanged;
    if (edit->isRemoved)
        return State::Removed;
    const bool isNew = std::none_of(one.grants.begin(), one.grants.end(), [](const auto &grant) { return grant.has_value(); });
    return isNew ? State::Added : State::Changed;
}

QString AccessListModel::reason(int row) const
{
    return m_reasons.value(keyOf(principal(row).principal));
}

std::optional<Permission> AccessListModel::permission(int row) const
{
    if (state(row) == State::Removed)
        return storedPermission(m_rows[size_t(row)]);
    std::optional<Permission> common;
    for (const auto &entry : entries(m_rows[size_t(row)])) {
        if (!entry || (common && *common != entry->permission))
            return {};
        common = entry->permission;
    }
    return common;
}

std::optional<Permission> AccessListModel::storedPermission(const Row &row) const
{
    std::optional<Permission> common;
    for (const auto &grant : row.grants) {
        if (!grant || (common && *common != grant->entry.permission))
            return {};
        common = grant->entry.permission;
    }
    return common;
}

std::optional<qint64> AccessListModel::until(int row) const
{
    std::optional<qint64> common;
    for (const auto &entry : entries(m_rows[size_t(row)])) {
        if (!entry)
            continue;
        if (common && *common != entry->untilMs)
            return {};
        common = entry->untilMs;
    }
    return common;
}

int AccessListModel::rowOf(const Principal &principal) const
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &one) { return one.principal.principal == principal; });
    return row == m_rows.end() ? -1 : static_cast<int>(row - m_rows.begin());
}

int AccessListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AccessListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AccessListModel::whatText(int row) const
{
    const std::optional<Permission> stored = storedPermission(m_rows[size_t(row)]);
    const std::optional<Permission> now = permission(row);
    const auto text = [](std::optional<Permission> one) { return one ? permissionText(*one) : tr("Different"); };
    if (state(row) == State::Changed && stored != now)
        return u"%1 → %2"_s.arg(text(stored), text(now));
    return text(state(row) == State::Removed ? stored : now);
}

QString AccessListModel::untilCell(int row) const
{
    if (state(row) == State::Removed)
        return {};
    const std::optional<qint64> common = until(row);
    if (!common)
        return tr("Different");
    if (isEnded(*common))
        return tr("Ended");
    return *common == 0 ? tr("No end") : endText(QDateTime::fromMSecsSinceEpoch(*common, Qt::UTC));
}

QString AccessListModel::grantedByText(const Row &row) const
{
    QStringList names;
    for (const auto &grant : row.grants) {
        if (grant && !names.contains(grant->grantedBy))
            names += grant->grantedBy;
    }
    return names.join(u", "_s);
}

QString AccessListModel::toolTip(int row) const
{
    const Row &one = m_rows[size_t(row)];
    QStringList lines{one.principal.detail.isEmpty() ? principalText(one.principal)
                                                     : u"%1 (%2)"_s.arg(principalText(one.principal), one.principal.detail)};
    switch (state(row)) {
    case State::Added: lines += tr("Is added when you apply."); break;
    case State::Changed: lines += tr("Is changed when you apply."); break;
    case State::Removed: lines += tr("Is removed when you apply. That is not Denied: what groups give stays."); break;
    case State::Unchanged: break;
    }
    if (const std::optional<qint64> end = until(row); end && isEnded(*end) && state(row) != State::Removed)
        lines += tr("Ended %1: it gives nothing any more.").arg(absoluteDate(QDateTime::fromMSecsSinceEpoch(*end, Qt::UTC)));
    for (const auto &grant : one.grants) {
        if (grant && grant->grantedAtMs > 0 && one.grants.size() == 1)
            lines += tr("Granted %1").arg(absoluteDate(QDateTime::fromMSecsSinceEpoch(grant->grantedAtMs, Qt::UTC)));
    }
    if (!reason(row).isEmpty())
        lines += reason(row);
    return lines.join(u'\n');
}

QVariant AccessListModel::text(const QModelIndex &index) const
{
    const Row &row = m_rows[size_t(index.row())];
    switch (index.column()) {
    case Who: return principalText(row.principal);
    case What: return whatText(index.row());
    case Until: return untilCell(index.row());
    case GrantedBy: return grantedByText(row);
    case On: {
        const auto now = entries(row);
        const auto count = std::count_if(now.begin(), now.end(), [](const auto &entry) { return entry.has_value(); });
        return tr("%1 of %2", "items").arg(count).arg(now.size());
    }
    default: return {};
    }
}

QVariant AccessListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const State rowState = state(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(index);
    case Qt::ToolTipRole: return plainToolTip(toolTip(index.row()));
    case Qt::DecorationRole:
        return index.column() == Who ? QVariant(themedIcon(isGroup(principal(index.row())) ? u"people" : u"person")) : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setBold(rowState == State::Added || rowState == State::Changed);
        font.setStrikeOut(rowState == State::Removed);
        return rowState == State::Unchanged ? QVariant() : QVariant(font);
    }
    case Qt::AccessibleTextRole: {
        if (index.column() != Who)
            return text(index);
        const QString name = isGroup(principal(index.row())) ? tr("Group %1").arg(text(index).toString()) : text(index).toString();
        const QString about[] = {QString(), tr("to be added"), tr("to be changed"), tr("to be removed")};
        return rowState == State::Unchanged ? name : u"%1, %2"_s.arg(name, about[static_cast<int>(rowState)]);
    }
    default: return {};
    }
}

QVariant AccessListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Who: return tr("Name");
    case What: return tr("Permission");
    case Until: return tr("Until");
    case GrantedBy: return tr("Granted by");
    case On: return tr("On");
    default: return {};
    }
}

} // namespace letopis
