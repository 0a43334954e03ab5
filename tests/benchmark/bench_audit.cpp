// How fast the journal's chain is checked, against sha256sum of the same bytes in the same run, on as many threads as it takes.
#include "core/journal/auditlog.h"
#include "core/storage/auditindex.h"
#include "core/storage/auditnotes.h"
#include "core/storage/auditpages.h"
#include "core/domain/eventorigin.h"
#include "core/storage/database.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtEndian>

#include <algorithm>
#include <cstdio>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int eventCount = 1'000'000;
constexpr int rounds = 3;

// What a sync writes of a new recording.
QJsonObject detailsOf(int number)
{
    return {{u"recordID"_s, u"183f0bf3a0982a127bdb8161e0c44eb696b3e75c-%1"_s.arg(1'600'000'000'000 + number)},
            {u"title"_s, u"Алгебра и анализ, группа %1"_s.arg(number % 41)},
            {u"state"_s, u"published"_s},
            {u"startedAtMs"_s, qint64(1'600'000'000'000) + number}};
}

void fill(Database &database)
{
    for (int first = 0; first < eventCount; first += 20'000) {
        const Result<> done = waitFor(database.write([first](Connection &connection) -> Result<> {
            for (int number = first; number < first + 20'000; ++number) {
                const AuditNote note{u"recording.added"_s, {}, detailsOf(number), ServerId{1 + number % 3}};
                if (Result<> noted = noteEvent(connection, programActor(), note, 1'700'000'000'000 + number); !noted)
                    return noted;
            }
            return {};
        }));
        if (!done)
            qFatal("cannot fill: %s", qPrintable(done.error().detail));
    }
}

// The very bytes that are hashed, in a file.
qint64 writeBytes(Database &database, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write");
    for (qint64 first = 1; first <= eventCount; first += 10'000) {
        const auto events = waitFor(database.read([first](Connection &c) { return readAuditEvents(c, first, first + 9'999); }));
        QByteArray bytes;
        const auto number = [&bytes](qint64 value) {
            char buffer[8];
            qToBigEndian(value, buffer);
            bytes.append(buffer, 8);
        };
        const auto field = [&](const QByteArray &value) {
            number(value.size());
            bytes += value;
        };
        for (const AuditEvent &event : events.value()) {
            field(event.previousHash);
            number(event.sequence);
            number(event.atMs);
            field(event.actor.toUtf8());
            field(event.action.toUtf8());
            number(event.server.value);
            number(event.recording.value);
            field(event.details);
            field(event.origin);
        }
        file.write(bytes);
    }
    return file.size();
}

template <typename F>
double best(F f)
{
    double seconds = 1e9;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        f();
        seconds = std::min(seconds, double(timer.nsecsElapsed()) / 1e9);
    }
    return seconds;
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QTemporaryDir folder;
    DatabaseOptions options;
    options.eventOrigin = std::make_shared<EventOrigin>(u"letopis"_s, u"0.5.0"_s, u"bench-computer"_s);
    auto database = std::move(Database::open(folder.filePath(u"c.sqlite"_s), options)).value();
    QElapsedTimer filling;
    filling.start();
    fill(*database);
    std::printf("events                     %d, appended in %.1f s\n", eventCount, double(filling.elapsed()) / 1e3);
    const QString plain = folder.filePath(u"bytes"_s);
    const double megabytes = double(writeBytes(*database, plain)) / 1e6;
    const double reference = best([&] { QProcess::execute(u"sha256sum"_s, {plain}); });
    for (const int threads : {1, 0}) {
        AuditVerdict verdict;
        const double own = best([&] { verdict = checkJournal({.catalogFile = database->path(), .threads = threads}).value(); });
        if (!verdict.isIntact() || verdict.events != eventCount || double(verdict.bytesHashed) / 1e6 != megabytes)
            qFatal("not what was written");
        std::printf("audit verify, %s  %.2f s, %.0f MB/s\nsha256sum                  %.2f s, %.0f MB/s\nratio                      %.2f (at least 0.5)\n",
                    threads == 1 ? "one thread " : "all threads", own, megabytes / own, reference, megabytes / reference, reference / own);
    }
    QElapsedTimer timer;
    timer.start();
    while (waitFor(database->write([](Connection &c) { return indexEvents(c, 1000); })).value() > 0) {
    }
    std::printf("first search, all events   %.1f s\n", double(timer.elapsed()) / 1e3);
    AuditQuery text;
    text.text = u"алгебра группа 17"_s;
    AuditQuery rare;
    rare.actors = {u"nobody"_s};
    for (const auto &[name, query] : {std::pair("page, newest ", AuditQuery()), std::pair("page, words  ", text), std::pair("page, no hit ", rare)}) {
        const double seconds = best([&, query = query] { static_cast<void>(waitFor(database->read([&](Connection &c) { return readAuditPage(c, query, 0, 100); }))); });
        std::printf("%s              %.1f ms\n", name, seconds * 1e3);
    }
    return 0;
}
