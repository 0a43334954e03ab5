// Edits that go to the servers by themselves, and when they are left alone.
#include "core/base/turn.h"
#include "core/base/whendone.h"
#include "core/jobs/syncrun.h"
#include "core/storage/recordingrepository.h"
#include "core/workspace/local/localrecordingeditor.h"
#include "tests/support/fakeconferenceservice.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
const Actor boris = ownerActor(u"boris"_s, u"Boris"_s);
const Error deadLine{ErrorKind::ConnectionLost, u"cut"_s, {}, {}};

class HandClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_nowMs, Qt::UTC); }
    void advance(std::chrono::milliseconds by) { m_nowMs += by.count(); }

private:
    std::atomic<qint64> m_nowMs{1'700'000'000'000};
};

// Two servers with a recording each, in one catalog whose edits are pushed by themselves.
class Bench
{
public:
    Bench()
    {
        for (const QString &name : {u"first"_s, u"second"_s}) {
            ConferenceServer one;
            one.name = name;
            one.apiUrl = QUrl(u"https://%1.example/bigbluebutton/api/"_s.arg(name));
            const ServerId id = waitFor(servers.add(boris, one)).value();
            auto conference = std::make_shared<FakeConference>();
            for (int number = 0; number < 2; ++number)
                conference->recordings.push_back(sampleSnapshot(int(2 * ids.size()) + number));
            conferences.insert(id, conference);
            ids += id;
            ProgressCounters progress;
            MeetingRepository meetings(*database, ContentStore(directory.filePath(u"store"_s)), clock);
            const Result<> synced = SyncRun(opened(id), SyncStorage{*database, servers, meetings, clock}, boris,
                                            std::make_shared<SyncFeed>())
                                        .execute(progress, {});
            if (!synced)
                qFatal("cannot fill the test catalog");
            for (const RecordingSnapshot &snapshot : conference->recordings)
                recordings[ids.last()] += waitFor(RecordingRepository(*database).find(snapshot.externalId)).value();
        }
        editor = std::make_unique<LocalRecordingEditor>(
            LocalRecordingEditor::Parts{.access = AccessControl(*database, std::make_shared<Visibility>(clock)),
                                        .database = *database,
                                        .clock = clock,
                                        .runner = runner,
                                        .pool = pool,
                                        .open = [this](ServerId id) { return readyFuture(Result<OpenedServer>(opened(id))); },
                                        .serverName = [](ServerId id) { return QString::number(id.value); },
                                        .pushesByItself = true,
                                        .delay = std::chrono::milliseconds(10)});
    }

    OpenedServer opened(ServerId id)
    {
        return {waitFor(servers.find(id)).value(), std::make_shared<FakeConferenceService>(conferences.value(id))};
    }
    FakeConference &conference(int number) { return *conferences.value(ids[number]); }
    RecordingId recording(int number, int which = 0) { return recordings[ids[number]][which]; }
    void edit(int number, const QString &after, int which = 0)
    {
        const QString field = letopis::field::title;
        const RecordingId id = recording(number, which);
        const auto now = editor->information(boris, id);
        QVERIFY(QTest::qWaitFor([&] { return now.isFinished(); }));
        const auto done = editor->apply(boris, {{id, field, now.result()->values.value(field), after}});
        QVERIFY(QTest::qWaitFor([&] { return done.isFinished(); }));
        QCOMPARE(done.result()->count(EditOutcome::Applied), 1);
    }
    int pushes(int number) const
    {
        const QList<JobStatus> all = runner.statuses();
        return int(std::count_if(all.begin(), all.end(), [&](const JobStatus &one) { return one.server == ids[number]; }));
    }
    bool isQuiet() const { return !runner.hasUnfinished(); }
    QString said(int number, int which = 0)
    {
        const std::lock_guard lock(conference(number).mutex);
        return metadataValue(conference(number).recordings[size_t(which)].metadata, u"name");
    }

    QTemporaryDir directory;
    HandClock clock;
    std::unique_ptr<Database> database = Database::open(directory.filePath(u"catalog.sqlite"_s)).value();
    ServerRepository servers{*database, clock};
    QHash<ServerId, std::shared_ptr<FakeConference>> conferences;
    QList<ServerId> ids;
    QHash<ServerId, QList<RecordingId>> recordings;
    WorkerPool pool{4};
    JobRunner runner{clock, 4, RetryPolicy{.attempts = 1}};
    std::unique_ptr<LocalRecordingEditor> editor;
};
} // namespace

class TestRecordingEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServerThatCannotBeReachedIsLeftAloneForAWhile()
    {
        Bench bench;
        bench.conference(0).updateFailure = deadLine;
        bench.edit(0, u"Раз"_s);
        QTRY_COMPARE(bench.pushes(0), 1);
        QTRY_VERIFY(bench.isQuiet());
        // The look that sends the other server's edit passes the first one by.
        bench.edit(1, u"Раз"_s);
        QTRY_COMPARE(bench.said(1), u"Раз"_s);
        QCOMPARE(bench.pushes(0), 1);
        // A person who asks is not held up.
        bench.editor->startPush(boris, bench.ids[0]);
        QCOMPARE(bench.pushes(0), 2);
        QTRY_VERIFY(bench.isQuiet());
        QCOMPARE(int(bench.conference(0).updates), 2);
        // Later it is tried again.
        bench.clock.advance(std::chrono::seconds(301));
        bench.conference(0).updateFailure.reset();
        bench.edit(1, u"Два"_s);
        QTRY_COMPARE(bench.said(0), u"Раз"_s);
    }

    void aSyncThatReachedTheServerEndsThePause()
    {
        Bench bench;
        bench.conference(0).updateFailure = deadLine;
        bench.edit(0, u"Раз"_s);
        QTRY_COMPARE(bench.pushes(0), 1);
        QTRY_VERIFY(bench.isQuiet());
        bench.conference(0).updateFailure.reset();
        bench.editor->afterSync(bench.ids[0]);
        QTRY_COMPARE(bench.said(0), u"Раз"_s);
    }

    void manyEditsAreDiscardedInOneStep()
    {
        Bench bench;
        for (int number = 0; number < 2; ++number) {
            bench.conference(number).updateFailure = deadLine;
            for (int which = 0; which < 2; ++which)
                bench.edit(number, u"Раз"_s, which);
        }
        QTRY_VERIFY(bench.pushes(0) > 0 && bench.pushes(1) > 0 && bench.isQuiet());
        OutboxRepository outbox(*bench.database, bench.clock);
        QList<FieldEditState> edits;
        const auto waiting = waitFor(outbox.entries(true)).value();
        for (const OutboxEntry &entry : waiting)
            edits += entry.edit;
        QCOMPARE(edits.size(), 4);
        edits += edits.first(); // gone by then: no failure
        const QSignalSpy told(bench.editor.get(), &RecordingEditor::outboxChanged);
        const auto discarded = bench.editor->discardAll(boris, edits);
        QTRY_VERIFY(discarded.isFinished());
        QVERIFY(discarded.result());
        QCOMPARE(told.count(), 1);
        for (const RecordingId id : {bench.recording(0), bench.recording(0, 1), bench.recording(1), bench.recording(1, 1)}) {
            const auto now = waitFor(FieldRepository(*bench.database, bench.clock).information(id)).value();
            QVERIFY(now.values.value(field::title) != u"Раз"_s);
        }
    }

    void aPushThatAPersonCancelledPausesNothing()
    {
        Bench bench;
        auto other = takeTurn(u"%1.push-%2.lock"_s.arg(bench.database->path()).arg(bench.ids[0].value), {});
        QVERIFY(other);
        bench.edit(0, u"Раз"_s);
        QTRY_COMPARE(bench.pushes(0), 1);
        bench.runner.cancel(*bench.runner.unfinished(JobKind::Push, bench.ids[0]));
        QTRY_VERIFY(bench.isQuiet());
        other->reset();
        bench.edit(0, u"Другая"_s, 1);
        QTRY_COMPARE(bench.said(0, 1), u"Другая"_s);
    }

    void whoAsksGetsWhatWasPostponedThoughAPushIsRunning()
    {
        Bench bench;
        OutboxRepository outbox(*bench.database, bench.clock);
        auto other = takeTurn(u"%1.push-%2.lock"_s.arg(bench.database->path()).arg(bench.ids[0].value), {});
        QVERIFY(other);
        bench.edit(0, u"Позже"_s, 1);
        QVERIFY(waitFor(outbox.postpone(bench.recording(0, 1), {field::title}, u"busy"_s)));
        bench.edit(0, u"Сейчас"_s);
        QTRY_COMPARE(bench.pushes(0), 1); // by itself: what is due
        const JobId running = *bench.runner.unfinished(JobKind::Push, bench.ids[0]);
        QCOMPARE(bench.editor->startPush(boris, bench.ids[0]), running);
        other->reset();
        QTRY_COMPARE(bench.said(0), u"Сейчас"_s);
        QTRY_COMPARE(bench.said(0, 1), u"Позже"_s);
        QTRY_VERIFY(bench.isQuiet());
    }
};

QTEST_GUILESS_MAIN(TestRecordingEditor)
#include "tst_recordingeditor.moc"
