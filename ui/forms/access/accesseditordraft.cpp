#include "ui/forms/access/accesseditor.h"

#include "core/workspace/workspace.h"
#include "ui/forms/access/accesslistmodel.h"
#include "ui/forms/owndraft.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

// What was chosen and not applied, as it survives the end of the program: of one recording or folder, or of the same several
// recordings, by whose entry changed.

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<GrantEntry> entryOf(const QList<GrantEntry> &entries, const Principal &principal)
{
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const GrantEntry &one) { return one.principal == principal; });
    return found == entries.end() ? std::nullopt : std::optional(*found);
}

QJsonObject jsonOf(const std::optional<GrantEntry> &entry)
{
    if (!entry)
        return {};
    return {{u"permission"_s, permissionName(entry->permission)}, {u"until"_s, entry->untilMs}};
}

NamedPrincipal principalOf(const QJsonObject &json)
{
    NamedPrincipal named;
    if (json.contains(u"person"_s))
        named.principal = PersonId{json[u"person"_s].toInteger()};
    else
        named.principal = GroupId{json[u"group"_s].toInteger()};
    named.name = json[u"name"_s].toString();
    named.detail = json[u"detail"_s].toString();
    return named;
}

// What all of them say alike; undefined: they do not.
QJsonValue common(const QJsonArray &entries, const QString &key)
{
    const QJsonValue first = entries.first().toObject()[key];
    const bool isCommon = std::all_of(entries.begin(), entries.end(), [&](const QJsonValue &one) { return one.toObject()[key] == first; });
    return isCommon ? first : QJsonValue(QJsonValue::Undefined);
}

// Several recordings are the same ones however they were selected.
QString formOf(const QList<LibraryItem> &items)
{
    QStringList ids;
    for (const LibraryItem &item : items)
        ids += QString::number(std::visit([](auto id) { return id.value; }, item));
    const QString kind = std::holds_alternative<RecordingId>(items.first()) ? u"recording"_s : u"folder"_s;
    if (ids.size() == 1)
        return u"access/%1/%2"_s.arg(kind, ids.first());
    ids.sort();
    const QByteArray hash = QCryptographicHash::hash(ids.join(u' ').toLatin1(), QCryptographicHash::Sha256);
    return u"access/%1s/%2"_s.arg(kind, QString::fromLatin1(hash.toHex().left(32)));
}

} // namespace

void AccessEditor::keepDraft()
{
    QList<LibraryItem> items;
    for (const Item &one : std::as_const(m_items))
        items += one.subject.item;
    m_draft = new OwnDraft(m_parts.workspace.drafts(), m_parts.actor, formOf(items),
                           {.content = [this] { return draft(); },
                            .restore = [this](const QJsonObject &kept) { return restore(kept); },
                            .putBack = [this] { m_model->discard(); }},
                           *m_messages, *this);
    connect(m_model, &AccessListModel::edited, m_draft, &OwnDraft::typed);
}

QJsonArray AccessEditor::storedFor(const Principal &principal) const
{
    QJsonArray stored;
    for (qsizetype list = 0; list < m_shown.size(); ++list)
        stored += jsonOf(entryOf(m_model->before(list), principal));
    return stored;
}

QJsonObject AccessEditor::draft() const
{
    if (m_shown.isEmpty() || !m_model->hasEdits())
        return {};
    QJsonArray changes;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->state(row) == AccessListModel::State::Unchanged)
            continue;
        const NamedPrincipal &who = m_model->principal(row);
        QJsonObject after;
        if (m_model->state(row) != AccessListModel::State::Removed) {
            if (const std::optional<Permission> permission = m_model->permission(row))
                after.insert(u"permission"_s, permissionName(*permission));
            if (const std::optional<qint64> until = m_model->until(row))
                after.insert(u"until"_s, *until);
        }
        QJsonObject one{{u"name"_s, who.name}, {u"detail"_s, who.detail}, {u"before"_s, storedFor(who.principal)}, {u"after"_s, after}};
        if (const auto *person = std::get_if<PersonId>(&who.principal))
            one.insert(u"person"_s, person->value);
        else
            one.insert(u"group"_s, std::get<GroupId>(who.principal).value);
        changes += one;
    }
    const QString name = m_items.size() == 1 ? m_items.first().subject.name : tr("%n recording(s)", nullptr, static_cast<int>(m_items.size()));
    return {{u"changes"_s, changes}, {u"name"_s, name}};
}

// Only what was chosen: what somebody else changed meanwhile is not set back.
QStringList AccessEditor::restore(const QJsonObject &draft)
{
    QStringList overtaken;
    for (const QJsonValue &change : mayEdit() ? draft[u"changes"_s].toArray() : QJsonArray()) {
        const QJsonObject one = change.toObject();
        const NamedPrincipal who = principalOf(one);
        const QJsonArray base = one[u"before"_s].toArray();
        const QJsonObject chosen = one[u"after"_s].toObject();
        const QJsonArray now = storedFor(who.principal);
        const int known = m_model->rowOf(who.principal);
        const bool isStored = std::all_of(now.begin(), now.end(), [&](const QJsonValue &entry) { return entry.toObject() == chosen; });
        if (isStored || base.isEmpty() || (known >= 0 && !m_model->reason(known).isEmpty()))
            continue;
        if (now != base)
            overtaken += who.name;
        if (chosen.isEmpty()) {
            if (known >= 0)
                m_model->remove({known});
            continue;
        }
        const auto permission = permissionFromName(chosen[u"permission"_s].toString());
        if (permission && (known < 0 || chosen[u"permission"_s] != common(base, u"permission"_s)))
            m_model->add({who}, *permission);
        const int row = m_model->rowOf(who.principal);
        if (row >= 0 && chosen.contains(u"until"_s) && chosen[u"until"_s] != common(base, u"until"_s))
            m_model->setUntil({row}, chosen[u"until"_s].toInteger());
    }
    updateReasons();
    return overtaken;
}

} // namespace letopis
