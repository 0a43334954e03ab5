// letopis-cli gives access, takes it and tells why, with each role's rights.
#include "tests/contract/cliprofile.h"

#include <QTest>

using namespace letopis;
using namespace letopis::test;

namespace {
QStringList namesIn(const QJsonArray &array)
{
    QStringList names;
    for (const QJsonValue &one : array)
        names += one[u"name"_s].toString();
    return names;
}

QJsonValue entryOf(const CliAnswer &answer, const QString &login)
{
    for (const QJsonValue &one : answer.array(u"entries"_s)) {
        if (one[u"login"_s].toString() == login)
            return one;
    }
    return {};
}

Participant participant(const QString &name, const QString &externalUserId, ConferenceRole role)
{
    Participant one;
    one.name = name;
    one.externalUserId = externalUserId;
    one.role = role;
    return one;
}
} // namespace

class TestCliAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anAdministratorGivesAModeratorWhoGivesAViewer();
    void aDryRunTellsWhoGainsAndChangesNothing();
    void explanationsAreTraceAndSentences();
    void whoAndWhatAgree();
    void foldersHaveListsToo();
    void grantsEndByTheirDate();
    void onlyAnAdministratorMakesPublic();
    void aResetEqualsTheParent();
    void everyRoleIsHeldToItsCeiling_data();
    void everyRoleIsHeldToItsCeiling();
    void proposalsAreListedAcceptedAndDeclined();
    void gapsAreTold();
    void csvSaysTheSameInEveryLanguage();
    void whatIsNotThereIsNotFound();
    void wrongUseIsToldApart_data();
    void wrongUseIsToldApart();

private:
    CliProfile m_profile;
};

void TestCliAccess::initTestCase()
{
    QVERIFY(m_profile.fill());
    for (const auto &[login, role] : {std::pair{u"chief"_s, u"administrator"_s}, std::pair{u"mila"_s, u"moderator"_s},
                                      std::pair{u"oleg"_s, u"moderator"_s}, std::pair{u"vera"_s, u"viewer"_s}, std::pair{u"ivan"_s, u"viewer"_s},
                                      std::pair{u"limited"_s, u"limited-administrator"_s}, std::pair{u"powerless"_s, u"limited-administrator"_s}}) {
        const CliAnswer added = m_profile.cli({u"person"_s, u"add"_s, login, u"--login"_s, login, u"--role"_s, role, u"--external"_s, u"First:u-"_s + login});
        QVERIFY2(added.code == Done, added.err.constData());
    }
    QCOMPARE(m_profile.cli({u"person"_s, u"set"_s, u"powerless"_s, u"--switches"_s, u"people"_s}).code, Done);
    QCOMPARE(m_profile.cli({u"group"_s, u"add"_s, u"Students"_s}).code, Done);
    QCOMPARE(m_profile.cli({u"group"_s, u"member"_s, u"Students"_s, u"--add"_s, u"vera"_s}).code, Done);
}

void TestCliAccess::anAdministratorGivesAModeratorWhoGivesAViewer()
{
    const CliAnswer given = m_profile.as(u"chief"_s, {u"grant"_s, u"1"_s, u"mila"_s, u"manage"_s});
    QVERIFY2(given.code == Done, given.err.constData());
    QVERIFY(given.value(u"own"_s).toBool());
    QCOMPARE(entryOf(given, u"mila"_s)[u"permission"_s].toString(), u"manage"_s);
    QCOMPARE(entryOf(given, u"mila"_s)[u"grantedBy"_s].toString(), u"chief"_s);
    const CliAnswer passedOn = m_profile.as(u"mila"_s, {u"grant"_s, u"1"_s, u"group:Students"_s, u"view"_s});
    QVERIFY2(passedOn.code == Done, passedOn.err.constData());
    QCOMPARE(passedOn.array(u"entries"_s).size(), 2);
    QCOMPARE(m_profile.as(u"vera"_s, {u"recordings"_s}).array(u"recordings"_s).size(), 1);
    const CliAnswer toModerator = m_profile.as(u"mila"_s, {u"grant"_s, u"1"_s, u"oleg"_s, u"view"_s});
    QCOMPARE(toModerator.code, Failed);
    QVERIFY2(toModerator.err.contains("Only administrators give access to moderators"), toModerator.err.constData());
    QCOMPARE(m_profile.cli({u"grant"_s, u"1"_s}).array(u"entries"_s).size(), 2); // the list alone
}

