#include "core/access/filingrule.h"

#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
using Field = FilingRule::Field;
using Match = FilingRule::Match;

constexpr ServerId first{1}, second{2};
constexpr FolderId exams{7}, councils{8};

RecordingSnapshot recordingNamed(const QString &name, const Metadata &metadata = {})
{
    RecordingSnapshot recording;
    recording.name = name;
    recording.meetingId = u"room-17"_s;
    recording.metadata = metadata;
    return recording;
}

FilingRule ruleOf(const QList<FilingRule::Condition> &conditions, std::optional<ServerId> server = {}, FolderId folder = exams)
{
    return {.folder = folder, .server = server, .conditions = conditions};
}

FilingRule meeting(Match match, const QString &text, FolderId folder = exams)
{
    return ruleOf({{.field = Field::Meeting, .key = {}, .match = match, .text = text}}, {}, folder);
}
} // namespace

class TestFilingRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsMatchWithoutCaseAndYo_data()
    {
        QTest::addColumn<int>("match");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("doesFit");
        QTest::newRow("the same") << int(Match::Is) << u"Учёный совет"_s << u"учЕный СОВЕТ"_s << true;
        QTest::newRow("more than that") << int(Match::Is) << u"Учёный совет"_s << u"Учёный совет 2"_s << false;
        QTest::newRow("outer spaces") << int(Match::Is) << u" exam "_s << u"Exam"_s << true;
        QTest::newRow("within") << int(Match::Contains) << u"ЁЛКА"_s << u"Новогодняя елка"_s << true;
        QTest::newRow("not within") << int(Match::Contains) << u"сосна"_s << u"Новогодняя елка"_s << false;
        QTest::newRow("begins") << int(Match::BeginsWith) << u"exam"_s << u"EXAM: algebra"_s << true;
        QTest::newRow("ends") << int(Match::BeginsWith) << u"exam"_s << u"Algebra exam"_s << false;
        QTest::newRow("decomposed") << int(Match::Is) << u"й"_s << u"и\u0306"_s << true;
        QTest::newRow("no pattern") << int(Match::Contains) << u"%.*"_s << u"anything"_s << false;
    }

    void textsMatchWithoutCaseAndYo()
    {
        QFETCH(int, match);
        QFETCH(QString, text);
        QFETCH(QString, name);
        QFETCH(bool, doesFit);
        QCOMPARE(fits(meeting(Match(match), text), first, recordingNamed(name)), doesFit);
    }

    void eachFieldIsReadWhereItStands()
    {
        const RecordingSnapshot recording = recordingNamed(u"Lecture"_s, {{u"BBB-Context"_s, u"Course 5"_s},
                                                                          {u"letopis-owner"_s, u"Анна Петрова"_s}});
        const auto fitting = [&](Field field, const QString &key, const QString &text) {
            return fits(ruleOf({{.field = field, .key = key, .match = Match::Is, .text = text}}), first, recording);
        };
        QVERIFY(fitting(Field::Meeting, {}, u"lecture"_s));
        QVERIFY(fitting(Field::MeetingId, {}, u"ROOM-17"_s));
        QVERIFY(fitting(Field::MetadataKey, u"bbb-context"_s, u"course 5"_s));
        QVERIFY(!fitting(Field::MetadataKey, u"bbb-origin"_s, u"course 5"_s));
        QVERIFY(fitting(Field::Owner, {}, u"анна петрова"_s));
        QVERIFY(!fitting(Field::Owner, {}, u"lecture"_s));
    }

    void allConditionsMustHoldAndTheServerToo()
    {
        const RecordingSnapshot recording = recordingNamed(u"Exam in algebra"_s);
        FilingRule rule = meeting(Match::Contains, u"exam"_s);
        rule.conditions += {.field = Field::MeetingId, .key = {}, .match = Match::Is, .text = u"room-17"_s};
        QVERIFY(fits(rule, first, recording));
        rule.server = second;
        QVERIFY(!fits(rule, first, recording));
        QVERIFY(fits(rule, second, recording));
        rule.conditions += {.field = Field::Meeting, .key = {}, .match = Match::Contains, .text = u"physics"_s};
        QVERIFY(!fits(rule, second, recording));
        QVERIFY(fits(ruleOf({}), first, recording));
        QVERIFY(!fits(ruleOf({}, second), first, recording));
    }

    void theFirstRuleThatFitsCounts()
    {
        const FilingRules rules({meeting(Match::Contains, u"council"_s, councils), meeting(Match::Contains, u"exam"_s)});
        QCOMPARE(rules.folderFor(first, recordingNamed(u"Council on the exam"_s)), councils);
        QCOMPARE(rules.folderFor(first, recordingNamed(u"Exam"_s)), exams);
        QCOMPARE(rules.folderFor(first, recordingNamed(u"Lecture"_s)), sharedFolder);
        QVERIFY(!rules.firstFit(first, recordingNamed(u"Lecture"_s)));
        QVERIFY(FilingRules().isEmpty());
    }

    void aRuleSurvivesItsJson()
    {
        FilingRule rule = ruleOf({{.field = Field::MetadataKey, .key = u"gl-listed"_s, .match = Match::BeginsWith, .text = u"\"да\"\n"_s},
                                  {.field = Field::Owner, .key = {}, .match = Match::Contains, .text = u"א"_s}},
                                 second);
        QCOMPARE(filingRuleFromJson(toJson(rule), exams), rule);
        rule.server.reset();
        rule.conditions.clear();
        QCOMPARE(filingRuleFromJson(toJson(rule), exams), rule);
    }

    void hostileJsonIsNoRule_data()
    {
        const auto json = [](const char *text) { return QByteArray(text).replace('\'', '"'); };
        const QByteArray condition = json("{'field':'meeting','match':'is','text':'x'}");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("an array") << json("[]");
        QTest::newRow("no conditions") << json("{'server':1}");
        QTest::newRow("conditions that are none") << json("{'conditions':{}}");
        QTest::newRow("a condition that is none") << json("{'conditions':[7]}");
        QTest::newRow("an unknown field") << json("{'conditions':[{'field':'colour','match':'is','text':'x'}]}");
        QTest::newRow("an unknown match") << json("{'conditions':[{'field':'meeting','match':'like','text':'x'}]}");
        QTest::newRow("an empty text") << json("{'conditions':[{'field':'meeting','match':'contains','text':' '}]}");
        QTest::newRow("metadata without a key") << json("{'conditions':[{'field':'metadata','match':'is','text':'x'}]}");
        QTest::newRow("a server that is none") << json("{'server':'x','conditions':[]}");
        QTest::newRow("a long text") << QByteArray(condition).replace(":\"x\"", ":\"" + QByteArray(301, 'x') + '"').prepend(json("{'conditions':[")).append("]}");
        QTest::newRow("many conditions") << json("{'conditions':[") + QByteArrayList(21, condition).join(',') + "]}";
        QTest::newRow("half a pair") << json("{'conditions':[{'field':'meeting','match':'is','text':'a\\ud800'}]}");
        QTest::newRow("deep") << QByteArray(2000, '[');
        QTest::newRow("huge") << json("{'conditions':[],'x':'") + QByteArray(200'000, 'x') + "\"}";
    }

    void whatIsWithinTheLimitsIsARule()
    {
        const QByteArray condition = QByteArray("{'field':'meeting','match':'is','text':'x'}").replace('\'', '"');
        QVERIFY(filingRuleFromJson("{\"conditions\":[" + QByteArrayList(20, condition).join(',') + "]}", exams));
    }

    void hostileJsonIsNoRule()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!filingRuleFromJson(json, exams));
    }
};

QTEST_GUILESS_MAIN(TestFilingRule)
#include "tst_filingrule.moc"
