// Whole ways of a deletion through the program: by two people, with everything that hangs on a recording, and in a catalog that was
// put back.
#include "core/retention/deletioncertificate.h"
#include "tests/contract/demoprogram.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace letopis;
using namespace letopis::test;
using namespace Qt::Literals::StringLiterals;

namespace {
const QDateTime begin(QDate(2026, 5, 4), QTime(10, 0), Qt::UTC);

QList<RetentionGuard::Kind> guardsIn(const std::optional<Error> &error)
{
    QList<RetentionGuard::Kind> kinds;
    const auto *evidence = error ? std::any_cast<RetentionStopEvidence>(&error->evidence) : nullptr;
    for (const RetentionGuard &guard : evidence ? evidence->guards : QList<RetentionGuard>())
        kinds += guard.kind;
    return kinds;
}
} // namespace

class TestDeletionPaths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        demo::Options options = DemoConference::defaultOptions(16);
        options.media = demo::Media::None;
        options.now = begin;
        QVERIFY2(m_conference.start(options), qPrintable(m_conference.error()));
        if (m_conference.connection().sshHost.isEmpty())
            QSKIP("OpenSSH's sshd is not installed.");
        QVERIFY(QDir().mkpath(profile()));
        open();
        ServerCredentials credentials;
        credentials.apiSecret = SecretText(m_conference.connection().secret);
        m_server = answerOf(workspace().addServer(admin, serverOf(m_conference.connection()), credentials)).value();
        QVERIFY(!m_program->run(workspace().startSync(admin, m_server)));
        for (const QString &id : m_conference.recordIds()) {
            if (m_conference.plan(id).state == demo::State::Published)
                m_published += id;
        }
        QVERIFY(m_published.size() >= 4);
    }

    void aPurgeByTwoPeopleTakesTwo()
    {
        const RetentionParameters usual = answerOf(desk().servers(admin)).value().first().parameters;
        RetentionParameters two = usual;
        two.twoPeoplePurge = true;
        QVERIFY(answerOf(desk().setParameters(admin, m_server, usual, two)));
        const Actor anna = administrator(u"anna"_s), boris = administrator(u"boris"_s);
        const QString recordId = m_published.takeFirst();
        const auto plan = answerOf(reality().planByHand(anna, DeletionStep::Purge, {idOf(recordId)}));
        QVERIFY(plan && plan->needsApproval && plan->state == DeletionPlan::State::Proposed);
        const auto isRefused = [&](const Actor &actor) {
            const auto failed = m_program->run(reality().startPlan(actor, *plan));
            return failed && failed->kind == ErrorKind::PermissionDenied;
        };
        QVERIFY(isRefused(anna)); // nobody has confirmed it
        QVERIFY(!answerOf(desk().approvePlan(boris, plan->id)));
        QVERIFY(answerOf(desk().confirmPlan(anna, plan->id, 1)));
        QVERIFY(isRefused(anna)); // nobody has approved it
        QVERIFY(isRefused(boris));
        QCOMPARE(answerOf(desk().approvePlan(anna, plan->id)).error().kind, ErrorKind::PermissionDenied);
        QCOMPARE(m_conference.plan(recordId).state, demo::State::Published);
        QVERIFY(answerOf(desk().approvePlan(boris, plan->id)));
        QVERIFY(!m_program->run(reality().startPlan(anna, *plan)));
        QVERIFY(!m_conference.recordIds().contains(recordId));
        const DeletionCertificate certificate = certificateOf(recordId);
        QCOMPARE(certificate.confirmedBy, u"anna"_s);
        QCOMPARE(certificate.approvedBy, u"boris"_s);
        QCOMPARE(certificate.purgedBy, u"anna"_s);
        QVERIFY(answerOf(desk().setParameters(admin, m_server, two, usual)));
    }

    void whatHangsOnARecordingGoesWithIt()
    {
        const QString recordId = m_published.takeFirst();
        const RecordingId id = idOf(recordId);
        const QString notes = m_folder.filePath(u"notes.txt"_s), saved = m_folder.filePath(u"saved.webm"_s);
        for (const QString &path : {notes, saved}) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("seventeen letters") == 17);
        }
        QVERIFY(!m_program->run(workspace().materials().startAdd(admin, id, {notes})));
        QVERIFY(!m_program->run(workspace().materials().startExchange(admin, m_server)));
        const QString onServer = m_conference.connection().dataRoot + u"/letopis"_s;
        QVERIFY(!pathsNamed(onServer, recordId).isEmpty());
        const MaterialId material = answerOf(workspace().materials().materials(admin, id, false)).value().first().id;
        const QString copy = answerOf(workspace().materials().localCopy(admin, material, 1)).value();
        QVERIFY(QFile::exists(copy)); // that a program was to open
        // Media that was played, and a file that a person saved.
        const QString uuid = answerOf(workspace().servers(admin)).value().first().uuid;
        const QString format = answerOf(workspace().recording(admin, id)).value().formats.first().type;
        const RecordingAsset asset{u"video.webm"_s, QUrl(u"https://127.0.0.1/%1/video.webm"_s.arg(recordId)), 17, u"video/webm"_s};
        m_program->media.rememberAssets(uuid, recordId, format, {asset});
        QVERIFY(m_program->media.open(uuid, asset, nullptr));
        m_program->media.rememberSavedFile(uuid, recordId, format, saved);
        QVERIFY(QFile::exists(m_program->media.fileFor(uuid, asset)));

        QVERIFY(purge(recordId));
        QCOMPARE(pathsNamed(m_conference.connection().dataRoot, recordId), QStringList());
        QVERIFY(!QFile::exists(m_program->media.fileFor(uuid, asset)));
        QVERIFY(!QFile::exists(copy));
        QVERIFY(QFile::exists(saved)); // where a person put it is theirs to say
        const DeletionCertificate certificate = certificateOf(recordId);
        QVERIFY(certificate.materialFiles >= 2); // what describes it, too
        QVERIFY(certificate.materialBytes > 17);
        QVERIFY(certificate.localFiles >= 3);
        const auto isTold = [&](const QString &what) {
            return std::any_of(certificate.remains.begin(), certificate.remains.end(), [&](const DiskLeft &left) { return left.tree == what; });
        };
        QVERIFY(isTold(u"savedFiles"_s));
        QVERIFY(isTold(u"catalog"_s));
        QVERIFY(!isTold(u"materials"_s) && !isTold(u"localMedia"_s) && !isTold(u"localMaterials"_s));
    }

    void aCatalogThatWasPutBackDeletesNothingUntilAPersonTakesItForTheRightOne()
    {
        const QString recordId = m_published.takeFirst();
        const auto plan = answerOf(reality().planByHand(admin, DeletionStep::Purge, {idOf(recordId)}));
        QVERIFY(plan && answerOf(desk().confirmPlan(admin, plan->id, 1)));
        const qint64 foreseen = answerOf(desk().previewActivation(admin, m_server)).value().count;
        QVERIFY(answerOf(desk().activate(admin, m_server, foreseen)));
        close();
        QVERIFY(QFile::copy(catalog(), catalog() + u".backup"_s));
        open();
        QVERIFY(answerOf(desk().hold(admin, {idOf(recordId)}, u"a court asked for it"_s))); // what the old copy does not know
        close();
        QVERIFY(QFile::remove(catalog()) && QFile::copy(catalog() + u".backup"_s, catalog()));
        open();
        QCOMPARE(answerOf(workspace().audit().catalogAge(admin)).value().age, CatalogAge::Older);
        QVERIFY(guardsIn(answerOf(desk().makePlan(admin, m_server)).error()).contains(RetentionGuard::Kind::CatalogRestored));
        QCOMPARE(guardsIn(m_program->run(reality().startPlan(admin, *plan))), QList{RetentionGuard::Kind::CatalogRestored});
        QCOMPARE(m_conference.plan(recordId).state, demo::State::Published);
        QVERIFY(answerOf(workspace().audit().acceptCatalog(admin)));
        QVERIFY(!m_program->run(reality().startPlan(admin, *plan)));
        QVERIFY(!m_conference.recordIds().contains(recordId));
    }

    void aServersClockThatDiffersStopsWhatIsAskedForToo()
    {
        const QString recordId = m_published.takeFirst();
        m_conference.setNow(begin.addDays(1));
        const auto plan = answerOf(reality().planByHand(admin, DeletionStep::Trash, {idOf(recordId)}));
        QVERIFY(plan && answerOf(desk().confirmPlan(admin, plan->id, 1)));
        QCOMPARE(guardsIn(m_program->run(reality().startPlan(admin, *plan))), QList{RetentionGuard::Kind::ClocksDiffer});
        m_conference.setNow(begin);
        QVERIFY(!m_program->run(reality().startPlan(admin, *plan)));
        QCOMPARE(m_conference.plan(recordId).state, demo::State::Deleted);
    }

