#pragma once

#include "core/storage/catalogsyncwriter.h"
#include "core/storage/database.h"
#include "core/storage/recordingrepository.h"
#include "core/storage/serverrepository.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

namespace letopis::testing {

using namespace Qt::Literals::StringLiterals;

// A clock that stands still until it is moved.
class HandClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_nowMs, Qt::UTC); }
    void advance(qint64 ms) { m_nowMs += ms; }

private:
    std::atomic<qint64> m_nowMs{1'700'000'000'000};
};

inline Actor administrator()
{
    return ownerActor(u"admin"_s, u"Administrator"_s);
}

inline ConferenceServer serverNamed(const QString &name)
{
    ConferenceServer server;
    server.name = name;
    server.apiUrl = QUrl(u"https://%1.example/bigbluebutton/api/"_s.arg(QString::number(qHash(name, 7))));
    return server;
}

inline PlaybackFormat formatOf(const QString &recordId, const QString &type, qint64 minutes = 30,
                               qint64 size = 1'000'000)
{
    PlaybackFormat format;
    format.type = type;
    format.url = QUrl(u"https://bbb.example.org/playback/%1/2.3/%2"_s.arg(type, recordId));
    format.durationMs = minutes * 60'000;
    format.sizeBytes = size;
    format.processingMs = 12'345;
    return format;
}

inline QString recordIdOf(qint64 number)
{
    return u"%1-%2"_s
        .arg(
            QString::fromLatin1(QCryptographicHash::hash(QByteArray::number(number), QCryptographicHash::Sha1).toHex()))
        .arg(1'600'000'000'000 + number * 1000);
}

inline RecordingSnapshot snapshotOf(qint64 number)
{
    static const QStringList subjects{u"Алгебра и анализ"_s, u"Linear Algebra"_s,  u"Учёный совет"_s,
                                      u"Faculty meeting"_s,  u"Ёлочные игрушки"_s, u"Physics lecture"_s,
                                      u"Защита диплома"_s,   u"Staff briefing"_s};
    RecordingSnapshot snapshot;
    snapshot.externalId = recordIdOf(number);
    snapshot.meetingId = u"room-%1"_s.arg(number % 97);
    snapshot.internalMeetingId = snapshot.externalId;
    snapshot.name = u"%1, group %2"_s.arg(subjects[number % subjects.size()]).arg(number % 41);
    snapshot.startedAtMs = 1'600'000'000'000 + number * 1000;
    snapshot.endedAtMs = snapshot.startedAtMs + 3'600'000;
    snapshot.participantCount = int(number % 60);
    snapshot.rawSizeBytes = 50'000'000 + number;
    snapshot.metadata = {{u"meetingName"_s, snapshot.name},
                         {u"bbb-origin"_s, u"Greenlight"_s},
                         {u"bbb-context"_s, u"Course %1 of term %2"_s.arg(number % 300).arg(number % 7)},
                         {u"gl-listed"_s, u"false"_s}};
    snapshot.formats = {formatOf(snapshot.externalId, u"presentation"_s, number % 90, 1'000'000 + number)};
    for (int image = 0; image < 3; ++image) {
        snapshot.formats[0].previews.append(
            {.url =
                 u"https://bbb.example.org/presentation/%1/presentation/d2d9a672040fbde2a47a10bf6c37b6a4b5ae187f-%2/"
                 "thumbnails/thumb-%3.png"_s.arg(snapshot.externalId)
                     .arg(snapshot.startedAtMs)
                     .arg(image + 1)
                     .toUtf8(),
             .width = 176,
             .height = 136,
             .text = u"Welcome to the presentation area"_s});
    }
    if (number % 3 == 0)
        snapshot.formats.append(formatOf(snapshot.externalId, u"video"_s, number % 90, 20'000'000 + number));
    return snapshot;
}

