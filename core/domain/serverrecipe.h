#pragma once

#include <QByteArray>
#include <QString>

namespace letopis {

// resources/server/letopis-recordings for a server whose data lie there. Empty: a path that no shell script should hold.
QByteArray recordingsScript(const QString &dataRoot);

// What lets an account run it, and nothing else, as the owner of the recordings: a file for /etc/sudoers.d.
QByteArray recordingsSudoers(const QString &account);

} // namespace letopis
