#include "ui/text/audittext.h"

#include "core/domain/actor.h"
#include "core/domain/eventorigin.h"
#include "ui/text/auditdetails.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <span>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct AuditTr
{
    Q_DECLARE_TR_FUNCTIONS(AuditText)
};

// `arguments`: keys of the details, for %1, %2 …; with ".0" and ".1" before and after. "who": the person or group.
struct AuditKind
{
    AuditGroup group;
    const char *action;
    const char *sentence;
    const char *arguments = "";
};

constexpr AuditKind recordingKinds[]{
    {AuditGroup::Recordings, "recording.added", QT_TRANSLATE_NOOP("AuditText", "Recording found on the server")},
    {AuditGroup::Recordings, "recording.updated", QT_TRANSLATE_NOOP("AuditText", "Recording changed on the server")},
    {AuditGroup::Recordings, "recording.gone", QT_TRANSLATE_NOOP("AuditText", "Recording no longer on the server")},
    {AuditGroup::Recordings, "recording.returned", QT_TRANSLATE_NOOP("AuditText", "Recording on the server again")},
    {AuditGroup::Information, "field.edited", QT_TRANSLATE_NOOP("AuditText", "“%1” edited"), "field"},
    {AuditGroup::Information, "field.changed", QT_TRANSLATE_NOOP("AuditText", "“%1” changed on the server by another program"), "field"},
    {AuditGroup::Information, "field.pushed", QT_TRANSLATE_NOOP("AuditText", "“%1” taken over by the server"), "field"},
    {AuditGroup::Information, "field.kept", QT_TRANSLATE_NOOP("AuditText", "“%1” kept in the catalog only"), "field"},
    {AuditGroup::Information, "field.decided", QT_TRANSLATE_NOOP("AuditText", "Conflict over “%1” decided"), "field"},
    {AuditGroup::Participants, "attendee.edited", QT_TRANSLATE_NOOP("AuditText", "List of participants corrected")},
    {AuditGroup::Participants, "meeting.stored", QT_TRANSLATE_NOOP("AuditText", "Participants and timeline read: participants: %1"), "participants"},
    {AuditGroup::Participants, "meeting.gone", QT_TRANSLATE_NOOP("AuditText", "The meeting's events are no longer on the server")},
    {AuditGroup::Participants, "meeting.unreadable", QT_TRANSLATE_NOOP("AuditText", "The meeting's events cannot be read: %1"), "reason"},
    {AuditGroup::Materials, "material.added", QT_TRANSLATE_NOOP("AuditText", "Material “%1” added"), "name"},
    {AuditGroup::Materials, "material.versionAdded", QT_TRANSLATE_NOOP("AuditText", "New version of material “%1”"), "name"},
    {AuditGroup::Materials, "material.changed", QT_TRANSLATE_NOOP("AuditText", "Material “%1” renamed or described anew"), "name.1"},
    {AuditGroup::Materials, "material.moved", QT_TRANSLATE_NOOP("AuditText", "Material “%1” moved within the list"), "name"},
    {AuditGroup::Materials, "material.trashed", QT_TRANSLATE_NOOP("AuditText", "Material “%1” put into the trash"), "name"},
    {AuditGroup::Materials, "material.restored", QT_TRANSLATE_NOOP("AuditText", "Material “%1” taken out of the trash"), "name"},
    {AuditGroup::Materials, "material.found", QT_TRANSLATE_NOOP("AuditText", "Material “%1” found on the server"), "name"},
    {AuditGroup::Materials, "material.changedOnServer", QT_TRANSLATE_NOOP("AuditText", "Material “%1” changed on the server"), "name.1"},
    {AuditGroup::Materials, "material.conflict", QT_TRANSLATE_NOOP("AuditText", "Material “%1” edited here and there at once"), "name"},
    {AuditGroup::Materials, "material.overtaken", QT_TRANSLATE_NOOP("AuditText", "An edit of material “%1” overtaken by a later one"), "name"},
    {AuditGroup::Taken, "recording.viewed", QT_TRANSLATE_NOOP("AuditText", "Recording watched")},
    {AuditGroup::Taken, "recording.downloaded", QT_TRANSLATE_NOOP("AuditText", "Recording downloaded as “%1”"), "file"},
    {AuditGroup::Taken, "material.downloaded", QT_TRANSLATE_NOOP("AuditText", "Material “%1” saved to a file"), "name"},
    {AuditGroup::Taken, "material.opened", QT_TRANSLATE_NOOP("AuditText", "Material “%1” opened"), "name"},
    {AuditGroup::Taken, "participants.exported", QT_TRANSLATE_NOOP("AuditText", "List of participants exported as “%1”"), "file"},
    {AuditGroup::Taken, "participants.printed", QT_TRANSLATE_NOOP("AuditText", "List of participants printed")},
    {AuditGroup::Taken, "people.exported", QT_TRANSLATE_NOOP("AuditText", "List of people exported as “%1”"), "file"},
    {AuditGroup::Taken, "retention.exported", QT_TRANSLATE_NOOP("AuditText", "Forecast or plan of auto-deletion exported as “%1”"), "file"},
    {AuditGroup::Taken, "certificate.exported", QT_TRANSLATE_NOOP("AuditText", "Certificate of deletion saved as “%1”"), "file"},
    {AuditGroup::Taken, "audit.exported", QT_TRANSLATE_NOOP("AuditText", "Journal exported as “%1”"), "file"},
};

