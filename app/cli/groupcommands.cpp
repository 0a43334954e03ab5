#include "app/cli/groupcommands.h"

#include "app/cli/accesscommand.h"
#include "app/cli/peopleanswer.h"
#include "app/cli/text.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
using Prepared = std::variant<UsageError, CommandFactory>;

// Commands about one group, or all, that end with the list of groups.
class GroupCommand : public AccessCommand
{
public:
    using AccessCommand::AccessCommand;

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
            onValue(people().renameGroup(session().actor, group.id, m_name), [this] {
                markDone();
                list();
            });
        });
    }

private:
    const QString m_group;
    const QString m_name;
};

class GroupRemoveCommand final : public GroupCommand
{
public:
    GroupRemoveCommand(Session &session, QString group, bool isDryRun)
        : GroupCommand(session), m_group(std::move(group)), m_isDryRun(isDryRun)
    {
    }
    void start() override
    {
        withGroup(m_group, [this](const Group &group) {
            if (m_isDryRun)
                return showPreview(RemoveGroup{group.id});
            onValue(people().removeGroup(session().actor, group.id), [this] {
                markDone();
                list();
            });
        });
    }

private:
    const QString m_group;
    const bool m_isDryRun;
};

struct MemberChange
{
    QString who; // a person, or "group:NAME"
    bool isMember = true;
};

// Changes who is in a group, and lists who is. Nobody is put in or out before all are found.
class GroupMemberCommand final : public AccessCommand
{
public:
    GroupMemberCommand(Session &session, QString group, QList<MemberChange> changes, bool isDryRun)
        : AccessCommand(session), m_group(std::move(group)), m_changes(std::move(changes)), m_isDryRun(isDryRun)
    {
    }

    void start() override
    {
        withGroup(m_group, [this](const Group &group) { findNext(group.id, {}); });
    }

private:
    void findNext(GroupId group, const QList<NamedChange> &found)
    {
        if (found.size() == m_changes.size())
            return m_isDryRun ? showPreviews(found) : apply(group, found);
        const MemberChange &change = m_changes.at(found.size());
        withPrincipal(change.who, [this, group, found, change](const Principal &member) {
            findNext(group, found + QList{NamedChange{change.who, SetMembership{group, member, change.isMember}}});
        });
    }

    void apply(GroupId group, QList<NamedChange> changes)
    {
        if (changes.isEmpty()) {
            if (!m_changes.isEmpty())
                markDone();
            return list(group);
        }
        const auto change = std::get<SetMembership>(changes.takeFirst().change);
        onValue(people().setMember(session().actor, group, change.member, change.isMember), [this, group, changes] { apply(group, changes); });
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
    const QList<MemberChange> m_changes;
    const bool m_isDryRun;
};

QCommandLineOption dryRun()
{
    return {u"dry-run"_s, Cli::tr("Changes nothing; tells who would gain and who would lose what.")};
}

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

CommandSpec memberSpec()
{
    CommandSpec member = spec(u"member"_s, Cli::tr("GROUP [--add WHO …] [--remove WHO …]"), Cli::tr("Lists who is in a group, after putting people in or out."), 1);
    member.details = Cli::tr("WHO is a login, an e-mail address, an ID as `person list` tells it, or group:NAME. Groups cannot contain\n"
                             "each other. The built-in ones give the role: administrators, limited-administrators, moderators, viewers.");
    member.options = {{u"add"_s, Cli::tr("Puts somebody in; may be given several times."), u"WHO"_s},
                      {u"remove"_s, Cli::tr("Takes somebody out; may be given several times."), u"WHO"_s},
                      dryRun()};
    member.prepare = [](const QCommandLineParser &arguments) -> Prepared {
        QList<MemberChange> changes;
        for (const QString &who : arguments.values(u"add"_s))
            changes += {who, true};
        for (const QString &who : arguments.values(u"remove"_s))
            changes += {who, false};
        const bool isDryRun = arguments.isSet(u"dry-run"_s);
        if (isDryRun && changes.isEmpty())
            return UsageError{Cli::tr("--dry-run is for a change: say --add or --remove.")};
        return CommandFactory([group = arguments.positionalArguments().at(2), changes, isDryRun](Session &session) {
            return std::make_unique<GroupMemberCommand>(session, group, changes, isDryRun);
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
    CommandSpec add = spec(u"add"_s, Cli::tr("NAME"), Cli::tr("Makes a group."), 1);
    add.prepare = [](const QCommandLineParser &arguments) -> Prepared {
        return CommandFactory([name = arguments.positionalArguments().at(2)](Session &session) {
            return std::make_unique<GroupAddCommand>(session, name);
        });
    };
    CommandSpec rename = spec(u"rename"_s, Cli::tr("GROUP NAME"), Cli::tr("Gives a group another name."), 2);
    rename.prepare = [](const QCommandLineParser &arguments) -> Prepared {
        return CommandFactory([given = arguments.positionalArguments()](Session &session) {
            return std::make_unique<GroupRenameCommand>(session, given.at(2), given.at(3));
        });
    };
    CommandSpec remove = spec(u"remove"_s, Cli::tr("GROUP"), Cli::tr("Removes a group and what it was given; its members stay."), 1);
    remove.options = {dryRun()};
    remove.prepare = [](const QCommandLineParser &arguments) -> Prepared {
        return CommandFactory([group = arguments.positionalArguments().at(2), isDryRun = arguments.isSet(u"dry-run"_s)](Session &session) {
            return std::make_unique<GroupRemoveCommand>(session, group, isDryRun);
        });
    };
    return {add, list, memberSpec(), rename, remove};
}

} // namespace letopis::cli
