#include "core/base/result.h"

#include <QTest>

#include <memory>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
Error notFound()
{
    return {ErrorKind::NotFound, u"no such row"_s, u"42"_s, {}};
}
} // namespace

class TestResult : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueIsAValue()
    {
        const Result<int> result(7);
        QVERIFY(result);
        QVERIFY(result.has_value());
        QCOMPARE(*result, 7);
        QCOMPARE(result.value_or(9), 7);
    }

    void anErrorKeepsAllItsFields()
    {
        Error error = notFound();
        error.evidence = 5;
        const Result<int> result(error);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::NotFound);
        QCOMPARE(result.error().detail, u"no such row"_s);
        QCOMPARE(result.error().subject, u"42"_s);
        QCOMPARE(std::any_cast<int>(result.error().evidence), 5);
        QCOMPARE(result.value_or(9), 9);
    }

    void whatConvertsToTheValueIsAccepted()
    {
        const Result<QString> text(u"literal"_s);
        const Result<qint64> number(int(5));
        QCOMPARE(*text, u"literal"_s);
        QCOMPARE(*number, 5);
    }

    void aBooleanValueIsNotTheSuccess()
    {
        const Result<bool> result(false);
        QVERIFY(result.has_value());
        QCOMPARE(*result, false);
    }

    void copyMoveAndAssignmentChangeBetweenValueAndError()
    {
        Result<QString> result(u"first"_s);
        Result<QString> other(notFound());
        result = other;
        QCOMPARE(result.error().kind, ErrorKind::NotFound);
        other = Result<QString>(u"second"_s);
        QCOMPARE(*other, u"second"_s);
        result = std::move(other);
        QCOMPARE(*result, u"second"_s);
        result = Result<QString>(*result); // from its own content
        QCOMPARE(*result, u"second"_s);
    }

    void aMoveOnlyValueMovesOut()
    {
        Result<std::unique_ptr<int>> result(std::make_unique<int>(3));
        const std::unique_ptr<int> taken = std::move(result).value();
        QCOMPARE(*taken, 3);
    }

    void andThenCallsOnASuccessOnly()
    {
        int calls = 0;
        const auto half = [&calls](int number) -> Result<double> {
            ++calls;
            return number / 2.0;
        };
        QCOMPARE(*Result<int>(5).and_then(half), 2.5);
        QCOMPARE(Result<int>(notFound()).and_then(half).error().kind, ErrorKind::NotFound);
        QCOMPARE(calls, 1);
    }

    void aResultOfNothingIsSuccessOrError()
    {
        QVERIFY(Result<>());
        QCOMPARE(Result<>(notFound()).error().kind, ErrorKind::NotFound);
        QCOMPARE(*Result<>().and_then([] { return Result<int>(4); }), 4);
        QVERIFY(!Result<>(notFound()).and_then([] { return Result<int>(4); }));
    }

    void everyErrorKindHasANameOfItsOwn()
    {
        QStringList names;
        for (int kind = 0; kind <= int(ErrorKind::Internal); ++kind)
            names += errorKindName(ErrorKind(kind));
        QVERIFY(!names.contains(QString()));
        QCOMPARE(names.removeDuplicates(), 0);
    }
};

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"
