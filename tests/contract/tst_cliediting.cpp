// letopis-cli edits recordings, participants and materials of the demo conference server, as scripts do.
#include "tests/support/democonference.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using letopis::test::DemoConference;

namespace {

struct Answer
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QJsonArray array(const QString &key) const { return json()[key].toArray(); }
    QJsonObject first(const QString &key) const { return array(key).at(0).toObject(); }
};

constexpr int longestRunMs = 120'000;

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject named(const QJsonArray &materials, const QString &name)
{
    for (const QJsonValue &one : materials) {
        if (one[u"name"_s].toString() == name)
            return one.toObject();
    }
    return {};
}

} // namespace

class TestCliEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void aDryRunSaysWhatWouldChangeAndChangesNothing();
    void setChangesTheCatalogAndTheOutboxWaits();
    void theHistoryTellsOfIt();
    void pushBringsItToTheServerAndOtherClientsSeeIt();
    void discardTakesAnEditBack();
    void aConflictIsDecidedAboutWhatWasSeen();
    void wrongEditsAreRefused();

    void aParticipantIsAddedEditedMergedAndRemoved();
    void theAttendanceReportIsExported();

    void aMaterialIsAddedAndUploaded();
    void anotherProfileFindsItAndSavesIt();
    void aNewVersionKeepsTheOldOne();
    void materialsAreRenamedDescribedAndMoved();
    void aMaterialGoesToTheTrashAndComesBack();
    void offlineEditsWaitForTheNextSync();
    void getRefusesToWriteOverAFile();
    void allMaterialsAreSavedAtOnce();
    void hostileNamesStayInTheirFolder();
    void theFolderOfMaterialsIsShownAndSet();
    void wrongUseOfMaterialsIsToldApart_data();
    void wrongUseOfMaterialsIsToldApart();
    void removingAServerNamesWhatWasNotSentToIt();

private:
    Answer run(const QStringList &arguments, const QByteArray &input = {});
    Answer cli(const QStringList &command, const QString &profile = u"first"_s);
    void addServer(const QString &profile);
    QString path(const QString &name) const { return m_directory.filePath(name); }
    QString file(const QString &name, const QByteArray &content);
    Answer material(const QStringList &words, const QString &profile = u"first"_s);

    QTemporaryDir m_directory;
    DemoConference m_demo;
    QByteArray m_secret = "canary-77aa0e7d9b2a4863";
    QString m_recording;
};

void TestCliEditing::initTestCase()
{
    QVERIFY(m_directory.isValid());
    auto options = DemoConference::defaultOptions(4);
    options.media = letopis::demo::Media::None;
    options.secret = m_secret;
    QVERIFY2(m_demo.start(options), qPrintable(m_demo.error()));
    if (m_demo.connection().sshHost.isEmpty())
        QSKIP("There is no OpenSSH server on this machine.");
    addServer(u"first"_s);
    addServer(u"second"_s);
    for (const QJsonValue &one : cli({u"recordings"_s}).array(u"recordings"_s)) {
        if (cli({u"participants"_s, one[u"recordId"_s].toString()}).array(u"participants"_s).size() > 1)
            m_recording = one[u"recordId"_s].toString();
    }
    QVERIFY(!m_recording.isEmpty());
}

