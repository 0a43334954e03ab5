#include "app/cli/deletioncommands.h"

#include "app/cli/cataloganswer.h"
#include "app/cli/celltext.h"
#include "app/cli/errortext.h"
#include "app/cli/onerecordingcommand.h"
#include "app/cli/serverselection.h"
#include "app/cli/text.h"
#include "core/domain/serverrecipe.h"
#include "core/workspace/retentiondesk.h"
#include "core/workspace/serverreality.h"

#include <QJsonArray>
#include <QSaveFile>

#include <algorithm>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int mostShown = 100'000;
constexpr int mostPlans = 10'000;

QJsonObject itemJson(const DeletionItem &item)
{
    return {{u"position"_s, item.position},
            {u"id"_s, item.recording.value},
            {u"recordId"_s, item.externalId},
            {u"title"_s, item.title},
            {u"step"_s, deletionStepName(item.step)},
            {u"state"_s, deletionItemStateName(item.state)},
            {u"refusal"_s, deletionRefusalName(item.refusal)},
            {u"problem"_s, item.problem},
            {u"sizeBytes"_s, item.sizeBytes},
            {u"freedBytes"_s, item.freedBytes},
            {u"certificateSha256"_s, QString::fromLatin1(item.certificateSha256.toHex())}};
}

QString howItEnded(const DeletionItem &item)
{
    if (item.state == DeletionItem::State::Failed)
        return item.problem;
    return item.refusal == DeletionRefusal::None ? QString() : deletionRefusalName(item.refusal);
}
} // namespace

void PlanCommand::interrupt()
{
    if (m_job.isValid())
        workspace().cancelJob(session().actor, m_job);
    else
        Command::interrupt();
}

void PlanCommand::findPlan(DeletionPlanId id)
{
    onValue(workspace().retention().plans(session().actor, {}, mostPlans), [this, id](const QList<DeletionPlan> &plans) {
        const auto plan = std::find_if(plans.begin(), plans.end(), [id](const DeletionPlan &one) { return one.id == id; });
        if (plan == plans.end())
            return fail({ErrorKind::NotFound, u"no such plan"_s, QString::number(id.value), {}});
        proceed(*plan);
    });
}

void PlanCommand::proceed(const DeletionPlan &plan)
{
    m_plan = plan;
    if (m_words.confirmed && plan.confirmedBy.isEmpty() && plan.state == DeletionPlan::State::Proposed)
        return confirm();
    approve();
}

void PlanCommand::confirm()
{
    onValue(workspace().retention().confirmPlan(session().actor, m_plan.id, m_words.confirmed), [this] {
        m_words.confirmed.reset();
        findPlan(m_plan.id);
    });
}

void PlanCommand::approve()
{
    if (m_words.approves && m_plan.needsApproval && m_plan.approvedBy.isEmpty()) {
        onValue(workspace().retention().approvePlan(session().actor, m_plan.id), [this] {
            m_words.approves = false;
            findPlan(m_plan.id);
        });
        return;
    }
    const bool isConfirmed = !m_plan.confirmedBy.isEmpty() || m_plan.state != DeletionPlan::State::Proposed;
    if (!isConfirmed) {
        tell({}, false);
        return;
    }
    if (m_plan.needsApproval && m_plan.approvedBy.isEmpty()) {
        tell({}, false);
        return;
    }
    carryOut();
}

void PlanCommand::carryOut()
{
    connect(&workspace(), &Workspace::jobChanged, this, &PlanCommand::onJobChanged);
    m_job = workspace().reality().startPlan(session().actor, m_plan);
}

void PlanCommand::onJobChanged(const JobStatus &status)
{
    if (status.id != m_job)
        return;
    if (status.state == Job::State::Finished)
        tell(status.error, true);
}

