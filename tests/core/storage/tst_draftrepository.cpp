// Drafts of forms in the catalog: kept, replaced, removed, each person's own, and on the disk.

#include "core/storage/draftrepository.h"
#include "tests/core/storage/testcatalog.h"

#include <QTest>

using namespace letopis;
using namespace letopis::testing;

namespace {
struct Drafted : public TestCatalog
{
    Drafted()
        : drafts(*database, clock)
    {
        if (!sync({snapshots(0, 3)}))
            qFatal("cannot fill the test catalog");
        first = waitFor(recordings->find(recordIdOf(0))).value();
        second = waitFor(recordings->find(recordIdOf(1))).value();
    }

    DraftRepository drafts;
    RecordingId first;
    RecordingId second;
};
} // namespace

class TestDraftRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDraftIsReplacedAndKeepsWhenItBegan()
    {
        Drafted catalog;
        const QDateTime began = catalog.clock.now();
        QCOMPARE(waitFor(catalog.drafts.keep(administrator(), catalog.first, u"information"_s, "{\"a\":1}")).value(), false);
        catalog.clock.advance(60'000);
        QCOMPARE(waitFor(catalog.drafts.keep(administrator(), catalog.first, u"information"_s, "{\"a\":2}")).value(), true);
        const QList<FormDraft> kept = waitFor(catalog.drafts.drafts(administrator(), catalog.first)).value();
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().content, "{\"a\":2}");
        QCOMPARE(kept.first().since, began);
        QCOMPARE(kept.first().savedAt, began.addMSecs(60'000));
    }

    void formsRecordingsAndPeopleHaveTheirOwn()
    {
        Drafted catalog;
        const Actor other = ownerActor(u"boris"_s, {});
        QVERIFY(waitFor(catalog.drafts.keep(administrator(), catalog.second, u"information"_s, "{}")));
        catalog.clock.advance(1000);
        QVERIFY(waitFor(catalog.drafts.keep(administrator(), catalog.first, u"attendee/new"_s, "{}")));
        QVERIFY(waitFor(catalog.drafts.keep(administrator(), catalog.first, u"information"_s, "{}")));
        QVERIFY(waitFor(catalog.drafts.keep(other, catalog.first, u"information"_s, "{\"other\":true}")));
        QCOMPARE(waitFor(catalog.drafts.drafts(administrator(), catalog.first)).value().size(), 2);
        QCOMPARE(waitFor(catalog.drafts.drafts(other, catalog.first)).value().first().content, "{\"other\":true}");
        const QList<FormDraft> all = waitFor(catalog.drafts.overview(administrator())).value();
        QCOMPARE(all.size(), 3);
        QCOMPARE(all.first().recording, catalog.second); // the oldest
        QVERIFY(all.first().content.isEmpty());
        QCOMPARE(waitFor(catalog.drafts.remove(other, catalog.first, u"information"_s)).value(), true);
        QCOMPARE(waitFor(catalog.drafts.remove(other, catalog.first, u"information"_s)).value(), false);
        QCOMPARE(waitFor(catalog.drafts.overview(administrator())).value().size(), 3);
    }

    void formsOfNoRecordingAreTheirAuthorsAndLeaveTheOthersAlone()
    {
        Drafted catalog;
        const Actor other = ownerActor(u"boris"_s, {});
        const QDateTime began = catalog.clock.now();
        QCOMPARE(waitFor(catalog.drafts.keep(administrator(), {}, u"filing"_s, "{\"a\":1}")).value(), false);
        catalog.clock.advance(1000);
        QCOMPARE(waitFor(catalog.drafts.keep(administrator(), {}, u"filing"_s, "{\"a\":2}")).value(), true);
        QVERIFY(waitFor(catalog.drafts.keep(administrator(), catalog.first, u"filing"_s, "{}")));
        QVERIFY(waitFor(catalog.drafts.keep(other, {}, u"filing"_s, "{\"other\":true}")));
        const QList<FormDraft> kept = waitFor(catalog.drafts.drafts(administrator(), {})).value();
        QCOMPARE(kept.size(), 1);
        QVERIFY(!kept.first().recording.isValid());
        QCOMPARE(kept.first().content, "{\"a\":2}");
        QCOMPARE(kept.first().since, began);
        QCOMPARE(waitFor(catalog.drafts.overview(administrator())).value().size(), 1); // the recording's
        QCOMPARE(waitFor(catalog.drafts.remove(administrator(), {}, u"filing"_s)).value(), true);
        QCOMPARE(waitFor(catalog.drafts.remove(administrator(), {}, u"filing"_s)).value(), false);
        QCOMPARE(waitFor(catalog.drafts.drafts(other, {})).value().first().content, "{\"other\":true}");
        QCOMPARE(waitFor(catalog.drafts.keep(other, {}, u"filing"_s, QByteArray(largestFormDraft + 1, 'x'))).error().kind, ErrorKind::InvalidInput);
    }

    void whatCannotBeKeptIsRefused()
    {
        Drafted catalog;
        const auto kind = [&catalog](RecordingId id, const QByteArray &content) {
            return waitFor(catalog.drafts.keep(administrator(), id, u"information"_s, content)).error().kind;
        };
        QCOMPARE(kind({987654}, "{}"), ErrorKind::InvalidInput);
        QCOMPARE(kind(catalog.first, QByteArray(largestFormDraft + 1, 'x')), ErrorKind::InvalidInput);
        QVERIFY(waitFor(catalog.drafts.overview(administrator())).value().isEmpty());
    }

    // Two programs on one profile: the last one to write is read, and neither is disturbed.
    void ofTwoProgramsTheLastWriterWins()
    {
        Drafted catalog;
        auto opened = Database::open(catalog.database->path());
        QVERIFY(opened);
        DraftRepository elsewhere(**opened, catalog.clock);
        for (int round = 0; round < 20; ++round) {
            const QByteArray here = "{\"here\":" + QByteArray::number(round) + '}';
            const QByteArray there = "{\"there\":" + QByteArray::number(round) + '}';
            auto one = catalog.drafts.keep(administrator(), catalog.first, u"information"_s, here);
            auto two = elsewhere.keep(administrator(), catalog.first, u"information"_s, there);
            QVERIFY(waitFor(one));
            QVERIFY(waitFor(two));
        }
        QVERIFY(waitFor(elsewhere.keep(administrator(), catalog.first, u"information"_s, "{\"last\":1}")));
        QCOMPARE(waitFor(catalog.drafts.drafts(administrator(), catalog.first)).value().first().content, "{\"last\":1}");
    }

    // What makes a draft survive a power cut: the commit is synchronous, and later ones are not slowed.
    void theCommitIsSynchronous()
    {
        Drafted catalog;
        QStringList seen;
        auto opened = Database::open(catalog.database->path(), {.observer = [&seen](QStringView name) -> Result<> {
                                         seen += name.toString();
                                         return {};
                                     }});
        QVERIFY(opened);
        const auto level = [](Connection &connection) -> Result<int> {
            int value = -1;
            const Result<> read = connection.forEachRaw({"test.level"_L1, u"PRAGMA synchronous"_s}, {},
                                                        [&value](const QSqlQuery &query) { value = query.value(0).toInt(); });
            if (!read)
                return read.error();
            return value;
        };
        QCOMPARE(waitFor((*opened)->writeDurably(level)).value(), 2); // FULL
        QCOMPARE(waitFor((*opened)->write(level)).value(), 1);        // NORMAL
        seen.clear();
        DraftRepository drafts(**opened, catalog.clock);
        QVERIFY(waitFor(drafts.keep(administrator(), catalog.first, u"information"_s, "{}")));
        QVERIFY(seen.contains(u"connection.synchronous"_s));
        // Also after a failure.
        QVERIFY(!waitFor((*opened)->writeDurably([](Connection &) -> Result<> { return Error{ErrorKind::DiskFull, {}, {}, {}}; })));
        QCOMPARE(waitFor((*opened)->write(level)).value(), 1);
    }
};

QTEST_GUILESS_MAIN(TestDraftRepository)
#include "tst_draftrepository.moc"