Answer TestCliEditing::run(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(u"HOME"_s, m_directory.path());
    variables.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    variables.remove(u"SSH_AUTH_SOCK"_s);
    process.setProcessEnvironment(variables);
    process.setWorkingDirectory(m_directory.path());
    process.start(QStringLiteral(LETOPIS_CLI), arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(longestRunMs);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

Answer TestCliEditing::cli(const QStringList &command, const QString &profile)
{
    return run(QStringList{u"--profile"_s, path(profile), u"--format"_s, u"json"_s} + command);
}

Answer TestCliEditing::material(const QStringList &words, const QString &profile)
{
    QStringList command{u"material"_s, words.first(), m_recording};
    return cli(command + words.sliced(1), profile);
}

QString TestCliEditing::file(const QString &name, const QByteArray &content)
{
    QFile made(path(name));
    if (made.open(QIODevice::WriteOnly))
        made.write(content);
    return made.fileName();
}

void TestCliEditing::addServer(const QString &profile)
{
    const letopis::demo::Connection &demo = m_demo.connection();
    const QStringList add{u"--profile"_s,     path(profile),
                          u"--secrets"_s,     u"file"_s,
                          u"server"_s,        u"add"_s,
                          u"demo"_s,          u"--url"_s,
                          demo.apiUrl,        u"--secret-stdin"_s,
                          u"--ca-file"_s,     demo.caFile,
                          u"--ssh"_s,         u"%1@%2:%3"_s.arg(demo.sshUser, demo.sshHost).arg(demo.sshPort),
                          u"--ssh-key"_s,     demo.sshKeyFile,
                          u"--known-hosts"_s, demo.knownHostsFile,
                          u"--data-root"_s,   demo.dataRoot};
    const Answer added = run(add, m_secret + '\n');
    QVERIFY2(added.code == 0, added.err);
    const Answer synced = cli({u"sync"_s}, profile);
    QVERIFY2(synced.code == 0, synced.err);
}

void TestCliEditing::aDryRunSaysWhatWouldChangeAndChangesNothing()
{
    const Answer planned = cli({u"set"_s, m_recording, u"--title"_s, u"Числовые ряды"_s, u"--dry-run"_s});
    QVERIFY2(planned.code == 0, planned.err);
    QVERIFY(planned.json()[u"dryRun"_s].toBool());
    QCOMPARE(planned.first(u"edits"_s)[u"field"_s].toString(), u"title"_s);
    QCOMPARE(planned.first(u"edits"_s)[u"after"_s].toString(), u"Числовые ряды"_s);
    QVERIFY(planned.first(u"edits"_s)[u"changes"_s].toBool());
    QVERIFY(cli({u"show"_s, m_recording}).json()[u"title"_s].toString() != u"Числовые ряды"_s);
    QVERIFY(cli({u"outbox"_s, u"list"_s}).array(u"outbox"_s).isEmpty());
}

void TestCliEditing::setChangesTheCatalogAndTheOutboxWaits()
{
    const Answer set = cli({u"set"_s, m_recording, u"--title"_s, u"Числовые ряды"_s, u"--tag"_s, u"+exam"_s});
    QVERIFY2(set.code == 0, set.err);
    QCOMPARE(set.json()[u"applied"_s].toInteger(), 2);
    QCOMPARE(cli({u"show"_s, m_recording}).json()[u"title"_s].toString(), u"Числовые ряды"_s);
    const QJsonArray outbox = cli({u"outbox"_s, u"list"_s}).array(u"outbox"_s);
    QCOMPARE(outbox.size(), 2);
    for (const QJsonValue &entry : outbox) {
        QCOMPARE(entry[u"recordId"_s].toString(), m_recording);
        QCOMPARE(entry[u"state"_s].toString(), u"pending"_s);
    }
    const Answer again = cli({u"set"_s, m_recording, u"--title"_s, u"Числовые ряды"_s});
    QCOMPARE(again.json()[u"unchanged"_s].toInteger(), 1);
    // Added and removed in one command: one edit.
    const Answer both = cli({u"set"_s, m_recording, u"--tag"_s, u"+spring"_s, u"--tag"_s, u"-exam"_s, u"--dry-run"_s});
    QVERIFY2(both.code == 0, both.err);
    QCOMPARE(both.array(u"edits"_s).size(), 1);
    QCOMPARE(both.first(u"edits"_s)[u"before"_s].toString(), u"exam"_s);
    QCOMPARE(both.first(u"edits"_s)[u"after"_s].toString(), u"spring"_s);
}

void TestCliEditing::theHistoryTellsOfIt()
{
    const QJsonArray history = cli({u"history"_s, m_recording}).array(u"history"_s);
    QVERIFY(history.size() >= 2);
    const auto title = std::find_if(history.begin(), history.end(),
                                    [](const QJsonValue &one) { return one[u"field"_s].toString() == u"title"_s; });
    QVERIFY(title != history.end());
    QCOMPARE((*title)[u"after"_s].toString(), u"Числовые ряды"_s);
    QVERIFY(!(*title)[u"actor"_s].toString().isEmpty());
    QVERIFY(!(*title)[u"fromServer"_s].toBool());
    QVERIFY(QDateTime::fromString((*title)[u"at"_s].toString(), Qt::ISODateWithMs).isValid());
}

void TestCliEditing::pushBringsItToTheServerAndOtherClientsSeeIt()
{
    const Answer pushed = cli({u"outbox"_s, u"push"_s});
    QVERIFY2(pushed.code == 0, pushed.err);
    QCOMPARE(pushed.first(u"servers"_s)[u"pushed"_s].toInteger(), 2);
    const QJsonObject reached = cli({u"history"_s, m_recording, u"--field"_s, u"title"_s}).first(u"history"_s);
    QCOMPARE(reached[u"event"_s].toString(), u"pushed"_s);
    QVERIFY(pushed.first(u"servers"_s)[u"error"_s].isNull());
    QCOMPARE(cli({u"sync"_s}, u"second"_s).code, 0);
    QCOMPARE(cli({u"show"_s, m_recording}, u"second"_s).json()[u"title"_s].toString(), u"Числовые ряды"_s);
}

void TestCliEditing::discardTakesAnEditBack()
{
    const QString before = cli({u"show"_s, m_recording}).json()[u"description"_s].toString();
    QCOMPARE(cli({u"set"_s, m_recording, u"--description"_s, u"not for long"_s}).code, 0);
    const Answer discarded = cli({u"outbox"_s, u"discard"_s, m_recording, u"description"_s});
    QVERIFY2(discarded.code == 0, discarded.err);
    QCOMPARE(discarded.json()[u"field"_s].toString(), u"description"_s);
    QCOMPARE(cli({u"show"_s, m_recording}).json()[u"description"_s].toString(), before);
}

void TestCliEditing::aConflictIsDecidedAboutWhatWasSeen()
{
    // The same description is changed in two profiles; the second one comes too late.
    QCOMPARE(cli({u"sync"_s}, u"second"_s).code, 0);
    QCOMPARE(cli({u"set"_s, m_recording, u"--description"_s, u"Первое"_s}).code, 0);
    QCOMPARE(cli({u"set"_s, m_recording, u"--description"_s, u"Второе"_s}, u"second"_s).code, 0);
    QCOMPARE(cli({u"outbox"_s, u"push"_s}).code, 0);
    const Answer late = cli({u"outbox"_s, u"push"_s}, u"second"_s);
    QCOMPARE(late.first(u"servers"_s)[u"conflicts"_s].toInteger(), 1);
    const QStringList decide{u"outbox"_s, u"decide"_s, m_recording, u"description"_s, u"theirs"_s};
    const Answer unseen = cli(decide, u"second"_s);
    QCOMPARE(unseen.code, 2);
    QVERIFY2(unseen.err.contains("--seen"), unseen.err);
    QCOMPARE(unseen.json()[u"ours"_s].toString(), u"Второе"_s);
    QCOMPARE(unseen.json()[u"theirs"_s].toString(), u"Первое"_s);
    QCOMPARE(cli({u"outbox"_s, u"list"_s}, u"second"_s).first(u"outbox"_s)[u"state"_s].toString(), u"conflict"_s);
    const Answer blind = cli(decide + QStringList{u"--seen"_s, u"Числовые ряды"_s}, u"second"_s);
    QCOMPARE(blind.code, 1);
    QVERIFY2(blind.err.contains("another one by now"), blind.err);
    QCOMPARE(cli({u"outbox"_s, u"list"_s}, u"second"_s).first(u"outbox"_s)[u"state"_s].toString(), u"conflict"_s);
    const Answer decided = cli(decide + QStringList{u"--seen"_s, u"Первое"_s}, u"second"_s);
    QVERIFY2(decided.code == 0, decided.err);
    QCOMPARE(decided.json()[u"value"_s].toString(), u"Первое"_s);
    const QJsonObject line = cli({u"history"_s, m_recording, u"--field"_s, u"description"_s}, u"second"_s).first(u"history"_s);
    QCOMPARE(line[u"event"_s].toString(), u"tookTheirs"_s);
}

void TestCliEditing::removingAServerNamesWhatWasNotSentToIt()
{
    QCOMPARE(cli({u"set"_s, m_recording, u"--description"_s, u"not sent"_s}, u"second"_s).code, 0);
    const QJsonArray servers = cli({u"server"_s, u"list"_s}, u"second"_s).json()[u"servers"_s].toArray();
    QCOMPARE(servers.size(), 1);
    const QString name = servers.first()[u"name"_s].toString();
    const qint64 waiting = cli({u"outbox"_s, u"list"_s}, u"second"_s).array(u"outbox"_s).size();
    QVERIFY(waiting > 0);
    const Answer removed = cli({u"server"_s, u"remove"_s, name}, u"second"_s);
    QVERIFY2(removed.code == 0, removed.err);
    QCOMPARE(removed.json()[u"removed"_s].toString(), name);
    QCOMPARE(removed.json()[u"unsentEdits"_s].toInteger(), waiting);
    QVERIFY(removed.json().contains(u"unsentMaterials"_s));
    QVERIFY2(removed.err.contains("not sent"), removed.err);
    const QJsonObject left = cli({u"outbox"_s, u"list"_s}, u"second"_s).first(u"outbox"_s);
    QCOMPARE(left[u"serverRemoved"_s].toBool(), true);
}

void TestCliEditing::wrongEditsAreRefused()
{
    QCOMPARE(cli({u"set"_s, m_recording}).code, 2);
    QCOMPARE(cli({u"set"_s, u"no-such-recording"_s, u"--title"_s, u"x"_s}).code, 5);
    QCOMPARE(cli({u"set"_s, m_recording, u"--field"_s, u"nothing=x"_s}).code, 1);
    QCOMPARE(cli({u"set"_s, m_recording, u"--tag"_s, u"exam"_s}).code, 2); // neither + nor -
    QCOMPARE(cli({u"history"_s, u"no-such-recording"_s}).code, 5);
    QCOMPARE(cli({u"outbox"_s, u"nonsense"_s}).code, 2);
}

void TestCliEditing::aParticipantIsAddedEditedMergedAndRemoved()
{
    const QJsonArray before = cli({u"participants"_s, m_recording}).array(u"participants"_s);
    const Answer added = cli({u"participant"_s, u"add"_s, m_recording, u"Guest of honour"_s, u"--role"_s, u"viewer"_s,
                              u"--minutes"_s, u"15"_s});
    QVERIFY2(added.code == 0, added.err);
    QCOMPARE(added.array(u"participants"_s).size(), before.size() + 1);
    const QJsonObject guest = named(added.array(u"participants"_s), u"Guest of honour"_s);
    QCOMPARE(guest[u"provenance"_s].toString(), u"added"_s);
    QCOMPARE(guest[u"presentMs"_s].toInteger(), 900'000);

    const QString somebody = before.at(0)[u"name"_s].toString();
    const QString uid = before.at(0)[u"uid"_s].toString();
    const Answer edited = cli({u"participant"_s, u"edit"_s, m_recording, uid, u"--name"_s, u"Анна Петрова"_s});
    QVERIFY2(edited.code == 0, edited.err);
    const QJsonObject anna = named(edited.array(u"participants"_s), u"Анна Петрова"_s);
    QCOMPARE(anna[u"provenance"_s].toString(), u"edited"_s);
    QCOMPARE(anna[u"automaticName"_s].toString(), somebody);

    const Answer merged = cli({u"participant"_s, u"merge"_s, m_recording, anna[u"uid"_s].toString(),
                               before.at(1)[u"uid"_s].toString()});
    QVERIFY2(merged.code == 0, merged.err);
    QCOMPARE(merged.array(u"participants"_s).size(), before.size());
    const Answer removed = cli({u"participant"_s, u"remove"_s, m_recording, guest[u"uid"_s].toString()});
    QVERIFY2(removed.code == 0, removed.err);
    QCOMPARE(cli({u"sync"_s}).code, 0); // never overwrites a correction
    QVERIFY(!named(cli({u"participants"_s, m_recording}).array(u"participants"_s), u"Анна Петрова"_s).isEmpty());
    QCOMPARE(cli({u"participant"_s, u"remove"_s, m_recording, u"Nobody At All"_s}).code, 5);
    QCOMPARE(cli({u"participant"_s, u"add"_s, m_recording, u"x"_s, u"--role"_s, u"king"_s}).code, 2);
}

void TestCliEditing::theAttendanceReportIsExported()
{
    const Answer report = cli({u"export"_s, u"participants"_s, m_recording});
    QVERIFY2(report.code == 0, report.err);
    QCOMPARE(report.json()[u"title"_s].toString(), u"Числовые ряды"_s);
    QVERIFY(!report.array(u"participants"_s).isEmpty());
    QVERIFY(report.first(u"participants"_s).contains(u"percentOfRecorded"_s));
    const Answer table = run({u"--profile"_s, path(u"first"_s), u"export"_s, u"participants"_s, m_recording});
    QCOMPARE(table.code, 0);
    QCOMPARE(table.out.count("\r\n"), report.array(u"participants"_s).size() + 1);
}

void TestCliEditing::aMaterialIsAddedAndUploaded()
{
    QVERIFY(material({u"list"_s}).array(u"materials"_s).isEmpty());
    const Answer added = material({u"add"_s, file(u"slides.pdf"_s, "%PDF-1.4 first"), file(u"пустой.txt"_s, {})});
    QVERIFY2(added.code == 0, added.err);
    const QJsonArray materials = added.array(u"materials"_s);
    QCOMPARE(materials.size(), 2);
    const QJsonObject slides = named(materials, u"slides.pdf"_s);
    QVERIFY(!slides[u"waiting"_s].toBool());
    QVERIFY(slides[u"problem"_s].isNull());
    const QJsonObject version = slides[u"versions"_s].toArray().at(0).toObject();
    QCOMPARE(version[u"sizeBytes"_s].toInteger(), 14);
    QCOMPARE(version[u"sha256"_s].toString().size(), 64);
    QVERIFY(version[u"onServer"_s].toBool());
    QVERIFY(version[u"offline"_s].toBool());
    QVERIFY(!version[u"addedBy"_s].toString().isEmpty());
    QCOMPARE(named(materials, u"пустой.txt"_s)[u"versions"_s].toArray().at(0)[u"sizeBytes"_s].toInteger(), 0);
    // It is where the issue says, under a name nobody chose.
    QDirIterator files(m_demo.connection().dataRoot, {slides[u"uuid"_s].toString() + u"*"_s}, QDir::Files, QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        QVERIFY(files.next().contains(u"/letopis/"_s + m_recording + u"/materials/"_s));
        ++count;
    }
    QCOMPARE(count, 2); // the content, and what describes it
}

void TestCliEditing::anotherProfileFindsItAndSavesIt()
{
    const Answer synced = cli({u"material"_s, u"sync"_s}, u"second"_s);
    QVERIFY2(synced.code == 0, synced.err);
    QCOMPARE(synced.first(u"servers"_s)[u"server"_s].toString(), u"demo"_s);
    const QJsonObject slides = named(material({u"list"_s}, u"second"_s).array(u"materials"_s), u"slides.pdf"_s);
    QVERIFY(!slides[u"versions"_s].toArray().at(0)[u"offline"_s].toBool());
    const Answer got = material({u"get"_s, u"slides.pdf"_s, u"--out"_s, path(u"copy.pdf"_s)}, u"second"_s);
    QVERIFY2(got.code == 0, got.err);
    QCOMPARE(got.first(u"files"_s)[u"file"_s].toString(), path(u"copy.pdf"_s));
    QCOMPARE(contentOf(path(u"copy.pdf"_s)), "%PDF-1.4 first");
    QVERIFY(named(material({u"list"_s}, u"second"_s).array(u"materials"_s), u"slides.pdf"_s)[u"versions"_s].toArray().at(0)[u"offline"_s].toBool());
}

void TestCliEditing::aNewVersionKeepsTheOldOne()
{
    const Answer added = material({u"add"_s, file(u"slides-2.pdf"_s, "%PDF-1.4 second"), u"--to"_s, u"slides.pdf"_s});
    QVERIFY2(added.code == 0, added.err);
    QCOMPARE(named(added.array(u"materials"_s), u"slides.pdf"_s)[u"versions"_s].toArray().size(), 2);
    QCOMPARE(cli({u"material"_s, u"sync"_s}, u"second"_s).code, 0);
    QCOMPARE(material({u"get"_s, u"slides.pdf"_s, u"--out"_s, path(u"v2.pdf"_s)}, u"second"_s).code, 0);
    QCOMPARE(contentOf(path(u"v2.pdf"_s)), "%PDF-1.4 second");
    QCOMPARE(material({u"get"_s, u"slides.pdf"_s, u"--number"_s, u"1"_s, u"--out"_s, path(u"v1.pdf"_s)}, u"second"_s).code, 0);
    QCOMPARE(contentOf(path(u"v1.pdf"_s)), "%PDF-1.4 first");
    QCOMPARE(material({u"get"_s, u"slides.pdf"_s, u"--number"_s, u"9"_s, u"--out"_s, path(u"v9.pdf"_s)}).code, 5);
}

void TestCliEditing::materialsAreRenamedDescribedAndMoved()
{
    QCOMPARE(material({u"rename"_s, u"slides.pdf"_s, u"Лекция 4.pdf"_s}).code, 0);
    QCOMPARE(material({u"describe"_s, u"Лекция 4.pdf"_s, u"Slides of the lecture"_s}).code, 0);
    const Answer moved = material({u"move"_s, u"Лекция 4.pdf"_s, u"2"_s});
    QVERIFY2(moved.code == 0, moved.err);
    QCOMPARE(cli({u"material"_s, u"sync"_s}, u"second"_s).code, 0);
    const QJsonArray seen = material({u"list"_s}, u"second"_s).array(u"materials"_s);
    QCOMPARE(seen.at(1)[u"name"_s].toString(), u"Лекция 4.pdf"_s);
    QCOMPARE(seen.at(1)[u"description"_s].toString(), u"Slides of the lecture"_s);
}

void TestCliEditing::aMaterialGoesToTheTrashAndComesBack()
{
    const Answer removed = material({u"remove"_s, u"пустой.txt"_s});
    QVERIFY2(removed.code == 0, removed.err);
    QVERIFY(named(removed.array(u"materials"_s), u"пустой.txt"_s)[u"trashed"_s].toBool());
    QVERIFY(named(material({u"list"_s}).array(u"materials"_s), u"пустой.txt"_s).isEmpty());
    QVERIFY(!named(material({u"list"_s, u"--trash"_s}).array(u"materials"_s), u"пустой.txt"_s).isEmpty());
    QCOMPARE(material({u"restore"_s, u"пустой.txt"_s}).code, 0);
    QVERIFY(!named(material({u"list"_s}).array(u"materials"_s), u"пустой.txt"_s).isEmpty());
}

void TestCliEditing::offlineEditsWaitForTheNextSync()
{
    const Answer added = material({u"add"_s, file(u"later.txt"_s, "later"), u"--offline"_s});
    QVERIFY2(added.code == 0, added.err);
    QVERIFY(named(added.array(u"materials"_s), u"later.txt"_s)[u"waiting"_s].toBool());
    QCOMPARE(cli({u"material"_s, u"sync"_s, u"demo"_s}).code, 0);
    QVERIFY(!named(material({u"list"_s}).array(u"materials"_s), u"later.txt"_s)[u"waiting"_s].toBool());
}

void TestCliEditing::getRefusesToWriteOverAFile()
{
    const QString target = file(u"precious.txt"_s, "precious");
    const Answer refused = material({u"get"_s, u"later.txt"_s, u"--out"_s, target});
    QCOMPARE(refused.code, 1);
    QCOMPARE(contentOf(target), "precious");
    QCOMPARE(material({u"get"_s, u"later.txt"_s, u"--out"_s, target, u"--force"_s}).code, 0);
    QCOMPARE(contentOf(target), "later");
}

void TestCliEditing::allMaterialsAreSavedAtOnce()
{
    QVERIFY(QDir().mkpath(path(u"all"_s)));
    const Answer saved = material({u"get"_s, u"--out"_s, path(u"all"_s)}, u"first"_s);
    QVERIFY2(saved.code == 0, saved.err);
    QCOMPARE(saved.array(u"files"_s).size(), 3);
    QCOMPARE(contentOf(path(u"all/Лекция 4.pdf"_s)), "%PDF-1.4 second");
    QVERIFY(QFile::exists(path(u"all/пустой.txt"_s)));
}

void TestCliEditing::hostileNamesStayInTheirFolder()
{
    QCOMPARE(material({u"rename"_s, u"later.txt"_s, u"../../escape.txt"_s, u"--offline"_s}).code, 0);
    QVERIFY(QDir().mkpath(path(u"deep/er"_s)));
    const Answer saved = material({u"get"_s, u"../../escape.txt"_s, u"--out"_s, path(u"deep/er"_s)});
    QVERIFY2(saved.code == 0, saved.err);
    QVERIFY(!QFile::exists(path(u"escape.txt"_s)));
    QCOMPARE(QDir(path(u"deep/er"_s)).entryList(QDir::Files).size(), 1);
}

void TestCliEditing::theFolderOfMaterialsIsShownAndSet()
{
    const QStringList folder{u"material"_s, u"folder"_s};
    QVERIFY(cli(folder).json()[u"folder"_s].isNull());
    QCOMPARE(cli(folder + QStringList{u"relative"_s}).code, 2);
    QCOMPARE(cli(folder + QStringList{u"/srv"_s, u"--default"_s}).code, 2);
    const QString elsewhere = path(u"elsewhere"_s);
    QVERIFY(QDir().mkpath(elsewhere));
    QCOMPARE(cli(folder + QStringList{elsewhere}).json()[u"folder"_s].toString(), elsewhere);
    QCOMPARE(cli(folder).json()[u"folder"_s].toString(), elsewhere);
    material({u"add"_s, file(u"moved.txt"_s, "content")});
    QVERIFY(QDir(elsewhere + u'/' + m_recording + u"/materials"_s).entryList(QDir::Files).size() >= 2);
    QVERIFY(cli(folder + QStringList{u"--default"_s}).json()[u"folder"_s].isNull());
    QVERIFY(cli(folder).json()[u"folder"_s].isNull());
}

void TestCliEditing::wrongUseOfMaterialsIsToldApart_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::newRow("no such material") << QStringList{u"remove"_s, u"nothing"_s} << 5;
    QTest::newRow("no such file") << QStringList{u"add"_s, u"/no/such/file"_s} << 2;
    QTest::newRow("a folder is no file") << QStringList{u"add"_s, u"."_s} << 2;
    QTest::newRow("two files into one") << QStringList{u"add"_s, u"/a"_s, u"/b"_s, u"--to"_s, u"x"_s} << 2;
    QTest::newRow("no number") << QStringList{u"move"_s, u"x"_s, u"first"_s} << 2;
    QTest::newRow("no place") << QStringList{u"move"_s, u"x"_s, u"0"_s} << 2;
    QTest::newRow("no version") << QStringList{u"get"_s, u"x"_s, u"--number"_s, u"-1"_s} << 2;
    QTest::newRow("a version of all") << QStringList{u"get"_s, u"--number"_s, u"1"_s} << 2;
    QTest::newRow("no folder") << QStringList{u"get"_s, u"--out"_s, u"/no/such/folder"_s} << 5;
    QTest::newRow("an empty name") << QStringList{u"rename"_s, u"Лекция 4.pdf"_s, u"  "_s, u"--offline"_s} << 1;
}

void TestCliEditing::wrongUseOfMaterialsIsToldApart()
{
    QFETCH(const QStringList, words);
    const Answer answer = material(words);
    QVERIFY2(!answer.err.isEmpty(), answer.out);
    QTEST(answer.code, "code");
}

QTEST_GUILESS_MAIN(TestCliEditing)
#include "tst_cliediting.moc"
