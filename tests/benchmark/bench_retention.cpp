// A plan over a whole catalog: 200 policies, with filters and the newest of meetings kept.
//   bench_retention [recordings]
// Beside it a bare SELECT that streams the same rows and columns through the same driver, in the same run. The plan is made by a
// process of its own, whose high-water mark is its resident memory.
#include "core/storage/retentionforecast.h"
#include "core/storage/retentionrows.h"
#include "tests/core/storage/testcatalog.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTextStream>

#include <algorithm>

using namespace letopis;
using namespace letopis::testing;

namespace {
constexpr int folders = 300, rounds = 5;
constexpr qint64 dayMs = 86'400'000;

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

double median(std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

// kB of /proc/self/status
qint64 memory(const char *what)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(what))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    return -1;
}

RetentionPolicy policy(qint64 id, const RetentionScope &scope, int days, int keepNewest)
{
    RetentionPolicy one;
    one.id = {id};
    one.uuid = one.name = u"Policy %1"_s.arg(id);
    one.scope = scope;
    one.rule.kind = id % 2 ? RetentionRule::Kind::AfterRecording : RetentionRule::Kind::AfterLastView;
    one.rule.days = days;
    one.rule.keepNewest = keepNewest;
    return one;
}

RetentionCondition text(RetentionCondition::Field field, RetentionCondition::Match match, const QString &wanted, const QString &key = {})
{
    return {.field = field, .key = key, .match = match, .text = wanted, .number = 0, .state = PublicationState::Published};
}

// 90 filters over titles, meetings and metadata, 60 folders, 49 meetings, the server.
QList<RetentionPolicy> policies(ServerId server)
{
    using Field = RetentionCondition::Field;
    using Match = RetentionCondition::Match;
    QList<RetentionPolicy> all;
    qint64 id = 0;
    const auto add = [&](RetentionScope scope, int keepNewest) {
        ++id;
        all += policy(id, scope, 30 + int(id) * 7, keepNewest);
    };
    for (int number = 0; number < 90; ++number) {
        RetentionScope filter{.kind = RetentionScope::Kind::Filter, .server = {}, .folder = {}, .meetingId = {}, .conditions = {}};
        switch (number % 3) {
        case 0:
            filter.conditions = {text(Field::Title, Match::Contains, u"group %1 of"_s.arg(number))};
            break;
        case 1:
            filter.conditions = {text(Field::Meeting, Match::BeginsWith, u"Seminar %1"_s.arg(number)), {.field = Field::NeverViewed, .key = {}, .match = {}, .text = {}, .number = 0, .state = {}}};
            break;
        default:
            filter.conditions = {{.field = Field::FewerThan, .key = {}, .match = {}, .text = {}, .number = 3, .state = {}},
                                 text(Field::MetadataKey, Match::Contains, u"Course %1 "_s.arg(number), u"bbb-context"_s)};
            break;
        }
        add(filter, number % 10 == 0 ? 3 : 0);
    }
    for (int number = 0; number < 60; ++number)
        add({.kind = RetentionScope::Kind::Folder, .server = {}, .folder = {3 + number * 4}, .meetingId = {}, .conditions = {}}, number % 4 == 0 ? 5 : 0);
    for (int number = 0; number < 49; ++number)
        add({.kind = RetentionScope::Kind::Meeting, .server = server, .folder = {}, .meetingId = u"room-%1"_s.arg(number), .conditions = {}}, number % 7);
    add({.kind = RetentionScope::Kind::Server, .server = server, .folder = {}, .meetingId = {}, .conditions = {}}, 10);
    return all;
}

Result<> fileAndView(Connection &connection)
{
    for (int folder = 3; folder < 3 + folders; ++folder) {
        const bool isTop = (folder - 3) % 5 == 0;
        const Result<> made = connection.executeOnce(
            {"bench.folder"_L1, u"INSERT INTO folder (id, uuid, parent_id, name, sort_key, owner_id, has_own_list) VALUES (%1, 'f%1', %2, 'f%1', 'f%1', NULL, 0)"_s
                                    .arg(folder).arg(isTop ? 1 : folder - 1)});
        if (!made)
            return made;
    }
    return connection.executeOnce({"bench.place"_L1, u"UPDATE recording SET folder_id = 3 + id % %1, last_viewed_at_ms = CASE WHEN id % 3 = 0 "
                                                     "THEN ended_at_ms + id % 100 * 86400000 ELSE 0 END, meeting_id = 'room-' || id % 20000"_s.arg(folders)});
}

