#pragma once

#include "core/domain/actor.h"
#include "core/domain/formdraft.h"

#include <QFuture>
#include <QObject>

namespace letopis {

// The part of the workspace that keeps what people typed and did not apply, each person's own: it survives the program and
// the machine. Main thread only; nothing blocks. What is asked for in turn happens in turn. An invalid recording stands for the
// forms that belong to none; the overview has none of them, and draftsChanged() does not speak of them.
class DraftBook : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QFuture<Result<QList<FormDraft>>> drafts(const Actor &actor, RecordingId id) = 0; // by form
    virtual QFuture<Result<QList<FormDraft>>> overview(const Actor &actor) = 0; // all, oldest first; without their contents
    // On the disk when it succeeded. Replaces the one before it, whoever wrote that, and keeps its `since`. InvalidInput: too
    // large, or no such recording.
    virtual QFuture<Result<>> keep(const Actor &actor, RecordingId id, const QString &form, const QByteArray &content) = 0;
    virtual QFuture<Result<>> remove(const Actor &actor, RecordingId id, const QString &form) = 0; // also where there is none

Q_SIGNALS:
    void draftsChanged(letopis::RecordingId recording); // one came or went, not each key
};

} // namespace letopis
