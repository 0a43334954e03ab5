#pragma once

#include "core/base/clock.h"
#include "core/domain/ports/secretstore.h"
#include "core/jobs/workerpool.h"
#include "core/journal/auditkey.h"
#include "core/storage/auditnotes.h"
#include "core/workspace/audittrail.h"
#include "core/workspace/local/gate.h"

#include <QTimer>

namespace letopis {

// The journal of this profile's catalog.
class LocalAuditTrail final : public AuditTrail
{
    Q_OBJECT

public:
    struct Parts
    {
        AccessControl access;
        Database &database;
        const Clock &clock;
        WorkerPool &pool;
        std::function<SecretStore &()> secrets; // the one in use now
        QString anchorFile = {};                // of the profile; empty: none is kept
        QString program = {};                   // "letopis 0.5"
    };

    explicit LocalAuditTrail(Parts parts, QObject *parent = nullptr);
    ~LocalAuditTrail() override;

    QFuture<Result<AuditPage>> page(const Actor &actor, const AuditQuery &query, qint64 after, int limit) override;
    QFuture<Result<AuditFacets>> facets(const Actor &actor) override;
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

    // For the other parts of the workspace, after somebody looked at something or took it with them. Nobody waits for it; who only
    // looks as another leaves no line.
    void noteViewed(const Actor &actor, RecordingId recording, const QString &format);
    void note(const Actor &actor, const AuditNote &note);
    // Before anything is deleted.
    QFuture<Result<CatalogAgeReport>> ownCatalogAge();

private:
    qint64 nowMs() const { return m_parts.clock.now().toMSecsSinceEpoch(); }
    // f() → QFuture<Result<T>>, for who may read this much of the journal.
    template <typename F>
    auto pass(const Actor &actor, const AuditQuery &query, F f);
    template <typename F>
    auto passWhole(const Actor &actor, F f);
    // As does what only looks: never.
    template <typename F>
    auto passChange(const Actor &actor, F f);
    QFuture<Result<>> indexed();
    // Whether reasons of legal holds may be read: who sees one recording's journal is not always told them.
    QFuture<Result<bool>> mayReadHolds(const Actor &actor, const AuditQuery &query);
    // The catalog's key, made where there is none and `mayMake`; its absence is SecretMissing.
    QFuture<Result<AuditKey>> key(const Actor &actor, bool mayMake);
    QFuture<Result<AuditKey>> makeKey(const Actor &actor, const QString &catalog);
    QFuture<Result<QString>> catalog();
    // The key where it is wanted; nothing else.
    QFuture<Result<std::optional<AuditKey>>> keyIf(const Actor &actor, bool isWanted);
    void remember();

    const Parts m_parts;
    Gate m_gate;
    QTimer m_remembering;
};

} // namespace letopis
