#pragma once

#include "core/access/group.h"
#include "core/domain/actor.h"
#include "core/workspace/peopledirectory.h"

#include <QSet>
#include <QTimer>

namespace letopis {

// Whom the actor may give access to: a Moderator viewers, and groups of nobody else. Answers what it knows and asks for the
// rest; core decides all the same.
class GrantAuthority final : public QObject
{
    Q_OBJECT

public:
    GrantAuthority(PeopleDirectory &directory, Actor actor, QObject *parent = nullptr);

    void setMayGrantToAll(bool mayGrantToAll);
    // Empty: the actor may. Nothing: not known yet, changed() comes.
    std::optional<QString> reasonAgainst(const Principal &principal);
    const QHash<qint64, QString> &reasons() const { return m_reasons; } // by AccessListModel::keyOf()

Q_SIGNALS:
    void changed(); // of many that become known at once, once

private:
    void ask(const Principal &principal);
    void askForHigher(GroupId group, int role); // any member above a viewer?
    void know(const Principal &principal, bool isViewersOnly);

    PeopleDirectory &m_directory;
    const Actor m_actor;
    bool m_mayGrantToAll = false;
    QHash<qint64, QString> m_reasons; // of those known; empty texts too
    QSet<qint64> m_asked;
    quint64 m_generation = 0;
    QTimer m_telling;
};

} // namespace letopis
