#include "core/backup/catalogsummary.h"
#include "core/jobs/outboxrun.h"
#include "core/jobs/syncrun.h"
#include "core/storage/fieldrepository.h"
#include "core/storage/outboxrepository.h"
#include "core/storage/recordingrepository.h"
#include "tests/core/backup/backupcatalog.h"
#include "tests/core/jobs/materialsprofile.h"
#include "tests/support/fakeconferenceservice.h"

#include <QTest>

using namespace letopis;
using namespace letopis::testing;
using letopis::test::MaterialsProfile;
using letopis::test::TestDisk;

namespace {

// A profile that a backup is restored into.
struct NewProfile
{
    QTemporaryDir folder;
    HandClock clock;

    CatalogFiles files() const
    {
        return {folder.filePath(u"catalog.sqlite"_s), folder.filePath(u"store"_s), folder.filePath(u"settings.ini"_s),
                folder.filePath(u"materials"_s)};
    }
};

CatalogFiles filesOf(const MaterialsProfile &profile)
{
    const QString folder = profile.catalog.folder();
    return {profile.catalog.database->path(), folder + u"/store"_s, {}, folder + u"/materials"_s};
}

Result<BackupReport> backUp(const CatalogFiles &files, const QString &file, const QDateTime &now,
                            const std::optional<SecretText> &passphrase = {})
{
    ProgressCounters progress;
    return createBackup({.files = files, .backupFile = file, .passphrase = passphrase, .application = u"letopis test"_s,
                         .now = now, .keyCost = quickKey},
                        progress, {});
}

Result<RestoreReport> restore(const QString &file, const CatalogFiles &into, const std::optional<SecretText> &passphrase = {})
{
    ProgressCounters progress;
    return restoreBackup({file, passphrase, into, false, QDateTime::currentDateTimeUtc()}, progress, {});
}

} // namespace

// What only this computer had: contents that no server has yet, edits that wait; and a restore in steps.
class TestBackupRestore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_count = 0;

    QString newFile() { return m_folder.filePath(u"backup-%1"_s.arg(++m_count)); }