void PlanCommand::tell(std::optional<Error> error, bool isDone)
{
    disconnect(&workspace(), &Workspace::jobChanged, this, nullptr);
    onValue(workspace().retention().planItems(session().actor, m_plan.id, 0, mostShown), [=, this](const QList<DeletionItem> &items) {
        printPlan(m_plan, items);
        if (error)
            return fail(*error);
        if (!isDone) {
            session().terminal.say(
                m_plan.confirmedBy.isEmpty()
                    ? Cli::tr("Nothing was deleted. Look at plan %1, then carry it out: `retention apply %1 --confirm %2`.")
                          .arg(m_plan.id.value).arg(m_plan.itemCount)
                    : Cli::tr("Nothing was deleted. A second person has to approve plan %1: `retention apply %1 --approve`.")
                          .arg(m_plan.id.value));
            return finish(ExitCode::Usage);
        }
        const auto isFailed = [](const DeletionItem &item) { return item.state == DeletionItem::State::Failed; };
        finish(std::any_of(items.begin(), items.end(), isFailed) ? ExitCode::Failed : ExitCode::Done);
    });
}

void PlanCommand::printPlan(const DeletionPlan &plan, const QList<DeletionItem> &items)
{
    Grid grid{{{Cli::tr("ID"), u"id"_s, true, false},
               {Cli::tr("Title"), u"title"_s, false, true},
               {Cli::tr("Step"), u"step"_s, false, false},
               {Cli::tr("State"), u"state"_s, false, false},
               {Cli::tr("Freed"), u"freedBytes"_s, true, false},
               {Cli::tr("Reason"), u"reason"_s, false, true}},
              {}};
    QJsonArray json;
    for (const DeletionItem &item : items) {
        json += itemJson(item);
        grid.rows += {QString::number(item.recording.value), item.title, deletionStepName(item.step), deletionItemStateName(item.state),
                      item.freedBytes < 0 ? u"–"_s : sizeText(item.freedBytes), howItEnded(item)};
    }
    print(grid, {{u"plan"_s, plan.id.value},
                 {u"uuid"_s, plan.uuid},
                 {u"itemCount"_s, plan.itemCount},
                 {u"sizeBytes"_s, plan.sizeBytes},
                 {u"needsConfirmation"_s, plan.needsConfirmation},
                 {u"needsApproval"_s, plan.needsApproval},
                 {u"confirmedBy"_s, plan.confirmedBy},
                 {u"approvedBy"_s, plan.approvedBy},
                 {u"items"_s, json}});
}

void RetentionByHandCommand::findNext()
{
    if (m_names.isEmpty()) {
        onValue(workspace().reality().planByHand(session().actor, m_step, m_found), [this](const DeletionPlan &plan) { proceed(plan); });
        return;
    }
    onValue(workspace().findRecording(session().actor, m_names.takeFirst()), [this](RecordingId id) {
        m_found += id;
        findNext();
    });
}

void RealityCommand::start()
{
    onValue(workspace().servers(session().actor), [this](const QList<ConferenceServer> &servers) {
        if (m_server.isEmpty() && servers.size() != 1)
            return fail({ErrorKind::InvalidInput, u"say which server"_s, {}, {}});
        const Result<ConferenceServer> server = m_server.isEmpty() ? Result<ConferenceServer>(servers.first()) : serverNamed(servers, m_server);
        if (!server)
            return fail(server.error());
        m_found = *server;
        connect(&workspace(), &Workspace::jobChanged, this, &RealityCommand::onChecked);
        m_check = workspace().reality().startCheck(session().actor, m_found.id);
    });
}

void RealityCommand::onChecked(const JobStatus &status)
{
    if (status.id != m_check || status.state != Job::State::Finished)
        return;
    disconnect(&workspace(), &Workspace::jobChanged, this, &RealityCommand::onChecked);
    if (status.error)
        return fail(*status.error);
    onValue(workspace().reality().lastCheck(session().actor, m_found.id), [this](const RealityReport &report) {
        onValue(workspace().reality().findings(session().actor, m_found.id, 0, mostShown),
                [this, report](const QList<RealityFinding> &findings) { show(report, findings); });
    });
}

