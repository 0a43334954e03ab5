#include "core/base/whendone.h"

#include <QTest>
#include <QThread>

#include <thread>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

class TestWhenDone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHandlerRunsInTheContextsThread()
    {
        QPromise<Result<int>> promise;
        promise.start();
        QThread *handlerThread = nullptr;
        int received = 0;
        whenDone(promise.future(), this, [&](const Result<int> &result) {
            handlerThread = QThread::currentThread();
            received = *result;
        });
        std::thread worker([&promise] {
            promise.addResult(Result<int>(8));
            promise.finish();
        });
        worker.join();
        QCOMPARE(received, 0); // not before this thread's event loop turns
        QTRY_COMPARE(received, 8);
        QCOMPARE(handlerThread, thread());
    }

    void aReadyFutureAnswersLaterAndOnce()
    {
        int calls = 0;
        whenDone(readyFuture(Result<int>(1)), this, [&calls](const Result<int> &) { ++calls; });
        QCOMPARE(calls, 0);
        QTRY_COMPARE(calls, 1);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(calls, 1);
    }

    void anErrorArrivesAsItIs()
    {
        ErrorKind kind = ErrorKind::Internal;
        whenDone(readyFuture(Result<>(Error{ErrorKind::DiskFull, {}, {}, {}})), this,
                 [&kind](const Result<> &result) { kind = result.error().kind; });
        QTRY_COMPARE(kind, ErrorKind::DiskFull);
    }

    void aPromiseThatGoesWithoutAnAnswerReadsAsCancelled()
    {
        ErrorKind kind = ErrorKind::Internal;
        auto promise = std::make_unique<QPromise<Result<int>>>();
        promise->start();
        whenDone(promise->future(), this, [&kind](const Result<int> &result) { kind = result.error().kind; });
        promise.reset();
        QTRY_COMPARE(kind, ErrorKind::Cancelled);
    }

    void nothingIsCalledOnceTheContextIsGone()
    {
        QPromise<Result<int>> promise;
        promise.start();
        bool isCalled = false;
        auto context = std::make_unique<QObject>();
        whenDone(promise.future(), context.get(), [&isCalled](const Result<int> &) { isCalled = true; });
        context.reset();
        promise.addResult(Result<int>(1));
        promise.finish();
        bool isLater = false;
        whenDone(readyFuture(Result<int>(2)), this, [&isLater](const Result<int> &) { isLater = true; });
        QTRY_VERIFY(isLater);
        QVERIFY(!isCalled);
    }

    void theContextMayDieInsideTheHandler()
    {
        auto *context = new QObject;
        bool isCalled = false;
        whenDone(readyFuture(Result<int>(1)), context, [&isCalled, context](const Result<int> &) {
            isCalled = true;
            context->deleteLater();
        });
        QTRY_VERIFY(isCalled);
    }

    void aChainRunsItsStepOnSuccess()
    {
        int answer = 0;
        const auto step = [](int number) { return readyFuture(Result<int>(number * 2)); };
        whenDone(chain(readyFuture(Result<int>(21)), this, step), this,
                 [&answer](const Result<int> &result) { answer = *result; });
        QTRY_COMPARE(answer, 42);
    }

    void aChainPassesAnErrorThroughWithoutTheStep()
    {
        bool isStepCalled = false;
        ErrorKind kind = ErrorKind::Internal;
        const auto step = [&isStepCalled] {
            isStepCalled = true;
            return readyFuture(Result<QString>(u"never"_s));
        };
        whenDone(chain(readyFuture(Result<>(Error{ErrorKind::Timeout, {}, {}, {}})), this, step), this,
                 [&kind](const Result<QString> &result) { kind = result.error().kind; });
        QTRY_COMPARE(kind, ErrorKind::Timeout);
        QVERIFY(!isStepCalled);
    }

    void aChainWhoseContextDiesAnswersCancelled()
    {
        QPromise<Result<int>> promise;
        promise.start();
        auto context = std::make_unique<QObject>();
        ErrorKind kind = ErrorKind::Internal;
        const auto step = [](int number) { return readyFuture(Result<int>(number)); };
        whenDone(chain(promise.future(), context.get(), step), this,
                 [&kind](const Result<int> &result) { kind = result.error().kind; });
        context.reset();
        QTRY_COMPARE(kind, ErrorKind::Cancelled);
        promise.finish();
    }
};

QTEST_GUILESS_MAIN(TestWhenDone)
#include "tst_whendone.moc"
