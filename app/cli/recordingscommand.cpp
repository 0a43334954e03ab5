#include "app/cli/recordingscommand.h"

#include "app/cli/cataloganswer.h"
#include "app/cli/serverselection.h"
#include "app/cli/text.h"

#include <QJsonDocument>

#include <algorithm>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 pageSize = 200;

QList<Grid::Column> tableColumns()
{
    return {{Cli::tr("ID"), u"id"_s, true, false},
            {Cli::tr("Title"), u"title"_s, false, true},
            {Cli::tr("Meeting"), u"name"_s, false, true},
            {Cli::tr("Server"), u"server"_s, false, true},
            {Cli::tr("Started (UTC)"), u"startedAt"_s, false, false},
            {Cli::tr("Length"), u"durationMs"_s, true, false},
            {Cli::tr("People"), u"participantCount"_s, true, false},
            {Cli::tr("Formats"), u"formats"_s, false, true},
            {Cli::tr("Size"), u"sizeBytes"_s, true, false},
            {Cli::tr("State"), u"state"_s, false, false}};
}

QString numberText(qint64 number)
{
    return number < 0 ? QString() : QString::number(number);
}

QStringList tableRow(const RecordingRow &row)
{
    return {QString::number(row.id.value),
            row.title,
            row.meetingName,
            row.serverName,
            row.startedAt.toUTC().toString(u"yyyy-MM-dd HH:mm"_s),
            durationText(row.durationMs),
            numberText(row.participantCount),
            row.formats.join(u", "_s),
            sizeText(row.sizeBytes),
            publicationStateName(row.state)};
}

QList<Grid::Column> csvColumns()
{
    QList<Grid::Column> columns;
    for (const auto &[key, isNumber] : std::initializer_list<std::pair<const char16_t *, bool>>{
             {u"id", true}, {u"recordId", false}, {u"server", false}, {u"title", false}, {u"name", false},
             {u"description", false}, {u"meetingId", false}, {u"startedAt", false}, {u"endedAt", false},
             {u"durationMs", true}, {u"state", false}, {u"participantCount", true}, {u"sizeBytes", true},
             {u"formats", false}, {u"metadata", false}, {u"isBreakout", false}})
        columns += {{}, QString::fromUtf16(key), isNumber, false};
    return columns;
}

QStringList csvRow(const RecordingDetails &recording)
{
    const RecordingRow &row = recording.row;
    return {QString::number(row.id.value),
            row.externalId,
            row.serverName,
            row.title,
            recording.name,
            recording.description,
            recording.meetingId,
            isoTime(row.startedAt),
            isoTime(recording.endedAt),
            numberText(row.durationMs),
            publicationStateName(row.state),
            numberText(row.participantCount),
            numberText(row.sizeBytes),
            row.formats.join(u' '),
            QString::fromUtf8(QJsonDocument(metadataJson(recording.metadata)).toJson(QJsonDocument::Compact)),
            row.isBreakout ? u"true"_s : u"false"_s};
}
} // namespace

RecordingsCommand::RecordingsCommand(Session &session, RecordingsRequest request)
    : PeopleCommand(session), m_request(std::move(request))
{
    m_grid.columns = session.format == OutputFormat::Csv ? csvColumns() : tableColumns();
}

void RecordingsCommand::start()
{
    if (session().format == OutputFormat::Csv)
        session().terminal.write(csvHeading(m_grid));
    if (m_request.viewer.isEmpty())
        return findServer();
    withPerson(m_request.viewer, [this](const Person &person) {
        m_request.query.visibleTo = person.id;
        findServer();
    });
}

void RecordingsCommand::findServer()
{
    if (m_request.serverName.isEmpty())
        return fetchPage();
    onValue(workspace().serversOfCatalog(session().actor), [this](QList<ConferenceServer> servers) {
        // A removed server's name is free: one in use goes first.
        std::stable_partition(servers.begin(), servers.end(), [](const ConferenceServer &each) { return !each.isRemoved; });
        const Result<ConferenceServer> server = serverNamed(servers, m_request.serverName);
        if (!server)
            return fail(server.error());
        m_request.query.server = server->id;
        fetchPage();
    });
}

