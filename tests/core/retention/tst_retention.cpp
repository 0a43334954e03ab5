// The rules of retention, without catalog or clock: dates, precedence, holds.
#include "core/retention/retentionanswers.h"
#include "tests/core/retention/randomretention.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace letopis;
using namespace letopis::testing;

namespace {
using Why = RetentionDecision::Why;
using Scope = RetentionScope::Kind;
using Field = RetentionCondition::Field;
using Match = RetentionCondition::Match;

qint64 ms(const QString &iso)
{
    return iso.isEmpty() ? 0 : QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch();
}

RetentionRule after(int days)
{
    return {.kind = RetentionRule::Kind::AfterRecording, .days = days, .date = {}, .keepNewest = 0, .unpublishDays = 0};
}

RetentionPolicy policy(qint64 id, const RetentionScope &scope, const RetentionRule &rule)
{
    return {.id = {id}, .uuid = u"p%1"_s.arg(id), .name = u"Policy %1"_s.arg(id), .scope = scope, .rule = rule, .isEnabled = true};
}

RetentionScope ofServer(qint64 server)
{
    return {.kind = Scope::Server, .server = {server}, .folder = {}, .meetingId = {}, .conditions = {}};
}
RetentionScope ofFolder(qint64 folder)
{
    return {.kind = Scope::Folder, .server = {}, .folder = {folder}, .meetingId = {}, .conditions = {}};
}
RetentionScope ofMeeting(qint64 server, const QString &id)
{
    return {.kind = Scope::Meeting, .server = {server}, .folder = {}, .meetingId = id, .conditions = {}};
}
RetentionScope ofFilter(const QList<RetentionCondition> &conditions, qint64 server = 0)
{
    return {.kind = Scope::Filter, .server = {server}, .folder = {}, .meetingId = {}, .conditions = conditions};
}

RetentionCondition text(Field field, Match match, const QString &wanted, const QString &key = {})
{
    return {.field = field, .key = key, .match = match, .text = wanted, .number = 0, .state = PublicationState::Published};
}
RetentionCondition number(Field field, qint64 value)
{
    return {.field = field, .key = {}, .match = Match::Is, .text = {}, .number = value, .state = PublicationState::Published};
}

RetentionFacts facts()
{
    RetentionFacts one;
    one.recording = {1};
    one.server = {1};
    one.folder = {4};
    one.recordedAtMs = ms(u"2025-01-10T12:00:00Z"_s);
    one.durationMs = 30 * 60'000;
    one.participants = 10;
    one.newerInMeeting = 5;
    one.title = u"Ёлочные игрушки"_s;
    one.meetingName = u"Faculty meeting"_s;
    one.meetingId = u"room-1"_s;
    one.metadata = [] { return Metadata{{u"bbb-context"_s, u"Course 7"_s}, {u"letopis-owner"_s, u"Anna Smith"_s}}; };
    return one;
}

// 4 is below 3, that below 1.
const QHash<FolderId, FolderId> tree{{FolderId{1}, FolderId{}}, {FolderId{2}, FolderId{}}, {FolderId{3}, FolderId{1}}, {FolderId{4}, FolderId{3}}};

RetentionDecision decide(const QList<RetentionPolicy> &policies, const RetentionFacts &one)
{
    return RetentionRules(policies, tree, QTimeZone::utc()).decide(one);
}

RetentionFacts randomFacts(QRandomGenerator &random)
{
    RetentionFacts one = facts();
    one.server = {1 + random.bounded(2)};
    one.folder = {1 + random.bounded(4)};
    one.state = PublicationState(random.bounded(6));
    one.stage = RetentionFacts::Stage(random.bounded(4));
    one.purgeAfterMs = one.stage == RetentionFacts::Stage::Trashed ? ms(u"2023-06-01T00:00:00Z"_s) : 0;
    one.isHeld = random.bounded(4) == 0;
    one.own.kind = random.bounded(3) ? OwnRetention::Kind::AsPolicySays : OwnRetention::Kind(random.bounded(3));
    if (one.own.kind == OwnRetention::Kind::OnDate)
        one.own.date = QDate(2024, 5, 1);
    one.recordedAtMs = ms(u"2023-01-01T00:00:00Z"_s) + qint64(random.bounded(700)) * 86'400'000;
    one.viewedAtMs = random.bounded(2) ? one.recordedAtMs + 1000 : 0;
    one.newerInMeeting = random.bounded(5);
    one.title = someWords[random.bounded(someWords.size())] + u" of today"_s;
    one.meetingId = u"room-%1"_s.arg(random.bounded(5));
    return one;
}
} // namespace

