// Deleting for real: plans carried out on the demo conference server, over HTTPS and through its sshd, disk and all.
#include "core/jobs/deletionrun.h"
#include "core/jobs/realityrun.h"
#include "core/jobs/syncrun.h"
#include "core/providers/bigbluebutton/bigbluebuttonservice.h"
#include "core/storage/deletionplans.h"
#include "core/storage/recordingrepository.h"
#include "core/storage/retentionplanner.h"
#include "core/storage/retentionrows.h"
#include "core/transport/sftptransport.h"
#include "tests/support/democonference.h"

#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace letopis;
using namespace letopis::test;
using namespace Qt::Literals::StringLiterals;

namespace {
const Actor admin = ownerActor(u"admin"_s, u"Admin"_s);

class HandClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_nowMs, Qt::UTC); }
    void advance(std::chrono::milliseconds by) { m_nowMs += by.count(); }

private:
    std::atomic<qint64> m_nowMs{QDateTime::currentMSecsSinceEpoch()};
};

// A catalog of its own on the demo conference.
class Profile
{
public:
    Profile(const demo::Connection &connection, const QString &folder)
        : secret(connection.secret)
        , database(Database::open(folder + u"/catalog.sqlite"_s, {.observer = [this](QStringView name) { return observe(name); }, .copyBeforeMigration = false}).value())
        , servers(*database, clock)
        , recordings(*database)
        , meetings(*database, ContentStore(folder + u"/store"_s), clock)
        , materials(*database, FileStore(folder + u"/materials"_s), clock)
        , deletions(*database, clock, [](Connection &c, const DeletionItem &item, qint64 nowMs) { return recheckItem(c, item, nowMs); })
    {
        ConferenceServer one;
        one.name = u"demo"_s;
        one.apiUrl = normalisedApiUrl(connection.apiUrl).value();
        one.caFile = connection.caFile;
        one.proxy.kind = ProxyKind::None;
        one.dataRoot = connection.dataRoot;
        one.deletionCommand = connection.deletionCommand;
        if (!connection.sshHost.isEmpty()) {
            SshEndpoint ssh;
            ssh.host = connection.sshHost;
            ssh.port = connection.sshPort;
            ssh.user = connection.sshUser;
            ssh.login = SshLogin::KeyFile;
            ssh.keyFile = connection.sshKeyFile;
            ssh.knownHostsFile = connection.knownHostsFile;
            one.ssh = ssh;
        }
        const auto known = waitFor(servers.byName(u"demo"_s));
        server = known ? known->id : waitFor(servers.add(admin, one)).value();
    }

    DeletionPlace place()
    {
        const ConferenceServer now = waitFor(servers.find(server)).value();
        ServerCredentials credentials;
        credentials.apiSecret = SecretText(secret);
        DeletionPlace place{{now, std::shared_ptr<ConferenceService>(BigBlueButtonServiceFactory(patience).create(now, credentials))}, {}};
        if (now.ssh)
            place.disk = OpenedDisk{now, std::make_shared<SftpTransport>(*now.ssh, credentials), {}};
        return place;
    }
    Result<> sync()
    {
        clock.advance(std::chrono::minutes(20));
        ProgressCounters progress;
        return SyncRun(place().opened, SyncStorage{*database, servers, meetings, clock}, admin, std::make_shared<SyncFeed>())
            .execute(progress, {});
    }
    RecordingId id(const QString &recordId) { return waitFor(recordings.find(recordId)).value(); }
    RecordingDetails details(const QString &recordId) { return waitFor(recordings.details(id(recordId))).value(); }

