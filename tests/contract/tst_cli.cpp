#include "tests/support/democonference.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

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
};

constexpr int recordingCount = 12;
constexpr int longestRunMs = 120'000;

// The fingerprint that the program says may be given to this option.
QByteArray offered(const Answer &answer, const QByteArray &option)
{
    for (const QByteArray &line : answer.err.split('\n')) {
        if (line.trimmed().startsWith(option))
            return line.trimmed().mid(option.size() + 1);
    }
    return {};
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList idsOf(const QJsonArray &recordings)
{
    QStringList ids;
    for (const QJsonValue &recording : recordings)
        ids += recording[u"recordId"_s].toString();
    return ids;
}

} // namespace

// Drives the program as scripts do, against the demo conference server.
class TestCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void anUnknownAuthorityIsNotTrusted();
    void exactlyTheAcceptedCertificateIsTrusted();
    void anAcceptedCertificateIsTakenBack();
    void aWrongSecretIsRefused();
    void anUnknownHostKeyIsNotTrusted();
    void aChangedHostKeyIsRefusedWhateverIsAccepted();
    void anUnreachableServerFails();
    void withoutAKeychainTheFileIsOffered();
    void theFileOfSecretsIsRememberedUntilTheKeychainIsAskedFor();
    void inputThatEndsEarlyIsWrongUsage();

    void aServerIsAddedListedAndChecked();
    void aNameIsTakenOnce();
    void syncBringsEveryRecordingAndThenNothing();
    void recordingsKeepTheirPromisedKeys();
    void pagesFollowEachOtherWithoutOverlap();
    void filtersAndOrderAreObeyed();
    void searchFindsPeopleOfTheMeeting();
    void aRecordingIsShownByEitherOfItsNames();
    void participantsKeepTheirPromisedKeys();
    void theTimelineIsInOrder();
    void csvHasALineForEachRecording();
    void whatIsNotThereIsNotFound();
    void aRecordingThatLeftTheServerIsGone();
    void aSecretChangedOnTheServerIsRefusedAtTheNextSync();
    void aSyncCutShortIsMadeUpByTheNext();
    void anInterruptEndsASyncInOrder();
    void aRunningSyncShowsNoSecretAndLeavesNoCore();
    void hostileRecordingsOfAPagingServerAreNamedAsProblems();
    void aRemovedServerLeavesItsRecordings();

    void savedFilesAreInspected();
    void helpNeedsNoProfile();
    void aProfileThatCannotBeMadeSaysWhatToDo();
    void messagesComeInTwoLanguages();
    void noSecretIsAnywhereButInItsFile();
    void theCatalogIsItsOwnersInAFolderThatOthersMayEnter();
    void anAnswerThatCannotBeWrittenIsAFailure();

private:
    Answer run(const QStringList &arguments, const QByteArray &input = {}, const QStringList &environment = {});
    Answer json(QStringList arguments, const QByteArray &input = {});
    QStringList profile(const QString &name) const;
    QStringList addArguments(const QString &name) const;
    QStringList sshArguments(const QString &knownHosts) const;
    QByteArray secretLine() const { return m_secret + '\n'; }
    QString path(const QString &name) const { return m_directory.filePath(name); }
    QString anyRecordWithPeople();

    QTemporaryDir m_directory;
    DemoConference m_demo;
    QByteArray m_secret = "canary-5c1f0e7d9b2a4863";
    QByteArray m_everythingSaid;
};

void TestCli::initTestCase()
{
    QVERIFY(m_directory.isValid());
    auto options = DemoConference::defaultOptions(recordingCount);
    options.media = letopis::demo::Media::None;
    options.secret = m_secret;
    QVERIFY2(m_demo.start(options), qPrintable(m_demo.error()));
    if (m_demo.connection().sshHost.isEmpty())
        QSKIP("There is no OpenSSH server on this machine.");
}

