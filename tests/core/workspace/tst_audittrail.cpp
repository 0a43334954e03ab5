// The journal as windows and the command line get it.
#include "core/base/whendone.h"
#include "core/journal/auditfiles.h"
#include "core/secrets/memorysecretstore.h"
#include "core/storage/auditpages.h"
#include "core/storage/restoremark.h"
#include "core/workspace/local/localaudittrail.h"
#include "core/storage/retentionrows.h"
#include "tests/core/storage/accessdata.h"
#include "tests/core/storage/testcatalog.h"
#include "tests/support/answer.h"

#include <QSignalSpy>
#include <QTest>

using namespace letopis;
using namespace letopis::testing;

namespace {

const Actor owner = ownerActor(u"owner"_s, {});

class NoKeychain final : public SecretStore
{
public:
    QFuture<Result<SecretText>> read(const SecretRef &) override { return readyFuture(Result<SecretText>(none())); }
    QFuture<Result<>> write(const SecretRef &, const SecretText &) override { return readyFuture(Result<>(none())); }
    QFuture<Result<>> remove(const SecretRef &) override { return readyFuture(Result<>(none())); }
    QString description() const override { return u"none"_s; }

private:
    static Error none() { return {ErrorKind::SecretStoreUnavailable, u"no D-Bus"_s, {}, {}}; }
};

struct Desk
{
    explicit Desk(bool hasKeychain = true)
        : secrets(hasKeychain ? static_cast<SecretStore &>(keychain) : none)
    {
        open();
    }

    void open()
    {
        trail = std::make_unique<LocalAuditTrail>(
            LocalAuditTrail::Parts{.access = AccessControl(*catalog.database, std::make_shared<Visibility>(catalog.clock)),
                                   .database = *catalog.database,
                                   .clock = catalog.clock,
                                   .pool = pool,
                                   .secrets = [this]() -> SecretStore & { return secrets; },
                                   .anchorFile = file(u"journal-anchor.txt"_s),
                                   .program = u"tst_audittrail"_s});
        QSignalSpy known(trail.get(), &AuditTrail::catalogAgeKnown);
        QVERIFY(known.wait(30'000));
    }

    QString file(const QString &name) const { return catalog.folder() + u'/' + name; }
    AuditPage page(const AuditQuery &query) { return answerOf(trail->page(owner, query, 0, 100)).value(); }
    qint64 count(const QString &action) { return page({.actions = {action}}).entries.size(); }
    Result<AuditExportReport> exported(AuditFileFormat format, const QString &name, bool isSigned)
    {
        return answerOf(trail->exportTo(owner, {}, format, file(name), isSigned, std::make_shared<ProgressCounters>(), {}));
    }

    TestCatalog catalog;
    MemorySecretStore keychain;
    NoKeychain none;
    SecretStore &secrets;
    WorkerPool pool{2};
    std::unique_ptr<LocalAuditTrail> trail;
};

} // namespace

class TestAuditTrail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void viewsAndDownloadsAreLinesAndLookersLeaveNone()
    {
        Desk desk;
        QVERIFY(desk.catalog.sync({snapshots(0, 3)}));
        Actor looker = owner;
        looker.onlyLooks = true;
        desk.trail->noteViewed(owner, RecordingId{1}, u"video"_s);
        desk.trail->noteViewed(owner, RecordingId{1}, u"video"_s);
        desk.trail->noteViewed(looker, RecordingId{2}, u"video"_s);
        desk.trail->note(owner, {u"recording.downloaded"_s, RecordingId{2}, {{u"file"_s, u"a.mp4"_s}}});
        QVERIFY(answerOf(desk.trail->noteExport(owner, {.action = u"participants.exported"_s, .recording = RecordingId{1}, .format = u"csv"_s, .count = 4})));
        QCOMPARE(desk.count(u"recording.viewed"_s), 1);
        QCOMPARE(desk.count(u"recording.downloaded"_s), 1);
        QCOMPARE(desk.count(u"participants.exported"_s), 1);
        const AuditPage own = desk.page({.recording = RecordingId{1}, .text = u"participants"_s});
        QCOMPARE(own.entries.size(), 1);
        QVERIFY(!own.entries.first().recordingTitle.isEmpty());
        QCOMPARE(own.entries.first().serverName, u"First"_s);
        QVERIFY(answerOf(desk.trail->facets(owner))->actions.contains(AuditFacet{u"recording.viewed"_s, 1}));
    }

