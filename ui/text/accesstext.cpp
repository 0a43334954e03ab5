#include "ui/text/accesstext.h"

#include "ui/text/dates.h"
#include "ui/text/peopletext.h"
#include "ui/text/quantities.h"

#include <QCoreApplication>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct AccessTr
{
    Q_DECLARE_TR_FUNCTIONS(AccessText)
};

QString pathText(const QList<GroupId> &path, const QHash<GroupId, Group> &groups)
{
    QStringList names;
    for (const GroupId group : path)
        names += groupText(groups.value(group));
    return names.join(u" → "_s);
}

QString withEnd(const QString &permission, qint64 untilMs, const QLocale &locale)
{
    return untilMs == 0 ? permission : u"%1, %2"_s.arg(permission, untilText(untilMs, locale));
}

QString groupSentence(const AccessTrace::FromGroup &from, const AccessExplanation &explanation, const QLocale &locale)
{
    const QString group = groupText(explanation.groups.value(from.path.last()));
    const QString permission = withEnd(permissionText(from.entry.permission), from.entry.untilMs, locale);
    if (from.path.size() == 1)
        return AccessTr::tr("Group “%1”: %2.").arg(group, permission);
    return AccessTr::tr("Group “%1”: %2. Member through: %3.").arg(group, permission, pathText(from.path, explanation.groups));
}

QString listSentence(const AccessExplanation &explanation)
{
    if (explanation.trace.list.isOwnList())
        return AccessTr::tr("The list of this recording's own holds.");
    if (explanation.isHolderHidden)
        return AccessTr::tr("The list of a folder above holds; the folder itself is not open to you.");
    const QString folder = folderText(explanation.trace.list.folder(), explanation.holderName);
    return explanation.isHolderTheItem ? AccessTr::tr("The list of this folder's own holds.")
                                       : AccessTr::tr("The list of the folder “%1” holds; what is here inherits it.").arg(folder);
}

QStringList groupSentences(const AccessExplanation &explanation, const QLocale &locale)
{
    const AccessTrace &trace = explanation.trace;
    QStringList sentences;
    for (const AccessTrace::FromGroup &from : trace.groups)
        sentences += groupSentence(from, explanation, locale);
    if (trace.groups.isEmpty())
        sentences += AccessTr::tr("No group of this person is in the list.");
    else if (trace.groupsTogether.isDenied())
        sentences += AccessTr::tr("Groups together: Denied. One group that says so takes away what the others give.");
    else
        sentences += AccessTr::tr("Groups together: %1.").arg(permissionSetText(trace.groupsTogether));
    return sentences;
}

QString roleSentence(const AccessExplanation &explanation)
{
    const AccessTrace &trace = explanation.trace;
    const QString role = personRoleText(trace.standing.role);
    if (trace.rolePath.isEmpty())
        return AccessTr::tr("Role: %1.").arg(role);
    return AccessTr::tr("Role: %1, by the group: %2.").arg(role, pathText(trace.rolePath, explanation.groups));
}

// The role as the ceiling: where the permission would allow what the role does not.
QStringList ceilingSentences(const AccessExplanation &explanation)
{
    const PermissionSet result = explanation.trace.ruling.result;
    const auto isRefused = [](const std::optional<Refusal> &refusal) {
        return refusal == Refusal::Role || refusal == Refusal::SwitchedOff;
    };
    QStringList sentences;
    if (result.allowsPublish() && isRefused(explanation.editInformation))
        sentences += AccessTr::tr("The role does not allow editing, whatever the permission is.");
    if (result.allowsManage() && isRefused(explanation.grant))
        sentences += AccessTr::tr("The role does not allow giving access, whatever the permission is.");
    return sentences;
}

QString setOrNothing(const std::optional<PermissionSet> &set)
{
    return set ? permissionSetText(*set) : QString();
}

