#include "core/base/job.h"

#include <QSignalSpy>
#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {

// Writes down what happens to it, and ends as it is told.
class LoggingJob : public Job
{
public:
    enum class Ending { AtOnce, WhenTold, WhenStopped };

    LoggingJob(Ending ending, QStringList &log) : m_ending(ending), m_log(log)
    {
        connect(this, &Job::finished, this, [this](const Result<> &result) {
            m_log += result ? u"finished"_s : u"finished "_s + errorKindName(result.error().kind);
        });
    }

    using Job::counters;
    using Job::finish;
    std::stop_token token;

protected:
    void run(std::stop_token stop) override
    {
        m_log += u"run"_s;
        token = stop;
        if (m_ending == Ending::AtOnce)
            return finish({});
        if (m_ending == Ending::WhenStopped) {
            m_callback = std::make_unique<std::stop_callback<std::function<void()>>>(stop, [this] {
                m_log += u"stop asked"_s;
                QMetaObject::invokeMethod(
                    this, [this] { finish(Error{ErrorKind::Cancelled, {}, {}, {}}); }, Qt::QueuedConnection);
            });
        }
    }

private:
    Ending m_ending;
    QStringList &m_log;
    std::unique_ptr<std::stop_callback<std::function<void()>>> m_callback;
};

using Ending = LoggingJob::Ending;

} // namespace

class TestJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // What is done to a job, a letter each, and what it then does:
    // s start, c cancel, e events, f finish() from outside, d destroy.
    void eachStoryHasItsEventLog_data()
    {
        QTest::addColumn<Ending>("ending");
        QTest::addColumn<QString>("story");
        QTest::addColumn<QStringList>("log");
        QTest::newRow("never started") << Ending::AtOnce << u"e"_s << QStringList{};
        QTest::newRow("start does not enter run") << Ending::AtOnce << u"s"_s << QStringList{};
        QTest::newRow("runs from the event loop") << Ending::AtOnce << u"se"_s << QStringList{u"run"_s, u"finished"_s};
        QTest::newRow("started twice") << Ending::AtOnce << u"sse"_s << QStringList{u"run"_s, u"finished"_s};
        QTest::newRow("started again at the end") << Ending::AtOnce << u"sese"_s << QStringList{u"run"_s, u"finished"_s};
        QTest::newRow("stays running") << Ending::WhenTold << u"se"_s << QStringList{u"run"_s};
        QTest::newRow("ends later") << Ending::WhenTold << u"sefe"_s << QStringList{u"run"_s, u"finished"_s};
        QTest::newRow("cancelled before it ran") << Ending::AtOnce << u"sce"_s << QStringList{u"finished cancelled"_s};
        QTest::newRow("cancelled before it was started") << Ending::AtOnce << u"cse"_s << QStringList{u"finished cancelled"_s};
        QTest::newRow("cancel is a request") << Ending::WhenTold << u"sec"_s << QStringList{u"run"_s};
        QTest::newRow("what was done counts in spite of a cancel")
            << Ending::WhenTold << u"secfe"_s << QStringList{u"run"_s, u"finished"_s};
        QTest::newRow("reports cancelled when it stopped")
            << Ending::WhenStopped << u"sece"_s << QStringList{u"run"_s, u"stop asked"_s, u"finished cancelled"_s};
        QTest::newRow("destroyed before it ran") << Ending::AtOnce << u"sde"_s << QStringList{};
        QTest::newRow("destroyed while running: silent") << Ending::WhenStopped << u"sede"_s << QStringList{u"run"_s};
    }

    void eachStoryHasItsEventLog()
    {
        QFETCH(const Ending, ending);
        QFETCH(const QString, story);
        QFETCH(const QStringList, log);
        QStringList happened;
        auto job = std::make_unique<LoggingJob>(ending, happened);
        for (const QChar act : story) {
            switch (act.unicode()) {
            case u's': job->start(); break;
            case u'c': job->cancel(); break;
            case u'e': QCoreApplication::sendPostedEvents(); break;
            case u'f': job->finish({}); break;
            case u'd': job.reset(); break;
            default: QFAIL("unknown act");
            }
        }
        QCOMPARE(happened, log);
    }

    void destroyingAJobAsksItsWorkToStop()
    {
        QStringList log;
        auto job = std::make_unique<LoggingJob>(Ending::WhenTold, log);
        job->start();
        QTRY_COMPARE(job->state(), Job::State::Running);
        const std::stop_token held = job->token; // as a worker would
        QVERIFY(!held.stop_requested());
        job.reset();
        QVERIFY(held.stop_requested());
    }

    void statesFollowEachOther()
    {
        QStringList log;
        LoggingJob job(Ending::WhenTold, log);
        QCOMPARE(job.state(), Job::State::Pending);
        job.start();
        QCOMPARE(job.state(), Job::State::Pending);
        QTRY_COMPARE(job.state(), Job::State::Running);
        job.finish({});
        QCOMPARE(job.state(), Job::State::Finished);
    }

    void progressIsSampledWhileRunningAndOnceMoreAtTheEnd()
    {
        QStringList log;
        LoggingJob job(Ending::WhenTold, log);
        QSignalSpy changes(&job, &Job::progressChanged);
        job.start();
        QTRY_COMPARE(job.state(), Job::State::Running);
        job.counters()->total = 10;
        job.counters()->done = 4;
        QTRY_COMPARE(job.progress().done, 4);
        QCOMPARE(job.progress().total, 10);
        const qsizetype before = changes.count();
        job.counters()->done = 10;
        job.finish({});
        QCOMPARE(job.progress().done, 10);
        QCOMPARE(changes.count(), before + 1);
    }

    void unchangedProgressIsNotAnnounced()
    {
        QStringList log;
        LoggingJob job(Ending::WhenTold, log);
        QSignalSpy changes(&job, &Job::progressChanged);
        job.start();
        QTRY_COMPARE(job.state(), Job::State::Running);
        job.finish({});
        QCOMPARE(changes.count(), 0);
    }

    void theSpeedComesFromTheBytes()
    {
        QStringList log;
        LoggingJob job(Ending::WhenTold, log);
        job.counters()->unit = ProgressUnit::Bytes;
        job.start();
        QTRY_COMPARE(job.state(), Job::State::Running);
        job.counters()->bytesReceived = 1'000'000;
        QTRY_VERIFY(job.progress().bytesPerSecond > 0);
        QCOMPARE(job.progress().unit, ProgressUnit::Bytes);
    }
};

QTEST_GUILESS_MAIN(TestJob)
#include "tst_job.moc"
