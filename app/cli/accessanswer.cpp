#include "app/cli/accessanswer.h"

#include "app/cli/cataloganswer.h"
#include "app/cli/peopleanswer.h"
#include "app/cli/text.h"
#include "ui/text/accesstext.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
// ISO 8601; without end: null.
QJsonValue endJson(qint64 untilMs)
{
    return untilMs == 0 ? QJsonValue() : QJsonValue(isoTime(untilMs));
}

QString endCell(qint64 untilMs)
{
    return untilMs == 0 ? QString() : isoTime(untilMs);
}

QString permissionWord(const QString &name)
{
    const auto permission = permissionFromName(name);
    return permission ? permissionText(*permission) : name;
}

// Built-in groups by the word that other commands take.
QString nameOf(const Group &group)
{
    return group.builtIn ? builtInGroupName(*group.builtIn) : group.name;
}

QString guardName(AccessGuard guard)
{
    switch (guard) {
    case AccessGuard::LocksYouOut: return u"locksYouOut"_s;
    case AccessGuard::LastAdministrator: return u"lastAdministrator"_s;
    case AccessGuard::Cycle: return u"cycle"_s;
    }
    return {};
}

QJsonValue setJson(const std::optional<PermissionSet> &set)
{
    return set ? QJsonValue(permissionSetName(*set)) : QJsonValue();
}

QJsonArray pathJson(const QList<GroupId> &path, const QHash<GroupId, Group> &groups)
{
    QJsonArray names;
    for (const GroupId group : path)
        names += nameOf(groups.value(group));
    return names;
}

QJsonObject entryJson(const AccessEntry &entry)
{
    return {{u"permission"_s, permissionName(entry.permission)}, {u"until"_s, endJson(entry.untilMs)}};
}

bool isAllowed(const std::optional<Refusal> &refusal)
{
    return !refusal || *refusal == Refusal::None;
}

QStringList personCells(const NamedPrincipal &person)
{
    const auto *id = std::get_if<PersonId>(&person.principal);
    return {QString::number(id ? id->value : std::get<GroupId>(person.principal).value), person.name, person.detail};
}

QList<Grid::Column> personColumns()
{
    return {{Cli::tr("ID"), u"id"_s, true, false},
            {Cli::tr("Name"), u"name"_s, false, true},
            {Cli::tr("Login"), u"login"_s, false, true}};
}
} // namespace

QJsonObject itemJson(const LibraryItem &item, const QString &name)
{
    const auto *folder = std::get_if<FolderId>(&item);
    QJsonObject json{{u"kind"_s, folder ? u"folder"_s : u"recording"_s},
                     {u"id"_s, folder ? folder->value : std::get<RecordingId>(item).value}};
    if (!name.isEmpty())
        json.insert(u"name"_s, name);
    return json;
}

QJsonObject accessListJson(const LibraryItem &item, const AccessList &list)
{
    QJsonArray entries;
    for (const NamedGrant &grant : list.entries) {
        QJsonObject entry = principalJson(grant.principal);
        entry.insert(u"permission"_s, permissionName(grant.entry.permission));
        entry.insert(u"until"_s, endJson(grant.entry.untilMs));
        entry.insert(u"grantedBy"_s, grant.grantedBy);
        entry.insert(u"grantedAt"_s, isoTime(grant.grantedAtMs));
        entries += entry;
    }
    return {{u"item"_s, itemJson(item)},       {u"own"_s, list.isOwn},
            {u"from"_s, itemJson(list.holder, list.holderName)},
            {u"public"_s, list.isPublic},      {u"entries"_s, entries},
            {u"yours"_s, permissionSetName(list.forActor)}};
}