int asInt(qint64 count)
{
    return int(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

} // namespace

QString permissionText(Permission permission)
{
    switch (permission) {
    case Permission::View: return AccessTr::tr("View");
    case Permission::Publish: return AccessTr::tr("Publish");
    case Permission::Manage: return AccessTr::tr("Manage");
    case Permission::Denied: return AccessTr::tr("Denied");
    }
    return {};
}

QString permissionSetText(PermissionSet set)
{
    QStringList parts;
    for (const Permission one : {Permission::View, Permission::Publish, Permission::Manage, Permission::Denied}) {
        if (set.has(one))
            parts += permissionText(one);
    }
    return parts.isEmpty() ? AccessTr::tr("No access") : parts.join(u" + "_s);
}

QString folderText(FolderId folder, const QString &name)
{
    if (folder == sharedFolder)
        return AccessTr::tr("Shared");
    return folder == peopleFolder ? AccessTr::tr("People") : name;
}

QString itemText(const LibraryItem &item, const QString &name)
{
    const auto *folder = std::get_if<FolderId>(&item);
    return folder ? folderText(*folder, name) : name;
}

QString untilText(qint64 untilMs, const QLocale &locale)
{
    return untilMs == 0 ? QString() : AccessTr::tr("until %1").arg(endText(QDateTime::fromMSecsSinceEpoch(untilMs, Qt::UTC), locale));
}

QStringList explanationSentences(const AccessExplanation &explanation, const QLocale &locale)
{
    const AccessTrace &trace = explanation.trace;
    if (trace.standing.isBlocked)
        return {rulingText(trace.ruling, trace.standing)};
    QStringList sentences{roleSentence(explanation)};
    if (trace.ruling.level != RulingLevel::Administrator) {
        sentences += listSentence(explanation);
        sentences += groupSentences(explanation, locale);
        sentences += trace.own ? AccessTr::tr("Own entry: %1.").arg(withEnd(permissionText(trace.own->permission), trace.own->untilMs, locale))
                               : AccessTr::tr("No entry of their own is in the list.");
        if (trace.isPublic)
            sentences += AccessTr::tr("The recording is public.");
    }
    sentences += rulingText(trace.ruling, trace.standing);
    return sentences + ceilingSentences(explanation);
}

QString rulingText(const Ruling &ruling, const Standing &standing)
{
    if (standing.isBlocked)
        return AccessTr::tr("Result: no access. The account is blocked, and nothing else counts.");
    const QString result = permissionSetText(ruling.result);
    switch (ruling.level) {
    case RulingLevel::Groups: return AccessTr::tr("Result: %1, from groups.").arg(result);
    case RulingLevel::GroupDenied: return AccessTr::tr("Result: Denied, by a group. An entry of their own would go before it.");
    case RulingLevel::Own: return AccessTr::tr("Result: %1. The entry of their own is added to what the groups leave.").arg(result);
    case RulingLevel::OwnDenied: return AccessTr::tr("Result: Denied. The entry of their own goes before every group.");
    case RulingLevel::Administrator: return AccessTr::tr("Result: everything. An administrator cannot be denied anything.");
    case RulingLevel::Nothing: return AccessTr::tr("Result: no access. Nothing in the list is about this person.");
    case RulingLevel::Public: return AccessTr::tr("Result: View, since the recording is public.");
    }
    return {};
}

QString holderText(const AccessHolder &holder)
{
    switch (holder.level) {
    case RulingLevel::Groups: return AccessTr::tr("group “%1”").arg(holder.through ? groupText(*holder.through) : QString());
    case RulingLevel::Own: return AccessTr::tr("own entry");
    case RulingLevel::Administrator: return AccessTr::tr("administrator");
    case RulingLevel::Public: return AccessTr::tr("public");
    case RulingLevel::GroupDenied:
    case RulingLevel::OwnDenied:
    case RulingLevel::Nothing: break;
    }
    return {};
}

QString previewText(const AccessPreview &preview)
{
    if (preview.peopleGaining == 0 && preview.peopleLosing == 0 && preview.peopleChanging == 0)
        return AccessTr::tr("Nobody's access changes.");
    QStringList parts;
    if (preview.peopleGaining > 0)
        parts += AccessTr::tr("access is gained by %n people", nullptr, asInt(preview.peopleGaining));
    if (preview.peopleLosing > 0)
        parts += AccessTr::tr("access is lost by %n people", nullptr, asInt(preview.peopleLosing));
    if (preview.peopleChanging > 0)
        parts += AccessTr::tr("permissions change for %n people", nullptr, asInt(preview.peopleChanging));
    //: %1: "12 recordings"; %2: what happens to how many people, joined by commas
    return AccessTr::tr("%1: %2.").arg(recordingsCount(preview.recordings), parts.join(u", "_s));
}

QString differenceText(const AccessDifference &difference)
{
    if (difference.before && difference.after)
        return u"%1 → %2"_s.arg(setOrNothing(difference.before), setOrNothing(difference.after));
    QStringList parts;
    if (difference.gained > 0)
        parts += AccessTr::tr("gains %1").arg(recordingsCount(difference.gained));
    if (difference.lost > 0)
        parts += AccessTr::tr("loses %1").arg(recordingsCount(difference.lost));
    if (difference.changed > 0)
        parts += AccessTr::tr("other permissions on %1").arg(recordingsCount(difference.changed));
    return parts.join(u", "_s);
}

QString proposalModeText(ProposalMode mode)
{
    switch (mode) {
    case ProposalMode::Off: return AccessTr::tr("Do nothing");
    case ProposalMode::Propose: return AccessTr::tr("Propose");
    case ProposalMode::Grant: return AccessTr::tr("Grant at once");
    }
    return {};
}

QString permissionsReachText()
{
    return AccessTr::tr("These permissions hold in Letopis. The conference server's own playback addresses do not ask for them: "
                        "whoever has such an address can watch.");
}

} // namespace letopis