void TestCliAccess::aDryRunTellsWhoGainsAndChangesNothing()
{
    const CliAnswer dry = m_profile.as(u"chief"_s, {u"grant"_s, u"1"_s, u"group:Students"_s, u"denied"_s, u"--dry-run"_s});
    QVERIFY2(dry.code == Done, dry.err.constData());
    QCOMPARE(dry.value(u"losing"_s).toInt(), 1);
    QCOMPARE(dry.value(u"gaining"_s).toInt(), 0);
    QCOMPARE(dry.array(u"people"_s)[0][u"login"_s].toString(), u"vera"_s);
    QCOMPARE(dry.array(u"people"_s)[0][u"before"_s].toString(), u"view"_s);
    QCOMPARE(dry.array(u"people"_s)[0][u"after"_s].toString(), u"denied"_s);
    QVERIFY2(dry.err.contains("lost by"), dry.err.constData());
    const CliAnswer still = m_profile.cli({u"grant"_s, u"1"_s});
    QCOMPARE(still.array(u"entries"_s)[0][u"permission"_s].toString(), u"view"_s);
    const CliAnswer gains = m_profile.cli({u"grant"_s, u"1"_s, u"ivan"_s, u"view"_s, u"--dry-run"_s});
    QCOMPARE(gains.value(u"gaining"_s).toInt(), 1);
    const CliAnswer reset = m_profile.cli({u"reset"_s, u"1"_s, u"--dry-run"_s});
    QCOMPARE(reset.value(u"losing"_s).toInt(), 2);
    QCOMPARE(m_profile.cli({u"revoke"_s, u"1"_s, u"mila"_s, u"--dry-run"_s}).value(u"losing"_s).toInt(), 1);
    QCOMPARE(m_profile.cli({u"grant"_s, u"1"_s}).array(u"entries"_s).size(), 2);
}

void TestCliAccess::explanationsAreTraceAndSentences()
{
    const CliAnswer why = m_profile.as(u"mila"_s, {u"explain"_s, u"vera"_s, u"1"_s});
    QVERIFY2(why.code == Done, why.err.constData());
    QCOMPARE(why.value(u"result"_s).toString(), u"view"_s);
    QCOMPARE(why.value(u"level"_s).toInt(), 1);
    QCOMPARE(why.array(u"groups"_s)[0][u"path"_s], QJsonValue(QJsonArray{u"Students"_s}));
    QVERIFY(why.value(u"own"_s).isNull());
    QVERIFY(!why.value(u"mayEditInformation"_s).toBool());
    const QStringList sentences = why.value(u"sentences"_s).toVariant().toStringList();
    QVERIFY(sentences.contains(u"Group “Students”: View."_s));
    QCOMPARE(sentences.last(), u"Result: View, from groups."_s);
    QCOMPARE(m_profile.as(u"vera"_s, {u"explain"_s, u"vera"_s, u"1"_s}).value(u"result"_s).toString(), u"view"_s); // oneself
    QCOMPARE(m_profile.as(u"vera"_s, {u"explain"_s, u"mila"_s, u"1"_s}).code, Failed);
    QCOMPARE(m_profile.cli({u"explain"_s, u"chief"_s, u"2"_s}).value(u"level"_s).toInt(), 5);
    QCOMPARE(m_profile.cli({u"explain"_s, u"oleg"_s, u"2"_s}).value(u"level"_s).toInt(), 6);
    const CliAnswer russian = m_profile.cli({u"--lang"_s, u"ru"_s, u"explain"_s, u"chief"_s, u"2"_s});
    QCOMPARE(russian.code, Done);
}

