// Full sync of N recordings (100,000 by default) from one getRecordings answer over loopback HTTPS into an empty catalog,
// and the same again with nothing changed. The references are measured in the same run on the same answer:
//   curl to /dev/null + `xmllint --stream` + plain Qt Sql insertion of as many rows with a full-text index.
// The server runs in a process of its own, so that its memory and time are not ours. Prints ratios; asserts nothing.
#include "core/jobs/syncrun.h"
#include "core/providers/bigbluebutton/bigbluebuttonservice.h"
#include "core/providers/bigbluebutton/savedanswer.h"
#include "tests/benchmark/insertionreference.h"
#include "tests/benchmark/recordingsanswer.h"
#include "tests/support/testhttpsserver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {

// Child: serves `answerFile` as getRecordings until standard input closes.
int serve(const QString &answerFile, const QString &caDirectory)
{
    const test::TestCa ca;
    ca.writePem(caDirectory);
    test::TestHttpsServer server(ca.good(), [answerFile](const test::TestRequest &request) {
        test::TestAnswer answer;
        answer.headers = {{"Content-Type", "text/xml"}};
        if (request.path().endsWith(u"getRecordings"_s))
            answer.bodyFile = answerFile;
        else if (request.path().endsWith(u"getMeetings"_s))
            answer.body = "<response><returncode>SUCCESS</returncode><meetings/></response>";
        else
            answer.body = "<response><returncode>SUCCESS</returncode><version>2.0</version></response>";
        return answer;
    });
    std::printf("%d\n", int(server.port()));
    std::fflush(stdout);
    std::getchar(); // until the parent closes it
    return 0;
}

// Child: inserts what the answer holds in the plainest way; prints the seconds. A process of its own, so that 100,000
// snapshots in memory are not counted as ours.
int insertReference(const QString &answerFile, const QString &catalog)
{
    QFile file(answerFile);
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    const Result<SavedAnswer> answer = readSavedAnswer(file);
    if (!answer)
        return 1;
    std::printf("%f\n", bench::insertPlainly(catalog, answer->snapshots).wallSeconds);
    return 0;
}

double secondsOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e9;
}

double secondsOfProgram(const QString &program, const QStringList &arguments)
{
    return secondsOf([&] {
        QProcess process;
        process.setStandardOutputFile(QProcess::nullDevice());
        process.start(program, arguments);
        process.waitForFinished(-1);
        if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
            std::fprintf(stderr, "%s failed: %s\n", qUtf8Printable(program), process.readAllStandardError().constData());
    });
}

double insertionSeconds(const QString &answerFile, const QString &catalog)
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {u"--insert"_s, answerFile, catalog});
    process.waitForFinished(-1);
    return process.readAllStandardOutput().trimmed().toDouble();
}

double peakMemoryMiB()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

qint64 rowsWritten(const QString &catalog)
{
    qint64 events = -1;
    {
        QSqlDatabase reader = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"count"_s);
        reader.setDatabaseName(catalog);
        if (reader.open()) {
            QSqlQuery query(u"SELECT count(*) FROM audit_event"_s, reader);
            events = query.next() ? query.value(0).toLongLong() : -1;
        }
    }
    QSqlDatabase::removeDatabase(u"count"_s);
    return events;
}

