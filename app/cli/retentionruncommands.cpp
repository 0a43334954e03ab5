#include "app/cli/retentioncommand.h"
#include "app/cli/retentioncommands.h"
#include "app/cli/text.h"
#include "core/base/clock.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
using Prepared = std::variant<UsageError, CommandFactory>;

struct Asked
{
    QString server; // empty: all
    QDate date;     // invalid: now
    std::optional<int> days;
    bool isCalendar = false;
    bool isMade = false;
    bool asIfOn = false;
};

// What would go by the end of a day, or now; with the stored policies, or one that a server would have instead.
class ForecastCommand final : public RetentionCommand
{
public:
    ForecastCommand(Session &session, Asked asked) : RetentionCommand(session), m_asked(std::move(asked)) {}

    void start() override
    {
        if (m_asked.server.isEmpty())
            return withZone({});
        withServer(m_asked.server, [this](ServerId server) { m_asked.isMade ? make(server) : withZone(server); });
    }

private:
    void withZone(std::optional<ServerId> server)
    {
        onValue(retention().timeZone(session().actor), [this, server](const QByteArray &zone) {
            ForecastRequest request;
            request.server = server;
            request.asIfOn = m_asked.asIfOn;
            request.atMs = m_asked.date.isValid() ? CalendarDays(QTimeZone(zone)).startOf(m_asked.date.toJulianDay() + 1) - 1
                                                  : session().clock.now().toMSecsSinceEpoch();
            withPolicies(request);
        });
    }

    void withPolicies(ForecastRequest request)
    {
        if (!m_asked.days)
            return show(request);
        RetentionPolicy policy;
        policy.name = m_asked.server;
        policy.scope.kind = RetentionScope::Kind::Server;
        policy.scope.server = request.server.value_or(ServerId());
        policy.rule.kind = RetentionRule::Kind::AfterRecording;
        policy.rule.days = *m_asked.days;
        onValue(retention().policies(session().actor), [=, this](QList<RetentionPolicy> policies) mutable {
            policies.prepend(policy);
            request.policies = policies;
            show(request);
        });
    }

    void show(const ForecastRequest &request)
    {
        if (!m_asked.isCalendar)
            return foresee(retention().simulate(session().actor, request), {});
        onValue(retention().calendar(session().actor, request), [this](const RetentionCalendar &calendar) {
            print(calendarTable(calendar), calendarJson(calendar));
            finish(ExitCode::Done);
        });
    }

    void make(ServerId server)
    {
        onValue(retention().makePlan(session().actor, server), [this](const DeletionPlan &plan) {
            const Grid grid{.columns = {{Cli::tr("Plan"), u"plan"_s, true}, {Cli::tr("Recordings"), u"items"_s, true}, {Cli::tr("State"), u"state"_s}},
                            .rows = {{QString::number(plan.id.value), QString::number(plan.itemCount), deletionPlanStateName(plan.state)}}};
            print(grid, {{u"plan"_s, plan.id.value}, {u"id"_s, plan.uuid}, {u"items"_s, plan.itemCount}, {u"sizeBytes"_s, plan.sizeBytes},
                         {u"state"_s, deletionPlanStateName(plan.state)}, {u"needsConfirmation"_s, plan.needsConfirmation},
                         {u"needsApproval"_s, plan.needsApproval}});
            finish(ExitCode::Done);
        });
    }

    const Asked m_asked;
};

class SwitchCommand final : public RetentionCommand
{
public:
    SwitchCommand(Session &session, QString server, bool isOn, bool isDryRun, std::optional<qint64> typed)
        : RetentionCommand(session), m_server(std::move(server)), m_isOn(isOn), m_isDryRun(isDryRun), m_typed(typed)
    {
    }

    void start() override
    {
        withServer(m_server, [this](ServerId server) {
            if (m_isDryRun)
                return foresee(retention().previewActivation(session().actor, server), {});
            const auto done = m_isOn ? retention().activate(session().actor, server, m_typed) : retention().deactivate(session().actor, server);
            onValue(done, [this] { listServers(); });
        });
    }

private:
    const QString m_server;
    const bool m_isOn;
    const bool m_isDryRun;
    const std::optional<qint64> m_typed;
};