void TestCliAccess::whoAndWhatAgree()
{
    const CliAnswer who = m_profile.as(u"mila"_s, {u"who"_s, u"1"_s});
    QVERIFY2(who.code == Done, who.err.constData());
    QCOMPARE(namesIn(who.array(u"people"_s)), (QStringList{u"chief"_s, u"mila"_s, u"vera"_s}));
    QCOMPARE(who.array(u"people"_s)[2][u"through"_s].toString(), u"Students"_s);
    QCOMPARE(m_profile.cli({u"who"_s, u"1"_s, u"--limit"_s, u"1"_s}).value(u"count"_s).toInt(), 3);
    for (const auto &[login, count] : {std::pair{u"vera"_s, 1}, std::pair{u"oleg"_s, 0}, std::pair{u"chief"_s, 4}})
        QCOMPARE(m_profile.cli({u"what"_s, login}).array(u"recordings"_s).size(), count);
    QCOMPARE(m_profile.cli({u"what"_s, u"chief"_s, u"--limit"_s, u"2"_s}).array(u"recordings"_s).size(), 2);
}

void TestCliAccess::foldersHaveListsToo()
{
    const CliAnswer given = m_profile.as(u"chief"_s, {u"grant"_s, u"/Shared"_s, u"ivan"_s, u"view"_s});
    QVERIFY2(given.code == Done, given.err.constData());
    QCOMPARE(m_profile.as(u"ivan"_s, {u"recordings"_s}).array(u"recordings"_s).size(), 3); // the first has a list of its own
    const CliAnswer why = m_profile.cli({u"explain"_s, u"ivan"_s, u"2"_s});
    QCOMPARE(why.value(u"from"_s)[u"kind"_s].toString(), u"folder"_s);
    QVERIFY(why.value(u"sentences"_s).toVariant().toStringList().contains(u"The list of the folder “Shared” holds; what is here inherits it."_s));
    QCOMPARE(m_profile.cli({u"revoke"_s, u"/shared"_s, u"ivan"_s}).array(u"entries"_s).size(), 0);
    QCOMPARE(m_profile.cli({u"reset"_s, u"/Shared"_s}).code, Failed); // a root has no parent
    QCOMPARE(m_profile.cli({u"grant"_s, u"/Shared/Nowhere"_s}).code, NotFound);
}