Answer TestCli::run(const QStringList &arguments, const QByteArray &input, const QStringList &environment)
{
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(u"HOME"_s, m_directory.path());
    variables.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    variables.remove(u"SSH_AUTH_SOCK"_s);
    for (const QString &assignment : environment)
        variables.insert(assignment.section(u'=', 0, 0), assignment.section(u'=', 1));
    process.setProcessEnvironment(variables);
    process.start(QStringLiteral(LETOPIS_CLI), arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(longestRunMs);
    const Answer answer{process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                        process.readAllStandardOutput(), process.readAllStandardError()};
    m_everythingSaid += answer.out + answer.err;
    return answer;
}

Answer TestCli::json(QStringList arguments, const QByteArray &input)
{
    return run(arguments << u"--format"_s << u"json"_s, input);
}

QStringList TestCli::profile(const QString &name) const
{
    return {u"--profile"_s, path(name), u"--secrets"_s, u"file"_s};
}

QStringList TestCli::addArguments(const QString &name) const
{
    return {u"server"_s, u"add"_s, name, u"--url"_s, m_demo.connection().apiUrl, u"--secret-stdin"_s};
}

QStringList TestCli::sshArguments(const QString &knownHosts) const
{
    const letopis::demo::Connection &demo = m_demo.connection();
    return {u"--ssh"_s,         u"%1@%2:%3"_s.arg(demo.sshUser, demo.sshHost).arg(demo.sshPort),
            u"--ssh-key"_s,     demo.sshKeyFile,
            u"--known-hosts"_s, knownHosts,
            u"--data-root"_s,   demo.dataRoot};
}

void TestCli::anUnknownAuthorityIsNotTrusted()
{
    const Answer answer = run(profile(u"tls"_s) + addArguments(u"demo"_s), secretLine());
    QCOMPARE(answer.code, 3);
    QVERIFY(answer.out.isEmpty());
    QVERIFY2(answer.err.contains("--accept-certificate "), answer.err);
    QVERIFY(json(profile(u"tls"_s) + QStringList{u"server"_s, u"list"_s}).array(u"servers"_s).isEmpty());
}

void TestCli::exactlyTheAcceptedCertificateIsTrusted()
{
    const Answer refused = run(profile(u"tls"_s) + addArguments(u"demo"_s), secretLine());
    const QByteArray sha256 = offered(refused, "--accept-certificate");
    QCOMPARE(sha256.size(), 95);
    QByteArray other = sha256;
    other[0] = other[0] == '0' ? '1' : '0';
    const auto add = profile(u"tls"_s) + addArguments(u"demo"_s) + QStringList{u"--accept-certificate"_s};
    QCOMPARE(run(add + QStringList{QString::fromLatin1(other)}, secretLine()).code, 3);
    QCOMPARE(run(add + QStringList{QString::fromLatin1(sha256)}, secretLine()).code, 0);
    const Answer list = json(profile(u"tls"_s) + QStringList{u"server"_s, u"list"_s});
    const QJsonArray exceptions = list.array(u"servers"_s).at(0)[u"tlsExceptions"_s].toArray();
    QCOMPARE(exceptions.size(), 1);
    QCOMPARE(exceptions.at(0)[u"sha256"_s].toString().toLatin1(), sha256);
    QVERIFY(QDateTime::fromString(exceptions.at(0)[u"expiresAt"_s].toString(), Qt::ISODateWithMs).isValid());
    const Answer checked = run(profile(u"tls"_s) + QStringList{u"server"_s, u"check"_s, u"demo"_s});
    QCOMPARE(checked.code, 0);
    QVERIFY(checked.out.contains("BigBlueButton"));
    QCOMPARE(checked.err, QByteArray());
}

void TestCli::anAcceptedCertificateIsTakenBack()
{
    const Answer list = json(profile(u"tls"_s) + QStringList{u"server"_s, u"list"_s});
    const QString sha256 = list.array(u"servers"_s).at(0)[u"tlsExceptions"_s].toArray().at(0)[u"sha256"_s].toString();
    const auto revoke = profile(u"tls"_s) + QStringList{u"server"_s, u"check"_s, u"demo"_s, u"--revoke-certificate"_s, sha256};
    QCOMPARE(run(revoke).code, 3); // tested right away: no longer trusted
    const Answer after = json(profile(u"tls"_s) + QStringList{u"server"_s, u"list"_s});
    QVERIFY(after.array(u"servers"_s).at(0)[u"tlsExceptions"_s].toArray().isEmpty());
    QCOMPARE(run(revoke).code, 5);
    QCOMPARE(run(profile(u"tls"_s) + QStringList{u"server"_s, u"check"_s, u"demo"_s, u"--accept-certificate"_s, sha256}).code, 0);
}

void TestCli::aWrongSecretIsRefused()
{
    const auto arguments = profile(u"wrong"_s) + addArguments(u"demo"_s)
        + QStringList{u"--ca-file"_s, m_demo.connection().caFile};
    const Answer answer = run(arguments, "not-the-secret\n");
    QCOMPARE(answer.code, 4);
    QVERIFY(answer.err.contains("bbb-conf --secret"));
}

void TestCli::anUnknownHostKeyIsNotTrusted()
{
    const QString knownHosts = path(u"known_hosts_new"_s);
    const auto arguments = profile(u"key"_s) + addArguments(u"demo"_s)
        + QStringList{u"--ca-file"_s, m_demo.connection().caFile} + sshArguments(knownHosts);
    const Answer refused = run(arguments, secretLine());
    QCOMPARE(refused.code, 3);
    const QByteArray sha256 = offered(refused, "--accept-host-key");
    QVERIFY2(sha256.startsWith("SHA256:"), refused.err);
    QVERIFY(!QFile::exists(knownHosts));
    const QString other = u"SHA256:"_s + QString(43, u'A');
    QCOMPARE(run(arguments + QStringList{u"--accept-host-key"_s, other}, secretLine()).code, 3);
    const Answer accepted = run(arguments + QStringList{u"--accept-host-key"_s, QString::fromLatin1(sha256)}, secretLine());
    QVERIFY2(accepted.code == 0, accepted.err);
    QVERIFY(QFile::exists(knownHosts));
    QCOMPARE(run(profile(u"key"_s) + QStringList{u"server"_s, u"check"_s, u"demo"_s}).code, 0);
}

void TestCli::aChangedHostKeyIsRefusedWhateverIsAccepted()
{
    // What the file says of this host is another key: of the account that logs in, say.
    QFile publicKey(m_demo.connection().sshKeyFile + u".pub"_s);
    QVERIFY(publicKey.open(QIODevice::ReadOnly));
    const QByteArrayList parts = publicKey.readAll().trimmed().split(' ');
    QFile knownHosts(path(u"known_hosts_changed"_s));
    QVERIFY(knownHosts.open(QIODevice::WriteOnly));
    const QByteArray line = "[" + m_demo.connection().sshHost.toLatin1() + "]:" + QByteArray::number(m_demo.connection().sshPort)
        + ' ' + parts.value(0) + ' ' + parts.value(1) + '\n';
    knownHosts.write(line);
    knownHosts.close();
    const auto arguments = profile(u"changed"_s) + addArguments(u"demo"_s)
        + QStringList{u"--ca-file"_s, m_demo.connection().caFile} + sshArguments(knownHosts.fileName());
    const Answer refused = json(arguments, secretLine());
    QCOMPARE(refused.code, 3);
    QVERIFY2(refused.err.contains("HAS CHANGED"), refused.err);
    QVERIFY(!refused.err.contains("--accept-host-key"));
    // Even with the new key's own fingerprint.
    const QByteArray sha256 = refused.err.mid(refused.err.indexOf("SHA256:"), 50);
    const Answer insisted = run(arguments + QStringList{u"--accept-host-key"_s, QString::fromLatin1(sha256)}, secretLine());
    QCOMPARE(insisted.code, 3);
    QVERIFY(knownHosts.open(QIODevice::ReadOnly));
    QCOMPARE(knownHosts.readAll(), line);
}

void TestCli::anUnreachableServerFails()
{
    const QStringList arguments{u"server"_s, u"add"_s, u"gone"_s, u"--url"_s, u"https://127.0.0.1:1/bigbluebutton/"_s,
                                u"--secret-stdin"_s};
    const Answer answer = run(profile(u"unreachable"_s) + arguments, secretLine());
    QCOMPARE(answer.code, 1);
    QVERIFY(answer.err.contains("cannot be reached"));
}

void TestCli::withoutAKeychainTheFileIsOffered()
{
    const auto arguments = QStringList{u"--profile"_s, path(u"nokeychain"_s)} + addArguments(u"demo"_s)
        + QStringList{u"--ca-file"_s, m_demo.connection().caFile};
    const Answer answer = run(arguments, secretLine(), {u"DBUS_SESSION_BUS_ADDRESS=unix:path="_s + path(u"no-bus"_s)});
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.err.contains("--secrets file"), answer.err);
    QVERIFY(!QFile::exists(path(u"nokeychain/secrets.json"_s)));
}

