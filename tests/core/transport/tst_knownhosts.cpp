#include "core/transport/knownhosts.h"

#include <QMessageAuthenticationCode>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;

namespace {

QByteArray blob(const QByteArray &type, char fill)
{
    QByteArray bytes("\0\0\0", 3);
    return bytes.append(char(type.size())).append(type).append(QByteArray(32, fill));
}

QByteArray line(const QByteArray &hosts, const QByteArray &keyBlob)
{
    return hosts + ' ' + hostKeyType(keyBlob) + ' ' + keyBlob.toBase64() + " a comment\n";
}

QByteArray hashed(const QByteArray &name)
{
    const QByteArray salt(20, 's');
    return "|1|" + salt.toBase64() + '|' +
           QMessageAuthenticationCode::hash(name, salt, QCryptographicHash::Sha1).toBase64();
}

const QByteArray ours = blob("ssh-ed25519", 1);
const QByteArray theirs = blob("ssh-ed25519", 2);
const QByteArray rsa = blob("ssh-rsa", 3);

} // namespace

class KnownHostsTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    QString write(const QByteArray &content, const QString &name = u"known_hosts"_s)
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write a test file");
        return file.fileName();
    }

private Q_SLOTS:
    void anEntryDecidesAboutAKey_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("port");
        QTest::addColumn<int>("state");
        const auto row = [](const char *name, const QByteArray &content, HostKeyState state, int port = 22) {
            QTest::newRow(name) << content << port << int(state);
        };
        using enum HostKeyState;
        row("no entry", "", Unknown);
        row("comments and rubbish", "# bbb.example.com\n\n\nbbb.example.com\nbbb.example.com ssh-ed25519 !!!\n",
            OtherType);
        row("the key", line("bbb.example.com", ours), Known);
        row("another case", line("BBB.Example.com", ours), Known);
        row("among several names", line("other,bbb.example.com,192.0.2.1", ours), Known);
        row("a pattern", line("*.example.com", ours), Known);
        row("a question mark", line("bb?.example.com", ours), Known);
        row("a negated pattern", line("*.example.com,!bbb.example.com", ours), Unknown);
        row("negation first", line("!bbb.example.com,*.example.com", ours), Unknown);
        row("another host", line("bbb.example.org", theirs), Unknown);
        row("a longer name", line("bbb.example.comm", ours), Unknown);
        row("hashed", line(hashed("bbb.example.com"), ours), Known);
        row("hashed, another host", line(hashed("bbb.example.org"), ours), Unknown);
        row("hashed, malformed", line("|1|x", ours) + line("|2|a|b", ours), Unknown);
        row("changed", line("bbb.example.com", theirs), Changed);
        row("changed, hashed", line(hashed("bbb.example.com"), theirs), Changed);
        row("another type", line("bbb.example.com", rsa), OtherType);
        row("another type and ours", line("bbb.example.com", rsa) + line("bbb.example.com", ours), Known);
        row("an old one and ours", line("bbb.example.com", theirs) + line("bbb.example.com", ours), Known);
        row("revoked", line("bbb.example.com", ours) + line("@revoked *", ours), Revoked);
        row("another revoked", line("bbb.example.com", ours) + line("@revoked *", theirs), Known);
        row("an authority's", line("@cert-authority *.example.com", ours), Unknown);
        row("a port", line("[bbb.example.com]:2222", ours), Known, 2222);
        row("another port", line("[bbb.example.com]:2223", ours), Unknown, 2222);
        row("a port, hashed", line(hashed("[bbb.example.com]:2222"), ours), Known, 2222);
        row("a port, changed", line("[bbb.example.com]:2222", theirs), Changed, 2222);
        row("the host's own key on another port", line("bbb.example.com", ours), Known, 2222);
        row("another key of the host proves nothing", line("bbb.example.com", theirs), Unknown, 2222);
        row("no newline at the end", line("bbb.example.com", ours).chopped(1), Known);
        row("CRLF", line("bbb.example.com", ours).replace("\n", "\r\n"), Known);
        row("stars without end", line(QByteArray(500, '*') + "x", theirs), Unknown);
    }

    void anEntryDecidesAboutAKey()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const int, port);
        QFETCH(const int, state);
        const auto verdict = checkKnownHosts({write(content)}, u"bbb.example.com"_s, port, ours);
        QVERIFY(verdict);
        QCOMPARE(int(verdict->state), state);
    }

    void theVerdictNamesFileAndLine()
    {
        const QString first = write("# nothing\n", u"first"_s);
        const QString second = write("# one\n\n" + line("bbb", theirs), u"second"_s);
        const auto verdict = checkKnownHosts({first, u"/nowhere/at/all"_s, second}, u"bbb"_s, 22, ours);
        QVERIFY(verdict);
        QCOMPARE(verdict->state, HostKeyState::Changed);
        QCOMPARE(verdict->file, second);
        QCOMPARE(verdict->line, 3);
    }

    void aRevocationInTheSystemsFileOutweighsTheUsers()
    {
        const QString user = write(line("bbb", ours), u"user"_s);
        const QString system = write(line("@revoked *", ours), u"system"_s);
        const auto verdict = checkKnownHosts({user, system}, u"bbb"_s, 22, ours);
        QVERIFY(verdict);
        QCOMPARE(verdict->state, HostKeyState::Revoked);
    }

    void aRecordedKeyIsKnownAndTheFilePrivate()
    {
        const QString file = m_dir.filePath(u"new/directory/known_hosts"_s);
        QVERIFY(recordKnownHost(file, u"BBB.example.com"_s, 2222, ours));
        const auto verdict = checkKnownHosts({file}, u"bbb.example.com"_s, 2222, ours);
        QVERIFY(verdict);
        QCOMPARE(verdict->state, HostKeyState::Known);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther |
                            QFile::ExeGroup | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(file) & others));
        QVERIFY(!(QFile::permissions(m_dir.filePath(u"new/directory"_s)) & others));
    }

    void recordingKeepsALastLineWithoutItsNewline()
    {
        const QString file = write(line("other", theirs).chopped(1));
        QVERIFY(recordKnownHost(file, u"bbb"_s, 22, ours));
        QCOMPARE(checkKnownHosts({file}, u"bbb"_s, 22, ours)->state, HostKeyState::Known);
        QCOMPARE(checkKnownHosts({file}, u"other"_s, 22, theirs)->state, HostKeyState::Known);
    }

    void aNameThatWouldForgeALineIsNotRecorded()
    {
        const QString file = write("");
        for (const QString &name :
             {u"a b"_s, u"a\nb"_s, u"a,b"_s, u"*"_s, u"!a"_s, u"|1|a"_s, u"@revoked"_s, u"#"_s, u""_s})
            QCOMPARE(recordKnownHost(file, name, 22, ours).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(QFileInfo(file).size(), 0);
    }

    void aFileThatCannotBeWrittenIsAnErrorThatNamesIt()
    {
        // A directory in the file's place: unwritable for root, too.
        const QString file = m_dir.filePath(u"directory"_s);
        QVERIFY(QDir().mkpath(file));
        const Result<> recorded = recordKnownHost(file, u"bbb"_s, 22, ours);
        QVERIFY(!recorded);
        QCOMPARE(recorded.error().kind, ErrorKind::PermissionDenied);
        QCOMPARE(recorded.error().subject, file);
    }

    void aFileThatCannotBeReadIsAnError()
    {
        const QString file = m_dir.filePath(u"unreadable"_s);
        QVERIFY(QDir().mkpath(file));
        const auto verdict = checkKnownHosts({file}, u"bbb"_s, 22, ours);
        QVERIFY(!verdict);
        QCOMPARE(verdict.error().subject, file);
    }

    void aMalformedKeyHasNoType()
    {
        QCOMPARE(hostKeyType({}), QByteArray());
        QCOMPARE(hostKeyType(QByteArray("\xff\xff\xff\xff", 4)), QByteArray());
        QCOMPARE(hostKeyType(QByteArray("\0\0\0\5abc", 7)), QByteArray());
    }
};

QTEST_GUILESS_MAIN(KnownHostsTest)
#include "tst_knownhosts.moc"
