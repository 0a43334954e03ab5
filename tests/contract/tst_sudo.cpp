// The recipe for a server's administrator, with a real sudo: the printed line lets the account run the script as the owner of the
// recordings, and nothing else.
#include "core/domain/serverrecipe.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
const QString recording = QString(40, u'a') + u"-1700000000000"_s;
constexpr uint recordingsOwner = 61001; // of sudoroom.sh
constexpr int notLet = 77;

struct Ended
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

Ended run(const QString &program, const QStringList &words)
{
    QProcess process;
    process.start(program, words);
    process.closeWriteChannel();
    process.waitForFinished(60'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

QString find(const QString &program)
{
    const QString found = QStandardPaths::findExecutable(program);
    return found.isEmpty() ? QStandardPaths::findExecutable(program, {u"/usr/sbin"_s, u"/sbin"_s}) : found;
}

bool write(const QString &path, const QByteArray &content, QFile::Permissions permissions)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.setPermissions(permissions);
}

constexpr auto program = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
} // namespace

class TestSudo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLineIsOneThatVisudoTakes_data()
    {
        QTest::addColumn<QString>("account");
        QTest::newRow("plain") << u"letopis"_s;
        QTest::newRow("dots") << u"backup.user-2"_s;
        QTest::newRow("no account's name") << u"x ALL=(ALL) NOPASSWD: ALL\n#"_s;
    }

    void theLineIsOneThatVisudoTakes()
    {
        const QString visudo = find(u"visudo"_s);
        if (visudo.isEmpty())
            QSKIP("There is no sudo on this machine.");
        QFETCH(const QString, account);
        const QString file = m_room.filePath(u"line"_s);
        QFile::remove(file);
        QVERIFY(write(file, recordingsSudoers(account), QFile::ReadOwner | QFile::ReadGroup));
        const Ended checked = run(visudo, {u"-c"_s, u"-f"_s, file});
        QVERIFY2(checked.code == 0, checked.err.constData());
        QCOMPARE(recordingsSudoers(account).count('\n'), 1);
        QVERIFY(!recordingsSudoers(account).contains("(ALL)"));
    }

    void theScriptRunsAsTheOwnerAndNothingElseDoes()
    {
        prepare();
        if (QTest::currentTestFailed() || !m_whyNot.isEmpty())
            QSKIP(qPrintable(m_whyNot));
        const QString script = u"/usr/local/sbin/letopis-recordings"_s, owner = u"bigbluebutton"_s;
        const Ended probed = inRoom({u"sudo"_s, u"-n"_s, u"-u"_s, owner, script, u"probe"_s});
        if (probed.code == notLet)
            QSKIP("This machine lets nobody mount in a namespace of their own.");
        QVERIFY2(probed.code == 0, (probed.out + probed.err).constData());
        QVERIFY2(probed.out.contains("\nuser\tbigbluebutton\n") && probed.out.endsWith("end\tok\n"), probed.out.constData());
        QVERIFY(probed.out.contains("state\tdeleted\tok\n"));
        const QList<QStringList> others{{u"-u"_s, owner, u"/bin/ls"_s, u"/"_s},
                                        {u"-u"_s, owner, u"/bin/sh"_s, script, u"probe"_s},
                                        {u"-u"_s, u"root"_s, script, u"probe"_s},
                                        {script, u"probe"_s}};
        for (const QStringList &words : others)
            QVERIFY2(inRoom(QStringList{u"sudo"_s, u"-n"_s} + words).code == 1, qPrintable(words.join(u' ')));
        // What the caller's environment says is nothing to it.
        const Ended astray = inRoom({u"env"_s, u"ROOT=/etc"_s, u"ENV=/etc/passwd"_s, u"sudo"_s, u"-n"_s, u"-u"_s, owner, script, u"probe"_s});
        QVERIFY2(astray.out.contains("root\t" + QDir(m_room.filePath(u"data"_s)).canonicalPath().toUtf8() + '\n'), astray.out.constData());
    }

    void aPurgeRemovesWhatIsTheOwnersAndTellsWhatIsNot()
    {
        prepare();
        if (QTest::currentTestFailed() || !m_whyNot.isEmpty())
            QSKIP(qPrintable(m_whyNot));
        const QString mine = m_room.filePath(u"data/published/presentation/"_s) + recording;
        const QString roots = m_room.filePath(u"data/recording/raw/"_s) + recording;
        for (const QString &directory : {mine, roots}) {
            QVERIFY(QDir().mkpath(directory));
            QVERIFY(write(directory + u"/file"_s, "content", QFile::ReadOwner | QFile::WriteOwner));
        }
        QVERIFY(own(m_room.filePath(u"data"_s)));
        QVERIFY(run(u"chown"_s, {u"-R"_s, u"0:0"_s, m_room.filePath(u"data/recording/raw"_s)}).code == 0);
        const Ended purged = inRoom({u"sudo"_s, u"-n"_s, u"-u"_s, u"bigbluebutton"_s, u"/usr/local/sbin/letopis-recordings"_s, u"purge"_s, recording});
        if (purged.code == notLet)
            QSKIP("This machine lets nobody mount in a namespace of their own.");
        QVERIFY2(purged.out.contains("removed\tpublished/presentation\t"), (purged.out + purged.err).constData());
        QVERIFY2(purged.out.contains("left\trecording/raw\tdenied\n"), purged.out.constData());
        QVERIFY(!QFile::exists(mine));
        QVERIFY(QFile::exists(roots + u"/file"_s));
    }

private:
    // Sets m_whyNot where this machine cannot have such a room.
    void prepare()
    {
#ifdef Q_OS_LINUX
        if (::geteuid() != 0)
            m_whyNot = u"Only root can make users for a while."_s;
#else
        m_whyNot = u"This is no Linux."_s;
#endif
        for (const QString &needed : {u"sudo"_s, u"unshare"_s, u"setpriv"_s, u"mount"_s}) {
            if (find(needed).isEmpty())
                m_whyNot = u"There is no %1 on this machine."_s.arg(needed);
        }
        if (!m_whyNot.isEmpty())
            return;
        const QString data = m_room.filePath(u"data"_s);
        for (const QString &tree : {u"published"_s, u"unpublished"_s, u"deleted"_s, u"recording/raw"_s})
            QVERIFY(QDir().mkpath(data + u'/' + tree));
        QVERIFY(QDir().mkpath(m_room.filePath(u"sbin"_s)));
        QVERIFY(QFile::setPermissions(m_room.path(), program)); // others have to get in
        QVERIFY(write(m_room.filePath(u"sudoers"_s), recordingsSudoers(u"letopis"_s), QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(write(m_room.filePath(u"sbin/letopis-recordings"_s), recordingsScript(data), program));
        QVERIFY(own(data));
    }

    static bool own(const QString &directory)
    {
        return run(u"chown"_s, {u"-R"_s, u"%1:%1"_s.arg(recordingsOwner), directory}).code == 0;
    }

    Ended inRoom(const QStringList &words) const
    {
        const QString room = QFINDTESTDATA("sudoroom.sh");
        Ended ended = run(find(u"unshare"_s), QStringList{u"--mount"_s, u"--propagation"_s, u"private"_s, u"sh"_s, room, m_room.path()} + words);
        if (ended.err.contains("unshare:"))
            ended.code = notLet;
        return ended;
    }

    QTemporaryDir m_room;
    QString m_whyNot;
};

QTEST_GUILESS_MAIN(TestSudo)
#include "tst_sudo.moc"
