#pragma once

#include "core/domain/actor.h"
#include "ui/text/audittext.h"

#include <QObject>
#include <QSet>

namespace letopis {

class Workspace;

// What the numbers in events are called: groups, folders and fields at once, people as they come up. What cannot be read keeps
// its number.
class AuditNameBook final : public QObject
{
    Q_OBJECT

public:
    AuditNameBook(Workspace &workspace, Actor actor, QObject *parent = nullptr);

    void start();
    void ask(const QList<AuditEntry> &entries);
    const AuditNames &names() const { return m_names; }

Q_SIGNALS:
    void changed();

private:
    Workspace &m_workspace;
    const Actor m_actor;
    AuditNames m_names;
    QSet<qint64> m_asked;
    bool m_isStarted = false;
};

} // namespace letopis