QJsonObject previewJson(const NamedPreview &named)
{
    const AccessPreview &preview = named.preview;
    QJsonArray people, guards;
    for (const AccessDifference &difference : preview.people) {
        QJsonObject one = principalJson(named.people.value(difference.person));
        one.insert(u"gained"_s, difference.gained);
        one.insert(u"lost"_s, difference.lost);
        one.insert(u"changed"_s, difference.changed);
        one.insert(u"before"_s, setJson(difference.before));
        one.insert(u"after"_s, setJson(difference.after));
        people += one;
    }
    for (const AccessGuard guard : preview.guards)
        guards += guardName(guard);
    return {{u"dryRun"_s, true},
            {u"recordings"_s, preview.recordings},
            {u"gaining"_s, preview.peopleGaining},
            {u"losing"_s, preview.peopleLosing},
            {u"changing"_s, preview.peopleChanging},
            {u"people"_s, people},
            {u"guards"_s, guards}};
}

QJsonObject explanationJson(const LibraryItem &item, const AccessExplanation &explanation)
{
    const AccessTrace &trace = explanation.trace;
    QJsonArray groups;
    for (const AccessTrace::FromGroup &from : trace.groups) {
        QJsonObject group = entryJson(from.entry);
        group.insert(u"path"_s, pathJson(from.path, explanation.groups));
        groups += group;
    }
    const LibraryItem holder = trace.list.isOwnList() ? LibraryItem(trace.list.recording()) : LibraryItem(trace.list.folder());
    return {{u"person"_s, principalJson(explanation.person)},
            {u"item"_s, itemJson(item, explanation.itemName)},
            {u"result"_s, permissionSetName(trace.ruling.result)},
            {u"level"_s, int(trace.ruling.level)},
            {u"role"_s, roleName(trace.standing.role)},
            {u"rolePath"_s, pathJson(trace.rolePath, explanation.groups)},
            {u"blocked"_s, trace.standing.isBlocked},
            {u"from"_s, explanation.isHolderHidden ? QJsonValue() : itemJson(holder, explanation.holderName)},
            {u"groups"_s, groups},
            {u"groupsTogether"_s, permissionSetName(trace.groupsTogether)},
            {u"own"_s, trace.own ? QJsonValue(entryJson(*trace.own)) : QJsonValue()},
            {u"public"_s, trace.isPublic},
            {u"mayEditInformation"_s, isAllowed(explanation.editInformation)},
            {u"mayEditMaterials"_s, isAllowed(explanation.editMaterials)},
            {u"mayGrant"_s, isAllowed(explanation.grant)},
            {u"sentences"_s, QJsonArray::fromStringList(explanationSentences(explanation))}};
}

QJsonObject holdersJson(const AccessHolders &holders)
{
    QJsonArray people;
    for (const AccessHolder &holder : holders.people) {
        QJsonObject one = principalJson(holder.person);
        one.insert(u"permissions"_s, permissionSetName(holder.permissions));
        one.insert(u"level"_s, int(holder.level));
        one.insert(u"through"_s, holder.through ? QJsonValue(nameOf(*holder.through)) : QJsonValue());
        people += one;
    }
    return {{u"people"_s, people}, {u"count"_s, holders.count}, {u"public"_s, holders.isPublic}};
}

QJsonObject linkJson(const AccessLink &link, qint64 nowMs)
{
    return {{u"id"_s, link.id.value},
            {u"recording"_s, link.recording.value},
            {u"title"_s, link.recordingTitle},
            {u"label"_s, link.label},
            {u"state"_s, linkStateName(link.stateAt(nowMs))},
            {u"password"_s, link.hasPassword},
            {u"until"_s, endJson(link.expiresAtMs)},
            {u"maxUses"_s, link.maxUses == 0 ? QJsonValue() : QJsonValue(link.maxUses)},
            {u"uses"_s, link.useCount},
            {u"lastUsedAt"_s, endJson(link.lastUsedAtMs)},
            {u"download"_s, link.allowsDownload},
            {u"createdBy"_s, link.createdBy},
            {u"createdAt"_s, isoTime(link.createdAtMs)},
            {u"revokedBy"_s, link.revokedAtMs == 0 ? QJsonValue() : QJsonValue(link.revokedBy)},
            {u"revokedAt"_s, endJson(link.revokedAtMs)}};
}

