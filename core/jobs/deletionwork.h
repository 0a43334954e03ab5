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

inline bool isListed(const std::optional<RecordingSnapshot> &live)
{
    return live && live->state != PublicationState::Deleted && live->state != PublicationState::Gone;
}

inline bool isInProcess(const RecordingSnapshot &live)
{
    return live.state == PublicationState::Processing || live.state == PublicationState::Processed;
}

// For the journal.
QByteArray detailsOf(const DeletionPlan &plan, const DeletionItem &item, const QString &means);

// What an item must remember over a crash.
struct DeletionRun::Work
{
    bool wasPublished = false;
    DeletionStage::Means means = DeletionStage::Means::None; // of a trash: decided once, for its first attempt may have done half of it
    QByteArray certificate; // of a purge: what was there; empty: not looked at yet

    // Of this attempt alone.
    QList<DiskTree> removed; // by the script
    QList<DiskLeft> left;    // by it
    DiskRecording after;     // what is there afterwards; its files where a tree is only partly gone

    QByteArray json() const
    {
        return QJsonDocument(QJsonObject{{QStringLiteral("wasPublished"), wasPublished},
                                         {QStringLiteral("means"), deletionMeansName(means)},
                                         {QStringLiteral("certificate"), QString::fromUtf8(certificate)}})
            .toJson(QJsonDocument::Compact);
    }
    static Work from(const QByteArray &json)
    {
        const QJsonObject object = QJsonDocument::fromJson(json).object();
        Work work;
        work.wasPublished = object[QStringLiteral("wasPublished")].toBool();
        work.means = deletionMeansFromName(object[QStringLiteral("means")].toString()).value_or(DeletionStage::Means::None);
        work.certificate = object[QStringLiteral("certificate")].toString().toUtf8();
        return work;
    }
};

} // namespace letopis
