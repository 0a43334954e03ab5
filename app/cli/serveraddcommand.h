#pragma once

#include "app/cli/commandline.h"
#include "app/cli/connectionanswer.h"

namespace letopis::cli {

// Which secrets come on standard input, one per line, in this order.
struct SecretLines
{
    bool hasApiSecret = false;
    bool hasSshPassword = false;
    bool hasKeyPassphrase = false;
    bool hasProxyPassword = false;
};

// server add: tests the connection first; a server that cannot be used is not added.
class ServerAddCommand final : public Command
{
    Q_OBJECT

public:
    ServerAddCommand(Session &session, ConferenceServer server, SecretLines secrets, TrustDecision decision);

    void start() override;

private:
    bool readSecrets();
    void refuseDuplicate(const QList<ConferenceServer> &servers);
    void check();
    void onChecked(const ConnectionReport &report);
    void store(const ConnectionReport &report);

    ConferenceServer m_server;
    ServerCredentials m_credentials;
    SecretLines m_secrets;
    TrustDecision m_decision;
};

CommandSpec serverAddSpec();

} // namespace letopis::cli
