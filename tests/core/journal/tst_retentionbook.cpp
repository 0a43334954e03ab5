// Retention over a real catalog: plans equal what the rules say of each recording, nothing goes by surprise, all is journalled.
#include "core/journal/retentionbook.h"
#include "core/storage/auditrepository.h"
#include "core/storage/retentionnotices.h"
#include "core/storage/retentionrows.h"
#include "tests/core/retention/randomretention.h"
#include "tests/core/storage/accessdata.h"
#include "tests/core/storage/testcatalog.h"

#include <QTest>

using namespace letopis;
using namespace letopis::testing;

namespace {
constexpr qint64 dayMs = 86'400'000;
constexpr int recordings = 60;

RetentionPolicy serverPolicy(ServerId server, int days)
{
    RetentionPolicy policy;
    policy.name = u"All of the server"_s;
    policy.scope.kind = RetentionScope::Kind::Server;
    policy.scope.server = server;
    policy.rule.kind = RetentionRule::Kind::AfterRecording;
    policy.rule.days = days;
    return policy;
}

struct Planned
{
    qint64 dueAtMs = 0;
    qint64 unpublishAtMs = 0;
    qint64 policy = 0;
    bool isHeld = false;
    friend bool operator==(const Planned &, const Planned &) = default;
};
using Plan = std::map<qint64, Planned>;

// A catalog of sixty recordings, a day apart, in five meetings; the last one was a day ago.
class World
{
public:
    World()
        : visibility(std::make_shared<Visibility>(catalog.clock))
        , book(*catalog.database, visibility)
    {
        std::vector<RecordingSnapshot> page;
        for (qint64 number = 1; number <= recordings; ++number) {
            RecordingSnapshot one = snapshotOf(number);
            one.name = someWords[number % someWords.size()] + u" %1"_s.arg(number);
            one.meetingId = u"room-%1"_s.arg(number % 5);
            one.startedAtMs = nowMs() - (recordings + 1 - number) * dayMs;
            one.endedAtMs = one.startedAtMs + 3'600'000;
            one.state = number % 3 == 0 ? PublicationState::Unpublished : PublicationState::Published;
            page.push_back(one);
        }
        if (!catalog.sync({page}))
            qFatal("cannot fill the test catalog");
        run(u"INSERT INTO folder (id, uuid, parent_id, name, sort_key, owner_id, has_own_list) VALUES "
            "(3, 'a', 1, 'A', 'a', NULL, 0), (4, 'b', 3, 'B', 'b', NULL, 0), (5, 'c', 4, 'C', 'c', NULL, 0), (6, 'd', 1, 'D', 'd', NULL, 0)"_s);
        run(u"UPDATE recording SET folder_id = CASE WHEN id % 7 < 2 THEN 1 ELSE id % 7 END"_s);
        run(u"UPDATE recording SET last_viewed_at_ms = ended_at_ms + 86400000 * (id % 20) WHERE id % 4 = 0"_s);
        setZone("UTC");
    }

    qint64 nowMs() const { return catalog.clock.now().toMSecsSinceEpoch(); }
    ServerId server() const { return catalog.server; }

    template <typename F>
    auto write(F f)
    {
        return waitFor(catalog.database->write(f));
    }
    void run(const QString &sql)
    {
        const auto done = waitFor(catalog.database->write([sql](Connection &c) { return c.executeOnce({"test.run"_L1, sql}); }));
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
    }
    void setZone(const QByteArray &zone)
    {
        if (!write([&](Connection &c) { return setRetentionZone(c, storedRetentionZone(c).value(), zone, administrator(), nowMs()); }))
            qFatal("no such zone");
    }
    qint64 events(const QString &action) { return numberFrom(*catalog.database, u"SELECT count(*) AS value FROM audit_event WHERE action = '%1'"_s.arg(action)); }
    void warnAndWaitADay()
    {
        if (!waitFor(book.makeNotices(programActor())))
            qFatal("cannot warn");
        catalog.clock.advance(dayMs);
        freshen();
    }
    void switchOn()
    {
        const auto preview = waitFor(book.previewActivation(administrator(), server()));
        if (!preview || !waitFor(book.activate(administrator(), server(), preview->count)))
            qFatal("cannot switch retention on");
    }
    void freshen() { run(u"UPDATE server SET last_sync_at_ms = %1"_s.arg(nowMs())); }
    Result<> store(const QList<RetentionPolicy> &policies, std::optional<qint64> typed = {})
    {
        return waitFor(book.setPolicies(administrator(), waitFor(book.policies(administrator())).value(), policies, typed));
    }
    Result<> storeConfirmed(const QList<RetentionPolicy> &policies)
    {
        return store(policies, waitFor(book.previewPolicies(administrator(), policies)).value().count);
    }