double processorSeconds(clockid_t id)
{
    timespec time{};
    clock_gettime(id, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

// Processor time of the catalog's writer thread so far: other programs on the machine do not change it, as they do wall time.
double writerSeconds(Database &database)
{
    return waitFor(database.write([](Connection &) -> Result<double> { return processorSeconds(CLOCK_THREAD_CPUTIME_ID); })).value();
}

struct Server
{
    QProcess process;
    QUrl apiUrl;
    QString caFile;
};

void startServer(Server &server, const QString &answerFile, const QString &directory)
{
    server.process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    server.process.start(QCoreApplication::applicationFilePath(), {u"--serve"_s, answerFile, directory});
    server.process.waitForReadyRead(20'000);
    const int port = server.process.readLine().trimmed().toInt();
    server.apiUrl = QUrl(u"https://127.0.0.1:%1/bigbluebutton/api/"_s.arg(port));
    server.caFile = directory + u'/' + QDir(directory).entryList({u"*.pem"_s}).value(0);
}

SyncReport syncOnce(Database &database, const ConferenceServer &server, double *seconds)
{
    const SystemClock clock;
    ServerRepository servers(database, clock);
    MeetingRepository meetings(database, ContentStore(QDir::tempPath()), clock);
    const auto feed = std::make_shared<SyncFeed>();
    ServerCredentials credentials;
    credentials.apiSecret = SecretText("secret");
    *seconds = secondsOf([&] {
        BigBlueButtonServiceFactory factory;
        SyncRun run({server, factory.create(server, credentials)}, {database, servers, meetings, clock},
                    ownerActor(u"benchmark"_s, {}), feed);
        ProgressCounters progress;
        if (const Result<> done = run.execute(progress, {}); !done)
            std::fprintf(stderr, "sync failed: %s %s\n", qUtf8Printable(errorKindName(done.error().kind)),
                         qUtf8Printable(done.error().detail));
    });
    return feed->report();
}

void measure(int recordings, int rounds)
{
    QTemporaryDir directory;
    const QString answerFile = directory.filePath(u"answer.xml"_s);
    {
        QFile file(answerFile);
        if (!file.open(QIODevice::WriteOnly))
            return;
        bench::writeRecordingsAnswer(file, recordings);
    }
    Server server;
    startServer(server, answerFile, directory.path());
    const QString url = server.apiUrl.toString() + u"getRecordings"_s;
    std::printf("%d recordings, answer %.1f MB\n", recordings, double(QFileInfo(answerFile).size()) / 1e6);

    for (int round = 1; round <= rounds; ++round) {
        const double curl = secondsOfProgram(u"curl"_s, {u"-s"_s, u"--cacert"_s, server.caFile, u"-o"_s, u"/dev/null"_s, url});
        const double xmllint = secondsOfProgram(u"xmllint"_s, {u"--stream"_s, u"--noout"_s, answerFile});
        const double insertion = insertionSeconds(answerFile, directory.filePath(u"reference%1.sqlite"_s.arg(round)));

        const QString catalog = directory.filePath(u"catalog%1.sqlite"_s.arg(round));
        const std::unique_ptr<Database> database = Database::open(catalog).value();
        const SystemClock clock;
        ServerRepository servers(*database, clock);
        ConferenceServer row;
        row.name = u"benchmark"_s;
        row.apiUrl = server.apiUrl;
        row.caFile = server.caFile;
        row.proxy.kind = ProxyKind::None;
        const ServerId id = waitFor(servers.add(ownerActor(u"benchmark"_s, {}), row)).value();
        double full = 0;
        const double writerBefore = writerSeconds(*database);
        const double processBefore = processorSeconds(CLOCK_PROCESS_CPUTIME_ID);
        const SyncReport first = syncOnce(*database, waitFor(servers.find(id)).value(), &full);
        const double writer = writerSeconds(*database) - writerBefore;
        const double process = processorSeconds(CLOCK_PROCESS_CPUTIME_ID) - processBefore;
        const qint64 eventsAfterFirst = rowsWritten(catalog);
        double again = 0;
        const SyncReport second = syncOnce(*database, waitFor(servers.find(id)).value(), &again);
        const qint64 newEvents = rowsWritten(catalog) - eventsAfterFirst;
        const double reference = curl + xmllint + insertion;
        std::printf("round %d: curl %.2f s, xmllint --stream %.2f s, insertion %.2f s, together %.2f s\n", round, curl, xmllint,
                    insertion, reference);
        std::printf("  full sync   %.2f s = %.2f x reference (target 2.00); added %lld, peak memory %.0f MiB (target 250)\n", full,
                    full / reference, first.added, peakMemoryMiB());
        std::printf("  processor   %.2f s, of it %.2f s in the catalog's writer thread; catalog %.0f MB\n", process, writer,
                    double(QFileInfo(catalog).size()) / 1e6);
        std::printf("  unchanged   %.2f s = %.2f x xmllint --stream = %.2f x (curl + xmllint) (target 1.50); unchanged %lld, journal rows written %lld\n",
                    again, again / xmllint, again / (curl + xmllint), second.unchanged, newEvents);
        std::fflush(stdout);
    }
    server.process.closeWriteChannel();
    server.process.waitForFinished();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--serve"_s)
        return serve(arguments.value(2), arguments.value(3));
    if (arguments.value(1) == u"--insert"_s)
        return insertReference(arguments.value(2), arguments.value(3));
    const int recordings = arguments.value(1).toInt() > 0 ? arguments.value(1).toInt() : 100'000;
    const int rounds = arguments.value(2).toInt() > 0 ? arguments.value(2).toInt() : 3;
    measure(recordings, rounds);
    return 0;
}