    // Who manages a recording reads its journal; why it is held is for those who may set retention.
    void reasonsOfHoldsAreNotForEveryReaderOfARecordingsJournal()
    {
        Desk desk;
        QVERIFY(desk.catalog.sync({snapshots(1, 2)}));
        const RecordingId lecture{1};
        AccessRows rows;
        rows.people.push_back({.id = PersonId{2}, .isBlocked = false, .switches = {}});
        rows.memberships = {{.group = GroupId{3}, .member = PersonId{2}}};
        rows.entries.push_back({.scope = AccessScope::ofOwnList(lecture), .principal = PersonId{2}, .permission = Permission::Manage, .untilMs = 0});
        QVERIFY(waitFor(desk.catalog.database->write([&](Connection &c) -> Result<> {
            if (const Result<> stored = storeAccess(c, rows); !stored)
                return stored;
            if (const auto scoped = c.executeOnce({"test.scope"_L1, u"UPDATE recording SET access_scope = id * 4 + 2 WHERE id = 1"_s}); !scoped)
                return scoped.error();
            const auto held = insertHold(c, lecture, u"Ivanov v. Petrov"_s, owner, 1);
            return held ? Result<>() : Result<>(held.error());
        })));
        desk.trail->note(owner, {u"recording.downloaded"_s, lecture, {}});
        const Actor moderator = personActor(PersonId{2}, u"mila"_s, {});
        for (const AuditQuery &query : {AuditQuery{.recording = lecture}, AuditQuery{.recording = lecture, .text = u"Ivanov"_s},
                                        AuditQuery{.actions = {u"retention."_s}, .recording = lecture}}) {
            QVERIFY(answerOf(desk.trail->page(owner, query, 0, 100))->entries.size() > 0);
            const AuditPage seen = answerOf(desk.trail->page(moderator, query, 0, 100)).value();
            QCOMPARE(seen.entries.isEmpty(), query != AuditQuery{.recording = lecture});
            for (const AuditEntry &entry : seen.entries)
                QVERIFY(entry.event.action != u"retention.held"_s);
        }
        for (const auto format : {AuditFileFormat::Csv, AuditFileFormat::JsonLines, AuditFileFormat::Extract}) {
            for (const bool isOwner : {true, false}) {
                const QString name = desk.file(u"own.%1"_s.arg(int(format)));
                QVERIFY(answerOf(desk.trail->exportTo(isOwner ? owner : moderator, {.recording = lecture}, format, name, false, std::make_shared<ProgressCounters>(), {})));
                QFile file(name);
                QVERIFY(file.open(QIODevice::ReadOnly));
                QCOMPARE(file.readAll().contains("Ivanov"), isOwner);
            }
        }
        QVERIFY(checkAuditFile({.file = desk.file(u"own.%1"_s.arg(int(AuditFileFormat::Extract)))})->isIntact());
    }

