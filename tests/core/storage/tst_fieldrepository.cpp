#include "core/journal/auditlog.h"
#include "core/storage/fieldrepository.h"
#include "core/storage/meetingrepository.h"
#include "core/storage/outboxrepository.h"
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
        , outbox(*database, clock)
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
    // What a push reads of the first recording alone.
    void absorb(const Metadata &extra, MergePhase phase, const FieldValues &sent = {})
    {
        RecordingSnapshot theirs = snapshots(0, 1)[0];
        theirs.metadata += extra;
        QVERIFY(waitFor(outbox.absorb(administrator(), id, theirs, phase, sent)));
    }
    Result<> decide(const QString &field, ConflictDecision how, const QString &seen)
    {
        return waitFor(outbox.decide(administrator(), id, field, how, seen));
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
    OutboxRepository outbox;
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
        const auto outbox = waitFor(catalog.outbox.entries(false)).value();
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
        QCOMPARE(catalog.state(field::title)->state, EditState::Pending); // a listing may be old: the push looks anew
        catalog.absorb({{u"name"_s, u"Одно"_s}}, MergePhase::BeforePush);
        QVERIFY(!catalog.state(field::title));
        QCOMPARE(catalog.tableTitle(), u"Одно"_s);
    }

    void anOldListingThatSaysTheSameEndsNoEdit()
    {
        EditedCatalog catalog;
        const QString before = catalog.shown(field::title);
        catalog.edit(field::title, u"Другое"_s);
        catalog.edit(field::tags, u"раз,два"_s);
        const FieldValues sent{{field::title, u"Другое"_s}, {field::tags, u"два,раз"_s}};
        catalog.absorb({{u"name"_s, u"Другое"_s}, {u"bbb-recording-tags"_s, u"два,раз"_s}}, MergePhase::AfterPush, sent);
        QCOMPARE(catalog.state(field::title)->state, EditState::Settling);
        catalog.edit(field::title, before); // undone
        catalog.edit(field::tags, u"раз"_s);
        catalog.syncWith({{u"bbb-recording-tags"_s, u"раз"_s}}); // read before the push
        QCOMPARE(catalog.state(field::title)->state, EditState::Pending);
        QCOMPARE(catalog.state(field::title)->ours, before);
        QCOMPARE(catalog.state(field::tags)->ours, u"раз"_s);
        QCOMPARE(catalog.tableTitle(), before);
        // What the server really says: both are still to be pushed.
        catalog.absorb({{u"name"_s, u"Другое"_s}, {u"bbb-recording-tags"_s, u"два,раз"_s}}, MergePhase::BeforePush);
        QCOMPARE(catalog.state(field::title)->state, EditState::Pending);
        QCOMPARE(catalog.shown(field::title), before);
        QCOMPARE(catalog.state(field::tags)->state, EditState::Pending);
        QCOMPARE(catalog.shown(field::tags), u"раз"_s);
    }

    void lineBreaksOfADescriptionAreShownAfterASync()
    {
        EditedCatalog catalog;
        catalog.syncWith({{u"bbb-recording-description"_s, u"Первая ¶ вторая"_s}});
        QCOMPARE(waitFor(catalog.recordings->details(catalog.id)).value().description, u"Первая\nвторая"_s);
        QCOMPARE(catalog.shown(field::description), u"Первая\nвторая"_s);
    }

    void goingBackToTheServersValueIsAlwaysAllowed()
    {
        EditedCatalog catalog;
        const QString tooLong(301, u'щ');
        catalog.syncWith({{u"name"_s, tooLong}});
        QCOMPARE(catalog.edit(field::title, u"Наше"_s).outcome, EditOutcome::Applied);
        const auto plan = waitFor(catalog.fields.plan({catalog.id}, {{field::title, BatchChange::Kind::Set, tooLong}})).value();
        QVERIFY(plan[0].isChange());
        QCOMPARE(catalog.edit(field::title, tooLong).outcome, EditOutcome::Applied);
        QVERIFY(!catalog.state(field::title));
        QCOMPARE(catalog.edit(field::title, tooLong + u'x').problem, FieldProblem::TooLong);
    }

    void aDecisionIsAboutWhatThePersonSaw()
    {
        EditedCatalog catalog;
        catalog.edit(field::title, u"Наше"_s);
        catalog.syncWith({{u"name"_s, u"Их"_s}});
        catalog.syncWith({{u"name"_s, u"Их, новое"_s}});
        for (const auto how : {ConflictDecision::KeepOurs, ConflictDecision::TakeTheirs}) {
            const auto decided = waitFor(catalog.outbox.decide(administrator(), catalog.id, field::title, how, u"Их"_s));
            QCOMPARE(decided.error().kind, ErrorKind::ContentMismatch);
            QCOMPARE(catalog.state(field::title)->state, EditState::Conflict);
        }
        QVERIFY(catalog.decide(field::title, ConflictDecision::KeepOurs, u"Их, новое"_s));
        const auto history = waitFor(catalog.fields.history(catalog.id, field::title)).value();
        QCOMPARE(history[0].event, FieldEvent::TookOurs);
        QCOMPARE(history[0].before, u"Их, новое"_s);
        QCOMPARE(history[0].after, u"Наше"_s);
        QCOMPARE(history[0].actor, administrator().login);
        catalog.syncWith({{u"name"_s, u"Третье"_s}});
        QVERIFY(catalog.decide(field::title, ConflictDecision::TakeTheirs, u"Третье"_s));
        const auto later = waitFor(catalog.fields.history(catalog.id, field::title)).value();
        QCOMPARE(later[0].event, FieldEvent::TookTheirs);
        QCOMPARE(later[0].after, u"Третье"_s);
        QCOMPARE(later.size(), history.size() + 2); // with the server's change
    }

    void anAnswerTypedIntoAConflictIsNotGivenUp()
    {
        EditedCatalog catalog;
        const QString before = catalog.shown(field::title);
        catalog.edit(field::title, u"Наше"_s);
        catalog.syncWith({{u"name"_s, u"Их"_s}});
        catalog.edit(field::title, before); // as it was before both
        catalog.absorb({{u"name"_s, u"Их"_s}}, MergePhase::BeforePush);
        QCOMPARE(catalog.state(field::title)->state, EditState::Conflict);
        QCOMPARE(catalog.shown(field::title), before);
    }

    void theHistoryOfAFieldIsNotCutByThatOfOthers()
    {
        EditedCatalog catalog;
        catalog.edit(field::owner, u"Иванов"_s);
        QList<FieldEdit> edits;
        QString before = catalog.shown(field::title);
        for (int number = 0; number < 1200; ++number) {
            const QString after = u"Правка %1"_s.arg(number);
            edits += {catalog.id, field::title, std::exchange(before, after), after};
        }
        QCOMPARE(waitFor(catalog.fields.apply(administrator(), edits)).value().count(EditOutcome::Applied), 1200);
        QCOMPARE(waitFor(catalog.fields.history(catalog.id, field::owner)).value().size(), 1);
        const auto titles = waitFor(catalog.fields.history(catalog.id, field::title)).value();
        QCOMPARE(titles.size(), 1000);
        QCOMPARE(titles.first().after, u"Правка 1199"_s);
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
        QVERIFY(catalog.decide(field::title, ConflictDecision::KeepOurs, u"Их"_s));
        QCOMPARE(catalog.state(field::title)->state, EditState::Pending);
        QCOMPARE(catalog.state(field::title)->base, u"Их"_s);
        catalog.syncWith({{u"name"_s, u"Третье"_s}});
        QCOMPARE(catalog.state(field::title)->state, EditState::Conflict);
        QVERIFY(catalog.decide(field::title, ConflictDecision::TakeTheirs, u"Третье"_s));
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
        QCOMPARE(waitFor(catalog.outbox.entries(true)).value().size(), 1);
    }

    void theHistoryTellsWhoWhenAndTheWholeOldValue()
    {
        EditedCatalog catalog;
        const QString longText = QString(15'000, u'щ');
        catalog.edit(field::description, longText);
        catalog.edit(field::description, u"коротко"_s);
        catalog.syncWith({{u"letopis-owner"_s, u"Петров"_s}});
        const auto all = waitFor(catalog.fields.history(catalog.id, {})).value();
        QCOMPARE(all.size(), 4); // the first one was more than the server can hold, which is said too
        QCOMPARE(all[0].field, field::owner);
        QVERIFY(all[0].isFromServer());
        QCOMPARE(all[0].after, u"Петров"_s);
        const auto ours = waitFor(catalog.fields.history(catalog.id, field::description)).value();
        QCOMPARE(ours.size(), 3);
        QCOMPARE(ours[0].before, longText);
        QCOMPARE(ours[0].actor, u"admin"_s);
        QCOMPARE(ours[1].event, FieldEvent::Kept);
        QCOMPARE(ours[1].reason, CatalogOnlyReason::TooLong);
        QVERIFY(ours[0].at > ours[2].at);
    }

    void discardingGoesBackToTheServersWords()
    {
        EditedCatalog catalog;
        const QString before = catalog.shown(field::title);
        catalog.edit(field::title, u"Наше"_s);
        QVERIFY(waitFor(catalog.outbox.discard(administrator(), catalog.id, field::title)));
        QCOMPARE(catalog.tableTitle(), before);
        QCOMPARE(waitFor(catalog.outbox.discard(administrator(), catalog.id, field::title)).error().kind, ErrorKind::NotFound);
        QCOMPARE(waitFor(catalog.fields.history(catalog.id, field::title)).value().size(), 2);
    }

    void whatTheServerCannotHoldStaysInTheCatalogAndIsPushedOnceItCan()
    {
        EditedCatalog catalog;
        catalog.edit(field::description, QString(15'000, u'щ'));
        QCOMPARE(catalog.state(field::description)->reason, CatalogOnlyReason::TooLong);
        QCOMPARE(waitFor(catalog.outbox.entries(false)).value().size(), 0);
        QCOMPARE(waitFor(catalog.outbox.entries(true)).value().size(), 1);
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
        QVERIFY(catalog.decide(field::title, ConflictDecision::TakeTheirs, u"Три"_s));
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
