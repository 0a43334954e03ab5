#pragma once

#include "core/base/result.h"
#include "core/domain/auditevent.h"
#include "core/domain/ports/recordingdisk.h"
#include "core/retention/deletionplan.h"

namespace letopis {

// What a purge removed and what it left, for who has to prove it. The journal's event "recording.purged" holds the SHA-256 of
// the certificate's JSON; the chain makes both unchangeable.
struct DeletionCertificate
{
    QString server;      // its name
    QString host;        // of its API
    QString externalId;
    QString title;
    qint64 startedAtMs = 0; // of the meeting
    QString planUuid;
    QString step;        // deletionStepName(); always purge for now
    DeletionReason reason;
    qint64 issuedAtMs = 0;
    QString purgedBy;    // logins
    QString confirmedBy;
    QString approvedBy;  // empty: one person was enough
    bool isDiskKnown = false; // the script was there: trees and files are what the disk held, else nothing is known of it
    QList<DiskTree> removed;
    QList<DiskFile> files;   // of `removed`, as they were before
    qint64 materialFiles = 0; // ours on the server's disk
    qint64 materialBytes = 0;
    qint64 localFiles = 0;   // of this profile: cached media, contents of materials
    qint64 localBytes = 0;
    QList<DiskLeft> remains; // trees of the disk; "api", "disk", "materials", "catalog" … for what is not one

    qint64 freedBytes() const; // on the server; -1: not known
    friend bool operator==(const DeletionCertificate &, const DeletionCertificate &) = default;
};

// Canonical: members sorted, no spaces, UTF-8. The bytes are what is signed.
QByteArray toJson(const DeletionCertificate &certificate);
// BadAnswer: not these bytes of a certificate; Unsupported: of a newer version.
Result<DeletionCertificate> certificateFromJson(const QByteArray &json);
QByteArray certificateSha256(const QByteArray &json); // 32 bytes
QByteArray purgedEventDetails(const DeletionCertificate &certificate, const QByteArray &json); // of "recording.purged"

// Whether the event names this certificate: ContentMismatch says what differs. That the event is in the journal's chain is the
// chain's to say.
Result<> verifyCertificate(const QByteArray &json, const AuditEvent &event);

// One file for whoever keeps it: {"certificate":…,"event":…}, to be verified offline.
QByteArray certificateFile(const QByteArray &json, const AuditEvent &event);
// One in the catalog.
struct IssuedCertificate
{
    QByteArray json;
    AuditEvent event; // that names it
};
struct CertificateFile
{
    QByteArray certificate;
    AuditEvent event;
};
Result<CertificateFile> readCertificateFile(const QByteArray &file);

} // namespace letopis