class ParametersCommand final : public RetentionCommand
{
public:
    ParametersCommand(Session &session, QString server, std::function<void(RetentionParameters &)> change)
        : RetentionCommand(session), m_server(std::move(server)), m_change(std::move(change))
    {
    }

    void start() override
    {
        withServer(m_server, [this](ServerId id) {
            onValue(retention().servers(session().actor), [this, id](const QList<ServerRetention> &servers) {
                for (const ServerRetention &server : servers) {
                    if (server.server != id)
                        continue;
                    RetentionParameters after = server.parameters;
                    m_change(after);
                    return onValue(retention().setParameters(session().actor, id, server.parameters, after), [this] { listServers(); });
                }
                fail({ErrorKind::NotFound, u"no such server"_s, m_server, {}});
            });
        });
    }

private:
    const QString m_server;
    const std::function<void(RetentionParameters &)> m_change;
};

class ZoneCommand final : public RetentionCommand
{
public:
    ZoneCommand(Session &session, QString zone, std::optional<qint64> typed) : RetentionCommand(session), m_zone(std::move(zone)), m_typed(typed) {}

    void start() override
    {
        onValue(retention().timeZone(session().actor), [this](const QByteArray &zone) {
            if (m_zone.isEmpty())
                return show(QString::fromLatin1(zone));
            onValue(retention().setTimeZone(session().actor, zone, m_zone.toUtf8(), m_typed), [this] { show(m_zone); });
        });
    }

private:
    void show(const QString &zone)
    {
        print({.columns = {{Cli::tr("Time zone"), u"timeZone"_s}}, .rows = {{zone}}}, {{u"timeZone"_s, zone}});
        finish(ExitCode::Done);
    }

    const QString m_zone;
    const std::optional<qint64> m_typed;
};

class NoticesCommand final : public RetentionCommand
{
public:
    NoticesCommand(Session &session, std::optional<NoticeId> dismissed, bool withDismissed)
        : RetentionCommand(session), m_dismissed(dismissed), m_withDismissed(withDismissed)
    {
    }

    void start() override
    {
        if (!m_dismissed)
            return list();
        onValue(retention().dismissNotice(session().actor, *m_dismissed), [this] { list(); });
    }

private:
    void list()
    {
        onValue(retention().notices(session().actor, m_withDismissed), [this](const QList<RetentionNotice> &notices) {
            QJsonArray array;
            for (const RetentionNotice &notice : notices)
                array += noticeJson(notice);
            print(noticeTable(notices), {{u"notices"_s, array}});
            finish(ExitCode::Done);
        });
    }

    const std::optional<NoticeId> m_dismissed;
    const bool m_withDismissed;
};

Prepared prepareForecast(const QCommandLineParser &given, bool isSimulation)
{
    Asked asked{.server = given.value(u"server"_s), .date = {}, .days = {}, .isCalendar = isSimulation && given.isSet(u"calendar"_s),
                .isMade = !isSimulation && given.isSet(u"make"_s), .asIfOn = isSimulation};
    if (given.isSet(u"date"_s)) {
        asked.date = QDate::fromString(given.value(u"date"_s), Qt::ISODate);
        if (!asked.date.isValid())
            return UsageError{Cli::tr("A day is written like 2027-01-31.")};
    }
    if (asked.isMade && (asked.server.isEmpty() || asked.date.isValid()))
        return UsageError{Cli::tr("--make needs a server, and is about now.")};
    if (isSimulation && given.isSet(u"days"_s)) {
        const auto days = numberOf(given, u"days"_s, 0);
        if (const auto *wrong = std::get_if<UsageError>(&days))
            return *wrong;
        const qint64 value = std::get<std::optional<qint64>>(days).value_or(0);
        if (asked.server.isEmpty() || value > RetentionPolicy::maxDays)
            return UsageError{Cli::tr("--days needs a server, and is at most %1.").arg(RetentionPolicy::maxDays)};
        asked.days = int(value);
    }
    return CommandFactory([asked](Session &session) { return std::make_unique<ForecastCommand>(session, asked); });
}

