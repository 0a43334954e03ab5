#pragma once

#include "core/base/strongid.h"

#include <QString>

namespace letopis {

using PersonId = StrongId<struct PersonTag>;

// Nobody may nothing: what is forgotten is refused. The owner of a catalog, and the program working in it by itself, are its
// administrators; a person has the rights that the catalog gives them.
enum class ActorKind { Nobody, Person, Owner };

// Who asks. Every Workspace call carries one; core decides by it, never a widget.
struct Actor
{
    QString login;
    QString displayName;
    ActorKind kind = ActorKind::Nobody;
    PersonId person = {};    // of ActorKind::Person
    bool onlyLooks = false;  // sees what the person sees and may change nothing: "See as…"

    friend bool operator==(const Actor &, const Actor &) = default;
};

inline Actor ownerActor(const QString &login, const QString &displayName)
{
    return {.login = login, .displayName = displayName, .kind = ActorKind::Owner, .person = {}, .onlyLooks = false};
}

inline Actor personActor(PersonId person, const QString &login, const QString &displayName)
{
    return {.login = login, .displayName = displayName, .kind = ActorKind::Person, .person = person, .onlyLooks = false};
}

// The program's own work: syncs, pushes and backups that nobody asked for.
inline Actor programActor()
{
    return ownerActor(QStringLiteral("letopis"), {});
}

} // namespace letopis
