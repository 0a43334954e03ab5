#include "app/cli/auditcommands.h"

#include "app/cli/auditsegmentcommands.h"
#include "app/cli/auditverifycommand.h"
#include "app/cli/cataloganswer.h"
#include "app/cli/recordingscommand.h"
#include "app/cli/serverselection.h"
#include "app/cli/text.h"
#include "core/domain/eventorigin.h"
#include "core/workspace/audittrail.h"
#include "core/workspace/workspace.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTimer>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Prepared = std::variant<UsageError, CommandFactory>;

struct QueryWishes
{
    AuditQuery query;
    QString recording;
    QString server;
};

QJsonObject eventJson(const AuditEntry &entry)
{
    const AuditEvent &event = entry.event;
    const auto orNull = [](qint64 id) { return id ? QJsonValue(id) : QJsonValue(); };
    return {{u"sequence"_s, event.sequence},
            {u"at"_s, isoTime(event.atMs)},
            {u"actor"_s, event.actor},
            {u"action"_s, event.action},
            {u"server"_s, orNull(event.server.value)},
            {u"serverName"_s, entry.serverName},
            {u"recording"_s, orNull(event.recording.value)},
            {u"recordingTitle"_s, entry.recordingTitle},
            {u"details"_s, QJsonDocument::fromJson(event.details).object()},
            {u"origin"_s, QJsonDocument::fromJson(event.origin).object()},
            {u"hash"_s, QString::fromLatin1(event.hash.toHex())}};
}

class AuditCommand : public Command
{
public:
    using Command::Command;

protected:
    AuditTrail &audit() { return workspace().audit(); }

    // Names become the catalog's numbers.
    void withQuery(const QueryWishes &wishes, std::function<void(const AuditQuery &)> handler)
    {
        const auto withServer = [this, wishes, handler](AuditQuery query) {
            if (wishes.server.isEmpty())
                return handler(query);
            onValue(workspace().serversOfCatalog(session().actor), [this, wishes, handler, query](const QList<ConferenceServer> &servers) mutable {
                const Result<ConferenceServer> server = serverNamed(servers, wishes.server);
                if (!server)
                    return fail(server.error());
                query.server = server->id;
                handler(query);
            });
        };
        if (wishes.recording.isEmpty())
            return withServer(wishes.query);
        onValue(workspace().findRecording(session().actor, wishes.recording), [withServer, query = wishes.query](RecordingId id) mutable {
            query.recording = id;
            withServer(query);
        });
    }

    void sayWithoutKey()
    {
        session().terminal.say(Cli::tr("There is no secret store to sign with; --unsigned makes a file that anybody could have written."));
    }
};

class AuditListCommand final : public AuditCommand
{
public:
    AuditListCommand(Session &session, QueryWishes wishes, qint64 after, int limit)
        : AuditCommand(session), m_wishes(std::move(wishes)), m_after(after), m_limit(limit)
    {
    }

    void start() override
    {
        withQuery(m_wishes, [this](const AuditQuery &query) {
            onValue(audit().page(session().actor, query, m_after, m_limit), [this](const AuditPage &page) { show(page); });
        });
    }

private:
    void show(const AuditPage &page)
    {
        Grid grid{{{Cli::tr("Number"), u"sequence"_s, true, false},
                   {Cli::tr("When"), u"at"_s, false, false},
                   {Cli::tr("Who"), u"actor"_s, false, false},
                   {Cli::tr("What"), u"action"_s, false, false},
                   {Cli::tr("Server"), u"serverName"_s, false, true},
                   {Cli::tr("Recording"), u"recordingTitle"_s, false, true},
                   {Cli::tr("Computer"), u"computer"_s, false, true},
                   {Cli::tr("Details"), u"details"_s, false, true}},
                  {}};
        QJsonArray events;
        for (const AuditEntry &entry : page.entries) {
            events += eventJson(entry);
            grid.rows += {QString::number(entry.event.sequence), isoTime(entry.event.atMs), entry.event.actor, entry.event.action, entry.serverName,
                          entry.recordingTitle, originText(entry.event.origin).computer, QString::fromUtf8(entry.event.details)};
        }
        print(grid, {{u"events"_s, events}, {u"next"_s, page.next ? QJsonValue(page.next) : QJsonValue()}, {u"last"_s, page.headSequence}});
        if (page.next && session().format != OutputFormat::Json)
            session().terminal.say(Cli::tr("There are more: --after %1").arg(page.next));
        finish(ExitCode::Done);
    }

    const QueryWishes m_wishes;
    const qint64 m_after;
    const int m_limit;
};

class AuditExportCommand final : public AuditCommand
{
public:
    AuditExportCommand(Session &session, QueryWishes wishes, QString file, AuditFileFormat format, bool isSigned)
        : AuditCommand(session), m_wishes(std::move(wishes)), m_file(std::move(file)), m_format(format), m_isSigned(isSigned)
    {
        connect(&m_sampling, &QTimer::timeout, this, [this] { this->session().terminal.showProgress(QString::number(m_progress->done)); });
        m_sampling.start(200ms);
    }