    // All at once, as the planner does it.
    Plan planned(const QList<RetentionPolicy> &policies)
    {
        Plan plan;
        const auto done = write([&](Connection &c) -> Result<> {
            Result<RetentionPlanner> planner = RetentionPlanner::prepare(c, policies, {.server = {}, .onlyWhereOn = false});
            if (!planner)
                return planner.error();
            return planner->forEach([&](const PlannedRecording &one) {
                plan[one.recording.value] = {one.dueAtMs, one.unpublishAtMs, one.policy.value, one.isHeld};
            });
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
        return plan;
    }

    // One by one, as the rules say.
    Plan decided(const QList<RetentionPolicy> &policies)
    {
        Plan plan;
        const auto done = write([&](Connection &c) -> Result<> {
            RetentionRules rules(policies, folderParents(c).value(), retentionZone(c).value());
            for (qint64 id = 1; id <= recordings; ++id) {
                const Result<RetentionFacts> facts = readRetentionFacts(c, {id}, true);
                if (!facts)
                    return facts.error();
                const RetentionDecision decision = rules.decide(*facts);
                if (decision.dueAtMs > 0)
                    plan[id] = {decision.dueAtMs, decision.unpublishAtMs, decision.policy.value, decision.isHeld};
            }
            return {};
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
        return plan;
    }

    TestCatalog catalog;
    std::shared_ptr<Visibility> visibility;
    RetentionBook book;
};

std::optional<ConfirmationEvidence> asked(const Error &error)
{
    const auto *evidence = std::any_cast<ConfirmationEvidence>(&error.evidence);
    return evidence ? std::optional(*evidence) : std::nullopt;
}

QStringList guardNames(const Error &error)
{
    QStringList names;
    if (const auto *evidence = std::any_cast<RetentionStopEvidence>(&error.evidence)) {
        for (const RetentionGuard &guard : evidence->guards)
            names += retentionGuardName(guard.kind);
    }
    return names;
}
} // namespace

class TestRetentionBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlanIsWhatTheRulesSayOfEachRecording()
    {
        World world;
        QRandomGenerator random(5);
        world.run(u"INSERT INTO recording_deletion VALUES (7, 'trashed', 'serverTree', 1, 1, 1700000000001, '', ''), "
                  "(8, 'purged', '', 1, 1, 0, '', ''), (10, 'unpublished', '', 1, 1, 0, '', '')"_s);
        world.run(u"UPDATE recording SET state = 'gone' WHERE id IN (11, 12)"_s);
        world.run(u"UPDATE recording SET state = 'processing' WHERE id = 13"_s);
        world.run(u"INSERT INTO own_retention VALUES (14, 'never', '', '', 1), (15, 'onDate', '2024-02-29', '', 1), (16, 'strange', '', '', 1)"_s);
        qint64 dates = 0;
        for (int round = 0; round < 150; ++round) {
            const QList<RetentionPolicy> policies = randomPolicies(random, 1 + random.bounded(10), 1, 6, 5);
            if (round % 10 == 0) {
                const RecordingId recording{1 + random.bounded(recordings)};
                QVERIFY(waitFor(world.book.hold(administrator(), {recording}, u"asked for"_s)));
            }
            const Plan plan = world.planned(policies);
            QCOMPARE(plan, world.decided(policies));
            dates += qint64(plan.size());
        }
        QVERIFY(dates > 1000);
    }

    void aHoldOnlyTakesAwayAndReleasedGivesBack()
    {
        World world;
        QVERIFY(world.store({serverPolicy(world.server(), 20)}));
        world.switchOn();
        const auto due = [&] {
            QSet<RecordingId> ids;
            const auto forecast = waitFor(world.book.simulate(administrator(), {.server = {}, .atMs = world.nowMs(), .policies = {}}));
            for (const ForecastItem &item : *forecast->items) {
                if (!item.isHeld)
                    ids += item.recording;
            }
            return ids;
        };
        const QSet<RecordingId> before = due();
        QVERIFY(before.size() > 20);
        QSet<RecordingId> held;
        for (const RecordingId recording : {RecordingId{1}, RecordingId{5}, RecordingId{5}, RecordingId{60}}) {
            QVERIFY(waitFor(world.book.hold(administrator(), {recording}, u"in court"_s)));
            held += recording;
            QCOMPARE(due(), before - held);
        }
        const auto forecast = waitFor(world.book.simulate(administrator(), {.server = {}, .atMs = world.nowMs(), .policies = {}}));
        QCOMPARE(forecast->held, 2); // 60 is too young to go
        const auto holds = waitFor(world.book.holdsInForce(administrator(), 10)).value();
        QCOMPARE(holds.size(), 4);
        for (const LegalHold &hold : holds)
            QVERIFY(waitFor(world.book.release(administrator(), hold.id)));
        QCOMPARE(due(), before);
        QCOMPARE(waitFor(world.book.release(administrator(), holds.first().id)).error().kind, ErrorKind::NotFound);
        QCOMPARE(world.events(u"retention.held"_s), 4);
        QCOMPARE(world.events(u"retention.released"_s), 4);
        const auto why = waitFor(world.book.decisionFor(administrator(), {5})).value();
        QCOMPARE(why.holds.size(), 2); // released ones stay
        QVERIFY(!why.decision.isHeld && !why.holds.first().isInForce());
    }

    // The same host was added again under another name: the files are the same, the rows are not.
    void aHoldIsForTheFilesWhateverServerEntryTellsOfThem()
    {
        World world;
        const ServerId again = waitFor(ServerRepository(*world.catalog.database, world.catalog.clock).add(administrator(), serverNamed(u"again"_s))).value();
        QVERIFY(syncPages(*world.catalog.database, world.catalog.clock, again, {{snapshotOf(7), snapshotOf(8)}}, completeListing(2)));
        const RecordingId twin{numberFrom(*world.catalog.database, u"SELECT id AS value FROM recording WHERE server_id = %1 AND external_id = '%2'"_s
                                                                       .arg(again.value).arg(recordIdOf(7)))};
        QVERIFY(twin.isValid() && twin != RecordingId{7});
        QVERIFY(waitFor(world.book.hold(administrator(), {RecordingId{7}}, u"in court"_s)));
        const Plan plan = world.planned({serverPolicy(again, 1)});
        QCOMPARE(plan.size(), 2U);
        QVERIFY(plan.at(twin.value).isHeld);
        DeletionItem item;
        item.recording = twin;
        item.step = DeletionStep::Purge; // by hand
        QCOMPARE(world.write([&](Connection &c) { return recheckItem(c, item, world.nowMs()); }).value(), DeletionRefusal::Held);
        QCOMPARE(waitFor(world.book.decisionFor(administrator(), twin)).value().holds.size(), 1);
    }

    void aNarrowerPolicyNeverAddsAndNeedsNoWord()
    {
        World world;
        QVERIFY(world.store({serverPolicy(world.server(), 20)}));
        world.switchOn();
        QList<RetentionPolicy> policies = waitFor(world.book.policies(administrator())).value();
        for (const int days : {25, 40, 400}) {
            const Plan before = world.planned(policies);
            policies[0].rule.days = days;
            QVERIFY(world.store(policies)); // no number typed
            for (const auto &[id, one] : world.planned(policies))
                QVERIFY(before.contains(id) && before.at(id).dueAtMs <= one.dueAtMs);
        }
        policies[0].isEnabled = false;
        QVERIFY(world.store(policies));
        QVERIFY(world.planned(policies).empty());
    }

    void wideningAsksForTheNumber()
    {
        World world;
        QVERIFY(world.store({serverPolicy(world.server(), 1000)})); // nothing is switched on: nobody is surprised
        world.switchOn();
        QList<RetentionPolicy> policies = waitFor(world.book.policies(administrator())).value();
        policies[0].rule.days = 30;
        const auto preview = waitFor(world.book.previewPolicies(administrator(), policies)).value();
        QCOMPARE(preview.count, recordings);
        QCOMPARE(preview.dueNow, 30);
        QVERIFY(preview.sizeBytes > 0);
        QVERIFY(std::all_of(preview.items->begin(), preview.items->end(), [](const auto &item) { return item.dueAtMs < item.formerDueAtMs; }));
        const qint64 changes = world.events(u"retention.policyChanged"_s);
        for (const std::optional<qint64> typed : {std::optional<qint64>(), std::optional<qint64>(59), std::optional<qint64>(61)}) {
            const auto refused = world.store(policies, typed);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
            QCOMPARE(asked(refused.error()).value().expected, recordings);
        }
        QCOMPARE(waitFor(world.book.policies(administrator())).value()[0].rule.days, 1000); // nothing of it was done
        QCOMPARE(world.events(u"retention.policyChanged"_s), changes);
        QVERIFY(world.store(policies, recordings));
        QCOMPARE(world.events(u"retention.policyChanged"_s), changes + 1);
        // Taking away a policy that keeps is widening, too.
        RetentionPolicy keeper;
        keeper.name = u"Exams stay"_s;
        keeper.scope.kind = RetentionScope::Kind::Filter;
        keeper.scope.conditions = {{.field = RetentionCondition::Field::Title, .key = {}, .match = RetentionCondition::Match::Contains, .text = u"exam"_s, .number = 0, .state = {}}};
        policies = waitFor(world.book.policies(administrator())).value();
        QVERIFY(world.store(policies + QList{keeper}));
        const auto removed = world.store(policies);
        QVERIFY(!removed);
        QCOMPARE(asked(removed.error()).value().expected, 12);
    }

    void changesRestOnWhatWasSeen()
    {
        World world;
        const QList<RetentionPolicy> one{serverPolicy(world.server(), 20)};
        QVERIFY(world.store(one));
        QCOMPARE(waitFor(world.book.setPolicies(administrator(), {}, one, {})).error().kind, ErrorKind::ContentMismatch);
        const OwnRetention never{.kind = OwnRetention::Kind::Never, .date = {}};
        QVERIFY(waitFor(world.book.setOwn(administrator(), {RecordingId{1}}, OwnRetention{}, never)));
        QCOMPARE(waitFor(world.book.setOwn(administrator(), {RecordingId{2}, RecordingId{1}}, OwnRetention{}, never)).error().kind, ErrorKind::ContentMismatch);
        QCOMPARE(waitFor(world.book.decisionFor(administrator(), {2})).value().own, OwnRetention{}); // all or nothing
        QCOMPARE(waitFor(world.book.setParameters(administrator(), world.server(), RetentionParameters{.graceDays = 3}, {})).error().kind, ErrorKind::ContentMismatch);
        QCOMPARE(world.events(u"retention.recordingSet"_s), 1);
    }

    void switchingOnAsksForTheNumber()
    {
        World world;
        QVERIFY(world.store({serverPolicy(world.server(), 20)}));
        QCOMPARE(world.planned(waitFor(world.book.policies(administrator())).value()).size(), size_t(recordings));
        QCOMPARE(guardNames(waitFor(world.book.makePlan(administrator(), world.server())).error()), QStringList{u"switchedOff"_s});
        const auto refused = waitFor(world.book.activate(administrator(), world.server(), {}));
        QCOMPARE(asked(refused.error()).value().expected, recordings);
        QVERIFY(!waitFor(world.book.servers(administrator())).value().first().isOn);
        QVERIFY(waitFor(world.book.activate(administrator(), world.server(), recordings)));
        QVERIFY(waitFor(world.book.servers(administrator())).value().first().isOn);
        QCOMPARE(world.events(u"retention.switchedOn"_s), 1);
        QVERIFY(waitFor(world.book.deactivate(administrator(), world.server())));
        QCOMPARE(world.events(u"retention.switchedOff"_s), 1);
    }

    void aPlanPastTheLimitStopsAndAsks()
    {
        World world;
        QVERIFY(world.store({serverPolicy(world.server(), 56)}));
        world.switchOn();
        world.warnAndWaitADay();
        const auto small = waitFor(world.book.makePlan(administrator(), world.server()));
        QVERIFY(small);
        QCOMPARE(small->itemCount, 5);
        QCOMPARE(small->state, DeletionPlan::State::Confirmed); // within the limit, and told yesterday
        RetentionParameters tight;
        tight.limitCount = 3;
        tight.limitPercent = 5; // three of sixty
        QVERIFY(waitFor(world.book.setParameters(administrator(), world.server(), {}, tight)));
        QList<RetentionPolicy> policies = waitFor(world.book.policies(administrator())).value();
        policies[0].rule.days = 51;
        QVERIFY(world.storeConfirmed(policies));
        const auto large = waitFor(world.book.makePlan(administrator(), world.server()));
        QVERIFY(large);
        QCOMPARE(large->itemCount, 5); // what the confirmed plan has is left to it
        QCOMPARE(large->state, DeletionPlan::State::Proposed);
        QCOMPARE(asked(waitFor(world.book.confirmPlan(administrator(), large->id, 4)).error()).value().expected, 5);
        // Made anew, it takes the place of the one that nobody confirmed.
        const auto again = waitFor(world.book.makePlan(administrator(), world.server()));
        QCOMPARE(waitFor(world.book.plans(administrator(), {}, 10)).value().value(1).state, DeletionPlan::State::Discarded);
        QVERIFY(waitFor(world.book.confirmPlan(administrator(), again->id, 5)));
        QCOMPARE(waitFor(world.book.plans(administrator(), {}, 1)).value().first().confirmedBy, u"admin"_s);
        QCOMPARE(world.events(u"deletion.planConfirmed"_s), 1);
        const auto items = waitFor(world.book.planItems(administrator(), again->id, 0, 10)).value();
        QCOMPARE(items.size(), 5);
        QCOMPARE(items.first().externalId, recordIdOf(6));
        QVERIFY(items.first().dueAtMs < items.last().dueAtMs);
        QCOMPARE(items.first().reason.policyName, u"All of the server"_s);
    }

    void whatNobodyWasWarnedOfAsksForTheNumber()
    {
        World world;
        RetentionPolicy policy = serverPolicy(world.server(), 56);
        policy.rule.keepNewest = 13; // of the twelve of a meeting
        QVERIFY(world.store({policy, serverPolicy(world.server(), 1000)}));
        world.switchOn();
        world.freshen();
        QVERIFY(!waitFor(world.book.makePlan(administrator(), world.server()))); // nothing is due
        QList<RetentionPolicy> policies = waitFor(world.book.policies(administrator())).value();
        policies[0].rule.keepNewest = 0;
        QVERIFY(world.storeConfirmed(policies)); // as a newer recording of the meeting would: due at once
        const auto plan = [&] {
            const auto made = waitFor(world.book.makePlan(administrator(), world.server()));
            return made ? u"%1 %2"_s.arg(made->itemCount).arg(deletionPlanStateName(made->state)) : made.error().detail;
        };
        QCOMPARE(plan(), u"4 proposed"_s);
        QVERIFY(waitFor(world.book.makeNotices(programActor())));
        QCOMPARE(plan(), u"4 proposed"_s); // today's warning is none
        world.catalog.clock.advance(dayMs);
        world.freshen();
        QCOMPARE(plan(), u"5 confirmed"_s);
    }

    void whatWasKeptMeanwhileIsWarnedOfAnew()
    {
        World world;
        QVERIFY(world.store({serverPolicy(world.server(), 58)}));
        world.switchOn();
        world.warnAndWaitADay();
        const auto plan = [&] {
            const auto made = waitFor(world.book.makePlan(administrator(), world.server()));
            return made ? u"%1 %2"_s.arg(made->itemCount).arg(deletionPlanStateName(made->state)) : made.error().detail;
        };
        const auto first = waitFor(world.book.makePlan(administrator(), world.server())).value();
        QCOMPARE(first.state, DeletionPlan::State::Confirmed);
        const RecordingId recording = waitFor(world.book.planItems(administrator(), first.id, 0, 1)).value().first().recording;
        world.run(u"UPDATE deletion_plan SET state = 'discarded'"_s);
        for (const bool isHold : {true, false}) {
            if (isHold) {
                QVERIFY(waitFor(world.book.hold(administrator(), {recording}, u"in court"_s)));
                QVERIFY(waitFor(world.book.release(administrator(), waitFor(world.book.holdsInForce(administrator(), 1)).value().first().id)));
            } else {
                QVERIFY(waitFor(world.book.setOwn(administrator(), {recording}, {}, {.kind = OwnRetention::Kind::Never, .date = {}})));
                QVERIFY(waitFor(world.book.setOwn(administrator(), {recording}, {}, {})));
            }
            QVERIFY2(plan().endsWith(u" proposed"_s), qPrintable(plan()));
            world.run(u"UPDATE deletion_plan SET state = 'discarded'"_s);
            world.warnAndWaitADay();
            QVERIFY2(plan().endsWith(u" confirmed"_s), qPrintable(plan()));
            world.run(u"UPDATE deletion_plan SET state = 'discarded'"_s);
        }
    }

    void aTimeThatCannotBeIsNone()
    {
        World world;
        world.run(u"UPDATE recording SET started_at_ms = 86400000, ended_at_ms = 90000000 WHERE id = 3"_s); // an uptime
        world.run(u"UPDATE recording SET ended_at_ms = 1000000000000 WHERE id = 4"_s);                      // before it began
        const Plan plan = world.planned({serverPolicy(world.server(), 30)});
        QVERIFY(!plan.contains(3));
        const qint64 started = numberFrom(*world.catalog.database, u"SELECT started_at_ms AS value FROM recording WHERE id = 4"_s);
        QVERIFY(plan.at(4).dueAtMs > started + 30 * dayMs);
        QCOMPARE(waitFor(world.book.decisionFor(administrator(), {3})).value().decision.why, RetentionDecision::Why::NoPolicy); // nothing is stored
    }

    void anItemIsLookedAtAgainBeforeItIsDone()
    {
        World world;
        QVERIFY(world.store({serverPolicy(world.server(), 50)}));
        world.switchOn();
        world.freshen();
        const auto plan = waitFor(world.book.makePlan(administrator(), world.server()));
        const QList<DeletionItem> items = waitFor(world.book.planItems(administrator(), plan->id, 0, 10)).value();
        QVERIFY(items.size() >= 6);
        const auto recheck = [&](int at) {
            return world.write([&](Connection &c) { return recheckItem(c, items[at], world.nowMs()); }).value();
        };
        QCOMPARE(recheck(0), DeletionRefusal::None);
        QVERIFY(waitFor(world.book.hold(administrator(), {items[0].recording}, u"in court"_s)));
        QCOMPARE(recheck(0), DeletionRefusal::Held);
        QVERIFY(waitFor(world.book.setOwn(administrator(), {items[1].recording}, {}, {.kind = OwnRetention::Kind::Never, .date = {}})));
        QCOMPARE(recheck(1), DeletionRefusal::NotDue);
        world.run(u"UPDATE recording SET state = CASE state WHEN 'published' THEN 'unpublished' ELSE 'published' END WHERE id = %1"_s.arg(items[2].recording.value));
        QCOMPARE(recheck(2), DeletionRefusal::Changed);
        world.run(u"INSERT INTO recording_deletion VALUES (%1, 'trashed', 'serverTree', 1, 1, 0, '', '')"_s.arg(items[3].recording.value));
        QCOMPARE(recheck(3), DeletionRefusal::AlreadyThere);
        QCOMPARE(recheck(4), DeletionRefusal::None);
        QVERIFY(waitFor(world.book.deactivate(administrator(), world.server())));
        QCOMPARE(recheck(4), DeletionRefusal::NotDue);
    }

    void guardsStopAPlanAndSaySo()
    {
        World world;
        QVERIFY(world.store({serverPolicy(world.server(), 50)}));
        world.switchOn();
        world.freshen();
        const auto stopped = [&] { return guardNames(waitFor(world.book.makePlan(administrator(), world.server())).error()); };
        world.catalog.clock.advance(25 * 3'600'000);
        QCOMPARE(stopped(), QStringList{u"catalogNotSynced"_s});
        world.freshen();
        QVERIFY(waitFor(world.book.makePlan(administrator(), world.server())));
        world.catalog.clock.advance(-2 * 3'600'000); // behind the journal
        QCOMPARE(stopped(), QStringList{u"clockWentBack"_s});
        world.catalog.clock.advance(2 * 3'600'000);
        const auto guards = [&](qint64 serverAheadMs, bool isGenuine) {
            return world.write([&](Connection &c) {
                return retentionGuards(c, {.server = world.server(), .nowMs = world.nowMs(), .serverTimeMs = world.nowMs() + serverAheadMs,
                                           .isGenuine = [isGenuine](Connection &) { return Result<bool>(isGenuine); }});
            }).value();
        };
        QVERIFY(guards(9 * 60'000, true).isEmpty());
        QCOMPARE(guards(-11 * 60'000, true).value(0).kind, RetentionGuard::Kind::ClocksDiffer);
        QCOMPARE(guards(0, false).value(0).kind, RetentionGuard::Kind::CatalogRestored);
    }

    void aPurgeByTwoPeopleNeedsAnother()
    {
        World world;
        QVERIFY(world.store({serverPolicy(world.server(), 1000)}));
        world.switchOn();
        world.freshen();
        RetentionParameters two;
        two.twoPeoplePurge = true;
        QVERIFY(waitFor(world.book.setParameters(administrator(), world.server(), {}, two)));
        world.run(u"INSERT INTO recording_deletion VALUES (1, 'trashed', 'serverTree', 1, 1, 1, '', '')"_s);
        const auto plan = waitFor(world.book.makePlan(administrator(), world.server()));
        QVERIFY(plan && plan->needsApproval && plan->state == DeletionPlan::State::Proposed);
        QCOMPARE(waitFor(world.book.planItems(administrator(), plan->id, 0, 10)).value().first().step, DeletionStep::Purge);
        const Actor another = ownerActor(u"another"_s, {}), third = ownerActor(u"third"_s, {});
        QVERIFY(!waitFor(world.book.approvePlan(third, plan->id))); // nobody confirmed it
        QVERIFY(waitFor(world.book.confirmPlan(another, plan->id, 1)));
        QCOMPARE(waitFor(world.book.plans(administrator(), {}, 1)).value().first().state, DeletionPlan::State::Proposed);
        QCOMPARE(waitFor(world.book.approvePlan(administrator(), plan->id)).error().kind, ErrorKind::PermissionDenied); // proposed it
        QCOMPARE(waitFor(world.book.approvePlan(ownerActor(u"Another"_s, {}), plan->id)).error().kind, ErrorKind::PermissionDenied);
        QVERIFY(waitFor(world.book.approvePlan(third, plan->id)));
        QCOMPARE(waitFor(world.book.plans(administrator(), {}, 1)).value().first().state, DeletionPlan::State::Confirmed);
    }

    void whoHasToApproveIsDecidedWhenAPlanIsConfirmed()
    {
        World world;
        QVERIFY(world.store({serverPolicy(world.server(), 1000)}));
        world.switchOn();
        world.freshen();
        RetentionParameters parameters;
        parameters.limitCount = parameters.limitPercent = 0; // every plan asks
        QVERIFY(waitFor(world.book.setParameters(administrator(), world.server(), {}, parameters)));
        world.run(u"INSERT INTO recording_deletion VALUES (1, 'trashed', 'serverTree', 1, 1, 1, '', '')"_s);
        const auto plan = waitFor(world.book.makePlan(administrator(), world.server()));
        QVERIFY(plan && !plan->needsApproval && plan->state == DeletionPlan::State::Proposed);
        RetentionParameters two = parameters;
        two.twoPeoplePurge = true;
        QVERIFY(waitFor(world.book.setParameters(administrator(), world.server(), parameters, two)));
        QVERIFY(waitFor(world.book.confirmPlan(administrator(), plan->id, 1)));
        const DeletionPlan confirmed = waitFor(world.book.plans(administrator(), {}, 1)).value().first();
        QVERIFY(confirmed.needsApproval && confirmed.state == DeletionPlan::State::Proposed);
        QVERIFY(waitFor(world.book.approvePlan(ownerActor(u"another"_s, {}), plan->id)));
    }

    void warningsComeOnceForAStage()
    {
        World world;
        QVERIFY(world.store({serverPolicy(world.server(), 365)}));
        world.switchOn();
        QMap<RecordingId, QList<int>> told; // stages
        QMap<int, int> digests;
        for (int day = 0; day < 420; ++day) {
            world.catalog.clock.advance(dayMs);
            for (int run = 0; run < 2; ++run) // a second look on the same day has nothing to say
                QVERIFY(waitFor(world.book.makeNotices(programActor())).value() <= (run == 0 ? 3 : 0));
            const QList<RetentionNotice> notices = waitFor(world.book.notices(administrator(), false)).value();
            for (const RetentionNotice &notice : notices) {
                ++digests[notice.stageDays];
                const auto rows = waitFor(world.book.noticeRows(administrator(), notice.id, 0, 1000)).value();
                QCOMPARE(rows.size(), notice.count);
                for (const ForecastRow &row : rows) {
                    told[row.item.recording] += notice.stageDays;
                    QVERIFY(!row.title.isEmpty());
                    QVERIFY(row.item.dueAtMs - world.nowMs() <= (notice.stageDays + 10) * dayMs);
                }
                QVERIFY(waitFor(world.book.dismissNotice(administrator(), notice.id)));
            }
        }
        QCOMPARE(told.size(), recordings);
        for (const QList<int> &stages : told)
            QCOMPARE(stages, (QList{30, 7, 1}));
        QVERIFY(digests[30] <= recordings / 10 + 1); // not a daily one
        QCOMPARE(digests[1], recordings);
    }

    void aShortPolicyWarnsLater()
    {
        QCOMPARE(warningLead(30, 365), 30);
        QCOMPARE(warningLead(30, 10), 5);
        QCOMPARE(warningLead(7, 10), 5);
        QCOMPARE(warningLead(1, 1), 1);
        QCOMPARE(warningLead(30, {}), 30);
    }

    void theCalendarAddsUpToTheSimulation()
    {
        World world;
        RetentionPolicy policy = serverPolicy(world.server(), 100);
        policy.rule.unpublishDays = 10;
        QVERIFY(world.store({policy}));
        QVERIFY(waitFor(world.book.hold(administrator(), {RecordingId{3}}, u"asked for"_s)));
        const auto calendar = waitFor(world.book.calendar(administrator(), {.server = {}, .atMs = world.nowMs(), .policies = {}})).value();
        qint64 trashed = 0, bytes = 0, unpublished = 0;
        for (const CalendarDay &day : calendar.days) {
            trashed += day.trashed;
            bytes += day.trashedBytes;
            unpublished += day.unpublished;
            const qint64 end = QDateTime(day.day, {}, Qt::UTC).addDays(1).toMSecsSinceEpoch() - 1;
            const auto until = waitFor(world.book.simulate(administrator(), {.server = {}, .atMs = end, .policies = {}})).value();
            QCOMPARE(until.count, trashed);
            QCOMPARE(until.sizeBytes, bytes);
        }
        QCOMPARE(trashed, recordings - 1);
        QCOMPARE(unpublished, recordings * 2 / 3);
        QCOMPARE(calendar.until, calendar.from.addYears(1));
    }

    void theSimulatorTakesPoliciesThatNobodyStored()
    {
        World world;
        const ForecastRequest request{.server = world.server(), .atMs = world.nowMs(), .policies = QList{serverPolicy(world.server(), 30)},
                                      .asIfOn = true, .viewedWithinDays = 40, .order = ForecastOrder::Size};
        const auto forecast = waitFor(world.book.simulate(administrator(), request)).value();
        QCOMPARE(forecast.count, 30);
        QVERIFY(forecast.viewedLately > 0 && forecast.viewedLately < 30);
        const auto rows = waitFor(world.book.forecastRows(administrator(), forecast, 28, 10)).value();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.first().policyName, u"All of the server"_s);
        QVERIFY(forecast.items->front().sizeBytes >= forecast.items->back().sizeBytes);
        const QString file = world.catalog.folder() + u"/forecast.csv"_s;
        QVERIFY(waitFor(world.book.exportForecast(administrator(), forecast, file)));
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QCOMPARE(csv.readAll().count("\r\n"), 31);
        QVERIFY(world.planned({}).empty());
    }

    // The recordID opens the playback, so it is as little shown as the title.
    void whatALimitedAdministratorCannotSeeHasNoNameInPlans()
    {
        World world;
        QVERIFY(world.store({serverPolicy(world.server(), 50)}));
        world.switchOn();
        world.freshen();
        AccessRows access;
        access.people.push_back({.id = PersonId{9}, .isBlocked = false, .switches = {}});
        access.memberships = {{.group = GroupId{2}, .member = PersonId{9}}};
        QVERIFY(world.write([&](Connection &c) { return storeAccess(c, access); }));
        world.run(u"UPDATE person SET admin_switches = 'retention' WHERE id = 9"_s);
        world.run(u"UPDATE access_version SET version = version + 1"_s);
        const Actor limited = personActor(PersonId{9}, u"limited"_s, {});
        const auto plan = waitFor(world.book.makePlan(limited, world.server()));
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
        const auto items = waitFor(world.book.planItems(limited, plan->id, 0, 100)).value();
        QVERIFY(items.size() > 5);
        for (const DeletionItem &item : items)
            QVERIFY(item.title.isEmpty() && item.externalId.isEmpty() && item.recording.isValid());
        const auto forecast = waitFor(world.book.simulate(limited, {.server = {}, .atMs = world.nowMs(), .policies = {}})).value();
        const auto rows = waitFor(world.book.forecastRows(limited, forecast, 0, 100)).value();
        QVERIFY(rows.size() > 5);
        for (const ForecastRow &row : rows)
            QVERIFY(row.title.isEmpty() && row.externalId.isEmpty());
        QVERIFY(!waitFor(world.book.planItems(administrator(), plan->id, 0, 1)).value().first().externalId.isEmpty());
    }

    void daysOfAnotherZoneAskForTheNumber()
    {
        World world;
        QVERIFY(world.store({serverPolicy(world.server(), 30)}));
        world.switchOn();
        QVERIFY(waitFor(world.book.setTimeZone(administrator(), "UTC", "America/New_York", {}))); // later: nobody is surprised
        const auto refused = waitFor(world.book.setTimeZone(administrator(), "America/New_York", "UTC", {}));
        QCOMPARE(asked(refused.error()).value().expected, recordings);
        QCOMPARE(waitFor(world.book.setTimeZone(administrator(), "America/New_York", "Moon/Crater", {})).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(waitFor(world.book.timeZone(administrator())).value(), QByteArray("America/New_York"));
        QCOMPARE(world.events(u"retention.zoneChanged"_s), 2);
    }

    void oneThatCannotBeReadStopsEverything()
    {
        World world;
        QVERIFY(world.store({serverPolicy(world.server(), 30)}));
        world.run(u"INSERT INTO retention_policy (uuid, position, name, scope, rule, is_enabled) VALUES ('x', 9, 'Odd', '{}', '{}', 1)"_s);
        QCOMPARE(waitFor(world.book.simulate(administrator(), {.server = {}, .atMs = world.nowMs(), .policies = {}})).error().kind, ErrorKind::DatabaseFailed);
    }
};

QTEST_GUILESS_MAIN(TestRetentionBook)
#include "tst_retentionbook.moc"
