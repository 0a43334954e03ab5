// Plans carried out on a server that a test holds in its hand: what happens between two looks at it, and what a crash leaves.
#include "core/jobs/deletionrun.h"
#include "core/storage/deletionplans.h"
#include "core/storage/retentionplanner.h"
#include "core/storage/retentionrows.h"
#include "tests/core/storage/testcatalog.h"
#include "tests/support/fakeconferenceservice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace letopis;
using namespace letopis::testing;

namespace {
constexpr qint64 dayMs = 86'400'000;

// The script's side of a disk: files of one recording, by tree.
class FakeDisk final : public RecordingDisk
{
public:
    struct File
    {
        QString tree;
        QString path;
        qint64 bytes = 0;
        qint64 changedAtMs = 0;
        bool isStuck = false; // a purge cannot remove it
    };

    QList<File> files;
    DiskObstacle obstacle = DiskObstacle::None;
    std::function<void()> beforePurge;
    std::function<void()> afterPurge;
    int purges = 0;

    void add(const QString &tree, const QString &name, qint64 bytes, qint64 changedAtMs, bool isStuck = false)
    {
        files += {tree, tree + u'/' + recordIdOf(1) + u'/' + name, bytes, changedAtMs, isStuck};
    }

    Result<DiskAbility> probe(std::stop_token) override
    {
        return DiskAbility{.againstRestore = obstacle, .againstPurge = obstacle, .detail = {}, .account = {}, .root = {}};
    }
    Result<DiskRecording> inspect(const QString &, std::stop_token) override
    {
        DiskRecording there;
        for (const File &file : files) {
            const auto tree = std::find_if(there.trees.begin(), there.trees.end(), [&](const DiskTree &one) { return one.tree == file.tree; });
            DiskTree &entry = tree == there.trees.end() ? there.trees.emplaceBack(DiskTree{.tree = file.tree}) : *tree;
            ++entry.files;
            entry.bytes += file.bytes;
            entry.changedAtMs = std::max(entry.changedAtMs, file.changedAtMs);
        }
        return there;
    }
    Result<DiskRecording> manifest(const QString &id, std::stop_token stop) override
    {
        Result<DiskRecording> there = inspect(id, stop);
        for (const File &file : files)
            there->files += DiskFile{file.path, file.bytes, QByteArray(32, 'x')};
        return there;
    }
    Result<> list(const EntrySink &, ProgressCounters &, std::stop_token) override { return {}; }
    Result<> restore(const QString &, std::stop_token) override
    {
        for (RecordingSnapshot &one : conference->recordings)
            one.state = one.state == PublicationState::Deleted ? PublicationState::Unpublished : one.state;
        return {};
    }
    Result<DiskRecording> purge(const QString &id, std::stop_token stop) override
    {
        if (beforePurge)
            std::exchange(beforePurge, {})();
        ++purges;
        const DiskRecording before = inspect(id, stop).value();
        files.removeIf([](const File &file) { return !file.isStuck; });
        conference->recordings.clear();
        DiskRecording done;
        for (DiskTree tree : before.trees) {
            const bool isLeft = std::any_of(files.begin(), files.end(), [&](const File &file) { return file.tree == tree.tree; });
            if (isLeft)
                done.left += DiskLeft{tree.tree, u"denied"_s};
            else
                done.trees += tree;
        }
        if (afterPurge)
            std::exchange(afterPurge, {})();
        return done;
    }

    FakeConference *conference = nullptr;
};

// One recording, published, ended two hundred days ago, on a server with a script.
class World
{
public:
    World()
        : deletions(*catalog.database, catalog.clock, [](Connection &c, const DeletionItem &item, qint64 nowMs) { return recheckItem(c, item, nowMs); })
    {
        RecordingSnapshot one = snapshotOf(1);
        one.startedAtMs = nowMs() - 200 * dayMs;
        one.endedAtMs = one.startedAtMs + 3'600'000;
        one.state = PublicationState::Published;
        conference->recordings = {one};
        disk->conference = conference.get();
        conference->recordingDisk = disk;
        sync();
        run(u"UPDATE server SET last_sync_at_ms = %1"_s.arg(nowMs()));
    }