constexpr AuditKind libraryKinds[]{
    {AuditGroup::Folders, "folder.added", QT_TRANSLATE_NOOP("AuditText", "Folder “%1” made"), "name"},
    {AuditGroup::Folders, "folder.renamed", QT_TRANSLATE_NOOP("AuditText", "Folder “%1” renamed to “%2”"), "name.0 name.1"},
    {AuditGroup::Folders, "folder.moved", QT_TRANSLATE_NOOP("AuditText", "Folder “%1” moved"), "name"},
    {AuditGroup::Folders, "folder.removed", QT_TRANSLATE_NOOP("AuditText", "Folder “%1” removed"), "name"},
    {AuditGroup::Folders, "recording.filed", QT_TRANSLATE_NOOP("AuditText", "Recording filed into “%1”"), "folder.1"},
    {AuditGroup::Folders, "filing.changed", QT_TRANSLATE_NOOP("AuditText", "Filing rules changed")},
    {AuditGroup::People, "person.added", QT_TRANSLATE_NOOP("AuditText", "%1 added to the people"), "name"},
    {AuditGroup::People, "person.changed", QT_TRANSLATE_NOOP("AuditText", "%1 changed among the people"), "of"},
    {AuditGroup::People, "person.removed", QT_TRANSLATE_NOOP("AuditText", "%1 removed from the people"), "name"},
    {AuditGroup::People, "person.merged", QT_TRANSLATE_NOOP("AuditText", "%2 merged into %1"), "name otherName"},
    {AuditGroup::People, "people.imported", QT_TRANSLATE_NOOP("AuditText", "People imported: added: %1, changed: %2"), "added changed"},
    {AuditGroup::People, "group.added", QT_TRANSLATE_NOOP("AuditText", "Group “%1” made"), "name"},
    {AuditGroup::People, "group.renamed", QT_TRANSLATE_NOOP("AuditText", "Group “%1” renamed to “%2”"), "name.0 name.1"},
    {AuditGroup::People, "group.removed", QT_TRANSLATE_NOOP("AuditText", "Group “%1” removed"), "name"},
    {AuditGroup::People, "group.memberAdded", QT_TRANSLATE_NOOP("AuditText", "%2 added to the group “%1”"), "name member"},
    {AuditGroup::People, "group.memberRemoved", QT_TRANSLATE_NOOP("AuditText", "%2 taken out of the group “%1”"), "name member"},
    {AuditGroup::Access, "access.granted", QT_TRANSLATE_NOOP("AuditText", "%1 given the permission “%2”"), "who permission.1"},
    {AuditGroup::Access, "access.revoked", QT_TRANSLATE_NOOP("AuditText", "Permission “%2” taken from %1"), "who permission.0"},
    {AuditGroup::Access, "access.listMade", QT_TRANSLATE_NOOP("AuditText", "Permissions of its own made, apart from the folder's")},
    {AuditGroup::Access, "access.reset", QT_TRANSLATE_NOOP("AuditText", "Permissions of its own dropped: the folder's hold again")},
    {AuditGroup::Access, "access.published", QT_TRANSLATE_NOOP("AuditText", "Recording made visible to everyone")},
    {AuditGroup::Access, "access.unpublished", QT_TRANSLATE_NOOP("AuditText", "Recording no longer visible to everyone")},
    {AuditGroup::Access, "proposal.declined", QT_TRANSLATE_NOOP("AuditText", "Proposal to give %1 access declined"), "who"},
    {AuditGroup::Access, "proposal.reopened", QT_TRANSLATE_NOOP("AuditText", "Proposal to give %1 access open again"), "who"},
    {AuditGroup::Access, "proposal.modeChanged", QT_TRANSLATE_NOOP("AuditText", "What the server's meetings propose changed")},
    {AuditGroup::Links, "link.created", QT_TRANSLATE_NOOP("AuditText", "Link “%1” made"), "label"},
    {AuditGroup::Links, "link.revoked", QT_TRANSLATE_NOOP("AuditText", "Link “%1” revoked"), "label"},
    {AuditGroup::Links, "link.used", QT_TRANSLATE_NOOP("AuditText", "Link %1 used"), "link"},
    {AuditGroup::Links, "link.refused", QT_TRANSLATE_NOOP("AuditText", "Link refused: %1"), "reason"},
    {AuditGroup::Links, "link.policyChanged", QT_TRANSLATE_NOOP("AuditText", "Rules for links changed")},
};