void TestCli::theFileOfSecretsIsRememberedUntilTheKeychainIsAskedFor()
{
    const QStringList noBus{u"DBUS_SESSION_BUS_ADDRESS=unix:path="_s + path(u"no-bus"_s)};
    const auto check = [&](const QStringList &options) {
        return run(QStringList{u"server"_s, u"check"_s, u"demo"_s, u"--profile"_s, path(u"tls"_s)} + options, {}, noBus).code;
    };
    QCOMPARE(check({}), 0); // added with --secrets file
    QCOMPARE(check({u"--secrets"_s, u"keychain"_s}), 1);
    QCOMPARE(check({}), 1);
    QCOMPARE(check({u"--secrets"_s, u"file"_s}), 0);
    QCOMPARE(check({}), 0);
}

void TestCli::inputThatEndsEarlyIsWrongUsage()
{
    const auto arguments = profile(u"early"_s) + addArguments(u"demo"_s)
        + QStringList{u"--ssh"_s, u"a@127.0.0.1"_s, u"--ssh-password-stdin"_s};
    QCOMPARE(run(arguments, secretLine()).code, 2);
    QCOMPARE(run(arguments, {}).code, 2);
}

void TestCli::aServerIsAddedListedAndChecked()
{
    const auto arguments = profile(u"main"_s) + addArguments(u"demo"_s)
        + QStringList{u"--ca-file"_s, m_demo.connection().caFile} + sshArguments(m_demo.connection().knownHostsFile);
    const Answer added = json(arguments, secretLine());
    QVERIFY2(added.code == 0, added.err);
    QVERIFY(added.json()[u"api"_s][u"ok"_s].toBool());
    QVERIFY(added.json()[u"disk"_s][u"canReadRaw"_s].toBool());

    const QJsonArray servers = json(profile(u"main"_s) + QStringList{u"server"_s, u"list"_s}).array(u"servers"_s);
    QCOMPARE(servers.size(), 1);
    QCOMPARE(servers.at(0)[u"name"_s].toString(), u"demo"_s);
    QCOMPARE(servers.at(0)[u"id"_s].toInteger(), added.json()[u"id"_s].toInteger());
    QVERIFY(servers.at(0)[u"url"_s].toString().endsWith(u"/bigbluebutton/api/"_s));
    QVERIFY(servers.at(0)[u"lastSyncAt"_s].isNull());

    const Answer checked = json(profile(u"main"_s) + QStringList{u"server"_s, u"check"_s, u"demo"_s});
    QCOMPARE(checked.code, 0);
    QCOMPARE(checked.json()[u"server"_s].toString(), u"demo"_s);
    QVERIFY(checked.json()[u"disk"_s][u"ok"_s].toBool());
}