CommandSpec planSpec()
{
    CommandSpec plan = retentionSpec({u"plan"_s}, Cli::tr("[--server NAME] [--date DATE] [--make]"), Cli::tr("Lists what is due by now, or by the end of a day."), 0, 0);
    plan.options = {{u"server"_s, Cli::tr("Of this server alone."), u"NAME"_s}, {u"date"_s, Cli::tr("By the end of this day."), u"DATE"_s},
                    {u"make"_s, Cli::tr("Stores the plan, to be applied exactly as it is.")}};
    plan.details = Cli::tr("Only servers on which retention is on have anything due.");
    plan.prepare = [](const QCommandLineParser &given) { return prepareForecast(given, false); };
    return plan;
}

CommandSpec simulateSpec()
{
    CommandSpec simulate = retentionSpec({u"simulate"_s}, Cli::tr("[--server NAME] [--date DATE] [--days N] [--calendar]"),
                                         Cli::tr("Tells what would go if retention were on. Changes nothing."), 0, 0);
    simulate.options = {{u"server"_s, Cli::tr("Of this server alone."), u"NAME"_s}, {u"date"_s, Cli::tr("By the end of this day."), u"DATE"_s},
                        {u"days"_s, Cli::tr("As if recordings of the server went so many days after they were made."), u"N"_s},
                        {u"calendar"_s, Cli::tr("Day by day over a year, with the space that it frees.")}};
    simulate.prepare = [](const QCommandLineParser &given) { return prepareForecast(given, true); };
    return simulate;
}

CommandSpec onSpec()
{
    CommandSpec on = retentionSpec({u"on"_s}, Cli::tr("SERVER (--dry-run | --confirm COUNT)"), Cli::tr("Switches retention on for a server."), 1, 1);
    on.options = {confirmOption(), {u"dry-run"_s, Cli::tr("Only lists the recordings that would go, at once and in time.")}};
    on.prepare = [](const QCommandLineParser &given) -> Prepared {
        const auto typed = confirmedNumber(given);
        if (const auto *wrong = std::get_if<UsageError>(&typed))
            return *wrong;
        return CommandFactory([server = given.positionalArguments().at(2), isDryRun = given.isSet(u"dry-run"_s),
                               number = std::get<std::optional<qint64>>(typed)](Session &session) {
            return std::make_unique<SwitchCommand>(session, server, true, isDryRun, number);
        });
    };
    return on;
}

CommandSpec offSpec()
{
    CommandSpec off = retentionSpec({u"off"_s}, Cli::tr("SERVER"), Cli::tr("Switches retention off for a server: nothing goes any more."), 1, 1);
    off.prepare = [](const QCommandLineParser &given) -> Prepared {
        return CommandFactory([server = given.positionalArguments().at(2)](Session &session) {
            return std::make_unique<SwitchCommand>(session, server, false, false, std::nullopt);
        });
    };
    return off;
}

