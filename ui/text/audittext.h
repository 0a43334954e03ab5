#pragma once

#include "core/domain/audit.h"
#include "core/domain/recordinginformation.h"

#include <QHash>

namespace letopis {

// The journal in words. Plain text, translated; what an event's details say is shown as it is.

// What the numbers in events are called today; what is not known keeps its number.
struct AuditNames
{
    QHash<qint64, QString> people;
    QHash<qint64, QString> groups;
    QHash<qint64, QString> folders;
    QList<FieldDefinition> fields; // custom ones, too
};

// What happened, without who and which recording: "Folder “Maths” renamed to “Algebra”". An unknown kind is told by its name.
QString auditSentence(const AuditEvent &event, const AuditNames &names = {});
QString auditActorText(const AuditEvent &event); // who; of the program's own work, that
QString auditProgramText(const AuditEvent &event); // "letopis 0.5, computer"
QStringList knownAuditActions();

// Kinds as people look for them. Each kind is in one group.
enum class AuditGroup { Recordings, Information, Participants, Materials, Taken, Folders, People, Access, Links, Retention, Servers, Catalog };
QList<AuditGroup> auditGroups();
QString auditGroupText(AuditGroup group);
QStringList auditActionsOf(AuditGroup group); // as AuditQuery::actions

} // namespace letopis
