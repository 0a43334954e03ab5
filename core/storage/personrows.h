#pragma once

#include "core/access/person.h"
#include "core/storage/connection.h"

namespace letopis {

// People as they are stored, inside the caller's transaction.

Result<QList<Person>> readPeople(Connection &connection, const QList<PersonId> &ids); // in that order, unknown ones left out
Result<QList<Person>> readAllPeople(Connection &connection);                          // by name
Result<Person> readPerson(Connection &connection, PersonId id);                       // NotFound
// NotFound. By login first, then e-mail.
Result<PersonId> findPersonRow(Connection &connection, const QString &loginOrEmail);

Person normalised(Person person); // without outer spaces, empty ids and ids given twice
// What is wrong with it by itself and beside the others; warnings too. `text` of a taken login or e-mail: who has it.
Result<QList<PersonProblem>> problemsAmongPeople(Connection &connection, const Person &person);
// The first that is no warning: AlreadyExists or InvalidInput, all of them (QList<PersonProblem>) as the evidence.
std::optional<Error> errorIn(const QList<PersonProblem> &problems);

// Columns and identities alone, without role.
Result<PersonId> insertPersonRow(Connection &connection, const Person &person);
Result<> updatePersonRow(Connection &connection, const Person &before, const Person &after);
// Takes every direct role away and gives this one.
Result<> setDirectRole(Connection &connection, PersonId person, Role role);

} // namespace letopis