    void start() override
    {
        if (QFileInfo::exists(m_file))
            return fail({ErrorKind::AlreadyExists, u"the file is there already"_s, m_file, {}});
        withQuery(m_wishes, [this](const AuditQuery &query) {
            const auto done = audit().exportTo(session().actor, query, m_format, m_file, m_isSigned, m_progress, stopToken());
            whenDone(done, this, [this](const Result<AuditExportReport> &report) {
                if (report)
                    return show(*report);
                if (report.error().kind == ErrorKind::SecretStoreUnavailable)
                    sayWithoutKey();
                fail(report.error());
            });
        });
    }

private:
    void show(const AuditExportReport &report)
    {
        const QString key = QString::fromLatin1(report.publicKey.toHex());
        print({{{Cli::tr("File"), u"file"_s, false, true},
                {Cli::tr("Events"), u"events"_s, true, false},
                {Cli::tr("Withheld"), u"withheld"_s, true, false},
                {Cli::tr("Signed"), u"signed"_s, false, false, yesNoText}},
               {{report.file, QString::number(report.events), QString::number(report.withheld), flagName(!key.isEmpty())}}},
              {{u"file"_s, report.file},
               {u"events"_s, report.events},
               {u"withheld"_s, report.withheld},
               {u"sizeBytes"_s, report.sizeBytes},
               {u"sha256"_s, QString::fromLatin1(report.sha256.toHex())},
               {u"publicKey"_s, key.isEmpty() ? QJsonValue() : QJsonValue(key)}});
        finish(ExitCode::Done);
    }

    const QueryWishes m_wishes;
    const QString m_file;
    const AuditFileFormat m_format;
    const bool m_isSigned;
    std::shared_ptr<ProgressCounters> m_progress = std::make_shared<ProgressCounters>();
    QTimer m_sampling;
};

class AuditAnchorCommand final : public AuditCommand
{
public:
    AuditAnchorCommand(Session &session, QString file, bool accepts)
        : AuditCommand(session), m_file(std::move(file)), m_accepts(accepts)
    {
    }

    void start() override
    {
        if (!m_accepts)
            return take();
        onValue(audit().acceptCatalog(session().actor), [this](const AuditAnchor &) { take(); });
    }

private:
    void take()
    {
        onValue(audit().anchor(session().actor), [this](const AuditAnchor &anchor) {
            const QByteArray text = anchorText(anchor);
            if (QFile file(m_file); !m_file.isEmpty() && (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || file.write(text) != text.size()))
                return fail({QFileInfo::exists(m_file) ? ErrorKind::AlreadyExists : ErrorKind::PermissionDenied, file.errorString(), m_file, {}});
            if (session().format == OutputFormat::Json) {
                session().terminal.write(asJsonLine({{u"catalog"_s, anchor.catalog},
                                                     {u"events"_s, anchor.sequence},
                                                     {u"head"_s, QString::fromLatin1(anchor.hash.toHex())},
                                                     {u"takenAt"_s, isoTime(anchor.atMs)},
                                                     {u"signed"_s, !anchor.signature.isEmpty()}})
                                         + '\n');
            } else {
                session().terminal.write(QString::fromUtf8(text));
            }
            finish(ExitCode::Done);
        });
    }

    const QString m_file;
    const bool m_accepts;
};

QList<QCommandLineOption> queryOptions()
{
    return {{u"actor"_s, Cli::tr("By this login; may be given several times."), u"LOGIN"_s},
            {u"action"_s, Cli::tr("This action, or all that begin with \"link.\"; may be given several times."), u"ACTION"_s},
            {u"recording"_s, Cli::tr("About this recording."), u"ID"_s},
            {u"server"_s, Cli::tr("About this server."), u"NAME"_s},
            {u"since"_s, Cli::tr("On this day (or at this moment) or later."), u"DATE"_s},
            {u"until"_s, Cli::tr("Until this day's end, or before this moment."), u"DATE"_s},
            {u"text"_s, Cli::tr("With these words, or their beginnings."), u"WORDS"_s}};
}

std::variant<UsageError, QueryWishes> queryFrom(const QCommandLineParser &arguments)
{
    QueryWishes wishes;
    wishes.query.actors = arguments.values(u"actor"_s);
    wishes.query.actions = arguments.values(u"action"_s);
    wishes.query.text = arguments.value(u"text"_s);
    wishes.recording = arguments.value(u"recording"_s);
    wishes.server = arguments.value(u"server"_s);
    for (const auto &[option, ms, isEnd] : {std::tuple{u"since"_s, &wishes.query.sinceMs, false}, {u"until"_s, &wishes.query.untilMs, true}}) {
        if (!arguments.isSet(option))
            continue;
        const QDateTime time = moment(arguments.value(option), isEnd);
        if (!time.isValid())
            return UsageError{Cli::tr("--%1 is a day or a moment such as 2024-05-31 or 2024-05-31T14:00:00Z.").arg(option)};
        *ms = time.toMSecsSinceEpoch();
    }
    return wishes;
}