    qint64 nowMs() const { return catalog.clock.now().toMSecsSinceEpoch(); }
    RecordingSnapshot &live() { return conference->recordings.front(); }
    void sync()
    {
        if (!catalog.sync({conference->recordings}))
            qFatal("cannot fill the test catalog");
    }
    template <typename F>
    auto write(F f)
    {
        return waitFor(catalog.database->write(f));
    }
    void run(const QString &sql)
    {
        const auto done = write([sql](Connection &c) { return c.executeOnce({"test.run"_L1, sql}); });
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
    }
    DeletionPlan plan(DeletionStep step, DeletionReason::Kind reason)
    {
        DeletionItem item;
        item.recording = {1};
        item.externalId = recordIdOf(1);
        item.step = step;
        item.reason.kind = reason;
        return write([&](Connection &c) -> Result<DeletionPlan> {
            DeletionPlan made;
            made.server = catalog.server;
            made.createdAtMs = nowMs();
            const Result<DeletionPlan> stored = insertDeletionPlan(c, made, {item}, administrator());
            if (!stored)
                return stored;
            const Result<> confirmed = confirmDeletionPlan(c, stored->id, 1, administrator(), nowMs());
            return confirmed ? readDeletionPlan(c, stored->id) : Result<DeletionPlan>(confirmed.error());
        }).value();
    }
    Result<> apply(const DeletionPlan &plan, std::function<void(const char *)> reached = {})
    {
        ConferenceServer server = serverNamed(u"main"_s);
        server.id = catalog.server;
        const DeletionPlace place{{server, std::make_shared<FakeConferenceService>(conference)}, {}};
        DeletionTools tools{deletions, {}, {}, {}, {}, std::move(reached)};
        ProgressCounters progress;
        return DeletionRun(place, tools, administrator(), std::make_shared<DeletionFeed>()).execute(plan.id, progress, {});
    }
    DeletionItem only(const DeletionPlan &plan)
    {
        return write([&](Connection &c) { return readDeletionItems(c, plan.id, 0, 10); }).value().value(0);
    }
    // Done, or why not.
    QString told(const DeletionPlan &plan)
    {
        const DeletionItem item = only(plan);
        return item.state == DeletionItem::State::Skipped ? deletionRefusalName(item.refusal) : deletionItemStateName(item.state);
    }
    QString carriedOut(DeletionStep step, DeletionReason::Kind reason)
    {
        const DeletionPlan made = plan(step, reason);
        const Result<> done = apply(made);
        return done ? told(made) : done.error().detail;
    }
    DeletionCertificate certificate() { return certificateFromJson(waitFor(deletions.certificates({1})).value().last().json).value(); }
    std::optional<DeletionStage> stage() { return waitFor(deletions.stage({1})).value(); }
    QJsonObject lastEvent(const QString &action)
    {
        QByteArray details;
        const Statement look{"test.event"_L1, u"SELECT details FROM audit_event WHERE action = '%1' ORDER BY sequence"_s.arg(action)};
        const auto read = write([&](Connection &c) {
            return c.forEachRaw(look, {}, [&](const QSqlQuery &row) { details = row.value(0).toByteArray(); });
        });
        return read ? QJsonDocument::fromJson(details).object() : QJsonObject();
    }

    TestCatalog catalog;
    std::shared_ptr<FakeConference> conference = std::make_shared<FakeConference>();
    std::shared_ptr<FakeDisk> disk = std::make_shared<FakeDisk>();
    DeletionRepository deletions;
};

// The process dies here: what is in memory is lost, what was stored stays.
struct Dead
{
};
} // namespace

class TestDeletionRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMendPurgesOnlyWhatIsStillLeftOver()
    {
        using Reason = DeletionReason::Kind;
        World world;
        world.disk->add(u"published/presentation"_s, u"video.webm"_s, 10, world.nowMs() - 100 * dayMs);
        QCOMPARE(world.carriedOut(DeletionStep::Purge, Reason::Mend), u"changed"_s); // published since the comparison
        world.conference->recordings.clear();
        QCOMPARE(world.carriedOut(DeletionStep::Purge, Reason::Mend), u"changed"_s); // there, and the API cannot read it
        world.disk->files.clear();
        world.disk->add(u"recording/process/presentation"_s, u"x"_s, 10, world.nowMs() - 3'600'000);
        QCOMPARE(world.carriedOut(DeletionStep::Purge, Reason::Mend), u"changed"_s); // the server is at work on it again
        world.disk->files.clear();
        world.disk->add(u"deleted/presentation"_s, u"x"_s, 10, world.nowMs());
        world.run(u"UPDATE recording SET state = 'deleted'"_s);
        world.run(u"INSERT INTO recording_deletion VALUES (1, 'trashed', 'serverTree', 1, 1, 1, '', '')"_s);
        QCOMPARE(world.carriedOut(DeletionStep::Purge, Reason::Mend), u"changed"_s); // in our trash by now
        QCOMPARE(world.disk->purges, 0);
        world.run(u"DELETE FROM recording_deletion"_s);
        QCOMPARE(world.carriedOut(DeletionStep::Purge, Reason::Mend), u"done"_s);
        QCOMPARE(world.disk->purges, 1);
    }

    void aMendOfOurMaterialsNeedsNothingElseToBeThere()
    {
        World world;
        world.conference->recordings.clear();
        QCOMPARE(world.carriedOut(DeletionStep::Purge, DeletionReason::Kind::Mend), u"changed"_s); // a sync has not looked yet
        world.run(u"UPDATE recording SET state = 'gone'"_s);
        QCOMPARE(world.carriedOut(DeletionStep::Purge, DeletionReason::Kind::Mend), u"done"_s);
    }

    void whatCameBackOnTheServerIsNotPurgedForItsGrace_data()
    {
        QTest::addColumn<QString>("means");
        QTest::addColumn<PublicationState>("state");
        QTest::addColumn<QString>("told");
        QTest::newRow("published again") << u"serverTree"_s << PublicationState::Published << u"changed"_s;
        QTest::newRow("out of the server's tree, unpublished") << u"serverTree"_s << PublicationState::Unpublished << u"changed"_s;
        QTest::newRow("where it was put") << u"serverTree"_s << PublicationState::Deleted << u"done"_s;
        QTest::newRow("never moved") << u"unpublished"_s << PublicationState::Unpublished << u"done"_s;
        QTest::newRow("never moved, published again") << u"unpublished"_s << PublicationState::Published << u"changed"_s;
    }
    void whatCameBackOnTheServerIsNotPurgedForItsGrace()
    {
        QFETCH(QString, means);
        QFETCH(PublicationState, state);
        QFETCH(QString, told);
        World world;
        world.live().state = state;
        world.run(u"INSERT INTO recording_deletion VALUES (1, 'trashed', '%1', 1, 1, 1, '', '')"_s.arg(means));
        world.run(u"INSERT INTO server_retention VALUES (1, 1, '', 0, '')"_s);
        DeletionPlan made = world.plan(DeletionStep::Purge, DeletionReason::Kind::GraceOver);
        const Result<> based = world.write([&](Connection &c) -> Result<> {
            const RetentionFacts facts = readRetentionFacts(c, {1}, false).value();
            const QByteArray basis = retentionBasis(facts, recordIdOf(1), DeletionStep::Purge, 1, {});
            const auto set = c.execute({"test.basis"_L1, u"UPDATE deletion_item SET basis = ?"_s}, Values{basis});
            return set ? Result<>() : Result<>(set.error());
        });
        QVERIFY(based);
        QVERIFY(world.apply(made));
        QCOMPARE(world.told(made), told);
    }

    void whatSomebodyBringsBackStays()
    {
        World world;
        RetentionPolicy policy;
        policy.name = u"All"_s;
        policy.scope.server = world.catalog.server;
        policy.rule.kind = RetentionRule::Kind::AfterRecording;
        policy.rule.days = 100;
        QVERIFY(world.write([&](Connection &c) { return replaceRetentionPolicies(c, {}, {policy}, administrator(), world.nowMs()); }));
        const auto own = [&] { return world.write([](Connection &c) { return readOwnRetention(c, {1}); }).value().own.kind; };
        QCOMPARE(world.carriedOut(DeletionStep::Trash, DeletionReason::Kind::Manual), u"done"_s);
        QCOMPARE(world.carriedOut(DeletionStep::Restore, DeletionReason::Kind::Manual), u"done"_s);
        QCOMPARE(own(), OwnRetention::Kind::AsPolicySays); // nothing goes by itself on this server
        world.run(u"INSERT INTO server_retention VALUES (1, 1, '', 0, '')"_s);
        QCOMPARE(world.carriedOut(DeletionStep::Trash, DeletionReason::Kind::Manual), u"done"_s);
        QCOMPARE(world.carriedOut(DeletionStep::Restore, DeletionReason::Kind::Manual), u"done"_s);
        QCOMPARE(world.live().state, PublicationState::Published);
        QCOMPARE(own(), OwnRetention::Kind::Never);
        QVERIFY(!world.lastEvent(u"retention.recordingSet"_s).isEmpty());
    }

    void whatIsBroughtBackIsLeftAloneByOlderPlans()
    {
        World world;
        QCOMPARE(world.carriedOut(DeletionStep::Trash, DeletionReason::Kind::Manual), u"done"_s);
        const DeletionPlan waiting = world.plan(DeletionStep::Purge, DeletionReason::Kind::Manual); // for a second person, say
        const DeletionPlan cutOff = world.plan(DeletionStep::Purge, DeletionReason::Kind::Manual);
        const auto dies = [](const char *moment) {
            if (qstrcmp(moment, "begun") == 0)
                throw Dead();
        };
        QVERIFY_THROWS_EXCEPTION(Dead, static_cast<void>(world.apply(cutOff, dies)));
        QCOMPARE(world.told(cutOff), u"running"_s);
        QCOMPARE(world.carriedOut(DeletionStep::Restore, DeletionReason::Kind::Manual), u"done"_s);
        for (const DeletionPlan &older : {waiting, cutOff}) {
            QVERIFY(world.apply(older));
            QCOMPARE(world.told(older), u"changed"_s);
        }
        QCOMPARE(world.live().state, PublicationState::Published);
        QCOMPARE(world.disk->purges, 0);
        // A plan of after that is a new decision.
        QCOMPARE(world.carriedOut(DeletionStep::Purge, DeletionReason::Kind::Manual), u"done"_s);
    }

    void aConfirmedPlanIsDiscardedUntilItIsBegun()
    {
        World world;
        const auto discard = [&](const DeletionPlan &plan) {
            return world.write([&](Connection &c) { return discardDeletionPlan(c, plan.id, administrator(), world.nowMs()); });
        };
        const DeletionPlan unwanted = world.plan(DeletionStep::Trash, DeletionReason::Kind::Manual);
        QVERIFY(discard(unwanted));
        QVERIFY(!world.apply(unwanted));
        QCOMPARE(world.told(unwanted), u"planned"_s);
        QCOMPARE(world.live().state, PublicationState::Published);
        QCOMPARE(discard(unwanted).error().kind, ErrorKind::InvalidInput);
        const DeletionPlan begun = world.plan(DeletionStep::Trash, DeletionReason::Kind::Manual);
        const auto dies = [](const char *moment) {
            if (qstrcmp(moment, "begun") == 0)
                throw Dead();
        };
        QVERIFY_THROWS_EXCEPTION(Dead, static_cast<void>(world.apply(begun, dies)));
        QCOMPARE(discard(begun).error().kind, ErrorKind::InvalidInput);
        QVERIFY(world.apply(begun));
        QCOMPARE(world.told(begun), u"done"_s);
    }

    void whatWasOnlyUnpublishedIsPublishedAgain()
    {
        World world;
        QCOMPARE(world.carriedOut(DeletionStep::Unpublish, DeletionReason::Kind::Manual), u"done"_s);
        QCOMPARE(world.live().state, PublicationState::Unpublished);
        QCOMPARE(world.carriedOut(DeletionStep::Restore, DeletionReason::Kind::Manual), u"done"_s);
        QCOMPARE(world.live().state, PublicationState::Published);
        QVERIFY(!world.stage());
        QCOMPARE(world.carriedOut(DeletionStep::Restore, DeletionReason::Kind::Manual), u"alreadyThere"_s);
    }

    void howItIsTrashedIsDecidedOnce()
    {
        World world;
        const DeletionPlan plan = world.plan(DeletionStep::Trash, DeletionReason::Kind::Manual);
        const auto dies = [](const char *moment) {
            if (qstrcmp(moment, "asked the server") == 0)
                throw Dead();
        };
        QVERIFY_THROWS_EXCEPTION(Dead, static_cast<void>(world.apply(plan, dies)));
        QCOMPARE(world.live().state, PublicationState::Deleted);
        world.disk->obstacle = DiskObstacle::NotInstalled; // meanwhile
        QVERIFY(world.apply(plan));
        QCOMPARE(world.told(plan), u"done"_s);
        QVERIFY(world.stage() && world.stage()->means == DeletionStage::Means::ServerTree && world.stage()->wasPublished);
    }

    void aCertificateLeavesOutWhatIsStillThere()
    {
        World world;
        for (const bool isStuck : {false, true}) {
            world.disk->add(u"deleted/presentation"_s, isStuck ? u"stuck"_s : u"free"_s, 7, world.nowMs(), isStuck);
            world.disk->add(isStuck ? u"recording/raw"_s : u"events"_s, u"events.xml"_s, 5, world.nowMs(), isStuck);
        }
        const DeletionPlan plan = world.plan(DeletionStep::Purge, DeletionReason::Kind::Manual);
        const auto dies = [](const char *moment) {
            if (qstrcmp(moment, "purged here") == 0)
                throw Dead();
        };
        QVERIFY_THROWS_EXCEPTION(Dead, static_cast<void>(world.apply(plan, dies))); // and what was subtracted is not subtracted again
        QVERIFY(world.apply(plan));
        QCOMPARE(world.told(plan), u"done"_s);
        const DeletionCertificate certificate = world.certificate();
        QStringList trees, files;
        for (const DiskTree &tree : certificate.removed)
            trees += u"%1 %2 %3"_s.arg(tree.tree).arg(tree.files).arg(tree.bytes);
        for (const DiskFile &file : certificate.files)
            files += file.path;
        QCOMPARE(trees, QStringList({u"deleted/presentation 1 7"_s, u"events 1 5"_s}));
        QCOMPARE(files, QStringList({u"deleted/presentation/"_s + recordIdOf(1) + u"/free"_s, u"events/"_s + recordIdOf(1) + u"/events.xml"_s}));
        QCOMPARE(certificate.freedBytes(), 12);
        QVERIFY(certificate.remains.contains(DiskLeft{u"recording/raw"_s, u"denied"_s}));
    }

    void aCertificateIsNotMadeOfWhatNobodyCouldLookAt()
    {
        World world;
        world.disk->add(u"recording/raw"_s, u"events.xml"_s, 5, world.nowMs());
        const DeletionPlan plan = world.plan(DeletionStep::Purge, DeletionReason::Kind::Manual);
        const auto dies = [](const char *moment) {
            if (qstrcmp(moment, "looked") == 0)
                throw Dead();
        };
        QVERIFY_THROWS_EXCEPTION(Dead, static_cast<void>(world.apply(plan, dies)));
        world.disk->obstacle = DiskObstacle::NotInstalled; // meanwhile: nothing of the disk goes
        QVERIFY(world.apply(plan));
        QCOMPARE(world.told(plan), u"failed"_s);
        QVERIFY(waitFor(world.deletions.certificates({1})).value().isEmpty());
    }

    void whatFailsHalfWayIsJournalled()
    {
        World world;
        world.disk->add(u"published/presentation"_s, u"stuck"_s, 7, world.nowMs(), true);
        world.disk->add(u"recording/raw"_s, u"events.xml"_s, 5, world.nowMs());
        QCOMPARE(world.carriedOut(DeletionStep::Purge, DeletionReason::Kind::Manual), u"failed"_s);
        const QJsonObject event = world.lastEvent(u"deletion.itemFailed"_s);
        QCOMPARE(event[u"step"_s].toString(), u"purge"_s);
        QVERIFY(event[u"problem"_s].toString().startsWith(u"permissionDenied"_s, Qt::CaseInsensitive));
        const QJsonObject removed = event[u"removed"_s].toArray().at(0).toObject();
        QCOMPARE(removed[u"tree"_s].toString(), u"recording/raw"_s);
        QCOMPARE(removed[u"bytes"_s].toInt(), 5);
    }
};

QTEST_GUILESS_MAIN(TestDeletionRun)
#include "tst_deletionrun.moc"
