// letopis-cli makes links, lists and revokes them; the token is told once.
#include "core/journal/accesslinks.h"
#include "tests/contract/cliprofile.h"

#include <QTest>

using namespace letopis;
using namespace letopis::test;

class TestCliLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aTokenIsToldOnceAndKeptNowhere();
    void aPasswordComesFromStandardInput();
    void whatTheVisitorGetsIsWhatWasSaid();
    void linksAreListedAndRevoked();
    void thePolicyHolds();
    void rolesAreHeldToTheirCeiling_data();
    void rolesAreHeldToTheirCeiling();
    void aHostileLabelIsShownHarmless();
    void wrongUseIsToldApart_data();
    void wrongUseIsToldApart();

private:
    // As the service to come would ask.
    Result<OpenedLink> open(const QString &token, const QByteArray &password = {})
    {
        const auto database = Database::open(m_profile.path() + u"/catalog.sqlite"_s);
        const SystemClock clock;
        const AccessLinks links(**database, std::make_shared<Visibility>(clock));
        return links.open(token, password.isEmpty() ? std::nullopt : std::optional(SecretText(password)));
    }

    CliProfile m_profile;
    QString m_token;
};

void TestCliLinks::initTestCase()
{
    QVERIFY(m_profile.fill());
    for (const auto &[login, role] : {std::pair{u"chief"_s, u"administrator"_s}, std::pair{u"mila"_s, u"moderator"_s}, std::pair{u"oleg"_s, u"moderator"_s},
                                      std::pair{u"vera"_s, u"viewer"_s}, std::pair{u"powerless"_s, u"limited-administrator"_s}}) {
        QCOMPARE(m_profile.cli({u"person"_s, u"add"_s, login, u"--login"_s, login, u"--role"_s, role}).code, Done);
        if (login != u"oleg")
            QCOMPARE(m_profile.cli({u"grant"_s, u"1"_s, login, u"manage"_s}).code, Done);
    }
    QCOMPARE(m_profile.cli({u"person"_s, u"set"_s, u"powerless"_s, u"--switches"_s, u"people"_s}).code, Done);
}

void TestCliLinks::aTokenIsToldOnceAndKeptNowhere()
{
    const CliAnswer made = m_profile.as(u"mila"_s, {u"link"_s, u"create"_s, u"1"_s, u"--label"_s, u"For the board"_s, u"--uses"_s, u"2"_s});
    QVERIFY2(made.code == Done, made.err.constData());
    m_token = made.value(u"token"_s).toString();
    QCOMPARE(m_token.size(), 43);
    QCOMPARE(made.out.count(m_token.toLatin1()), 1);
    QVERIFY(!made.err.contains(m_token.toLatin1()));
    QVERIFY2(made.err.contains("Nothing on a server answers for links yet"), made.err.constData());
    QCOMPARE(made.value(u"createdBy"_s).toString(), u"mila"_s);
    QCOMPARE(made.value(u"state"_s).toString(), u"active"_s);
    QVERIFY(!made.value(u"until"_s).isNull()); // as the policy says
    QCOMPARE(m_profile.filesWith(m_token.toLatin1()), QStringList()); // neither catalog, journal nor log
    QVERIFY(!m_profile.filesWith("For the board").isEmpty());
}

void TestCliLinks::aPasswordComesFromStandardInput()
{
    const CliAnswer made = m_profile.cli({u"link"_s, u"create"_s, u"1"_s, u"--password-stdin"_s}, "correct horse\n");
    QVERIFY2(made.code == Done, made.err.constData());
    QVERIFY(made.value(u"password"_s).toBool());
    QCOMPARE(m_profile.filesWith("correct horse"), QStringList());
    const QString token = made.value(u"token"_s).toString();
    QVERIFY(!open(token));
    QVERIFY(!open(token, "wrong horse"));
    QVERIFY(open(token, "correct horse"));
    QCOMPARE(m_profile.cli({u"link"_s, u"create"_s, u"1"_s, u"--password-stdin"_s}).code, Usage);
    const CliAnswer brief = m_profile.cli({u"link"_s, u"create"_s, u"1"_s, u"--password-stdin"_s}, "short\n");
    QCOMPARE(brief.code, Failed);
    QVERIFY2(brief.err.contains("at least 8 characters"), brief.err.constData());
}

