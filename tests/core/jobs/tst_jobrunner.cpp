#include "core/jobs/jobrunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

class SteppedClock final : public Clock
{
public:
    QDateTime now() const override { return time; }
    QDateTime time{QDate(2026, 11, 22), QTime(10, 0), Qt::UTC};
};

// A job that ends when the test says so, or when it is cancelled.
class ScriptedJob final : public Job
{
public:
    explicit ScriptedJob(QStringList &log, QString name) : m_log(log), m_name(std::move(name)) {}
    ~ScriptedJob() override { m_log << m_name + u" destroyed"_s; }

    void end(Result<> result) { finish(std::move(result)); }

private:
    void run(std::stop_token stop) override
    {
        m_log << m_name + u" runs"_s;
        m_onStop.emplace(stop, [this] {
            QMetaObject::invokeMethod(this, [this] { finish(Error{ErrorKind::Cancelled, {}, {}, {}}); }, Qt::QueuedConnection);
        });
    }

    QStringList &m_log;
    const QString m_name;
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
};

const Error cutLine{ErrorKind::ConnectionLost, u"cut"_s, {}, {}};
const Error refused{ErrorKind::AuthenticationRefused, u"no"_s, {}, {}};

} // namespace

class TestJobRunner : public QObject
{
    Q_OBJECT

    SteppedClock m_clock;
    QStringList m_log;
    QList<QPointer<ScriptedJob>> m_jobs;

    JobOrder order(const QString &name)
    {
        return {JobKind::Sync, ServerId{1}, name, [this, name](JobId) {
                    auto job = std::make_unique<ScriptedJob>(m_log, name);
                    m_jobs.append(job.get());
                    return job;
                }};
    }

private Q_SLOTS:
    void init()
    {
        m_log.clear();
        m_jobs.clear();
    }

    void aJobDismissedAtTheNewsOfItsEndIsStillToldToTheOthers()
    {
        JobRunner runner(m_clock, 1, {});
        QList<JobStatus> told;
        connect(&runner, &JobRunner::changed, &runner, [&](const JobStatus &status) {
            if (status.state == Job::State::Finished)
                runner.dismiss(status.id);
        });
        connect(&runner, &JobRunner::changed, &runner, [&](const JobStatus &status) { told.append(status); });
        const JobId first = runner.submit(order(u"first"_s));
        const JobId second = runner.submit(order(u"second"_s));
        QTRY_COMPARE(m_log, QStringList{u"first runs"_s});
        m_jobs[0]->end(refused);
        QTRY_VERIFY(m_log.contains(u"second runs"_s));
        QCOMPARE(runner.statuses().size(), 1);
        const auto ended = std::find_if(told.cbegin(), told.cend(), [](const JobStatus &status) {
            return status.state == Job::State::Finished;
        });
        QVERIFY(ended != told.cend());
        QCOMPARE(ended->id, first);
        QCOMPARE(ended->subject, u"first"_s);
        QCOMPARE(ended->error->detail, refused.detail);
        runner.cancel(second);
        QTRY_VERIFY(runner.statuses().isEmpty());
    }

    void runsAsManyAtOnceAsAllowedInOrder()
    {
        JobRunner runner(m_clock, 2, {});
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            runner.submit(order(name));
        QTRY_COMPARE(m_log, QStringList({u"a runs"_s, u"b runs"_s}));
        m_jobs[0]->end({});
        QTRY_VERIFY(m_log.contains(u"c runs"_s));
        QCOMPARE(runner.statuses().at(0).state, Job::State::Finished);
        QVERIFY(!runner.statuses().at(0).error);
        QCOMPARE(runner.statuses().at(0).finishedAt, m_clock.time);
    }

    void transientErrorsAreRetriedWithinTheLimitAndOthersAreNot()
    {
        JobRunner runner(m_clock, 1, {.attempts = 3, .firstDelay = 1ms, .longestDelay = 4ms});
        const JobId id = runner.submit(order(u"a"_s));
        for (int attempt = 1; attempt <= 3; ++attempt) {
            QTRY_COMPARE(m_jobs.size(), attempt);
            QTRY_COMPARE(m_log.count(u"a runs"_s), attempt);
            m_jobs.last()->end(cutLine);
        }
        QCOMPARE(runner.statuses().at(0).state, Job::State::Finished);
        QCOMPARE(runner.statuses().at(0).error->kind, ErrorKind::ConnectionLost);
        QVERIFY(runner.statuses().at(0).canRetry);

        runner.retry(id);
        QTRY_COMPARE(m_jobs.size(), 4);
        QTRY_COMPARE(m_log.count(u"a runs"_s), 4);
        m_jobs.last()->end(refused);
        QCOMPARE(runner.statuses().at(0).state, Job::State::Finished);
        QCOMPARE(m_jobs.size(), 4);
    }

