// The program's own object graph over a real profile: a restore that was confirmed takes the catalog's place when the program
// starts anew, and nothing else does.
#include "app/bootstrap/applicationgraph.h"
#include "core/base/whendone.h"
#include "core/workspace/backupkeeper.h"
#include "core/workspace/workspace.h"
#include "tests/support/answer.h"

#include <QTemporaryDir>
#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {

// One run of the program.
struct Program
{
    explicit Program(const QString &profile)
        : graph(std::move(ApplicationGraph::create({.profileDirectory = profile, .secrets = SecretsKind::File})).value())
    {
    }
    Workspace &workspace() { return graph->workspace(); }
    const Actor &actor() { return graph->actor(); }
    BackupStatus status() { return answerOf(workspace().backups().status(actor())).value_or({}); }
    Result<ServerId> addServer(const QString &name)
    {
        ConferenceServer server;
        server.name = name;
        server.apiUrl = QUrl(u"https://%1.example/bigbluebutton/api/"_s.arg(name));
        ServerCredentials credentials;
        credentials.apiSecret = SecretText("secret");
        return answerOf(workspace().addServer(actor(), server, credentials));
    }
    QStringList servers()
    {
        QStringList names;
        for (const ConferenceServer &server : answerOf(workspace().servers(actor())).value_or({}))
            names += server.name;
        return names;
    }
    std::optional<Error> run(JobId id)
    {
        const auto job = [&] {
            for (const JobStatus &each : workspace().jobs(actor())) {
                if (each.id == id)
                    return each;
            }
            return JobStatus();
        };
        static_cast<void>(QTest::qWaitFor([&] { return job().state == Job::State::Finished; }, 60'000));
        return job().error;
    }

    std::unique_ptr<ApplicationGraph> graph;
};

} // namespace

class TestRestart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aConfirmedRestoreIsDoneByTheNextStartAndToldOnce()
    {
        QTemporaryDir folder;
        const QString profile = folder.filePath(u"profile"_s);
        const BackupDestination place{BackupDestination::Kind::Folder, folder.filePath(u"backups"_s)};
        BackupLocation backup{place, {}};
        {
            Program first(profile);
            QVERIFY(first.addServer(u"first"_s));
            QVERIFY(!first.run(first.workspace().backups().startBackup(first.actor(), place, std::nullopt)));
            backup.fileName = answerOf(first.workspace().backups().backups(first.actor(), place)).value().first().name.fileName();
            QVERIFY(first.addServer(u"second"_s));
            QVERIFY(!first.run(first.workspace().backups().startRestore(first.actor(), backup, std::nullopt)));
            QCOMPARE(first.status().staged->relation, CatalogRelation::Earlier);
        }
        {
            Program second(profile); // not confirmed: nothing happened
            QVERIFY(!second.status().restored && !second.status().staged && !second.status().pending);
            QCOMPARE(second.servers(), (QStringList{u"first"_s, u"second"_s}));
            QVERIFY(!second.run(second.workspace().backups().startRestore(second.actor(), backup, std::nullopt)));
            QVERIFY(answerOf(second.workspace().backups().confirmRestore(second.actor())));
            QCOMPARE(second.servers().size(), 2);
        }
        {
            Program third(profile);
            QCOMPARE(third.servers(), QStringList{u"first"_s});
            const auto restored = third.status().restored;
            QVERIFY(restored && *restored);
            QVERIFY(QFile::exists((**restored).keptCatalog));
        }
        Program fourth(profile);
        QVERIFY(!fourth.status().restored);
        QCOMPARE(fourth.servers(), QStringList{u"first"_s});
    }
};

QTEST_GUILESS_MAIN(TestRestart)
#include "tst_restart.moc"
