#include "core/access/person.h"

#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
bool has(const QList<PersonProblem> &problems, PersonProblem::Kind kind)
{
    return std::any_of(problems.begin(), problems.end(), [&](const PersonProblem &problem) { return problem.kind == kind; });
}

Person named(const QString &name, const QString &login = {}, const QString &email = {})
{
    Person person;
    person.name = name;
    person.login = login;
    person.email = email;
    return person;
}
} // namespace

class TestPerson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loginsThatCountAsOneHaveOneKey()
    {
        QCOMPARE(loginKey(u" Anna "_s), loginKey(u"anna"_s));
        QCOMPARE(loginKey(u"ANNA"_s), loginKey(u"ａｎｎａ"_s)); // full width
        QCOMPARE(loginKey(u"Straße"_s), loginKey(u"STRASSE"_s));
        QVERIFY(loginKey(u"anna"_s) != loginKey(u"аnna"_s)); // Cyrillic а
    }

    void loginsThatLookAlikeHaveOneSkeleton()
    {
        QCOMPARE(loginSkeleton(u"anna"_s), loginSkeleton(u"аnna"_s)); // Cyrillic а
        QCOMPARE(loginSkeleton(u"petrov"_s), loginSkeleton(u"реtrоv"_s));
        QCOMPARE(loginSkeleton(u"Bill"_s), loginSkeleton(u"bill"_s));
        QVERIFY(loginSkeleton(u"anna"_s) != loginSkeleton(u"annа2"_s));
        QVERIFY(loginSkeleton(u"анна"_s) != loginSkeleton(u"иван"_s));
        QCOMPARE(loginSkeleton(QString(5000, u'x')).isEmpty(), false);
        QCOMPARE(loginSkeleton({}), QString());
    }

    void whatIsWrongIsTold()
    {
        using Kind = PersonProblem::Kind;
        QVERIFY(problemsIn(named(u"Анна Петрова"_s, u"a.petrova"_s, u"anna@example.org"_s)).isEmpty());
        QVERIFY(problemsIn(named(u"Контакт без логина"_s)).isEmpty());
        QVERIFY(has(problemsIn(named(u" "_s)), Kind::NameMissing));
        QVERIFY(has(problemsIn(named(QString(301, u'ш'))), Kind::NameTooLong));
        QVERIFY(problemsIn(named(QString(300, u'ש'))).isEmpty());
        QVERIFY(has(problemsIn(named(u"A"_s, u"an na"_s)), Kind::LoginInvalid));
        QVERIFY(has(problemsIn(named(u"A"_s, u"an\u202Ena"_s)), Kind::LoginInvalid));
        QVERIFY(has(problemsIn(named(u"A"_s, u"an\u200Bna"_s)), Kind::LoginInvalid));
        QVERIFY(has(problemsIn(named(u"A"_s, QString(129, u'a'))), Kind::LoginTooLong));
        for (const QString &email : {u"anna"_s, u"@example.org"_s, u"anna@"_s, u"an na@example.org"_s, QString(300, u'a') + u"@b.c"_s})
            QVERIFY2(has(problemsIn(named(u"A"_s, {}, email)), Kind::EmailInvalid), qPrintable(email));
    }

    void rolesAndSwitchesComeBackFromTheirNames()
    {
        for (const Role role : {Role::Viewer, Role::Moderator, Role::LimitedAdministrator, Role::Administrator})
            QCOMPARE(roleFromName(roleName(role)), role);
        QVERIFY(!roleFromName(u"root"_s));
        const AdminSwitches some = AdminSwitch::People | AdminSwitch::Reports;
        QCOMPARE(adminSwitchesFromNames(adminSwitchNames(some)), some);
        QVERIFY(!adminSwitchesFromNames({u"everything"_s}));
    }
};

QTEST_GUILESS_MAIN(TestPerson)
#include "tst_person.moc"