class TestRetention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void datesFollowTheTable_data()
    {
        QTest::addColumn<QStringList>("cells");
        QFile file(QStringLiteral(RETENTION_DATES));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
            if (!line.startsWith(u'#'))
                QTest::newRow(qPrintable(line.section(u'\t', 0, 0))) << line.split(u'\t');
        }
    }

    void datesFollowTheTable()
    {
        QFETCH(const QStringList, cells);
        QCOMPARE(cells.size(), 9);
        RetentionRule rule;
        rule.kind = retentionRuleFromName(cells[4]).value();
        rule.days = cells[5].toInt();
        rule.date = QDate::fromString(cells[5], Qt::ISODate);
        rule.unpublishDays = cells[6].toInt();
        RetentionFacts one = facts();
        one.recordedAtMs = ms(cells[2]);
        one.viewedAtMs = ms(cells[3]);
        const QTimeZone zone(cells[1].toLatin1());
        QVERIFY(zone.isValid());
        const RetentionPolicy only = policy(1, ofServer(1), rule);
        QVERIFY(isWellFormed(only));
        const RetentionDecision decision = RetentionRules({only}, tree, zone).decide(one);
        const QDateTime due = QDateTime::fromString(cells[7], Qt::ISODate);
        if (due.isValid())
            QCOMPARE(QDateTime::fromMSecsSinceEpoch(decision.dueAtMs, Qt::UTC), due);
        else
            QCOMPARE(decision.dueAtMs, 0);
        QCOMPARE(retentionWhyName(decision.why), due.isValid() ? u"policy"_s : cells[7]);
        QCOMPARE(decision.unpublishAtMs, ms(cells[8]));
    }

    void daysAreThoseOfTheZone()
    {
        QRandomGenerator random(1);
        for (const char *id : {"UTC", "Europe/Moscow", "America/Sao_Paulo", "Pacific/Apia", "Asia/Tehran", "Australia/Lord_Howe", "Africa/Cairo"}) {
            const QTimeZone zone(id);
            CalendarDays days(zone);
            for (int round = 0; round < 3000; ++round) {
                const qint64 moment = qint64(random.bounded(2'200'000'000.0)) * 1000 + random.bounded(1000);
                const qint64 day = days.dayOf(moment);
                QCOMPARE(QDate::fromJulianDay(day), QDateTime::fromMSecsSinceEpoch(moment, zone).date());
                QVERIFY(days.startOf(day) <= moment && moment < days.startOf(day + 1));
                QCOMPARE(days.dayOf(days.startOf(day)), day);
                QVERIFY(days.dayOf(days.startOf(day) - 1) < day);
            }
        }
    }

    void theNearestPolicyDecides()
    {
        const RetentionPolicy server = policy(1, ofServer(1), after(10));
        const RetentionPolicy folder = policy(2, ofFolder(1), after(20));
        const RetentionPolicy filter = policy(3, ofFilter({text(Field::Title, Match::Contains, u"ЕЛОЧНЫЕ"_s)}), after(30));
        const RetentionPolicy meeting = policy(4, ofMeeting(1, u"room-1"_s), after(40));
        QCOMPARE(decide({}, facts()).why, Why::NoPolicy);
        QCOMPARE(decide({server}, facts()).policy, server.id);
        QCOMPARE(decide({server, folder}, facts()).policy, folder.id);
        QCOMPARE(decide({server, folder, filter}, facts()).policy, filter.id);
        QCOMPARE(decide({server, folder, filter, meeting}, facts()).policy, meeting.id);
        QCOMPARE(decide({server, folder, filter, meeting}, facts()).policyName, meeting.name);
        QCOMPARE(decide({policy(5, ofServer(2), after(1)), policy(6, ofMeeting(2, u"room-1"_s), after(1))}, facts()).why, Why::NoPolicy);
    }

    void aNearerNeverKeepsWhatAFartherOneWouldTake()
    {
        const RetentionDecision decision = decide({policy(1, ofServer(1), after(0)), policy(2, ofFolder(3), RetentionRule())}, facts());
        QCOMPARE(decision.dueAtMs, 0);
        QCOMPARE(decision.policy, PolicyId{2});
    }

    void theDeepestFolderDecides()
    {
        QCOMPARE(decide({policy(1, ofFolder(1), after(1)), policy(2, ofFolder(4), after(2)), policy(3, ofFolder(3), after(3))}, facts()).policy, PolicyId{2});
        QCOMPARE(decide({policy(1, ofFolder(1), after(1)), policy(3, ofFolder(3), after(3))}, facts()).policy, PolicyId{3});
        QCOMPARE(decide({policy(2, ofFolder(2), after(2))}, facts()).why, Why::NoPolicy);
    }

    void ofTheSameNearnessTheFirstCounts()
    {
        const RetentionScope filter = ofFilter({number(Field::FewerThan, 11)});
        QCOMPARE(decide({policy(1, filter, after(1)), policy(2, filter, after(2))}, facts()).policy, PolicyId{1});
        QCOMPARE(decide({policy(2, filter, after(2)), policy(1, filter, after(1))}, facts()).policy, PolicyId{2});
        RetentionPolicy off = policy(1, filter, after(1));
        off.isEnabled = false;
        QCOMPARE(decide({off, policy(2, filter, after(2))}, facts()).policy, PolicyId{2});
        QCOMPARE(decide({policy(1, ofServer(1), after(1)), policy(2, ofServer(1), after(2))}, facts()).policy, PolicyId{1});
    }

    void conditionsFit_data()
    {
        QTest::addColumn<QList<RetentionCondition>>("conditions");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char *name, const QList<RetentionCondition> &conditions, bool fits) { QTest::newRow(name) << conditions << fits; };
        row("title, folded", {text(Field::Title, Match::Is, u" елочные ИГРУШКИ "_s)}, true);
        row("title, part", {text(Field::Title, Match::Is, u"елочные"_s)}, false);
        row("title begins", {text(Field::Title, Match::BeginsWith, u"елоч"_s)}, true);
        row("title does not begin", {text(Field::Title, Match::BeginsWith, u"игр"_s)}, false);
        row("title contains one letter", {text(Field::Title, Match::Contains, u"ш"_s)}, true);
        row("title lacks one letter", {text(Field::Title, Match::Contains, u"z"_s)}, false);
        row("meeting", {text(Field::Meeting, Match::Contains, u"FACULTY"_s)}, true);
        row("meeting id", {text(Field::MeetingId, Match::Is, u"Room-1"_s)}, true);
        row("metadata", {text(Field::MetadataKey, Match::Is, u"course 7"_s, u"BBB-Context"_s)}, true);
        row("metadata of no such key", {text(Field::MetadataKey, Match::Contains, u"course"_s, u"context"_s)}, false);
        row("owner", {text(Field::Owner, Match::Contains, u"smith"_s)}, true);
        row("another owner", {text(Field::Owner, Match::Is, u"smith"_s)}, false);
        row("shorter", {number(Field::ShorterThan, 31 * 60'000)}, true);
        row("not shorter", {number(Field::ShorterThan, 30 * 60'000)}, false);
        row("perhaps not shorter: servers cut off what is no whole minute", {number(Field::ShorterThan, 31 * 60'000 - 1)}, false);
        row("fewer", {number(Field::FewerThan, 11)}, true);
        row("not fewer", {number(Field::FewerThan, 10)}, false);
        row("never viewed", {number(Field::NeverViewed, 0)}, true);
        row("published", {number(Field::State, 0)}, true);
        RetentionCondition unpublished = number(Field::State, 0);
        unpublished.state = PublicationState::Unpublished;
        row("unpublished", {unpublished}, false);
        row("all must hold", {number(Field::FewerThan, 11), text(Field::Title, Match::Contains, u"zzz"_s)}, false);
        row("all hold", {number(Field::FewerThan, 11), number(Field::FewerThan, 100), text(Field::Title, Match::Contains, u"ел"_s)}, true);
    }

    void conditionsFit()
    {
        QFETCH(const QList<RetentionCondition>, conditions);
        QFETCH(const bool, fits);
        const RetentionPolicy one = policy(1, ofFilter(conditions), after(1));
        QVERIFY(isWellFormed(one));
        QCOMPARE(decide({one}, facts()).why == Why::Policy, fits);
    }

    void aLengthThatIsKnownToTheMillisecondIsTakenAtItsWord()
    {
        RetentionFacts exact = facts();
        exact.durationMs = 105'862;
        QCOMPARE(decide({policy(1, ofFilter({number(Field::ShorterThan, 105'863)}), after(1))}, exact).why, Why::Policy);
        QCOMPARE(decide({policy(1, ofFilter({number(Field::ShorterThan, 105'862)}), after(1))}, exact).why, Why::NoPolicy);
    }

    void whatIsNotKnownFitsNoCondition()
    {
        RetentionFacts unknown = facts();
        unknown.durationMs = unknown.participants = -1;
        unknown.metadata = {};
        for (const RetentionCondition &condition : {number(Field::ShorterThan, 1'000'000), number(Field::FewerThan, 1000), text(Field::Owner, Match::Contains, u"a"_s)})
            QCOMPARE(decide({policy(1, ofFilter({condition}), after(1))}, unknown).why, Why::NoPolicy);
        unknown.viewedAtMs = 5;
        QCOMPARE(decide({policy(1, ofFilter({number(Field::NeverViewed, 0)}), after(1))}, unknown).why, Why::NoPolicy);
    }

    void whatWasSaidOfARecordingBeatsEveryPolicy()
    {
        const QList<RetentionPolicy> policies{policy(1, ofMeeting(1, u"room-1"_s), after(1))};
        RetentionFacts one = facts();
        one.own = {.kind = OwnRetention::Kind::Never, .date = {}};
        QCOMPARE(decide(policies, one).why, Why::OwnNever);
        QCOMPARE(decide(policies, one).dueAtMs, 0);
        one.own = {.kind = OwnRetention::Kind::OnDate, .date = QDate(2030, 2, 1)};
        QCOMPARE(decide(policies, one).why, Why::OwnDate);
        QCOMPARE(decide(policies, one).dueAtMs, ms(u"2030-02-01T00:00:00Z"_s));
    }

    void theNewestOfAMeetingStay()
    {
        RetentionRule rule = after(0);
        rule.keepNewest = 3;
        const QList<RetentionPolicy> policies{policy(1, ofServer(1), rule)};
        RetentionFacts one = facts();
        for (const int newer : {0, 2, 3}) {
            one.newerInMeeting = newer;
            QCOMPARE(decide(policies, one).why, newer < 3 ? Why::KeptAsNewest : Why::Policy);
            QCOMPARE(decide(policies, one).dueAtMs > 0, newer == 3);
        }
    }

    void whatIsGoneOrInProcessNeverGoes()
    {
        const QList<RetentionPolicy> policies{policy(1, ofServer(1), after(0))};
        const qint64 muchLater = ms(u"2200-01-01T00:00:00Z"_s);
        for (const PublicationState state : {PublicationState::Processing, PublicationState::Processed, PublicationState::Gone, PublicationState::Deleted}) {
            RetentionFacts one = facts();
            one.state = state;
            one.own = {.kind = OwnRetention::Kind::OnDate, .date = QDate(2026, 1, 1)};
            QVERIFY(!stepAt(decide(policies, one), one, muchLater));
        }
        RetentionFacts purged = facts();
        purged.stage = RetentionFacts::Stage::Purged;
        QVERIFY(!stepAt(decide(policies, purged), purged, muchLater));
    }

    void stepsFollowEachOther()
    {
        RetentionRule rule = after(30);
        rule.unpublishDays = 10;
        const QList<RetentionPolicy> policies{policy(1, ofServer(1), rule)};
        RetentionFacts one = facts();
        const auto step = [&](const QString &at) { return stepAt(decide(policies, one), one, ms(at)); };
        QVERIFY(!step(u"2025-01-30T23:59:59Z"_s));
        QCOMPARE(step(u"2025-01-31T00:00:00Z"_s), DeletionStep::Unpublish);
        one.stage = RetentionFacts::Stage::Unpublished;
        QVERIFY(!step(u"2025-02-09T23:59:59Z"_s));
        QCOMPARE(step(u"2025-02-10T00:00:00Z"_s), DeletionStep::Trash);
        one.stage = RetentionFacts::Stage::Trashed;
        QVERIFY(!step(u"2025-03-12T00:00:00Z"_s)); // no end was set
        one.purgeAfterMs = ms(u"2025-03-12T00:00:00Z"_s);
        QVERIFY(!step(u"2025-03-11T23:59:59Z"_s));
        QCOMPARE(step(u"2025-03-12T00:00:00Z"_s), DeletionStep::Purge);
    }

    void aHeldRecordingHasNoStepWhateverIsSaid()
    {
        QRandomGenerator random(7);
        int others = 0;
        for (int round = 0; round < 20'000; ++round) {
            RetentionRules rules(randomPolicies(random, 6), tree, QTimeZone::utc());
            RetentionFacts one = randomFacts(random);
            const std::optional<DeletionStep> step = stepAt(rules.decide(one), one, ms(u"2026-01-01T00:00:00Z"_s));
            QVERIFY(!one.isHeld || !step);
            others += step ? 1 : 0;
        }
        QVERIFY(others > 1000);
    }

    void theExplanationBeginsWithWhatDecides()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 5000; ++round) {
            RetentionRules rules(randomPolicies(random, 12), tree, QTimeZone::utc());
            const RetentionFacts one = randomFacts(random);
            const RetentionDecision decision = rules.decide(one);
            const QList<RetentionTraceLine> lines = rules.trace(one);
            for (qsizetype at = 0; at < lines.size(); ++at) {
                QCOMPARE(lines[at].decides, at == 0 && decision.policy.isValid());
                if (lines[at].decides)
                    QCOMPARE(lines[at].decision, decision);
                QVERIFY(at == 0 || lines[at - 1].scope <= lines[at].scope);
            }
            if (decision.why == Why::NoPolicy)
                QVERIFY(lines.isEmpty());
        }
    }

    void policiesSurviveTheirJson()
    {
        QRandomGenerator random(3);
        for (const RetentionPolicy &one : randomPolicies(random, 500)) {
            QVERIFY(isWellFormed(one));
            const auto bytes = [](const QJsonObject &json) { return QJsonDocument(json).toJson(); };
            QCOMPARE(retentionScopeFromJson(bytes(toJson(one.scope))).value(), one.scope);
            QCOMPARE(retentionRuleFromJson(bytes(toJson(one.rule))).value(), one.rule);
        }
    }

    void whatIsNoPolicyIsRefused()
    {
        for (const char *scope : {"", "[]", "{}", R"({"kind":"server"})", R"({"kind":"filter"})", R"({"kind":"filter","conditions":[]})",
                                  R"({"kind":"filter","conditions":[{"field":"title","match":"is","text":" "}]})",
                                  R"({"kind":"filter","conditions":[{"field":"title","text":"a"}]})",
                                  R"({"kind":"filter","conditions":[{"field":"fewerThan","number":0}]})",
                                  R"({"kind":"folder","folder":3,"server":1})", R"({"kind":"meeting","meetingId":"a"})"})
            QVERIFY2(!retentionScopeFromJson(scope), scope);
        for (const char *rule : {"{}", R"({"kind":"afterRecording","days":-1})", R"({"kind":"afterRecording","days":99999})",
                                 R"({"kind":"onDate"})", R"({"kind":"onDate","date":"2025-02-30"})", R"({"kind":"onDate","date":"0001-01-01"})",
                                 R"({"kind":"never","keepNewest":3})", R"({"kind":"afterRecording","days":3,"unpublishDays":4})"})
            QVERIFY2(!retentionRuleFromJson(rule), rule);
        QVERIFY(!isWellFormed(OwnRetention{.kind = OwnRetention::Kind::OnDate, .date = {}}));
        QVERIFY(!isWellFormed(RetentionParameters{.warningDays = {7, 30}}));
        QVERIFY(!isWellFormed(RetentionParameters{.warningDays = {30, 0}}));
        QVERIFY(isWellFormed(RetentionParameters{}));
    }
};

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
