#pragma once

#include "core/base/progress.h"
#include "core/domain/actor.h"
#include "core/domain/audit.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <stop_token>

namespace letopis {

// Whether this catalog's key can sign.
struct AuditSigning
{
    bool isAvailable = false;
    QString store;        // where the secret half is, for people; of what failed, too
    QByteArray publicKey; // empty: no key was made yet
    QString fingerprint;  // for people to compare
    std::optional<Error> problem = {}; // why not
};

// Somebody took something with them that the program wrote for them.
struct ExportNote
{
    QString action = {};        // "participants.exported", "people.exported" …
    RecordingId recording = {}; // 0: about the catalog
    QString format = {};        // "csv", "json"
    QString file = {};          // its name, without the folder
    qint64 count = -1;          // of lines, people …; -1: not known
};

// The part of the workspace that shows the journal and proves that nobody changed it. Main thread only; nothing blocks. A
// recording's own lines need Capability::SeeReports on it, the whole journal an Administrator; else PermissionDenied with
// RefusalEvidence.
class AuditTrail : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // In the query's order from behind `after` (0: from its beginning; page.next: the following one). A query for one recording
    // is that recording's journal. With a text: events not searchable yet are taken in first, which the first time takes a while.
    virtual QFuture<Result<AuditPage>> page(const Actor &actor, const AuditQuery &query, qint64 after, int limit) = 0;
    // Who and what occurs in the whole journal.
    virtual QFuture<Result<AuditFacets>> facets(const Actor &actor) = 0;

    // Into a file that is replaced where it is there. An extract is signed where the SecretStore works and `isSigned`:
    // SecretStoreUnavailable else, and the unsigned one may be asked for. NotFound where nothing matches. Noted as "audit.exported".
    virtual QFuture<Result<AuditExportReport>> exportTo(const Actor &actor, const AuditQuery &query, AuditFileFormat format, const QString &file,
                                                        bool isSigned, std::shared_ptr<ProgressCounters> progress, std::stop_token stop) = 0;
    virtual QFuture<Result<AuditSigning>> signing(const Actor &actor) = 0;

    // Recomputes the chain of the catalog, which may be written meanwhile. `anchorFile`: also proves that nothing was cut off.
    virtual QFuture<Result<AuditVerdict>> verify(const Actor &actor, const QString &anchorFile, std::shared_ptr<ProgressCounters> progress,
                                                 std::stop_token stop) = 0;
    // The chain's head, to be kept elsewhere; signed where that works. anchorText() is the file.
    virtual QFuture<Result<AuditAnchor>> anchor(const Actor &actor) = 0;

    // Whether the catalog is the one that this profile saw last.
    virtual QFuture<Result<CatalogAgeReport>> catalogAge(const Actor &actor) = 0;
    // A person says that it is the right one all the same.
    virtual QFuture<Result<AuditAnchor>> acceptCatalog(const Actor &actor) = 0;

    // Retention of the journal itself, by whole verified stretches: seal, then export, then drop.
    virtual QFuture<Result<QList<AuditSegment>>> segments(const Actor &actor) = 0;
    // What happened before that time and is not sealed yet. ContentMismatch where the chain does not hold; NotFound: nothing.
    virtual QFuture<Result<AuditSegment>> seal(const Actor &actor, const QDateTime &until) = 0;
    // Into the folder, compressed and signed (SecretStoreUnavailable as above).
    virtual QFuture<Result<AuditSegment>> exportSegment(const Actor &actor, qint64 firstSequence, const QString &folder, bool isSigned) = 0;
    // The oldest one only, and only where `file` is its export, whole: ContentMismatch, InvalidInput.
    virtual QFuture<Result<AuditSegment>> dropSegment(const Actor &actor, qint64 firstSequence, const QString &file) = 0;

    // After an export that the program wrote for this person. They may do it already: nothing is asked but that they may change
    // something at all.
    virtual QFuture<Result<>> noteExport(const Actor &actor, const ExportNote &note) = 0;

Q_SIGNALS:
    void catalogAgeKnown(const letopis::CatalogAgeReport &report); // after the start
};

} // namespace letopis
