#include "tests/support/fakeattendancebook.h"

#include "tests/support/fakeworkspace.h"

namespace letopis::test {

using namespace Qt::Literals::StringLiterals;

QList<Attendee> FakeAttendanceBook::attendees(RecordingId id) const
{
    QList<Attendee> shown = attendanceOf(m_workspace.entry(id)->participants, m_edits.value(id));
    for (Attendee &one : shown) {
        for (const KnownPerson &person : m_people) {
            if (one.person == person.id)
                one.personName = person.name;
        }
    }
    return shown;
}

QFuture<Result<QList<Attendee>>> FakeAttendanceBook::attendance(const Actor &, RecordingId id)
{
    return m_workspace.answer<QList<Attendee>>(u"attendance"_s, [=, this]() -> Result<QList<Attendee>> {
        if (!m_workspace.entry(id))
            return Error{ErrorKind::NotFound, u"no such recording"_s, QString::number(id.value), {}};
        return attendees(id);
    });
}

QFuture<Result<QList<AttendeeEdit>>> FakeAttendanceBook::edits(const Actor &, RecordingId id)
{
    return m_workspace.answer<QList<AttendeeEdit>>(u"attendeeEdits"_s,
                                                   [=, this] { return Result<QList<AttendeeEdit>>(m_edits.value(id)); });
}

QFuture<Result<>> FakeAttendanceBook::replaceEdits(const Actor &, RecordingId id, const QList<AttendeeEdit> &before,
                                                   const QList<AttendeeEdit> &after)
{
    return m_workspace.answer<void>(u"replaceEdits"_s, [=, this]() -> Result<> {
        if (m_edits.value(id) != before)
            return Error{ErrorKind::ContentMismatch, u"the participants were edited elsewhere meanwhile"_s, {}, {}};
        m_edits.insert(id, after);
        m_workspace.announceChange({.server = {}, .added = {}, .updated = {id}, .isLarge = false});
        Q_EMIT attendanceChanged(id);
        return {};
    });
}

QFuture<Result<QList<KnownPerson>>> FakeAttendanceBook::findPeople(const Actor &, const QString &text, int limit)
{
    return m_workspace.answer<QList<KnownPerson>>(u"findPeople"_s, [=, this] {
        QList<KnownPerson> found;
        for (const KnownPerson &person : m_people) {
            const QString name = u' ' + person.name;
            if (name.contains(u' ' + text, Qt::CaseInsensitive) && found.size() < limit)
                found += person;
        }
        return Result<QList<KnownPerson>>(found);
    });
}

QFuture<Result<QHash<QString, KnownPerson>>> FakeAttendanceBook::suggestions(const Actor &, RecordingId id)
{
    return m_workspace.answer<QHash<QString, KnownPerson>>(u"suggestions"_s, [=, this] {
        QHash<QString, KnownPerson> suggested;
        for (const Attendee &one : attendees(id)) {
            for (const KnownPerson &person : m_people) {
                if (!one.person.isValid() && person.name.compare(one.participant.name, Qt::CaseInsensitive) == 0)
                    suggested.insert(one.uid, person);
            }
        }
        return Result<QHash<QString, KnownPerson>>(suggested);
    });
}

QFuture<Result<PersonId>> FakeAttendanceBook::addPerson(const Actor &, const KnownPerson &person)
{
    return m_workspace.answer<PersonId>(u"addPerson"_s, [=, this]() -> Result<PersonId> {
        KnownPerson added = person;
        added.id = {m_people.size() + 1};
        m_people += added;
        return added.id;
    });
}

} // namespace letopis::test
