#include "ui/forms/access/accesseditor.h"

#include "core/workspace/workspace.h"
#include "ui/forms/access/accesslistmodel.h"
#include "ui/forms/owndraft.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

// What was chosen and not applied, as it survives the end of the program: of one recording or folder, by whose entry changed.

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

} // namespace

void AccessEditor::keepDraft()
{
    const LibraryItem &item = m_items.first().subject.item;
    const QString form = isRecording() ? u"access/recording/%1"_s.arg(std::get<RecordingId>(item).value)
                                       : u"access/folder/%1"_s.arg(std::get<FolderId>(item).value);
    m_draft = new OwnDraft(m_parts.workspace.drafts(), m_parts.actor, form,
                           {.content = [this] { return draft(); },
                            .restore = [this](const QJsonObject &kept) { return restore(kept); },
                            .putBack = [this] { m_model->discard(); }},
                           *m_messages, *this);
    connect(m_model, &AccessListModel::edited, m_draft, &OwnDraft::typed);
}

QJsonObject AccessEditor::draft() const
{
    if (m_shown.isEmpty() || !m_model->hasEdits())
        return {};
    const QList<GrantEntry> before = m_model->before(0);
    const QList<GrantEntry> after = m_model->after(0);
    QJsonArray changes;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->state(row) == AccessListModel::State::Unchanged)
            continue;
        const NamedPrincipal &who = m_model->principal(row);
        QJsonObject one{{u"name"_s, who.name},
                        {u"detail"_s, who.detail},
                        {u"before"_s, jsonOf(entryOf(before, who.principal))},
                        {u"after"_s, jsonOf(entryOf(after, who.principal))}};
        if (const auto *person = std::get_if<PersonId>(&who.principal))
            one.insert(u"person"_s, person->value);
        else
            one.insert(u"group"_s, std::get<GroupId>(who.principal).value);
        changes += one;
    }
    return {{u"changes"_s, changes}, {u"name"_s, m_items.first().subject.name}};
}

// Only what was chosen: what somebody else changed meanwhile is not set back.
QStringList AccessEditor::restore(const QJsonObject &draft)
{
    QStringList overtaken;
    const QList<GrantEntry> stored = m_shown.isEmpty() ? QList<GrantEntry>() : m_model->before(0);
    for (const QJsonValue &change : mayEdit() ? draft[u"changes"_s].toArray() : QJsonArray()) {
        const QJsonObject one = change.toObject();
        const NamedPrincipal who = principalOf(one);
        const QJsonObject base = one[u"before"_s].toObject();
        const QJsonObject chosen = one[u"after"_s].toObject();
        const QJsonObject now = jsonOf(entryOf(stored, who.principal));
        const int known = m_model->rowOf(who.principal);
        if (now == chosen || (known >= 0 && !m_model->reason(known).isEmpty()))
            continue;
        if (now != base)
            overtaken += who.name;
        if (chosen.isEmpty()) {
            if (known >= 0)
                m_model->remove({known});
            continue;
        }
        const auto permission = permissionFromName(chosen[u"permission"_s].toString());
        if (permission && (known < 0 || chosen[u"permission"_s] != base[u"permission"_s]))
            m_model->add({who}, *permission);
        const int row = m_model->rowOf(who.principal);
        if (row >= 0 && chosen[u"until"_s] != base[u"until"_s])
            m_model->setUntil({row}, chosen[u"until"_s].toInteger());
    }
    updateReasons();
    return overtaken;
}

} // namespace letopis
