#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace letopis::demo {

// How the recording API answers getRecordings with offset and limit.
enum class Paging {
    None,        // before 2.6, and Scalelite: both are ignored
    Directories, // 2.6 to 3.0: slices (recording x format) directories before merging; <pagination>, a total too high
    Merged,      // since the fix of bigbluebutton#24132: slices recordings; <totalElements> alone
};

// What media the recordings get.
enum class Media {
    None,
    Short, // 24 s and 40 s
    Full,  // and 2:30, 6:00
};

// Everything a demo server can be told at its start.
struct Options
{
    int recordings = 24;
    int onDisk = 400;   // recordings beyond these exist in the API only: a catalog of 100,000 needs no 5,000,000 files
    quint64 seed = 1;   // the same seed, number and now give the same recordings
    QDateTime now;      // stands still until it is set anew; invalid: the clock's
    quint16 port = 0;   // 0: a free one
    QString directory;  // empty: a temporary one, removed at the end
    QString mediaCache; // empty: below the user's cache directory; shared by servers
    QByteArray secret;  // empty: random
    QList<QByteArray> checksums{"sha1", "sha256", "sha384", "sha512"};
    Paging paging = Paging::Directories;
    bool scalelite = false;
    bool allowFetchAll = true; // false: getRecordings without ids and without limit finds nothing (2.6 and later)
    bool hostile = false;      // adds recordings no client should trust
    Media media = Media::Full;
    bool sshd = true;
    int latencyMs = 0;     // before each answer
    qint64 failAfter = -1; // cuts every answer after that many bytes of its body
};

// Where a client finds the server.
struct Connection
{
    QString apiUrl; // as `bbb-conf --secret` prints it: https://127.0.0.1:PORT/bigbluebutton/
    QByteArray secret;
    QString caFile;  // PEM
    QString sshHost; // empty: no sshd on this machine
    quint16 sshPort = 0;
    QString sshUser;
    QString sshKeyFile; // OpenSSH private key without a passphrase
    QString knownHostsFile;
    QString deletionCommand; // runs resources/server/letopis-recordings on this disk; empty: no sshd
    QString dataRoot; // what /var/bigbluebutton is on a real host
    QString notice;   // what could not be had here: no ffmpeg, no sshd
};

} // namespace letopis::demo