    DeletionPlan plan(DeletionStep step, const QStringList &recordIds, bool isConfirmed = true, bool needsApproval = false)
    {
        std::vector<DeletionItem> items;
        for (const QString &recordId : recordIds) {
            DeletionItem item;
            item.recording = id(recordId);
            item.externalId = recordId;
            item.title = details(recordId).row.title;
            item.step = step;
            item.sizeBytes = waitFor(deletions.subject(item.recording)).value().sizeBytes;
            items.push_back(item);
        }
        const qint64 nowMs = clock.now().toMSecsSinceEpoch();
        return waitFor(database->write([=, this](Connection &connection) -> Result<DeletionPlan> {
            DeletionPlan made;
            made.server = server;
            made.createdAtMs = nowMs;
            made.needsApproval = needsApproval;
            const Result<DeletionPlan> stored = insertDeletionPlan(connection, made, items, admin);
            if (!stored || !isConfirmed)
                return stored;
            if (const auto confirmed = confirmDeletionPlan(connection, stored->id, qint64(items.size()), admin, nowMs); !confirmed)
                return confirmed.error();
            return readDeletionPlan(connection, stored->id);
        })).value();
    }
    DeletionTools tools() { return {deletions, materials, {}, {}, {}, {}}; }
    Result<> apply(const DeletionPlan &plan, DeletionTools with)
    {
        ProgressCounters progress;
        return DeletionRun(place(), std::move(with), admin, std::make_shared<DeletionFeed>()).execute(plan.id, progress, {});
    }
    Result<> apply(const DeletionPlan &plan) { return apply(plan, tools()); }
    Result<> apply(DeletionStep step, const QStringList &recordIds) { return apply(plan(step, recordIds)); }
    QList<DeletionItem> items(const DeletionPlan &plan)
    {
        return waitFor(database->read([=](Connection &connection) { return readDeletionItems(connection, plan.id, 0, 1000); })).value();
    }
    DeletionItem only(const DeletionPlan &plan) { return items(plan).value(0); }
    std::optional<DeletionStage> stage(const QString &recordId) { return waitFor(deletions.stage(id(recordId))).value(); }
    IssuedCertificate certificate(const QString &recordId) { return waitFor(deletions.certificates(id(recordId))).value().value(0); }
    qint64 events(const QString &action)
    {
        const Statement count{"test.events"_L1, u"SELECT count(*) FROM audit_event WHERE action = :action"_s};
        qint64 number = 0;
        const auto read = waitFor(database->read([&](Connection &connection) {
            return connection.forEachRaw(count, {{":action"_L1, action}}, [&](const QSqlQuery &row) { number = row.value(0).toLongLong(); });
        }));
        return read ? number : -1;
    }
    Result<> hold(const QString &recordId)
    {
        return waitFor(database->write([=, nowMs = clock.now().toMSecsSinceEpoch(), held = id(recordId)](Connection &connection) -> Result<> {
            const auto set = insertHold(connection, held, u"a court asked for it"_s, admin, nowMs);
            return set ? Result<>() : Result<>(set.error());
        }));
    }
    Result<> observe(QStringView name)
    {
        if (!failingStatement.isEmpty() && name == failingStatement)
            return Error{ErrorKind::DiskFull, u"no space left, says the test"_s, {}, {}};
        return {};
    }

    std::chrono::milliseconds patience{120'000};
    QByteArray secret;
    QString failingStatement; // before start of what it is to break; read in the database's threads
    HandClock clock;
    std::unique_ptr<Database> database;
    ServerRepository servers;
    RecordingRepository recordings;
    MeetingRepository meetings;
    MaterialRepository materials;
    DeletionRepository deletions;
    ServerId server;
};

qint64 bytesBelow(const QString &directory)
{
    qint64 bytes = 0;
    QDirIterator files(directory, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

QStringList pathsWith(const QString &directory, const QString &name)
{
    QStringList found;
    QDirIterator files(directory, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (files.next(); files.fileName().startsWith(name))
            found += files.filePath();
    }
    return found;
}
} // namespace

class TestDeletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        demo::Options options = DemoConference::defaultOptions(60);
        options.media = demo::Media::None;
        QVERIFY2(m_conference.start(options), qPrintable(m_conference.error()));
        if (m_conference.connection().sshHost.isEmpty())
            QSKIP("OpenSSH's sshd is not installed.");
        m_profile = std::make_unique<Profile>(m_conference.connection(), m_folder.path());
        QVERIFY(m_profile->sync());
        for (const QString &id : m_conference.recordIds()) {
            const demo::RecordingPlan plan = m_conference.plan(id);
            if (plan.state == demo::State::Published && plan.eventsPlace == demo::EventsPlace::Raw)
                m_published += id;
        }
        QVERIFY(m_published.size() >= 18);
    }

