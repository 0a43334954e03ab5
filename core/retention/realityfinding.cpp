#include "core/retention/realityfinding.h"

#include "core/base/enumname.h"

#include <QStringList>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 dayMs = 24 * 3'600'000;
constexpr qint64 longestProcessingMs = 2 * dayMs;
constexpr qint64 serversOwnCleaningMs = 15 * dayMs; // stock servers drop what is not needed after 14

constexpr EnumName<RealityKind> kinds[]{
    {RealityKind::NotInCatalog, "notInCatalog"_L1},       {RealityKind::NotOnServer, "notOnServer"_L1},
    {RealityKind::OnlyInApi, "onlyInApi"_L1},             {RealityKind::OnlyOnDisk, "onlyOnDisk"_L1},
    {RealityKind::StatesDiffer, "statesDiffer"_L1},       {RealityKind::HalfProcessed, "halfProcessed"_L1},
    {RealityKind::RawOrphan, "rawOrphan"_L1},             {RealityKind::DeletedLeftover, "deletedLeftover"_L1},
    {RealityKind::StatusLeftover, "statusLeftover"_L1},   {RealityKind::MaterialsLeftover, "materialsLeftover"_L1},
};
constexpr EnumName<RealityMend> mends[]{
    {RealityMend::None, "none"_L1},
    {RealityMend::Sync, "sync"_L1},
    {RealityMend::Purge, "purge"_L1},
};

bool isServed(const std::optional<PublicationState> &state)
{
    return state == PublicationState::Published || state == PublicationState::Unpublished;
}

bool isInProcess(const std::optional<PublicationState> &state)
{
    return state == PublicationState::Processing || state == PublicationState::Processed;
}

constexpr quint32 servedTrees = RealitySighting::Published | RealitySighting::Unpublished | RealitySighting::Deleted;
// Where something may lie that makes the rest no leftover.
constexpr quint32 decidingTrees = servedTrees | RealitySighting::Process | RealitySighting::Queued;

bool statesDiffer(const RealitySighting &one, bool hasDisk)
{
    if (isServed(one.api) && isServed(one.catalog) && one.api != one.catalog)
        return true;
    if (!hasDisk || !isServed(one.api))
        return false;
    const quint32 served = one.trees & servedTrees;
    return served != (one.api == PublicationState::Published ? RealitySighting::Published : RealitySighting::Unpublished);
}

// Of what is neither published nor unpublished.
std::optional<RealityKind> judgeRest(const RealitySighting &one, qint64 ageMs)
{
    using Tree = RealitySighting;
    if (one.trees & Tree::Queued)
        return {};
    if (one.trees & Tree::Deleted)
        return one.isInTrash ? std::nullopt : std::optional(RealityKind::DeletedLeftover);
    if ((one.trees & Tree::Process) || isInProcess(one.api))
        return ageMs > longestProcessingMs ? std::optional(RealityKind::HalfProcessed) : std::nullopt;
    if (one.trees & Tree::Raw)
        return ageMs > serversOwnCleaningMs ? std::optional(RealityKind::RawOrphan) : std::nullopt;
    if ((one.trees & (Tree::Markers | Tree::Captions)) && ageMs > serversOwnCleaningMs)
        return RealityKind::StatusLeftover;
    return {};
}
} // namespace

QString realityKindName(RealityKind kind)
{
    return nameIn(kinds, kind);
}

std::optional<RealityKind> realityKindFromName(const QString &name)
{
    return valueIn(kinds, name);
}

QString realityMendName(RealityMend mend)
{
    return nameIn(mends, mend);
}

RealityMend mendOf(RealityKind kind)
{
    switch (kind) {
    case RealityKind::NotInCatalog:
    case RealityKind::NotOnServer: return RealityMend::Sync;
    case RealityKind::StatesDiffer: return RealityMend::Sync;
    case RealityKind::HalfProcessed:
    case RealityKind::RawOrphan:
    case RealityKind::DeletedLeftover:
    case RealityKind::StatusLeftover:
    case RealityKind::MaterialsLeftover: return RealityMend::Purge;
    case RealityKind::OnlyInApi:
    case RealityKind::OnlyOnDisk: break; // which of the two is wrong only the server's administrator can tell
    }
    return RealityMend::None;
}