void TestCli::aNameIsTakenOnce()
{
    const Answer answer = run(profile(u"main"_s) + addArguments(u"demo"_s), secretLine());
    QCOMPARE(answer.code, 1);
    QVERIFY(answer.err.contains("already exists"));
}

void TestCli::syncBringsEveryRecordingAndThenNothing()
{
    const Answer first = json(profile(u"main"_s) + QStringList{u"sync"_s});
    QVERIFY2(first.code == 0, first.err);
    QCOMPARE(first.json()[u"added"_s].toInteger(), qint64(m_demo.recordIds().size()));
    QCOMPARE(first.json()[u"unchanged"_s].toInteger(), 0);
    QVERIFY(first.json()[u"failed"_s].isArray());
    QVERIFY(first.json()[u"meetingsFetched"_s].toInteger() > 0);
    const Answer second = json(profile(u"main"_s) + QStringList{u"sync"_s, u"demo"_s});
    QCOMPARE(second.code, 0);
    QCOMPARE(second.json()[u"added"_s].toInteger(), 0);
    QCOMPARE(second.json()[u"updated"_s].toInteger(), 0);
    QCOMPARE(second.json()[u"gone"_s].toInteger(), 0);
    QCOMPARE(second.json()[u"unchanged"_s].toInteger(), qint64(m_demo.recordIds().size()));
    QCOMPARE(second.json()[u"servers"_s].toArray().at(0)[u"server"_s].toString(), u"demo"_s);
}

void TestCli::recordingsKeepTheirPromisedKeys()
{
    const Answer answer = json(profile(u"main"_s) + QStringList{u"recordings"_s});
    QCOMPARE(answer.code, 0);
    QVERIFY(answer.json()[u"next"_s].isNull());
    const QJsonArray recordings = answer.array(u"recordings"_s);
    QStringList ids = idsOf(recordings);
    QStringList served = m_demo.recordIds();
    ids.sort();
    served.sort();
    QCOMPARE(ids, served);
    for (const QJsonValue &recording : recordings) {
        QCOMPARE(recording.toObject().keys(),
                 (QStringList{u"description"_s, u"durationMs"_s, u"endedAt"_s, u"formats"_s, u"id"_s, u"isBreakout"_s,
                              u"meetingId"_s, u"metadata"_s, u"name"_s, u"participantCount"_s, u"recordId"_s, u"server"_s,
                              u"sizeBytes"_s, u"startedAt"_s, u"state"_s, u"title"_s}));
        QVERIFY(recording[u"startedAt"_s].toString().endsWith(u'Z'));
        for (const QJsonValue &format : recording[u"formats"_s].toArray()) {
            QCOMPARE(format.toObject().keys(),
                     (QStringList{u"durationMs"_s, u"sizeBytes"_s, u"type"_s, u"url"_s}));
        }
    }
}

void TestCli::pagesFollowEachOtherWithoutOverlap()
{
    QStringList all;
    QString cursor;
    int pages = 0;
    do {
        QStringList arguments{u"recordings"_s, u"--limit"_s, u"5"_s, u"--sort"_s, u"title"_s};
        if (!cursor.isEmpty())
            arguments << u"--after"_s << cursor;
        const Answer page = json(profile(u"main"_s) + arguments);
        QCOMPARE(page.code, 0);
        all += idsOf(page.array(u"recordings"_s));
        cursor = page.json()[u"next"_s].toString();
        QVERIFY(++pages <= 4);
    } while (!cursor.isEmpty());
    QCOMPARE(all.size(), m_demo.recordIds().size());
    QCOMPARE(all.removeDuplicates(), 0);
    const Answer wrong = run(profile(u"main"_s) + QStringList{u"recordings"_s, u"--after"_s, u"nonsense"_s});
    QCOMPARE(wrong.code, 1);
}

