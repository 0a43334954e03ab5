#include "ui/pages/audit/auditnamebook.h"

#include "core/access/foldernode.h"
#include "core/base/whendone.h"
#include "core/workspace/folderlibrary.h"
#include "core/workspace/peopledirectory.h"
#include "core/workspace/recordingeditor.h"
#include "core/workspace/workspace.h"
#include "ui/text/accesstext.h"
#include "ui/text/auditdetails.h"
#include "ui/text/peopletext.h"

#include <utility>

namespace letopis {

AuditNameBook::AuditNameBook(Workspace &workspace, Actor actor, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_actor(std::move(actor))
{
}

void AuditNameBook::start()
{
    if (std::exchange(m_isStarted, true))
        return;
    whenDone(m_workspace.people().groups(m_actor), this, [this](const Result<QList<Group>> &groups) {
        if (!groups)
            return;
        for (const Group &group : *groups)
            m_names.groups.insert(group.id.value, groupText(group));
        Q_EMIT changed();
    });
    whenDone(m_workspace.folders().folders(m_actor), this, [this](const Result<QList<FolderNode>> &nodes) {
        if (!nodes)
            return;
        for (const FolderNode &node : *nodes)
            m_names.folders.insert(node.folder.id.value, folderText(node.folder.id, node.folder.name));
        Q_EMIT changed();
    });
    whenDone(m_workspace.editor().fieldDefinitions(m_actor, true), this, [this](const Result<QList<FieldDefinition>> &fields) {
        if (!fields)
            return;
        m_names.fields = *fields;
        Q_EMIT changed();
    });
}

void AuditNameBook::ask(const QList<AuditEntry> &entries)
{
    for (const AuditEntry &entry : entries) {
        for (const qint64 id : auditPeopleIn(entry.event)) {
            if (m_asked.contains(id))
                continue;
            m_asked.insert(id);
            whenDone(m_workspace.people().person(m_actor, PersonId{id}), this, [this, id](const Result<Person> &person) {
                if (!person)
                    return;
                m_names.people.insert(id, person->name);
                Q_EMIT changed();
            });
        }
    }
}

} // namespace letopis