private:
    QString profile() const { return m_folder.filePath(u"profile"_s); }
    QString catalog() const { return profile() + u"/catalog.sqlite"_s; }
    Workspace &workspace() { return m_program->workspace; }
    RetentionDesk &desk() { return workspace().retention(); }
    ServerReality &reality() { return workspace().reality(); }
    RecordingId idOf(const QString &recordId) { return answerOf(workspace().findRecording(admin, recordId)).value(); }

    void open()
    {
        m_program = std::make_unique<Program>(profile(), begin);
        QSignalSpy known(&workspace().audit(), &AuditTrail::catalogAgeKnown);
        QVERIFY(known.wait(60'000));
    }
    void close() { m_program.reset(); }

    Actor administrator(const QString &login)
    {
        Person person;
        person.name = login;
        person.login = login;
        person.role = Role::Administrator;
        return personActor(answerOf(workspace().people().add(admin, person)).value(), login, login);
    }

    bool purge(const QString &recordId)
    {
        const auto plan = answerOf(reality().planByHand(admin, DeletionStep::Purge, {idOf(recordId)}));
        return plan && answerOf(desk().confirmPlan(admin, plan->id, 1)) && !m_program->run(reality().startPlan(admin, *plan));
    }

    DeletionCertificate certificateOf(const QString &recordId)
    {
        const auto issued = answerOf(reality().certificates(admin, idOf(recordId)));
        return issued && issued->size() == 1 ? certificateFromJson(issued->first().json).value() : DeletionCertificate();
    }

    QTemporaryDir m_folder;
    DemoConference m_conference;
    std::unique_ptr<Program> m_program;
    ServerId m_server;
    QStringList m_published;
};

QTEST_GUILESS_MAIN(TestDeletionPaths)
#include "tst_deletionpaths.moc"
