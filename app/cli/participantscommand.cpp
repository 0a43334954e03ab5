#include "app/cli/participantscommand.h"

#include "app/cli/cataloganswer.h"
#include "app/cli/editanswer.h"
#include "app/cli/text.h"
#include "core/domain/attendanceexport.h"
#include "core/workspace/attendancebook.h"
#include "core/workspace/workspace.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
QString registeredText(const Participant &person)
{
    if (!person.registered)
        return {};
    return *person.registered ? u"true"_s : u"false"_s;
}

QString rolesText(const Participant &person)
{
    QStringList spans;
    for (const RoleSpan &span : person.roles)
        spans += u"%1 %2/%3"_s.arg(conferenceRoleName(span.role), isoTime(span.fromMs), isoTime(span.toMs));
    return spans.join(u"; "_s);
}

QString sessionsText(const Participant &person)
{
    QStringList sessions;
    for (const PresenceSession &session : person.sessions)
        sessions += isoTime(session.joinedAtMs) + u'/' + isoTime(session.leftAtMs);
    return sessions.join(u"; "_s);
}

Grid csvOf(const QList<Attendee> &attendees)
{
    Grid grid{{{{}, u"name"_s, false, false},
               {{}, u"externalUserId"_s, false, false},
               {{}, u"registered"_s, false, false},
               {{}, u"role"_s, false, false},
               {{}, u"roles"_s, false, false},
               {{}, u"sessions"_s, false, false},
               {{}, u"presentMs"_s, true, false},
               {{}, u"talkMs"_s, true, false},
               {{}, u"chatMessages"_s, true, false},
               {{}, u"pollAnswers"_s, true, false},
               {{}, u"uid"_s, false, false},
               {{}, u"provenance"_s, false, false}},
              {}};
    for (const Attendee &one : attendees) {
        const Participant &person = one.participant;
        grid.rows += {person.name,
                      person.externalUserId,
                      registeredText(person),
                      conferenceRoleName(person.role),
                      rolesText(person),
                      sessionsText(person),
                      QString::number(person.presentMs),
                      QString::number(person.talkMs),
                      QString::number(person.chatMessages),
                      QString::number(person.pollAnswers),
                      one.uid,
                      provenanceName(one.provenance)};
    }
    return grid;
}
} // namespace

void ParticipantsCommand::show(const RecordingDetails &recording)
{
    onValue(workspace().attendance().attendance(session().actor, recording.row.id),
            [this, recording](QList<Attendee> attendees) {
                attendees.removeIf([](const Attendee &one) { return one.isRemoved; });
                QJsonArray array;
                for (const Attendee &one : std::as_const(attendees))
                    array += attendeeJson(one);
                print(session().format == OutputFormat::Csv ? csvOf(attendees) : attendanceTable(attendees),
                      {{u"participants"_s, array}, {u"people"_s, peopleStatusName(recording.people)}});
                if (const QString why = peopleText(recording); !why.isEmpty())
                    session().terminal.say(why);
                finish(ExitCode::Done);
            });
}

CommandSpec participantsSpec()
{
    return oneRecordingSpec<ParticipantsCommand>(
        u"participants"_s, Cli::tr("Lists who took part, in which role and for how long."),
        Cli::tr("ID is the server's recordID or the catalog's own number. Names need an SSH account on the server."));
}

} // namespace letopis::cli