    void theServerTellsWhatDeletingCanDo()
    {
        const DeletionPlace place = m_profile->place();
        const auto ability = place.opened.service->recordingDisk()->probe({});
        QVERIFY2(ability, ability ? "" : qPrintable(ability.error().detail));
        QVERIFY2(ability->canRestore() && ability->canPurge(), qPrintable(ability->detail));
        ConferenceServer without = place.opened.server;
        without.deletionCommand = u"/nowhere/letopis-recordings"_s;
        const auto other = BigBlueButtonServiceFactory().create(without, {});
        const auto refused = other->recordingDisk()->probe({});
        QVERIFY(refused);
        QCOMPARE(refused->againstPurge, DiskObstacle::NotInstalled);
    }

    void outAndBackAndOutAndGone()
    {
        const QString id = m_published.takeFirst();
        const QString root = m_conference.connection().dataRoot;
        QVERIFY(m_profile->apply(DeletionStep::Trash, {id}));
        QCOMPARE(m_conference.plan(id).state, demo::State::Deleted);
        QCOMPARE(m_profile->details(id).row.state, PublicationState::Deleted);
        auto stage = m_profile->stage(id);
        QVERIFY(stage && stage->stage == DeletionStage::Stage::Trashed && stage->means == DeletionStage::Means::ServerTree);
        QVERIFY(stage->wasPublished && stage->purgeAfterMs - stage->sinceMs == qint64(30) * 24 * 3'600'000);

        QVERIFY(m_profile->apply(DeletionStep::Restore, {id}));
        QCOMPARE(m_conference.plan(id).state, demo::State::Published);
        QVERIFY(!m_profile->stage(id));
        QVERIFY(QFile::exists(root + u"/published/presentation/"_s + id + u"/metadata.xml"_s));

        QVERIFY(m_profile->apply(DeletionStep::Trash, {id}));
        const DeletionPlan purge = m_profile->plan(DeletionStep::Purge, {id});
        const qint64 before = bytesBelow(root);
        QVERIFY(m_profile->apply(purge));
        const DeletionItem item = m_profile->only(purge);
        QCOMPARE(item.state, DeletionItem::State::Done);
        QCOMPARE(item.freedBytes, before - bytesBelow(root));
        QVERIFY(pathsWith(root, id).isEmpty());
        QVERIFY(!m_conference.recordIds().contains(id));
        QCOMPARE(m_profile->details(id).row.state, PublicationState::Gone);

        const IssuedCertificate issued = m_profile->certificate(id);
        QCOMPARE(certificateSha256(issued.json), item.certificateSha256);
        QVERIFY(verifyCertificate(issued.json, issued.event));
        const DeletionCertificate certificate = certificateFromJson(issued.json).value();
        QCOMPARE(certificate.freedBytes(), item.freedBytes);
        QCOMPARE(certificate.remains, QList<DiskLeft>({DiskLeft{u"catalog"_s, u"kept"_s}}));
        // What the plan promised: formats and raw; a server's sizes leave out its own metadata.xml.
        qint64 promised = 0;
        for (const DiskFile &file : certificate.files) {
            QCOMPARE(file.sha256.size(), 32);
            const bool counts = file.path.startsWith(u"deleted/"_s) || file.path.startsWith(u"recording/raw/"_s);
            promised += counts && !file.path.endsWith(u"/metadata.xml"_s) ? file.bytes : 0;
        }
        QCOMPARE(promised, item.sizeBytes);
        QVERIFY(m_profile->sync()); // keeps the row
        QCOMPARE(m_profile->details(id).row.state, PublicationState::Gone);
    }

