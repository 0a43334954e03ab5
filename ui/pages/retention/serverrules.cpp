#include "ui/pages/retention/serverrules.h"

#include "core/base/whendone.h"
#include "core/workspace/audittrail.h"
#include "core/workspace/retentiondesk.h"
#include "core/workspace/workspace.h"
#include "ui/forms/retention/forecastdialog.h"
#include "ui/forms/retention/parametersdialog.h"
#include "ui/text/quantities.h"
#include "ui/text/retentiontext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/questions.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

using Guard = RetentionGuard::Kind;

bool has(const QList<RetentionGuard> &guards, Guard kind)
{
    return std::any_of(guards.begin(), guards.end(), [kind](const RetentionGuard &guard) { return guard.kind == kind; });
}

QStringList rowOf(const ServerRetention &server)
{
    const RetentionParameters &with = server.parameters;
    return {server.name,
            server.isOn ? ServerRules::tr("on") : ServerRules::tr("off"),
            warningDaysText(with.warningDays),
            numberText(with.graceDays),
            limitText(with),
            with.twoPeoplePurge ? ServerRules::tr("two people") : ServerRules::tr("one person")};
}

} // namespace

ServerRules::ServerRules(const AccessParts &parts, MessageBar &messages, QWidget *parent)
    : RulesSection(parts, messages, tr("Servers"), parent), m_stops(new ProblemLabel)
{
    setObjectName(u"serverRules"_s);
    m_stops->setObjectName(u"serverStops"_s);
    column().insertWidget(column().indexOf(&note()) + 1, m_stops);
    makeTable(u"serverRuleTable"_s, {tr("Server"), tr("Auto-deletion"), tr("Warnings, days before"), tr("Days in the trash"), tr("Limit of a run"), tr("Deletes for good")},
              {1}, {3});
    note().setObjectName(u"serverRuleNote"_s);
    m_switch = addButton(u"switchServer"_s, tr("S&witch on…"), [this] { toggle(); });
    m_edit = addButton(u"serverParameters"_s, tr("&Parameters…"), [this] { edit(); });
    m_mend = addButton(u"mendGuard"_s, tr("S&ync now"), [this] { mend(); });
    addStretch();
    connect(&table(), &PlainTable::opened, m_edit, &QPushButton::click);
    connect(&parts.workspace.audit(), &AuditTrail::catalogAgeKnown, this, &ServerRules::readGuards);
}

void ServerRules::read()
{
    whenDone(parts().workspace.retention().servers(parts().actor), this,
             [this, generation = ++m_generation](const Result<QList<ServerRetention>> &servers) {
                 if (generation != m_generation)
                     return;
                 if (!servers)
                     return tellReading(servers.error());
                 onRead(*servers);
             });
}

void ServerRules::onRead(const QList<ServerRetention> &servers)
{
    m_servers = servers;
    QList<QStringList> rows;
    QStringList keys;
    for (const ServerRetention &server : servers) {
        rows += rowOf(server);
        keys += QString::number(server.server.value);
    }
    setRows(rows, keys, tr("No server is connected. Auto-deletion starts with one."));
    readGuards();
    Q_EMIT serversRead();
}

void ServerRules::readGuards()
{
    for (const ServerRetention &server : m_servers) {
        whenDone(parts().workspace.retention().guards(parts().actor, server.server), this,
                 [this, id = server.server](const Result<QList<RetentionGuard>> &guards) {
                     m_guards[id] = guards.value_or({}); // what could not be asked stops a plan all the same
                     updateButtons();
                 });
    }
}

const ServerRetention *ServerRules::chosen() const
{
    return current() >= 0 && current() < m_servers.size() ? &m_servers.at(current()) : nullptr;
}

void ServerRules::updateButtons()
{
    const ServerRetention *server = chosen();
    m_switch->setText(server && server->isOn ? tr("S&witch off…") : tr("S&witch on…"));
    enable(m_switch, server && !m_isBusy);
    enable(m_edit, server && !m_isBusy);
    const QList<RetentionGuard> guards = server ? m_guards.value(server->server) : QList<RetentionGuard>();
    const bool isOld = has(guards, Guard::CatalogRestored);
    m_mend->setVisible(server && (isOld || has(guards, Guard::CatalogNotSynced)));
    m_mend->setText(isOld ? tr("&Keep this catalog…") : tr("S&ync now"));
    enable(m_mend, server && !m_isBusy);
    showNote();
}