Prepared prepareParameters(const QCommandLineParser &given)
{
    std::optional<QList<int>> warnings;
    if (given.isSet(u"warn"_s)) {
        warnings.emplace();
        for (const QString &days : given.value(u"warn"_s).split(u',', Qt::SkipEmptyParts))
            *warnings += days.trimmed().toInt();
    }
    std::array<std::optional<qint64>, 3> numbers;
    const std::array<QString, 3> names{u"grace"_s, u"limit-percent"_s, u"limit-count"_s};
    for (size_t at = 0; at < names.size(); ++at) {
        const auto value = numberOf(given, names[at], 0);
        if (const auto *wrong = std::get_if<UsageError>(&value))
            return *wrong;
        numbers[at] = std::get<std::optional<qint64>>(value);
    }
    std::optional<bool> two;
    if (given.isSet(u"two-people"_s) || given.isSet(u"one-person"_s))
        two = given.isSet(u"two-people"_s);
    const auto change = [=](RetentionParameters &parameters) {
        const auto bounded = [](qint64 value) { return int(std::min<qint64>(value, std::numeric_limits<int>::max())); };
        parameters.warningDays = warnings.value_or(parameters.warningDays);
        parameters.graceDays = bounded(numbers[0].value_or(parameters.graceDays));
        parameters.limitPercent = bounded(numbers[1].value_or(parameters.limitPercent));
        parameters.limitCount = bounded(numbers[2].value_or(parameters.limitCount));
        parameters.twoPeoplePurge = two.value_or(parameters.twoPeoplePurge);
    };
    RetentionParameters tried;
    change(tried);
    if (!isWellFormed(tried))
        return UsageError{Cli::tr("Warnings are days before a recording goes, most first: 30,7,1. The grace period has at most 3650 days.")};
    return CommandFactory([change, server = given.positionalArguments().at(2)](Session &session) {
        return std::make_unique<ParametersCommand>(session, server, change);
    });
}

CommandSpec parametersSpec()
{
    CommandSpec parameters = retentionSpec({u"parameters"_s}, Cli::tr("SERVER [option …]"), Cli::tr("Sets how retention runs on a server."), 1, 1);
    parameters.options = {{u"warn"_s, Cli::tr("Days before a recording goes on which to warn."), u"30,7,1"_s},
                          {u"grace"_s, Cli::tr("Days in the trash."), u"DAYS"_s},
                          {u"limit-percent"_s, Cli::tr("A plan of more of the server's recordings asks, …"), u"PERCENT"_s},
                          {u"limit-count"_s, Cli::tr("… where it is more than this, too."), u"COUNT"_s},
                          {u"two-people"_s, Cli::tr("What one person lets go for good another approves.")},
                          {u"one-person"_s, Cli::tr("One person is enough.")}};
    parameters.prepare = prepareParameters;
    return parameters;
}

CommandSpec zoneSpec()
{
    CommandSpec zone = retentionSpec({u"zone"_s}, Cli::tr("[ZONE] [--confirm COUNT]"), Cli::tr("Shows or sets whose days retention counts, such as Europe/Moscow."), 0, 1);
    zone.options = {confirmOption()};
    zone.prepare = [](const QCommandLineParser &given) -> Prepared {
        const auto typed = confirmedNumber(given);
        if (const auto *wrong = std::get_if<UsageError>(&typed))
            return *wrong;
        return CommandFactory([name = given.positionalArguments().value(2), number = std::get<std::optional<qint64>>(typed)](Session &session) {
            return std::make_unique<ZoneCommand>(session, name, number);
        });
    };
    return zone;
}

CommandSpec noticesSpec()
{
    CommandSpec notices = retentionSpec({u"notices"_s}, Cli::tr("[--dismiss NUMBER] [--all]"), Cli::tr("Lists the warnings before recordings go."), 0, 0);
    notices.options = {{u"dismiss"_s, Cli::tr("This one has been seen."), u"NUMBER"_s}, {u"all"_s, Cli::tr("Also those that have been seen.")}};
    notices.prepare = [](const QCommandLineParser &given) -> Prepared {
        const auto number = numberOf(given, u"dismiss"_s, 1);
        if (const auto *wrong = std::get_if<UsageError>(&number))
            return *wrong;
        const auto value = std::get<std::optional<qint64>>(number);
        const std::optional<NoticeId> dismissed = value ? std::optional(NoticeId{*value}) : std::nullopt;
        return CommandFactory([dismissed, all = given.isSet(u"all"_s)](Session &session) {
            return std::make_unique<NoticesCommand>(session, dismissed, all);
        });
    };
    return notices;
}
} // namespace

QList<CommandSpec> retentionRunSpecs()
{
    return {planSpec(), simulateSpec(), onSpec(), offSpec(), parametersSpec(), zoneSpec(), noticesSpec()};
}

} // namespace letopis::cli
