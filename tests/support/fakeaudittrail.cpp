#include "tests/support/fakeaudittrail.h"

#include "tests/support/fakeworkspace.h"

#include <QFile>
#include <QFileInfo>
#include <QMap>

#include <algorithm>

namespace letopis::test {

using namespace Qt::Literals::StringLiterals;

namespace {
bool matches(const AuditEntry &entry, const AuditQuery &query)
{
    const AuditEvent &event = entry.event;
    const auto isAction = [&event](const QString &action) {
        return event.action == action || (action.endsWith(u'.') && event.action.startsWith(action));
    };
    const QString text = event.actor + u' ' + event.action + u' ' + QString::fromUtf8(event.details + event.origin);
    return (query.actors.isEmpty() || query.actors.contains(event.actor))
        && (query.actions.isEmpty() || std::any_of(query.actions.begin(), query.actions.end(), isAction))
        && (!query.server.value || query.server == event.server) && (!query.recording.value || query.recording == event.recording)
        && (!query.sinceMs || event.atMs >= query.sinceMs) && (!query.untilMs || event.atMs < query.untilMs)
        && (query.text.trimmed().isEmpty() || text.contains(query.text.trimmed(), Qt::CaseInsensitive));
}
} // namespace

void FakeAuditTrail::add(AuditEntry entry)
{
    entry.event.sequence = m_entries.size() + 1;
    entry.event.previousHash = m_entries.isEmpty() ? QByteArray(32, '\0') : m_entries.constLast().event.hash;
    entry.event.hash = auditHash(entry.event);
    m_entries += entry;
}

QList<AuditEntry> FakeAuditTrail::matching(const AuditQuery &query) const
{
    QList<AuditEntry> found;
    std::copy_if(m_entries.begin(), m_entries.end(), std::back_inserter(found), [&query](const AuditEntry &entry) { return matches(entry, query); });
    if (query.order == AuditQuery::Order::NewestFirst)
        std::reverse(found.begin(), found.end());
    return found;
}

QFuture<Result<AuditPage>> FakeAuditTrail::page(const Actor &, const AuditQuery &query, qint64 after, int limit)
{
    return m_workspace.answer<AuditPage>(u"auditPage"_s, [=, this]() -> Result<AuditPage> {
        AuditPage page;
        page.headSequence = m_entries.size();
        for (const AuditEntry &entry : matching(query)) {
            const qint64 at = entry.event.sequence;
            const bool isBehind = after == 0 || (query.order == AuditQuery::Order::NewestFirst ? at < after : at > after);
            if (isBehind && page.entries.size() == limit)
                page.next = page.entries.constLast().event.sequence;
            else if (isBehind)
                page.entries += entry;
        }
        return page;
    });
}

QFuture<Result<AuditFacets>> FakeAuditTrail::facets(const Actor &)
{
    return m_workspace.answer<AuditFacets>(u"auditFacets"_s, [this]() -> Result<AuditFacets> {
        QMap<QString, qint64> actors;
        QMap<QString, qint64> actions;
        for (const AuditEntry &entry : std::as_const(m_entries)) {
            ++actors[entry.event.actor];
            ++actions[entry.event.action];
        }
        AuditFacets facets;
        for (auto each = actors.begin(); each != actors.end(); ++each)
            facets.actors += AuditFacet{each.key(), each.value()};
        for (auto each = actions.begin(); each != actions.end(); ++each)
            facets.actions += AuditFacet{each.key(), each.value()};
        return facets;
    });
}

QFuture<Result<AuditExportReport>> FakeAuditTrail::exportTo(const Actor &, const AuditQuery &query, AuditFileFormat format, const QString &path,
                                                            bool isSigned, std::shared_ptr<ProgressCounters>, std::stop_token)
{
    return m_workspace.answer<AuditExportReport>(u"auditExport"_s, [=, this]() -> Result<AuditExportReport> {
        if (isSigned && format == AuditFileFormat::Extract && !m_signing.isAvailable)
            return m_signing.problem.value_or(Error{ErrorKind::SecretStoreUnavailable, {}, {}, {}});
        const QList<AuditEntry> found = matching(query);
        QFile file(path);
        if (found.isEmpty() || !file.open(QIODevice::WriteOnly))
            return Error{found.isEmpty() ? ErrorKind::NotFound : ErrorKind::PermissionDenied, {}, path, {}};
        for (const AuditEntry &entry : found)
            file.write(QByteArray::number(entry.event.sequence) + ' ' + entry.event.action.toUtf8() + '\n');
        return AuditExportReport{.file = path, .events = found.size(), .withheld = 0, .sizeBytes = file.size(), .sha256 = QByteArray(32, 's'), .publicKey = {}};
    });
}

QFuture<Result<AuditSigning>> FakeAuditTrail::signing(const Actor &)
{
    return m_workspace.answer<AuditSigning>(u"auditSigning"_s, [this]() -> Result<AuditSigning> { return m_signing; });
}

QFuture<Result<AuditVerdict>> FakeAuditTrail::verify(const Actor &, const QString &anchorFile, std::shared_ptr<ProgressCounters> progress,
                                                     std::stop_token)
{
    return m_workspace.answer<AuditVerdict>(u"auditVerify"_s, [=, this]() -> Result<AuditVerdict> {
        AuditVerdict verdict;
        verdict.events = m_broken && m_broken->sequence > 0 ? m_broken->sequence - 1 : m_entries.size();
        verdict.head = head().hash;
        verdict.isAnchored = !anchorFile.isEmpty() && !m_broken;
        if (m_broken)
            verdict.breakAt(*m_broken);
        if (progress)
            progress->done = progress->total = m_entries.size();
        return verdict;
    });
}

AuditAnchor FakeAuditTrail::head() const
{
    AuditAnchor anchor{u"3f2a0c1e-0000-4000-8000-000000000001"_s, m_entries.size(), QByteArray(32, '\0'), 1'700'000'000'000, {}, {}};
    if (!m_entries.isEmpty())
        anchor.hash = m_entries.constLast().event.hash;
    return anchor;
}

QFuture<Result<AuditAnchor>> FakeAuditTrail::anchor(const Actor &)
{
    return m_workspace.answer<AuditAnchor>(u"auditAnchor"_s, [this]() -> Result<AuditAnchor> { return head(); });
}

QFuture<Result<CatalogAgeReport>> FakeAuditTrail::catalogAge(const Actor &)
{
    return m_workspace.answer<CatalogAgeReport>(u"catalogAge"_s, [this]() -> Result<CatalogAgeReport> { return m_age; });
}

QFuture<Result<AuditAnchor>> FakeAuditTrail::acceptCatalog(const Actor &actor)
{
    return m_workspace.answer<AuditAnchor>(u"acceptCatalog"_s, [this, actor]() -> Result<AuditAnchor> {
        AuditEntry entry;
        entry.event.actor = actor.login;
        entry.event.action = u"catalog.restored"_s;
        add(entry);
        m_age = {.age = CatalogAge::AsLeft, .seen = head(), .headSequence = m_entries.size()};
        return head();
    });
}

QFuture<Result<QList<AuditSegment>>> FakeAuditTrail::segments(const Actor &)
{
    return m_workspace.answer<QList<AuditSegment>>(u"auditSegments"_s, [this]() -> Result<QList<AuditSegment>> { return m_segments; });
}

QFuture<Result<AuditSegment>> FakeAuditTrail::seal(const Actor &actor, const QDateTime &until)
{
    return m_workspace.answer<AuditSegment>(u"sealAudit"_s, [=, this]() -> Result<AuditSegment> {
        AuditSegment segment;
        segment.firstSequence = m_segments.isEmpty() ? 1 : m_segments.constLast().lastSequence + 1;
        for (const AuditEntry &entry : std::as_const(m_entries)) {
            if (entry.event.sequence >= segment.firstSequence && entry.event.atMs < until.toMSecsSinceEpoch())
                segment.lastSequence = entry.event.sequence;
        }
        if (segment.lastSequence < segment.firstSequence)
            return Error{ErrorKind::NotFound, {}, {}, {}};
        segment.sealedBy = actor.login;
        m_segments += segment;
        return segment;
    });
}

Result<AuditSegment> FakeAuditTrail::changeSegment(qint64 firstSequence, const std::function<void(AuditSegment &)> &change)
{
    for (AuditSegment &segment : m_segments) {
        if (segment.firstSequence == firstSequence) {
            change(segment);
            return segment;
        }
    }
    return Error{ErrorKind::NotFound, {}, {}, {}};
}

QFuture<Result<AuditSegment>> FakeAuditTrail::exportSegment(const Actor &, qint64 firstSequence, const QString &, bool)
{
    return m_workspace.answer<AuditSegment>(u"exportSegment"_s, [=, this]() -> Result<AuditSegment> {
        return changeSegment(firstSequence, [](AuditSegment &segment) {
            segment.fileName = u"segment.jsonl.zst"_s;
            segment.exportedAtMs = 1'700'000'000'000;
        });
    });
}

QFuture<Result<AuditSegment>> FakeAuditTrail::dropSegment(const Actor &, qint64 firstSequence, const QString &file)
{
    return m_workspace.answer<AuditSegment>(u"dropSegment"_s, [=, this]() -> Result<AuditSegment> {
        return changeSegment(firstSequence, [&file](AuditSegment &segment) {
            if (QFileInfo(file).fileName() == segment.fileName)
                segment.droppedAtMs = 1'700'000'000'000;
        });
    });
}

QFuture<Result<>> FakeAuditTrail::noteExport(const Actor &, const ExportNote &note)
{
    return m_workspace.answer<void>(u"noteExport"_s, [=, this]() -> Result<> {
        m_notes += note;
        return {};
    });
}

} // namespace letopis::test
