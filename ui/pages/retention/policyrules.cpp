#include "ui/pages/retention/policyrules.h"

#include "core/base/whendone.h"
#include "core/workspace/retentiondesk.h"
#include "core/workspace/workspace.h"
#include "ui/forms/retention/forecastdialog.h"
#include "ui/forms/retention/policydialog.h"
#include "ui/forms/retention/timezonedialog.h"
#include "ui/models/foldertreemodel.h"
#include "ui/text/retentiontext.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/questions.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>
#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

PolicyRules::PolicyRules(const AccessParts &parts, MessageBar &messages, QWidget *parent)
    : RulesSection(parts, messages, tr("Policies"), parent)
    , m_folders(new FolderTreeModel(parts.workspace.folders(), parts.actor, this))
{
    setObjectName(u"policyRules"_s);
    makeTable(u"policyTable"_s, {tr("Name"), tr("Recordings"), tr("To the trash"), tr("In force")}, {3, 4, 6});
    note().setObjectName(u"policyNote"_s);
    m_add = addButton(u"addPolicy"_s, tr("&Add…"), [this] { edit(-1); });
    m_edit = addButton(u"editPolicy"_s, tr("Ed&it…"), [this] { edit(current()); });
    m_remove = addButton(u"removePolicy"_s, tr("Re&move"), [this] { remove(); });
    m_toggle = addButton(u"togglePolicy"_s, tr("Suspe&nd"), [this] { toggle(); });
    m_up = addButton(u"policyUp"_s, tr("Move up"), [this] { shift(-1); });
    m_down = addButton(u"policyDown"_s, tr("Move down"), [this] { shift(1); });
    addStretch();
    m_changeZone = addButton(u"changeZone"_s, tr("&Time zone…"), [this] { changeZone(); });
    connect(&table(), &PlainTable::opened, m_edit, &QPushButton::click);
    const auto key = [this](const QKeySequence &keys, QPushButton *button) {
        auto *shortcut = new QShortcut(keys, &table(), nullptr, nullptr, Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, button, &QPushButton::click);
    };
    key(Qt::Key_Delete, m_remove);
    key(QKeySequence(Qt::ALT | Qt::Key_Up), m_up);
    key(QKeySequence(Qt::ALT | Qt::Key_Down), m_down);
    connect(m_folders, &FolderTreeModel::read, this, &PolicyRules::show);
}

void PolicyRules::read()
{
    m_folders->reload();
    readZone();
    whenDone(parts().workspace.retention().policies(parts().actor), this, [this, generation = ++m_generation](const Result<Policies> &policies) {
        if (generation != m_generation)
            return;
        if (!policies)
            return tellReading(policies.error());
        m_policies = *policies;
        m_isKnown = true;
        show();
        if (m_wanted >= 0 && m_wanted < m_policies.size())
            selectRow(std::exchange(m_wanted, -1));
    });
}

void PolicyRules::readZone()
{
    whenDone(parts().workspace.retention().timeZone(parts().actor), this, [this](const Result<QByteArray> &zone) {
        m_zone = zone.value_or({});
        updateButtons();
    });
}

void PolicyRules::setServers(const QList<ServerRetention> &servers)
{
    m_servers = servers;
    show();
}

QString PolicyRules::serverName(ServerId server) const
{
    const auto found = std::find_if(m_servers.begin(), m_servers.end(), [server](const auto &one) { return one.server == server; });
    return found == m_servers.end() ? tr("number %1").arg(server.value) : found->name;
}

void PolicyRules::show()
{
    if (!m_isKnown)
        return;
    QList<QStringList> rows;
    QStringList keys;
    for (const RetentionPolicy &policy : std::as_const(m_policies)) {
        const QString path = m_folders->path(policy.scope.folder);
        rows += QStringList{policy.name, scopeText(policy.scope, serverName(policy.scope.server), path.isEmpty() ? tr("(not seen by you)") : path),
                            ruleText(policy.rule), policy.isEnabled ? tr("yes") : tr("no")};
        keys += policy.uuid;
    }
    setRows(rows, keys, tr("No policy yet: without one nothing goes by itself."));
}

void PolicyRules::updateButtons()
{
    const int row = current();
    const bool isChosen = row >= 0 && row < m_policies.size() && !m_isBusy;
    enable(m_add, !m_isBusy && m_policies.size() < RetentionPolicy::maxPolicies);
    enable(m_edit, isChosen);
    enable(m_remove, isChosen);
    enable(m_toggle, isChosen);
    m_toggle->setText(isChosen && !m_policies.at(row).isEnabled ? tr("Put i&n force") : tr("Suspe&nd"));
    enable(m_up, isChosen && row > 0);
    enable(m_down, isChosen && row + 1 < m_policies.size());
    enable(m_changeZone, !m_isBusy && !m_zone.isEmpty());
    const QString nearest = tr("The nearest policy decides: a meeting's before a filter's, before a folder's, before a server's; of equal ones the upper.");
    note().setText(m_zone.isEmpty() ? nearest : nearest + u' ' + tr("Days are those of the time zone %1.").arg(QString::fromLatin1(m_zone)));
    note().setVisible(isRead());
}

void PolicyRules::edit(int row)
{
    if (m_isBusy || row >= m_policies.size() || !isRead())
        return;
    auto *dialog = new PolicyDialog(parts(), m_servers, row < 0 ? std::nullopt : std::optional(m_policies.at(row)), this);
    connect(dialog, &PolicyDialog::confirmed, this, [this, dialog](const RetentionPolicy &policy) { save(*dialog, policy); });
    dialog->open();
}