    void aCertificateIsOnlyTrueWhole()
    {
        const QString id = m_published.takeFirst();
        QVERIFY(m_profile->apply(DeletionStep::Purge, {id}));
        const IssuedCertificate issued = m_profile->certificate(id);
        QVERIFY(verifyCertificate(issued.json, issued.event));
        const auto read = readCertificateFile(certificateFile(issued.json, issued.event));
        QVERIFY(read && verifyCertificate(read->certificate, read->event));
        for (qsizetype at = 0; at < issued.json.size(); at += 7) {
            QByteArray changed = issued.json;
            changed[at] = char(changed[at] ^ 1);
            QVERIFY2(!verifyCertificate(changed, issued.event), changed.constData());
        }
        AuditEvent other = issued.event;
        other.atMs += 1;
        QVERIFY(!verifyCertificate(issued.json, other));
    }

    void aHeldRecordingStaysByAnyPath()
    {
        const QString id = m_published.takeFirst();
        const DeletionPlan early = m_profile->plan(DeletionStep::Trash, {id}); // made before anybody held it
        QVERIFY(m_profile->hold(id));
        QVERIFY(m_profile->apply(early));
        QCOMPARE(m_profile->only(early).refusal, DeletionRefusal::Held);
        for (const DeletionStep step : {DeletionStep::Unpublish, DeletionStep::Trash, DeletionStep::Purge}) {
            const DeletionPlan plan = m_profile->plan(step, {id});
            QVERIFY(m_profile->apply(plan));
            QCOMPARE(m_profile->only(plan).state, DeletionItem::State::Skipped);
            QCOMPARE(m_profile->only(plan).refusal, DeletionRefusal::Held);
        }
        QCOMPARE(m_conference.plan(id).state, demo::State::Published);
    }

    void aHoldThatComesWhileItIsLookedAtStillHolds()
    {
        const QString id = m_published.takeFirst();
        DeletionTools tools = m_profile->tools();
        tools.reached = [&](const char *moment) {
            if (qstrcmp(moment, "looked") == 0)
                QVERIFY(m_profile->hold(id));
        };
        const DeletionPlan plan = m_profile->plan(DeletionStep::Purge, {id});
        QVERIFY(m_profile->apply(plan, tools));
        QCOMPARE(m_profile->only(plan).state, DeletionItem::State::Failed);
        QVERIFY(QFile::exists(m_conference.connection().dataRoot + u"/recording/raw/"_s + id));
    }

    void nothingRunsThatNobodyConfirmed()
    {
        const QString id = m_published.first();
        const DeletionPlan proposed = m_profile->plan(DeletionStep::Purge, {id}, false);
        QCOMPARE(m_profile->apply(proposed).error().kind, ErrorKind::PermissionDenied);
        const DeletionPlan byOne = m_profile->plan(DeletionStep::Purge, {id}, true, true);
        QCOMPARE(m_profile->apply(byOne).error().kind, ErrorKind::PermissionDenied);
        QCOMPARE(m_conference.plan(id).state, demo::State::Published);
    }

    void aServerThatLiesOrRefusesIsToldOf()
    {
        const QString id = m_published.first();
        for (const auto how : {DemoConference::Obedience::Lies, DemoConference::Obedience::Refuses}) {
            m_conference.setObedience(how);
            for (const DeletionStep step : {DeletionStep::Unpublish, DeletionStep::Trash, DeletionStep::Purge}) {
                const DeletionPlan plan = m_profile->plan(step, {id});
                QVERIFY(m_profile->apply(plan));
                const DeletionItem item = m_profile->only(plan);
                QCOMPARE(item.state, DeletionItem::State::Failed);
                QVERIFY2(item.problem.startsWith(u"serverRefused"_s, Qt::CaseInsensitive), qPrintable(item.problem));
                QVERIFY(!m_profile->stage(id));
                QCOMPARE(m_profile->details(id).row.state, PublicationState::Published);
            }
        }
        m_conference.setObedience(DemoConference::Obedience::Obeys);
        QVERIFY(!pathsWith(m_conference.connection().dataRoot + u"/published"_s, id).isEmpty());
    }

