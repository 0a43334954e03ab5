// What retention says, sentence by sentence.

#include "ui/text/retentiontext.h"

#include <QtTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

class RetentionTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void whatHappensIsOneSentence_data();
    void whatHappensIsOneSentence();
    void daysAreThoseOfTheCatalog();
    void nearEndsHaveABadge();
    void whatDecidedIsTold();
    void rulesAndScopesAreReadable();
    void everyGuardSaysWhatToDo();
    void evidenceIsSaidByEveryErrorText();
};

namespace {

constexpr qint64 now = 1'795'176'000'000; // 20 November 2026, 12:00 UTC
constexpr qint64 day = 86'400'000;

RetentionExplanation going(qint64 dueAtMs)
{
    RetentionExplanation why;
    why.isServerOn = true;
    why.timeZone = "Europe/Moscow";
    why.decision.why = RetentionDecision::Why::Policy;
    why.decision.policyName = u"Maths"_s;
    why.decision.dueAtMs = dueAtMs;
    return why;
}

RetentionExplanation staying(RetentionDecision::Why reason)
{
    RetentionExplanation why = going(0);
    why.decision.why = reason;
    why.decision.keepNewest = 3;
    return why;
}

LegalHold hold()
{
    return {.id = {1}, .recording = {1}, .title = {}, .reason = u"r"_s, .setBy = u"anna"_s, .setAtMs = now - day, .releasedBy = {}, .releasedAtMs = 0};
}

} // namespace

void RetentionTextsTest::whatHappensIsOneSentence_data()
{
    using Why = RetentionDecision::Why;
    using Stage = RetentionFacts::Stage;
    QTest::addColumn<RetentionExplanation>("why");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("goes") << going(now + 20 * day) << u"It goes to the trash on 10 December 2026."_s;
    QTest::newRow("overdue") << going(now - day) << u"It goes to the trash with the next plan: its date was 19 November 2026."_s;
    RetentionExplanation one = going(now + 20 * day);
    one.decision.unpublishAtMs = now + 6 * day;
    QTest::newRow("unpublished first") << one << u"It is unpublished on 26 November 2026 and goes to the trash on 10 December 2026."_s;
    one.stage = Stage::Unpublished;
    one.decision.unpublishAtMs = now - day;
    QTest::newRow("unpublished already") << one << u"It is unpublished already and goes to the trash on 10 December 2026."_s;
    one = going(now + 20 * day);
    one.isServerOn = false;
    QTest::newRow("off") << one << u"It stays: auto-deletion is off on its server. If it is on by then, it goes to the trash on 10 December 2026."_s;
    one = going(now - day);
    one.holds = {hold()};
    QTest::newRow("held and overdue") << one << u"It stays while it is held. Without the hold it would go to the trash with the next plan."_s;
    one.holds[0].releasedAtMs = now;
    QTest::newRow("released") << one << u"It goes to the trash with the next plan: its date was 19 November 2026."_s;
    QTest::newRow("no policy") << staying(Why::NoPolicy) << u"It stays: no policy is about it."_s;
    QTest::newRow("never") << staying(Why::Policy) << u"It stays: the policy “Maths” says so."_s;
    QTest::newRow("own never") << staying(Why::OwnNever) << u"It stays: that was said of this recording."_s;
    QTest::newRow("newest") << staying(Why::KeptAsNewest)
                            << u"It stays: it is among the newest 3 recordings of its meeting, and the policy “Maths” keeps these."_s;
    QTest::newRow("later") << staying(Why::RecordedLater) << u"It stays: it was recorded after the date of the policy “Maths”."_s;
    QTest::newRow("no time") << staying(Why::NoTime) << u"It stays: nobody knows when it was recorded."_s;
    QTest::newRow("in process") << staying(Why::InProcess) << u"It stays: its server is still working on it."_s;
    QTest::newRow("gone") << staying(Why::Gone) << u"It is no longer on its server."_s;
    one = staying(Why::Trashed);
    one.stage = Stage::Trashed;
    QTest::newRow("trash") << one << u"It is in the trash, and stays there until somebody restores or deletes it."_s;
    one.purgeAfterMs = now + 5 * day;
    QTest::newRow("grace") << one << u"It is in the trash and can be restored until 25 November 2026; then it is deleted for good."_s;
    one.purgeAfterMs = now - day;
    QTest::newRow("grace is over") << one << u"It is in the trash, its grace period is over: the next plan deletes it for good."_s;
    one.holds = {hold()};
    QTest::newRow("held in the trash") << one << u"It is in the trash, and a hold keeps it from being deleted for good."_s;
    one = staying(Why::Purged);
    one.stage = Stage::Purged;
    QTest::newRow("purged") << one << u"It was deleted for good."_s;
    RetentionExplanation hidden = staying(Why::Policy);
    hidden.decision.policyName.clear();
    QTest::newRow("hidden name") << hidden << u"It stays: a policy says so."_s;
}

void RetentionTextsTest::whatHappensIsOneSentence()
{
    QFETCH(const RetentionExplanation, why);
    QFETCH(const QString, sentence);
    // Without a translation plurals come as "(s)".
    const QString said = retentionSentence(why, now).replace(u"(s)"_s, u"s"_s);
    QCOMPARE(said, sentence);
}