void TestCliAccess::grantsEndByTheirDate()
{
    const CliAnswer later = m_profile.cli({u"grant"_s, u"2"_s, u"ivan"_s, u"view"_s, u"--until"_s, u"2999-12-31"_s});
    QCOMPARE(entryOf(later, u"ivan"_s)[u"until"_s].toString(), u"3000-01-01T00:00:00.000Z"_s); // the day is part of it
    QCOMPARE(m_profile.as(u"ivan"_s, {u"recordings"_s}).array(u"recordings"_s).size(), 1);
    const CliAnswer past = m_profile.cli({u"grant"_s, u"2"_s, u"ivan"_s, u"view"_s, u"--until"_s, u"2001-01-01T12:00:00Z"_s});
    QCOMPARE(past.code, Usage);
    QVERIFY2(past.err.contains("has passed"), past.err.constData());
    const QString soon = QDateTime::currentDateTimeUtc().addSecs(3).toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
    QCOMPARE(m_profile.cli({u"grant"_s, u"2"_s, u"ivan"_s, u"view"_s, u"--until"_s, soon}).code, Done);
    QTRY_COMPARE_WITH_TIMEOUT(m_profile.as(u"ivan"_s, {u"recordings"_s}).array(u"recordings"_s).size(), 0, 30'000); // it is over
    QCOMPARE(m_profile.cli({u"explain"_s, u"ivan"_s, u"2"_s}).value(u"level"_s).toInt(), 6);
}

void TestCliAccess::onlyAnAdministratorMakesPublic()
{
    const CliAnswer refused = m_profile.as(u"mila"_s, {u"public"_s, u"1"_s, u"on"_s});
    QCOMPARE(refused.code, Failed);
    QVERIFY2(refused.err.contains("Only an administrator makes a recording public"), refused.err.constData());
    QVERIFY(m_profile.as(u"chief"_s, {u"public"_s, u"1"_s, u"on"_s}).value(u"public"_s).toBool());
    QCOMPARE(m_profile.as(u"ivan"_s, {u"recordings"_s}).array(u"recordings"_s).size(), 1);
    QCOMPARE(m_profile.cli({u"explain"_s, u"ivan"_s, u"1"_s}).value(u"level"_s).toInt(), 7);
    QVERIFY(!m_profile.as(u"mila"_s, {u"public"_s, u"1"_s, u"off"_s}).value(u"public"_s).toBool());
}

void TestCliAccess::aResetEqualsTheParent()
{
    QCOMPARE(m_profile.cli({u"grant"_s, u"3"_s, u"ivan"_s, u"publish"_s}).array(u"entries"_s).size(), 1);
    const CliAnswer reset = m_profile.cli({u"reset"_s, u"3"_s});
    QVERIFY2(reset.code == Done, reset.err.constData());
    QVERIFY(!reset.value(u"own"_s).toBool());
    QCOMPARE(reset.array(u"entries"_s), m_profile.cli({u"grant"_s, u"/Shared"_s}).array(u"entries"_s));
    QCOMPARE(m_profile.cli({u"revoke"_s, u"3"_s, u"ivan"_s}).code, NotFound);
}

void TestCliAccess::everyRoleIsHeldToItsCeiling_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("may"); // of grant, who, explain of another, public on, what of another, proposals
    QTest::newRow("administrator") << u"chief"_s << u"grant who explain public proposals policy"_s;
    QTest::newRow("limited administrator") << u"limited"_s << u"grant who explain proposals policy-shown"_s;
    QTest::newRow("limited administrator without the switch") << u"powerless"_s << u""_s;
    QTest::newRow("moderator with Manage") << u"mila"_s << u"grant who explain proposals policy-shown"_s;
    QTest::newRow("moderator without anything") << u"oleg"_s << u"proposals policy-shown"_s;
    QTest::newRow("viewer") << u"vera"_s << u""_s;
}

void TestCliAccess::everyRoleIsHeldToItsCeiling()
{
    QFETCH(QString, login);
    QFETCH(QString, may);
    const QStringList allowed = may.split(u' ', Qt::SkipEmptyParts);
    if (login == u"limited")
        QCOMPARE(m_profile.cli({u"grant"_s, u"1"_s, u"limited"_s, u"manage"_s}).code, Done);
    const auto works = [&](const QString &what, const QStringList &words) {
        const CliAnswer answer = m_profile.as(login, words);
        return QTest::qVerify((answer.code == Done) == allowed.contains(what), qPrintable(what), (login.toUtf8() + ": " + answer.err).constData(),
                              __FILE__, __LINE__);
    };
    QVERIFY(works(u"grant"_s, {u"grant"_s, u"1"_s, u"ivan"_s, u"denied"_s}));
    if (allowed.contains(u"grant"_s))
        QCOMPARE(m_profile.cli({u"revoke"_s, u"1"_s, u"ivan"_s}).code, Done);
    QVERIFY(works(u"who"_s, {u"who"_s, u"1"_s}));
    QVERIFY(works(u"explain"_s, {u"explain"_s, u"ivan"_s, u"1"_s}));
    QVERIFY(works(u"public"_s, {u"public"_s, u"1"_s, u"on"_s}));
    if (allowed.contains(u"public"_s))
        QCOMPARE(m_profile.cli({u"public"_s, u"1"_s, u"off"_s}).code, Done);
    QVERIFY(works(u"proposals"_s, {u"proposal"_s, u"list"_s}));
    QVERIFY(works(u"policy"_s, {u"link"_s, u"policy"_s, u"--days"_s, u"30"_s}));
    if (!allowed.contains(u"policy"_s))
        QVERIFY(works(u"policy-shown"_s, {u"link"_s, u"policy"_s}));
}

