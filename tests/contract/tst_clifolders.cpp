// letopis-cli keeps folders and filing rules of a local profile, as scripts do.
#include "core/storage/catalogsyncwriter.h"
#include "tests/core/storage/testcatalog.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace letopis;
using namespace letopis::testing;

namespace {
struct Answer
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QJsonArray array(const QString &key) const { return json()[key].toArray(); }
    QJsonObject folder() const { return json()[u"folder"_s].toObject(); }
};

QStringList pathsIn(const QJsonArray &array)
{
    QStringList paths;
    for (const QJsonValue &one : array)
        paths += one[u"path"_s].toString();
    return paths;
}

enum Exit { Done = 0, Failed = 1, Usage = 2, NotFound = 5 };
} // namespace

class TestCliFolders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void foldersAreMadeListedAndRenamed();
    void whatTheTreeDoesNotAllowIsSaid_data();
    void whatTheTreeDoesNotAllowIsSaid();
    void recordingsAreFiled();
    void aMoveTellsWhoGainsAndLosesFirst();
    void everybodyMayWhatTheyMay();
    void rulesAreKeptInOrder();
    void rulesFileWhatIsNewAndWhatIsThere();
    void aRemovedFolderGivesItsContent();
    void wrongUseIsToldApart_data();
    void wrongUseIsToldApart();

private:
    Answer cli(const QStringList &words, const QStringList &options = {u"--format"_s, u"json"_s})
    {
        QProcess process;
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert(u"HOME"_s, m_directory.path());
        variables.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        process.setProcessEnvironment(variables);
        process.start(QStringLiteral(LETOPIS_CLI), QStringList{u"--profile"_s, m_directory.filePath(u"profile"_s)} + options + words);
        process.closeWriteChannel();
        process.waitForFinished(120'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }
    Answer folder(const QStringList &words) { return cli(QStringList{u"folder"_s} + words); }
    Answer rule(const QStringList &words) { return cli(QStringList{u"folder"_s, u"rule"_s} + words); }
    Answer as(const QString &login, const QStringList &words) { return cli(QStringList{u"--as"_s, login, u"folder"_s} + words); }
    QString catalog() const { return QDir(m_directory.filePath(u"profile"_s)).filePath(u"catalog.sqlite"_s); }
    // As if a server had these; its name is "First".
    bool sync(qint64 count)
    {
        auto database = Database::open(catalog());
        if (!database)
            return false;
        HandClock clock;
        if (!m_server.isValid())
            m_server = waitFor(ServerRepository(**database, clock).add(administrator(), serverNamed(u"First"_s))).value_or(ServerId{});
        return syncPages(**database, clock, m_server, {snapshots(1, count)}, completeListing(count)).has_value();
    }

    QTemporaryDir m_directory;
    ServerId m_server;
};

void TestCliFolders::initTestCase()
{
    QCOMPARE(folder({u"list"_s}).code, Done); // makes the profile
    QVERIFY2(QFile::exists(catalog()), qPrintable(catalog()));
    QVERIFY(sync(8));
}

void TestCliFolders::foldersAreMadeListedAndRenamed()
{
    const Answer faculty = folder({u"add"_s, u"/Shared"_s, u" Факультет "_s});
    QVERIFY2(faculty.code == Done, faculty.err.constData());
    QCOMPARE(faculty.folder()[u"path"_s].toString(), u"/Shared/Факультет"_s);
    QCOMPARE(folder({u"add"_s, u"shared/ФАКУЛЬТЕТ"_s, u"2025"_s}).code, Done);
    const Answer renamed = folder({u"rename"_s, u"/Shared/Факультет/2025"_s, u"2026"_s});
    QCOMPARE(renamed.folder()[u"name"_s].toString(), u"2026"_s);
    const QString number = QString::number(renamed.folder()[u"id"_s].toInteger());
    QCOMPARE(folder({u"add"_s, number, u"Maths"_s}).code, Done);
    const Answer all = folder({u"list"_s});
    QCOMPARE(pathsIn(all.array(u"folders"_s)), (QStringList{u"/Shared"_s, u"/Shared/Факультет"_s, u"/Shared/Факультет/2026"_s,
                                                            u"/Shared/Факультет/2026/Maths"_s, u"/People"_s}));
    QCOMPARE(all.array(u"folders"_s)[0][u"recordings"_s].toInt(), 8);
    QCOMPARE(pathsIn(folder({u"list"_s, number}).array(u"folders"_s)),
             (QStringList{u"/Shared/Факультет/2026"_s, u"/Shared/Факультет/2026/Maths"_s}));
    const Answer table = cli({u"folder"_s, u"list"_s}, {});
    QVERIFY2(table.out.contains("/Shared/Факультет/2026"), table.out.constData());
}

void TestCliFolders::whatTheTreeDoesNotAllowIsSaid_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *what, const QStringList &words, int code, const QString &said) {
        QTest::newRow(what) << words << code << said;
    };
    row("taken", {u"add"_s, u"/Shared"_s, u"факультет"_s}, Failed, u"there already: Факультет"_s);
    row("a slash", {u"add"_s, u"/Shared"_s, u"a/b"_s}, Failed, u"no slash"_s);
    row("above", {u"add"_s, u"/Shared"_s, u".."_s}, Failed, u"no slash"_s);
    row("empty", {u"add"_s, u"/Shared"_s, u" "_s}, Failed, u"needs a name"_s);
    row("long", {u"add"_s, u"/Shared"_s, QString(301, u'ш')}, Failed, u"more than 300"_s);
    row("an override", {u"add"_s, u"/Shared"_s, u"a\u202Eb"_s}, Failed, u"invisible"_s);
    row("into itself", {u"move"_s, u"/Shared/Факультет"_s, u"/Shared/Факультет/2026"_s}, Failed, u"Факультет → 2026"_s);
    row("a root", {u"remove"_s, u"/Shared"_s}, Failed, u"Shared and People"_s);
    row("a root moved", {u"move"_s, u"/People"_s, u"/Shared"_s}, Failed, u"Shared and People"_s);
    row("not empty", {u"remove"_s, u"/Shared/Факультет"_s}, Failed, u"not empty"_s);
    row("no such folder", {u"rename"_s, u"/Shared/Nowhere"_s, u"x"_s}, NotFound, u"Nowhere"_s);
    row("no such number", {u"rename"_s, u"999"_s, u"x"_s}, NotFound, u"999"_s);
    row("no such recording", {u"file"_s, u"/Shared"_s, u"999"_s}, NotFound, {});
}