void TestCli::filtersAndOrderAreObeyed()
{
    const auto recordings = [this](const QStringList &arguments) {
        return json(profile(u"main"_s) + QStringList{u"recordings"_s} + arguments).array(u"recordings"_s);
    };
    for (const QJsonValue &recording : recordings({u"--state"_s, u"published,deleted"_s}))
        QVERIFY(QStringList({u"published"_s, u"deleted"_s}).contains(recording[u"state"_s].toString()));
    const QJsonArray byStart = recordings({u"--sort"_s, u"started"_s});
    for (qsizetype i = 1; i < byStart.size(); ++i)
        QVERIFY(byStart.at(i - 1)[u"startedAt"_s].toString() <= byStart.at(i)[u"startedAt"_s].toString());
    const QString day = byStart.at(4)[u"startedAt"_s].toString().left(10);
    const QJsonArray ofThatDay = recordings({u"--since"_s, day, u"--until"_s, day});
    QVERIFY(!ofThatDay.isEmpty());
    for (const QJsonValue &recording : ofThatDay)
        QVERIFY(recording[u"startedAt"_s].toString().startsWith(day));
    QCOMPARE(recordings({u"--server"_s, u"DEMO"_s}).size(), byStart.size());
}

QString TestCli::anyRecordWithPeople()
{
    for (const QJsonValue &recording : json(profile(u"main"_s) + QStringList{u"recordings"_s}).array(u"recordings"_s)) {
        const QString id = recording[u"recordId"_s].toString();
        if (!json(profile(u"main"_s) + QStringList{u"participants"_s, id}).array(u"participants"_s).isEmpty())
            return id;
    }
    return {};
}

void TestCli::searchFindsPeopleOfTheMeeting()
{
    const QString id = anyRecordWithPeople();
    QVERIFY(!id.isEmpty());
    const QJsonArray people = json(profile(u"main"_s) + QStringList{u"participants"_s, id}).array(u"participants"_s);
    const QString name = people.at(0)[u"name"_s].toString();
    const Answer found = json(profile(u"main"_s) + QStringList{u"recordings"_s, u"--search"_s, u'"' + name + u'"'});
    QVERIFY2(idsOf(found.array(u"recordings"_s)).contains(id), qPrintable(name));
    const Answer none = json(profile(u"main"_s) + QStringList{u"recordings"_s, u"--search"_s, u"zzzyyyxxx"_s});
    QCOMPARE(none.code, 0);
    QVERIFY(none.json()[u"recordings"_s].isArray());
    QVERIFY(none.array(u"recordings"_s).isEmpty());
}

void TestCli::aRecordingIsShownByEitherOfItsNames()
{
    const QString recordId = m_demo.recordIds().constFirst();
    const Answer byServer = json(profile(u"main"_s) + QStringList{u"show"_s, recordId});
    QCOMPARE(byServer.code, 0);
    QCOMPARE(byServer.json()[u"recordId"_s].toString(), recordId);
    const QString number = QString::number(byServer.json()[u"id"_s].toInteger());
    QCOMPARE(json(profile(u"main"_s) + QStringList{u"show"_s, number}).json(), byServer.json());
    const Answer table = run(profile(u"main"_s) + QStringList{u"show"_s, number});
    QVERIFY(table.out.contains(recordId.toUtf8()));
}

void TestCli::participantsKeepTheirPromisedKeys()
{
    const Answer answer = json(profile(u"main"_s) + QStringList{u"participants"_s, anyRecordWithPeople()});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.json()[u"people"_s].toString(), u"known"_s);
    bool hasModerator = false;
    for (const QJsonValue &person : answer.array(u"participants"_s)) {
        QCOMPARE(person.toObject().keys(),
                 (QStringList{u"automaticName"_s, u"chatMessages"_s, u"externalUserId"_s, u"isPhone"_s, u"name"_s, u"note"_s, u"person"_s, u"pollAnswers"_s, u"presentMs"_s, u"provenance"_s, u"registered"_s, u"removed"_s, u"role"_s, u"roles"_s, u"sessions"_s, u"talkMs"_s, u"uid"_s}));
        QVERIFY(!person[u"sessions"_s].toArray().isEmpty());
        QVERIFY(person[u"sessions"_s].toArray().at(0)[u"joinedAt"_s].toString().endsWith(u'Z'));
        hasModerator = hasModerator || person[u"role"_s].toString() == u"moderator"_s;
    }
    QVERIFY(hasModerator);
}

