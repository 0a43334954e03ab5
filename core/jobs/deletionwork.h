#pragma once

#include "core/jobs/deletionrun.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace letopis {

// Between the files of DeletionRun.

// Errors that are about one recording: its item fails, the others go on. Anything else is about the line, the account or the catalog.
inline bool concernsOneRecording(ErrorKind kind)
{
    return kind == ErrorKind::ServerRefused || kind == ErrorKind::BadAnswer || kind == ErrorKind::NotFound
           || kind == ErrorKind::PermissionDenied || kind == ErrorKind::AlreadyExists || kind == ErrorKind::TooLarge
           || kind == ErrorKind::ContentMismatch || kind == ErrorKind::Unsupported;
}

// What an item must remember over a crash.
struct DeletionRun::Work
{
    bool wasPublished = false;
    QByteArray certificate; // of a purge: what was there; empty: not looked at yet

    QByteArray json() const
    {
        return QJsonDocument(QJsonObject{{QStringLiteral("wasPublished"), wasPublished}, {QStringLiteral("certificate"), QString::fromUtf8(certificate)}})
            .toJson(QJsonDocument::Compact);
    }
    static Work from(const QByteArray &json)
    {
        const QJsonObject object = QJsonDocument::fromJson(json).object();
        return {object[QStringLiteral("wasPublished")].toBool(), object[QStringLiteral("certificate")].toString().toUtf8()};
    }
};

} // namespace letopis