void RealityCommand::show(const RealityReport &report, const QList<RealityFinding> &findings)
{
    QList<int> leftovers;
    for (const RealityFinding &finding : findings) {
        if (mendOf(finding.kind) == RealityMend::Purge)
            leftovers += finding.position;
    }
    if (m_mends && !leftovers.isEmpty()) {
        onValue(workspace().reality().planMend(session().actor, m_found.id, leftovers), [this](const DeletionPlan &plan) { proceed(plan); });
        return;
    }
    Grid grid{{{Cli::tr("Finding"), u"kind"_s, false, false},
               {Cli::tr("Recording"), u"recordId"_s, false, true},
               {Cli::tr("Size"), u"sizeBytes"_s, true, false},
               {Cli::tr("Changed"), u"changedAt"_s, false, false},
               {Cli::tr("Details"), u"detail"_s, false, true},
               {Cli::tr("Mend"), u"mend"_s, false, false}},
              {}};
    QJsonArray json;
    for (const RealityFinding &finding : findings) {
        const QString changed = finding.changedAtMs > 0
                                    ? QDateTime::fromMSecsSinceEpoch(finding.changedAtMs, Qt::UTC).toString(Qt::ISODate) : QString();
        grid.rows += {realityKindName(finding.kind), finding.externalId, finding.sizeBytes < 0 ? u"–"_s : sizeText(finding.sizeBytes),
                      changed, finding.detail, realityMendName(mendOf(finding.kind))};
        json += QJsonObject{{u"position"_s, finding.position},
                            {u"kind"_s, realityKindName(finding.kind)},
                            {u"recordId"_s, finding.externalId},
                            {u"id"_s, finding.recording.isValid() ? QJsonValue(finding.recording.value) : QJsonValue()},
                            {u"detail"_s, finding.detail},
                            {u"sizeBytes"_s, finding.sizeBytes},
                            {u"changedAtMs"_s, finding.changedAtMs},
                            {u"mend"_s, realityMendName(mendOf(finding.kind))}};
    }
    print(grid, {{u"server"_s, m_found.name},
                 {u"source"_s, report.source},
                 {u"listed"_s, report.listed},
                 {u"onDisk"_s, report.onDisk},
                 {u"inCatalog"_s, report.inCatalog},
                 {u"findings"_s, json}});
    if (m_mends)
        session().terminal.say(Cli::tr("Nothing is left over that a deletion would mend. For the rest, sync."));
    finish(ExitCode::Done);
}

namespace {
class CertificateCommand final : public OneRecordingCommand
{
public:
    CertificateCommand(Session &session, QString recording, QString file)
        : OneRecordingCommand(session, std::move(recording))
        , m_file(std::move(file))
    {
    }

private:
    void show(const RecordingDetails &recording) override
    {
        onValue(workspace().reality().certificates(session().actor, recording.row.id), [this](const QList<IssuedCertificate> &issued) {
            if (issued.isEmpty())
                return fail({ErrorKind::NotFound, u"nothing was certified of this recording"_s, {}, {}});
            const IssuedCertificate &last = issued.last();
            const QByteArray file = certificateFile(last.json, last.event);
            if (m_file.isEmpty()) {
                session().terminal.write(file);
                return finish(ExitCode::Done);
            }
            QSaveFile target(m_file);
            if (!target.open(QIODevice::WriteOnly) || target.write(file) != file.size() || !target.commit())
                return fail({ErrorKind::PermissionDenied, target.errorString(), m_file, {}});
            const QString sum = QString::fromLatin1(certificateSha256(last.json).toHex());
            print({{{Cli::tr("File"), u"file"_s, false, true}, {u"SHA-256"_s, u"sha256"_s, false, false},
                    {Cli::tr("Event"), u"sequence"_s, true, false}},
                   {{m_file, sum, QString::number(last.event.sequence)}}},
                  {{u"file"_s, m_file}, {u"sha256"_s, sum}, {u"sequence"_s, last.event.sequence}});
            finish(ExitCode::Done);
        });
    }

    const QString m_file;
};

// Checks a certificate's file by itself: no profile is needed.
class CertificateVerifyCommand final : public Command
{
public:
    CertificateVerifyCommand(Session &session, QString file)
        : Command(session)
        , m_file(std::move(file))
    {
    }

    void start() override
    {
        QFile file(m_file);
        if (!file.open(QIODevice::ReadOnly))
            return fail({ErrorKind::NotFound, file.errorString(), m_file, {}});
        const Result<CertificateFile> read = readCertificateFile(file.read(256 << 20));
        const Result<> verified = read ? verifyCertificate(read->certificate, read->event) : Result<>(read.error());
        if (!verified)
            return fail(verified.error());
        const QString hash = QString::fromLatin1(read->event.hash.toHex());
        print({{{Cli::tr("Event"), u"sequence"_s, true, false}, {Cli::tr("Hash"), u"hash"_s, false, false}},
               {{QString::number(read->event.sequence), hash}}},
              {{u"isWhole"_s, true}, {u"sequence"_s, read->event.sequence}, {u"hash"_s, hash}});
        finish(ExitCode::Done);
    }

private:
    const QString m_file;
};

// The script and the line for sudo, as text to be read before it is installed.
class RecipeCommand final : public Command
{
public:
    RecipeCommand(Session &session, QString server)
        : Command(session)
        , m_server(std::move(server))
    {
    }