void TestCliAccess::proposalsAreListedAcceptedAndDeclined()
{
    QVERIFY(m_profile.hold(RecordingId{4}, {participant(u"Oleg"_s, u"u-oleg"_s, ConferenceRole::Moderator),
                                            participant(u"Mila"_s, u"u-mila"_s, ConferenceRole::Moderator),
                                            participant(u"Vera"_s, u"u-vera"_s, ConferenceRole::Viewer)}));
    const CliAnswer list = m_profile.as(u"chief"_s, {u"proposal"_s, u"list"_s});
    QCOMPARE(list.value(u"count"_s).toInt(), 2);
    QCOMPARE(m_profile.cli({u"proposal"_s, u"list"_s, u"4"_s}).array(u"proposals"_s).size(), 2);
    const CliAnswer dry = m_profile.cli({u"proposal"_s, u"accept"_s, u"4"_s, u"oleg"_s, u"--dry-run"_s});
    QCOMPARE(dry.value(u"gaining"_s).toInt(), 1);
    const CliAnswer accepted = m_profile.cli({u"proposal"_s, u"accept"_s, u"4"_s, u"oleg"_s});
    QVERIFY2(accepted.code == Done, accepted.err.constData());
    QCOMPARE(entryOf(accepted, u"oleg"_s)[u"permission"_s].toString(), u"manage"_s);
    QCOMPARE(m_profile.cli({u"proposal"_s, u"accept"_s, u"4"_s, u"vera"_s}).code, NotFound);
    const CliAnswer declined = m_profile.cli({u"proposal"_s, u"decline"_s, u"4"_s, u"mila"_s});
    QCOMPARE(declined.value(u"count"_s).toInt(), 0);
    QCOMPARE(m_profile.cli({u"proposal"_s, u"list"_s}).value(u"count"_s).toInt(), 0);
    QCOMPARE(m_profile.cli({u"proposal"_s, u"mode"_s, u"First"_s}).value(u"mode"_s).toString(), u"propose"_s);
    QCOMPARE(m_profile.as(u"chief"_s, {u"proposal"_s, u"mode"_s, u"First"_s, u"grant"_s}).value(u"mode"_s).toString(), u"grant"_s);
    QCOMPARE(m_profile.as(u"limited"_s, {u"proposal"_s, u"mode"_s, u"First"_s, u"off"_s}).code, Failed);
}

void TestCliAccess::gapsAreTold()
{
    QCOMPARE(m_profile.cli({u"grant"_s, u"4"_s, u"ivan"_s, u"view"_s}).code, Done);
    const CliAnswer gap = m_profile.as(u"oleg"_s, {u"gap"_s, u"4"_s});
    QVERIFY2(gap.code == Done, gap.err.constData());
    QCOMPARE(namesIn(gap.array(u"attendedCannotWatch"_s)), (QStringList{u"mila"_s, u"vera"_s}));
    QCOMPARE(namesIn(gap.array(u"canWatchDidNotAttend"_s)), QStringList{u"ivan"_s});
    QCOMPARE(m_profile.as(u"vera"_s, {u"gap"_s, u"4"_s}).code, m_profile.as(u"vera"_s, {u"gap"_s, u"999"_s}).code);
}

void TestCliAccess::csvSaysTheSameInEveryLanguage()
{
    QCOMPARE(m_profile.cli({u"grant"_s, u"4"_s, u"ivan"_s, u"denied"_s}).code, Done);
    for (const QStringList &words : {QStringList{u"grant"_s, u"4"_s}, QStringList{u"who"_s, u"4"_s}, QStringList{u"gap"_s, u"1"_s},
                                     QStringList{u"revoke"_s, u"4"_s, u"ivan"_s, u"--dry-run"_s}, QStringList{u"link"_s, u"policy"_s},
                                     QStringList{u"grant"_s, u"4"_s, u"vera"_s, u"view"_s, u"--dry-run"_s}}) {
        const CliAnswer english = m_profile.cli(QStringList{u"--lang"_s, u"en"_s} + words + QStringList{u"--format"_s, u"csv"_s});
        const CliAnswer russian = m_profile.cli(QStringList{u"--lang"_s, u"ru"_s} + words + QStringList{u"--format"_s, u"csv"_s});
        QVERIFY2(english.code == Done && english.out.contains("\r\n"), english.err.constData());
        QCOMPARE(russian.out, english.out);
    }
    const QByteArray list = m_profile.cli({u"grant"_s, u"4"_s, u"--format"_s, u"csv"_s}).out;
    QVERIFY2(list.contains("person,") && list.contains(",denied,"), list.constData());
    QVERIFY(m_profile.cli({u"--lang"_s, u"ru"_s, u"grant"_s, u"4"_s, u"--format"_s, u"table"_s}).out.contains("Запрещено"));
    QCOMPARE(m_profile.cli({u"reset"_s, u"4"_s}).code, Done);
}

