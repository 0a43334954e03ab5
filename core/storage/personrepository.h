#pragma once

#include "core/access/peopleauthority.h"
#include "core/access/peopleimport.h"
#include "core/access/peoplequery.h"
#include "core/base/clock.h"
#include "core/domain/actor.h"
#include "core/storage/database.h"

namespace letopis {

// The people known to the catalog. Any thread. `authority`: how far the actor may go, PermissionDenied beyond it.
class PersonRepository
{
public:
    PersonRepository(Database &database, const Clock &clock)
        : m_database(database)
        , m_clock(clock)
    {
    }

    QFuture<Result<PeoplePage>> page(const PeopleQuery &query, const QByteArray &after, int limit) const;
    QFuture<Result<qint64>> count(const PeopleQuery &query) const;
    QFuture<Result<Person>> person(PersonId id) const;                  // NotFound
    QFuture<Result<Person>> find(const QString &loginOrEmail) const;    // NotFound
    QFuture<Result<QList<PersonProblem>>> check(const Person &draft) const;
    // InvalidInput and AlreadyExists with QList<PersonProblem>; InvalidInput with GuardEvidence.
    QFuture<Result<PersonId>> add(const Actor &actor, PeopleAuthority authority, const Person &draft);
    QFuture<Result<>> update(const Actor &actor, PeopleAuthority authority, const Person &person);
    QFuture<Result<>> remove(const Actor &actor, PeopleAuthority authority, PersonId id);
    // What becomes of what both have: core/storage/personwriter.h.
    QFuture<Result<>> merge(const Actor &actor, PeopleAuthority authority, PersonId kept, PersonId other);
    // Registered participants who are not matched with anybody and whose id nobody has, as drafts.
    QFuture<Result<QList<Person>>> peopleOfRecording(RecordingId recording) const;

    // Lists as CSV: core/access/peoplecsv.h.
    QFuture<Result<PeopleImportPlan>> planImport(PeopleAuthority authority, const QByteArray &csv) const;
    QFuture<Result<>> applyImport(const Actor &actor, PeopleAuthority authority, const PeopleImportPlan &plan);
    QFuture<Result<QByteArray>> exportCsv() const;

private:
    template <typename F>
    auto write(const Actor &actor, PeopleAuthority authority, F f);

    Database &m_database;
    const Clock &m_clock;
};

} // namespace letopis
