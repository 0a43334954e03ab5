#include "core/storage/materialrepository.h"
#include "tests/core/storage/testcatalog.h"

#include <QTest>
#include <QUuid>

#include <mutex>

using namespace letopis;
using namespace letopis::testing;

namespace {
// A step of a query's plan.
struct PlanStep
{
    QString text;
};

// Counts the statements about materials that a catalog runs.
struct Tally
{
    std::mutex mutex;
    QHash<QString, int> counts;

    StatementObserver observer()
    {
        return [this](QStringView name) -> Result<> {
            const std::lock_guard lock(mutex);
            ++counts[name.toString()];
            return {};
        };
    }
    int takeAll()
    {
        const std::lock_guard lock(mutex);
        int sum = 0;
        for (auto one = counts.cbegin(); one != counts.cend(); ++one)
            sum += one.key().startsWith("material."_L1) ? one.value() : 0;
        counts.clear();
        return sum;
    }
};

MaterialVersion version(int number)
{
    MaterialVersion one;
    one.number = 1;
    one.fileName = u"file %1"_s.arg(number);
    one.sizeBytes = 5;
    one.sha256 = QCryptographicHash::hash(QByteArray::number(number), QCryptographicHash::Sha256);
    one.mimeType = u"text/plain"_s;
    one.addedBy = u"anna"_s;
    one.addedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
    return one;
}

MaterialDescription description(int number)
{
    MaterialDescription one;
    one.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    one.name = u"material %1"_s.arg(number);
    one.position = number;
    one.revisions = {1, 1, 1, 1};
    one.versions = {version(number)};
    return one;
}
} // namespace

template <>
PlanStep letopis::fromRow(const Row &row)
{
    return {.text = row.get<QString>("detail"_L1)};
}

class TestMaterialRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsDueIsFoundByTheIndexOfThoseThatWait()
    {
        TestCatalog catalog;
        QVERIFY(catalog.sync({snapshots(0, 50)}));
        const Statement explain{"test.plan"_L1, u"EXPLAIN QUERY PLAN "_s + dueMaterialsStatement().sql};
        const auto plan = waitFor(catalog.database->read([&](Connection &connection) {
            return connection.select<PlanStep>(explain, {{":now"_L1, 1}, {":server"_L1, 1}, {":after"_L1, 0}, {":limit"_L1, 20}});
        }));
        QVERIFY(plan);
        QVERIFY(!plan->empty());
        QVERIFY2(plan->front().text.contains(u"USING INDEX material_waiting"_s), qPrintable(plan->front().text));
    }

    // A recording with thousands of them costs as much for each as one with a few.
    void eachMaterialTakesAsManyStatementsHoweverManyThereAre()
    {
        constexpr int few = 50;
        constexpr int many = 2500;
        Tally tally;
        TestCatalog catalog({.observer = tally.observer()});
        QVERIFY(catalog.sync({snapshots(0, 2)}));
        MaterialRepository repository(*catalog.database, FileStore(catalog.folder() + u"/materials"_s), catalog.clock);
        const RecordingId recording = *waitFor(catalog.recordings->find(recordIdOf(1)));
        const auto place = waitFor(repository.place(recording));
        QVERIFY(place);
        QList<MaterialDescription> said;
        const auto absorb = [&](int count) {
            for (int i = 0; i < count; ++i) {
                said += description(int(said.size()));
                if (!waitFor(repository.absorb(administrator(), *place, said.last())))
                    return -1;
            }
            return tally.takeAll();
        };
        const auto add = [&] {
            for (int i = 0; i < few; ++i) {
                if (!waitFor(repository.add(administrator(), recording, version(10'000 + i))))
                    return -1;
            }
            return tally.takeAll();
        };
        const auto again = [&](qsizetype from) {
            for (qsizetype i = from; i < from + few; ++i) {
                const auto absorbed = waitFor(repository.absorb(administrator(), *place, said[i]));
                if (!absorbed || absorbed->isChanged)
                    return -1;
            }
            return tally.takeAll();
        };
        tally.takeAll();
        const int first = absorb(few);
        const int firstAgain = again(0);
        const int firstAdded = add();
        QVERIFY(first > 0 && firstAgain > 0 && firstAdded > 0);
        QVERIFY(absorb(many) > 0);
        QCOMPARE(absorb(few), first);
        QCOMPARE(again(many), firstAgain);
        QCOMPARE(add(), firstAdded);
        QCOMPARE(waitFor(repository.materials(recording, true))->size(), many + 4 * few);
    }

    void addedOnesComeLast()
    {
        TestCatalog catalog;
        QVERIFY(catalog.sync({snapshots(0, 2)}));
        MaterialRepository repository(*catalog.database, FileStore(catalog.folder() + u"/materials"_s), catalog.clock);
        const RecordingId recording = *waitFor(catalog.recordings->find(recordIdOf(1)));
        QVERIFY(waitFor(repository.add(administrator(), recording, version(1))));
        QVERIFY(waitFor(repository.absorb(administrator(), *waitFor(repository.place(recording)), description(7))));
        QVERIFY(waitFor(repository.add(administrator(), recording, version(2))));
        QStringList names;
        const auto all = waitFor(repository.materials(recording, true));
        QVERIFY(all);
        for (const Material &one : *all)
            names += u"%1 %2"_s.arg(one.position).arg(one.name);
        QCOMPARE(names, QStringList({u"0 file 1"_s, u"7 material 7"_s, u"8 file 2"_s}));
    }

    void aVersionAfterTheHighestNumberIsRefused()
    {
        TestCatalog catalog;
        QVERIFY(catalog.sync({snapshots(0, 2)}));
        MaterialRepository repository(*catalog.database, FileStore(catalog.folder() + u"/materials"_s), catalog.clock);
        const RecordingId recording = *waitFor(catalog.recordings->find(recordIdOf(1)));
        MaterialDescription said = description(1);
        said.versions.first().number = highestMaterialVersion;
        const auto absorbed = waitFor(repository.absorb(administrator(), *waitFor(repository.place(recording)), said));
        QVERIFY(absorbed);
        const Result<> added = waitFor(repository.addVersion(administrator(), absorbed->stored.material.id, version(2)));
        QCOMPARE(added.error().kind, ErrorKind::TooLarge);
    }
};

QTEST_GUILESS_MAIN(TestMaterialRepository)
#include "tst_materialrepository.moc"
