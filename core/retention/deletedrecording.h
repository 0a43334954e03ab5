#pragma once

#include "core/domain/recording.h"

namespace letopis {

// A recording in the trash: it can come back until its grace period ends.
struct TrashedRecording
{
    RecordingId recording;
    ServerId server;
    QString externalId;
    QString title;              // this and the ID: empty where who asks cannot see it
    qint64 sinceMs = 0;         // epoch
    qint64 purgeAfterMs = 0;    // 0: no end
    bool isInServerTree = false; // the server's own deleted tree; else it is only unpublished
    bool wasPublished = false;  // what a restore goes back to
    bool isHeld = false;
    qint64 sizeBytes = -1;      // what its purge would free on the server: formats and raw; -1: unknown
    QString byLogin;

    friend bool operator==(const TrashedRecording &, const TrashedRecording &) = default;
};

// A certificate, without its content.
struct CertificateEntry
{
    QByteArray sha256; // of the content
    RecordingId recording;
    ServerId server;
    QString externalId;
    QString title; // empty as above
    qint64 issuedAtMs = 0;
    qint64 freedBytes = -1; // on the server; -1: not known
    QString purgedBy;       // login; empty where the journal holds its event no more

    friend bool operator==(const CertificateEntry &, const CertificateEntry &) = default;
};

} // namespace letopis