void TestCli::theTimelineIsInOrder()
{
    const Answer answer = json(profile(u"main"_s) + QStringList{u"timeline"_s, anyRecordWithPeople()});
    QCOMPARE(answer.code, 0);
    const QJsonArray timeline = answer.array(u"timeline"_s);
    QVERIFY(timeline.size() > 2);
    for (qsizetype i = 1; i < timeline.size(); ++i)
        QVERIFY(timeline.at(i - 1)[u"at"_s].toString() <= timeline.at(i)[u"at"_s].toString());
}

void TestCli::csvHasALineForEachRecording()
{
    const Answer answer = run(profile(u"main"_s) + QStringList{u"recordings"_s, u"--format"_s, u"csv"_s});
    QCOMPARE(answer.code, 0);
    QVERIFY(answer.out.startsWith("id,recordId,server,title,"));
    QCOMPARE(answer.out.count("\r\n"), m_demo.recordIds().size() + 1);
    const Answer people =
        run(profile(u"main"_s) + QStringList{u"participants"_s, anyRecordWithPeople(), u"--format"_s, u"csv"_s});
    QVERIFY(people.out.startsWith("name,externalUserId,registered,role,"));
}

void TestCli::whatIsNotThereIsNotFound()
{
    for (const QStringList &arguments :
         {QStringList{u"show"_s, u"nothing"_s}, {u"participants"_s, u"999999"_s}, {u"timeline"_s, u"nothing"_s},
          {u"sync"_s, u"nowhere"_s}, {u"server"_s, u"check"_s, u"nowhere"_s}, {u"server"_s, u"remove"_s, u"nowhere"_s},
          {u"recordings"_s, u"--server"_s, u"nowhere"_s}, {u"inspect"_s, path(u"nothing.xml"_s)}}) {
        const Answer answer = run(profile(u"main"_s) + arguments);
        QVERIFY2(answer.code == 5, qPrintable(arguments.join(u' ') + u": "_s + QString::number(answer.code)));
        QVERIFY(answer.out.isEmpty());
        QVERIFY(!answer.err.isEmpty());
    }
}

void TestCli::aRecordingThatLeftTheServerIsGone()
{
    const QString recordId = m_demo.recordIds().constLast();
    QVERIFY(m_demo.purgeRecording(recordId));
    const Answer synced = json(profile(u"main"_s) + QStringList{u"sync"_s});
    QCOMPARE(synced.json()[u"gone"_s].toInteger(), 1);
    const Answer gone = json(profile(u"main"_s) + QStringList{u"recordings"_s, u"--state"_s, u"gone"_s});
    QCOMPARE(idsOf(gone.array(u"recordings"_s)), QStringList{recordId});
    const QString added = m_demo.addRecording();
    QCOMPARE(json(profile(u"main"_s) + QStringList{u"sync"_s}).json()[u"added"_s].toInteger(), 1);
    QCOMPARE(run(profile(u"main"_s) + QStringList{u"show"_s, added}).code, 0);
}

void TestCli::aSecretChangedOnTheServerIsRefusedAtTheNextSync()
{
    m_demo.setSecret("another");
    const Answer refused = json(profile(u"main"_s) + QStringList{u"sync"_s});
    m_demo.setSecret(m_secret);
    QCOMPARE(refused.code, 4);
    QCOMPARE(refused.json()[u"servers"_s].toArray().at(0)[u"error"_s].toString(), u"checksumRefused"_s);
    QVERIFY(refused.json()[u"servers"_s].toArray().at(0)[u"detail"_s].isString());
    QCOMPARE(run(profile(u"main"_s) + QStringList{u"sync"_s}).code, 0);
}

void TestCli::aSyncCutShortIsMadeUpByTheNext()
{
    const auto arguments = profile(u"cut"_s) + addArguments(u"demo"_s)
        + QStringList{u"--ca-file"_s, m_demo.connection().caFile};
    QCOMPARE(run(arguments, secretLine()).code, 0);
    m_demo.cutNextAnswerAfter(2000);
    const Answer cut = json(profile(u"cut"_s) + QStringList{u"sync"_s});
    QVERIFY2(cut.code == 0 || cut.code == 1, cut.err); // 0: tried again by itself
    const Answer whole = json(profile(u"cut"_s) + QStringList{u"sync"_s});
    QCOMPARE(whole.code, 0);
    QCOMPARE(cut.json()[u"added"_s].toInteger() + whole.json()[u"added"_s].toInteger(), qint64(m_demo.recordIds().size()));
    const Answer people = json(profile(u"cut"_s) + QStringList{u"participants"_s, m_demo.recordIds().constFirst()});
    QCOMPARE(people.json()[u"people"_s].toString(), u"noDiskAccess"_s);
    QVERIFY(people.err.contains("SSH"));
}

