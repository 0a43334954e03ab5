#pragma once

#include "core/base/result.h"
#include "core/domain/actor.h"
#include "core/domain/attendance.h"
#include "core/domain/recording.h"

#include <QHash>
#include <QObject>

#include <functional>

class QUndoStack;

namespace letopis {

class AttendanceBook;

// Stores edits of participants one after the other, and takes them back. Each recording keeps its own undo stack while the
// program runs. One change at a time: what comes while another is under way is dropped, so disable it (isBusy).
class AttendanceHistory final : public QObject
{
    Q_OBJECT

public:
    AttendanceHistory(AttendanceBook &book, Actor actor, QObject *parent = nullptr);

    void setRecording(RecordingId recording);
    // `text` names the change in "Undo …".
    void apply(const QList<AttendeeEdit> &before, const QList<AttendeeEdit> &after, const QString &text);
    void undo();
    void redo();

    bool isBusy() const { return m_isBusy; }
    bool canUndo() const;
    bool canRedo() const;
    QString undoText() const;
    QString redoText() const;

Q_SIGNALS:
    void stateChanged(); // busy, or what can be undone
    void stored(letopis::RecordingId recording, const QList<letopis::AttendeeEdit> &edits); // that are there now
    void failed(letopis::RecordingId recording, const letopis::Error &error);

private:
    friend class AttendanceCommand;

    void store(RecordingId recording, const QList<AttendeeEdit> &before, const QList<AttendeeEdit> &after,
               std::function<void(const Result<> &)> stored);
    void step(RecordingId recording, const QList<AttendeeEdit> &before, const QList<AttendeeEdit> &after, bool isUndo);
    QUndoStack *stack() const;

    AttendanceBook &m_book;
    Actor m_actor;
    RecordingId m_recording;
    QHash<RecordingId, QUndoStack *> m_stacks;
    bool m_isBusy = false;
    bool m_isSilent = false; // the stack follows what is stored already
};

} // namespace letopis