bool fill(TestCatalog &catalog, qint64 recordings)
{
    CatalogSyncWriter writer(*catalog.database, catalog.clock, catalog.server, administrator());
    bool isFine = bool(writer.begin());
    for (qint64 from = 1; isFine && from <= recordings; from += 5000) {
        std::vector<RecordingSnapshot> page = snapshots(from, std::min<qint64>(5000, recordings - from + 1));
        for (RecordingSnapshot &one : page) {
            one.startedAtMs = 1'700'000'000'000 - (one.startedAtMs % 1500) * dayMs;
            one.endedAtMs = one.startedAtMs + 3'600'000;
        }
        isFine = bool(writer.apply(std::move(page)));
    }
    return isFine && writer.finish(completeListing(recordings)) && waitFor(catalog.database->write(fileAndView));
}

class Bench
{
public:
    explicit Bench(const QString &path)
    {
        auto opened = Database::open(path);
        if (!opened)
            qFatal("the catalog cannot be opened");
        m_database = std::move(opened).value();
    }

    void plan()
    {
        const QList<RetentionPolicy> all = policies(ServerId{1});
        std::vector<double> plans, references, forecasts;
        qint64 going = 0, rows = 0;
        const qint64 before = memory("VmRSS");
        qint64 peak = 0;
        for (int round = 0; round < rounds; ++round) {
            const auto done = waitFor(m_database->read([&](Connection &connection) -> Result<> {
                QElapsedTimer timer;
                timer.start();
                Result<RetentionPlanner> planner = RetentionPlanner::prepare(connection, all, {.server = {}, .onlyWhereOn = false});
                if (!planner)
                    return planner.error();
                going = 0;
                if (const Result<> read = planner->forEach([&](const PlannedRecording &one) { going += one.stepAt(1'700'000'000'000) ? 1 : 0; }); !read)
                    return read;
                plans.push_back(milliseconds(timer));
                timer.restart();
                const auto forecast = makeForecast(connection, {.server = {}, .atMs = 1'700'000'000'000, .policies = all}, 1'700'000'000'000);
                if (!forecast)
                    return forecast.error();
                forecasts.push_back(milliseconds(timer));
                peak = std::max(peak, memory("VmHWM"));
                return stream(connection, planner->statement(), references, rows);
            }));
            if (!done)
                qFatal("%s", qPrintable(done.error().detail));
        }
        print(all.size(), rows, going, {median(plans), median(forecasts), median(references)}, before, peak);
    }

private:
    static Result<> stream(Connection &connection, const Statement &statement, std::vector<double> &times, qint64 &rows)
    {
        QElapsedTimer timer;
        timer.start();
        qint64 sum = 0;
        rows = 0;
        const Result<> read = connection.forEachRaw(statement, {}, [&](const QSqlQuery &row) {
            ++rows;
            for (int column = 0; column < 11; ++column)
                sum += row.value(column).toLongLong();
            for (int column = 11; column < 15; ++column)
                sum += row.value(column).toString().size();
        });
        times.push_back(milliseconds(timer));
        if (sum == 0)
            qFatal("nothing was read");
        return read;
    }

    void print(qsizetype policies, qint64 rows, qint64 going, const std::array<double, 3> &times, qint64 before, qint64 peak)
    {
        m_out << QStringLiteral("%1 recordings, %2 policies: %3 go\n").arg(rows).arg(policies).arg(going);
        m_out << QStringLiteral("plan %1 ms; forecast with its items, sorted %2 ms; bare SELECT of the same rows %3 ms; ratio %4, %5 (target 3)\n")
                     .arg(times[0], 0, 'f', 0).arg(times[1], 0, 'f', 0).arg(times[2], 0, 'f', 0).arg(times[0] / times[2], 0, 'f', 2)
                     .arg(times[1] / times[2], 0, 'f', 2);
        m_out << QStringLiteral("resident: %1 MiB before, %2 MiB at most (target 300)\n").arg(before / 1024).arg(peak / 1024);
        m_out.flush();
    }

    QTextStream m_out{stdout};
    std::unique_ptr<Database> m_database;
};
} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.value(1) == u"plan") {
        Bench(arguments.value(2)).plan();
        return 0;
    }
    TestCatalog catalog;
    if (!fill(catalog, std::max(1, arguments.value(1, u"1000000"_s).toInt())))
        qFatal("no catalog");
    catalog.database.reset();
    return QProcess::execute(application.applicationFilePath(), {u"plan"_s, catalog.path()});
}