void TestCliLinks::whatTheVisitorGetsIsWhatWasSaid()
{
    for (int use = 0; use < 2; ++use) {
        const Result<OpenedLink> opened = open(m_token);
        QVERIFY(opened);
        QCOMPARE(opened->recording, RecordingId{1});
        QVERIFY(opened->allowsDownload);
    }
    QVERIFY(!open(m_token)); // both uses are gone
    const CliAnswer view = m_profile.cli({u"link"_s, u"create"_s, u"1"_s, u"--no-download"_s, u"--until"_s, u"2001-01-01"_s});
    QCOMPARE(view.code, Failed);
    QVERIFY2(view.err.contains("passed already"), view.err.constData());
    const CliAnswer noDownload = m_profile.cli({u"link"_s, u"create"_s, u"1"_s, u"--no-download"_s});
    QVERIFY(!open(noDownload.value(u"token"_s).toString())->allowsDownload);
}

void TestCliLinks::linksAreListedAndRevoked()
{
    const QJsonArray all = m_profile.cli({u"link"_s, u"list"_s}).array(u"links"_s);
    QCOMPARE(all.size(), 3);
    QCOMPARE(all.last()[u"state"_s].toString(), u"usedUp"_s);
    QCOMPARE(all.last()[u"uses"_s].toInt(), 2);
    QVERIFY(!all.last().toObject().contains(u"token"_s));
    QCOMPARE(m_profile.cli({u"link"_s, u"list"_s, u"2"_s}).array(u"links"_s).size(), 0);
    const QString id = QString::number(all.first()[u"id"_s].toInteger());
    const CliAnswer revoked = m_profile.as(u"mila"_s, {u"link"_s, u"revoke"_s, id});
    QVERIFY2(revoked.code == Done, revoked.err.constData());
    QCOMPARE(revoked.value(u"link"_s)[u"state"_s].toString(), u"revoked"_s);
    QCOMPARE(revoked.value(u"link"_s)[u"revokedBy"_s].toString(), u"mila"_s);
    QCOMPARE(m_profile.cli({u"link"_s, u"revoke"_s, u"999"_s}).code, NotFound);
}

void TestCliLinks::thePolicyHolds()
{
    const CliAnswer set = m_profile.as(u"chief"_s, {u"link"_s, u"policy"_s, u"--days"_s, u"7"_s, u"--max-days"_s, u"10"_s, u"--password"_s, u"--no-download"_s,
                                                    u"--service"_s, u"https://letopis.example"_s});
    QVERIFY2(set.code == Done, set.err.constData());
    QCOMPARE(m_profile.as(u"mila"_s, {u"link"_s, u"policy"_s}).value(u"maxDays"_s).toInt(), 10);
    const CliAnswer late = m_profile.cli({u"link"_s, u"create"_s, u"1"_s, u"--until"_s, u"2999-01-01"_s});
    QCOMPARE(late.code, Failed);
    QVERIFY2(late.err.contains("too late") && late.err.contains("needs a password"), late.err.constData());
    const CliAnswer made = m_profile.cli({u"link"_s, u"create"_s, u"1"_s, u"--password-stdin"_s}, "correct horse\n");
    QVERIFY(!made.value(u"download"_s).toBool());
    QVERIFY2(made.err.contains("https://letopis.example"), made.err.constData());
    const CliAnswer senseless = m_profile.cli({u"link"_s, u"policy"_s, u"--days"_s, u"20"_s});
    QCOMPARE(senseless.code, Failed);
    QVERIFY2(senseless.err.contains("later than"), senseless.err.constData());
    QCOMPARE(m_profile.cli({u"link"_s, u"policy"_s, u"--days"_s, u"30"_s, u"--max-days"_s, u"0"_s, u"--no-password"_s, u"--service"_s, u""_s}).code, Done);
    QVERIFY(m_profile.cli({u"link"_s, u"create"_s, u"1"_s, u"--until"_s, u"never"_s}).value(u"until"_s).isNull());
}