constexpr AuditKind retentionKinds[]{
    {AuditGroup::Retention, "retention.switchedOn", QT_TRANSLATE_NOOP("AuditText", "Auto-deletion switched on for the server")},
    {AuditGroup::Retention, "retention.switchedOff", QT_TRANSLATE_NOOP("AuditText", "Auto-deletion switched off for the server")},
    {AuditGroup::Retention, "retention.parametersChanged", QT_TRANSLATE_NOOP("AuditText", "Settings of auto-deletion changed for the server")},
    {AuditGroup::Retention, "retention.zoneChanged", QT_TRANSLATE_NOOP("AuditText", "Time zone of auto-deletion changed")},
    {AuditGroup::Retention, "retention.policyAdded", QT_TRANSLATE_NOOP("AuditText", "Policy “%1” of auto-deletion added"), "policyName"},
    {AuditGroup::Retention, "retention.policyChanged", QT_TRANSLATE_NOOP("AuditText", "Policy “%1” of auto-deletion changed"), "policyName"},
    {AuditGroup::Retention, "retention.policyRemoved", QT_TRANSLATE_NOOP("AuditText", "Policy “%1” of auto-deletion removed"), "policyName"},
    {AuditGroup::Retention, "retention.policiesOrdered", QT_TRANSLATE_NOOP("AuditText", "Policies of auto-deletion put into another order")},
    {AuditGroup::Retention, "retention.recordingSet", QT_TRANSLATE_NOOP("AuditText", "Auto-deletion of the recording itself set")},
    {AuditGroup::Retention, "retention.held", QT_TRANSLATE_NOOP("AuditText", "Hold on deletion set: %1"), "change.1"},
    {AuditGroup::Retention, "retention.released", QT_TRANSLATE_NOOP("AuditText", "Hold on deletion released: %1"), "change.0"},
    {AuditGroup::Retention, "retention.warned", QT_TRANSLATE_NOOP("AuditText", "Warned of auto-deletion: days left: %1, recordings: %2"), "days recordings"},
    {AuditGroup::Retention, "retention.planFinished", QT_TRANSLATE_NOOP("AuditText", "Deletion plan carried out")},
    {AuditGroup::Retention, "deletion.planned", QT_TRANSLATE_NOOP("AuditText", "Deletion plan made: recordings: %1, %2"), "items bytes"},
    {AuditGroup::Retention, "deletion.planConfirmed", QT_TRANSLATE_NOOP("AuditText", "Deletion plan confirmed: recordings: %1, %2"), "items bytes"},
    {AuditGroup::Retention, "deletion.planApproved", QT_TRANSLATE_NOOP("AuditText", "Deletion plan approved by a second person: recordings: %1, %2"), "items bytes"},
    {AuditGroup::Retention, "deletion.planDiscarded", QT_TRANSLATE_NOOP("AuditText", "Deletion plan discarded: recordings: %1, %2"), "items bytes"},
    {AuditGroup::Retention, "deletion.itemFailed", QT_TRANSLATE_NOOP("AuditText", "Recording could not be deleted")},
    {AuditGroup::Retention, "recording.unpublished", QT_TRANSLATE_NOOP("AuditText", "Recording unpublished before its deletion")},
    {AuditGroup::Retention, "recording.trashed", QT_TRANSLATE_NOOP("AuditText", "Recording put into the trash")},
    {AuditGroup::Retention, "recording.restored", QT_TRANSLATE_NOOP("AuditText", "Recording taken out of the trash")},
    {AuditGroup::Retention, "recording.purged", QT_TRANSLATE_NOOP("AuditText", "Recording deleted for good: %1 freed"), "freedBytes"},
};

