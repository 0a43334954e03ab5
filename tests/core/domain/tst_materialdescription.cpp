#include "core/domain/materialdescription.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;

namespace {
const QString uuid = u"6f9619ff-8b86-4011-b42d-00cf4fc964ff"_s;

MaterialVersion version(int number, char content, const QString &by = u"anna"_s)
{
    MaterialVersion one;
    one.number = number;
    one.fileName = u"file %1"_s.arg(QLatin1Char(content));
    one.sizeBytes = 5;
    one.sha256 = QByteArray(32, content);
    one.mimeType = u"text/plain"_s;
    one.addedBy = by;
    one.addedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
    return one;
}

MaterialDescription sample()
{
    MaterialDescription description;
    description.uuid = uuid;
    description.name = u"План \"А\"\u202E"_s;
    description.description = u"one\ntwo"_s;
    description.position = 3;
    description.revisions = {1, 2, 3, 4};
    description.versions = {version(1, 'a')};
    return description;
}

// One side of an exchange, by the rules of the catalog: what it shows, and what it last agreed on with the disk.
struct Side
{
    MaterialDescription ours;
    std::optional<MaterialDescription> base;

    MaterialDescription wanted() const { return wantedAfter(base, ours); }
    void read(const MaterialDescription &disk)
    {
        ours = mergeDescriptions(base, ours, disk).merged;
        base = baseAfter(base, disk);
    }
    bool isWaiting() const { return wanted() != *base; }
    void write(MaterialDescription &disk) { base = disk = wanted(); }
};
} // namespace

class MaterialDescriptionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        MaterialDescription description = sample();
        QCOMPARE(descriptionFromJson(toJson(description), uuid).value(), description);
        description.trashedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'001, Qt::UTC);
        description.versions += version(7, 'b');
        QCOMPARE(descriptionFromJson(toJson(description), uuid).value(), description);
        QVERIFY(!descriptionFromJson(toJson(description), u"6f9619ff-8b86-4011-b42d-00cf4fc964fe"_s));
    }

    void theLongestOfEverythingStillFits()
    {
        MaterialDescription description = sample();
        description.name = QString(longestMaterialName, u'ж');
        description.description = QString(longestMaterialDescription, u'한');
        description.versions.clear();
        for (int number = 1; number <= mostMaterialVersions; ++number) {
            MaterialVersion one = version(number, 'a');
            one.fileName = QString(longestMaterialName, u'한');
            one.mimeType = one.addedBy = QString(100, u'한');
            description.versions += one;
        }
        QVERIFY(toJson(description).size() < mostDescriptionBytes);
        QCOMPARE(descriptionFromJson(toJson(description), uuid).value(), description);
    }

    void onlyDescriptionsNamesNameOne_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("one") << uuid + u".json"_s << true;
        QTest::newRow("capitals") << uuid.toUpper() + u".json"_s << false;
        QTest::newRow("braces") << u"{"_s + uuid + u"}.json"_s << false;
        QTest::newRow("content") << contentFileName(uuid, QByteArray(32, 'x')) << false;
        QTest::newRow("nothing") << u".json"_s << false;
        QTest::newRow("null") << u"00000000-0000-0000-0000-000000000000.json"_s << false;
        QTest::newRow("path") << u"../"_s + uuid + u".json"_s << false;
    }

    void onlyDescriptionsNamesNameOne()
    {
        QFETCH(QString, name);
        QFETCH(bool, isOne);
        QCOMPARE(uuidOfDescription(name), isOne ? uuid : QString());
    }

    void recordingIdsThatAreNoNamesAreRefused()
    {
        QVERIFY(isPlainName(u"183f0bf3a0982a127bdb8161e0c44eb696b3e75c-1531240585189"_s));
        for (const QString &bad : {u""_s, u"."_s, u".."_s, u"a/b"_s, u"a\\b"_s, u"a\nb"_s, QString(256, u'a'), u"a"_s + QChar(0)})
            QVERIFY2(!isPlainName(bad), qPrintable(bad));
    }

    void whatOnlyOneSideChangedStands()
    {
        const MaterialDescription base = sample();
        MaterialDescription ours = base;
        MaterialDescription theirs = base;
        ours.name = u"ours"_s;
        theirs.description = u"theirs"_s;
        theirs.revisions[MaterialDescription::Description] = 3;
        const MaterialMerge merge = mergeDescriptions(base, ours, theirs);
        QCOMPARE(merge.merged.name, u"ours"_s);
        QCOMPARE(merge.merged.description, u"theirs"_s);
        QVERIFY(merge.conflicts.isEmpty());
        const MaterialDescription wanted = wantedAfter(baseAfter(base, theirs), merge.merged);
        QCOMPARE(wanted.revisions[MaterialDescription::Name], 2);
        QCOMPARE(wanted.revisions[MaterialDescription::Description], 3);
    }

    // Two people edit, read and write at random moments, also one in the middle of the other's turn. At the end both say the
    // same, no version is lost, and a field that only one of them ever touched says what that one last said.
    void noEditThatDoesNotConflictIsEverLost()
    {
        for (quint32 seed = 1; seed <= 3000; ++seed) {
            QRandomGenerator dice(seed);
            MaterialDescription disk = sample();
            std::array<Side, 2> sides;
            for (Side &side : sides) {
                side.ours = disk;
                side.base = disk;
            }
            QString lastName;
            QString lastDescription;
            QList<MaterialVersion> added;
            for (int step = 0; step < 40; ++step) {
                const size_t who = dice.bounded(2);
                Side &side = sides[who];
                switch (dice.bounded(5)) {
                case 0: // the first names it, the second describes it
                    (who == 0 ? lastName : lastDescription) = QString::number(dice.bounded(3));
                    side.ours.setValue(who == 0 ? MaterialDescription::Name : MaterialDescription::Description,
                                       who == 0 ? lastName : lastDescription);
                    break;
                case 1: // both move it and put it into the trash
                    side.ours.position = int(dice.bounded(5));
                    side.ours.trashedAt = dice.bounded(2) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + step, Qt::UTC);
                    break;
                case 2:
                    if (added.size() < 6) {
                        added += version(side.ours.versions.last().number + 1, char('A' + added.size()), QString::number(who));
                        side.ours.versions += added.last();
                    }
                    break;
                case 3:
                    side.read(disk);
                    if (side.isWaiting())
                        side.write(disk);
                    break;
                case 4: { // the other writes between this one's reading and writing
                    Side &other = sides[1 - who];
                    side.read(disk);
                    other.read(disk);
                    if (other.isWaiting())
                        other.write(disk);
                    if (side.isWaiting())
                        side.write(disk);
                    break;
                }
                }
            }
            int rounds = 0;
            for (bool isCalm = false; !isCalm; ++rounds) {
                QVERIFY2(rounds < 10, qPrintable(u"seed %1 never ends"_s.arg(seed)));
                isCalm = true;
                for (Side &side : sides) {
                    side.read(disk);
                    if (side.isWaiting()) {
                        side.write(disk);
                        isCalm = false;
                    }
                }
            }
            const QByteArray where = "seed " + QByteArray::number(seed);
            for (const Side &side : sides) {
                QVERIFY2(toJson(side.wanted()) == toJson(disk), where.constData());
                QVERIFY2(lastName.isEmpty() || side.ours.name == lastName, where.constData());
                QVERIFY2(lastDescription.isEmpty() || side.ours.description == lastDescription, where.constData());
                QCOMPARE(side.ours.versions.size(), 1 + added.size());
                for (const MaterialVersion &one : added)
                    QVERIFY2(std::any_of(side.ours.versions.begin(), side.ours.versions.end(),
                                         [&](const MaterialVersion &other) { return isSameVersion(one, other); }),
                             where.constData());
            }
        }
    }

    void aVersionWithTheHighestNumberLeavesOursOneThatCanBeWritten()
    {
        MaterialDescription base = sample();
        MaterialDescription ours = base;
        ours.versions += version(highestMaterialVersion, 'b');
        MaterialDescription theirs = base;
        theirs.versions += version(highestMaterialVersion, 'c', u"boris"_s);
        const MaterialDescription merged = mergeDescriptions(base, ours, theirs).merged;
        QCOMPARE(merged.versions.size(), 3);
        MaterialDescription written = wantedAfter(base, merged);
        QCOMPARE(descriptionFromJson(toJson(written), uuid).value(), written);
    }

    void partsAreToldByTheirNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isPart");
        const QString sha = QString(64, u'0');
        QTest::newRow("of a content") << u'.' + uuid + u'.' + sha + u".0123456789abcdef.part"_s << true;
        QTest::newRow("of a description") << u'.' + uuid + u".json."_s + QString(32, u'f') + u".part"_s << true;
        QTest::newRow("the content") << uuid + u'.' + sha << false;
        QTest::newRow("the description") << uuid + u".json"_s << false;
        QTest::newRow("another's") << u".file.part"_s << false;
        QTest::newRow("with more behind") << u'.' + uuid + u".json."_s + QString(32, u'f') + u".part\n"_s << false;
        QTest::newRow("a path") << u"../."_s + uuid + u".json."_s + QString(32, u'f') + u".part"_s << false;
    }

    void partsAreToldByTheirNames()
    {
        QFETCH(QString, name);
        QTEST(isPartOfMaterial(name), "isPart");
    }
};

QTEST_GUILESS_MAIN(MaterialDescriptionTest)
#include "tst_materialdescription.moc"
