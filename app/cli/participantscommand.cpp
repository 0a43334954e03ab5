#include "app/cli/participantscommand.h"

#include "app/cli/cataloganswer.h"
#include "app/cli/text.h"
#include "core/workspace/workspace.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
QString registeredText(const Participant &person, bool isForPeople)
{
    if (!person.registered)
        return {};
    if (!isForPeople)
        return *person.registered ? u"true"_s : u"false"_s;
    return *person.registered ? Cli::tr("yes") : Cli::tr("no");
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

Grid tableOf(const QList<Participant> &people)
{
    Grid grid{{{Cli::tr("Name"), u"name"_s, false, true},
               {Cli::tr("Role"), u"role"_s, false, false},
               {Cli::tr("Registered"), u"registered"_s, false, false},
               {Cli::tr("Joins"), u"sessions"_s, true, false},
               {Cli::tr("Present"), u"presentMs"_s, true, false},
               {Cli::tr("Talked"), u"talkMs"_s, true, false},
               {Cli::tr("Chat"), u"chatMessages"_s, true, false},
               {Cli::tr("Polls"), u"pollAnswers"_s, true, false}},
              {}};
    for (const Participant &person : people) {
        grid.rows += {person.name,
                      conferenceRoleName(person.role),
                      registeredText(person, true),
                      QString::number(person.sessions.size()),
                      durationText(person.presentMs),
                      durationText(person.talkMs),
                      QString::number(person.chatMessages),
                      QString::number(person.pollAnswers)};
    }
    return grid;
}

Grid csvOf(const QList<Participant> &people)
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
               {{}, u"pollAnswers"_s, true, false}},
              {}};
    for (const Participant &person : people) {
        grid.rows += {person.name,
                      person.externalUserId,
                      registeredText(person, false),
                      conferenceRoleName(person.role),
                      rolesText(person),
                      sessionsText(person),
                      QString::number(person.presentMs),
                      QString::number(person.talkMs),
                      QString::number(person.chatMessages),
                      QString::number(person.pollAnswers)};
    }
    return grid;
}
} // namespace

void ParticipantsCommand::show(const RecordingDetails &recording)
{
    onValue(workspace().participants(session().actor, recording.row.id),
            [this, recording](const QList<Participant> &people) {
                QJsonArray array;
                for (const Participant &person : people)
                    array += participantJson(person);
                print(session().format == OutputFormat::Csv ? csvOf(people) : tableOf(people),
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
