#include "core/journal/auditlog.h"
#include "testcatalog.h"

#include <QTest>

using namespace letopis;
using namespace letopis::testing;

namespace {
RecordingSnapshot withoutFormats(RecordingSnapshot snapshot)
{
    snapshot.formats.clear();
    return snapshot;
}

RecordingDetails detailsOf(TestCatalog &catalog, qint64 number)
{
    const RecordingId id = waitFor(catalog.recordings->find(recordIdOf(number))).value();
    return waitFor(catalog.recordings->details(id)).value();
}

bool isJournalIntact(TestCatalog &catalog)
{
    const AuditRepository events(*catalog.database);
    const Result<AuditVerdict> verdict = AuditLog(events).verify();
    return verdict && verdict.value().isIntact();
}
} // namespace

class TestCatalogSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUnknownServerIsNotFound()
    {
        TestCatalog catalog;
        CatalogSyncWriter writer(*catalog.database, catalog.clock, {99}, administrator());
        QCOMPARE(writer.begin().error().kind, ErrorKind::NotFound);
    }

    void aSecondSyncOfAnUnchangedServerWritesNoRow()
    {
        TestCatalog catalog;
        const auto first = catalog.sync({snapshots(0, 300), snapshots(300, 300)});
        QCOMPARE(first.value().added.size(), 600);
        const qint64 events = numberFrom(*catalog.database, u"SELECT count(*) AS value FROM audit_event"_s);
        const qint64 before = totalChanges(*catalog.database);
        catalog.clock.advance(60'000);
        // The server's order is nobody's business.
        std::vector<RecordingSnapshot> reversed = snapshots(0, 600);
        std::reverse(reversed.begin(), reversed.end());
        for (RecordingSnapshot &snapshot : reversed)
            std::reverse(snapshot.metadata.begin(), snapshot.metadata.end());
        const auto second = catalog.sync({reversed});
        QCOMPARE(second.value().unchanged, 600);
        QVERIFY(second.value().added.isEmpty() && second.value().updated.isEmpty() && second.value().gone.isEmpty());
        QCOMPARE(totalChanges(*catalog.database) - before, 1); // the time of the last sync
        QCOMPARE(numberFrom(*catalog.database, u"SELECT count(*) AS value FROM audit_event"_s), events);
        QCOMPARE(detailsOf(catalog, 5).lastSeenAt, catalog.clock.now());
    }

    void changesArriveAndAreJournalledWithTheirValues()
    {
        TestCatalog catalog;
        QVERIFY(catalog.sync({snapshots(0, 3)}));
        std::vector<RecordingSnapshot> page = snapshots(0, 3);
        page[1].name = u"Renamed lecture"_s;
        page[1].state = PublicationState::Unpublished;
        page[2].formats[0].sizeBytes += 5;
        const auto synced = catalog.sync({page});
        QCOMPARE(synced.value().updated.size(), 2);
        QCOMPARE(synced.value().unchanged, 1);
        const RecordingDetails renamed = detailsOf(catalog, 1);
        QCOMPARE(renamed.row.title, u"Renamed lecture"_s);
        QCOMPARE(renamed.row.state, PublicationState::Unpublished);
        RecordingQuery query;
        query.search = u"renamed"_s;
        QCOMPARE(catalog.page(query).value().rows.size(), 1);
        query.search = u"algebra"_s; // its name before, which only the metadata still says elsewhere
        QCOMPARE(catalog.page(query).value().rows.size(), 1);
        const auto events = waitFor(AuditRepository(*catalog.database).page(0, 100)).value();
        const auto update = std::find_if(events.begin(), events.end(), [&](const AuditEvent &event) {
            return event.action == u"recording.updated" && event.recording == renamed.row.id;
        });
        QVERIFY(update != events.end());
        const QJsonObject details = QJsonDocument::fromJson(update->details).object();
        QCOMPARE(details[u"state"_s].toArray(), QJsonArray({u"published"_s, u"unpublished"_s}));
        QVERIFY(details.contains(u"name"_s) && !details.contains(u"formats"_s));
        QVERIFY(isJournalIntact(catalog));
    }

    void whatIsNotListedIsGoneAndComesBack()
    {
        TestCatalog catalog;
        QVERIFY(catalog.sync({snapshots(0, 5)}));
        const QDateTime lastListed = catalog.clock.now();
        catalog.clock.advance(1000);
        const auto second = catalog.sync({snapshots(1, 4)});
        QCOMPARE(second.value().gone.size(), 1);
        QCOMPARE(detailsOf(catalog, 0).row.state, PublicationState::Gone);
        QCOMPARE(detailsOf(catalog, 0).lastSeenAt, lastListed);
        QCOMPARE(catalog.sync({snapshots(1, 4)}).value().gone.size(), 0);
        const auto back = catalog.sync({snapshots(0, 5)});
        QCOMPARE(back.value().updated.size(), 1);
        QCOMPARE(back.value().unchanged, 4);
        QCOMPARE(detailsOf(catalog, 0).row.state, PublicationState::Published);
        QCOMPARE(numberFrom(*catalog.database,
                            u"SELECT count(*) AS value FROM audit_event WHERE action = 'recording.returned'"_s),
                 1);
    }

    void anIncompleteListingMakesNothingGone()
    {
        TestCatalog catalog;
        QVERIFY(catalog.sync({snapshots(0, 5)}));
        ListingSummary cut = completeListing(1);
        cut.isComplete = false;
        const auto synced = syncPages(*catalog.database, catalog.clock, catalog.server, {snapshots(0, 1)}, cut);
        QVERIFY(synced.value().gone.isEmpty());
        QCOMPARE(detailsOf(catalog, 4).row.state, PublicationState::Published);
    }

    // One recording without a name must not keep a server for ever at its first sync.
    void anIncompleteListingIsASyncAllTheSame()
    {
        TestCatalog catalog;
        ListingSummary nameless = completeListing(1);
        nameless.isComplete = false;
        QVERIFY(syncPages(*catalog.database, catalog.clock, catalog.server, {snapshots(0, 1)}, nameless));
        ServerRepository servers(*catalog.database, catalog.clock);
        QCOMPARE(waitFor(servers.find(catalog.server)).value().lastSyncAt, catalog.clock.now());
        QVERIFY(syncPages(*catalog.database, catalog.clock, catalog.server, {snapshots(0, 2)}, nameless));
        QVERIFY(!detailsOf(catalog, 0).row.isNew);
        QVERIFY(detailsOf(catalog, 1).row.isNew);
    }

    void aRecordingThatCouldNotBeReadIsNotGone()
    {
        TestCatalog catalog;
        QVERIFY(catalog.sync({snapshots(0, 3)}));
        ListingSummary summary = completeListing(2);
        summary.problems = {{recordIdOf(2), u"truncated"_s}};
        const auto synced = syncPages(*catalog.database, catalog.clock, catalog.server, {snapshots(0, 2)}, summary);
        QVERIFY(synced.value().gone.isEmpty());
        QCOMPARE(detailsOf(catalog, 2).formats.size(), 1);
    }

    void aRecordingSplitOverPagesIsOne()
    {
        TestCatalog catalog;
        RecordingSnapshot whole = snapshotOf(3);
        RecordingSnapshot first = withoutFormats(whole);
        first.formats = {whole.formats[0]};
        RecordingSnapshot second = withoutFormats(whole);
        second.formats = {whole.formats[1]};
        const auto synced = catalog.sync({{first, snapshotOf(1)}, {second, snapshotOf(2)}});
        QCOMPARE(synced.value().added.size(), 3);
        QVERIFY(synced.value().updated.isEmpty());
        QCOMPARE(detailsOf(catalog, 3).formats, whole.formats);
        QCOMPARE(detailsOf(catalog, 3).row.sizeBytes, whole.formats[0].sizeBytes + whole.formats[1].sizeBytes);
        const qint64 before = totalChanges(*catalog.database);
        QCOMPARE(catalog.sync({{second, snapshotOf(2)}, {first, snapshotOf(1)}}).value().unchanged, 3);
        QCOMPARE(catalog.sync({{whole, snapshotOf(1), snapshotOf(2)}}).value().unchanged, 3);
        QCOMPARE(totalChanges(*catalog.database) - before, 2);
        // A format that is listed no more goes; the journal says so.
        const auto shrunk = catalog.sync({{first, snapshotOf(1), snapshotOf(2)}});
        QCOMPARE(shrunk.value().updated.size(), 1);
        QCOMPARE(shrunk.value().unchanged, 2);
        QCOMPARE(detailsOf(catalog, 3).row.formats, QStringList{u"presentation"_s});
        QCOMPARE(detailsOf(catalog, 3).row.sizeBytes, whole.formats[0].sizeBytes);
        QVERIFY(isJournalIntact(catalog));
    }

    void twoDescriptionsOfOneIdAreShownTheSameInAnyOrder()
    {
        TestCatalog catalog;
        RecordingSnapshot published = snapshotOf(1);
        RecordingSnapshot processing = snapshotOf(1);
        processing.state = PublicationState::Processing;
        processing.name = u"still processing"_s;
        QVERIFY(catalog.sync({{processing, published}}));
        QCOMPARE(detailsOf(catalog, 1).row.state, PublicationState::Published);
        const qint64 before = totalChanges(*catalog.database);
        QCOMPARE(catalog.sync({{published, processing}}).value().unchanged, 1);
        QCOMPARE(catalog.sync({{processing}, {published}}).value().unchanged, 1);
        QCOMPARE(totalChanges(*catalog.database) - before, 2);
        QVERIFY(catalog.sync({{processing}}));
        QCOMPARE(detailsOf(catalog, 1).row.state, PublicationState::Processing);
        QVERIFY(catalog.sync({{published}}));
        QCOMPARE(detailsOf(catalog, 1).row.state, PublicationState::Published);
    }

    void duplicatedFormatsAreOne()
    {
        TestCatalog catalog;
        RecordingSnapshot twice = snapshotOf(1);
        twice.formats.append(twice.formats[0]);
        QVERIFY(catalog.sync({{twice}}));
        QCOMPARE(detailsOf(catalog, 1).formats.size(), 1);
        QCOMPARE(catalog.sync({{snapshotOf(1)}}).value().unchanged, 1);
    }

    void theSameIdOnTwoServersIsTwoRecordings()
    {
        TestCatalog catalog;
        const ServerId second = waitFor(catalog.servers->add(administrator(), serverNamed(u"Second"_s))).value();
        QVERIFY(catalog.sync({snapshots(0, 10)}));
        QCOMPARE(syncPages(*catalog.database, catalog.clock, second, {snapshots(0, 10)}, completeListing(10))
                     .value()
                     .added.size(),
                 10);
        QCOMPARE(catalog.sync({snapshots(0, 10)}).value().unchanged, 10);
        QCOMPARE(waitFor(catalog.recordings->count({})).value(), 20);
    }

    void twoProgramsSyncingOneServerMakeNoDuplicates()
    {
        TestCatalog catalog;
        auto other = Database::open(catalog.path());
        QVERIFY(other);
        CatalogSyncWriter here(*catalog.database, catalog.clock, catalog.server, administrator());
        CatalogSyncWriter there(*other.value(), catalog.clock, catalog.server, administrator());
        QVERIFY(here.begin() && there.begin());
        QVERIFY(here.apply(snapshots(0, 20)) && there.apply(snapshots(0, 20)));
        QVERIFY(here.finish(completeListing(20)) && there.finish(completeListing(20)));
        QCOMPARE(waitFor(catalog.recordings->count({})).value(), 20);
        QVERIFY(isJournalIntact(catalog));
    }

    void aFreshSyncKeepsTheJournalSmall()
    {
        TestCatalog catalog;
        QVERIFY(catalog.sync({snapshots(0, 100)}));
        QVERIFY(numberFrom(*catalog.database, u"SELECT max(length(details)) AS value FROM audit_event"_s) < 200);
        QCOMPARE(numberFrom(*catalog.database,
                            u"SELECT count(*) AS value FROM audit_event WHERE action = 'recording.added'"_s),
                 100);
    }

    void theFirstSyncCanBeReadMeanwhileAndLeavesTheSchemaAsItWas()
    {
        TestCatalog catalog;
        const QString schema =
            u"SELECT group_concat(name || coalesce(sql, '')) AS value FROM (SELECT name, sql FROM sqlite_master ORDER BY name)"_s;
        const auto schemaOf = [&catalog, &schema] {
            return waitFor(catalog.database->read([&schema](Connection &connection) -> Result<QString> {
                       QString text;
                       const auto read = connection.forEachRaw(
                           {"test"_L1, schema}, {}, [&](const QSqlQuery &q) { text = q.value(0).toString(); });
                       return read ? Result<QString>(text) : Result<QString>(read.error());
                   }))
                .value();
        };
        const QString before = schemaOf();
        {
            CatalogSyncWriter writer(*catalog.database, catalog.clock, catalog.server, administrator());
            QVERIFY(writer.begin());
            QVERIFY(schemaOf() != before);
            QVERIFY(writer.apply(snapshots(0, 50)));
            RecordingQuery query;
            for (const auto column : {RecordingColumn::Title, RecordingColumn::Meeting, RecordingColumn::Duration,
                                      RecordingColumn::Participants, RecordingColumn::Size}) {
                query.sort = column;
                QTRY_COMPARE(catalog.page(query).value().rows.size(), 50);
            }
        } // as a failed sync would leave it
        QCOMPARE(schemaOf(), before);
    }

    void aCutSyncGoesOnWhereItStopped()
    {
        TestCatalog catalog;
        {
            CatalogSyncWriter writer(*catalog.database, catalog.clock, catalog.server, administrator());
            QVERIFY(writer.begin());
            QVERIFY(writer.apply(snapshots(0, 50)));
            QCOMPARE(writer.flush().value().added.size() + 0, 50);
        }
        const auto next = catalog.sync({snapshots(0, 80)});
        QCOMPARE(next.value().added.size(), 30);
        QCOMPARE(next.value().unchanged, 50);
    }
};

QTEST_GUILESS_MAIN(TestCatalogSync)
#include "tst_catalogsync.moc"
