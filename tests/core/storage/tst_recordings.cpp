#include "core/storage/searchtext.h"
#include "testcatalog.h"

#include <QRandomGenerator>
#include <QTest>

#include <thread>

using namespace letopis;
using namespace letopis::testing;

namespace {
const QList<RecordingColumn> allColumns{
    RecordingColumn::Title,     RecordingColumn::Meeting,  RecordingColumn::Server,
    RecordingColumn::StartedAt, RecordingColumn::Duration, RecordingColumn::Participants,
    RecordingColumn::Formats,   RecordingColumn::Size,     RecordingColumn::State};

// Few distinct values and many unknown ones, so that ties and holes are the rule.
RecordingSnapshot roughSnapshot(qint64 number, QRandomGenerator &random)
{
    RecordingSnapshot snapshot;
    snapshot.externalId = recordIdOf(number);
    snapshot.internalMeetingId = snapshot.externalId;
    snapshot.name = QStringList{u""_s, u"Zeta"_s, u"ёж"_s, u"Ель"_s, u"alpha"_s}[random.bounded(5)];
    snapshot.startedAtMs = random.bounded(4) * 1000;
    snapshot.participantCount = int(random.bounded(4)) - 1;
    snapshot.state =
        QList{PublicationState::Published, PublicationState::Unpublished, PublicationState::Deleted}[random.bounded(3)];
    if (random.bounded(3) > 0)
        snapshot.formats.append(
            formatOf(snapshot.externalId, u"video"_s, qint64(random.bounded(3)) - 1, qint64(random.bounded(3)) - 1));
    if (random.bounded(3) > 0)
        snapshot.formats.append(formatOf(snapshot.externalId, u"notes"_s, -1, -1));
    return snapshot;
}

RecordingSnapshot titled(qint64 number, const QString &title)
{
    RecordingSnapshot snapshot;
    snapshot.externalId = recordIdOf(number);
    snapshot.name = title;
    snapshot.startedAtMs = number;
    return snapshot;
}

QStringList titlesFound(TestCatalog &catalog, const QString &search)
{
    RecordingQuery query;
    query.search = search;
    query.sort = RecordingColumn::Title;
    query.order = Qt::AscendingOrder;
    QStringList titles;
    const auto page = catalog.page(query);
    if (!page)
        return {u"failed: "_s + page.error().detail};
    for (const RecordingRow &row : page.value().rows)
        titles += row.title;
    return titles;
}
} // namespace

class TestRecordings : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestCatalog> m_roughCatalog;