// In the place it has by now; one that somebody removed meanwhile is a new one again.
void PolicyRules::save(PolicyDialog &dialog, const RetentionPolicy &policy)
{
    Policies after = m_policies;
    const auto found = std::find_if(after.begin(), after.end(), [&](const auto &one) { return policy.id.isValid() && one.id == policy.id; });
    const int row = static_cast<int>(found - after.begin());
    const bool isNew = found == after.end();
    if (isNew) {
        after += policy;
        after.last().id = {};
        after.last().uuid.clear();
    } else {
        *found = policy;
    }
    const QString what = isNew ? tr("The policy “%1” is added.") : tr("The policy “%1” is changed.");
    const Policies before = m_policies;
    store(&dialog, after, what.arg(policy.name), [this, alive = QPointer(&dialog), what = what.arg(policy.name), before, row](const Result<> &done) {
        if (done) {
            m_wanted = row;
            sayChanged(what, before);
        } else if (done.error().kind == ErrorKind::ContentMismatch) {
            read(); // the next try is against what is stored now
        }
        if (alive)
            alive->onStored(done ? std::nullopt : std::optional(done.error()));
    });
}

void PolicyRules::store(QWidget *over, const Policies &after, const QString &what, const Done &done)
{
    m_isBusy = true;
    updateButtons();
    RetentionDesk &desk = parts().workspace.retention();
    const Actor actor = parts().actor;
    const RetentionChange change{
        .title = tr("What would go"),
        .text = what + u' ' + tr("On the servers where auto-deletion is on, this would go earlier than now, or at all:"),
        .accept = tr("&Save"),
        .preview = [&desk, actor, after] { return desk.previewPolicies(actor, after); },
        .store = [&desk, actor, before = m_policies, after](std::optional<qint64> typed) { return desk.setPolicies(actor, before, after, typed); },
        .isAlwaysShown = false};
    confirmAndStore(parts(), over, change, [this, done](const Result<> &result) {
        m_isBusy = false;
        updateButtons();
        done(result);
    });
}

void PolicyRules::change(const Policies &after, const QString &what, const QString &said, int row)
{
    store(this, after, what, [this, said, row, before = m_policies](const Result<> &done) {
        if (!done) {
            tell(done.error());
            return done.error().kind == ErrorKind::ContentMismatch ? read() : void();
        }
        m_wanted = row;
        sayChanged(said, before);
        table().setFocus();
    });
}

void PolicyRules::sayChanged(const QString &done, const Policies &before)
{
    say(done, [this, before] { undo(before); });
}

// As they were before; those that were removed come back as new ones.
void PolicyRules::undo(const Policies &before)
{
    Policies after = before;
    for (RetentionPolicy &policy : after) {
        const bool isThere = std::any_of(m_policies.begin(), m_policies.end(), [&](const auto &one) { return one.id == policy.id; });
        if (!isThere) {
            policy.id = {};
            policy.uuid.clear();
        }
    }
    store(this, after, tr("The policies are put back as they were."), [this](const Result<> &done) {
        if (!done)
            return tell(done.error());
        say(tr("The policies are as they were."));
    });
}

void PolicyRules::remove()
{
    if (!m_remove->isEnabled())
        return;
    const int row = current();
    const QString name = m_policies.at(row).name;
    Question question;
    question.title = tr("Remove the policy");
    question.text = tr("Remove the policy “%1”?").arg(name);
    question.details = tr("What it was about is then decided by the next nearest policy, or stays.");
    question.answers = {tr("&Remove")};
    question.defaultAnswer = 0;
    parts().questions.ask(this, question, [this, name, id = m_policies.at(row).id, row](int answer) {
        Policies after = m_policies;
        after.removeIf([id](const RetentionPolicy &policy) { return policy.id == id; });
        if (answer == 0 && !m_isBusy)
            change(after, tr("The policy “%1” is removed.").arg(name), tr("The policy “%1” is removed.").arg(name), row);
    });
}

void PolicyRules::shift(int by)
{
    const int row = current();
    if (m_isBusy || row < 0 || row + by < 0 || row + by >= m_policies.size())
        return;
    Policies after = m_policies;
    after.move(row, row + by);
    const QString name = m_policies.at(row).name;
    const QString what = by < 0 ? tr("The policy “%1” is moved up.") : tr("The policy “%1” is moved down.");
    change(after, what.arg(name), what.arg(name), row + by);
}

void PolicyRules::toggle()
{
    const int row = current();
    if (!m_toggle->isEnabled() || row < 0)
        return;
    Policies after = m_policies;
    after[row].isEnabled = !after[row].isEnabled;
    const QString what = after[row].isEnabled ? tr("The policy “%1” is in force.") : tr("The policy “%1” is suspended.");
    change(after, what.arg(after[row].name), what.arg(after[row].name), row);
}

void PolicyRules::changeZone()
{
    auto *dialog = new TimeZoneDialog(m_zone, this);
    connect(dialog, &TimeZoneDialog::chosen, this, [this, dialog](const QByteArray &zone) {
        RetentionDesk &desk = parts().workspace.retention();
        const Actor actor = parts().actor;
        const RetentionChange change{
            .title = tr("Time zone of the policies"),
            .text = tr("Days begin as in %1.").arg(QString::fromLatin1(zone)),
            .accept = tr("C&hange"),
            .preview = {},
            .store = [&desk, actor, before = m_zone, zone](std::optional<qint64> typed) { return desk.setTimeZone(actor, before, zone, typed); },
            .isAlwaysShown = false};
        confirmAndStore(parts(), dialog, change, [this, dialog, zone](const Result<> &done) {
            if (!done && done.error().kind == ErrorKind::Cancelled)
                return;
            if (!done)
                return dialog->showProblem(errorParagraph(retentionErrorText(done.error())));
            dialog->accept();
            say(tr("Days are now those of %1.").arg(QString::fromLatin1(zone)));
        });
    });
    dialog->open();
}

} // namespace letopis
