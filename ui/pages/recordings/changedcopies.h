#pragma once

#include "core/domain/actor.h"
#include "core/domain/jobstatus.h"
#include "core/workspace/materialshelf.h"

#include <QHash>
#include <QObject>

namespace letopis {

class MessageBar;
class Questions;
class Workspace;

// Offers what programs saved into opened copies of a recording's materials, in a bar of its own: as new versions, or to be
// discarded. What is offered stays where it is until the person decides.
class ChangedCopies final : public QObject
{
    Q_OBJECT

public:
    // All of it outlives this.
    ChangedCopies(Workspace &workspace, Actor actor, Questions &questions, MessageBar &bar, QObject *parent = nullptr);

    // Of this recording from now on; none: of none. The same one again: looks again.
    void look(RecordingId recording);

Q_SIGNALS:
    void failed(const letopis::Error &error);

private:
    void onFound(QList<ChangedCopy> found);
    void offer();
    void addVersions();
    void askToDiscard();
    void discard(const QList<ChangedCopy> &copies);
    void onJobChanged(const JobStatus &status);

    Workspace &m_workspace;
    const Actor m_actor;
    Questions &m_questions;
    MessageBar &m_bar;
    RecordingId m_recording;
    quint64 m_look = 0;
    QList<ChangedCopy> m_offered;
    QList<ChangedCopy> m_putOff;        // by closing the bar, until they change again
    QMultiHash<JobId, ChangedCopy> m_adding; // unfinished; one job may be asked for more than once
};

} // namespace letopis
