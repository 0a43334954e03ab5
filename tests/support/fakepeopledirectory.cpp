#include "tests/support/fakepeopledirectory.h"

#include "core/access/peoplecsv.h"
#include "tests/support/fakeworkspace.h"

namespace letopis::test {

using namespace Qt::Literals::StringLiterals;

namespace {
Error missing(const QString &what)
{
    return {ErrorKind::NotFound, u"no such thing"_s, what, {}};
}
} // namespace

FakePeopleDirectory::FakePeopleDirectory(FakeWorkspace &workspace)
    : m_workspace(workspace)
{
    for (int one = 0; one <= int(BuiltInGroup::Authors); ++one) {
        const QString name = builtInGroupName(BuiltInGroup(one));
        m_groups.insert({one + 1}, {.id = {one + 1}, .uuid = name, .name = name, .builtIn = BuiltInGroup(one)});
    }
}

PersonId FakePeopleDirectory::put(Person person)
{
    if (!person.id.isValid())
        person.id = {m_people.isEmpty() ? 1 : m_people.lastKey().value + 1};
    if (person.uuid.isEmpty())
        person.uuid = u"person-%1"_s.arg(person.id.value);
    m_people.insert(person.id, person);
    return person.id;
}

GroupId FakePeopleDirectory::putGroup(const QString &name, const QList<Principal> &members)
{
    const GroupId id{m_groups.lastKey().value + 1};
    m_groups.insert(id, {.id = id, .uuid = u"group-%1"_s.arg(id.value), .name = name, .builtIn = {}});
    m_members.insert(id, members);
    return id;
}

AccessRows FakePeopleDirectory::accessRows() const
{
    AccessRows rows;
    for (const Person &person : m_people) {
        rows.people.push_back({.id = person.id, .isBlocked = person.isBlocked, .switches = person.switches});
        rows.memberships.push_back({.group = {qint64(groupOf(person.role)) + 1}, .member = person.id});
    }
    for (const Group &group : m_groups) {
        rows.groups.push_back({.id = group.id, .builtIn = group.builtIn});
        for (const Principal &member : m_members.value(group.id))
            rows.memberships.push_back({.group = group.id, .member = member});
    }
    return rows;
}

NamedPrincipal FakePeopleDirectory::named(const Principal &principal) const
{
    if (const auto *id = std::get_if<PersonId>(&principal)) {
        const Person person = m_people.value(*id);
        return {.principal = principal, .name = person.name, .detail = person.login, .builtIn = {}};
    }
    const Group group = m_groups.value(std::get<GroupId>(principal));
    return {.principal = principal, .name = group.name, .detail = {}, .builtIn = group.builtIn};
}

void FakePeopleDirectory::tell()
{
    QMetaObject::invokeMethod(this, [this] { Q_EMIT peopleChanged(); }, Qt::QueuedConnection);
}

bool FakePeopleDirectory::isWithin(PersonId person, GroupId group, QSet<GroupId> &seen) const
{
    if (seen.contains(group))
        return false;
    seen += group;
    const auto &about = m_people[person];
    const Group &known = m_groups[group];
    if (known.builtIn && roleOf(*known.builtIn) == about.role)
        return true;
    for (const Principal &member : m_members.value(group)) {
        const auto *inner = std::get_if<GroupId>(&member);
        if (member == Principal(person) || (inner && isWithin(person, *inner, seen)))
            return true;
    }
    return false;
}

QList<Person> FakePeopleDirectory::matching(const PeopleQuery &query) const
{
    QList<Person> found;
    for (const Person &person : m_people) {
        QSet<GroupId> seen;
        const bool hasText = (u' ' + person.name).contains(u' ' + query.text, Qt::CaseInsensitive)
                             || person.login.startsWith(query.text, Qt::CaseInsensitive)
                             || person.email.startsWith(query.text, Qt::CaseInsensitive);
        if (hasText && (!query.role || *query.role == person.role) && (!query.onlyWithLogin || !person.login.isEmpty())
            && (!query.group || isWithin(person.id, *query.group, seen)))
            found += person;
    }
    const auto key = [&query](const Person &person) {
        const QString &text = query.order == PeopleOrder::Login ? person.login
            : query.order == PeopleOrder::Email                ? person.email
                                                               : person.name;
        return text.isEmpty() ? QString(QChar(0xfffd)) : text.toCaseFolded();
    };
    std::stable_sort(found.begin(), found.end(), [&](const Person &a, const Person &b) {
        return query.isDescending ? key(b) < key(a) : key(a) < key(b);
    });
    return found;
}

Result<> FakePeopleDirectory::knownGroup(GroupId group) const
{
    return m_groups.contains(group) ? Result<>() : Result<>(missing(u"group"_s));
}

QFuture<Result<PeoplePage>> FakePeopleDirectory::people(const Actor &, const PeopleQuery &query, const QByteArray &after, int limit)
{
    return m_workspace.answer<PeoplePage>(u"people"_s, [=, this]() -> Result<PeoplePage> {
        const QList<Person> found = matching(query);
        const qsizetype begin = std::min(qsizetype(after.toInt()), found.size());
        const qsizetype end = std::min(begin + limit, found.size());
        PeoplePage page{.people = found.sliced(begin, end - begin),
                        .next = end < found.size() ? QByteArray::number(end) : QByteArray(),
                        .groupCounts = {}};
        for (const Person &person : std::as_const(page.people)) {
            for (const QList<Principal> &members : std::as_const(m_members)) {
                if (members.contains(Principal(person.id)))
                    ++page.groupCounts[person.id];
            }
        }
        return page;
    });
}

QFuture<Result<qint64>> FakePeopleDirectory::countPeople(const Actor &, const PeopleQuery &query)
{
    return m_workspace.answer<qint64>(u"countPeople"_s, [=, this]() -> Result<qint64> { return matching(query).size(); });
}

QFuture<Result<Person>> FakePeopleDirectory::person(const Actor &, PersonId id)
{
    return m_workspace.answer<Person>(u"person"_s, [=, this]() -> Result<Person> {
        return m_people.contains(id) ? Result<Person>(m_people[id]) : missing(u"person"_s);
    });
}

QFuture<Result<Person>> FakePeopleDirectory::findPerson(const Actor &, const QString &login)
{
    return m_workspace.answer<Person>(u"findPerson"_s, [=, this]() -> Result<Person> {
        for (const Person &person : std::as_const(m_people)) {
            if (!login.isEmpty() && (loginKey(person.login) == loginKey(login) || emailKey(person.email) == emailKey(login)))
                return person;
        }
        return missing(login);
    });
}

QFuture<Result<QList<PersonProblem>>> FakePeopleDirectory::check(const Actor &, const Person &draft)
{
    return m_workspace.answer<QList<PersonProblem>>(u"checkPerson"_s, [=, this]() -> Result<QList<PersonProblem>> {
        return problemsIn(draft) + m_problems;
    });
}

QFuture<Result<PersonId>> FakePeopleDirectory::add(const Actor &, const Person &draft)
{
    return m_workspace.answer<PersonId>(u"addPerson"_s, [=, this]() -> Result<PersonId> {
        for (const Person &person : std::as_const(m_people)) {
            if (!draft.login.isEmpty() && loginKey(person.login) == loginKey(draft.login))
                return Error{ErrorKind::AlreadyExists, u"the login is another person's"_s, person.login, {}};
        }
        Person added = draft;
        added.id = {};
        tell();
        return put(added);
    });
}

QFuture<Result<>> FakePeopleDirectory::update(const Actor &, const Person &person)
{
    return m_workspace.answer<void>(u"updatePerson"_s, [=, this]() -> Result<> {
        if (!m_people.contains(person.id))
            return missing(u"person"_s);
        put(person);
        tell();
        return {};
    });
}

QFuture<Result<>> FakePeopleDirectory::remove(const Actor &, PersonId id)
{
    return m_workspace.answer<void>(u"removePerson"_s, [=, this]() -> Result<> {
        for (QList<Principal> &members : m_members)
            members.removeAll(Principal(id));
        tell();
        return m_people.remove(id) > 0 ? Result<>() : Result<>(missing(u"person"_s));
    });
}

QFuture<Result<>> FakePeopleDirectory::merge(const Actor &, PersonId kept, PersonId other)
{
    return m_workspace.answer<void>(u"mergePeople"_s, [=, this]() -> Result<> {
        if (!m_people.contains(kept) || !m_people.contains(other))
            return missing(u"person"_s);
        m_people[kept].externalIds += m_people[other].externalIds;
        for (QList<Principal> &members : m_members) {
            if (members.removeAll(Principal(other)) > 0 && !members.contains(Principal(kept)))
                members += Principal(kept);
        }
        m_people.remove(other);
        tell();
        return {};
    });
}

QFuture<Result<PeopleImportPlan>> FakePeopleDirectory::planImport(const Actor &, const QByteArray &csv)
{
    return m_workspace.answer<PeopleImportPlan>(u"planImport"_s, [=, this]() -> Result<PeopleImportPlan> {
        const Result<PeopleCsv> read = readPeopleCsv(csv);
        return read ? Result<PeopleImportPlan>(m_plan) : read.error();
    });
}

QFuture<Result<>> FakePeopleDirectory::applyImport(const Actor &, const PeopleImportPlan &plan)
{
    return m_workspace.answer<void>(u"applyImport"_s, [=, this]() -> Result<> {
        m_applied += plan;
        for (const PeopleImportPlan::Line &line : plan.lines)
            put(line.person);
        tell();
        return {};
    });
}

QFuture<Result<QByteArray>> FakePeopleDirectory::exportCsv(const Actor &)
{
    return m_workspace.answer<QByteArray>(u"exportPeople"_s, [this]() -> Result<QByteArray> {
        QList<PeopleCsvRow> rows;
        for (const Person &person : matching({})) {
            PeopleCsvRow row;
            row.name = person.name;
            row.login = person.login;
            row.email = person.email;
            row.role = roleName(person.role);
            rows += row;
        }
        return writePeopleCsv(rows);
    });
}

QFuture<Result<QList<Person>>> FakePeopleDirectory::peopleOfRecording(const Actor &, RecordingId)
{
    return m_workspace.answer<QList<Person>>(u"peopleOfRecording"_s, [this]() -> Result<QList<Person>> { return m_drafts; });
}

QFuture<Result<QList<Group>>> FakePeopleDirectory::groups(const Actor &)
{
    return m_workspace.answer<QList<Group>>(u"groups"_s, [this]() -> Result<QList<Group>> {
        QList<Group> all = m_groups.values();
        std::stable_sort(all.begin() + 5, all.end(), [](const Group &a, const Group &b) {
            return a.name.toCaseFolded() < b.name.toCaseFolded();
        });
        return all;
    });
}

QFuture<Result<QList<NamedPrincipal>>> FakePeopleDirectory::members(const Actor &, GroupId group)
{
    return m_workspace.answer<QList<NamedPrincipal>>(u"members"_s, [=, this]() -> Result<QList<NamedPrincipal>> {
        if (Result<> known = knownGroup(group); !known)
            return known.error();
        QList<NamedPrincipal> people;
        QList<NamedPrincipal> groups;
        for (const Principal &member : m_members.value(group)) {
            if (std::holds_alternative<PersonId>(member))
                people += named(member);
            else
                groups += named(member);
        }
        const std::optional<BuiltInGroup> builtIn = m_groups[group].builtIn;
        for (const Person &person : std::as_const(m_people)) {
            if (builtIn && roleOf(*builtIn) == person.role)
                people += named(person.id);
        }
        return groups + people;
    });
}

QFuture<Result<QList<Group>>> FakePeopleDirectory::groupsOf(const Actor &, const Principal &principal)
{
    return m_workspace.answer<QList<Group>>(u"groupsOf"_s, [=, this]() -> Result<QList<Group>> {
        QList<Group> found;
        const auto *person = std::get_if<PersonId>(&principal);
        for (const Group &group : std::as_const(m_groups)) {
            const bool isByRole = person && group.builtIn && roleOf(*group.builtIn) == m_people[*person].role;
            if (isByRole || m_members.value(group.id).contains(principal))
                found += group;
        }
        return found;
    });
}

QFuture<Result<GroupId>> FakePeopleDirectory::addGroup(const Actor &, const QString &name)
{
    return m_workspace.answer<GroupId>(u"addGroup"_s, [=, this]() -> Result<GroupId> {
        for (const Group &group : std::as_const(m_groups)) {
            if (group.name.compare(name, Qt::CaseInsensitive) == 0)
                return Error{ErrorKind::AlreadyExists, u"a group of this name exists"_s, group.name, {}};
        }
        tell();
        return putGroup(name);
    });
}

QFuture<Result<>> FakePeopleDirectory::renameGroup(const Actor &, GroupId group, const QString &name)
{
    return m_workspace.answer<void>(u"renameGroup"_s, [=, this]() -> Result<> {
        if (Result<> known = knownGroup(group); !known)
            return known;
        m_groups[group].name = name;
        tell();
        return {};
    });
}

QFuture<Result<>> FakePeopleDirectory::removeGroup(const Actor &, GroupId group)
{
    return m_workspace.answer<void>(u"removeGroup"_s, [=, this]() -> Result<> {
        for (QList<Principal> &members : m_members)
            members.removeAll(Principal(group));
        m_members.remove(group);
        tell();
        return m_groups.remove(group) > 0 ? Result<>() : Result<>(missing(u"group"_s));
    });
}

QFuture<Result<>> FakePeopleDirectory::setMember(const Actor &, GroupId group, const Principal &member, bool isMember)
{
    return m_workspace.answer<void>(u"setMember"_s, [=, this]() -> Result<> {
        if (Result<> known = knownGroup(group); !known)
            return known;
        m_members[group].removeAll(member);
        if (isMember)
            m_members[group] += member;
        tell();
        return {};
    });
}

} // namespace letopis::test
