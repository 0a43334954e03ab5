#pragma once

#include "core/access/peopleauthority.h"
#include "core/storage/grouprepository.h"
#include "core/storage/personrepository.h"
#include "core/workspace/local/gate.h"
#include "core/workspace/peopledirectory.h"

namespace letopis {

// People and groups of this profile's catalog. Moderators and above may read them, everybody may read themselves.
class LocalPeopleDirectory final : public PeopleDirectory
{
    Q_OBJECT

public:
    LocalPeopleDirectory(const AccessControl &access, Database &database, const Clock &clock, QObject *parent = nullptr);

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
    // f() → QFuture<Result<T>>, for who may read the directory.
    template <typename F>
    auto reading(const Actor &actor, F f);
    // f(PeopleAuthority) → QFuture<Result<T>>, for who has the capability.
    template <typename F>
    auto authorized(const Actor &actor, Capability capability, F f);
    // The same for a write: tells when it is done.
    template <typename F>
    auto writing(const Actor &actor, Capability capability, F f);

    Gate m_gate;
    PersonRepository m_people;
    GroupRepository m_groups;
};

} // namespace letopis
