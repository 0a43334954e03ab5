// letopis-cli keeps people and groups of a local profile, as scripts do.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {
struct Answer
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QJsonArray array(const QString &key) const { return json()[key].toArray(); }
    QJsonObject person() const { return json()[u"person"_s].toObject(); }
};

QStringList namesIn(const QJsonArray &array)
{
    QStringList names;
    for (const QJsonValue &one : array)
        names += one[u"name"_s].toString();
    return names;
}

enum Exit { Done = 0, Failed = 1, Usage = 2, NotFound = 5 };
} // namespace

class TestCliPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void peopleAreAddedListedAndChanged();
    void whatIsTakenOrWrongIsRefused();
    void groupsTakePeopleAndGroups();
    void theLastAdministratorStays();
    void aListIsImportedWholeOrNotAtAll();
    void whatIsExportedIsUnchanged();
    void nothingIsHalfDone();
    void aDryRunTellsWhoWouldGainAndLose();
    void csvSaysTheSameInEveryLanguage();
    void peopleAreMergedAndRemoved();
    void wrongUseIsToldApart_data();
    void wrongUseIsToldApart();

private:
    Answer cli(const QStringList &words, const QByteArray &input = {})
    {
        QProcess process;
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert(u"HOME"_s, m_directory.path());
        variables.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        process.setProcessEnvironment(variables);
        process.start(QStringLiteral(LETOPIS_CLI), QStringList{u"--profile"_s, m_directory.filePath(u"profile"_s), u"--format"_s, u"json"_s} + words);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(120'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    QTemporaryDir m_directory;
};

void TestCliPeople::peopleAreAddedListedAndChanged()
{
    const Answer anna = cli({u"person"_s, u"add"_s, u"Анна Петрова"_s, u"--login"_s, u"anna"_s, u"--email"_s, u"anna@example.org"_s,
                             u"--role"_s, u"moderator"_s});
    QVERIFY2(anna.code == Done, anna.err.constData());
    QCOMPARE(anna.person()[u"role"_s].toString(), u"moderator"_s);
    QCOMPARE(cli({u"person"_s, u"add"_s, u"Boris"_s}).code, Done);
    QCOMPARE(namesIn(cli({u"person"_s, u"list"_s}).array(u"people"_s)), (QStringList{u"Boris"_s, u"Анна Петрова"_s}));
    QCOMPARE(namesIn(cli({u"person"_s, u"list"_s, u"петр"_s}).array(u"people"_s)), QStringList{u"Анна Петрова"_s});
    QCOMPARE(namesIn(cli({u"person"_s, u"list"_s, u"--role"_s, u"viewer"_s}).array(u"people"_s)), QStringList{u"Boris"_s});
    QCOMPARE(namesIn(cli({u"person"_s, u"list"_s, u"--logins"_s}).array(u"people"_s)), QStringList{u"Анна Петрова"_s});
    const Answer changed = cli({u"person"_s, u"set"_s, u"ANNA@example.org"_s, u"--language"_s, u"ru"_s, u"--block"_s});
    QCOMPARE(changed.person()[u"language"_s].toString(), u"ru"_s);
    QVERIFY(changed.person()[u"blocked"_s].toBool());
    QCOMPARE(changed.person()[u"role"_s].toString(), u"moderator"_s); // what is not said stays
    const QString number = QString::number(changed.person()[u"id"_s].toInteger());
    QVERIFY(!cli({u"person"_s, u"set"_s, number, u"--unblock"_s}).person()[u"blocked"_s].toBool());
}

void TestCliPeople::whatIsTakenOrWrongIsRefused()
{
    const Answer taken = cli({u"person"_s, u"add"_s, u"Another"_s, u"--login"_s, u"ANNA"_s});
    QCOMPARE(taken.code, Failed);
    QVERIFY2(taken.err.contains("anna"), taken.err.constData());
    const Answer alike = cli({u"person"_s, u"add"_s, u"Another"_s, u"--login"_s, u"аnna"_s}); // Cyrillic а
    QCOMPARE(alike.code, Done);
    QVERIFY2(alike.err.contains("looks like another one: anna"), alike.err.constData());
    QCOMPARE(cli({u"person"_s, u"remove"_s, u"аnna"_s}).code, Done);
    QCOMPARE(cli({u"person"_s, u"add"_s, u" "_s}).code, Failed);
    QCOMPARE(cli({u"person"_s, u"set"_s, u"nobody"_s, u"--name"_s, u"x"_s}).code, NotFound);
    QCOMPARE(cli({u"person"_s, u"add"_s, u"X"_s, u"--external"_s, u"Nowhere:1"_s}).code, NotFound);
}

void TestCliPeople::groupsTakePeopleAndGroups()
{
    QCOMPARE(cli({u"group"_s, u"add"_s, u"Факультет"_s}).code, Done);
    QCOMPARE(cli({u"group"_s, u"add"_s, u"Кафедра"_s}).code, Done);
    QCOMPARE(cli({u"group"_s, u"add"_s, u"факультет"_s}).code, Failed);
    const Answer members = cli({u"group"_s, u"member"_s, u"факультет"_s, u"--add"_s, u"anna"_s, u"--add"_s, u"group:Кафедра"_s});
    QVERIFY2(members.code == Done, members.err.constData());
    QCOMPARE(namesIn(members.array(u"members"_s)), (QStringList{u"Кафедра"_s, u"Анна Петрова"_s}));
    const Answer cycle = cli({u"group"_s, u"member"_s, u"Кафедра"_s, u"--add"_s, u"group:Факультет"_s});
    QCOMPARE(cycle.code, Failed);
    QVERIFY2(cycle.err.contains("Факультет"), cycle.err.constData());
    QCOMPARE(namesIn(cli({u"group"_s, u"member"_s, u"Факультет"_s, u"--remove"_s, u"anna"_s}).array(u"members"_s)), QStringList{u"Кафедра"_s});
    const QStringList groups = namesIn(cli({u"group"_s, u"rename"_s, u"Кафедра"_s, u"Отделение"_s}).array(u"groups"_s));
    QCOMPARE(groups.first(), u"administrators"_s);
    QVERIFY(groups.contains(u"Отделение"_s));
    QCOMPARE(cli({u"group"_s, u"rename"_s, u"moderators"_s, u"x"_s}).code, Failed);
    QCOMPARE(cli({u"group"_s, u"remove"_s, u"Отделение"_s}).code, Done);
    QCOMPARE(cli({u"group"_s, u"remove"_s, u"Отделение"_s}).code, NotFound);
}

void TestCliPeople::theLastAdministratorStays()
{
    QCOMPARE(cli({u"person"_s, u"add"_s, u"Chief"_s, u"--login"_s, u"chief"_s, u"--role"_s, u"administrator"_s}).code, Done);
    for (const QStringList &words : {QStringList{u"person"_s, u"remove"_s, u"chief"_s}, QStringList{u"person"_s, u"set"_s, u"chief"_s, u"--block"_s},
                                     QStringList{u"person"_s, u"set"_s, u"chief"_s, u"--role"_s, u"viewer"_s},
                                     QStringList{u"group"_s, u"member"_s, u"administrators"_s, u"--remove"_s, u"chief"_s}})
        QVERIFY2(cli(words).code == Failed, qPrintable(words.join(u' ')));
    QCOMPARE(namesIn(cli({u"person"_s, u"list"_s, u"--role"_s, u"administrator"_s}).array(u"people"_s)), QStringList{u"Chief"_s});
}

void TestCliPeople::aListIsImportedWholeOrNotAtAll()
{
    const QString file = m_directory.filePath(u"people.csv"_s);
    const auto write = [&](const QByteArray &text) {
        QFile out(file);
        return out.open(QIODevice::WriteOnly) && out.write(text) == text.size();
    };
    QVERIFY(write("\xEF\xBB\xBFName;Login;Role;Groups\r\nАнна П.;anna;;Факультет\r\nVera;vera;;\r\nBad;b ad;;\r\n"));
    const Answer wrong = cli({u"person"_s, u"import"_s, file});
    QCOMPARE(wrong.code, Failed);
    QCOMPARE(wrong.json()[u"errors"_s].toInt(), 1);
    QVERIFY(!wrong.json()[u"applied"_s].toBool());
    QCOMPARE(wrong.array(u"lines"_s)[2][u"line"_s].toInt(), 4);
    QCOMPARE(wrong.array(u"lines"_s)[2][u"problems"_s][0][u"problem"_s].toString(), u"loginInvalid"_s);
    QCOMPARE(cli({u"person"_s, u"list"_s, u"vera"_s}).array(u"people"_s).size(), 0);
    const QByteArray right = "Name;Login;Role;Groups\nАнна П.;anna;;Факультет\nVera;vera;;\n";
    const Answer dry = cli({u"person"_s, u"import"_s, u"-"_s, u"--dry-run"_s}, right);
    QVERIFY2(dry.code == Done, dry.err.constData());
    QCOMPARE(dry.json()[u"added"_s].toInt(), 1);
    QCOMPARE(dry.json()[u"changed"_s].toInt(), 1);
    QCOMPARE(dry.array(u"lines"_s)[0][u"changes"_s][u"name"_s][0].toString(), u"Анна Петрова"_s);
    QCOMPARE(cli({u"person"_s, u"list"_s, u"vera"_s}).array(u"people"_s).size(), 0);
    const Answer done = cli({u"person"_s, u"import"_s, u"-"_s}, right);
    QVERIFY(done.json()[u"applied"_s].toBool());
    QCOMPARE(cli({u"person"_s, u"list"_s, u"vera"_s}).array(u"people"_s).size(), 1);
    const Answer cp1251 = cli({u"person"_s, u"import"_s, u"-"_s}, "name\n\xC0\xED\xED\xE0\n");
    QCOMPARE(cp1251.code, Failed);
    QVERIFY2(cp1251.err.contains("line 2 is not UTF-8"), cp1251.err.constData());
    QCOMPARE(cli({u"person"_s, u"import"_s, u"nowhere.csv"_s}).code, NotFound);
}

void TestCliPeople::whatIsExportedIsUnchanged()
{
    const Answer exported = cli({u"person"_s, u"export"_s});
    QVERIFY(exported.out.startsWith("name,login,email,role,language,groups,external_ids\r\n"));
    QVERIFY(exported.out.contains("Анна П.,anna,anna@example.org,moderator,ru,Факультет,"));
    const Answer again = cli({u"person"_s, u"import"_s, u"-"_s, u"--dry-run"_s}, exported.out);
    QCOMPARE(again.json()[u"unchanged"_s].toInt(), 4);
    QCOMPARE(again.array(u"lines"_s).size(), 0);
}

void TestCliPeople::nothingIsHalfDone()
{
    QCOMPARE(cli({u"person"_s, u"add"_s, u"Emma"_s, u"--group"_s, u"Nowhere"_s}).code, NotFound);
    QCOMPARE(cli({u"person"_s, u"list"_s, u"Emma"_s}).array(u"people"_s).size(), 0);
    QCOMPARE(cli({u"person"_s, u"set"_s, u"vera"_s, u"--name"_s, u"Vera Two"_s, u"--group"_s, u"Nowhere"_s}).code, NotFound);
    QCOMPARE(namesIn(cli({u"person"_s, u"list"_s, u"vera"_s}).array(u"people"_s)), QStringList{u"Vera"_s});
    QCOMPARE(cli({u"group"_s, u"member"_s, u"Факультет"_s, u"--add"_s, u"vera"_s, u"--add"_s, u"nobody"_s}).code, NotFound);
    QVERIFY(!namesIn(cli({u"group"_s, u"member"_s, u"Факультет"_s}).array(u"members"_s)).contains(u"Vera"_s));
}

void TestCliPeople::aDryRunTellsWhoWouldGainAndLose()
{
    const Answer role = cli({u"person"_s, u"set"_s, u"chief"_s, u"--role"_s, u"viewer"_s, u"--dry-run"_s});
    QCOMPARE(role.code, Failed); // the last administrator
    QCOMPARE(role.array(u"previews"_s)[0][u"guards"_s][0].toString(), u"lastAdministrator"_s);
    QCOMPARE(namesIn(cli({u"person"_s, u"list"_s, u"--role"_s, u"administrator"_s}).array(u"people"_s)), QStringList{u"Chief"_s});
    const Answer member = cli({u"group"_s, u"member"_s, u"administrators"_s, u"--add"_s, u"vera"_s, u"--add"_s, u"anna"_s, u"--dry-run"_s});
    QVERIFY2(member.code == Done, member.err.constData());
    QVERIFY(member.json()[u"dryRun"_s].toBool());
    QCOMPARE(member.array(u"previews"_s).size(), 2);
    QCOMPARE(member.array(u"previews"_s)[0][u"of"_s].toString(), u"vera"_s);
    QCOMPARE(cli({u"group"_s, u"member"_s, u"administrators"_s}).array(u"members"_s).size(), 1);
    QCOMPARE(cli({u"group"_s, u"remove"_s, u"Факультет"_s, u"--dry-run"_s}).json()[u"losing"_s].toInt(-1), 0);
    QVERIFY(namesIn(cli({u"group"_s, u"list"_s}).array(u"groups"_s)).contains(u"Факультет"_s));
    QCOMPARE(cli({u"group"_s, u"member"_s, u"Факультет"_s, u"--dry-run"_s}).code, Usage);
}

void TestCliPeople::csvSaysTheSameInEveryLanguage()
{
    QCOMPARE(cli({u"person"_s, u"set"_s, u"vera"_s, u"--block"_s}).code, Done);
    for (const QStringList &words : {QStringList{u"person"_s, u"list"_s}, QStringList{u"group"_s, u"list"_s},
                                     QStringList{u"group"_s, u"member"_s, u"administrators"_s}, QStringList{u"folder"_s, u"list"_s}}) {
        const Answer english = cli(QStringList{u"--lang"_s, u"en"_s} + words + QStringList{u"--format"_s, u"csv"_s});
        const Answer russian = cli(QStringList{u"--lang"_s, u"ru"_s} + words + QStringList{u"--format"_s, u"csv"_s});
        QVERIFY2(english.code == Done && english.out.count("\r\n") > 1, english.err.constData());
        QCOMPARE(russian.out, english.out);
    }
    QVERIFY(cli({u"person"_s, u"list"_s, u"vera"_s, u"--format"_s, u"csv"_s}).out.endsWith(",true\r\n"));
    QVERIFY(cli({u"--lang"_s, u"ru"_s, u"person"_s, u"list"_s, u"vera"_s, u"--format"_s, u"table"_s}).out.contains("да"));
    QCOMPARE(cli({u"person"_s, u"set"_s, u"vera"_s, u"--unblock"_s}).code, Done);
}

void TestCliPeople::peopleAreMergedAndRemoved()
{
    const Answer merged = cli({u"person"_s, u"merge"_s, u"vera"_s, u"anna"_s});
    QVERIFY2(merged.code == Done, merged.err.constData());
    QCOMPARE(merged.person()[u"email"_s].toString(), u"anna@example.org"_s);
    QCOMPARE(merged.person()[u"role"_s].toString(), u"moderator"_s);
    QCOMPARE(cli({u"person"_s, u"remove"_s, u"anna"_s}).code, NotFound);
    QCOMPARE(cli({u"person"_s, u"remove"_s, u"vera"_s}).code, Done);
}

void TestCliPeople::wrongUseIsToldApart_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("no name") << QStringList{u"person"_s, u"add"_s};
    QTest::newRow("no such role") << QStringList{u"person"_s, u"add"_s, u"A"_s, u"--role"_s, u"boss"_s};
    QTest::newRow("no such switch") << QStringList{u"person"_s, u"set"_s, u"A"_s, u"--switches"_s, u"everything"_s};
    QTest::newRow("blocked and not") << QStringList{u"person"_s, u"set"_s, u"A"_s, u"--block"_s, u"--unblock"_s};
    QTest::newRow("no file") << QStringList{u"person"_s, u"import"_s};
    QTest::newRow("file and recording") << QStringList{u"person"_s, u"import"_s, u"a.csv"_s, u"--from-recording"_s, u"1"_s};
    QTest::newRow("merge of one") << QStringList{u"person"_s, u"merge"_s, u"a"_s};
    QTest::newRow("an empty person is no new one") << QStringList{u"person"_s, u"set"_s, QString(), u"--name"_s, u"Ghost"_s, u"--role"_s, u"administrator"_s};
    QTest::newRow("of an empty group") << QStringList{u"person"_s, u"list"_s, u"--group"_s, QString()};
    QTest::newRow("into an empty group") << QStringList{u"person"_s, u"add"_s, u"A"_s, u"--group"_s, QString()};
    QTest::newRow("an empty member") << QStringList{u"group"_s, u"member"_s, u"viewers"_s, u"--remove"_s, QString()};
    QTest::newRow("no group") << QStringList{u"group"_s, u"member"_s};
}

void TestCliPeople::wrongUseIsToldApart()
{
    QFETCH(QStringList, words);
    QCOMPARE(cli(words).code, Usage);
}

QTEST_GUILESS_MAIN(TestCliPeople)
#include "tst_clipeople.moc"