void ServerRules::showNote()
{
    const ServerRetention *server = chosen();
    note().setVisible(server);
    note().setText(server ? switchText(*server) : QString());
    QStringList stops;
    for (const RetentionGuard &guard : server ? m_guards.value(server->server) : QList<RetentionGuard>()) {
        if (guard.kind != Guard::SwitchedOff) // said already
            stops += tr("Nothing is deleted there now: %1 %2").arg(guardText(guard), guardAdvice(guard));
    }
    m_stops->setWarning(stops.join(u'\n'));
}

void ServerRules::toggle()
{
    if (const ServerRetention *server = chosen()) {
        if (server->isOn)
            switchOff(*server);
        else
            switchOn(*server);
    }
}

void ServerRules::switchOn(const ServerRetention &server)
{
    m_isBusy = true;
    updateButtons();
    RetentionDesk &desk = parts().workspace.retention();
    const Actor actor = parts().actor;
    const RetentionChange change{
        .title = tr("Switch auto-deletion on"),
        .text = tr("By the policies as they are, this would go from %1, now and in time. Nothing goes at once: a plan is made, and you see it first.").arg(server.name),
        .accept = tr("S&witch on"),
        .preview = [&desk, actor, id = server.server] { return desk.previewActivation(actor, id); },
        .store = [&desk, actor, id = server.server](std::optional<qint64> typed) { return desk.activate(actor, id, typed); },
        .isAlwaysShown = true};
    confirmAndStore(parts(), this, change, [this, name = server.name](const Result<> &done) {
        m_isBusy = false;
        updateButtons();
        if (!done)
            return tell(done.error());
        say(tr("Auto-deletion is switched on: %1.").arg(name));
    });
}

void ServerRules::switchOff(const ServerRetention &server)
{
    Question question;
    question.title = tr("Switch auto-deletion off");
    question.text = tr("Switch auto-deletion off on %1?").arg(server.name);
    question.details = tr("From then on nothing goes by itself there. What is in the trash stays there. To switch it on again you look at what would go, as the "
                          "first time.");
    question.answers = {tr("S&witch off")};
    question.defaultAnswer = 0;
    parts().questions.ask(this, question, [this, id = server.server, name = server.name](int answer) {
        if (answer != 0)
            return;
        whenDone(parts().workspace.retention().deactivate(parts().actor, id), this, [this, name](const Result<> &done) {
            if (!done)
                return tell(done.error());
            say(tr("Auto-deletion is switched off: %1.").arg(name));
        });
    });
}

void ServerRules::edit()
{
    const ServerRetention *server = chosen();
    if (!server)
        return;
    auto *dialog = new ParametersDialog(parts(), *server, this);
    connect(dialog, &ParametersDialog::stored, this, [this, server = *server](const RetentionParameters &before, const RetentionParameters &after) {
        say(tr("The parameters of %1 are saved.").arg(server.name), [this, server, before, after] { setParameters(server, after, before); });
    });
    dialog->open();
}

void ServerRules::setParameters(const ServerRetention &server, const RetentionParameters &before, const RetentionParameters &after)
{
    whenDone(parts().workspace.retention().setParameters(parts().actor, server.server, before, after), this, [this, server](const Result<> &done) {
        if (!done)
            return tell(done.error());
        say(tr("The parameters of %1 are as they were.").arg(server.name));
    });
}

void ServerRules::mend()
{
    const ServerRetention *server = chosen();
    if (!server)
        return;
    if (!has(m_guards.value(server->server), Guard::CatalogRestored)) {
        parts().workspace.startSync(parts().actor, server->server);
        return say(tr("A sync of %1 has begun.").arg(server->name));
    }
    Question question;
    question.title = tr("Is this the right catalog?");
    question.text = tr("This profile has seen a newer catalog than this one.");
    question.details = tr("If it was restored from a backup on purpose, say so: auto-deletion then goes by this catalog, and the journal tells who said so. If "
                          "not, quit Letopis and look for the newer one.");
    question.answers = {tr("It is the &right one")};
    question.isDangerous = true;
    parts().questions.ask(this, question, [this](int answer) {
        if (answer != 0)
            return;
        whenDone(parts().workspace.audit().acceptCatalog(parts().actor), this, [this](const Result<AuditAnchor> &accepted) {
            if (!accepted)
                return tell(accepted.error());
            say(tr("From now on this catalog counts."));
            readGuards();
        });
    });
}

} // namespace letopis