private Q_SLOTS:
    void initTestCase()
    {
        m_roughCatalog = std::make_unique<TestCatalog>();
        QVERIFY(fill(*m_roughCatalog));
    }
    void cleanupTestCase() { m_roughCatalog.reset(); }

    void everyColumnAndOrderVisitsEveryRowOnce_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<int>("order");
        for (const RecordingColumn column : allColumns) {
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder})
                QTest::addRow("%s %d", qPrintable(recordingColumnName(column)), int(order))
                    << int(column) << int(order);
        }
    }
    void everyColumnAndOrderVisitsEveryRowOnce()
    {
        TestCatalog &catalog = *m_roughCatalog; // filled once for all columns
        QFETCH(const int, column);
        QFETCH(const int, order);
        for (const QString &search : {u""_s, u"zeta"_s}) {
            RecordingQuery query;
            query.sort = RecordingColumn(column);
            query.order = Qt::SortOrder(order);
            query.search = search;
            const auto whole = catalog.page(query, {}, 1000);
            QVERIFY(whole);
            QVERIFY(whole.value().next.isEmpty());
            QCOMPARE(whole.value().rows.size(), waitFor(catalog.recordings->count(query)).value());
            QSet<qint64> seen;
            QList<RecordingRow> paged;
            QByteArray after;
            do {
                const auto page = catalog.page(query, after, 7);
                QVERIFY(page);
                for (const RecordingRow &row : page.value().rows) {
                    QVERIFY(!seen.contains(row.id.value));
                    seen.insert(row.id.value);
                    paged.append(row);
                }
                after = page.value().next;
            } while (!after.isEmpty());
            QCOMPARE(paged, whole.value().rows);
        }
    }

    void theOppositeOrderIsTheReverse()
    {
        TestCatalog catalog;
        QVERIFY(fill(catalog));
        for (const RecordingColumn column : allColumns) {
            RecordingQuery query;
            query.sort = column;
            query.order = Qt::AscendingOrder;
            QList<RecordingRow> up = catalog.page(query, {}, 1000).value().rows;
            query.order = Qt::DescendingOrder;
            const QList<RecordingRow> down = catalog.page(query, {}, 1000).value().rows;
            std::reverse(up.begin(), up.end());
            QCOMPARE(up, down);
        }
    }

    void filtersNarrowWhateverLeads()
    {
        TestCatalog catalog;
        QVERIFY(fill(catalog));
        RecordingQuery all;
        const QList<RecordingRow> rows = catalog.page(all, {}, 1000).value().rows;
        RecordingQuery query;
        query.states = {PublicationState::Unpublished, PublicationState::Deleted};
        query.formats = {u"video"_s, u"unheard-of"_s};
        query.since = QDateTime::fromMSecsSinceEpoch(1000, Qt::UTC);
        query.until = QDateTime::fromMSecsSinceEpoch(3000, Qt::UTC);
        query.server = catalog.server;
        QList<RecordingRow> expected;
        for (const RecordingRow &row : rows) {
            if (row.server == catalog.server && query.states.contains(row.state) && row.formats.contains(u"video"_s) &&
                toUtcMs(row.startedAt) >= 1000 && toUtcMs(row.startedAt) < 3000)
                expected.append(row);
        }
        QVERIFY(!expected.isEmpty());
        QCOMPARE(catalog.page(query, {}, 1000).value().rows, expected);
        QCOMPARE(waitFor(catalog.recordings->count(query)).value(), expected.size());
        QCOMPARE(waitFor(catalog.recordings->knownFormats()).value(), QStringList({u"notes"_s, u"video"_s}));
    }

    void aForeignCursorIsRefused()
    {
        TestCatalog catalog;
        QVERIFY(fill(catalog));
        const QByteArray cursor = catalog.page({}, {}, 3).value().next;
        QVERIFY(!cursor.isEmpty());
        RecordingQuery other;
        other.sort = RecordingColumn::Title;
        for (const QByteArray &bad : {cursor, QByteArray("rubbish"), QByteArray("W10"), QByteArray("\xff\xfe")})
            QCOMPARE(catalog.page(other, bad).error().kind, ErrorKind::InvalidInput);
        QVERIFY(catalog.page({}, cursor));
    }

    void aStoppedSearchDoesNotRun()
    {
        TestCatalog catalog;
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(waitFor(catalog.recordings->page({}, {}, 10, stop.get_token())).error().kind, ErrorKind::Cancelled);
        QCOMPARE(waitFor(catalog.recordings->count({}, stop.get_token())).error().kind, ErrorKind::Cancelled);
    }

    void searchFindsPrefixesPhrasesAndBothLanguages_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QStringList>("titles");
        const QString tree = u"Ёлочный базар"_s;
        const QString council = u"Учёный совет по физике"_s;
        const QString school = u"Summer School on Physics"_s;
        QTest::newRow("prefix") << u"уч"_s << QStringList{council};
        QTest::newRow("case") << u"УЧЁНЫЙ"_s << QStringList{council};
        QTest::newRow("е for ё") << u"ученый"_s << QStringList{council};
        QTest::newRow("ё decomposed") << u"е\u0308лоч"_s << QStringList{tree};
        QTest::newRow("capital Е") << u"ЕЛОЧНЫЙ"_s << QStringList{tree};
        QTest::newRow("й is no и") << u"ученыи"_s << QStringList{};
        QTest::newRow("english") << u"phys sum"_s << QStringList{school};
        QTest::newRow("all words") << u"physics совет"_s << QStringList{};
        QTest::newRow("phrase") << u"\"school on physics\""_s << QStringList{school};
        QTest::newRow("not in that order") << u"\"physics school\""_s << QStringList{};
        QTest::newRow("phrases hold no prefixes") << u"\"summer scho\""_s << QStringList{};
        QTest::newRow("a phrase being typed") << u"\"summer scho"_s << QStringList{school};
        QTest::newRow("russian quotes") << u"«совет по физике»"_s << QStringList{council};
        QTest::newRow("metadata") << u"kafedra"_s << QStringList{school};
        QTest::newRow("a picture says no word") << u"phys \U0001F600"_s << QStringList{school};
        QTest::newRow("hyphen") << u"top-se"_s << QStringList{school};
    }
    void searchFindsPrefixesPhrasesAndBothLanguages()
    {
        TestCatalog catalog;
        std::vector<RecordingSnapshot> page{titled(1, u"Ёлочный базар"_s), titled(2, u"Учёный совет по физике"_s),
                                            titled(3, u"Summer School on Physics"_s)};
        page[2].metadata = {{u"context"_s, u"Kafedra 7"_s}, {u"label"_s, u"top-secret"_s}};
        QVERIFY(catalog.sync({page}));
        QFETCH(const QString, search);
        QFETCH(const QStringList, titles);
        QCOMPARE(titlesFound(catalog, search), titles);
    }

    void whatIsTypedIsNeverSyntax_data()
    {
        QTest::addColumn<QString>("search");
        for (const char *search : {"AND",
                                   "OR NOT",
                                   "NEAR(a b)",
                                   "title:x",
                                   "a*",
                                   "*",
                                   "\"",
                                   "\"\"",
                                   "\"\"\"",
                                   "(",
                                   ")",
                                   "^a",
                                   "a +b",
                                   "{title}: x",
                                   "-",
                                   "a\" OR \"b",
                                   "'; DROP TABLE recording; --",
                                   "\\",
                                   "%",
                                   ":match",
                                   "?",
                                   "a AND"})
            QTest::newRow(search) << QString::fromUtf8(search);
        QTest::newRow("NUL") << QString(QChar(u'\0')) + u"x"_s;
        QTest::newRow("lone surrogate") << QString(QChar(0xd800));
        QTest::newRow("long") << QString(100'000, u'"');
        QTest::newRow("many words") << u"a "_s.repeated(10'000);
        QTest::newRow("right to left") << u"\u202Eabc"_s;
    }
    void whatIsTypedIsNeverSyntax()
    {
        TestCatalog catalog;
        QVERIFY(catalog.sync({{titled(1, u"AND OR near a title:x b"_s), titled(2, u"other"_s)}}));
        QFETCH(const QString, search);
        RecordingQuery query;
        query.search = search;
        QVERIFY(catalog.page(query));
        QVERIFY(waitFor(catalog.recordings->count(query)));
    }

    void recordingsAreFoundByEitherId()
    {
        TestCatalog catalog;
        const auto synced = catalog.sync({{titled(1, u"one"_s)}});
        const RecordingId id = synced.value().added.first();
        QCOMPARE(waitFor(catalog.recordings->find(recordIdOf(1))).value(), id);
        QCOMPARE(waitFor(catalog.recordings->find(QString::number(id.value))).value(), id);
        QCOMPARE(waitFor(catalog.recordings->find(u"unheard"_s)).error().kind, ErrorKind::NotFound);
        QCOMPARE(waitFor(catalog.recordings->details({4711})).error().kind, ErrorKind::NotFound);
        // Gone on one server, alive on another: the living one is meant.
        const ServerId second = waitFor(catalog.servers->add(administrator(), serverNamed(u"Second"_s))).value();
        const auto there =
            syncPages(*catalog.database, catalog.clock, second, {{titled(1, u"one"_s)}}, completeListing(1));
        QVERIFY(catalog.sync({{titled(2, u"two"_s)}}));
        QCOMPARE(waitFor(catalog.recordings->find(recordIdOf(1))).value(), there.value().added.first());
    }

    void detailsHoldWhatTheServerSaid()
    {
        TestCatalog catalog;
        RecordingSnapshot room = titled(2, u"Room 1"_s);
        room.isBreakout = true;
        room.breakoutParentId = recordIdOf(1);
        RecordingSnapshot main = snapshotOf(1);
        main.metadata.append({u"bbb-recording-name"_s, u"Shown <b>title</b>"_s});
        main.metadata.append({u"bbb-recording-description"_s, u"About \"quotes\" \\ and \t tabs"_s});
        main.breakoutRoomIds = {recordIdOf(2), recordIdOf(99)};
        QVERIFY(catalog.sync({{}})); // what a server's first sync brings is not new
        const auto synced = catalog.sync({{main, room}});
        const RecordingDetails details = waitFor(catalog.recordings->details(synced.value().added[0])).value();
        QCOMPARE(details.row.title, u"Shown <b>title</b>"_s);
        QCOMPARE(details.name, main.name);
        QCOMPARE(details.description, u"About \"quotes\" \\ and   tabs"_s); // as the form shows it
        QCOMPARE(details.metadata, main.metadata);
        QCOMPARE(details.formats, main.formats);
        QCOMPARE(details.row.serverName, u"First"_s);
        QCOMPARE(details.row.durationMs, main.formats[0].durationMs);
        QVERIFY(details.row.isNew);
        QCOMPARE(details.people, RecordingDetails::PeopleStatus::NoDiskAccess);
        QCOMPARE(details.breakoutRooms.size(), 2);
        QCOMPARE(details.lastSeenAt, catalog.clock.now());
        const RecordingDetails child = waitFor(catalog.recordings->details(synced.value().added[1])).value();
        QCOMPARE(child.parent->id, synced.value().added[0]);
        QVERIFY(waitFor(catalog.recordings->markSeen(synced.value().added[0])));
        QVERIFY(!waitFor(catalog.recordings->details(synced.value().added[0])).value().row.isNew);
        QCOMPARE(waitFor(catalog.recordings->rows(synced.value().added)).value().size(), 2);
    }

    void searchAnswersWhileASyncWrites()
    {
        TestCatalog catalog;
        QVERIFY(catalog.sync({snapshots(0, 500)}));
        std::atomic<bool> isWritten{false};
        std::jthread writer([&] {
            for (qint64 from = 500; from < 5000; from += 500) {
                std::vector<std::vector<RecordingSnapshot>> pages{snapshots(from, 500)};
                ListingSummary partial = completeListing(500);
                partial.isComplete = false;
                if (!syncPages(*catalog.database, catalog.clock, catalog.server, std::move(pages), partial))
                    qFatal("the sync failed");
            }
            isWritten = true;
        });
        RecordingQuery query;
        query.search = u"алгебра"_s;
        qint64 last = 0;
        do {
            const auto count = waitFor(catalog.recordings->count(query));
            QVERIFY(count);
            QVERIFY(count.value() >= last && count.value() > 0);
            last = count.value();
        } while (!isWritten);
        writer.join();
        QCOMPARE(waitFor(catalog.recordings->count(query)).value(), 5000 / 8);
    }

private:
    static bool fill(TestCatalog &catalog)
    {
        QRandomGenerator random(20260101);
        const Result<ServerId> second = waitFor(catalog.servers->add(administrator(), serverNamed(u"another"_s)));
        bool isFilled = bool(second);
        for (const ServerId server : {catalog.server, second.value()}) {
            std::vector<RecordingSnapshot> page;
            for (qint64 number = 0; number < 90; ++number)
                page.push_back(roughSnapshot(number, random));
            isFilled = isFilled && syncPages(*catalog.database, catalog.clock, server, {page}, completeListing(90));
        }
        return isFilled;
    }
};

QTEST_GUILESS_MAIN(TestRecordings)
#include "tst_recordings.moc"
