#pragma once

#include <QString>

namespace letopis {

// Who asks. Every Workspace call carries one; core decides by it, never a widget. In a catalog of one's own the actor is
// its administrator.
struct Actor
{
    QString login;
    QString displayName;
};

} // namespace letopis