void TestCliFolders::whatTheTreeDoesNotAllowIsSaid()
{
    QFETCH(QStringList, words);
    QFETCH(int, code);
    QFETCH(QString, said);
    const Answer answer = folder(words);
    QCOMPARE(answer.code, code);
    QVERIFY2(QString::fromUtf8(answer.err).contains(said), answer.err.constData());
    QVERIFY2(answer.out.isEmpty(), answer.out.constData());
}

void TestCliFolders::recordingsAreFiled()
{
    const Answer dry = folder({u"file"_s, u"/Shared/Факультет/2026/Maths"_s, u"1"_s, recordIdOf(2), u"--dry-run"_s});
    QVERIFY2(dry.code == Done, dry.err.constData());
    QVERIFY(dry.json()[u"dryRun"_s].toBool());
    QCOMPARE(dry.json()[u"recordings"_s].toInt(), 2);
    QCOMPARE(folder({u"list"_s}).array(u"folders"_s)[3][u"recordings"_s].toInt(), 0);
    QCOMPARE(folder({u"file"_s, u"/Shared/Факультет/2026/Maths"_s, u"1"_s, recordIdOf(2)}).code, Done);
    QCOMPARE(folder({u"list"_s}).array(u"folders"_s)[3][u"recordings"_s].toInt(), 2);
}

void TestCliFolders::aMoveTellsWhoGainsAndLosesFirst()
{
    QCOMPARE(cli({u"person"_s, u"add"_s, u"Mila"_s, u"--login"_s, u"mila"_s, u"--role"_s, u"moderator"_s}).code, Done);
    const Answer dry = folder({u"move"_s, u"/Shared/Факультет/2026/Maths"_s, u"/People/Mila"_s, u"--dry-run"_s});
    QVERIFY2(dry.code == Done, dry.err.constData());
    QCOMPARE(dry.json()[u"gaining"_s].toInt(), 1);
    const QJsonObject mila = dry.json()[u"people"_s][0].toObject();
    QCOMPARE(mila[u"login"_s].toString(), u"mila"_s);
    QCOMPARE(mila[u"gained"_s].toInt(), 2);
    QCOMPARE(mila[u"after"_s].toString(), u"manage"_s);
    QVERIFY(pathsIn(folder({u"list"_s}).array(u"folders"_s)).contains(u"/Shared/Факультет/2026/Maths"_s));
    const Answer done = folder({u"move"_s, u"/Shared/Факультет/2026/Maths"_s, u"/People/Mila"_s});
    QCOMPARE(done.array(u"people"_s), dry.array(u"people"_s));
    QVERIFY(!done.json()[u"dryRun"_s].toBool(true));
    QVERIFY(pathsIn(folder({u"list"_s}).array(u"folders"_s)).contains(u"/People/Mila/Maths"_s));
}

