#pragma once

#include "core/access/folder.h"

namespace letopis {

// A folder as somebody sees it in the library.
struct FolderNode
{
    Folder folder;
    QString ownerName;        // of a personal folder
    qint64 recordings = 0;    // in it and not below that who asked can see, archived and gone ones too
    bool isOpen = false;      // to who asked; else only on the way to what is
    bool canManage = false;   // rename, move, remove it, make folders in it
    bool canFileInto = false; // recordings; what this needs of each recording: Capability::EditEverythingElse

    friend bool operator==(const FolderNode &, const FolderNode &) = default;
};

} // namespace letopis