    void aServerThatIsCutOffIsAskedAgain()
    {
        const QString id = m_published.takeFirst();
        const DeletionPlan plan = m_profile->plan(DeletionStep::Trash, {id});
        m_conference.cutNextAnswerAfter(0, u"deleteRecordings"_s); // it does it, and its word is lost
        const Result<> cut = m_profile->apply(plan);
        QVERIFY(!cut && isTransient(cut.error().kind));
        QCOMPARE(m_profile->only(plan).state, DeletionItem::State::Running);
        QVERIFY(m_profile->apply(plan));
        QCOMPARE(m_profile->only(plan).state, DeletionItem::State::Done);
        QVERIFY(m_profile->stage(id)->wasPublished);
        QCOMPARE(m_profile->events(u"retention.planFinished"_s) > 0, true);
    }

    void aServerThatNeverAnswersLeavesItUnknownUntilItIsAskedAgain_data()
    {
        QTest::addColumn<bool>("isDone");
        QTest::addColumn<DeletionStep>("step");
        QTest::newRow("trash, done") << true << DeletionStep::Trash;
        QTest::newRow("trash, not done") << false << DeletionStep::Trash;
        QTest::newRow("purge, done") << true << DeletionStep::Purge;
        QTest::newRow("purge, not done") << false << DeletionStep::Purge;
    }

    void aServerThatNeverAnswersLeavesItUnknownUntilItIsAskedAgain()
    {
        QFETCH(const bool, isDone);
        QFETCH(const DeletionStep, step);
        const QString id = m_published.takeFirst();
        const DeletionPlan plan = m_profile->plan(step, {id});
        m_conference.muteNext(isDone, u"deleteRecordings"_s);
        m_profile->patience = std::chrono::seconds(3);
        const Result<> asked = m_profile->apply(plan);
        m_profile->patience = std::chrono::seconds(120);
        QVERIFY(!asked);
        QCOMPARE(asked.error().kind, ErrorKind::Timeout);
        // Neither done nor failed, and nothing is said of it that is not known.
        QCOMPARE(m_profile->only(plan).state, DeletionItem::State::Running);
        QVERIFY(!m_profile->stage(id));
        QVERIFY(m_profile->certificate(id).json.isEmpty());
        QCOMPARE(m_conference.plan(id).state, isDone ? demo::State::Deleted : demo::State::Published);
        const int calls = m_conference.requestCount(u"deleteRecordings"_s);
        QVERIFY(m_profile->apply(plan));
        QCOMPARE(m_profile->only(plan).state, DeletionItem::State::Done);
        QCOMPARE(m_conference.requestCount(u"deleteRecordings"_s) - calls, isDone ? 0 : 1); // what is done is not asked for again
        QVERIFY(m_profile->stage(id)->wasPublished || step == DeletionStep::Purge);
        QCOMPARE(!m_profile->certificate(id).json.isEmpty(), step == DeletionStep::Purge);
    }

    void applyingTwiceIsApplyingOnce()
    {
        const QString id = m_published.takeFirst();
        const DeletionPlan plan = m_profile->plan(DeletionStep::Purge, {id});
        QVERIFY(m_profile->apply(plan));
        const qint64 purged = m_profile->events(u"recording.purged"_s);
        const qint64 bytes = bytesBelow(m_conference.connection().dataRoot);
        QVERIFY(m_profile->apply(plan));
        QCOMPARE(m_profile->events(u"recording.purged"_s), purged);
        QCOMPARE(bytesBelow(m_conference.connection().dataRoot), bytes);
    }