void TestCliFolders::everybodyMayWhatTheyMay()
{
    QCOMPARE(cli({u"person"_s, u"add"_s, u"Vera"_s, u"--login"_s, u"vera"_s}).code, Done);
    const Answer hers = as(u"mila"_s, {u"list"_s});
    QVERIFY2(hers.code == Done, hers.err.constData());
    QCOMPARE(pathsIn(hers.array(u"folders"_s)), (QStringList{u"/People"_s, u"/People/Mila"_s, u"/People/Mila/Maths"_s}));
    QCOMPARE(hers.array(u"folders"_s)[2][u"recordings"_s].toInt(), 2);
    QCOMPARE(pathsIn(as(u"vera"_s, {u"list"_s}).array(u"folders"_s)), QStringList());
    QCOMPARE(as(u"mila"_s, {u"add"_s, u"/People/Mila"_s, u"Drafts"_s}).code, Done);
    QCOMPARE(as(u"mila"_s, {u"add"_s, u"/Shared"_s, u"Mine"_s}).code, NotFound); // it is not shown to her
    QCOMPARE(as(u"mila"_s, {u"add"_s, u"1"_s, u"Mine"_s}).code, NotFound);
    QCOMPARE(as(u"mila"_s, {u"add"_s, u"/People"_s, u"Mine"_s}).code, Failed); // on the way only
    QCOMPARE(as(u"mila"_s, {u"file"_s, u"/People/Mila"_s, u"1"_s}).code, Failed); // folders of recordings are an administrator's
    QCOMPARE(as(u"mila"_s, {u"move"_s, u"/People/Mila"_s, u"/People/Mila/Maths"_s}).code, Failed);
    QCOMPARE(as(u"mila"_s, {u"rule"_s, u"list"_s}).code, Failed);
    QCOMPARE(as(u"mila"_s, {u"remove"_s, u"/People/Mila/Drafts"_s}).code, Done);
    QCOMPARE(as(u"nobody"_s, {u"list"_s}).code, NotFound);
    QCOMPARE(folder({u"move"_s, u"/People/Mila"_s, u"/Shared"_s}).code, Failed); // while it is hers
}

void TestCliFolders::rulesAreKeptInOrder()
{
    QCOMPARE(folder({u"add"_s, u"/Shared"_s, u"Physics"_s}).code, Done);
    const Answer dry = rule({u"add"_s, u"/Shared/Physics"_s, u"--if"_s, u"meeting contains PHYSICS"_s, u"--dry-run"_s});
    QVERIFY2(dry.code == Done, dry.err.constData());
    QCOMPARE(dry.array(u"rules"_s)[0][u"count"_s].toInt(), 1);
    QCOMPARE(rule({u"list"_s}).array(u"rules"_s).size(), 0);
    QCOMPARE(rule({u"add"_s, u"/Shared/Physics"_s, u"--if"_s, u"meeting contains PHYSICS"_s}).code, Done);
    const Answer second = rule({u"add"_s, u"/Shared/Факультет"_s, u"--server"_s, u"first"_s, u"--if"_s, u"metadata:bbb-origin is greenlight"_s,
                                u"--if"_s, u"meetingId beginsWith room-1"_s, u"--at"_s, u"1"_s});
    QVERIFY2(second.code == Done, second.err.constData());
    const QJsonArray rules = second.array(u"rules"_s);
    QCOMPARE(rules.size(), 2);
    QCOMPARE(rules[0][u"server"_s].toString(), u"First"_s);
    QCOMPARE(rules[0][u"conditions"_s][0][u"key"_s].toString(), u"bbb-origin"_s);
    QCOMPARE(rules[1][u"folder"_s][u"path"_s].toString(), u"/Shared/Physics"_s);
    QCOMPARE(rule({u"move"_s, u"1"_s, u"2"_s}).array(u"rules"_s)[0][u"folder"_s][u"path"_s].toString(), u"/Shared/Physics"_s);
    QCOMPARE(rule({u"remove"_s, u"3"_s}).code, NotFound);
    QCOMPARE(rule({u"remove"_s, u"2"_s}).array(u"rules"_s).size(), 1);
    QCOMPARE(rule({u"add"_s, u"/Shared"_s, u"--server"_s, u"Nowhere"_s}).code, NotFound);
    const Answer table = cli({u"folder"_s, u"rule"_s, u"list"_s}, {});
    QVERIFY2(table.out.contains("meeting contains PHYSICS"), table.out.constData());
}

