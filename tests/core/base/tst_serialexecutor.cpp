#include "core/base/serialexecutor.h"
#include "core/base/whendone.h"

#include <QTest>
#include <QThread>

#include <future>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

class TestSerialExecutor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closuresRunInTheOrderTheyWerePosted()
    {
        QList<int> order; // touched by the one thread only, until it is joined
        {
            SerialExecutor executor("test");
            for (int i = 0; i < 1000; ++i) {
                executor.post([&order, i]() -> Result<> {
                    order += i;
                    return {};
                });
            }
        }
        QCOMPARE(order.size(), 1000);
        QVERIFY(std::is_sorted(order.cbegin(), order.cend()));
    }

    void theyRunOnOneThreadThatIsNotThisOne()
    {
        SerialExecutor executor("test");
        QVERIFY(!executor.isCurrentThread());
        bool isThere = false;
        QString name;
        whenDone(executor.post([&executor]() -> Result<std::pair<bool, QString>> {
                     return std::pair(executor.isCurrentThread(), QThread::currentThread()->objectName());
                 }),
                 this, [&](const Result<std::pair<bool, QString>> &result) { std::tie(isThere, name) = *result; });
        QTRY_VERIFY(isThere);
        QCOMPARE(name, u"test"_s);
    }

    void anErrorIsAnAnswer()
    {
        SerialExecutor executor("test");
        ErrorKind kind = ErrorKind::Internal;
        whenDone(executor.post([]() -> Result<int> { return Error{ErrorKind::NotFound, {}, {}, {}}; }), this,
                 [&kind](const Result<int> &result) { kind = result.error().kind; });
        QTRY_COMPARE(kind, ErrorKind::NotFound);
    }

    void anExceptionBecomesInternalAndTheThreadGoesOn()
    {
        SerialExecutor executor("test");
        QStringList answers;
        whenDone(executor.post([]() -> Result<int> { throw std::runtime_error("broken"); }), this,
                 [&answers](const Result<int> &result) {
                     answers += errorKindName(result.error().kind) + u": "_s + result.error().detail;
                 });
        whenDone(executor.post([]() -> Result<int> { return 2; }), this,
                 [&answers](const Result<int> &result) { answers += QString::number(*result); });
        QTRY_COMPARE(answers, (QStringList{u"internal: broken"_s, u"2"_s}));
    }

    void theDestructorRunsWhatIsQueued()
    {
        std::atomic<int> done = 0;
        std::promise<void> gate;
        const std::shared_future<void> opened = gate.get_future().share();
        auto executor = std::make_unique<SerialExecutor>("test");
        executor->post([opened]() -> Result<> {
            opened.wait();
            return {};
        });
        for (int i = 0; i < 10; ++i) {
            executor->post([&done]() -> Result<> {
                ++done;
                return {};
            });
        }
        QCOMPARE(done.load(), 0);
        gate.set_value();
        executor.reset();
        QCOMPARE(done.load(), 10);
    }

    void whatAClosureHoldsIsReleasedRightAfterIt()
    {
        SerialExecutor executor("test");
        auto token = std::make_shared<int>(1);
        const std::weak_ptr<int> watched = token;
        bool isDone = false;
        whenDone(executor.post([held = std::move(token)]() -> Result<int> { return *held; }), this,
                 [&isDone](const Result<int> &) { isDone = true; });
        QTRY_VERIFY(isDone);
        QTRY_VERIFY(watched.expired());
    }
};

QTEST_GUILESS_MAIN(TestSerialExecutor)
#include "tst_serialexecutor.moc"
