#include "core/jobs/realityrun.h"

#include "core/storage/catalogsyncwriter.h"

#include <QRegularExpression>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int mostMeasured = 200; // each costs the server a walk

QString idIn(const QString &name, bool isMarker)
{
    static const QRegularExpression whole(u"\\A[0-9a-f]{40}-[0-9]{13}(?:-[0-9]{1,20})?\\z"_s);
    static const QRegularExpression marker(
        u"\\A([0-9a-f]{40}-[0-9]{13}(?:-[0-9]{1,20})?)(?:-[A-Za-z][A-Za-z0-9_-]*)?\\.(?:done|fail|norecord)\\z"_s);
    if (!isMarker)
        return whole.match(name).hasMatch() ? name : QString();
    return marker.match(name).captured(1);
}
} // namespace

RealityRun::RealityRun(DeletionPlace place, RealityRepository reality, const Clock &clock)
    : m_place(std::move(place))
    , m_reality(reality)
    , m_clock(clock)
{
}

void RealityRun::see(const QString &tree, const QString &externalId, bool isMarker, qint64 atMs)
{
    m_seen[externalId.toUtf8()].sees(tree, isMarker, atMs);
}

Result<> RealityRun::execute(ProgressCounters &progress, std::stop_token stop)
{
    RealityReport report;
    report.server = m_place.opened.server.id;
    report.atMs = toUtcMs(m_clock.now());
    // The catalog first: what a sync adds meanwhile is then in the listing alone, and not a finding of something lost.
    const Result<> known = m_reality.forEachRecording(report.server, [this, &report](const QByteArray &id, const RealitySighting &one) {
        m_seen.insert(id, one);
        ++report.inCatalog;
    });
    if (!known)
        return known;
    if (const Result<> read = readApi(progress, stop); !read)
        return read;
    const Result<QString> source = readDisk(progress, stop);
    if (!source)
        return source.error();
    report.source = *source;
    std::vector<RealityFinding> findings;
    for (auto one = m_seen.constBegin(); one != m_seen.constEnd(); ++one) {
        report.listed += one->api ? 1 : 0;
        report.onDisk += one->trees ? 1 : 0;
        const auto kind = judge(*one, *source != "none"_L1, report.atMs, m_unseen);
        // What an incomplete listing leaves out may be there all the same.
        if (!kind || (!m_isListingComplete && !one->api))
            continue;
        findings.push_back({.position = 0,
                            .kind = *kind,
                            .externalId = QString::fromUtf8(one.key()),
                            .recording = {one->recording},
                            .detail = describe(*one),
                            .sizeBytes = -1,
                            .changedAtMs = one->changedAtMs});
    }
    std::sort(findings.begin(), findings.end(), [](const RealityFinding &left, const RealityFinding &right) {
        return std::pair(int(left.kind), left.externalId) < std::pair(int(right.kind), right.externalId);
    });
    if (*source == "script"_L1) {
        if (const Result<> measured = measure(findings, stop); !measured)
            return measured;
    }
    return waitFor(m_reality.store(report, std::move(findings)));
}

Result<> RealityRun::readApi(ProgressCounters &progress, std::stop_token stop)
{
    const RecordingSink sink([this](std::vector<RecordingSnapshot> page) -> Result<> {
        for (const RecordingSnapshot &snapshot : page) {
            std::optional<PublicationState> &state = m_seen[snapshot.externalId.toUtf8()].api;
            if (!state || publicationRank(snapshot.state) > publicationRank(*state))
                state = snapshot.state;
        }
        return {};
    });
    const Result<ListingSummary> summary = m_place.opened.service->listRecordings(sink, progress, stop);
    if (!summary)
        return summary.error();
    m_isListingComplete = summary->isComplete;
    return {};
}

Result<QString> RealityRun::readDisk(ProgressCounters &progress, std::stop_token stop)
{
    RecordingDisk *script = m_place.opened.service->recordingDisk();
    if (script) {
        const auto take = [this](const DiskEntry &entry) -> Result<> {
            if (entry.externalId.isEmpty())
                m_unseen |= RealitySighting::treesIn(entry.tree, entry.tree.startsWith("recording/status/"_L1));
            else
                see(entry.tree, entry.externalId, !entry.marker.isEmpty(), entry.changedAtMs);
            return {};
        };
        const Result<> listed = script->list(take, progress, stop);
        if (listed)
            return u"script"_s;
        if (listed.error().kind != ErrorKind::Unsupported && listed.error().kind != ErrorKind::NotFound)
            return listed.error();
    }
    if (!m_place.disk)
        return u"none"_s;
    const Result<> read = readBySftp(progress, stop);
    return read ? Result<QString>(u"sftp"_s) : Result<QString>(read.error());
}