void TestCliAccess::whatIsNotThereIsNotFound()
{
    QCOMPARE(m_profile.cli({u"grant"_s, u"999"_s, u"mila"_s, u"view"_s}).code, NotFound);
    QCOMPARE(m_profile.cli({u"grant"_s, u"1"_s, u"nobody"_s, u"view"_s}).code, NotFound);
    QCOMPARE(m_profile.cli({u"grant"_s, u"1"_s, u"group:Nobody"_s, u"view"_s}).code, NotFound);
    QCOMPARE(m_profile.cli({u"what"_s, u"nobody"_s}).code, NotFound);
    QCOMPARE(m_profile.cli({u"proposal"_s, u"mode"_s, u"Nowhere"_s}).code, NotFound);
}

void TestCliAccess::wrongUseIsToldApart_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("no item") << QStringList{u"grant"_s};
    QTest::newRow("no permission") << QStringList{u"grant"_s, u"1"_s, u"mila"_s};
    QTest::newRow("no such permission") << QStringList{u"grant"_s, u"1"_s, u"mila"_s, u"own"_s};
    QTest::newRow("no date") << QStringList{u"grant"_s, u"1"_s, u"mila"_s, u"view"_s, u"--until"_s, u"soon"_s};
    QTest::newRow("nobody to revoke") << QStringList{u"revoke"_s, u"1"_s};
    QTest::newRow("neither on nor off") << QStringList{u"public"_s, u"1"_s, u"yes"_s};
    QTest::newRow("a public folder") << QStringList{u"public"_s, u"/Shared"_s, u"on"_s};
    QTest::newRow("explain of nothing") << QStringList{u"explain"_s, u"mila"_s};
    QTest::newRow("who of nothing") << QStringList{u"who"_s};
    QTest::newRow("no limit") << QStringList{u"who"_s, u"1"_s, u"--limit"_s, u"0"_s};
    QTest::newRow("no such mode") << QStringList{u"proposal"_s, u"mode"_s, u"First"_s, u"always"_s};
    QTest::newRow("an empty name to revoke") << QStringList{u"revoke"_s, u"1"_s, QString()};
    QTest::newRow("an empty name to grant to") << QStringList{u"grant"_s, u"1"_s, QString(), u"manage"_s};
    QTest::newRow("what of an empty name") << QStringList{u"what"_s, QString()};
    QTest::newRow("proposals of an empty recording") << QStringList{u"proposal"_s, u"list"_s, QString()};
    QTest::newRow("an empty mode") << QStringList{u"proposal"_s, u"mode"_s, u"First"_s, QString()};
    QTest::newRow("an end of nothing") << QStringList{u"grant"_s, u"1"_s, u"--until"_s, u"2020-01-01"_s};
    QTest::newRow("a try of nothing") << QStringList{u"grant"_s, u"1"_s, u"--dry-run"_s};
    QTest::newRow("accept of nobody") << QStringList{u"proposal"_s, u"accept"_s, u"1"_s};
}

void TestCliAccess::wrongUseIsToldApart()
{
    QFETCH(QStringList, words);
    QCOMPARE(m_profile.cli(words).code, Usage);
}

QTEST_GUILESS_MAIN(TestCliAccess)
#include "tst_cliaccess.moc"
