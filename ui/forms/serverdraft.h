#pragma once

#include "core/domain/server.h"

namespace letopis {

// A server as it is being typed.
struct ServerDraft
{
    QString name{};
    QString apiUrl{};
    QString apiSecret{};
    bool usesSsh = false;
    QString sshAddress{}; // user@host:port
    SshLogin login = SshLogin::AgentAndDefaultKeys;
    QString keyFile{};
    QString keyPassphrase{};
    QString sshPassword{};
    QString knownHostsFile{};
    QString dataRoot = QStringLiteral("/var/bigbluebutton");
    QString deletionCommand = defaultDeletionCommand(); // empty: none
    QString materialsFolder{}; // on every server of the profile; empty: <data root>/letopis
    ProxyKind proxyKind = ProxyKind::System;
    QString proxyHost{};
    int proxyPort = 3128;
    QString proxyUser{};
    QString proxyPassword{};
    QString caFile{};
    int syncIntervalMinutes = 15;

    friend bool operator==(const ServerDraft &, const ServerDraft &) = default;
};

enum class DraftField { Name, ApiUrl, ApiSecret, SshAddress, KeyFile, KnownHosts, DataRoot, MaterialsFolder, DeletionCommand, ProxyHost, CaFile };

// What keeps a draft from being a server. For code: DraftFields words it next to the field.
enum class DraftProblem {
    Missing,
    NotAUrl,
    UnencryptedUrl, // http to another computer
    HasSpaces,
    NotAnAddress,
    NotAbsolute,
    NoSuchFile,
    NotACertificate,
    UnsafeCommand, // ServerProblem::DeletionCommandUnsafe
};

struct DraftFinding
{
    DraftField field = DraftField::Name;
    DraftProblem problem = DraftProblem::Missing;

    friend bool operator==(const DraftFinding &, const DraftFinding &) = default;
};

// `isNew`: the secret must be there; for a known server an empty one stays as it is.
QList<DraftFinding> problemsIn(const ServerDraft &draft, bool isNew);

// `bbb-conf --secret` prints "URL: …", "Secret: …" and a link to the API Mate that holds both. What is found in the
// text goes into the draft, on one line or on several; false where there is nothing of the kind.
bool fillFromBbbConf(const QString &text, ServerDraft &draft);

ServerDraft draftOf(const ConferenceServer &server);
// The draft over what is not on any form (id, exceptions …). The draft has no problems.
ConferenceServer serverOf(const ServerDraft &draft, const ConferenceServer &base);
ServerCredentials credentialsOf(const ServerDraft &draft);

} // namespace letopis
