#include "app/cli/peoplecommand.h"

#include "app/cli/peopleanswer.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

void PeopleCommand::withPerson(const QString &text, std::function<void(const Person &)> handler)
{
    whenDone(people().findPerson(session().actor, text), this, [this, text, handler](const Result<Person> &found) {
        if (found)
            handler(*found);
        else if (found.error().kind == ErrorKind::NotFound)
            withPersonNumbered(text, found.error(), handler);
        else
            fail(found.error());
    });
}

void PeopleCommand::withPersonNumbered(const QString &text, const Error &otherwise, const std::function<void(const Person &)> &handler)
{
    bool isNumber = false;
    const PersonId id{text.toLongLong(&isNumber)};
    if (!isNumber || !id.isValid())
        return fail(otherwise);
    onValue(people().person(session().actor, id), handler);
}

void PeopleCommand::withGroup(const QString &text, std::function<void(const Group &)> handler)
{
    onValue(people().groups(session().actor), [this, text, handler](const QList<Group> &groups) {
        for (const Group &group : groups) {
            const QString name = group.builtIn ? builtInGroupName(*group.builtIn) : group.name;
            if (name.compare(text.simplified(), Qt::CaseInsensitive) == 0)
                return handler(group);
        }
        for (const Group &group : groups) {
            if (QString::number(group.id.value) == text)
                return handler(group);
        }
        fail({ErrorKind::NotFound, u"there is no such group"_s, text, {}});
    });
}

void PeopleCommand::withExternalIds(const QStringList &texts, std::function<void(const QList<std::pair<ServerId, QString>> &)> handler)
{
    if (texts.isEmpty())
        return handler({});
    onValue(workspace().servers(session().actor), [this, texts, handler](const QList<ConferenceServer> &servers) {
        QList<std::pair<ServerId, QString>> ids;
        for (const QString &text : texts) {
            const auto server = std::find_if(servers.begin(), servers.end(), [&](const ConferenceServer &one) {
                return text.startsWith(one.name + u':', Qt::CaseInsensitive) && text.size() > one.name.size() + 1;
            });
            if (server == servers.end())
                return fail({ErrorKind::NotFound, u"an external id is SERVER:ID, of a server that is known"_s, text, {}});
            ids += {server->id, text.sliced(server->name.size() + 1)};
        }
        handler(ids);
    });
}

void PeopleCommand::showPerson(PersonId id)
{
    onValue(people().person(session().actor, id), [this](const Person &person) {
        print(personTable({person}), {{u"person"_s, personJson(person)}});
        finish(ExitCode::Done);
    });
}

} // namespace letopis::cli