void RecordingsCommand::fetchPage()
{
    const qint64 wanted = m_request.limit == 0 ? pageSize : std::min(pageSize, m_request.limit - m_printed);
    onValue(workspace().recordings(session().actor, m_request.query, m_request.after, int(wanted)),
            [this](RecordingPage page) {
                if (session().format == OutputFormat::Table) {
                    for (const RecordingRow &row : std::as_const(page.rows))
                        m_grid.rows += tableRow(row);
                    m_printed += page.rows.size();
                    onPage(page.next);
                } else {
                    fetchDetails(std::move(page));
                }
            });
}

// JSON and CSV tell more than a list's row holds.
void RecordingsCommand::fetchDetails(RecordingPage page)
{
    m_page = QList<RecordingDetails>(page.rows.size());
    m_awaited = page.rows.size();
    if (m_awaited == 0)
        return onPage(page.next);
    for (qsizetype i = 0; i < page.rows.size(); ++i) {
        onValue(workspace().recording(session().actor, page.rows[i].id), [this, i, next = page.next](RecordingDetails details) {
            m_page[i] = std::move(details);
            if (--m_awaited == 0)
                onPage(next);
        });
    }
}

void RecordingsCommand::onPage(const QByteArray &next)
{
    if (session().format == OutputFormat::Csv) {
        for (const RecordingDetails &recording : std::as_const(m_page))
            m_grid.rows += csvRow(recording);
        session().terminal.write(csvRows(m_grid));
        m_grid.rows.clear();
    } else if (session().format == OutputFormat::Json) {
        writeJson();
    }
    if (session().format != OutputFormat::Table)
        m_printed += m_page.size();
    m_page.clear();
    m_request.after = next;
    if (next.isEmpty() || (m_request.limit > 0 && m_printed >= m_request.limit))
        end();
    else
        fetchPage();
}

void RecordingsCommand::writeJson()
{
    QByteArray text = m_printed == 0 ? "{\"recordings\":[" : "";
    for (qsizetype i = 0; i < m_page.size(); ++i)
        text += (m_printed + i > 0 ? ",\n" : "\n") + asJsonLine(recordingJson(m_page[i]));
    session().terminal.write(text);
}

void RecordingsCommand::end()
{
    const QString next = QString::fromLatin1(m_request.after);
    switch (session().format) {
    case OutputFormat::Json: {
        const QJsonObject tail{{u"next"_s, next.isEmpty() ? QJsonValue() : QJsonValue(next)}};
        session().terminal.write("\n]," + asJsonLine(tail).mid(1) + '\n');
        break;
    }
    case OutputFormat::Table: session().terminal.write(asTable(m_grid, Terminal::outputColumns())); [[fallthrough]];
    case OutputFormat::Csv:
        if (!next.isEmpty())
            session().terminal.say(Cli::tr("There are more: --after %1").arg(next));
        break;
    }
    finish(ExitCode::Done);
}

QDateTime moment(const QString &typed, bool isEnd)
{
    // QDate reads the beginning of a moment too.
    constexpr qsizetype dayLength = 10;
    if (const QDate day = QDate::fromString(typed, Qt::ISODate); day.isValid() && typed.size() == dayLength)
        return (isEnd ? day.addDays(1) : day).startOfDay(Qt::UTC);
    QDateTime time = QDateTime::fromString(typed, Qt::ISODateWithMs);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC); // no offset given: as everything here, UTC
    return time.toUTC();
}

