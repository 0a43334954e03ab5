#include "tests/core/backup/backupcatalog.h"
#include "tests/support/democonference.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace letopis::testing;
using letopis::test::DemoConference;

namespace {

struct Answer
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

} // namespace

// letopis-cli backup …, as scripts drive it, against the demo conference server.
class TestBackupCli : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;
    DemoConference m_demo;

    QString path(const QString &name) const { return m_directory.filePath(name); }
    QStringList profile(const QString &name) const
    {
        return {u"--profile"_s, path(name), u"--secrets"_s, u"file"_s, u"--format"_s, u"json"_s};
    }
    Answer run(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert(u"HOME"_s, m_directory.path());
        variables.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        variables.remove(u"SSH_AUTH_SOCK"_s);
        process.setProcessEnvironment(variables);
        process.start(QStringLiteral(LETOPIS_CLI), arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(-1);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }
    Answer backup(const QString &profileName, const QStringList &arguments, const QByteArray &input = {})
    {
        return run(profile(profileName) + QStringList{u"backup"_s} + arguments, input);
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto options = DemoConference::defaultOptions(12);
        options.media = letopis::demo::Media::None;
        options.secret = "canary-5c1f0e7d9b2a4863";
        QVERIFY2(m_demo.start(options), qPrintable(m_demo.error()));
        const letopis::demo::Connection &demo = m_demo.connection();
        if (demo.sshHost.isEmpty())
            QSKIP("There is no OpenSSH server on this machine.");
        const Answer added = run(profile(u"main"_s) + QStringList{u"server"_s, u"add"_s, u"demo"_s, u"--url"_s, demo.apiUrl,
                                     u"--secret-stdin"_s, u"--ca-file"_s, demo.caFile, u"--ssh"_s,
                                     u"%1@%2:%3"_s.arg(demo.sshUser, demo.sshHost).arg(demo.sshPort), u"--ssh-key"_s,
                                     demo.sshKeyFile, u"--known-hosts"_s, demo.knownHostsFile, u"--data-root"_s, demo.dataRoot},
                                 "canary-5c1f0e7d9b2a4863\n");
        QVERIFY2(added.code == 0, added.err);
        const Answer synced = run(profile(u"main"_s) + QStringList{u"sync"_s});
        QVERIFY2(synced.code == 0, synced.err);
    }

    void aBackupRestoredIntoAnEmptyProfileEqualsTheOriginal()
    {
        const Answer made = backup(u"main"_s, {u"create"_s, u"--folder"_s, path(u"folder"_s), u"--passphrase-stdin"_s}, "слово\n");
        QVERIFY2(made.code == 0, made.err);
        QVERIFY(made.json()[u"encrypted"_s].toBool());
        QVERIFY(made.json()[u"storeFiles"_s].toInt() > 0);
        QVERIFY(!made.err.contains("Not encrypted"));
        const QString file = made.json()[u"file"_s].toString();
        const QJsonArray listed =
            backup(u"main"_s, {u"list"_s, u"--folder"_s, path(u"folder"_s)}).json()[u"backups"_s].toArray();
        QCOMPARE(listed.size(), 1);
        QCOMPARE(path(u"folder"_s) + u'/' + listed.at(0)[u"file"_s].toString(), file);
        QCOMPARE(run({u"backup"_s, u"verify"_s, file, u"--passphrase-stdin"_s}, "слово\n").code, 0);
        const Answer wrong = run({u"backup"_s, u"verify"_s, file, u"--passphrase-stdin"_s}, "не то\n");
        QCOMPARE(wrong.code, 4);
        QVERIFY2(wrong.err.contains("The passphrase is wrong."), wrong.err);

        const Answer restored = backup(u"copy"_s, {u"restore"_s, file, u"--passphrase-stdin"_s}, "слово\n");
        QVERIFY2(restored.code == 0, restored.err);
        QVERIFY(restored.json()[u"keptCatalog"_s].isNull());
        QVERIFY(restored.json()[u"settingsRestored"_s].toBool());
        QVERIFY(rowsOf(path(u"copy/catalog.sqlite"_s)) == rowsOf(path(u"main/catalog.sqlite"_s)));
        QCOMPARE(filesBelow(path(u"copy/store"_s)), filesBelow(path(u"main/store"_s)));
        const Answer recordings = run(profile(u"copy"_s) + QStringList{u"recordings"_s});
        QCOMPARE(recordings.json()[u"recordings"_s].toArray(),
                 run(profile(u"main"_s) + QStringList{u"recordings"_s}).json()[u"recordings"_s].toArray());

        const Answer again = backup(u"copy"_s, {u"restore"_s, file, u"--passphrase-stdin"_s}, "слово\n");
        QCOMPARE(again.code, 1);
        const Answer replaced =
            backup(u"copy"_s, {u"restore"_s, file, u"--passphrase-stdin"_s, u"--replace"_s}, "слово\n");
        QVERIFY2(replaced.code == 0, replaced.err);
        QVERIFY(QFileInfo::exists(replaced.json()[u"keptCatalog"_s].toString()));
    }

    void aBackupGoesToTheServerAndComesBack()
    {
        const Answer made = backup(u"main"_s, {u"create"_s, u"--server"_s, u"demo"_s});
        QVERIFY2(made.code == 0, made.err);
        QVERIFY(made.err.contains("Not encrypted"));
        QVERIFY(QFileInfo::exists(m_demo.connection().dataRoot + u"/letopis/backups"_s));
        const Answer listed = backup(u"main"_s, {u"list"_s, u"--server"_s, u"demo"_s});
        QCOMPARE(listed.json()[u"backups"_s].toArray().size(), 1);
        const QString name = listed.json()[u"backups"_s][0][u"file"_s].toString();
        const Answer fetched = backup(u"main"_s, {u"fetch"_s, name, path(u"fetched"_s), u"--server"_s, u"demo"_s});
        QVERIFY2(fetched.code == 0, fetched.err);
        const Answer verified = run({u"backup"_s, u"verify"_s, path(u"fetched"_s), u"--format"_s, u"json"_s});
        QVERIFY2(verified.code == 0, verified.err);
        QCOMPARE(verified.json()[u"sizeBytes"_s], made.json()[u"sizeBytes"_s]);
        // No secret is in it: it is plain, and opened all the way.
        QVERIFY(QDir().mkpath(path(u"opened"_s)));
        QProcess tar;
        tar.start(u"tar"_s, {u"--zstd"_s, u"-xf"_s, path(u"fetched"_s), u"-C"_s, path(u"opened"_s)});
        if (!tar.waitForFinished() || tar.exitCode() != 0)
            QSKIP("There is no tar with zstd on this machine.");
        for (const QByteArray &content : filesBelow(path(u"opened"_s)))
            QVERIFY(!content.contains("canary-5c1f0e7d9b2a4863"));
        QCOMPARE(filesBelow(path(u"opened/store"_s)), filesBelow(path(u"main/store"_s)));
    }

    void aScheduleIsKeptAndNeverWithoutAPassphraseUnlessSaidSo()
    {
        QCOMPARE(backup(u"main"_s, {u"schedule"_s}).json()[u"interval"_s].toString(), u"off"_s);
        QCOMPARE(backup(u"main"_s, {u"schedule"_s, u"--every"_s, u"daily"_s}).code, 2);
        QCOMPARE(backup(u"main"_s, {u"schedule"_s, u"--every"_s, u"hourly"_s}).code, 2);
        const QStringList daily{u"schedule"_s, u"--every"_s, u"daily"_s, u"--server"_s, u"demo"_s, u"--keep"_s, u"5"_s};
        QCOMPARE(backup(u"main"_s, daily).code, 2); // no passphrase
        QCOMPARE(backup(u"main"_s, {u"schedule"_s}).json()[u"interval"_s].toString(), u"off"_s);
        const Answer stored = backup(u"main"_s, daily + QStringList{u"--passphrase-stdin"_s}, "canary-слово\n");
        QVERIFY2(stored.code == 0, stored.err);
        const QJsonObject expected{{u"interval"_s, u"daily"_s}, {u"folder"_s, QJsonValue()}, {u"server"_s, u"demo"_s},
                                   {u"encrypted"_s, true}, {u"keep"_s, 5}};
        QCOMPARE(backup(u"main"_s, {u"schedule"_s}).json(), expected);
        QVERIFY(!contentOf(path(u"main/settings.ini"_s)).contains("canary"));
        QCOMPARE(backup(u"main"_s, {u"schedule"_s, u"--every"_s, u"off"_s}).code, 0);
    }

    void wrongUsageAndWrongFilesAreSaidSo()
    {
        QCOMPARE(backup(u"main"_s, {u"create"_s}).code, 2);
        QCOMPARE(backup(u"main"_s, {u"create"_s, path(u"x"_s), u"--folder"_s, path(u"y"_s)}).code, 2);
        QCOMPARE(backup(u"main"_s, {u"create"_s, path(u"x"_s), u"--passphrase-stdin"_s}).code, 2); // no input
        QVERIFY(!QFileInfo::exists(path(u"x"_s)));
        QCOMPARE(backup(u"main"_s, {u"create"_s, u"--server"_s, u"nobody"_s}).code, 5);
        QCOMPARE(run({u"backup"_s, u"verify"_s, path(u"none"_s)}).code, 5);
        QVERIFY(putContent(path(u"text"_s), "hello"));
        const Answer text = run({u"backup"_s, u"verify"_s, path(u"text"_s)});
        QCOMPARE(text.code, 1);
        QVERIFY2(text.err.contains("is no backup"), text.err);
        QVERIFY(run({u"help"_s, u"backup"_s}).out.contains("backup restore"));
    }
};

QTEST_GUILESS_MAIN(TestBackupCli)
#include "tst_backupcli.moc"