inline std::vector<RecordingSnapshot> snapshots(qint64 from, qint64 count)
{
    std::vector<RecordingSnapshot> page;
    page.reserve(size_t(count));
    for (qint64 number = from; number < from + count; ++number)
        page.push_back(snapshotOf(number));
    return page;
}

inline ListingSummary completeListing(qint64 recordings)
{
    ListingSummary summary;
    summary.recordings = recordings;
    summary.isComplete = true;
    return summary;
}

inline void addTo(SyncOutcome &sum, const SyncOutcome &more)
{
    sum.added += more.added;
    sum.updated += more.updated;
    sum.gone += more.gone;
    sum.unchanged += more.unchanged;
}

// One whole sync of pages into the catalog.
inline Result<SyncOutcome> syncPages(Database &database, const Clock &clock, ServerId server,
                                     std::vector<std::vector<RecordingSnapshot>> pages, const ListingSummary &summary)
{
    CatalogSyncWriter writer(database, clock, server, administrator());
    if (Result<> begun = writer.begin(); !begun)
        return begun.error();
    SyncOutcome sum;
    for (auto &page : pages) {
        const Result<SyncOutcome> applied = writer.apply(std::move(page));
        if (!applied)
            return applied;
        addTo(sum, applied.value());
    }
    const Result<SyncOutcome> last = writer.finish(summary);
    if (!last)
        return last;
    addTo(sum, last.value());
    return sum;
}

struct Number
{
    qint64 value = 0;
};

} // namespace letopis::testing

template <>
inline letopis::testing::Number letopis::fromRow(const letopis::Row &row)
{
    return {.value = row.get<qint64>(QLatin1StringView("value"))};
}

namespace letopis::testing {

// SELECT … AS value, on a reader.
inline qint64 numberFrom(Database &database, const QString &sql)
{
    const auto found = waitFor(database.read([sql](Connection &connection) -> Result<qint64> {
        const Result<std::optional<Number>> number = connection.selectOne<Number>({"test.number"_L1, sql});
        if (!number)
            return number.error();
        return number.value() ? number.value()->value : -1;
    }));
    return found ? found.value() : -2;
}

// Rows that the writer's connection has changed since it was opened.
inline qint64 totalChanges(Database &database)
{
    const auto found = waitFor(database.write([](Connection &connection) -> Result<qint64> {
        const Result<std::optional<Number>> number =
            connection.selectOne<Number>({"test.changes"_L1, u"SELECT total_changes() AS value"_s});
        if (!number)
            return number.error();
        return number.value()->value;
    }));
    return found ? found.value() : -2;
}

// A catalog in a folder of its own, with one server.
class TestCatalog
{
public:
    explicit TestCatalog(DatabaseOptions options = {})
    {
        auto opened = Database::open(path(), std::move(options));
        if (!opened)
            qFatal("cannot open the test catalog");
        database = std::move(opened).value();
        servers.emplace(*database, clock);
        recordings.emplace(*database);
        const Result<ServerId> added = waitFor(servers->add(administrator(), serverNamed(u"First"_s)));
        server = added ? added.value() : ServerId{};
    }

    QString path() const { return m_folder.filePath(u"catalog.sqlite"_s); }
    QString folder() const { return m_folder.path(); }

    Result<SyncOutcome> sync(std::vector<std::vector<RecordingSnapshot>> pages)
    {
        qint64 total = 0;
        for (const auto &page : pages)
            total += std::ssize(page);
        return syncPages(*database, clock, server, std::move(pages), completeListing(total));
    }
    Result<RecordingPage> page(const RecordingQuery &query, const QByteArray &after = {}, int limit = 100)
    {
        return waitFor(recordings->page(query, after, limit));
    }

private:
    QTemporaryDir m_folder;

public:
    HandClock clock;
    std::unique_ptr<Database> database;
    std::optional<ServerRepository> servers;
    std::optional<RecordingRepository> recordings;
    ServerId server;
};

} // namespace letopis::testing
