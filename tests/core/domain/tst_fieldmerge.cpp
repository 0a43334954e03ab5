#include "core/domain/fieldmerge.h"

#include <QRandomGenerator>
#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
QString randomTags(QRandomGenerator &random)
{
    static const QStringList pool{u"алгебра"_s, u"Алгебра"_s, u"ёлка"_s, u"елка"_s, u"exam"_s, u"2026"_s, u"первый курс"_s};
    QStringList tags;
    for (int count = int(random.bounded(5)); count > 0; --count)
        tags += pool[random.bounded(int(pool.size()))];
    return tagsValue(tags);
}

QString randomText(QRandomGenerator &random)
{
    static const QStringList pool{u""_s, u"Лекция 1"_s, u"Лекция 2"_s, u"Lecture"_s};
    return pool[random.bounded(int(pool.size()))];
}

bool contains(const QString &value, const QString &tag)
{
    return withoutTags(value, {tag}) != value;
}
} // namespace

class TestFieldMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTextFollowsTheSideThatChangedIt()
    {
        QCOMPARE(mergeField(FieldType::Line, u"a"_s, u"a"_s, u"b"_s), (FieldMerge{MergeOutcome::Theirs, u"b"_s}));
        QCOMPARE(mergeField(FieldType::Line, u"a"_s, u"b"_s, u"a"_s), (FieldMerge{MergeOutcome::Ours, u"b"_s}));
        QCOMPARE(mergeField(FieldType::Line, u"a"_s, u"b"_s, u"b"_s), (FieldMerge{MergeOutcome::Agreed, u"b"_s}));
        QCOMPARE(mergeField(FieldType::Line, u"a"_s, u"a"_s, u"a"_s), (FieldMerge{MergeOutcome::Agreed, u"a"_s}));
    }

    void aTextChangedOnBothSidesIsAConflictAndKeepsOurs()
    {
        QCOMPARE(mergeField(FieldType::Text, u"a"_s, u"b"_s, u"c"_s), (FieldMerge{MergeOutcome::Conflict, u"b"_s}));
    }

    void whatIsEditedOnTopOfAPushKeepsAndTakesBackItsTags()
    {
        QCOMPARE(baseAfterPush(FieldType::Line, u"a"_s, u"b"_s, u"c"_s), u"b"_s);
        // Pushed: one added, old removed. Edited since: one taken back, old put back, two added.
        const QString base = baseAfterPush(FieldType::Tags, u"old,stays"_s, u"kept,one,stays"_s, u"kept,old,stays,two"_s);
        QCOMPARE(base, u"one,stays"_s);
        // The server has the push: what was edited since comes of it. Should "kept" have been lost there, it comes back.
        for (const QString &theirs : {u"kept,one,stays"_s, u"one,stays"_s})
            QCOMPARE(mergeField(FieldType::Tags, base, u"kept,old,stays,two"_s, theirs).value, u"kept,old,stays,two"_s);
    }

    void anEmptiedTextIsAChangeLikeAnyOther()
    {
        QCOMPARE(mergeField(FieldType::Text, u"a"_s, u""_s, u"a"_s), (FieldMerge{MergeOutcome::Ours, u""_s}));
        QCOMPARE(mergeField(FieldType::Text, u"a"_s, u""_s, u"b"_s).outcome, MergeOutcome::Conflict);
    }

    void theMergeIsTheSameWhicheverSideArrivesFirst()
    {
        QRandomGenerator random(20261122);
        for (int round = 0; round < 5000; ++round) {
            const QString base = randomText(random), one = randomText(random), other = randomText(random);
            const FieldMerge there = mergeField(FieldType::Line, base, one, other);
            const FieldMerge back = mergeField(FieldType::Line, base, other, one);
            QCOMPARE(there.outcome == MergeOutcome::Conflict, back.outcome == MergeOutcome::Conflict);
            if (there.outcome != MergeOutcome::Conflict)
                QCOMPARE(there.value, back.value);
        }
    }

    void tagsOfBothSidesAreMergedOneByOneAndNoneIsLost()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 5000; ++round) {
            const QString base = randomTags(random), one = randomTags(random), other = randomTags(random);
            const FieldMerge there = mergeField(FieldType::Tags, base, one, other);
            const FieldMerge back = mergeField(FieldType::Tags, base, other, one);
            QVERIFY(there.outcome != MergeOutcome::Conflict);
            QCOMPARE(there.value, back.value);
            for (const QString &tag : tagsOf(base + u',' + one + u',' + other)) {
                const bool was = contains(base, tag), inOne = contains(one, tag), inOther = contains(other, tag);
                const bool added = !was && (inOne || inOther);
                const bool removed = was && (!inOne || !inOther);
                if (added)
                    QVERIFY2(contains(there.value, tag), qPrintable(base + u" | "_s + one + u" | "_s + other));
                if (removed)
                    QVERIFY2(!contains(there.value, tag), qPrintable(base + u" | "_s + one + u" | "_s + other));
            }
        }
    }

    void mergingTheOutcomeAgainChangesNothing()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 2000; ++round) {
            const QString base = randomTags(random), one = randomTags(random), other = randomTags(random);
            const QString merged = mergeField(FieldType::Tags, base, one, other).value;
            QCOMPARE(mergeField(FieldType::Tags, other, merged, other).value, merged);
            QCOMPARE(mergeField(FieldType::Tags, one, one, merged).value, merged);
        }
    }
};

QTEST_GUILESS_MAIN(TestFieldMerge)
#include "tst_fieldmerge.moc"