Result<> RealityRun::readBySftp(ProgressCounters &progress, std::stop_token stop)
{
    for (const QString &tree : {u"published"_s, u"unpublished"_s, u"deleted"_s, u"recording/process"_s, u"recording/publish"_s}) {
        if (const Result<> listed = listTree(tree, true, progress, stop); !listed)
            return listed;
    }
    for (const QString &tree : {u"recording/raw"_s, u"events"_s, u"captions"_s, u"letopis"_s, u"recording/status/recorded"_s,
                                u"recording/status/archived"_s, u"recording/status/sanity"_s, u"recording/status/ended"_s,
                                u"recording/status/processed"_s, u"recording/status/published"_s}) {
        if (const Result<> listed = listTree(tree, false, progress, stop); !listed)
            return listed;
    }
    return {};
}

Result<> RealityRun::listTree(const QString &tree, bool hasFormats, ProgressCounters &progress, std::stop_token stop)
{
    const auto files = m_place.disk->files->list(RemotePath(m_place.disk->server.dataRoot, tree), stop);
    const bool isMarker = tree.startsWith("recording/status/"_L1);
    if (!files) {
        // An account may not see all of them, and links are not followed: what lies there is not known. That is not nothing.
        const ErrorKind kind = files.error().kind;
        if (kind == ErrorKind::PermissionDenied || kind == ErrorKind::InvalidInput || (kind == ErrorKind::NotFound && tree == "published"_L1))
            m_unseen |= RealitySighting::treesIn(tree, isMarker);
        else if (kind != ErrorKind::NotFound)
            return files.error();
        return {};
    }
    for (const RemoteFile &file : *files) {
        if (hasFormats && file.isLink)
            m_unseen |= RealitySighting::treesIn(tree, isMarker);
        if (hasFormats && file.isDirectory) {
            if (const Result<> listed = listTree(tree + u'/' + file.name, false, progress, stop); !listed)
                return listed;
            continue;
        }
        const QString id = idIn(file.name, isMarker);
        if (id.isEmpty() || (!isMarker && !file.isDirectory))
            continue;
        ++progress.done;
        see(tree, id, isMarker, file.modifiedAt.toMSecsSinceEpoch());
    }
    return {};
}

Result<> RealityRun::measure(std::vector<RealityFinding> &findings, std::stop_token stop)
{
    int measured = 0;
    for (RealityFinding &finding : findings) {
        if (mendOf(finding.kind) != RealityMend::Purge || ++measured > mostMeasured)
            continue;
        const Result<DiskRecording> there = m_place.opened.service->recordingDisk()->inspect(finding.externalId, stop);
        if (there)
            finding.sizeBytes = there->bytes();
        else if (there.error().kind != ErrorKind::InvalidInput && there.error().kind != ErrorKind::PermissionDenied)
            return there.error();
    }
    return {};
}

namespace {
// Those that a sync has not found since: its word is not to be overwritten.
Result<QStringList> unknownOf(Database &database, ServerId server, const QStringList &externalIds)
{
    return waitFor(database.read([=](Connection &connection) -> Result<QStringList> {
        static const Statement look{"reality.isKnown"_L1, u"SELECT 1 FROM recording WHERE server_id = :server AND external_id = :id"_s};
        QStringList unknown;
        for (const QString &id : externalIds) {
            bool isKnown = false;
            const Result<> read = connection.forEachRaw(look, {{":server"_L1, server.value}, {":id"_L1, id}}, [&](const QSqlQuery &) { isKnown = true; });
            if (!read)
                return read.error();
            if (!isKnown)
                unknown += id;
        }
        return unknown;
    }));
}
} // namespace

Result<> addUnknown(Database &database, const Clock &clock, ServerId server, const Actor &actor, const QStringList &externalIds)
{
    const Result<QStringList> unknown = unknownOf(database, server, externalIds);
    if (!unknown || unknown->isEmpty())
        return unknown ? Result<>() : Result<>(unknown.error());
    CatalogSyncWriter writer(database, clock, server, actor);
    if (const Result<> begun = writer.begin(); !begun)
        return begun;
    std::vector<RecordingSnapshot> page;
    for (const QString &id : *unknown) {
        RecordingSnapshot snapshot;
        snapshot.externalId = id;
        snapshot.internalMeetingId = id;
        snapshot.name = id;
        snapshot.state = PublicationState::Deleted;
        snapshot.startedAtMs = id.section(u'-', 1, 1).toLongLong();
        page.push_back(snapshot);
    }
    if (const auto applied = writer.apply(std::move(page)); !applied)
        return applied.error();
    const auto flushed = writer.flush();
    return flushed ? Result<>() : Result<>(flushed.error());
}

} // namespace letopis