    void start() override
    {
        onValue(workspace().servers(session().actor), [this](const QList<ConferenceServer> &servers) {
            const Result<ConferenceServer> server = serverNamed(servers, m_server);
            if (!server)
                return fail(server.error());
            if (server->apiUrl.isEmpty()) // who does not manage servers learns their names alone
                return fail({ErrorKind::PermissionDenied, u"for those who manage servers"_s, m_server, {}});
            const QByteArray script = recordingsScript(server->dataRoot);
            const QString account = server->ssh ? server->ssh->user : QString();
            if (script.isEmpty())
                return fail({ErrorKind::InvalidInput, u"the data root is no path for a script"_s, server->dataRoot, {}});
            if (session().format == OutputFormat::Json) {
                print({}, {{u"script"_s, QString::fromUtf8(script)},
                           {u"path"_s, u"/usr/local/sbin/letopis-recordings"_s},
                           {u"sudoers"_s, QString::fromUtf8(recordingsSudoers(account))},
                           {u"command"_s, server->deletionCommand}});
            } else {
                session().terminal.write(
                    Cli::tr("# On the server, as root, install the script below:\n"
                            "#   install -o root -g root -m 0755 letopis-recordings /usr/local/sbin/letopis-recordings\n"
                            "# and let the account run it, with visudo -f /etc/sudoers.d/letopis:\n"
                            "#   %1"
                            "# then try it from here: letopis-cli server check NAME\n")
                        .arg(QString::fromUtf8(recordingsSudoers(account))));
                session().terminal.write(script);
            }
            finish(ExitCode::Done);
        });
    }

private:
    const QString m_server;
};

std::variant<UsageError, PlanWords> planWords(const QCommandLineParser &arguments)
{
    PlanWords words;
    words.approves = arguments.isSet(u"approve"_s);
    if (arguments.isSet(u"confirm"_s)) {
        bool isNumber = false;
        words.confirmed = arguments.value(u"confirm"_s).toLongLong(&isNumber);
        if (!isNumber || *words.confirmed < 0)
            return UsageError{Cli::tr("--confirm needs the number of recordings in the plan.")};
    }
    return words;
}

QList<QCommandLineOption> planOptions()
{
    return {{u"confirm"_s, Cli::tr("Yes: that many recordings, as the plan says."), u"N"_s},
            {u"approve"_s, Cli::tr("Approve what another person confirmed.")}};
}

CommandSpec byHandSpec(const QString &word, DeletionStep step, const QString &summary, const QString &details)
{
    return {.words = {u"retention"_s, word},
            .arguments = Cli::tr("ID …"),
            .summary = summary,
            .details = details,
            .options = step == DeletionStep::Restore ? QList<QCommandLineOption>() : planOptions(),
            .leastArguments = 1,
            .mostArguments = 1000,
            .needsWorkspace = true,
            .prepare = [step](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
                PlanWords words;
                if (step != DeletionStep::Restore) {
                    const auto said = planWords(arguments);
                    if (const auto *error = std::get_if<UsageError>(&said))
                        return *error;
                    words = std::get<PlanWords>(said);
                }
                return CommandFactory([step, words, names = arguments.positionalArguments().mid(2)](Session &session) {
                    return std::make_unique<RetentionByHandCommand>(session, step, names, words);
                });
            }};
}

CommandSpec applySpec()
{
    return {.words = {u"retention"_s, u"apply"_s},
            .arguments = Cli::tr("PLAN [--confirm N] [--approve]"),
            .summary = Cli::tr("Carries out a plan: exactly its items, each with its result."),
            .details = Cli::tr("Can be cut anywhere and called again. Each recording is looked at anew just before: what is held, or was changed\n"
                               "since the plan was made, stays."),
            .options = planOptions(),
            .leastArguments = 1,
            .mostArguments = 1,
            .needsWorkspace = true,
            .prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
                bool isNumber = false;
                const DeletionPlanId plan{arguments.positionalArguments().at(2).toLongLong(&isNumber)};
                const auto said = planWords(arguments);
                if (const auto *error = std::get_if<UsageError>(&said))
                    return *error;
                if (!isNumber || !plan.isValid())
                    return UsageError{Cli::tr("A plan has a number.")};
                return CommandFactory([plan, words = std::get<PlanWords>(said)](Session &session) {
                    return std::make_unique<RetentionApplyCommand>(session, plan, words);
                });
            }};
}

