#include "core/workspace/local/localpeopledirectory.h"

namespace letopis {

LocalPeopleDirectory::LocalPeopleDirectory(const AccessControl &access, Database &database, const Clock &clock, QObject *parent)
    : PeopleDirectory(parent)
    , m_gate(access, this)
    , m_people(database, clock)
    , m_groups(database, clock)
{
}

template <typename F>
auto LocalPeopleDirectory::reading(const Actor &actor, F f)
{
    using Future = std::invoke_result_t<F>;
    return chain(m_gate.access().standing(actor), this, [f = std::move(f)](const Standing &is) mutable -> Future {
        using Answer = typename NextTraits<Future>::ResultType;
        if (is.isBlocked || is.role < Role::Moderator)
            return readyFuture(Answer(refused(Capability::AddViewers, is.isBlocked ? Refusal::Blocked : Refusal::Role)));
        return f();
    });
}

template <typename F>
auto LocalPeopleDirectory::authorized(const Actor &actor, Capability capability, F f)
{
    using Future = std::invoke_result_t<F, PeopleAuthority>;
    return chain(m_gate.access().standing(actor), this, [capability, f = std::move(f)](const Standing &is) mutable -> Future {
        using Answer = typename NextTraits<Future>::ResultType;
        if (const Refusal refusal = refusalByRole(is, capability); refusal != Refusal::None)
            return readyFuture(Answer(refused(capability, refusal)));
        return f(peopleAuthority(is));
    });
}

template <typename F>
auto LocalPeopleDirectory::writing(const Actor &actor, Capability capability, F f)
{
    using Future = std::invoke_result_t<F, PeopleAuthority>;
    using Answer = typename NextTraits<Future>::ResultType;
    return chain(authorized(actor, capability, std::move(f)), this, [this](const auto &...value) {
        Q_EMIT peopleChanged();
        return readyFuture(Answer(value...));
    });
}

QFuture<Result<PeoplePage>> LocalPeopleDirectory::people(const Actor &actor, const PeopleQuery &query, const QByteArray &after,
                                                         int limit)
{
    return reading(actor, [=, this] { return m_people.page(query, after, limit); });
}

QFuture<Result<qint64>> LocalPeopleDirectory::countPeople(const Actor &actor, const PeopleQuery &query)
{
    return reading(actor, [=, this] { return m_people.count(query); });
}

QFuture<Result<Person>> LocalPeopleDirectory::person(const Actor &actor, PersonId id)
{
    if (actor.kind == ActorKind::Person && actor.person == id)
        return m_people.person(id);
    return reading(actor, [=, this] { return m_people.person(id); });
}

QFuture<Result<Person>> LocalPeopleDirectory::findPerson(const Actor &actor, const QString &login)
{
    return reading(actor, [=, this] { return m_people.find(login); });
}

QFuture<Result<QList<PersonProblem>>> LocalPeopleDirectory::check(const Actor &actor, const Person &draft)
{
    return reading(actor, [=, this] { return m_people.check(draft); });
}

QFuture<Result<PersonId>> LocalPeopleDirectory::add(const Actor &actor, const Person &draft)
{
    return writing(actor, Capability::AddViewers,
                   [=, this](PeopleAuthority authority) { return m_people.add(actor, authority, draft); });
}

QFuture<Result<>> LocalPeopleDirectory::update(const Actor &actor, const Person &person)
{
    return writing(actor, Capability::ManagePeople,
                   [=, this](PeopleAuthority authority) { return m_people.update(actor, authority, person); });
}

QFuture<Result<>> LocalPeopleDirectory::remove(const Actor &actor, PersonId id)
{
    return writing(actor, Capability::ManagePeople,
                   [=, this](PeopleAuthority authority) { return m_people.remove(actor, authority, id); });
}

QFuture<Result<>> LocalPeopleDirectory::merge(const Actor &actor, PersonId kept, PersonId other)
{
    return writing(actor, Capability::ManagePeople,
                   [=, this](PeopleAuthority authority) { return m_people.merge(actor, authority, kept, other); });
}

QFuture<Result<PeopleImportPlan>> LocalPeopleDirectory::planImport(const Actor &actor, const QByteArray &csv)
{
    return authorized(actor, Capability::AddViewers,
                      [=, this](PeopleAuthority authority) { return m_people.planImport(authority, csv); });
}

QFuture<Result<>> LocalPeopleDirectory::applyImport(const Actor &actor, const PeopleImportPlan &plan)
{
    return writing(actor, Capability::AddViewers,
                   [=, this](PeopleAuthority authority) { return m_people.applyImport(actor, authority, plan); });
}

QFuture<Result<QByteArray>> LocalPeopleDirectory::exportCsv(const Actor &actor)
{
    return authorized(actor, Capability::ManagePeople, [this](PeopleAuthority) { return m_people.exportCsv(); });
}

QFuture<Result<QList<Person>>> LocalPeopleDirectory::peopleOfRecording(const Actor &actor, RecordingId recording)
{
    return authorized(actor, Capability::AddViewers, [=, this](PeopleAuthority) {
        return m_gate.pass(actor, Capability::ViewRecording, recording, [=, this] { return m_people.peopleOfRecording(recording); });
    });
}

QFuture<Result<QList<Group>>> LocalPeopleDirectory::groups(const Actor &actor)
{
    return reading(actor, [this] { return m_groups.groups(); });
}

QFuture<Result<QList<NamedPrincipal>>> LocalPeopleDirectory::members(const Actor &actor, GroupId group)
{
    return reading(actor, [=, this] { return m_groups.members(group); });
}

QFuture<Result<QList<Group>>> LocalPeopleDirectory::groupsOf(const Actor &actor, const Principal &principal)
{
    return reading(actor, [=, this] { return m_groups.groupsOf(principal); });
}

QFuture<Result<GroupId>> LocalPeopleDirectory::addGroup(const Actor &actor, const QString &name)
{
    return writing(actor, Capability::ManagePeople,
                   [=, this](PeopleAuthority authority) { return m_groups.add(actor, authority, name); });
}

QFuture<Result<>> LocalPeopleDirectory::renameGroup(const Actor &actor, GroupId group, const QString &name)
{
    return writing(actor, Capability::ManagePeople,
                   [=, this](PeopleAuthority authority) { return m_groups.rename(actor, authority, group, name); });
}

QFuture<Result<>> LocalPeopleDirectory::removeGroup(const Actor &actor, GroupId group)
{
    return writing(actor, Capability::ManagePeople,
                   [=, this](PeopleAuthority authority) { return m_groups.remove(actor, authority, group); });
}

QFuture<Result<>> LocalPeopleDirectory::setMember(const Actor &actor, GroupId group, const Principal &member, bool isMember)
{
    return writing(actor, Capability::ManagePeople, [=, this](PeopleAuthority authority) {
        return m_groups.setMember(actor, authority, group, member, isMember);
    });
}

} // namespace letopis
