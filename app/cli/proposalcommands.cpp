#include "app/cli/proposalcommands.h"

#include "app/cli/accessanswer.h"
#include "app/cli/accesscommand.h"
#include "app/cli/serverselection.h"
#include "app/cli/text.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
using Prepared = std::variant<UsageError, CommandFactory>;

class ProposalCommand : public AccessCommand
{
public:
    using AccessCommand::AccessCommand;

protected:
    void list(std::optional<RecordingId> recording)
    {
        onValue(access().proposals(session().actor, recording), [this](const GrantProposals &proposals) {
            print(proposalTable(proposals), proposalsJson(proposals));
            if (proposals.count > proposals.proposals.size())
                session().terminal.say(Cli::tr("The first %1 of %2.").arg(proposals.proposals.size()).arg(proposals.count));
            finish(ExitCode::Done);
        });
    }
};

class ProposalListCommand final : public ProposalCommand
{
public:
    ProposalListCommand(Session &session, QString recording)
        : ProposalCommand(session), m_recording(std::move(recording))
    {
    }

    void start() override
    {
        if (m_recording.isEmpty())
            return list({});
        withRecording(m_recording, [this](RecordingId recording) { list(recording); });
    }

private:
    const QString m_recording;
};

// Gives Manage to somebody who is proposed.
class ProposalAcceptCommand final : public ProposalCommand
{
public:
    ProposalAcceptCommand(Session &session, QString recording, QString person, bool isDryRun)
        : ProposalCommand(session), m_recording(std::move(recording)), m_person(std::move(person)), m_isDryRun(isDryRun)
    {
    }

    void start() override
    {
        withRecording(m_recording, [this](RecordingId recording) {
            withPerson(m_person, [this, recording](const Person &person) {
                onValue(access().proposals(session().actor, recording), [this, recording, id = person.id](const GrantProposals &proposals) {
                    const bool isProposed = std::any_of(proposals.proposals.begin(), proposals.proposals.end(), [&](const GrantProposal &one) {
                        return one.person.principal == Principal(id);
                    });
                    if (!isProposed)
                        return fail({ErrorKind::NotFound, u"there is no such proposal"_s, m_person, {}});
                    accept(recording, id);
                });
            });
        });
    }

private:
    void accept(RecordingId recording, PersonId person)
    {
        onValue(access().list(session().actor, recording), [this, recording, person](const AccessList &list) {
            const QList<GrantEntry> before = entriesOf(list);
            const GrantEntry manage{.principal = person, .permission = Permission::Manage, .untilMs = 0};
            replaceList(recording, before, without(before, person) + QList{manage}, m_isDryRun);
        });
    }

    const QString m_recording;
    const QString m_person;
    const bool m_isDryRun;
};

class ProposalDeclineCommand final : public ProposalCommand
{
public:
    ProposalDeclineCommand(Session &session, QString recording, QString person)
        : ProposalCommand(session), m_recording(std::move(recording)), m_person(std::move(person))
    {
    }

    void start() override
    {
        withRecording(m_recording, [this](RecordingId recording) {
            withPerson(m_person, [this, recording](const Person &person) {
                onValue(access().declineProposal(session().actor, recording, person.id), [this, recording] {
                    markDone();
                    list(recording);
                });
            });
        });
    }

private:
    const QString m_recording;
    const QString m_person;
};

// One that was declined is proposed again.
class ProposalReopenCommand final : public ProposalCommand
{
public:
    ProposalReopenCommand(Session &session, QString recording, QString person)
        : ProposalCommand(session), m_recording(std::move(recording)), m_person(std::move(person))
    {
    }

    void start() override
    {
        withRecording(m_recording, [this](RecordingId recording) {
            withPerson(m_person, [this, recording](const Person &person) {
                onValue(access().reopenProposal(session().actor, recording, person.id), [this, recording] {
                    markDone();
                    list(recording);
                });
            });
        });
    }

private:
    const QString m_recording;
    const QString m_person;
};

class ProposalModeCommand final : public ProposalCommand
{
public:
    ProposalModeCommand(Session &session, QString server, std::optional<ProposalMode> mode)
        : ProposalCommand(session), m_server(std::move(server)), m_mode(mode)
    {
    }

    void start() override
    {
        onValue(workspace().servers(session().actor), [this](const QList<ConferenceServer> &servers) {
            const Result<ConferenceServer> server = serverNamed(servers, m_server);
            if (!server)
                return fail(server.error());
            if (!m_mode)
                return show(*server);
            onValue(access().setProposalMode(session().actor, server->id, *m_mode), [this, server = *server] {
                markDone();
                show(server);
            });
        });
    }

private:
    void show(const ConferenceServer &server)
    {
        onValue(access().proposalMode(session().actor, server.id), [this, name = server.name](ProposalMode mode) {
            print({{{Cli::tr("Server"), u"server"_s, false, true}, {Cli::tr("Mode"), u"mode"_s, false, false}},
                   {{name, proposalModeName(mode)}}},
                  {{u"server"_s, name}, {u"mode"_s, proposalModeName(mode)}});
            finish(ExitCode::Done);
        });
    }

