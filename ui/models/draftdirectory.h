#pragma once

#include "core/domain/actor.h"
#include "core/domain/formdraft.h"

#include <QObject>
#include <QTimer>

namespace letopis {

class DraftBook;

// Where this person's drafts are, for everything in the window that shows it. Read once asked for, and after each change.
class DraftDirectory final : public QObject
{
    Q_OBJECT

public:
    DraftDirectory(DraftBook &book, Actor actor, QObject *parent = nullptr);

    void reload();
    const QList<FormDraft> &drafts() const { return m_drafts; } // oldest first, without contents
    QList<RecordingId> recordings() const;                      // each once, oldest first

Q_SIGNALS:
    void changed();

private:
    DraftBook &m_book;
    const Actor m_actor;
    QList<FormDraft> m_drafts;
    QTimer m_settle;
};

} // namespace letopis
