#include "core/journal/auditlog.h"
#include "core/storage/fieldrepository.h"
#include "core/storage/meetingrepository.h"
#include "tests/core/storage/testcatalog.h"

#include <QTest>

using namespace letopis;
using namespace letopis::testing;

namespace {
// A catalog with three recordings and its fields.
class EditedCatalog : public TestCatalog
{
public:
    explicit EditedCatalog(DatabaseOptions options = {})
        : TestCatalog(std::move(options))
        , fields(*database, clock)
    {
        if (!sync({snapshots(0, 3)}))
            qFatal("cannot fill the test catalog");
        id = waitFor(recordings->find(recordIdOf(0))).value();
    }

    FieldEditResult edit(const QString &field, const QString &after)
    {
        const QString before = shown(field);
        clock.advance(1000);
        return waitFor(fields.apply(administrator(), {{id, field, before, after}})).value().results.first();
    }
    RecordingInformation information() { return waitFor(fields.information(id)).value(); }
    QString shown(const QString &field) { return information().values.value(field); }
    std::optional<FieldEditState> state(const QString &field)
    {
        const RecordingInformation now = information();
        const FieldEditState *edit = now.editOf(field);
        return edit ? std::optional(*edit) : std::nullopt;
    }
    // A listing in which the server says this of the first recording.
    void syncWith(const Metadata &extra)
    {
        auto all = snapshots(0, 3);
        all[0].metadata += extra;
        all[0].source = {};
        QVERIFY(sync({std::move(all)}));
    }
    qint64 found(const QString &words)
    {
        RecordingQuery query;
        query.search = words;
        return waitFor(recordings->count(query)).value();
    }
    QString tableTitle() { return waitFor(recordings->details(id)).value().row.title; }

    FieldRepository fields;
    RecordingId id;
};
} // namespace

class TestFieldRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEditIsShownSearchedAndWaits()
    {
        EditedCatalog catalog;
        QCOMPARE(catalog.edit(field::title, u"Ёмкое название"_s).outcome, EditOutcome::Applied);
        QCOMPARE(catalog.tableTitle(), u"Ёмкое название"_s);
        QCOMPARE(catalog.found(u"емкое"_s), 1);
        QCOMPARE(catalog.edit(field::tags, u"экзамен,Весна"_s).current, u"экзамен,Весна"_s);
        QCOMPARE(catalog.found(u"весна"_s), 1);
        const auto outbox = waitFor(catalog.fields.outbox(false)).value();
        QCOMPARE(outbox.size(), 2);
        QCOMPARE(outbox[0].edit.field, field::title);
        QCOMPARE(outbox[0].edit.state, EditState::Pending);
        QCOMPARE(outbox[0].edit.editedBy, u"admin"_s);
        QCOMPARE(outbox[0].recordingTitle, u"Ёмкое название"_s);
    }

    void aSyncNeverOverwritesAnEdit()
    {
        EditedCatalog catalog;
        catalog.edit(field::title, u"Наше"_s);
        catalog.syncWith({{u"bbb-recording-description"_s, u"их описание"_s}});
        QCOMPARE(catalog.tableTitle(), u"Наше"_s);
        QCOMPARE(catalog.shown(field::description), u"их описание"_s);
        QCOMPARE(catalog.found(u"наше"_s), 1);
        QCOMPARE(catalog.found(u"описание"_s), 1);
        QCOMPARE(catalog.state(field::title)->state, EditState::Pending);
    }

    void theSameChangeElsewhereNeedsNoPush()
    {
        EditedCatalog catalog;
        catalog.edit(field::title, u"Одно"_s);
        catalog.syncWith({{u"name"_s, u"Одно"_s}});
        QVERIFY(!catalog.state(field::title));
        QCOMPARE(catalog.tableTitle(), u"Одно"_s);
    }

    void anotherChangeElsewhereIsAConflictThatAPersonDecides()
    {
        EditedCatalog catalog;
        catalog.edit(field::title, u"Наше"_s);
        catalog.syncWith({{u"name"_s, u"Их"_s}});
        QCOMPARE(catalog.state(field::title)->state, EditState::Conflict);
        QCOMPARE(catalog.state(field::title)->theirs, u"Их"_s);
        QCOMPARE(catalog.tableTitle(), u"Наше"_s);
        // Editing on does not decide.
        catalog.edit(field::title, u"Наше, новое"_s);
        QCOMPARE(catalog.state(field::title)->state, EditState::Conflict);
        QVERIFY(waitFor(catalog.fields.decide(administrator(), catalog.id, field::title, ConflictDecision::KeepOurs)));
        QCOMPARE(catalog.state(field::title)->state, EditState::Pending);
        QCOMPARE(catalog.state(field::title)->base, u"Их"_s);
        catalog.syncWith({{u"name"_s, u"Третье"_s}});
        QCOMPARE(catalog.state(field::title)->state, EditState::Conflict);
        QVERIFY(waitFor(catalog.fields.decide(administrator(), catalog.id, field::title, ConflictDecision::TakeTheirs)));
        QVERIFY(!catalog.state(field::title));
        QCOMPARE(catalog.tableTitle(), u"Третье"_s);
    }

    void tagsOfBothSidesSurvive()
    {
        EditedCatalog catalog;
        catalog.syncWith({{u"bbb-recording-tags"_s, u"общий"_s}});
        catalog.edit(field::tags, u"наш,общий"_s);
        catalog.syncWith({{u"bbb-recording-tags"_s, u"их, общий"_s}});
        QCOMPARE(catalog.shown(field::tags), u"их,наш,общий"_s);
        QCOMPARE(catalog.state(field::tags)->state, EditState::Pending);
    }

    void goingBackBeforeThePushLeavesNothingToPush()
    {
        EditedCatalog catalog;
        const QString before = catalog.shown(field::title);
        catalog.edit(field::title, u"Другое"_s);
        catalog.edit(field::title, before);
        QVERIFY(!catalog.state(field::title));
        QCOMPARE(catalog.tableTitle(), before);
    }

    void anEditOfWhatIsNoLongerShownIsNotApplied()
    {
        EditedCatalog catalog;
        const auto report =
            waitFor(catalog.fields.apply(administrator(), {{catalog.id, field::title, u"never was"_s, u"x"_s}})).value();
        QCOMPARE(report.results[0].outcome, EditOutcome::ChangedMeanwhile);
        QCOMPARE(report.results[0].current, catalog.shown(field::title));
        QVERIFY(report.undo().isEmpty());
    }

    void anInvalidEditIsNamedAndTheOthersApply()
    {
        EditedCatalog catalog;
        const auto report = waitFor(catalog.fields.apply(
                                        administrator(), {{catalog.id, field::title, catalog.shown(field::title), u""_s},
                                                          {{4711}, field::title, u""_s, u"x"_s},
                                                          {catalog.id, u"custom.none"_s, u""_s, u"x"_s},
                                                          {catalog.id, field::owner, u""_s, u"Иванов"_s}}))
                                .value();
        QCOMPARE(report.results[0].problem, FieldProblem::Missing);
        QCOMPARE(report.results[1].outcome, EditOutcome::NotFound);
        QCOMPARE(report.results[2].problem, FieldProblem::UnknownField);
        QCOMPARE(report.results[3].outcome, EditOutcome::Applied);
    }

    void aBatchIsUndoneAsOneAndKeepsWhatOthersChangedSince()
    {
        EditedCatalog catalog;
        QList<RecordingId> ids;
        for (int number = 0; number < 3; ++number)
            ids += waitFor(catalog.recordings->find(recordIdOf(number))).value();
        const EditPlan plan =
            waitFor(catalog.fields.plan(ids, {{field::tags, BatchChange::Kind::AddTags, u"весна"_s},
                                              {field::title, BatchChange::Kind::Set, u"Одно на всех"_s}}))
                .value();
        QCOMPARE(plan.size(), 6);
        QList<FieldEdit> edits;
        for (const PlannedEdit &planned : plan) {
            QVERIFY(planned.isChange());
            edits += planned.edit;
        }
        const EditReport report = waitFor(catalog.fields.apply(administrator(), edits)).value();
        QCOMPARE(report.count(EditOutcome::Applied), 6);
        catalog.edit(field::title, u"С тех пор другое"_s);
        const EditReport undone = waitFor(catalog.fields.apply(administrator(), report.undo())).value();
        QCOMPARE(undone.count(EditOutcome::Applied), 5);
        QCOMPARE(undone.count(EditOutcome::ChangedMeanwhile), 1);
        QCOMPARE(catalog.tableTitle(), u"С тех пор другое"_s);
        QCOMPARE(waitFor(catalog.fields.outbox(true)).value().size(), 1);
    }

    void theHistoryTellsWhoWhenAndTheWholeOldValue()
    {
        EditedCatalog catalog;
        const QString longText = QString(15'000, u'щ');
        catalog.edit(field::description, longText);
        catalog.edit(field::description, u"коротко"_s);
        catalog.syncWith({{u"letopis-owner"_s, u"Петров"_s}});
        const auto all = waitFor(catalog.fields.history(catalog.id, {})).value();
        QCOMPARE(all.size(), 3);
        QCOMPARE(all[0].field, field::owner);
        QVERIFY(all[0].isFromServer);
        QCOMPARE(all[0].after, u"Петров"_s);
        const auto ours = waitFor(catalog.fields.history(catalog.id, field::description)).value();
        QCOMPARE(ours.size(), 2);
        QCOMPARE(ours[0].before, longText);
        QCOMPARE(ours[0].actor, u"admin"_s);
        QVERIFY(ours[0].at > ours[1].at);
    }

    void discardingGoesBackToTheServersWords()
    {
        EditedCatalog catalog;
        const QString before = catalog.shown(field::title);
        catalog.edit(field::title, u"Наше"_s);
        QVERIFY(waitFor(catalog.fields.discard(administrator(), catalog.id, field::title)));
        QCOMPARE(catalog.tableTitle(), before);
        QCOMPARE(waitFor(catalog.fields.discard(administrator(), catalog.id, field::title)).error().kind, ErrorKind::NotFound);
        QCOMPARE(waitFor(catalog.fields.history(catalog.id, field::title)).value().size(), 2);
    }

    void whatTheServerCannotHoldStaysInTheCatalogAndIsPushedOnceItCan()
    {
        EditedCatalog catalog;
        catalog.edit(field::description, QString(15'000, u'щ'));
        QCOMPARE(catalog.state(field::description)->reason, CatalogOnlyReason::TooLong);
        QCOMPARE(waitFor(catalog.fields.outbox(false)).value().size(), 0);
        QCOMPARE(waitFor(catalog.fields.outbox(true)).value().size(), 1);
        catalog.edit(field::description, u"коротко"_s);
        QCOMPARE(catalog.state(field::description)->state, EditState::Pending);
        QVERIFY(catalog.sync({{}})); // everything is gone
        catalog.edit(field::title, u"Пока нет на сервере"_s);
        QCOMPARE(catalog.state(field::title)->reason, CatalogOnlyReason::NotOnServer);
        QVERIFY(catalog.sync({snapshots(0, 3)}));
        QCOMPARE(catalog.state(field::title)->state, EditState::Pending);
        QCOMPARE(catalog.tableTitle(), u"Пока нет на сервере"_s);
    }

    void customFieldsAreDefinedEditedAndArchived()
    {
        EditedCatalog catalog;
        FieldDefinition room{u"custom.room"_s, u"Аудитория"_s, FieldType::Choice, {u"101"_s, u"102"_s}, 0, false};
        QVERIFY(waitFor(catalog.fields.storeDefinition(administrator(), room)));
        QCOMPARE(waitFor(catalog.fields.definitions(false)).value().last(), room);
        QCOMPARE(catalog.edit(room.id, u"103"_s).problem, FieldProblem::NotAChoice);
        QCOMPARE(catalog.edit(room.id, u"102"_s).outcome, EditOutcome::Applied);
        FieldDefinition other = room;
        other.type = FieldType::Number;
        QCOMPARE(waitFor(catalog.fields.storeDefinition(administrator(), other)).error().kind, ErrorKind::AlreadyExists);
        room.isArchived = true;
        QVERIFY(waitFor(catalog.fields.storeDefinition(administrator(), room)));
        QCOMPARE(waitFor(catalog.fields.definitions(false)).value().size(), builtInFields().size());
        QCOMPARE(catalog.shown(room.id), u"102"_s);
        room.label = u""_s;
        QCOMPARE(waitFor(catalog.fields.storeDefinition(administrator(), room)).error().kind, ErrorKind::InvalidInput);
    }

    void everyChangeIsInTheChain()
    {
        EditedCatalog catalog;
        catalog.edit(field::title, u"Раз"_s);
        catalog.edit(field::tags, u"два"_s);
        catalog.syncWith({{u"name"_s, u"Три"_s}});
        QVERIFY(waitFor(catalog.fields.decide(administrator(), catalog.id, field::title, ConflictDecision::TakeTheirs)));
        const AuditRepository events(*catalog.database);
        QVERIFY(AuditLog(events).verify().value().isIntact());
    }

    void anyDatabaseFailureLeavesEverythingOrNothing()
    {
        // The i-th statement of the writer fails, for every i.
        for (int failing = 1; failing < 60; ++failing) {
            auto left = std::make_shared<std::atomic<int>>(-1);
            auto failed = std::make_shared<std::atomic<bool>>(false);
            DatabaseOptions options;
            options.observer = [left, failed](QStringView) -> Result<> {
                if (*left > 0 && --*left == 0) {
                    *failed = true;
                    return Error{ErrorKind::DatabaseFailed, u"told to"_s, {}, {}};
                }
                return {};
            };
            EditedCatalog catalog(options);
            const QString before = catalog.shown(field::title);
            *left = failing;
            const auto report = waitFor(catalog.fields.apply(
                administrator(), {{catalog.id, field::title, before, u"После"_s}, {catalog.id, field::tags, u""_s, u"т"_s}}));
            *left = -1;
            const bool isApplied = bool(report);
            QCOMPARE(isApplied, !*failed);
            QCOMPARE(catalog.tableTitle(), isApplied ? u"После"_s : before);
            QCOMPARE(catalog.shown(field::tags), isApplied ? u"т"_s : u""_s);
            QCOMPARE(catalog.found(u"после"_s), isApplied ? 1 : 0);
            QCOMPARE(waitFor(catalog.fields.history(catalog.id, {})).value().size(), isApplied ? 2 : 0);
            if (isApplied)
                return;
        }
        QFAIL("the edit never succeeded");
    }
};

QTEST_GUILESS_MAIN(TestFieldRepository)
#include "tst_fieldrepository.moc"
