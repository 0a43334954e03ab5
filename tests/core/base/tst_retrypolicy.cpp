#include "core/base/retrypolicy.h"

#include <QTest>

using namespace letopis;
using namespace std::chrono_literals;

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void delaysDoubleUpToTheLongest()
    {
        const RetryPolicy policy{.attempts = 8, .firstDelay = 1s, .longestDelay = 10s};
        const std::chrono::milliseconds expected[] = {1s, 2s, 4s, 8s, 10s, 10s, 10s};
        for (int failed = 1; failed <= 7; ++failed)
            QCOMPARE(policy.delayAfter(failed, ErrorKind::Timeout)->count(), expected[failed - 1].count());
    }

    void theLastAttemptIsTheLast()
    {
        const RetryPolicy policy{.attempts = 3, .firstDelay = 1s, .longestDelay = 10s};
        QVERIFY(policy.delayAfter(2, ErrorKind::ConnectionLost));
        QVERIFY(!policy.delayAfter(3, ErrorKind::ConnectionLost));
        QVERIFY(!policy.delayAfter(1000, ErrorKind::ConnectionLost));
    }

    void onlyWhatMayPassByItselfIsTriedAgain_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<bool>("isRetried");
        for (int kind = 0; kind <= int(ErrorKind::Internal); ++kind) {
            const auto value = ErrorKind(kind);
            const bool isRetried = value == ErrorKind::Timeout || value == ErrorKind::HostUnreachable
                || value == ErrorKind::ConnectionLost;
            QTest::newRow(qPrintable(errorKindName(value))) << value << isRetried;
        }
    }

    void onlyWhatMayPassByItselfIsTriedAgain()
    {
        QFETCH(const ErrorKind, kind);
        QFETCH(const bool, isRetried);
        QCOMPARE(RetryPolicy{}.delayAfter(1, kind).has_value(), isRetried);
    }

    void aHugeNumberOfAttemptsDoesNotOverflow()
    {
        const RetryPolicy policy{.attempts = 1'000'000, .firstDelay = 1s, .longestDelay = 60s};
        QCOMPARE(policy.delayAfter(999'999, ErrorKind::Timeout)->count(), 60'000);
    }
};

QTEST_APPLESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
