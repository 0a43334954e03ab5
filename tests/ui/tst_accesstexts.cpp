#include "tests/ui/uitest.h"

#include "ui/text/accesstext.h"
#include "ui/text/linktext.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

Q_DECLARE_METATYPE(letopis::AccessExplanation)

namespace {
constexpr PersonId vera{3};
constexpr GroupId staff{11}, maths{12};
const QLocale english(QLocale::English, QLocale::UnitedKingdom);

// Vera is in Maths, which is in Staff; Staff and she have entries in the list of the recording's own.
AccessExplanation explained(std::optional<Permission> ofStaff, std::optional<Permission> own, bool isPublic = false, bool isBlocked = false)
{
    const AccessScope list = AccessScope::ofOwnList(RecordingId{1});
    AccessRows rows;
    rows.people = {{.id = vera, .isBlocked = isBlocked, .switches = {}}};
    rows.groups = {{.id = staff, .builtIn = {}}, {.id = maths, .builtIn = {}}};
    rows.memberships = {{.group = maths, .member = vera}, {.group = staff, .member = maths}};
    if (ofStaff)
        rows.entries.push_back({.scope = list, .principal = staff, .permission = *ofStaff, .untilMs = 0});
    if (own)
        rows.entries.push_back({.scope = list, .principal = vera, .permission = *own, .untilMs = 1'800'000'000'000});
    AccessExplanation explanation;
    explanation.person = {.principal = vera, .name = u"Vera %1"_s, .detail = {}, .builtIn = {}};
    explanation.trace = AccessGraph(rows).trace(vera, list.asPublic(isPublic), 1'700'000'000'000);
    explanation.groups = {{staff, {.id = staff, .uuid = {}, .name = u"Staff %2"_s, .builtIn = {}}},
                          {maths, {.id = maths, .uuid = {}, .name = u"Maths"_s, .builtIn = {}}}};
    explanation.itemName = u"Lecture"_s;
    explanation.holderName = u"Lecture"_s;
    explanation.isHolderTheItem = true;
    explanation.editInformation = refusal(explanation.trace.standing, Capability::EditInformation, explanation.trace.ruling.result);
    explanation.grant = refusal(explanation.trace.standing, Capability::GrantToViewers, explanation.trace.ruling.result);
    return explanation;
}
} // namespace

class AccessTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLevelHasItsSentence_data()
    {
        using enum Permission;
        QTest::addColumn<AccessExplanation>("explanation");
        QTest::addColumn<QString>("result");
        QTest::newRow("groups") << explained(View, {}) << u"Result: View, from groups."_s;
        QTest::newRow("a group's Denied") << explained(Denied, {}) << u"Result: Denied, by a group. An entry of their own would go before it."_s;
        QTest::newRow("own") << explained(Publish, Manage) << u"Result: Publish + Manage. The entry of their own is added to what the groups leave."_s;
        QTest::newRow("own Denied") << explained(Manage, Denied) << u"Result: Denied. The entry of their own goes before every group."_s;
        QTest::newRow("nothing") << explained({}, {}) << u"Result: no access. Nothing in the list is about this person."_s;
        QTest::newRow("public") << explained({}, {}, true) << u"Result: View, since the recording is public."_s;
        QTest::newRow("blocked") << explained(Manage, Manage, true, true) << u"Result: no access. The account is blocked, and nothing else counts."_s;
    }

    void everyLevelHasItsSentence()
    {
        QFETCH(AccessExplanation, explanation);
        QFETCH(QString, result);
        QVERIFY2(explanationSentences(explanation, english).contains(result), qPrintable(explanationSentences(explanation, english).join(u'\n')));
    }

    void theWholeTraceIsTold()
    {
        const QStringList told = explanationSentences(explained(Permission::Denied, Permission::Manage), english);
        QCOMPARE(told, (QStringList{u"Role: Viewer."_s, u"The list of this recording's own holds."_s,
                                    u"Group “Staff %2”: Denied. Member through: Maths → Staff %2."_s,
                                    u"Groups together: Denied. One group that says so takes away what the others give."_s,
                                    u"Own entry: Manage, until 15 January 2027, 08:00."_s,
                                    u"Result: Manage. The entry of their own is added to what the groups leave."_s,
                                    u"The role does not allow editing, whatever the permission is."_s,
                                    u"The role does not allow giving access, whatever the permission is."_s}));
    }

    void everyProblemOfALinkHasASentence()
    {
        QSet<QString> sentences;
        for (int problem = 0; problem <= int(LinkProblem::PasswordTooLong); ++problem) {
            const QString sentence = linkProblemText(LinkProblem(problem), {});
            QVERIFY(sentence.endsWith(u'.') && !sentence.contains(u'%'));
            QVERIFY(!linkProblemName(LinkProblem(problem)).isEmpty());
            sentences += sentence;
        }
        QCOMPARE(sentences.size(), int(LinkProblem::PasswordTooLong) + 1);
        for (int problem = 0; problem <= int(LinkPolicyProblem::AddressNotHttps); ++problem)
            QVERIFY(linkPolicyProblemText(LinkPolicyProblem(problem)).endsWith(u'.'));
        for (int state = 0; state <= int(AccessLink::State::Revoked); ++state)
            QVERIFY(!linkStateText(AccessLink::State(state)).isEmpty() && !linkStateName(AccessLink::State(state)).isEmpty());
        const Error error{ErrorKind::InvalidInput, {}, {}, LinkProblemEvidence{{LinkProblem::ExpiryPast}}};
        QCOMPARE(linkErrorText(error).sentence, linkProblemText(LinkProblem::ExpiryPast, {}));
        QVERIFY(linksReachText({}).contains(u"Nothing on a server answers"_s));
    }

    void whatAChangeDoesIsOneSentence()
    {
        AccessPreview preview;
        preview.recordings = 12;
        QCOMPARE(previewText(preview), u"Nobody's access changes."_s);
        preview.peopleLosing = 2;
        QVERIFY2(previewText(preview).contains(u"12"_s) && previewText(preview).contains(u"lost by 2 people"_s), qPrintable(previewText(preview)));
        AccessDifference difference;
        difference.before = PermissionSet(Permission::View);
        difference.after = PermissionSet();
        QCOMPARE(differenceText(difference), u"View → No access"_s);
        difference.before.reset();
        difference.lost = 3;
        QVERIFY(differenceText(difference).startsWith(u"loses 3"_s));
    }
};

QTEST_MAIN(AccessTextsTest)
#include "tst_accesstexts.moc"