constexpr AuditKind catalogKinds[]{
    {AuditGroup::Servers, "server.added", QT_TRANSLATE_NOOP("AuditText", "Server “%1” connected"), "name"},
    {AuditGroup::Servers, "server.updated", QT_TRANSLATE_NOOP("AuditText", "Settings of the server changed")},
    {AuditGroup::Servers, "server.removed", QT_TRANSLATE_NOOP("AuditText", "Server “%1” removed"), "name"},
    {AuditGroup::Servers, "server.tlsExceptionGranted", QT_TRANSLATE_NOOP("AuditText", "Certificate of %1 trusted by exception"), "host"},
    {AuditGroup::Servers, "server.tlsExceptionRevoked", QT_TRANSLATE_NOOP("AuditText", "Trust in a certificate withdrawn")},
    {AuditGroup::Servers, "server.checksumAlgorithmChanged", QT_TRANSLATE_NOOP("AuditText", "The server uses checksums of another kind: %1"), "algorithm"},
    {AuditGroup::Catalog, "customField.added", QT_TRANSLATE_NOOP("AuditText", "Custom field “%1” made"), "label"},
    {AuditGroup::Catalog, "customField.changed", QT_TRANSLATE_NOOP("AuditText", "Custom field “%1” changed"), "label"},
    {AuditGroup::Catalog, "catalog.restored", QT_TRANSLATE_NOOP("AuditText", "Catalog restored, and accepted as the right one")},
    {AuditGroup::Catalog, "audit.keyCreated", QT_TRANSLATE_NOOP("AuditText", "Key to sign the journal made")},
    {AuditGroup::Catalog, "audit.segmentSealed", QT_TRANSLATE_NOOP("AuditText", "Stretch of the journal closed: events %1 to %2"), "first last"},
    {AuditGroup::Catalog, "audit.segmentExported", QT_TRANSLATE_NOOP("AuditText", "Stretch of the journal stored in “%1”"), "file"},
    {AuditGroup::Catalog, "audit.segmentDropped", QT_TRANSLATE_NOOP("AuditText", "Events %1 to %2 taken out of the catalog; they are kept in “%3”"), "first last file"},
};

constexpr std::array<std::span<const AuditKind>, 4> allKinds{recordingKinds, libraryKinds, retentionKinds, catalogKinds};

const AuditKind *kindOf(const QString &action)
{
    for (const std::span<const AuditKind> &kinds : allKinds) {
        for (const AuditKind &kind : kinds) {
            if (action == QLatin1StringView(kind.action))
                return &kind;
        }
    }
    return nullptr;
}

QString whoIn(const QJsonObject &details, const AuditNames &names)
{
    const QString key = details.contains(u"group") ? u"group"_s : u"person"_s;
    return auditValueText(key, details[key], names);
}

// A policy's name is within what it was or became.
QString policyNameIn(const QJsonObject &details)
{
    const QJsonArray change = details[u"change"].toArray();
    const QString now = change.at(1).toObject()[u"name"].toString();
    return now.isEmpty() ? change.at(0).toObject()[u"name"].toString() : now;
}