    void withoutTheScriptTheTrashIsOnlyUnpublished()
    {
        const QString id = m_published.takeFirst();
        ConferenceServer server = waitFor(m_profile->servers.find(m_profile->server)).value();
        const QString command = std::exchange(server.deletionCommand, u"/nowhere/letopis-recordings"_s);
        QVERIFY(waitFor(m_profile->servers.update(admin, server)));
        QVERIFY(m_profile->apply(DeletionStep::Trash, {id}));
        QCOMPARE(m_conference.plan(id).state, demo::State::Unpublished);
        QCOMPARE(m_profile->stage(id)->means, DeletionStage::Means::Unpublished);
        QVERIFY(m_profile->apply(DeletionStep::Restore, {id}));
        QCOMPARE(m_conference.plan(id).state, demo::State::Published);
        const DeletionPlan purge = m_profile->plan(DeletionStep::Purge, {id});
        QVERIFY(m_profile->apply(purge));
        QCOMPARE(m_profile->only(purge).freedBytes, -1);
        const DeletionCertificate certificate = certificateFromJson(m_profile->certificate(id).json).value();
        QVERIFY(certificate.remains.contains(DiskLeft{u"disk"_s, u"notInstalled"_s}));
        // It lies in the deleted tree, from where nothing but a script could bring it.
        const DeletionPlan back = m_profile->plan(DeletionStep::Restore, {id});
        QVERIFY(m_profile->apply(back));
        QCOMPARE(m_profile->only(back).refusal, DeletionRefusal::Unrestorable);
        server.deletionCommand = command;
        QVERIFY(waitFor(m_profile->servers.update(admin, server)));
    }

    void aFullDiskStopsTheRunAndLosesNothing()
    {
        const QString id = m_published.takeFirst();
        const DeletionPlan plan = m_profile->plan(DeletionStep::Purge, {id});
        for (const QString &statement : {u"deletion.storeWork"_s, u"deletion.storeCertificate"_s}) {
            m_profile->failingStatement = statement;
            const Result<> full = m_profile->apply(plan);
            QVERIFY(!full);
            QCOMPARE(full.error().kind, ErrorKind::DiskFull);
            QVERIFY(m_profile->certificate(id).json.isEmpty());
        }
        m_profile->failingStatement.clear();
        QVERIFY(m_profile->apply(plan));
        const DeletionItem item = m_profile->only(plan);
        QCOMPARE(item.state, DeletionItem::State::Done);
        QVERIFY(item.freedBytes > 0); // as it was looked at before the disk was full
        QVERIFY(verifyCertificate(m_profile->certificate(id).json, m_profile->certificate(id).event));
    }

    // A child of this program dies at each moment of a run; what goes on after it ends as if nothing had happened.
    void aKilledRunGoesOnWhereItWas()
    {
        QTemporaryDir folder;
        QVERIFY(Profile(m_conference.connection(), folder.path()).sync());
        int moments = 0;
        for (const DeletionStep step : {DeletionStep::Trash, DeletionStep::Restore, DeletionStep::Trash, DeletionStep::Purge}) {
            const QString id = m_published[1];
            const DeletionPlan plan = Profile(m_conference.connection(), folder.path()).plan(step, {id});
            const qint64 before = bytesBelow(m_conference.connection().dataRoot);
            for (int moment = 1;; ++moment) {
                const bool isDead = dies(folder.path(), plan.id, moment);
                moments += isDead ? 1 : 0;
                if (!isDead)
                    break;
                QVERIFY(moment < 20);
            }
            Profile after(m_conference.connection(), folder.path());
            QCOMPARE(after.only(plan).state, DeletionItem::State::Done);
            if (step == DeletionStep::Purge) {
                QCOMPARE(after.only(plan).freedBytes, before - bytesBelow(m_conference.connection().dataRoot));
                QVERIFY(verifyCertificate(after.certificate(id).json, after.certificate(id).event));
                QCOMPARE(after.events(u"recording.purged"_s), 1);
            } else {
                QCOMPARE(m_conference.plan(id).state, step == DeletionStep::Trash ? demo::State::Deleted : demo::State::Published);
            }
        }
        QVERIFY2(moments >= 12, qPrintable(QString::number(moments)));
    }