void TestCliFolders::rulesFileWhatIsNewAndWhatIsThere()
{
    QVERIFY(sync(24));
    const auto inPhysics = [this] {
        const QJsonArray folders = folder({u"list"_s, u"/Shared/Physics"_s}).array(u"folders"_s);
        return folders[0][u"recordings"_s].toInt();
    };
    QCOMPARE(inPhysics(), 2); // of the 16 new ones
    const Answer dry = rule({u"apply"_s, u"--dry-run"_s});
    QCOMPARE(dry.json()[u"filed"_s].toInt(), 1);
    QCOMPARE(inPhysics(), 2);
    const Answer done = rule({u"apply"_s});
    QVERIFY2(done.code == Done, done.err.constData());
    QCOMPARE(done.json()[u"filed"_s].toInt(), 1);
    QCOMPARE(inPhysics(), 3);
}

void TestCliFolders::aRemovedFolderGivesItsContent()
{
    const Answer dry = folder({u"remove"_s, u"/Shared/Physics"_s, u"--content-to"_s, u"/People/Mila"_s, u"--dry-run"_s});
    QVERIFY2(dry.code == Done, dry.err.constData());
    QCOMPARE(dry.json()[u"people"_s][0][u"gained"_s].toInt(), 3);
    QCOMPARE(folder({u"remove"_s, u"/Shared/Physics"_s}).code, Failed);
    QCOMPARE(folder({u"remove"_s, u"/Shared/Physics"_s, u"--content-to"_s, u"/People/Mila"_s}).code, Done);
    QCOMPARE(folder({u"list"_s, u"/People/Mila"_s}).array(u"folders"_s)[0][u"recordings"_s].toInt(), 3);
    QCOMPARE(folder({u"list"_s, u"/Shared/Physics"_s}).code, NotFound);
    QCOMPARE(rule({u"list"_s}).array(u"rules"_s).size(), 0); // it went with its folder
}

void TestCliFolders::wrongUseIsToldApart_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("no name") << QStringList{u"add"_s, u"/Shared"_s};
    QTest::newRow("no target") << QStringList{u"move"_s, u"/Shared"_s};
    QTest::newRow("no recording") << QStringList{u"file"_s, u"/Shared"_s};
    QTest::newRow("content to nowhere") << QStringList{u"remove"_s, u"/Shared"_s, u"--content-to"_s, u""_s};
    QTest::newRow("below an empty folder") << QStringList{u"list"_s, QString()};
    QTest::newRow("a rule for an empty server") << QStringList{u"rule"_s, u"add"_s, u"/Shared"_s, u"--server"_s, QString()};
    QTest::newRow("no condition") << QStringList{u"rule"_s, u"add"_s, u"/Shared"_s};
    QTest::newRow("no such field") << QStringList{u"rule"_s, u"add"_s, u"/Shared"_s, u"--if"_s, u"colour is red"_s};
    QTest::newRow("no such way") << QStringList{u"rule"_s, u"add"_s, u"/Shared"_s, u"--if"_s, u"meeting like red"_s};
    QTest::newRow("no text") << QStringList{u"rule"_s, u"add"_s, u"/Shared"_s, u"--if"_s, u"meeting is "_s};
    QTest::newRow("no key") << QStringList{u"rule"_s, u"add"_s, u"/Shared"_s, u"--if"_s, u"metadata is x"_s};
    QTest::newRow("a key too many") << QStringList{u"rule"_s, u"add"_s, u"/Shared"_s, u"--if"_s, u"owner:x is x"_s};
    QTest::newRow("rule to nowhere") << QStringList{u"rule"_s, u"move"_s, u"1"_s};
    QTest::newRow("no such command") << QStringList{u"rule"_s, u"turn"_s};
}

void TestCliFolders::wrongUseIsToldApart()
{
    QFETCH(QStringList, words);
    QCOMPARE(folder(words).code, Usage);
}

QTEST_GUILESS_MAIN(TestCliFolders)
#include "tst_clifolders.moc"