QJsonObject linkPolicyJson(const LinkPolicy &policy)
{
    return {{u"days"_s, policy.defaultDays},
            {u"maxDays"_s, policy.maxDays},
            {u"needsPassword"_s, policy.needsPassword},
            {u"download"_s, policy.allowsDownload},
            {u"service"_s, policy.serviceAddress.isEmpty() ? QJsonValue() : QJsonValue(policy.serviceAddress)}};
}

QJsonObject proposalsJson(const GrantProposals &proposals)
{
    QJsonArray array;
    for (const GrantProposal &one : proposals.proposals) {
        array += QJsonObject{{u"recording"_s, one.recording.value},
                             {u"title"_s, one.recordingTitle},
                             {u"startedAt"_s, isoTime(one.startedAtMs)},
                             {u"person"_s, principalJson(one.person)}};
    }
    return {{u"proposals"_s, array}, {u"count"_s, proposals.count}};
}

QJsonObject gapJson(const AttendanceGap &gap)
{
    const auto array = [](const QList<NamedPrincipal> &people) {
        QJsonArray all;
        for (const NamedPrincipal &person : people)
            all += principalJson(person);
        return all;
    };
    return {{u"attendedCannotWatch"_s, array(gap.attendedCannotWatch)},
            {u"canWatchDidNotAttend"_s, array(gap.canWatchDidNotAttend)},
            {u"canWatchDidNotAttendCount"_s, gap.canWatchDidNotAttendCount},
            {u"public"_s, gap.isPublic}};
}

Grid accessListTable(const AccessList &list)
{
    Grid grid{{{Cli::tr("Kind"), u"kind"_s, false, false, principalKindText}}, {}};
    grid.columns += personColumns();
    grid.columns += {{Cli::tr("Permission"), u"permission"_s, false, false, permissionWord},
                     {Cli::tr("Until (UTC)"), u"until"_s, false, false},
                     {Cli::tr("Granted by"), u"grantedBy"_s, false, true}};
    for (const NamedGrant &grant : list.entries)
        grid.rows += QStringList{principalKindName(grant.principal.principal)} + personCells(grant.principal)
                     + QStringList{permissionName(grant.entry.permission), endCell(grant.entry.untilMs), grant.grantedBy};
    return grid;
}

Grid previewTable(const NamedPreview &named, OutputFormat format)
{
    Grid grid{personColumns(), {}};
    const auto cell = [](const std::optional<PermissionSet> &set) { return set ? permissionSetName(*set) : QString(); };
    if (format == OutputFormat::Csv) { // what a sentence tells people
        for (const QString &key : {u"gained"_s, u"lost"_s, u"changed"_s})
            grid.columns += Grid::Column{{}, key, true, false};
        grid.columns += {{{}, u"before"_s, false, false}, {{}, u"after"_s, false, false}};
        for (const AccessDifference &difference : named.preview.people)
            grid.rows += personCells(named.people.value(difference.person))
                         + QStringList{QString::number(difference.gained), QString::number(difference.lost),
                                       QString::number(difference.changed), cell(difference.before), cell(difference.after)};
        return grid;
    }
    grid.columns += Grid::Column{Cli::tr("What changes"), u"change"_s, false, true};
    for (const AccessDifference &difference : named.preview.people)
        grid.rows += personCells(named.people.value(difference.person)) + QStringList{differenceText(difference)};
    return grid;
}