void TestCli::anInterruptEndsASyncInOrder()
{
#ifdef Q_OS_UNIX
    m_demo.setLatency(20'000);
    const int requestsBefore = m_demo.requestCount();
    QProcess process;
    process.start(QStringLiteral(LETOPIS_CLI), profile(u"cut"_s) + QStringList{u"sync"_s, u"--format"_s, u"json"_s});
    QVERIFY(process.waitForStarted());
    // A request counts when it arrives: its answer is still to come.
    QTRY_VERIFY_WITH_TIMEOUT(m_demo.requestCount() > requestsBefore, 30'000);
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(15'000));
    m_demo.setLatency(0);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    const QJsonObject said = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    QCOMPARE(said[u"servers"_s].toArray().at(0)[u"error"_s].toString(), u"cancelled"_s);
    QCOMPARE(run(profile(u"cut"_s) + QStringList{u"sync"_s}).code, 0);
#else
    QSKIP("Signals are sent as on Unix here.");
#endif
}

void TestCli::aRunningSyncShowsNoSecretAndLeavesNoCore()
{
    if (!QFile::exists(u"/proc/self/cmdline"_s))
        QSKIP("There is no /proc on this machine.");
    m_demo.setLatency(20'000);
    const int requestsBefore = m_demo.requestCount();
    QProcess process;
    process.start(QStringLiteral(LETOPIS_CLI), profile(u"cut"_s) + QStringList{u"sync"_s});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(m_demo.requestCount() > requestsBefore, 30'000);
    const QByteArray own = contentOf(u"/proc/%1/cmdline"_s.arg(process.processId()));
    const QByteArray limits = contentOf(u"/proc/%1/limits"_s.arg(process.processId()));
    QStringList shown; // also of what it started
    for (const QString &pid : QDir(u"/proc"_s).entryList({u"[1-9]*"_s}, QDir::Dirs)) {
        if (contentOf(u"/proc/%1/cmdline"_s.arg(pid)).contains(m_secret))
            shown += pid;
    }
    process.terminate();
    QVERIFY(process.waitForFinished(15'000));
    m_demo.setLatency(0);
    QVERIFY(own.contains("sync"));
    QCOMPARE(shown, QStringList());
    static const QRegularExpression noCore(u"Max core file size\\s+0\\s+0\\s"_s);
    QVERIFY2(noCore.match(QString::fromLatin1(limits)).hasMatch(), limits);
}

void TestCli::hostileRecordingsOfAPagingServerAreNamedAsProblems()
{
    DemoConference hostile;
    auto options = DemoConference::defaultOptions(recordingCount);
    options.media = letopis::demo::Media::None;
    options.secret = m_secret;
    options.hostile = true;
    QVERIFY2(hostile.start(options), qPrintable(hostile.error()));
    QCOMPARE(run(profile(u"hostile"_s) + QStringList{u"server"_s, u"add"_s, u"demo"_s, u"--url"_s, hostile.connection().apiUrl,
                                                     u"--secret-stdin"_s, u"--ca-file"_s, hostile.connection().caFile},
                 secretLine())
                 .code,
             0);
    const Answer sync = json(profile(u"hostile"_s) + QStringList{u"sync"_s});
    QCOMPARE(sync.code, 0);
    QVERIFY2(sync.json()[u"added"_s].toInteger() >= recordingCount, sync.out);
    const QStringList named = idsOf(sync.array(u"failed"_s));
    QVERIFY2(named.contains(u"../../../../etc/passwd"_s), sync.out);
    QVERIFY2(named.size() >= 3, sync.out); // also the one without an id, and the one whose id has no end
}

void TestCli::aRemovedServerLeavesItsRecordings()
{
    QCOMPARE(run(profile(u"cut"_s) + QStringList{u"server"_s, u"remove"_s, u"demo"_s}).code, 0);
    QVERIFY(json(profile(u"cut"_s) + QStringList{u"server"_s, u"list"_s}).array(u"servers"_s).isEmpty());
    QCOMPARE(json(profile(u"cut"_s) + QStringList{u"recordings"_s}).array(u"recordings"_s).size(), m_demo.recordIds().size());
    const QStringList ofIt{u"recordings"_s, u"--server"_s, u"demo"_s};
    QCOMPARE(json(profile(u"cut"_s) + ofIt).array(u"recordings"_s).size(), m_demo.recordIds().size());
    QCOMPARE(run(profile(u"cut"_s) + QStringList{u"sync"_s}).code, 5);
    QFile secrets(path(u"cut/secrets.json"_s));
    QVERIFY(!secrets.open(QIODevice::ReadOnly) || !secrets.readAll().contains(m_secret));
}

void TestCli::savedFilesAreInspected()
{
    QFile saved(path(u"saved.xml"_s));
    QVERIFY(saved.open(QIODevice::WriteOnly));
    saved.write("<response><returncode>SUCCESS</returncode><recordings><recording><recordID>r-1</recordID>"
                "<meetingID>m-1</meetingID><name>\x1b[31mLecture</name><state>published</state>"
                "<startTime>1700000000000</startTime><endTime>1700000600000</endTime></recording></recordings></response>");
    saved.close();
    const Answer answer = json({u"inspect"_s, saved.fileName()});
    QVERIFY2(answer.code == 0 || answer.code == 1, answer.err); // an escape character is not XML; never a crash
    QVERIFY(!answer.out.contains('\x1b'));

    QString events;
    for (QDirIterator it(m_demo.connection().dataRoot, {u"events.xml"_s}, QDir::Files, QDirIterator::Subdirectories);
         it.hasNext() && events.isEmpty();)
        events = it.next();
    QVERIFY(!events.isEmpty());
    const Answer meeting = json({u"inspect"_s, events});
    QCOMPARE(meeting.code, 0);
    QCOMPARE(meeting.json()[u"kind"_s].toString(), u"events.xml"_s);
    QVERIFY(!meeting.json()[u"meeting"_s][u"participants"_s].toArray().isEmpty());

    QFile rubbish(path(u"rubbish"_s));
    QVERIFY(rubbish.open(QIODevice::WriteOnly));
    rubbish.write("no XML at all");
    rubbish.close();
    QCOMPARE(run({u"inspect"_s, rubbish.fileName()}).code, 1);
}

void TestCli::helpNeedsNoProfile()
{
    const QString nowhere = path(u"help-profile"_s);
    for (const QStringList &arguments : {QStringList{u"--help"_s}, {u"help"_s, u"sync"_s}, {u"--version"_s},
                                         {u"--profile"_s, nowhere, u"recordings"_s, u"--help"_s}}) {
        const Answer answer = run(arguments);
        QCOMPARE(answer.code, 0);
        QVERIFY(answer.out.contains("letopis-cli"));
        QVERIFY(answer.err.isEmpty());
    }
    QCOMPARE(run({u"--profile"_s, nowhere, u"fly"_s}).code, 2);
    QVERIFY(!QFile::exists(nowhere));
}

void TestCli::aProfileThatCannotBeMadeSaysWhatToDo()
{
    QFile file(path(u"a-file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly)); // root may write every folder, but no one into a file
    const Answer answer = run({u"--profile"_s, file.fileName() + u"/profile"_s, u"server"_s, u"list"_s});
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.err.contains("Letopis cannot write its profile"), answer.err.constData());
    QVERIFY2(answer.err.contains("--profile"), answer.err.constData());
    QVERIFY2(!answer.err.contains("read access"), answer.err.constData());
}

void TestCli::messagesComeInTwoLanguages()
{
    const QByteArray english = run({u"--lang"_s, u"en"_s, u"help"_s, u"sync"_s}).out;
    const QByteArray russian = run({u"--lang"_s, u"ru"_s, u"help"_s, u"sync"_s}).out;
    QVERIFY(english.contains("Usage:"));
    QVERIFY2(russian.contains("Вызов: letopis-cli sync"), russian);
}

void TestCli::noSecretIsAnywhereButInItsFile()
{
    QVERIFY(!m_everythingSaid.isEmpty());
    QVERIFY(!m_everythingSaid.contains(m_secret));
    int files = 0;
    bool isInItsFile = false;
    for (QDirIterator it(m_directory.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        ++files;
        const QByteArray bytes = file.readAll();
        const bool isSecretFile = file.fileName().endsWith(u"/secrets.json"_s);
        for (const QByteArray &form : {m_secret, m_secret.toBase64(), m_secret.toHex()}) {
            if (!isSecretFile)
                QVERIFY2(!bytes.contains(form), qPrintable(file.fileName()));
        }
        if (isSecretFile) {
            isInItsFile = true;
            QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                     QFile::Permissions());
        }
    }
    QVERIFY(files > 4);
    QVERIFY(isInItsFile);
}

void TestCli::theCatalogIsItsOwnersInAFolderThatOthersMayEnter()
{
    const QString folder = path(u"made before"_s);
    QVERIFY(QDir().mkdir(folder));
    constexpr auto others = QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | others));
    QCOMPARE(run({u"recordings"_s, u"--profile"_s, folder}).code, 0);
    for (const QString &name : {u"catalog.sqlite"_s, u"store"_s, u"media"_s}) {
        const QFileInfo made(folder + u'/' + name);
        QVERIFY2(made.exists(), qPrintable(name));
        QVERIFY2(!(made.permissions() & others), qPrintable(name));
    }
}

void TestCli::anAnswerThatCannotBeWrittenIsAFailure()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("There is no /dev/full on this machine.");
    QProcess process;
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(QStringLiteral(LETOPIS_CLI), profile(u"full"_s) + QStringList{u"recordings"_s});
    QVERIFY(process.waitForFinished(longestRunMs));
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("stdout: "));
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