void RetentionTextsTest::daysAreThoseOfTheCatalog()
{
    const qint64 lateEvening = now + qint64(10) * 3600'000; // 22:00 UTC, past midnight in Moscow
    QCOMPARE(retentionDay(lateEvening, "Europe/Moscow"), u"21 November 2026"_s);
    QCOMPARE(retentionDay(lateEvening, "America/New_York"), u"20 November 2026"_s);
    QCOMPARE(retentionDay(lateEvening, "No/Such"), u"20 November 2026"_s);
    QCOMPARE(retentionDay(0, "Europe/Moscow"), QString());
}

void RetentionTextsTest::nearEndsHaveABadge()
{
    QVERIFY(retentionBadge(going(now + 30 * day), now).contains(u"30"_s));
    QCOMPARE(retentionBadge(going(now + 31 * day), now), QString());
    QCOMPARE(retentionBadge(going(now - day), now), u"To the trash with the next plan"_s);
    RetentionExplanation why = going(now + day);
    why.isServerOn = false;
    QCOMPARE(retentionBadge(why, now), QString());
    why.holds = {hold()};
    QCOMPARE(retentionBadge(why, now), u"Held"_s);
}

void RetentionTextsTest::whatDecidedIsTold()
{
    RetentionExplanation why = going(now + day);
    QCOMPARE(decisionText(why), QString());
    for (const auto &[scope, said] : {std::pair(RetentionScope::Kind::Meeting, u"which is about its meeting."_s),
                                      std::pair(RetentionScope::Kind::Filter, u"whose filter it fits."_s),
                                      std::pair(RetentionScope::Kind::Folder, u"which is about its folder."_s),
                                      std::pair(RetentionScope::Kind::Server, u"which is about its server."_s)}) {
        why.policies = {{.policy = {1}, .name = u"Maths"_s, .scope = scope, .decision = why.decision, .decides = true}};
        QVERIFY2(decisionText(why).endsWith(said), qPrintable(decisionText(why)));
    }
    why.decision.why = RetentionDecision::Why::OwnDate;
    QVERIFY(decisionText(why).startsWith(u"What was said"_s));
    why.ownSetBy = u"anna"_s;
    why.ownSetAtMs = now;
    QVERIFY(decisionText(why).contains(u"What anna said of this recording on 20 November 2026"_s));
}

void RetentionTextsTest::rulesAndScopesAreReadable()
{
    QCOMPARE(ruleText({.kind = RetentionRule::Kind::OnDate, .days = 0, .date = QDate(2027, 1, 2), .keepNewest = 0, .unpublishDays = 0}),
             u"on 2 January 2027, what was recorded before"_s);
    const QString all = ruleText({.kind = RetentionRule::Kind::AfterLastView, .days = 90, .date = {}, .keepNewest = 3, .unpublishDays = 14});
    QVERIFY2(all.contains(u"90"_s) && all.contains(u"the newest 3"_s) && all.contains(u"14"_s), qPrintable(all));
    RetentionCondition viewed;
    viewed.field = RetentionCondition::Field::NeverViewed;
    RetentionCondition course;
    course.field = RetentionCondition::Field::MetadataKey;
    course.key = u"course"_s;
    course.text = u"<b>x"_s;
    const RetentionScope filter{.kind = RetentionScope::Kind::Filter, .server = {2}, .folder = {}, .meetingId = {}, .conditions = {viewed, course}};
    QCOMPARE(scopeText(filter, u"bbb"_s, {}), u"Filter: server is “bbb”; never viewed; course is “<b>x”"_s);
    const RetentionScope meeting{.kind = RetentionScope::Kind::Meeting, .server = {2}, .folder = {}, .meetingId = u"%1%2"_s, .conditions = {}};
    QCOMPARE(scopeText(meeting, u"bbb"_s, {}), u"Meeting %1%2, server bbb"_s); // what a server named is no place marker
}

void RetentionTextsTest::everyGuardSaysWhatToDo()
{
    using Kind = RetentionGuard::Kind;
    for (const Kind kind : {Kind::ClockWentBack, Kind::ClocksDiffer, Kind::CatalogNotSynced, Kind::CatalogRestored, Kind::SwitchedOff}) {
        const RetentionGuard guard{.kind = kind, .oursMs = now, .theirsMs = now - day};
        QVERIFY(!guardText(guard).isEmpty());
        QVERIFY(!guardAdvice(guard).isEmpty());
    }
    QVERIFY(guardText({.kind = Kind::CatalogNotSynced, .oursMs = now, .theirsMs = 0}).contains(u"never"_s));
}

void RetentionTextsTest::evidenceIsSaidByEveryErrorText()
{
    const Error number{ErrorKind::InvalidInput, u"x"_s, {}, ConfirmationEvidence{.expected = 1234, .typed = {}}};
    QVERIFY(errorText(number).sentence.contains(u"1,234"_s));
    const Error wrong{ErrorKind::InvalidInput, u"x"_s, {}, ConfirmationEvidence{.expected = 1234, .typed = 12}};
    QCOMPARE(errorText(wrong).sentence, u"The number is another one: 1,234, not 12."_s);
    const Error stop{ErrorKind::InvalidInput, u"x"_s, {}, RetentionStopEvidence{{{.kind = RetentionGuard::Kind::SwitchedOff, .oursMs = 0, .theirsMs = 0}}}};
    QCOMPARE(errorText(stop).sentence, u"Nothing is deleted now. Auto-deletion is off on this server."_s);
    QCOMPARE(errorText(stop).advice, u"Switch it on first."_s);
    QVERIFY(retentionErrorText({ErrorKind::ContentMismatch, {}, {}, {}}).sentence.contains(u"meanwhile"_s));
}

QTEST_GUILESS_MAIN(RetentionTextsTest)
#include "tst_retentiontexts.moc"