quint32 RealitySighting::treesIn(const QString &tree, bool isMarker)
{
    const auto in = [&](QLatin1StringView root) { return tree == root || tree.startsWith(root + u'/'); };
    if (isMarker)
        return tree == "recording/status/recorded"_L1 ? Queued : Markers;
    const std::pair<QLatin1StringView, quint32> roots[]{
        {"published"_L1, Published},       {"unpublished"_L1, Unpublished}, {"deleted"_L1, Deleted},   {"recording/process"_L1, Process},
        {"recording/publish"_L1, Process}, {"recording/raw"_L1, Raw},       {"events"_L1, Events},     {"captions"_L1, Captions},
        {"letopis"_L1, Materials},
    };
    for (const auto &[root, bit] : roots) {
        if (in(root))
            return bit;
    }
    return tree == "recording"_L1 ? Process | Raw | Queued | Markers : 0;
}

void RealitySighting::sees(const QString &tree, bool isMarker, qint64 atMs)
{
    const quint32 seen = treesIn(tree, isMarker);
    trees |= seen;
    if (seen != 0)
        changedAtMs = std::max(changedAtMs, atMs);
}

std::optional<RealityKind> judge(const RealitySighting &one, bool hasDisk, qint64 nowMs, quint32 unseen)
{
    const bool hasFiles = one.trees & (RealitySighting::Published | RealitySighting::Unpublished);
    // What nobody can date is as young as can be: a server may be at work on it.
    const qint64 ageMs = one.changedAtMs > 0 ? nowMs - one.changedAtMs : 0;
    if (isServed(one.api)) {
        const bool isWholeDisk = hasDisk && !(unseen & servedTrees);
        if (!one.catalog)
            return RealityKind::NotInCatalog;
        if (isWholeDisk && !hasFiles)
            return RealityKind::OnlyInApi;
        return statesDiffer(one, isWholeDisk) ? std::optional(RealityKind::StatesDiffer) : std::nullopt;
    }
    if (hasDisk && hasFiles)
        return RealityKind::OnlyOnDisk;
    if (unseen & decidingTrees)
        return {};
    if (const auto kind = judgeRest(one, ageMs))
        return kind;
    const bool isGone = !one.api && !(one.trees & (RealitySighting::Deleted | RealitySighting::Process | RealitySighting::Queued));
    if ((one.trees & RealitySighting::Materials) && isGone && (!one.catalog || one.isPurged || one.catalog == PublicationState::Gone))
        return RealityKind::MaterialsLeftover;
    if (!one.api && one.catalog && one.catalog != PublicationState::Gone && !one.isInTrash && !one.isPurged)
        return RealityKind::NotOnServer;
    return {};
}

QString describe(const RealitySighting &one)
{
    QStringList words;
    if (one.api)
        words += u"api: "_s + publicationStateName(*one.api);
    if (one.catalog)
        words += u"catalog: "_s + publicationStateName(*one.catalog);
    const std::pair<quint32, QString> trees[]{
        {RealitySighting::Published, u"published"_s}, {RealitySighting::Unpublished, u"unpublished"_s},
        {RealitySighting::Deleted, u"deleted"_s},     {RealitySighting::Process, u"recording/process"_s},
        {RealitySighting::Raw, u"recording/raw"_s},   {RealitySighting::Events, u"events"_s},
        {RealitySighting::Captions, u"captions"_s},   {RealitySighting::Markers, u"recording/status"_s},
        {RealitySighting::Materials, u"letopis"_s},
    };
    QStringList seen;
    for (const auto &[tree, name] : trees) {
        if (one.trees & tree)
            seen += name;
    }
    if (!seen.isEmpty())
        words += u"disk: "_s + seen.join(u' ');
    return words.join(u"; "_s);
}

} // namespace letopis