    void aSignedExtractMakesTheKeyOnceAndTheJournalNamesIt()
    {
        Desk desk;
        QVERIFY(answerOf(desk.trail->signing(owner))->isAvailable);
        const AuditExportReport report = desk.exported(AuditFileFormat::Extract, u"a.jsonl"_s, true).value();
        QVERIFY(!report.publicKey.isEmpty());
        QCOMPARE(desk.exported(AuditFileFormat::Extract, u"b.jsonl.zst"_s, true)->publicKey, report.publicKey);
        QCOMPARE(checkAuditFile({.file = desk.file(u"b.jsonl.zst"_s)})->publicKey, report.publicKey);
        const AuditPage created = desk.page({.actions = {u"audit.keyCreated"_s}});
        QCOMPARE(created.entries.size(), 1);
        QVERIFY(created.entries.first().event.details.contains(report.publicKey.toHex()));
        QCOMPARE(desk.count(u"audit.exported"_s), 2);
        const AuditAnchor anchor = answerOf(desk.trail->anchor(owner)).value();
        QCOMPARE(anchor.publicKey, report.publicKey);
        QFile file(desk.file(u"anchor.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(anchorText(anchor)) > 0);
        file.close();
        const AuditVerdict verdict = answerOf(desk.trail->verify(owner, file.fileName(), std::make_shared<ProgressCounters>(), {})).value();
        QVERIFY(verdict.isIntact() && verdict.isAnchored);
    }

    void withoutASecretStoreItSaysSoAndWritesTheUnsigned()
    {
        Desk desk(false);
        const AuditSigning signing = answerOf(desk.trail->signing(owner)).value();
        QVERIFY(!signing.isAvailable && signing.problem);
        QCOMPARE(desk.exported(AuditFileFormat::Extract, u"a.jsonl"_s, true).error().kind, ErrorKind::SecretStoreUnavailable);
        QVERIFY(desk.exported(AuditFileFormat::Extract, u"a.jsonl"_s, false));
        QVERIFY(checkAuditFile({.file = desk.file(u"a.jsonl"_s)})->publicKey.isEmpty());
        QVERIFY(answerOf(desk.trail->anchor(owner))->signature.isEmpty());
    }

    void aStretchIsSealedStoredAndDropped()
    {
        Desk desk;
        QVERIFY(desk.catalog.sync({snapshots(0, 50)}));
        const AuditSegment sealed = answerOf(desk.trail->seal(owner, desk.catalog.clock.now().addSecs(1))).value();
        QCOMPARE(sealed.firstSequence, 1);
        const AuditSegment stored = answerOf(desk.trail->exportSegment(owner, 1, desk.catalog.folder(), true)).value();
        QVERIFY(!stored.fileName.isEmpty());
        QCOMPARE(answerOf(desk.trail->dropSegment(owner, 1, desk.file(u"nothing"_s))).error().kind, ErrorKind::NotFound);
        QVERIFY(answerOf(desk.trail->dropSegment(owner, 1, desk.file(stored.fileName))));
        QCOMPARE(answerOf(desk.trail->segments(owner))->size(), 1);
        const AuditVerdict verdict = answerOf(desk.trail->verify(owner, {}, std::make_shared<ProgressCounters>(), {})).value();
        QVERIFY(verdict.isIntact());
        QCOMPARE(verdict.firstSequence, sealed.lastSequence + 1);
    }

    void anOlderCatalogIsToldUntilSomebodyAcceptsIt()
    {
        Desk desk;
        QVERIFY(desk.catalog.sync({snapshots(0, 5)}));
        desk.trail.reset(); // remembers the head
        const QByteArray newest = [&] {
            QFile file(desk.file(u"journal-anchor.txt"_s));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }();
        AuditAnchor seen = anchorFromText(newest).value();
        seen.sequence += 10; // as if more had happened
        QFile file(desk.file(u"journal-anchor.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(anchorText(seen)) > 0);
        file.close();
        desk.open();
        QCOMPARE(answerOf(desk.trail->catalogAge(owner))->age, CatalogAge::Older);
        desk.open(); // again: opening alone makes it no better
        QCOMPARE(answerOf(desk.trail->ownCatalogAge())->age, CatalogAge::Older);
        QVERIFY(answerOf(desk.trail->acceptCatalog(owner)));
        QCOMPARE(answerOf(desk.trail->catalogAge(owner))->age, CatalogAge::AsLeft);
        QCOMPARE(desk.count(u"catalog.restored"_s), 1);
    }
};

QTEST_GUILESS_MAIN(TestAuditTrail)
#include "tst_audittrail.moc"