    void theReportsOfASyncsAttemptsAddUp()
    {
        JobRunner runner(m_clock, 1, {.attempts = 3, .firstDelay = 1ms, .longestDelay = 1ms});
        const JobId id = runner.submit(order(u"a"_s));
        QTRY_COMPARE(m_log.count(u"a runs"_s), 1);
        runner.setReport(id, {.added = 20, .updated = 1, .unchanged = 4, .gone = 2, .meetingsFetched = 3, .failed = {}});
        m_jobs.last()->end(cutLine);
        QTRY_COMPARE(m_log.count(u"a runs"_s), 2);
        // What the first attempt wrote is there now.
        runner.setReport(id, {.added = 0, .updated = 0, .unchanged = 25, .gone = 0, .meetingsFetched = 5, .failed = {}});
        m_jobs.last()->end({});
        const SyncReport report = runner.statuses().at(0).report.value_or(SyncReport{});
        QCOMPARE(report.added, 20);
        QCOMPARE(report.updated, 1);
        QCOMPARE(report.unchanged, 4);
        QCOMPARE(report.gone, 2);
        QCOMPARE(report.meetingsFetched, 8);
    }

    void aJobThatWaitsForItsRetryDoesNotHoldUpTheNext()
    {
        JobRunner runner(m_clock, 1, {.attempts = 2, .firstDelay = 1h, .longestDelay = 1h});
        const JobId first = runner.submit(order(u"a"_s));
        runner.submit(order(u"b"_s));
        QTRY_VERIFY(m_log.contains(u"a runs"_s));
        m_jobs[0]->end(cutLine);
        QTRY_VERIFY(m_log.contains(u"b runs"_s));
        QCOMPARE(runner.statuses().at(0).state, Job::State::Pending);
        QVERIFY(runner.statuses().at(0).error);
        runner.cancel(first);
        QCOMPARE(runner.statuses().at(0).state, Job::State::Finished);
        QCOMPARE(runner.statuses().at(0).error->kind, ErrorKind::Cancelled);
    }

    void cancelIsReportedOnlyWhenTheJobHasStopped()
    {
        JobRunner runner(m_clock, 1, {});
        const JobId id = runner.submit(order(u"a"_s));
        QTRY_VERIFY(m_log.contains(u"a runs"_s));
        QSignalSpy changed(&runner, &JobRunner::changed);
        runner.cancel(id);
        QVERIFY(runner.statuses().at(0).isCancelling);
        QCOMPARE(runner.statuses().at(0).state, Job::State::Running);
        QTRY_COMPARE(runner.statuses().at(0).state, Job::State::Finished);
        QCOMPARE(runner.statuses().at(0).error->kind, ErrorKind::Cancelled);
        QCOMPARE(changed.count(), 2); // cancelling, finished
    }

    void whatBreaksWhileItIsStoppedIsCancelled()
    {
        JobRunner runner(m_clock, 1, {});
        const JobId id = runner.submit(order(u"a"_s));
        QTRY_VERIFY(m_log.contains(u"a runs"_s));
        runner.cancel(id);
        m_jobs[0]->end(refused);
        QCOMPARE(runner.statuses().at(0).state, Job::State::Finished);
        QCOMPARE(runner.statuses().at(0).error->kind, ErrorKind::Cancelled);
    }

    void cancellingAWaitingJobNeverRunsIt()
    {
        JobRunner runner(m_clock, 1, {});
        runner.submit(order(u"a"_s));
        const JobId second = runner.submit(order(u"b"_s));
        runner.cancel(second);
        QTRY_VERIFY(m_log.contains(u"a runs"_s));
        m_jobs[0]->end({});
        QTRY_VERIFY(m_log.contains(u"a destroyed"_s));
        QVERIFY(!m_log.contains(u"b runs"_s));
    }

    void anUnfinishedJobIsFoundByKindAndServer()
    {
        JobRunner runner(m_clock, 1, {});
        const JobId id = runner.submit(order(u"a"_s));
        QCOMPARE(runner.unfinished(JobKind::Sync, ServerId{1}), std::optional(id));
        QVERIFY(!runner.unfinished(JobKind::Sync, ServerId{2}));
        QTRY_VERIFY(!m_jobs.isEmpty() && m_jobs[0]->state() == Job::State::Running);
        m_jobs[0]->end({});
        QVERIFY(!runner.unfinished(JobKind::Sync, ServerId{1}));
        QVERIFY(!runner.hasUnfinished());
    }

    void dismissRemovesOnlyFinishedJobs()
    {
        JobRunner runner(m_clock, 1, {});
        const JobId id = runner.submit(order(u"a"_s));
        runner.dismiss(id);
        QCOMPARE(runner.statuses().size(), 1);
        QTRY_VERIFY(!m_jobs.isEmpty() && m_jobs[0]->state() == Job::State::Running);
        m_jobs[0]->end({});
        QSignalSpy dismissed(&runner, &JobRunner::dismissed);
        runner.dismiss(id);
        QCOMPARE(dismissed.count(), 1);
        QVERIFY(runner.statuses().isEmpty());
    }

    void destroyingTheRunnerStopsItsJobsSilently()
    {
        auto runner = std::make_unique<JobRunner>(m_clock, 1, RetryPolicy{});
        runner->submit(order(u"a"_s));
        QTRY_VERIFY(m_log.contains(u"a runs"_s));
        QSignalSpy changed(runner.get(), &JobRunner::changed);
        runner.reset();
        QVERIFY(m_log.contains(u"a destroyed"_s));
        QCOMPARE(changed.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestJobRunner)
#include "tst_jobrunner.moc"
