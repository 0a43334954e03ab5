#include "core/transport/orderedsink.h"
#include "core/transport/rangeboard.h"

#include <QRandomGenerator>
#include <QTest>

#include <thread>

using namespace letopis;

class RangeBoardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rangesAscendAndEndWithTheFile()
    {
        RangeBoard board(10, 35, 1000);
        std::optional<TransferRange> range = board.take(10);
        QVERIFY(range && range->offset == 10 && range->length == 10);
        range = board.take(10);
        QVERIFY(range && range->offset == 20 && range->length == 10);
        range = board.take(10);
        QVERIFY(range && range->offset == 30 && range->length == 5);
        QVERIFY(!board.take(10));
    }

    void nothingIsHandedOutTooFarAhead()
    {
        RangeBoard board(0, 100, 20);
        QVERIFY(board.take(10) && board.take(10));
        QVERIFY(!board.take(10));
        board.done({10, 10}); // the first gap is still open
        QVERIFY(!board.take(10));
        board.done({0, 10});
        const std::optional<TransferRange> next = board.take(10);
        QVERIFY(next && next->offset == 20);
    }

    void whatIsGivenBackIsHandedOutAgain()
    {
        RangeBoard board(0, 20, 20);
        QVERIFY(board.take(20));
        board.giveBack({5, 15});
        std::optional<TransferRange> range = board.take(10);
        QVERIFY(range && range->offset == 5 && range->length == 10);
        range = board.take(10);
        QVERIFY(range && range->offset == 15 && range->length == 5);
        board.giveBack({0, 0});
        QVERIFY(!board.take(10));
    }

    void waitingEndsWhenAllIsDone()
    {
        RangeBoard board(0, 10, 10);
        QVERIFY(board.take(10));
        std::jthread other([&] { board.done({0, 10}); });
        QVERIFY(!board.wait({}));
        QVERIFY(!board.error());
    }

    void waitingEndsWhenSomethingIsGivenBack()
    {
        RangeBoard board(0, 10, 10);
        QVERIFY(board.take(10));
        std::jthread other([&] { board.giveBack({0, 10}); });
        QVERIFY(board.wait({}));
    }

    void waitingEndsWithAStop()
    {
        RangeBoard board(0, 10, 10);
        QVERIFY(board.take(10));
        std::stop_source stop;
        std::jthread other([&] { stop.request_stop(); });
        QVERIFY(!board.wait(stop.get_token()));
    }

    void theFirstErrorEndsEverything()
    {
        RangeBoard board(0, 100, 100);
        QVERIFY(board.take(10));
        board.fail({ErrorKind::DiskFull, {}, {}, {}});
        board.fail({ErrorKind::Timeout, {}, {}, {}});
        QVERIFY(board.error() && board.error()->kind == ErrorKind::DiskFull);
        QVERIFY(!board.take(10));
        QVERIFY(!board.wait({}));
    }

    // Several sessions, some of which give back what they took.
    void everyByteReachesTheSinkOnceAndInOrder()
    {
        constexpr qint64 size = 300'000;
        RangeBoard board(0, size, 5'000);
        QByteArray got;
        const ByteSink append = [&](QByteArrayView bytes) -> Result<> {
            got.append(bytes);
            return {};
        };
        OrderedSink sink(0, append);
        QByteArray content(size, Qt::Uninitialized);
        for (qint64 i = 0; i < size; ++i)
            content[i] = char(i * 7 / 5);
        {
            std::vector<std::jthread> sessions;
            for (quint32 seed = 1; seed <= 4; ++seed) {
                sessions.emplace_back([&, seed] {
                    QRandomGenerator random(seed);
                    while (board.wait({})) {
                        const std::optional<TransferRange> range = board.take(1 + random.bounded(700));
                        if (!range)
                            continue;
                        if (random.bounded(4) == 0) {
                            board.giveBack(*range);
                            continue;
                        }
                        if (const Result<> put = sink.put(
                                range->offset, QByteArrayView(content).sliced(range->offset, range->length));
                            put)
                            board.done(*range);
                    }
                });
            }
        }
        QVERIFY(got == content);
    }

    void aSinksErrorComesBack()
    {
        const ByteSink full = [](QByteArrayView) -> Result<> { return Error{ErrorKind::DiskFull, {}, {}, {}}; };
        OrderedSink sink(0, full);
        QVERIFY(sink.put(5, "later"));
        QVERIFY(!sink.put(0, "first"));
    }
};

QTEST_GUILESS_MAIN(RangeBoardTest)
#include "tst_rangeboard.moc"
