#pragma once

#include "core/workspace/peopledirectory.h"

#include <QMap>
#include <QSet>

namespace letopis::test {

class FakeWorkspace;

// People and groups in memory, for windows; answers as its workspace does ("people", "addPerson" and the others may be scripted
// to fail). Rules beyond names that are taken are the real directory's: script what they say.
class FakePeopleDirectory final : public PeopleDirectory
{
    Q_OBJECT

public:
    explicit FakePeopleDirectory(FakeWorkspace &workspace);

    PersonId put(Person person); // adds, or replaces who has the id
    GroupId putGroup(const QString &name, const QList<Principal> &members = {});
    void setProblems(const QList<PersonProblem> &problems) { m_problems = problems; }
    void setImportPlan(const PeopleImportPlan &plan) { m_plan = plan; }
    void setPeopleOfRecording(const QList<Person> &drafts) { m_drafts = drafts; }
    QList<Person> all() const { return m_people.values(); }
    QList<PeopleImportPlan> appliedPlans() const { return m_applied; }
    AccessRows accessRows() const; // without folders and entries
    NamedPrincipal named(const Principal &principal) const;
    Group group(GroupId id) const { return m_groups.value(id); }

    QFuture<Result<PeoplePage>> people(const Actor &actor, const PeopleQuery &query, const QByteArray &after, int limit) override;
    QFuture<Result<qint64>> countPeople(const Actor &actor, const PeopleQuery &query) override;
    QFuture<Result<Person>> person(const Actor &actor, PersonId id) override;
    QFuture<Result<Person>> findPerson(const Actor &actor, const QString &login) override;
    QFuture<Result<QList<PersonProblem>>> check(const Actor &actor, const Person &draft) override;
    QFuture<Result<PersonId>> add(const Actor &actor, const Person &draft) override;
    QFuture<Result<>> update(const Actor &actor, const Person &person) override;
    QFuture<Result<>> remove(const Actor &actor, PersonId id) override;
    QFuture<Result<>> merge(const Actor &actor, PersonId kept, PersonId other) override;
    QFuture<Result<PeopleImportPlan>> planImport(const Actor &actor, const QByteArray &csv) override;
    QFuture<Result<>> applyImport(const Actor &actor, const PeopleImportPlan &plan) override;
    QFuture<Result<QByteArray>> exportCsv(const Actor &actor) override;
    QFuture<Result<QList<Person>>> peopleOfRecording(const Actor &actor, RecordingId recording) override;
    QFuture<Result<QList<Group>>> groups(const Actor &actor) override;
    QFuture<Result<QList<NamedPrincipal>>> members(const Actor &actor, GroupId group) override;
    QFuture<Result<QList<Group>>> groupsOf(const Actor &actor, const Principal &principal) override;
    QFuture<Result<GroupId>> addGroup(const Actor &actor, const QString &name) override;
    QFuture<Result<>> renameGroup(const Actor &actor, GroupId group, const QString &name) override;
    QFuture<Result<>> removeGroup(const Actor &actor, GroupId group) override;
    QFuture<Result<>> setMember(const Actor &actor, GroupId group, const Principal &member, bool isMember) override;

private:
    QList<Person> matching(const PeopleQuery &query) const; // by name
    bool isWithin(PersonId person, GroupId group, QSet<GroupId> &seen) const;
    Result<> knownGroup(GroupId group) const;
    void tell(); // later, as the real one does

    FakeWorkspace &m_workspace;
    QMap<PersonId, Person> m_people;
    QMap<GroupId, Group> m_groups;
    QMap<GroupId, QList<Principal>> m_members;
    QList<PersonProblem> m_problems;
    QList<Person> m_drafts;
    PeopleImportPlan m_plan;
    QList<PeopleImportPlan> m_applied;
};

} // namespace letopis::test