namespace {
std::optional<UsageError> readFilters(const QCommandLineParser &arguments, RecordingQuery &query)
{
    query.search = arguments.value(u"search"_s);
    for (const QString &names : arguments.values(u"state"_s)) {
        for (const QString &name : names.split(u',', Qt::SkipEmptyParts)) {
            const auto state = publicationStateFromName(name.trimmed());
            if (!state)
                return UsageError{Cli::tr("There is no state \"%1\".").arg(name)};
            query.states += *state;
        }
    }
    for (const auto &[option, time, isEnd] : {std::tuple{u"since"_s, &query.since, false}, {u"until"_s, &query.until, true}}) {
        if (!arguments.isSet(option))
            continue;
        *time = moment(arguments.value(option), isEnd);
        if (!time->isValid())
            return UsageError{Cli::tr("--%1 is a day or a moment such as 2024-05-31 or 2024-05-31T14:00:00Z.").arg(option)};
    }
    return std::nullopt;
}

std::optional<UsageError> readSort(QString typed, RecordingQuery &query)
{
    if (typed.isEmpty())
        return std::nullopt;
    query.order = typed.startsWith(u'-') ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (typed.startsWith(u'-'))
        typed.remove(0, 1);
    const auto column = recordingColumnFromName(typed);
    if (!column)
        return UsageError{Cli::tr("There is no column \"%1\".").arg(typed)};
    query.sort = *column;
    return std::nullopt;
}

std::variant<UsageError, CommandFactory> prepareRecordings(const QCommandLineParser &arguments)
{
    RecordingsRequest request;
    request.viewer = arguments.positionalArguments().value(1);
    if (const auto error = readFilters(arguments, request.query))
        return *error;
    if (const auto error = readSort(arguments.value(u"sort"_s), request.query))
        return *error;
    request.serverName = arguments.value(u"server"_s);
    request.after = arguments.value(u"after"_s).toLatin1();
    if (arguments.isSet(u"limit"_s)) {
        bool isNumber = false;
        request.limit = arguments.value(u"limit"_s).toLongLong(&isNumber);
        if (!isNumber || request.limit < 0)
            return UsageError{Cli::tr("--limit is a number; 0 prints all.")};
    }
    return CommandFactory(
        [request](Session &session) { return std::make_unique<RecordingsCommand>(session, request); });
}
} // namespace

CommandSpec recordingsSpec()
{
    return {.words = {u"recordings"_s},
            .arguments = Cli::tr("[OPTION …]"),
            .summary = Cli::tr("Lists recordings of the catalog."),
            .details = Cli::tr("Columns: title, meeting, server, started, duration, participants, formats, size, state.\n"
                               "States: processing, processed, published, unpublished, deleted, gone.\n"
                               "All times are UTC."),
            .options = {{u"search"_s, Cli::tr("Words (each the beginning of one) and \"quoted phrases\"."), u"WORDS"_s},
                        {u"server"_s, Cli::tr("Only of this server."), u"NAME"_s},
                        {u"state"_s, Cli::tr("Only in these states, separated by commas."), u"STATE"_s},
                        {u"since"_s, Cli::tr("Started on this day (or at this moment) or later."), u"DATE"_s},
                        {u"until"_s, Cli::tr("Started on this day or earlier (before this moment)."), u"DATE"_s},
                        {u"sort"_s, Cli::tr("Ascending by this column; -COLUMN descending. Default: -started."),
                         u"COLUMN"_s},
                        {u"limit"_s, Cli::tr("At most so many (default 100); 0 for all."), u"N"_s},
                        {u"after"_s, Cli::tr("Goes on after an earlier answer's \"next\"; same filters and order."),
                         u"CURSOR"_s}},
            .leastArguments = 0,
            .mostArguments = 0,
            .needsWorkspace = true,
            .emptyOptions = {u"search"_s}, // everything
            .prepare = prepareRecordings};
}

CommandSpec whatSpec()
{
    CommandSpec spec = recordingsSpec();
    spec.words = {u"what"_s};
    spec.arguments = Cli::tr("PERSON [OPTION …]");
    spec.summary = Cli::tr("Lists the recordings that a person can see.");
    spec.leastArguments = 1;
    spec.mostArguments = 1;
    return spec;
}

} // namespace letopis::cli
