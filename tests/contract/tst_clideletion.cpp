// letopis-cli deletes, brings back and compares on the demo conference server.
#include "tests/support/democonference.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using letopis::test::DemoConference;

namespace {
struct Answer
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QJsonObject first(const QString &key) const { return json()[key].toArray().at(0).toObject(); }
};
enum Exit { Done = 0, Failed = 1, Usage = 2 };
} // namespace

class TestCliDeletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto options = DemoConference::defaultOptions(16);
        options.media = letopis::demo::Media::None;
        QVERIFY2(m_demo.start(options), qPrintable(m_demo.error()));
        const auto &server = m_demo.connection();
        if (server.sshHost.isEmpty())
            QSKIP("There is no OpenSSH server on this machine.");
        QStringList add{u"server"_s, u"add"_s, u"demo"_s, u"--url"_s, server.apiUrl, u"--ca-file"_s, server.caFile, u"--secret-stdin"_s,
                        u"--ssh"_s, u"%1@%2:%3"_s.arg(server.sshUser, server.sshHost).arg(server.sshPort), u"--ssh-key"_s, server.sshKeyFile,
                        u"--known-hosts"_s, server.knownHostsFile, u"--data-root"_s, server.dataRoot,
                        u"--deletion-command"_s, server.deletionCommand};
        const Answer added = cli(add, server.secret + '\n');
        QVERIFY2(added.code == Done, added.err.constData());
        QCOMPARE(cli({u"sync"_s}).code, Done);
        for (const QString &id : m_demo.recordIds()) {
            if (m_demo.plan(id).state == letopis::demo::State::Published)
                m_published += id;
        }
        QVERIFY(m_published.size() >= 4);
    }

    void theCheckTellsWhatDeletingCanDo()
    {
        const Answer checked = cli({u"server"_s, u"check"_s, u"demo"_s});
        QVERIFY2(checked.code == Done, checked.err.constData());
        const QJsonObject deletion = checked.json()[u"deletion"_s].toObject();
        QVERIFY2(deletion[u"canRestore"_s].toBool() && deletion[u"canPurge"_s].toBool(), checked.out.constData());
    }

    void theRecipeIsTheScriptForThisServer()
    {
        const Answer recipe = cli({u"server"_s, u"recipe"_s, u"demo"_s});
        QVERIFY(recipe.json()[u"script"_s].toString().contains(u"\nROOT="_s + m_demo.connection().dataRoot + u'\n'));
        QVERIFY(recipe.json()[u"sudoers"_s].toString().contains(u"NOPASSWD: /usr/local/sbin/letopis-recordings\n"_s));
    }

    void nothingGoesBeforeItsNumberIsSaid()
    {
        const QString id = m_published[0];
        const Answer planned = cli({u"retention"_s, u"purge"_s, id});
        QCOMPARE(planned.code, Usage);
        QCOMPARE(planned.first(u"items"_s)[u"state"_s].toString(), u"planned"_s);
        QCOMPARE(cli({u"retention"_s, u"apply"_s, QString::number(planned.json()[u"plan"_s].toInt()), u"--confirm"_s, u"7"_s}).code, Failed);
        QCOMPARE(m_demo.plan(id).state, letopis::demo::State::Published);
        const Answer applied =
            cli({u"retention"_s, u"apply"_s, QString::number(planned.json()[u"plan"_s].toInt()), u"--confirm"_s, u"1"_s});
        QVERIFY2(applied.code == Done, applied.err.constData());
        QCOMPARE(applied.first(u"items"_s)[u"state"_s].toString(), u"done"_s);
        QVERIFY(applied.first(u"items"_s)[u"freedBytes"_s].toInteger() > 0);
        QVERIFY(!QFile::exists(m_demo.connection().dataRoot + u"/deleted/presentation/"_s + id));
    }

    void theCertificateIsVerifiedWithoutAProfile()
    {
        const QString file = m_directory.filePath(u"certificate.json"_s);
        const Answer written = cli({u"retention"_s, u"certificate"_s, m_published[0], u"--to"_s, file});
        QVERIFY2(written.code == Done, written.err.constData());
        QCOMPARE(cli({u"retention"_s, u"verify"_s, file}).code, Done);
        QFile changed(file);
        QVERIFY(changed.open(QIODevice::ReadWrite));
        QByteArray content = changed.readAll();
        content.replace("\"server\":\"demo\"", "\"server\":\"demo2\"");
        QVERIFY(changed.resize(0) && changed.seek(0) && changed.write(content) == content.size());
        changed.close();
        QCOMPARE(cli({u"retention"_s, u"verify"_s, file}).code, Failed);
    }

    void whatWasTrashedComesBack()
    {
        const QString id = m_published[1];
        const Answer trashed = cli({u"retention"_s, u"trash"_s, id, u"--confirm"_s, u"1"_s});
        QVERIFY2(trashed.code == Done, trashed.err.constData());
        QCOMPARE(m_demo.plan(id).state, letopis::demo::State::Deleted);
        const Answer restored = cli({u"retention"_s, u"restore"_s, id});
        QVERIFY2(restored.code == Done, restored.err.constData());
        QCOMPARE(m_demo.plan(id).state, letopis::demo::State::Published);
    }

    void realityNamesWhatIsLeftOverAndMendsIt()
    {
        const QString id = QString(40, u'd') + u"-1600000000000"_s;
        const QString leftover = m_demo.connection().dataRoot + u"/deleted/presentation/"_s + id;
        QVERIFY(QDir().mkpath(leftover));
        QFile file(leftover + u"/video.webm"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(5000, 'x')) == 5000);
        file.close();
        const Answer found = cli({u"reality"_s, u"demo"_s});
        QVERIFY2(found.code == Done, found.err.constData());
        QCOMPARE(found.json()[u"source"_s].toString(), u"script"_s);
        QJsonObject ours;
        for (const QJsonValue &finding : found.json()[u"findings"_s].toArray()) {
            if (finding[u"recordId"_s].toString() == id)
                ours = finding.toObject();
        }
        QCOMPARE(ours[u"kind"_s].toString(), u"deletedLeftover"_s);
        QCOMPARE(ours[u"mend"_s].toString(), u"purge"_s);
        QCOMPARE(ours[u"sizeBytes"_s].toInteger(), 5000);
        const Answer planned = cli({u"reality"_s, u"demo"_s, u"--mend"_s});
        QCOMPARE(planned.code, Usage);
        QVERIFY(QFile::exists(leftover));
        const QJsonObject plan = planned.json();
        const Answer mended = cli({u"retention"_s, u"apply"_s, QString::number(plan[u"plan"_s].toInt()), u"--confirm"_s,
                                   QString::number(plan[u"itemCount"_s].toInt())});
        QVERIFY2(mended.code == Done, mended.err.constData());
        QVERIFY(!QFile::exists(leftover));
        const Answer again = cli({u"reality"_s, u"demo"_s});
        for (const QJsonValue &finding : again.json()[u"findings"_s].toArray())
            QVERIFY2(finding[u"mend"_s].toString() != u"purge"_s, again.out.constData());
    }

private:
    Answer cli(const QStringList &words, const QByteArray &input = {})
    {
        QProcess process;
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert(u"HOME"_s, m_directory.path());
        variables.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        process.setProcessEnvironment(variables);
        process.start(QStringLiteral(LETOPIS_CLI), QStringList{u"--profile"_s, m_directory.filePath(u"profile"_s), u"--format"_s, u"json"_s,
                                                               u"--secrets"_s, u"file"_s}
                                                       + words);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(120'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    QTemporaryDir m_directory;
    DemoConference m_demo;
    QStringList m_published;
};

QTEST_GUILESS_MAIN(TestCliDeletion)
#include "tst_clideletion.moc"
