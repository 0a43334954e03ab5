#pragma once

#include "core/workspace/audittrail.h"

namespace letopis::test {

class FakeWorkspace;

// A journal in memory that answers as its workspace does ("auditPage", "auditFacets", "auditExport", "auditSigning", "auditVerify",
// "auditAnchor", "catalogAge", "acceptCatalog", "auditSegments", "sealAudit", "exportSegment", "dropSegment", "noteExport" may be
// scripted to fail). Texts are looked for as they are.
class FakeAuditTrail final : public AuditTrail
{
    Q_OBJECT

public:
    explicit FakeAuditTrail(FakeWorkspace &workspace)
        : m_workspace(workspace)
    {
    }

    // Numbered and chained as the real one does it.
    void add(AuditEntry entry);
    // From the next check on.
    void breakAt(const AuditBreak &found) { m_broken = found; }
    void setSigning(const AuditSigning &signing) { m_signing = signing; }
    void setAge(const CatalogAgeReport &age) { m_age = age; }
    const QList<ExportNote> &exportNotes() const { return m_notes; }
    const QList<AuditEntry> &entries() const { return m_entries; }

    QFuture<Result<AuditPage>> page(const Actor &actor, const AuditQuery &query, qint64 after, int limit) override;
    QFuture<Result<AuditFacets>> facets(const Actor &actor) override;
    // Writes one line of the file per event.
    QFuture<Result<AuditExportReport>> exportTo(const Actor &actor, const AuditQuery &query, AuditFileFormat format, const QString &file,
                                                bool isSigned, std::shared_ptr<ProgressCounters> progress, std::stop_token stop) override;
    QFuture<Result<AuditSigning>> signing(const Actor &actor) override;
    QFuture<Result<AuditVerdict>> verify(const Actor &actor, const QString &anchorFile, std::shared_ptr<ProgressCounters> progress,
                                         std::stop_token stop) override;
    QFuture<Result<AuditAnchor>> anchor(const Actor &actor) override;
    QFuture<Result<CatalogAgeReport>> catalogAge(const Actor &actor) override;
    QFuture<Result<AuditAnchor>> acceptCatalog(const Actor &actor) override;
    QFuture<Result<QList<AuditSegment>>> segments(const Actor &actor) override;
    QFuture<Result<AuditSegment>> seal(const Actor &actor, const QDateTime &until) override;
    QFuture<Result<AuditSegment>> exportSegment(const Actor &actor, qint64 firstSequence, const QString &folder, bool isSigned) override;
    QFuture<Result<AuditSegment>> dropSegment(const Actor &actor, qint64 firstSequence, const QString &file) override;
    QFuture<Result<>> noteExport(const Actor &actor, const ExportNote &note) override;

private:
    AuditAnchor head() const;
    QList<AuditEntry> matching(const AuditQuery &query) const;
    Result<AuditSegment> changeSegment(qint64 firstSequence, const std::function<void(AuditSegment &)> &change);

    FakeWorkspace &m_workspace;
    QList<AuditEntry> m_entries; // by sequence
    std::optional<AuditBreak> m_broken;
    AuditSigning m_signing{.isAvailable = true, .store = QStringLiteral("the test's keychain"), .publicKey = {}, .fingerprint = {}};
    CatalogAgeReport m_age{.age = CatalogAge::AsLeft, .seen = {}};
    QList<AuditSegment> m_segments;
    QList<ExportNote> m_notes;
};

} // namespace letopis::test
