#pragma once

#include "core/access/folder.h"
#include "core/domain/actor.h"

namespace letopis {

class Clock;
class Questions;
class Workspace;

// What the windows about access are made over. All of it outlives them.
struct AccessParts
{
    Workspace &workspace;
    Actor actor;
    Questions &questions;
    const Clock &clock;
};

// A recording or a folder, with its name as windows have it.
struct AccessSubject
{
    LibraryItem item;
    QString name; // plain text
};

} // namespace letopis