QString absolute(const QString &path)
{
    return path.isEmpty() ? QString() : QFileInfo(path).absoluteFilePath();
}

CommandSpec listSpec()
{
    return {.words = {u"audit"_s, u"list"_s},
            .arguments = Cli::tr("[OPTION …]"),
            .summary = Cli::tr("Lists the journal: who did what, when, and from which computer."),
            .details = Cli::tr("Newest first. One recording's journal is for who sees its reports, the whole one for administrators."),
            .options = queryOptions()
                + QList<QCommandLineOption>{{u"oldest-first"_s, Cli::tr("From the beginning.")},
                                            {u"limit"_s, Cli::tr("At most so many, up to 5000."), u"NUMBER"_s, u"100"_s},
                                            {u"after"_s, Cli::tr("Goes on after this number."), u"NUMBER"_s}},
            .leastArguments = 0,
            .mostArguments = 0,
            .needsWorkspace = true,
            .prepare = [](const QCommandLineParser &arguments) -> Prepared {
                auto wishes = queryFrom(arguments);
                if (const auto *error = std::get_if<UsageError>(&wishes))
                    return *error;
                auto &query = std::get<QueryWishes>(wishes);
                if (arguments.isSet(u"oldest-first"_s))
                    query.query.order = AuditQuery::Order::OldestFirst;
                const int limit = arguments.value(u"limit"_s).toInt();
                const qint64 after = arguments.value(u"after"_s).toLongLong();
                if (limit < 1 || limit > 5000 || (arguments.isSet(u"after"_s) && after < 1))
                    return UsageError{Cli::tr("--limit is from 1 to 5000, --after a number that `audit list` showed.")};
                return CommandFactory([query, after, limit](Session &session) { return std::make_unique<AuditListCommand>(session, query, after, limit); });
            }};
}

CommandSpec exportSpec()
{
    return {.words = {u"audit"_s, u"export"_s},
            .arguments = Cli::tr("FILE [--as-format FORMAT] [OPTION …]"),
            .summary = Cli::tr("Writes the journal, or what is asked for of it, into a file."),
            .details = Cli::tr("csv and json (one object per line) are for reading; extract is signed and can be checked without the catalog by\n"
                               "`audit verify FILE`: of the events that were not asked for it has nothing but hashes. Compressed where FILE ends with .zst."),
            .options = queryOptions()
                + QList<QCommandLineOption>{{u"as-format"_s, Cli::tr("csv, json or extract."), u"FORMAT"_s, u"extract"_s},
                                            {u"unsigned"_s, Cli::tr("An extract without a signature.")}},
            .leastArguments = 1,
            .mostArguments = 1,
            .needsWorkspace = true,
            .prepare = [](const QCommandLineParser &arguments) -> Prepared {
                auto wishes = queryFrom(arguments);
                if (const auto *error = std::get_if<UsageError>(&wishes))
                    return *error;
                const QHash<QString, AuditFileFormat> formats{
                    {u"csv"_s, AuditFileFormat::Csv}, {u"json"_s, AuditFileFormat::JsonLines}, {u"extract"_s, AuditFileFormat::Extract}};
                const auto format = formats.constFind(arguments.value(u"as-format"_s));
                if (format == formats.constEnd())
                    return UsageError{Cli::tr("--as-format is csv, json or extract.")};
                return CommandFactory([wishes = std::get<QueryWishes>(wishes), file = absolute(arguments.positionalArguments().at(2)), format = *format,
                                       isSigned = !arguments.isSet(u"unsigned"_s)](Session &session) {
                    return std::make_unique<AuditExportCommand>(session, wishes, file, format, isSigned);
                });
            }};
}

CommandSpec anchorSpec()
{
    return {.words = {u"audit"_s, u"anchor"_s},
            .arguments = Cli::tr("[FILE] [--accept]"),
            .summary = Cli::tr("Prints where the journal ends now, to be kept where its owner cannot reach it."),
            .details = Cli::tr("A few lines of text to mail or print, signed where there is a secret store. `audit verify --anchor FILE` proves later\n"
                               "that nothing was cut off or rewritten before it. The profile keeps one of its own: a catalog that is older than it is\n"
                               "deletes nothing until --accept says that it is the right one."),
            .options = {{u"accept"_s, Cli::tr("The catalog is the right one, though the profile has seen a newer one.")}},
            .leastArguments = 0,
            .mostArguments = 1,
            .needsWorkspace = true,
            .prepare = [](const QCommandLineParser &arguments) -> Prepared {
                return CommandFactory([file = absolute(arguments.positionalArguments().value(2)), accepts = arguments.isSet(u"accept"_s)](Session &session) {
                    return std::make_unique<AuditAnchorCommand>(session, file, accepts);
                });
            }};
}

} // namespace

QList<CommandSpec> auditSpecs()
{
    return QList<CommandSpec>{listSpec(), auditVerifySpec(), exportSpec(), anchorSpec()} + auditSegmentSpecs();
}

} // namespace letopis::cli