    void theDiskIsReadAlikeByScriptAndBySftp()
    {
        const QString root = m_conference.connection().dataRoot;
        const QString raw = QString(40, u'c') + u"-1600000000000"_s;
        const QString ours = QString(40, u'd') + u"-1600000000000"_s;
        const QString left = QString(40, u'e') + u"-1600000000000"_s;
        const QString lost = QString(40, u'f') + u"-1600000000000"_s;
        for (const QString &place : {u"recording/raw/"_s + raw, u"letopis/"_s + ours + u"/materials"_s, u"deleted/presentation/"_s + left,
                                     u"published/presentation/"_s + lost, u"deleted/presentation/not-a-recording"_s})
            QVERIFY(QDir().mkpath(root + u'/' + place));
        QVERIFY(m_profile->sync());
        m_profile->clock.advance(std::chrono::hours(24 * 30)); // so that nothing is as young as what is being processed
        QList<QStringList> told;
        for (const bool hasScript : {true, false}) {
            ConferenceServer server = waitFor(m_profile->servers.find(m_profile->server)).value();
            const QString command = std::exchange(server.deletionCommand, hasScript ? server.deletionCommand : u"/nowhere/script"_s);
            QVERIFY(waitFor(m_profile->servers.update(admin, server)));
            ProgressCounters progress;
            const Result<> checked =
                RealityRun(m_profile->place(), RealityRepository(*m_profile->database), m_profile->clock).execute(progress, {});
            QVERIFY2(checked, checked ? "" : qPrintable(checked.error().detail));
            const RealityRepository reality(*m_profile->database);
            QCOMPARE(waitFor(reality.report(m_profile->server)).value().source, hasScript ? u"script"_s : u"sftp"_s);
            QStringList findings;
            const QList<RealityFinding> all = waitFor(reality.findings(m_profile->server, 0, 1000)).value();
            for (const RealityFinding &finding : all)
                findings += realityKindName(finding.kind) + u' ' + finding.externalId;
            told += findings;
            server.deletionCommand = command;
            QVERIFY(waitFor(m_profile->servers.update(admin, server)));
        }
        QCOMPARE(told[0], told[1]);
        QVERIFY(told[0].contains(u"rawOrphan "_s + raw));
        QVERIFY(told[0].contains(u"materialsLeftover "_s + ours));
        QVERIFY(told[0].contains(u"deletedLeftover "_s + left));
        QVERIFY(told[0].contains(u"onlyOnDisk "_s + lost));
    }

private:
    // False: it came to the end.
    bool dies(const QString &folder, DeletionPlanId plan, int moment)
    {
        const demo::Connection &c = m_conference.connection();
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert(u"LETOPIS_TEST_RUN"_s, QStringList{folder, QString::number(plan.value), QString::number(moment), c.apiUrl,
                                                            QString::fromUtf8(c.secret), c.caFile, c.sshHost, QString::number(c.sshPort),
                                                            c.sshUser, c.sshKeyFile, c.knownHostsFile, c.dataRoot, c.deletionCommand}
                                                    .join(u'\n'));
        child.setProcessEnvironment(variables);
        child.start(QCoreApplication::applicationFilePath());
        if (!child.waitForFinished(120'000))
            return false;
        if (child.exitStatus() == QProcess::NormalExit && child.exitCode() != 0)
            qWarning("the child failed");
        return child.exitStatus() == QProcess::CrashExit;
    }

    QTemporaryDir m_folder;
    DemoConference m_conference;
    std::unique_ptr<Profile> m_profile;
    QStringList m_published;
};

namespace {
int runAndDie(const QStringList &given)
{
    demo::Connection connection;
    connection.apiUrl = given.value(3);
    connection.secret = given.value(4).toUtf8();
    connection.caFile = given.value(5);
    connection.sshHost = given.value(6);
    connection.sshPort = quint16(given.value(7).toUInt());
    connection.sshUser = given.value(8);
    connection.sshKeyFile = given.value(9);
    connection.knownHostsFile = given.value(10);
    connection.dataRoot = given.value(11);
    connection.deletionCommand = given.value(12);
    Profile profile(connection, given.value(0));
    DeletionTools tools = profile.tools();
    int left = given.value(2).toInt();
    tools.reached = [&left](const char *) {
        if (--left == 0)
            ::raise(SIGKILL);
    };
    DeletionPlan plan;
    plan.id = {given.value(1).toLongLong()};
    return profile.apply(plan, tools) ? 0 : 1;
}
} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QString asChild = qEnvironmentVariable("LETOPIS_TEST_RUN");
    if (!asChild.isEmpty())
        return runAndDie(asChild.split(u'\n'));
    TestDeletion test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_deletion.moc"
