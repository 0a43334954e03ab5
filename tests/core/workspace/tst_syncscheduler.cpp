#include "core/workspace/local/syncscheduler.h"

#include <QTest>

using namespace letopis;

namespace {

class SteppedClock final : public Clock
{
public:
    QDateTime now() const override { return time; }
    QDateTime time{QDate(2026, 11, 22), QTime(10, 0), Qt::UTC};
};

ConferenceServer serverSyncedAt(qint64 id, const QDateTime &lastSync)
{
    ConferenceServer server;
    server.id = ServerId{id};
    server.syncIntervalMinutes = 15;
    server.lastSyncAt = lastSync;
    return server;
}

} // namespace

class TestSyncScheduler : public QObject
{
    Q_OBJECT

    SteppedClock m_clock;
    QList<qint64> m_started;

    QList<qint64> startedFor(const QList<ConferenceServer> &servers)
    {
        m_started.clear();
        SyncScheduler scheduler(m_clock, [this](ServerId id) { m_started.append(id.value); });
        scheduler.start();
        scheduler.setServers(servers);
        return m_started;
    }

private Q_SLOTS:
    void startsTheServersThatAreDueAndNoOthers()
    {
        QCOMPARE(startedFor({serverSyncedAt(1, {}), serverSyncedAt(2, m_clock.time.addSecs(-15 * 60)),
                             serverSyncedAt(3, m_clock.time.addSecs(-15 * 60 + 1))}),
                 QList<qint64>({1, 2}));
    }

    void leavesAloneWhatIsRemovedOrOnRequestOnly()
    {
        ConferenceServer removed = serverSyncedAt(1, {});
        removed.isRemoved = true;
        ConferenceServer onRequest = serverSyncedAt(2, {});
        onRequest.syncIntervalMinutes = 0;
        QCOMPARE(startedFor({removed, onRequest}), QList<qint64>());
    }

    void aFailedSyncWaitsAWholeInterval()
    {
        SyncScheduler scheduler(m_clock, [this](ServerId id) { m_started.append(id.value); });
        m_started.clear();
        scheduler.start();
        const QList<ConferenceServer> never{serverSyncedAt(1, {})};
        scheduler.setServers(never);
        m_clock.time = m_clock.time.addSecs(14 * 60);
        scheduler.setServers(never);
        QCOMPARE(m_started, QList<qint64>({1}));
        m_clock.time = m_clock.time.addSecs(60);
        scheduler.setServers(never);
        QCOMPARE(m_started, QList<qint64>({1, 1}));
    }

    void aClockThatWasSetBackDoesNotStopTheSyncs()
    {
        SyncScheduler scheduler(m_clock, [this](ServerId id) { m_started.append(id.value); });
        m_started.clear();
        scheduler.start();
        const QList<ConferenceServer> ahead{serverSyncedAt(1, m_clock.time.addDays(30))};
        scheduler.setServers(ahead);
        scheduler.setServers(ahead);
        QCOMPARE(m_started, QList<qint64>({1}));
    }
};

QTEST_GUILESS_MAIN(TestSyncScheduler)
#include "tst_syncscheduler.moc"
