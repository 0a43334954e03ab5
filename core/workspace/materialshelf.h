#pragma once

#include "core/domain/actor.h"
#include "core/domain/jobstatus.h"
#include "core/domain/material.h"

#include <QFuture>
#include <QObject>

namespace letopis {

// An opened copy into which a program saved what is no version of its material yet.
struct ChangedCopy
{
    MaterialId material;
    QString name; // the material's
    QString file;
    qint64 sizeBytes = 0;
    QDateTime changedAt; // UTC

    friend bool operator==(const ChangedCopy &, const ChangedCopy &) = default;
};

// The part of the workspace that keeps additional materials. Main thread only; nothing blocks. A file is safe once its add
// job has finished: a verified copy lies in the profile, and a later job brings it to the server, however often the line
// breaks.
class MaterialShelf : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Trash only for who may edit materials; the others get the rest.
    virtual QFuture<Result<QList<Material>>> materials(const Actor &actor, RecordingId id, bool withTrash) = 0;

    // Copies the files into the profile and makes a material of each; ends then. One that cannot be read does not stop the
    // others. A workspace that works in the background uploads by itself soon after; otherwise startExchange() does.
    virtual JobId startAdd(const Actor &actor, RecordingId id, const QStringList &localFiles) = 0;
    virtual JobId startAddVersion(const Actor &actor, MaterialId id, const QString &localFile) = 0;
    virtual QFuture<Result<>> change(const Actor &actor, MaterialId id, const MaterialChange &change) = 0;
    virtual QFuture<Result<>> setOrder(const Actor &actor, RecordingId id, const QList<MaterialId> &order) = 0;
    virtual QFuture<Result<>> moveToTrash(const Actor &actor, MaterialId id) = 0;
    virtual QFuture<Result<>> restore(const Actor &actor, MaterialId id) = 0;

    // Makes the version available offline; `saveAs` empty: in the profile only. Joins one of the same.
    virtual JobId startFetch(const Actor &actor, MaterialId id, int version, const QString &saveAs) = 0;
    // A verified local copy of the version, to be opened; NotFound where it has to be fetched first.
    virtual QFuture<Result<QString>> localCopy(const Actor &actor, MaterialId id, int version) = 0;
    // Of the recording's materials that are not in the trash.
    virtual QFuture<Result<QList<ChangedCopy>>> changedCopies(const Actor &actor, RecordingId id) = 0;
    // ContentMismatch: a program has saved into it once more, and it stays.
    virtual QFuture<Result<>> discardCopy(const Actor &actor, const ChangedCopy &copy) = 0;
    // Brings what waits to the server and what is there into the catalog; joins the one already running.
    virtual JobId startExchange(const Actor &actor, ServerId server) = 0;

    // Of the server's recordings, with something that is still to be written there.
    virtual QFuture<Result<qint64>> countWaiting(const Actor &actor, ServerId server) = 0;

    // Where they are kept on each server of this profile, an absolute path; empty: <data root>/letopis.
    virtual QString serverFolder() const = 0;
    // From the next exchange on; what is there already is not moved. InvalidInput: not absolute.
    virtual QFuture<Result<>> setServerFolder(const Actor &actor, const QString &folder) = 0;

Q_SIGNALS:
    void materialsChanged(letopis::RecordingId recording);
};

} // namespace letopis
