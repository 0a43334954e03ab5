#include "core/storage/personrepository.h"

#include "core/storage/attendancerows.h"
#include "core/storage/peopleexchange.h"
#include "core/storage/peoplepages.h"
#include "core/storage/personrows.h"
#include "core/storage/personwriter.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
Result<ServerId> serverOf(Connection &connection, RecordingId recording)
{
    static const Statement select{"person.serverOfRecording"_L1, u"SELECT server_id FROM recording WHERE id = :id"_s};
    ServerId server;
    const Result<> read = connection.forEachRaw(select, {{":id"_L1, recording.value}},
                                                [&](const QSqlQuery &row) { server = {row.value(0).toLongLong()}; });
    if (!read)
        return read.error();
    if (!server.isValid())
        return Error{ErrorKind::NotFound, u"no such recording"_s, QString::number(recording.value), {}};
    return server;
}

Result<bool> isKnown(Connection &connection, ServerId server, const QString &externalId)
{
    static const Statement select{"person.isKnown"_L1,
                                  u"SELECT 1 FROM person_identity WHERE server_id = :server AND external_user_id = :id"_s};
    bool isThere = false;
    const Result<> read = connection.forEachRaw(select, {{":server"_L1, server.value}, {":id"_L1, externalId}},
                                                [&](const QSqlQuery &) { isThere = true; });
    if (!read)
        return read.error();
    return isThere;
}

Result<QList<Person>> readPeopleOf(Connection &connection, RecordingId recording)
{
    const Result<ServerId> server = serverOf(connection, recording);
    if (!server)
        return server.error();
    const Result<QList<Attendee>> attendees = readAttendance(connection, recording);
    if (!attendees)
        return attendees.error();
    QList<Person> drafts;
    for (const Attendee &one : *attendees) {
        const QString externalId = one.participant.externalUserId.trimmed();
        if (one.isRemoved || one.person.isValid() || externalId.isEmpty() || !one.participant.registered.value_or(true))
            continue;
        const Result<bool> known = isKnown(connection, *server, externalId);
        if (!known)
            return known.error();
        Person draft;
        draft.name = one.participant.name.simplified().left(maxPersonName);
        draft.externalIds = {{*server, externalId}};
        const bool isThere = std::any_of(drafts.begin(), drafts.end(),
                                         [&](const Person &other) { return other.externalIds == draft.externalIds; });
        if (!*known && !isThere)
            drafts += draft;
    }
    return drafts;
}
} // namespace

QFuture<Result<PeoplePage>> PersonRepository::page(const PeopleQuery &query, const QByteArray &after, int limit) const
{
    return m_database.read([=](Connection &connection) {
        return connection.transaction([&] { return readPeoplePage(connection, query, after, limit); });
    });
}

QFuture<Result<qint64>> PersonRepository::count(const PeopleQuery &query) const
{
    return m_database.read([query](Connection &connection) { return countPeople(connection, query); });
}

QFuture<Result<Person>> PersonRepository::person(PersonId id) const
{
    return m_database.read([id](Connection &connection) {
        return connection.transaction([&] { return readPerson(connection, id); });
    });
}

QFuture<Result<Person>> PersonRepository::find(const QString &loginOrEmail) const
{
    return m_database.read([loginOrEmail](Connection &connection) {
        return connection.transaction([&]() -> Result<Person> {
            const Result<PersonId> id = findPersonRow(connection, loginOrEmail);
            return id ? readPerson(connection, *id) : Result<Person>(id.error());
        });
    });
}

QFuture<Result<QList<PersonProblem>>> PersonRepository::check(const Person &draft) const
{
    return m_database.read([draft](Connection &connection) {
        return connection.transaction([&] { return problemsAmongPeople(connection, normalised(draft)); });
    });
}

QFuture<Result<QList<Person>>> PersonRepository::peopleOfRecording(RecordingId recording) const
{
    return m_database.read([recording](Connection &connection) {
        return connection.transaction([&] { return readPeopleOf(connection, recording); });
    });
}

QFuture<Result<PeopleImportPlan>> PersonRepository::planImport(PeopleAuthority authority, const QByteArray &csv) const
{
    return m_database.read([=](Connection &connection) {
        return connection.transaction([&] { return planPeopleImport(connection, authority, csv); });
    });
}

QFuture<Result<QByteArray>> PersonRepository::exportCsv() const
{
    return m_database.read([](Connection &connection) {
        return connection.transaction([&] { return exportPeople(connection); });
    });
}

template <typename F>
auto PersonRepository::write(const Actor &actor, PeopleAuthority authority, F f)
{
    return m_database.write([=, nowMs = toUtcMs(m_clock.now())](Connection &connection) {
        PeopleWrite write(connection, actor, authority, nowMs);
        return f(write);
    });
}

QFuture<Result<PersonId>> PersonRepository::add(const Actor &actor, PeopleAuthority authority, const Person &draft)
{
    return write(actor, authority, [draft](PeopleWrite &write) { return PersonWriter(write).add(draft); });
}

QFuture<Result<>> PersonRepository::update(const Actor &actor, PeopleAuthority authority, const Person &person)
{
    return write(actor, authority, [person](PeopleWrite &write) { return PersonWriter(write).update(person); });
}

QFuture<Result<>> PersonRepository::remove(const Actor &actor, PeopleAuthority authority, PersonId id)
{
    return write(actor, authority, [id](PeopleWrite &write) { return PersonWriter(write).remove(id); });
}

QFuture<Result<>> PersonRepository::merge(const Actor &actor, PeopleAuthority authority, PersonId kept, PersonId other)
{
    return write(actor, authority, [=](PeopleWrite &write) { return PersonWriter(write).merge(kept, other); });
}

QFuture<Result<>> PersonRepository::applyImport(const Actor &actor, PeopleAuthority authority, const PeopleImportPlan &plan)
{
    return write(actor, authority, [plan](PeopleWrite &write) { return applyPeopleImport(write, plan); });
}

} // namespace letopis
