#pragma once

#include "core/access/folder.h"

#include <QList>

class QMimeData;

namespace letopis {

// Recordings or a folder on their way into a folder by drag and drop, inside the program only.
QString recordingsMimeType();
QString folderMimeType();
QMimeData *mimeOf(const QList<RecordingId> &recordings);
QMimeData *mimeOf(FolderId folder);
QList<RecordingId> recordingsIn(const QMimeData &data); // empty where there are none
FolderId folderIn(const QMimeData &data);               // not valid: none

} // namespace letopis