void TestCliLinks::rolesAreHeldToTheirCeiling_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<bool>("may");
    QTest::addColumn<QByteArray>("why");
    QTest::newRow("administrator") << u"chief"_s << true << QByteArray();
    QTest::newRow("moderator with Manage") << u"mila"_s << true << QByteArray();
    QTest::newRow("moderator without") << u"oleg"_s << false << QByteArray();
    QTest::newRow("viewer with Manage") << u"vera"_s << false << "Viewers do not make links"_ba;
    QTest::newRow("limited without the switch") << u"powerless"_s << false << "has not given you this right"_ba;
}

void TestCliLinks::rolesAreHeldToTheirCeiling()
{
    QFETCH(QString, login);
    QFETCH(bool, may);
    QFETCH(QByteArray, why);
    const CliAnswer made = m_profile.as(login, {u"link"_s, u"create"_s, u"1"_s});
    QVERIFY2((made.code == Done) == may, made.err.constData());
    QVERIFY2(made.err.contains(why), made.err.constData());
    const qsizetype known = m_profile.cli({u"link"_s, u"list"_s}).array(u"links"_s).size();
    QCOMPARE(m_profile.as(login, {u"link"_s, u"list"_s}).array(u"links"_s).size(), may ? known : 0);
    QCOMPARE(m_profile.as(login, {u"link"_s, u"revoke"_s, u"1"_s}).code == Done, may);
}

void TestCliLinks::aHostileLabelIsShownHarmless()
{
    const CliAnswer made = m_profile.cli({u"link"_s, u"create"_s, u"1"_s, u"--label"_s, u"\u202Eevil\u001B[2J"_s});
    QVERIFY2(made.code == Done, made.err.constData());
    QVERIFY(!made.out.contains('\x1B'));
    QVERIFY(!made.out.contains("\u202E"));
    QCOMPARE(made.value(u"label"_s).toString(), u"\u202Eevil\u001B[2J"_s);
    QCOMPARE(m_profile.cli({u"link"_s, u"create"_s, u"1"_s, u"--label"_s, QString(301, u'x')}).code, Failed);
}

void TestCliLinks::wrongUseIsToldApart_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("no recording") << QStringList{u"link"_s, u"create"_s};
    QTest::newRow("no uses") << QStringList{u"link"_s, u"create"_s, u"1"_s, u"--uses"_s, u"0"_s};
    QTest::newRow("no date") << QStringList{u"link"_s, u"create"_s, u"1"_s, u"--until"_s, u"soon"_s};
    QTest::newRow("both") << QStringList{u"link"_s, u"create"_s, u"1"_s, u"--download"_s, u"--no-download"_s};
    QTest::newRow("a password on the command line") << QStringList{u"link"_s, u"create"_s, u"1"_s, u"--password"_s, u"secret"_s};
    QTest::newRow("no link") << QStringList{u"link"_s, u"revoke"_s, u"it"_s};
    QTest::newRow("links of an empty recording") << QStringList{u"link"_s, u"list"_s, QString()};
    QTest::newRow("no days") << QStringList{u"link"_s, u"policy"_s, u"--days"_s, u"-1"_s};
    QTest::newRow("both of the policy") << QStringList{u"link"_s, u"policy"_s, u"--password"_s, u"--no-password"_s};
}

void TestCliLinks::wrongUseIsToldApart()
{
    QFETCH(QStringList, words);
    QCOMPARE(m_profile.cli(words).code, Usage);
}

QTEST_GUILESS_MAIN(TestCliLinks)
#include "tst_clilinks.moc"
