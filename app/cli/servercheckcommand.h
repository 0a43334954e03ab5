#pragma once

#include "app/cli/commandline.h"
#include "app/cli/connectionanswer.h"

namespace letopis::cli {

// server check: tests the connection again, with the stored secrets; the place to accept a new certificate or host key.
class ServerCheckCommand final : public Command
{
    Q_OBJECT

public:
    // `revoked`: an exception for this certificate is taken back first; NotFound where there is none. May be empty.
    ServerCheckCommand(Session &session, QString name, TrustDecision decision, QByteArray revoked);

    void start() override;

private:
    void check();
    void onChecked(const ConnectionReport &report);

    QString m_name;
    TrustDecision m_decision;
    QByteArray m_revoked;
    ServerId m_id;
    QByteArray m_acceptedHostKey;
    bool m_isExceptionGranted = false;
};

CommandSpec serverCheckSpec();

} // namespace letopis::cli
