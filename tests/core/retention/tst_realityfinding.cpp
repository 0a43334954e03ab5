#include "core/retention/realityfinding.h"

#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
using State = PublicationState;
using Tree = RealitySighting;
constexpr qint64 dayMs = 24 * 3'600'000;
constexpr qint64 nowMs = 1'800'000'000'000;

struct Row
{
    const char *name;
    RealitySighting one;
    bool hasDisk = true;
    std::optional<RealityKind> kind;
};

RealitySighting sighting(std::optional<State> api, std::optional<State> catalog, quint32 trees, int days)
{
    RealitySighting one;
    one.api = api;
    one.catalog = catalog;
    one.trees = trees;
    one.changedAtMs = nowMs - days * dayMs;
    return one;
}

RealitySighting undated(RealitySighting one)
{
    one.changedAtMs = 0;
    return one;
}

RealitySighting inTrash(RealitySighting one)
{
    one.isInTrash = true;
    return one;
}

QList<Row> rows()
{
    const quint32 rest = Tree::Raw | Tree::Markers | Tree::Events;
    return {
        {"as it should be", sighting(State::Published, State::Published, Tree::Published | rest, 100), true, {}},
        {"unpublished, as it should be", sighting(State::Unpublished, State::Unpublished, Tree::Unpublished, 100), true, {}},
        {"new on the server", sighting(State::Published, {}, Tree::Published, 0), true, RealityKind::NotInCatalog},
        {"lost on the server", sighting({}, State::Published, 0, 0), true, RealityKind::NotOnServer},
        {"gone, and known to be", sighting({}, State::Gone, 0, 0), true, {}},
        {"listed without files", sighting(State::Published, State::Published, rest, 1), true, RealityKind::OnlyInApi},
        {"nobody looked at the disk", sighting(State::Published, State::Published, 0, 1), false, {}},
        {"unreadable for the server", sighting({}, State::Published, Tree::Published, 1), true, RealityKind::OnlyOnDisk},
        {"catalog behind", sighting(State::Unpublished, State::Published, Tree::Unpublished, 1), true, RealityKind::StatesDiffer},
        {"in two trees", sighting(State::Published, State::Published, Tree::Published | Tree::Deleted, 1), true, RealityKind::StatesDiffer},
        {"being processed", sighting({}, {}, Tree::Process | Tree::Raw, 1), true, {}},
        {"given up in the middle", sighting({}, {}, Tree::Process | Tree::Raw, 3), true, RealityKind::HalfProcessed},
        {"not yet processed", sighting({}, {}, Tree::Raw | Tree::Markers, 10), true, {}},
        {"never processed", sighting({}, {}, Tree::Raw | Tree::Markers, 16), true, RealityKind::RawOrphan},
        {"just ended", sighting({}, {}, Tree::Raw | Tree::Queued, 100), true, {}},
        {"in the deleted tree", sighting(State::Deleted, State::Deleted, Tree::Deleted, 1), true, RealityKind::DeletedLeftover},
        {"in our trash", inTrash(sighting(State::Deleted, State::Deleted, Tree::Deleted, 1)), true, {}},
        {"markers of nothing", sighting({}, {}, Tree::Markers, 16), true, RealityKind::StatusLeftover},
        {"kept events are kept on purpose", sighting({}, {}, Tree::Events, 1000), true, {}},
        {"in process, and nobody looked at the disk", undated(sighting(State::Processing, {}, 0, 0)), false, {}},
        {"in process, and not found on the disk", undated(sighting(State::Processed, State::Processed, 0, 0)), true, {}},
        {"of no date", undated(sighting({}, {}, Tree::Raw | Tree::Markers, 0)), true, {}},
        {"our materials of nothing", sighting({}, State::Gone, Tree::Materials, 1), true, RealityKind::MaterialsLeftover},
        {"our materials of something", sighting(State::Published, State::Published, Tree::Published | Tree::Materials, 1), true, {}},
    };
}
} // namespace

class TestRealityFinding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachDisagreementHasItsName()
    {
        for (const Row &row : rows())
            QVERIFY2(judge(row.one, row.hasDisk, nowMs) == row.kind, row.name);
    }

    void nothingServedIsEverProposedForDeletion()
    {
        for (const auto api : {State::Published, State::Unpublished}) {
            for (quint32 trees = 0; trees < 1024; ++trees) {
                const auto kind = judge(sighting(api, api, trees, 1000), true, nowMs);
                QVERIFY(!kind || mendOf(*kind) != RealityMend::Purge);
            }
        }
        for (quint32 trees = 0; trees < 1024; ++trees) { // nor what only the disk serves
            const auto kind = judge(sighting({}, State::Published, trees | Tree::Published, 1000), true, nowMs);
            QVERIFY(!kind || mendOf(*kind) != RealityMend::Purge);
        }
    }

    void whatCouldNotBeLookedAtIsNoProofOfAnything()
    {
        for (const auto tree : {Tree::Published, Tree::Unpublished, Tree::Deleted, Tree::Process, Tree::Queued}) {
            for (quint32 trees = 0; trees < 1024; ++trees) {
                for (const auto &catalog : {std::optional<State>(), std::optional(State::Gone)}) {
                    const auto kind = judge(sighting({}, catalog, trees & ~quint32(tree), 1000), true, nowMs, tree);
                    QVERIFY(!kind || mendOf(*kind) != RealityMend::Purge);
                }
            }
        }
        QVERIFY(!judge(sighting(State::Published, State::Published, Tree::Raw, 1), true, nowMs, Tree::Published));
        QVERIFY(!judge(sighting(State::Published, State::Published, Tree::Published, 1), true, nowMs, Tree::Deleted));
        QCOMPARE(judge(sighting({}, {}, Tree::Raw, 100), true, nowMs, Tree::Captions), RealityKind::RawOrphan);
        QCOMPARE(RealitySighting::treesIn(u"recording"_s, false), quint32(Tree::Process | Tree::Raw | Tree::Queued | Tree::Markers));
    }

    void treesAreToldApartByTheirWholeNames()
    {
        RealitySighting one;
        one.sees(u"published-elsewhere/x"_s, false, 1);
        QCOMPARE(one.trees, 0U);
        one.sees(u"published/presentation"_s, false, 5);
        one.sees(u"recording/status/archived"_s, true, 3);
        QCOMPARE(one.trees, quint32(Tree::Published | Tree::Markers));
        QCOMPARE(one.changedAtMs, 5);
    }
};

QTEST_GUILESS_MAIN(TestRealityFinding)
#include "tst_realityfinding.moc"
