// Recordings recognised by the bytes they came as.
#include "testcatalog.h"

#include <QTest>

using namespace letopis;
using namespace letopis::testing;

namespace {
RecordingSnapshot sourced(RecordingSnapshot snapshot, quint64 source)
{
    snapshot.source = {.low = source, .high = 1};
    return snapshot;
}

bool isRecognisedNext(TestCatalog &catalog, quint64 source)
{
    CatalogSyncWriter writer(*catalog.database, catalog.clock, catalog.server, administrator());
    return writer.begin() && writer.recognises({.low = source, .high = 1});
}

RecordingDetails detailsOf(TestCatalog &catalog, qint64 number)
{
    return waitFor(catalog.recordings->details(waitFor(catalog.recordings->find(recordIdOf(number))).value())).value();
}

RecordingSnapshot pieceOf(qint64 number, qsizetype format)
{
    RecordingSnapshot piece = snapshotOf(number);
    piece.formats = {piece.formats[format]};
    return piece;
}
} // namespace

class TestSyncSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsRecognisedIsSeenAndUnchanged()
    {
        TestCatalog catalog;
        QVERIFY(catalog.sync({{sourced(snapshotOf(0), 10), sourced(snapshotOf(1), 11), snapshotOf(2)}}));
        const qint64 before = totalChanges(*catalog.database);
        CatalogSyncWriter writer(*catalog.database, catalog.clock, catalog.server, administrator());
        QVERIFY(writer.begin());
        QVERIFY(writer.recognises({.low = 10, .high = 1}));
        QVERIFY(writer.recognises({.low = 10, .high = 1})); // listed twice, alike
        QVERIFY(writer.recognises({.low = 11, .high = 1}));
        QVERIFY(!writer.recognises({.low = 12, .high = 1}));
        QVERIFY(!writer.recognises({}));
        SyncOutcome sum = writer.apply({snapshotOf(2)}).value();
        addTo(sum, writer.finish(completeListing(3)).value());
        QCOMPARE(sum.unchanged, 3);
        QVERIFY(sum.gone.isEmpty() && sum.updated.isEmpty() && sum.added.isEmpty());
        QCOMPARE(totalChanges(*catalog.database) - before, 1); // the time of the last sync
        QCOMPARE(detailsOf(catalog, 0).formats.size(), 2);
    }

    void changedBytesReplaceTheOnesBefore()
    {
        TestCatalog catalog;
        QVERIFY(catalog.sync({{sourced(snapshotOf(1), 10)}}));
        RecordingSnapshot renamed = sourced(snapshotOf(1), 20);
        renamed.name = u"Renamed"_s;
        QVERIFY(catalog.sync({{renamed}}));
        QVERIFY(!isRecognisedNext(catalog, 10));
        QVERIFY(isRecognisedNext(catalog, 20));
    }

    void aRecordingInPiecesIsNeverRecognised()
    {
        TestCatalog catalog;
        QVERIFY(catalog.sync({{sourced(pieceOf(0, 0), 10)}, {sourced(pieceOf(0, 1), 11)}}));
        QVERIFY(!isRecognisedNext(catalog, 10));
        QVERIFY(!isRecognisedNext(catalog, 11));
        const qint64 before = totalChanges(*catalog.database);
        QCOMPARE(catalog.sync({{sourced(pieceOf(0, 1), 11)}, {sourced(pieceOf(0, 0), 10)}}).value().unchanged, 1);
        QCOMPARE(totalChanges(*catalog.database) - before, 1);
    }

    void aPieceAddedToARecognisedRecordingArrives()
    {
        TestCatalog catalog;
        QVERIFY(catalog.sync({{sourced(pieceOf(0, 0), 10)}}));
        CatalogSyncWriter writer(*catalog.database, catalog.clock, catalog.server, administrator());
        QVERIFY(writer.begin());
        QVERIFY(writer.recognises({.low = 10, .high = 1}));
        QVERIFY(writer.apply({sourced(pieceOf(0, 1), 11)}));
        QVERIFY(!writer.recognises({.low = 10, .high = 1}));
        QVERIFY(writer.finish(completeListing(1)));
        QCOMPARE(detailsOf(catalog, 0).formats.size(), 2);
        QVERIFY(!isRecognisedNext(catalog, 10));
    }

    void aFormatThatWentDoesNotComeBackWithACutSync()
    {
        TestCatalog catalog;
        QVERIFY(catalog.sync({{sourced(snapshotOf(0), 10)}}));
        RecordingSnapshot shrunk = sourced(pieceOf(0, 0), 20);
        shrunk.name = u"Renamed"_s;
        {
            CatalogSyncWriter writer(*catalog.database, catalog.clock, catalog.server, administrator());
            QVERIFY(writer.begin() && writer.apply({shrunk}) && writer.flush());
        } // cut: the format is still there, so these bytes do not tell all
        QVERIFY(!isRecognisedNext(catalog, 20));
        QVERIFY(catalog.sync({{shrunk}}));
        QCOMPARE(detailsOf(catalog, 0).formats.size(), 1);
        QVERIFY(isRecognisedNext(catalog, 20));
    }

    void twoDescriptionsOfOneIdAreNeverRecognised()
    {
        TestCatalog catalog;
        RecordingSnapshot processing = sourced(snapshotOf(1), 11);
        processing.state = PublicationState::Processing;
        QVERIFY(catalog.sync({{sourced(snapshotOf(1), 10), processing}}));
        QVERIFY(!isRecognisedNext(catalog, 10) && !isRecognisedNext(catalog, 11));
        QVERIFY(catalog.sync({{processing, sourced(snapshotOf(1), 10)}}));
        QVERIFY(!isRecognisedNext(catalog, 10) && !isRecognisedNext(catalog, 11));
        QCOMPARE(detailsOf(catalog, 1).row.state, PublicationState::Published);
    }

    void aRecordingThatIsGoneHasToBeReadToComeBack()
    {
        TestCatalog catalog;
        QVERIFY(catalog.sync({{sourced(snapshotOf(0), 10), sourced(snapshotOf(1), 11)}}));
        QCOMPARE(catalog.sync({{sourced(snapshotOf(0), 10)}}).value().gone.size(), 1);
        QVERIFY(!isRecognisedNext(catalog, 11));
        QVERIFY(catalog.sync({{sourced(snapshotOf(0), 10), sourced(snapshotOf(1), 11)}}));
        QCOMPARE(detailsOf(catalog, 1).row.state, PublicationState::Published);
        QVERIFY(isRecognisedNext(catalog, 11));
    }

    void whatAServersFirstSyncBringsIsNotNew()
    {
        TestCatalog catalog;
        QVERIFY(catalog.sync({snapshots(0, 2)}));
        QVERIFY(!detailsOf(catalog, 0).row.isNew && !detailsOf(catalog, 1).row.isNew);
        QVERIFY(catalog.sync({snapshots(0, 3)}));
        QVERIFY(!detailsOf(catalog, 1).row.isNew);
        QVERIFY(detailsOf(catalog, 2).row.isNew);
    }
};

QTEST_GUILESS_MAIN(TestSyncSources)
#include "tst_syncsources.moc"