CommandSpec certificateSpec()
{
    return {.words = {u"retention"_s, u"certificate"_s},
            .arguments = Cli::tr("ID [--to FILE]"),
            .summary = Cli::tr("Writes the certificate of a recording's deletion, with the event of the journal that names it."),
            .details = {},
            .options = {{u"to"_s, Cli::tr("Where to; otherwise it is printed."), u"FILE"_s}},
            .leastArguments = 1,
            .mostArguments = 1,
            .needsWorkspace = true,
            .prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
                return CommandFactory([id = arguments.positionalArguments().at(2), file = arguments.value(u"to"_s)](Session &session) {
                    return std::make_unique<CertificateCommand>(session, id, file);
                });
            }};
}

CommandSpec verifySpec()
{
    return {.words = {u"retention"_s, u"verify"_s},
            .arguments = Cli::tr("FILE"),
            .summary = Cli::tr("Checks the file of a certificate offline: that nothing in it was changed."),
            .details = Cli::tr("That its event is in the journal's chain is checked with `audit verify`."),
            .options = {},
            .leastArguments = 1,
            .mostArguments = 1,
            .needsWorkspace = false,
            .prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
                return CommandFactory([file = arguments.positionalArguments().at(2)](Session &session) {
                    return std::make_unique<CertificateVerifyCommand>(session, file);
                });
            }};
}

CommandSpec recipeSpec()
{
    return {.words = {u"server"_s, u"recipe"_s},
            .arguments = Cli::tr("NAME"),
            .summary = Cli::tr("Prints the script, and the line for sudo, with which recordings can be brought back and purged on a server."),
            .details = {},
            .options = {},
            .leastArguments = 1,
            .mostArguments = 1,
            .needsWorkspace = true,
            .prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
                return CommandFactory([name = arguments.positionalArguments().at(2)](Session &session) {
                    return std::make_unique<RecipeCommand>(session, name);
                });
            }};
}

CommandSpec realitySpec()
{
    return {.words = {u"reality"_s},
            .arguments = Cli::tr("[NAME] [--mend [--confirm N]]"),
            .summary = Cli::tr("Compares a server's list, its disk and the catalog, and says what does not agree."),
            .details = Cli::tr("With --mend what is left over on the disk becomes a plan of deletion, carried out once it is confirmed; what a sync\n"
                               "mends is left to that."),
            .options = QList<QCommandLineOption>{{u"mend"_s, Cli::tr("Propose a plan that removes what is left over.")}} + planOptions(),
            .leastArguments = 0,
            .mostArguments = 1,
            .needsWorkspace = true,
            .prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
                const auto said = planWords(arguments);
                if (const auto *error = std::get_if<UsageError>(&said))
                    return *error;
                return CommandFactory([name = arguments.positionalArguments().value(1), mends = arguments.isSet(u"mend"_s),
                                       words = std::get<PlanWords>(said)](Session &session) {
                    return std::make_unique<RealityCommand>(session, name, mends, words);
                });
            }};
}
} // namespace

QList<CommandSpec> deletionSpecs()
{
    return {applySpec(),
            byHandSpec(u"trash"_s, DeletionStep::Trash, Cli::tr("Puts recordings into the trash, from where they can come back."),
                       Cli::tr("Without --confirm only the plan is made.")),
            byHandSpec(u"restore"_s, DeletionStep::Restore, Cli::tr("Brings recordings back from the trash."), {}),
            byHandSpec(u"purge"_s, DeletionStep::Purge, Cli::tr("Deletes recordings for good, with a certificate of each."),
                       Cli::tr("Without --confirm only the plan is made.")),
            certificateSpec(), verifySpec(), recipeSpec(), realitySpec()};
}

} // namespace letopis::cli
