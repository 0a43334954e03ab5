#include "app/cli/servercheckcommand.h"

#include "app/cli/celltext.h"
#include "app/cli/serverselection.h"
#include "app/cli/text.h"
#include "app/cli/trustoptions.h"
#include "core/base/clock.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

ServerCheckCommand::ServerCheckCommand(Session &session, QString name, TrustDecision decision, QByteArray revoked)
    : Command(session), m_name(std::move(name)), m_decision(std::move(decision)), m_revoked(std::move(revoked))
{}

void ServerCheckCommand::start()
{
    onValue(workspace().servers(session().actor), [this](const QList<ConferenceServer> &servers) {
        const Result<ConferenceServer> server = serverNamed(servers, m_name);
        if (!server)
            return fail(server.error());
        m_name = server->name;
        m_id = server->id;
        if (m_revoked.isEmpty())
            return check();
        onValue(workspace().revokeTlsException(session().actor, m_id, m_revoked), [this] { check(); });
    });
}

void ServerCheckCommand::check()
{
    onValue(workspace().checkServer(session().actor, m_id, m_acceptedHostKey, stopToken()),
            [this](const ConnectionReport &report) { onChecked(report); });
}

void ServerCheckCommand::onChecked(const ConnectionReport &report)
{
    if (const auto certificate = acceptedCertificate(report, m_decision); certificate && !m_isExceptionGranted) {
        m_isExceptionGranted = true;
        onValue(workspace().grantTlsException(session().actor, m_id, exceptionFor(*certificate, session().clock.now())),
                [this] { check(); });
        return;
    }
    if (const auto key = acceptedHostKey(report, m_decision); key && m_acceptedHostKey.isEmpty()) {
        m_acceptedHostKey = key->sha256;
        return check();
    }
    const ExitCode code = exitCodeFor(report);
    if (session().format == OutputFormat::Json)
        session().terminal.write(asJsonLine(connectionJson(m_name, report)) + '\n');
    else if (code == ExitCode::Done)
        session().terminal.write(terminalSafe(connectionText(report), true) + u'\n');
    if (code != ExitCode::Done)
        session().terminal.say(connectionText(report));
    finish(code);
}

CommandSpec serverCheckSpec()
{
    const auto prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
        const auto decision = trustDecision(arguments);
        if (const auto *error = std::get_if<UsageError>(&decision))
            return *error;
        std::optional<QByteArray> revoked = QByteArray();
        if (arguments.isSet(u"revoke-certificate"_s))
            revoked = certificateFingerprint(arguments.value(u"revoke-certificate"_s));
        if (!revoked)
            return UsageError{Cli::tr("--revoke-certificate needs the certificate's whole SHA-256.")};
        return CommandFactory([revoked = *revoked, name = arguments.positionalArguments().at(2),
                               trust = std::get<TrustDecision>(decision)](Session &session) {
            return std::make_unique<ServerCheckCommand>(session, name, trust, revoked);
        });
    };
    return {.words = {u"server"_s, u"check"_s},
            .arguments = Cli::tr("NAME [OPTION …]"),
            .summary = Cli::tr("Tests the connection to a server and says what is wrong."),
            .details = {},
            .options = trustOptions()
                + QList<QCommandLineOption>{{u"revoke-certificate"_s,
                                             Cli::tr("Takes back the exception for this certificate, then tests."), u"SHA256"_s}},
            .leastArguments = 1,
            .mostArguments = 1,
            .needsWorkspace = true,
            .prepare = prepare};
}

} // namespace letopis::cli
