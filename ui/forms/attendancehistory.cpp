#include "ui/forms/attendancehistory.h"

#include "core/base/whendone.h"
#include "core/workspace/attendancebook.h"

#include <QUndoStack>

namespace letopis {

constexpr int longestHistory = 100;

class AttendanceCommand final : public QUndoCommand
{
public:
    AttendanceCommand(AttendanceHistory &history, RecordingId recording, QList<AttendeeEdit> before, QList<AttendeeEdit> after,
                      const QString &text)
        : QUndoCommand(text)
        , m_history(history)
        , m_recording(recording)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }

    void undo() override { m_history.step(m_recording, m_after, m_before, true); }
    void redo() override { m_history.step(m_recording, m_before, m_after, false); }

private:
    AttendanceHistory &m_history;
    RecordingId m_recording;
    QList<AttendeeEdit> m_before;
    QList<AttendeeEdit> m_after;
};

AttendanceHistory::AttendanceHistory(AttendanceBook &book, Actor actor, QObject *parent)
    : QObject(parent), m_book(book), m_actor(std::move(actor))
{
}

void AttendanceHistory::setRecording(RecordingId recording)
{
    if (recording == m_recording)
        return;
    m_recording = recording;
    Q_EMIT stateChanged();
}

QUndoStack *AttendanceHistory::stack() const
{
    return m_stacks.value(m_recording);
}

bool AttendanceHistory::canUndo() const
{
    return !m_isBusy && stack() && stack()->canUndo();
}

bool AttendanceHistory::canRedo() const
{
    return !m_isBusy && stack() && stack()->canRedo();
}

QString AttendanceHistory::undoText() const
{
    return stack() ? stack()->undoText() : QString();
}

QString AttendanceHistory::redoText() const
{
    return stack() ? stack()->redoText() : QString();
}

void AttendanceHistory::store(RecordingId recording, const QList<AttendeeEdit> &before, const QList<AttendeeEdit> &after,
                              std::function<void(const Result<> &)> stored)
{
    m_isBusy = true;
    Q_EMIT stateChanged();
    whenDone(m_book.replaceEdits(m_actor, recording, before, after), this,
             [this, recording, after, stored = std::move(stored)](const Result<> &result) {
                 m_isBusy = false;
                 stored(result);
                 // What the history tells is not so any more.
                 if (!result && result.error().kind == ErrorKind::ContentMismatch && m_stacks.contains(recording))
                     m_stacks[recording]->clear();
                 Q_EMIT stateChanged();
                 if (result)
                     Q_EMIT this->stored(recording, after);
                 else
                     Q_EMIT failed(recording, result.error());
             });
}

void AttendanceHistory::apply(const QList<AttendeeEdit> &before, const QList<AttendeeEdit> &after, const QString &text)
{
    if (m_isBusy || before == after)
        return;
    const RecordingId recording = m_recording;
    store(recording, before, after, [this, recording, before, after, text](const Result<> &result) {
        if (!result)
            return;
        QUndoStack *&stack = m_stacks[recording];
        if (!stack) {
            stack = new QUndoStack(this);
            stack->setUndoLimit(longestHistory);
        }
        m_isSilent = true;
        stack->push(new AttendanceCommand(*this, recording, before, after, text));
        m_isSilent = false;
    });
}

void AttendanceHistory::undo()
{
    if (canUndo())
        stack()->undo();
}

void AttendanceHistory::redo()
{
    if (canRedo())
        stack()->redo();
}

// The stack moves first; where the change could not be stored, it moves back.
void AttendanceHistory::step(RecordingId recording, const QList<AttendeeEdit> &before, const QList<AttendeeEdit> &after,
                             bool isUndo)
{
    if (m_isSilent)
        return;
    store(recording, before, after, [this, recording, isUndo](const Result<> &result) {
        if (result)
            return;
        m_isSilent = true;
        isUndo ? m_stacks[recording]->redo() : m_stacks[recording]->undo();
        m_isSilent = false;
    });
}

} // namespace letopis