    const QString m_server;
    const std::optional<ProposalMode> m_mode;
};

class GapCommand final : public AccessCommand
{
public:
    GapCommand(Session &session, QString recording)
        : AccessCommand(session), m_recording(std::move(recording))
    {
    }

    void start() override
    {
        withRecording(m_recording, [this](RecordingId recording) {
            onValue(access().attendanceGap(session().actor, recording), [this](const AttendanceGap &gap) {
                print(gapTable(gap), gapJson(gap));
                if (gap.isPublic)
                    session().terminal.say(Cli::tr("The recording is public: everybody can see it."));
                finish(ExitCode::Done);
            });
        });
    }

private:
    const QString m_recording;
};

CommandSpec spec(const QStringList &words, const QString &arguments, const QString &summary, int least, int most)
{
    return {.words = words,
            .arguments = arguments,
            .summary = summary,
            .details = {},
            .options = {},
            .leastArguments = least,
            .mostArguments = most,
            .needsWorkspace = true,
            .prepare = {}};
}

CommandSpec listSpec()
{
    CommandSpec list = spec({u"proposal"_s, u"list"_s}, Cli::tr("[RECORDING]"),
                            Cli::tr("Lists people who moderated a meeting and cannot manage its recording."), 0, 1);
    list.details = Cli::tr("People are told by the server's user id, by an e-mail address that is one, or by the match made in the participants form.");
    list.prepare = [](const QCommandLineParser &arguments) -> Prepared {
        return CommandFactory([recording = arguments.positionalArguments().value(2)](Session &session) {
            return std::make_unique<ProposalListCommand>(session, recording);
        });
    };
    return list;
}

CommandSpec acceptSpec()
{
    CommandSpec accept = spec({u"proposal"_s, u"accept"_s}, Cli::tr("RECORDING PERSON"), Cli::tr("Gives who is proposed the permission Manage."), 2, 2);
    accept.options = {{u"dry-run"_s, Cli::tr("Changes nothing; tells who would gain and who would lose what.")}};
    accept.prepare = [](const QCommandLineParser &arguments) -> Prepared {
        return CommandFactory([given = arguments.positionalArguments(), isDryRun = arguments.isSet(u"dry-run"_s)](Session &session) {
            return std::make_unique<ProposalAcceptCommand>(session, given.at(2), given.at(3), isDryRun);
        });
    };
    return accept;
}

CommandSpec declineSpec()
{
    CommandSpec decline = spec({u"proposal"_s, u"decline"_s}, Cli::tr("RECORDING PERSON"), Cli::tr("Declines a proposal: it does not come again, unless `proposal reopen` says so."), 2, 2);
    decline.prepare = [](const QCommandLineParser &arguments) -> Prepared {
        return CommandFactory([given = arguments.positionalArguments()](Session &session) {
            return std::make_unique<ProposalDeclineCommand>(session, given.at(2), given.at(3));
        });
    };
    return decline;
}

CommandSpec reopenSpec()
{
    CommandSpec reopen = spec({u"proposal"_s, u"reopen"_s}, Cli::tr("RECORDING PERSON"), Cli::tr("Takes back that a proposal was declined."), 2, 2);
    reopen.prepare = [](const QCommandLineParser &arguments) -> Prepared {
        return CommandFactory([given = arguments.positionalArguments()](Session &session) {
            return std::make_unique<ProposalReopenCommand>(session, given.at(2), given.at(3));
        });
    };
    return reopen;
}

CommandSpec modeSpec()
{
    CommandSpec mode = spec({u"proposal"_s, u"mode"_s}, Cli::tr("SERVER [off|propose|grant]"),
                            Cli::tr("Shows or sets what happens with a meeting's moderators who are known."), 1, 2);
    mode.details = Cli::tr("propose (usual): they are listed. grant: every sync gives them Manage at its end. Only an administrator sets it.");
    mode.prepare = [](const QCommandLineParser &arguments) -> Prepared {
        const QString word = arguments.positionalArguments().value(3);
        const std::optional<ProposalMode> wanted = proposalModeFromName(word);
        if (!word.isEmpty() && !wanted)
            return UsageError{Cli::tr("A mode is off, propose or grant.")};
        return CommandFactory([server = arguments.positionalArguments().at(2), wanted](Session &session) {
            return std::make_unique<ProposalModeCommand>(session, server, wanted);
        });
    };
    return mode;
}
} // namespace

QList<CommandSpec> proposalSpecs()
{
    CommandSpec gap = spec({u"gap"_s}, Cli::tr("RECORDING"), Cli::tr("Lists known people who attended and cannot watch, or can watch and did not attend."), 1, 1);
    gap.prepare = [](const QCommandLineParser &arguments) -> Prepared {
        return CommandFactory([recording = arguments.positionalArguments().at(1)](Session &session) {
            return std::make_unique<GapCommand>(session, recording);
        });
    };
    return {listSpec(), acceptSpec(), declineSpec(), reopenSpec(), modeSpec(), gap};
}

} // namespace letopis::cli