private Q_SLOTS:
    void contentsThatNoServerHasAreUploadedFromTheRestoredProfile_data()
    {
        QTest::addColumn<bool>("isEncrypted");
        QTest::newRow("plain") << false;
        QTest::newRow("encrypted") << true;
    }
    void contentsThatNoServerHasAreUploadedFromTheRestoredProfile()
    {
        QFETCH(const bool, isEncrypted);
        const auto passphrase = isEncrypted ? std::optional(SecretText("correct horse")) : std::nullopt;
        QTemporaryDir server;
        MaterialsProfile lost(server.path());
        const auto known = lost.add(u"Known.pdf"_s, "the server has this");
        QVERIFY(known);
        QVERIFY(lost.exchange());
        const auto added = lost.add(u"Отчёт.pdf"_s, "nobody else has this");
        QVERIFY(added);
        const QByteArray large(3 << 20, 'x');
        QVERIFY(lost.addVersion(*known, u"Known 2.pdf"_s, large));

        const QString file = newFile();
        const auto made = backUp(filesOf(lost), file, lost.catalog.clock.now(), passphrase);
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
        QCOMPARE(made->manifest.materialFiles, 2);
        QCOMPARE(made->manifest.materialBytes, large.size() + 20);
        QVERIFY(made->lostMaterials.isEmpty());

        NewProfile found;
        const auto restored = restore(file, found.files(), passphrase);
        QVERIFY2(restored, restored ? "" : qPrintable(restored.error().detail));
        QCOMPARE(restored->materialFiles, 2);
        QCOMPARE(filesBelow(found.files().materials).size(), 2);
        auto database = Database::open(found.files().catalog).value();
        MaterialRepository materials(*database, FileStore(found.files().materials), found.clock);
        const QFileInfo content(materials.store().pathOf(QCryptographicHash::hash(large, QCryptographicHash::Sha256)));
        QVERIFY(content.exists());
        QVERIFY(!(content.permissions() & QFile::WriteOwner));

        found.clock.advance(1000);
        ProgressCounters progress;
        MaterialsRun run({lost.server(), std::make_shared<TestDisk>(), {}}, materials, lost.actor,
                         std::make_shared<MaterialsFeed>());
        QVERIFY(run.exchange(MaterialsScope::Everything, progress, {}));
        MaterialsProfile another(server.path(), u"boris"_s);
        QVERIFY(another.exchange());
        const QList<Material> there = another.materials();
        QCOMPARE(there.size(), 2);
        QSet<QByteArray> contents;
        for (const Material &one : there) {
            for (const MaterialVersion &version : one.versions) {
                QVERIFY(another.fetch(one.id, version.number, another.disk));
                contents += version.sha256;
            }
        }
        QCOMPARE(contents.size(), 3);
    }

    void aContentThatThisDiskHasLostIsNamedAndTheRestIsBackedUp()
    {
        QTemporaryDir server;
        MaterialsProfile profile(server.path());
        QVERIFY(profile.add(u"whole.pdf"_s, "whole"));
        QVERIFY(profile.add(u"lost.pdf"_s, "lost"));
        profile.repository.store().remove(QCryptographicHash::hash("lost", QCryptographicHash::Sha256));
        const QString file = newFile();
        const auto made = backUp(filesOf(profile), file, profile.catalog.clock.now());
        QVERIFY(made);
        QCOMPARE(made->lostMaterials, QStringList{u"lost.pdf"_s});
        NewProfile found;
        const auto restored = restore(file, found.files());
        QVERIFY(restored);
        QCOMPARE(restored->materialFiles, 1);
    }

    void editsThatWaitedAreStillWaitingAndReachTheServer()
    {
        auto conference = std::make_shared<FakeConference>();
        conference->recordings = {sampleSnapshot(0), sampleSnapshot(1)};
        const auto serviceOf = [&](const ConferenceServer &server) {
            return OpenedServer{server, std::make_shared<FakeConferenceService>(conference)};
        };
        NewProfile lost;
        QString file = newFile();
        ServerId server;
        {
            auto database = Database::open(lost.files().catalog).value();
            ServerRepository servers(*database, lost.clock);
            MeetingRepository meetings(*database, ContentStore(lost.files().store), lost.clock);
            FieldRepository fields(*database, lost.clock);
            server = waitFor(servers.add(administrator(), serverNamed(u"university"_s))).value();
            ProgressCounters progress;
            const OpenedServer opened = serviceOf(waitFor(servers.find(server)).value());
            QVERIFY(SyncRun(opened, SyncStorage{*database, servers, meetings, lost.clock}, administrator(), std::make_shared<SyncFeed>())
                        .execute(progress, {}));
            const RecordingId id = waitFor(RecordingRepository(*database).find(conference->recordings[0].externalId)).value();
            const auto before = waitFor(fields.information(id)).value().values.value(field::title);
            const auto report = waitFor(fields.apply(administrator(), {{id, field::title, before, u"Typed here only"_s}}));
            QCOMPARE(report.value().results.first().outcome, EditOutcome::Applied);
            const auto made = backUp(lost.files(), file, lost.clock.now());
            QVERIFY(made);
        }
        NewProfile found;
        QVERIFY(restore(file, found.files()));
        QCOMPARE(rowsOf(found.files().catalog), rowsOf(lost.files().catalog));
        auto database = Database::open(found.files().catalog).value();
        ServerRepository servers(*database, found.clock);
        OutboxRepository outbox(*database, found.clock);
        const auto waiting = waitFor(outbox.entries(false));
        QVERIFY(waiting && waiting->size() == 1);
        QCOMPARE(waiting->first().edit.ours, u"Typed here only"_s);
        ProgressCounters progress;
        found.clock.advance(3'600'000);
        const auto opened = serviceOf(waitFor(servers.find(server)).value());
        QVERIFY(OutboxRun(opened, outbox, administrator(), std::make_shared<OutboxFeed>()).execute(PushScope::Due, progress, {}));
        QCOMPARE(metadataValue(conference->recordings[0].metadata, u"name"_s), u"Typed here only"_s);
    }

    void aRestoreInStepsTellsWhatDiffersAndHappensAtTheNextStart()
    {
        BackupProfile profile;
        profile.fill(40);
        const QString file = newFile();
        ProgressCounters progress;
        QVERIFY(createBackup(profile.request(file), progress, {}));
        profile.more(25);
        const RestoreRequest request{file, {}, profile.files(), true, profile.clock.now()};
        const auto staged = stageRestore(request, progress, {});
        QVERIFY2(staged, staged ? "" : qPrintable(staged.error().detail));
        const RestorePreview preview = (*staged)->preview;
        QCOMPARE(preview.relation, CatalogRelation::Earlier);
        QCOMPARE(preview.backup.recordings, 40);
        QCOMPARE(preview.present.recordings, 65);
        QVERIFY(preview.present.auditEvents > preview.backup.auditEvents);
        QVERIFY(!preview.isPresentEmpty);
        // Only one lies ready, and nothing happens by itself.
        QCOMPARE(stageRestore(request, progress, {}).error().kind, ErrorKind::Timeout);
        QVERIFY(!pendingRestore(profile.files().catalog));
        const auto nothing = finishPendingRestore(profile.files(), profile.clock.now());
        QVERIFY(nothing && !*nothing);

        QVERIFY(keepForNextStart(**staged, profile.files().catalog));
        QVERIFY(pendingRestore(profile.files().catalog));
        // Another program has it open: still pending, and the catalog as it was.
        QCOMPARE(finishPendingRestore(profile.files(), profile.clock.now()).error().kind, ErrorKind::Timeout);
        QCOMPARE(summaryOf(profile.files().catalog)->recordings, 65);
        profile.close();
        const auto done = finishPendingRestore(profile.files(), profile.clock.now());
        QVERIFY(done && *done);
        QVERIFY(QFile::exists((*done)->keptCatalog));
        QCOMPARE(summaryOf(profile.files().catalog)->recordings, 40);
        QCOMPARE(summaryOf((*done)->keptCatalog)->recordings, 65);
        QVERIFY(!pendingRestore(profile.files().catalog));
        QVERIFY(!QFileInfo::exists(profile.path(u"restore-pending"_s)));
        // The other way round.
        QCOMPARE(relationOf((*done)->keptCatalog, profile.files().catalog).value(), CatalogRelation::Later);
    }

    void aRestoreThatWasBrokenOffAfterTheSwapIsFinishedByTheNextStart()
    {
        BackupProfile profile;
        profile.fill(10);
        const QString file = newFile();
        ProgressCounters progress;
        QVERIFY(createBackup(profile.request(file), progress, {}));
        const auto staged = stageRestore({file, {}, profile.files(), true, profile.clock.now()}, progress, {});
        QVERIFY(staged);
        QVERIFY(keepForNextStart(**staged, profile.files().catalog));
        profile.close();
        // As a kill leaves it: the catalog is in its place, the folder is still there.
        QVERIFY(QFile::remove(profile.path(u"restore-pending/catalog.sqlite"_s)));
        const auto done = finishPendingRestore(profile.files(), profile.clock.now());
        QVERIFY(done && *done);
        QVERIFY((*done)->keptCatalog.isEmpty());
        QCOMPARE(summaryOf(profile.files().catalog)->recordings, 10);
        QVERIFY(!QFileInfo::exists(profile.path(u"restore-pending"_s)));
    }

    void whatIsNotConfirmedLeavesNoTrace()
    {
        BackupProfile profile;
        profile.fill(5);
        const QString file = newFile();
        ProgressCounters progress;
        QVERIFY(createBackup(profile.request(file), progress, {}));
        auto staged = stageRestore({file, {}, profile.files(), true, profile.clock.now()}, progress, {});
        QVERIFY(staged);
        QCOMPARE((*staged)->preview.relation, CatalogRelation::Same);
        *staged = nullptr;
        QVERIFY(!QFileInfo::exists(profile.path(u"restore-work"_s)));
        BackupProfile other;
        other.clock.advance(1000); // else it would be the very same catalog
        other.fill(5);
        const auto foreign = stageRestore({file, {}, other.files(), true, other.clock.now()}, progress, {});
        QVERIFY(foreign);
        QVERIFY((*foreign)->preview.relation == CatalogRelation::Unrelated || (*foreign)->preview.relation == CatalogRelation::Branched);
        QVERIFY(keepForNextStart(**foreign, other.files().catalog));
        dropPendingRestore(other.files().catalog);
        QVERIFY(!pendingRestore(other.files().catalog));
        QVERIFY(!QFileInfo::exists(other.path(u"restore-pending"_s)));
    }
};

QTEST_GUILESS_MAIN(TestBackupRestore)
#include "tst_backuprestore.moc"