Grid holdersTable(const AccessHolders &holders, OutputFormat format)
{
    Grid grid{personColumns(), {}};
    grid.columns += {{Cli::tr("Permission"), u"permissions"_s, false, false}, {Cli::tr("Through"), u"through"_s, false, true}};
    if (format == OutputFormat::Csv) {
        grid.columns += {{}, u"level"_s, true, false};
        for (const AccessHolder &holder : holders.people)
            grid.rows += personCells(holder.person)
                         + QStringList{permissionSetName(holder.permissions), holder.through ? nameOf(*holder.through) : QString(),
                                       QString::number(int(holder.level))};
        return grid;
    }
    for (const AccessHolder &holder : holders.people)
        grid.rows += personCells(holder.person) + QStringList{permissionSetText(holder.permissions), holderText(holder)};
    return grid;
}

Grid linkTable(const QList<AccessLink> &links, qint64 nowMs)
{
    Grid grid{{{Cli::tr("ID"), u"id"_s, true, false},
               {Cli::tr("Recording"), u"title"_s, false, true},
               {Cli::tr("Label"), u"label"_s, false, true},
               {Cli::tr("State"), u"state"_s, false, false},
               {Cli::tr("Until (UTC)"), u"until"_s, false, false},
               {Cli::tr("Uses"), u"uses"_s, true, false},
               {Cli::tr("Password"), u"password"_s, false, false, yesNoText},
               {Cli::tr("Download"), u"download"_s, false, false, yesNoText},
               {Cli::tr("Created by"), u"createdBy"_s, false, true}},
              {}};
    for (const AccessLink &link : links) {
        const QString uses = QString::number(link.useCount) + (link.maxUses == 0 ? QString() : u'/' + QString::number(link.maxUses));
        grid.rows += {QString::number(link.id.value), link.recordingTitle,      link.label,
                      linkStateName(link.stateAt(nowMs)), endCell(link.expiresAtMs), uses,
                      flagName(link.hasPassword),          flagName(link.allowsDownload), link.createdBy};
    }
    return grid;
}

Grid linkPolicyTable(const LinkPolicy &policy)
{
    return {{{Cli::tr("Usual days"), u"days"_s, true, false},
             {Cli::tr("Most days"), u"maxDays"_s, true, false},
             {Cli::tr("Password needed"), u"needsPassword"_s, false, false, yesNoText},
             {Cli::tr("Download"), u"download"_s, false, false, yesNoText},
             {Cli::tr("Service"), u"service"_s, false, true}},
            {{QString::number(policy.defaultDays), QString::number(policy.maxDays), flagName(policy.needsPassword),
              flagName(policy.allowsDownload), policy.serviceAddress}}};
}

Grid proposalTable(const GrantProposals &proposals)
{
    Grid grid{{{Cli::tr("Recording ID"), u"recording"_s, true, false},
               {Cli::tr("Recording"), u"title"_s, false, true},
               {Cli::tr("Started (UTC)"), u"startedAt"_s, false, false},
               {Cli::tr("Person"), u"name"_s, false, true},
               {Cli::tr("Login"), u"login"_s, false, true}},
              {}};
    for (const GrantProposal &one : proposals.proposals)
        grid.rows += {QString::number(one.recording.value), one.recordingTitle, isoTime(one.startedAtMs), one.person.name, one.person.detail};
    return grid;
}

Grid gapTable(const AttendanceGap &gap)
{
    const auto what = [](const QString &name) {
        return name == "attendedCannotWatch"_L1 ? Cli::tr("attended, cannot watch") : Cli::tr("can watch, did not attend");
    };
    Grid grid{{{Cli::tr("What"), u"what"_s, false, false, what}}, {}};
    grid.columns += personColumns();
    const auto add = [&grid](const QString &name, const QList<NamedPrincipal> &people) {
        for (const NamedPrincipal &person : people)
            grid.rows += QStringList{name} + personCells(person);
    };
    add(u"attendedCannotWatch"_s, gap.attendedCannotWatch);
    add(u"canWatchDidNotAttend"_s, gap.canWatchDidNotAttend);
    return grid;
}

} // namespace letopis::cli
