#pragma once

#include "core/storage/peoplewrite.h"

namespace letopis {

// Adds, changes, removes and merges people, each with everything that belongs to it, inside the caller's transaction. An error
// means that the transaction is to be rolled back.
class PersonWriter
{
public:
    explicit PersonWriter(PeopleWrite &write)
        : m_write(write)
    {
    }

    Result<PersonId> add(const Person &draft);
    Result<> update(const Person &wanted);
    Result<> remove(PersonId id);
    // Everything of `other` goes to `kept`. What only one of them has stays; of two logins, e-mails, languages the kept
    // person's; of two roles the higher; of two entries on one item Denied before Manage before Publish before View, of two
    // equal ones the one that ends later. What gives more rights never lasts longer than it did.
    Result<> merge(PersonId kept, PersonId other);

private:
    Result<> mayReplace(const Person &before, const Person &after) const;
    Result<> mayVanish(const Person &person) const;
    Result<> checkAmongPeople(const Person &person);
    Result<> store(const Person &before, const Person &after);
    Result<> journalChange(const Person &before, const Person &after);
    Result<> moveBelongings(PersonId kept, PersonId other);
    Result<> mergeEntries(PersonId kept, PersonId other);
    Result<QList<RecordingId>> attendedAs(PersonId person);
    Result<> showAttendances(const QList<RecordingId> &recordings);
    Result<> deleteRow(PersonId id);

    PeopleWrite &m_write;
};

} // namespace letopis