QString argumentOf(const QString &selector, const QJsonObject &details, const AuditNames &names)
{
    if (selector == "who"_L1)
        return whoIn(details, names);
    if (selector == "policyName"_L1)
        return policyNameIn(details);
    const bool isOld = selector.endsWith(".0"_L1);
    const QString key = isOld || selector.endsWith(".1"_L1) ? selector.chopped(2) : selector;
    const QJsonValue value = details[key];
    if (key == selector || (!value.isArray() && !value.isObject()))
        return auditValueText(key, value, names);
    if (value.isArray())
        return auditValueText(key, value.toArray().at(isOld ? 0 : 1), names);
    return auditValueText(key, value.toObject()[isOld ? u"before" : u"after"], names);
}

} // namespace

QString auditSentence(const AuditEvent &event, const AuditNames &names)
{
    const AuditKind *kind = kindOf(event.action);
    if (!kind)
        return AuditTr::tr("Something this version of Letopis does not know: %1").arg(event.action);
    QString sentence = AuditTr::tr(kind->sentence);
    const QJsonObject details = QJsonDocument::fromJson(event.details).object();
    const QStringList selectors = QString::fromLatin1(kind->arguments).split(u' ', Qt::SkipEmptyParts);
    QStringList values;
    for (const QString &selector : selectors) {
        const QString value = argumentOf(selector, details, names).simplified();
        values += value.isEmpty() ? u"…"_s : value.size() > 200 ? value.left(200) + u'…' : value;
    }
    // All at once: a value may look like a place for the next one.
    switch (values.size()) {
    case 0: return sentence;
    case 1: return sentence.arg(values[0]);
    case 2: return sentence.arg(values[0], values[1]);
    default: return sentence.arg(values[0], values[1], values[2]);
    }
}

QString auditActorText(const AuditEvent &event)
{
    if (event.actor == programActor().login)
        return AuditTr::tr("Letopis, by itself");
    return event.actor.isEmpty() ? AuditTr::tr("nobody who signed in") : event.actor;
}

QString auditProgramText(const AuditEvent &event)
{
    const OriginText origin = originText(event.origin);
    const QString program = QStringList{origin.program, origin.version}.join(u' ').trimmed();
    QStringList parts{program, origin.computer};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QStringList knownAuditActions()
{
    QStringList actions;
    for (const std::span<const AuditKind> &kinds : allKinds) {
        for (const AuditKind &kind : kinds)
            actions += QString::fromLatin1(kind.action);
    }
    return actions;
}

QList<AuditGroup> auditGroups()
{
    using enum AuditGroup;
    return {Recordings, Information, Participants, Materials, Taken, Folders, People, Access, Links, Retention, Servers, Catalog};
}

QString auditGroupText(AuditGroup group)
{
    switch (group) {
    case AuditGroup::Recordings: return AuditTr::tr("Recordings");
    case AuditGroup::Information: return AuditTr::tr("Information");
    case AuditGroup::Participants: return AuditTr::tr("Participants");
    case AuditGroup::Materials: return AuditTr::tr("Materials");
    case AuditGroup::Taken: return AuditTr::tr("Views, downloads and exports");
    case AuditGroup::Folders: return AuditTr::tr("Folders");
    case AuditGroup::People: return AuditTr::tr("People and groups");
    case AuditGroup::Access: return AuditTr::tr("Access");
    case AuditGroup::Links: return AuditTr::tr("Links");
    case AuditGroup::Retention: return AuditTr::tr("Deletion");
    case AuditGroup::Servers: return AuditTr::tr("Servers");
    case AuditGroup::Catalog: return AuditTr::tr("Catalog and journal");
    }
    return {};
}

QStringList auditActionsOf(AuditGroup group)
{
    QStringList actions;
    for (const std::span<const AuditKind> &kinds : allKinds) {
        for (const AuditKind &kind : kinds) {
            if (kind.group == group)
                actions += QString::fromLatin1(kind.action);
        }
    }
    return actions;
}

} // namespace letopis
