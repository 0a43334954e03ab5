#include "app/cli/groupcommands.h"

#include "app/cli/peopleanswer.h"
#include "app/cli/peoplecommand.h"
#include "app/cli/text.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
using Prepared = std::variant<UsageError, CommandFactory>;

// Commands about one group, or all, that end with the list of groups.
class GroupCommand : public PeopleCommand
{
public:
    using PeopleCommand::PeopleCommand;

protected:
    void list()
    {
        onValue(people().groups(session().actor), [this](const QList<Group> &groups) {
            QJsonArray array;
            for (const Group &group : groups)
                array += groupJson(group);
            print(groupTable(groups), {{u"groups"_s, array}});
            finish(ExitCode::Done);
        });
    }
};

class GroupListCommand final : public GroupCommand
{
public:
    using GroupCommand::GroupCommand;
    void start() override { list(); }
};

class GroupAddCommand final : public GroupCommand
{
public:
    GroupAddCommand(Session &session, QString name)
        : GroupCommand(session), m_name(std::move(name))
    {
    }
    void start() override
    {
        onValue(people().addGroup(session().actor, m_name), [this](GroupId id) {
            const Group group{.id = id, .uuid = {}, .name = m_name.simplified(), .builtIn = {}};
            print(groupTable({group}), {{u"group"_s, QJsonObject{{u"id"_s, id.value}, {u"name"_s, group.name}}}});
            finish(ExitCode::Done);
        });
    }

private:
    const QString m_name;
};

class GroupRenameCommand final : public GroupCommand
{
public:
    GroupRenameCommand(Session &session, QString group, QString name)
        : GroupCommand(session), m_group(std::move(group)), m_name(std::move(name))
    {
    }
    void start() override
    {
        withGroup(m_group, [this](const Group &group) {
            onValue(people().renameGroup(session().actor, group.id, m_name), [this] { list(); });
        });
    }

private:
    const QString m_group;
    const QString m_name;
};

class GroupRemoveCommand final : public GroupCommand
{
public:
    GroupRemoveCommand(Session &session, QString group)
        : GroupCommand(session), m_group(std::move(group))
    {
    }
    void start() override
    {
        withGroup(m_group, [this](const Group &group) {
            onValue(people().removeGroup(session().actor, group.id), [this] { list(); });
        });
    }

private:
    const QString m_group;
};

struct MemberChange
{
    QString who; // a person, or "group:NAME"
    bool isMember = true;
};

// Changes who is in a group, one after the other, and lists who is.
class GroupMemberCommand final : public PeopleCommand
{
public:
    GroupMemberCommand(Session &session, QString group, QList<MemberChange> changes)
        : PeopleCommand(session), m_group(std::move(group)), m_changes(std::move(changes))
    {
    }

    void start() override
    {
        withGroup(m_group, [this](const Group &group) { next(group.id); });
    }

private:
    void next(GroupId group)
    {
        if (m_changes.isEmpty())
            return list(group);
        const MemberChange change = m_changes.takeFirst();
        const auto put = [this, group, change](const Principal &member) {
            onValue(people().setMember(session().actor, group, member, change.isMember), [this, group] { next(group); });
        };
        if (change.who.startsWith(u"group:"_s, Qt::CaseInsensitive))
            withGroup(change.who.sliced(6), [put](const Group &member) { put(member.id); });
        else
            withPerson(change.who, [put](const Person &member) { put(member.id); });
    }

    void list(GroupId group)
    {
        onValue(people().members(session().actor, group), [this](const QList<NamedPrincipal> &members) {
            QJsonArray array;
            for (const NamedPrincipal &member : members)
                array += principalJson(member);
            print(memberTable(members), {{u"members"_s, array}});
            finish(ExitCode::Done);
        });
    }

    const QString m_group;
    QList<MemberChange> m_changes;
};

CommandSpec spec(const QString &word, const QString &arguments, const QString &summary, int count)
{
    return {.words = {u"group"_s, word},
            .arguments = arguments,
            .summary = summary,
            .details = {},
            .options = {},
            .leastArguments = count,
            .mostArguments = count,
            .needsWorkspace = true,
            .prepare = {}};
}

// A command that is made of its first one or two arguments.
template <typename C>
CommandSpec namedSpec(const QString &word, const QString &arguments, const QString &summary)
{
    CommandSpec one = spec(word, arguments, summary, 1);
    one.prepare = [](const QCommandLineParser &given) -> Prepared {
        return CommandFactory([name = given.positionalArguments().at(2)](Session &session) { return std::make_unique<C>(session, name); });
    };
    return one;
}

CommandSpec memberSpec()
{
    CommandSpec member = spec(u"member"_s, Cli::tr("GROUP [--add WHO …] [--remove WHO …]"), Cli::tr("Lists who is in a group, after putting people in or out."), 1);
    member.details = Cli::tr("WHO is a login, an e-mail address, an ID as `person list` tells it, or group:NAME. Groups cannot contain\n"
                             "each other. The built-in ones give the role: administrators, limited-administrators, moderators, viewers.");
    member.options = {{u"add"_s, Cli::tr("Puts somebody in; may be given several times."), u"WHO"_s},
                      {u"remove"_s, Cli::tr("Takes somebody out; may be given several times."), u"WHO"_s}};
    member.prepare = [](const QCommandLineParser &arguments) -> Prepared {
        QList<MemberChange> changes;
        for (const QString &who : arguments.values(u"add"_s))
            changes += {who, true};
        for (const QString &who : arguments.values(u"remove"_s))
            changes += {who, false};
        return CommandFactory([group = arguments.positionalArguments().at(2), changes](Session &session) {
            return std::make_unique<GroupMemberCommand>(session, group, changes);
        });
    };
    return member;
}
} // namespace

QList<CommandSpec> groupSpecs()
{
    CommandSpec list = spec(u"list"_s, {}, Cli::tr("Lists the groups, the built-in ones first."), 0);
    list.prepare = [](const QCommandLineParser &) -> Prepared {
        return CommandFactory([](Session &session) { return std::make_unique<GroupListCommand>(session); });
    };
    CommandSpec rename = spec(u"rename"_s, Cli::tr("GROUP NAME"), Cli::tr("Gives a group another name."), 2);
    rename.prepare = [](const QCommandLineParser &arguments) -> Prepared {
        return CommandFactory([given = arguments.positionalArguments()](Session &session) {
            return std::make_unique<GroupRenameCommand>(session, given.at(2), given.at(3));
        });
    };
    return {namedSpec<GroupAddCommand>(u"add"_s, Cli::tr("NAME"), Cli::tr("Makes a group.")), list, memberSpec(), rename,
            namedSpec<GroupRemoveCommand>(u"remove"_s, Cli::tr("GROUP"), Cli::tr("Removes a group and what it was given; its members stay."))};
}

} // namespace letopis::cli
