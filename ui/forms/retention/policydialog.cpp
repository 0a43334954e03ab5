#include "ui/forms/retention/policydialog.h"

#include "core/base/clock.h"
#include "core/workspace/workspace.h"
#include "ui/forms/folders/folderdialog.h"
#include "ui/forms/owndraft.h"
#include "ui/forms/retention/conditionlines.h"
#include "ui/forms/retention/policydraft.h"
#include "ui/models/foldertreemodel.h"
#include "ui/text/dates.h"
#include "ui/text/retentiontext.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/dayedit.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

using Scope = RetentionScope::Kind;
using Rule = RetentionRule::Kind;

RetentionPolicy freshPolicy(const QList<ServerRetention> &servers)
{
    RetentionPolicy policy;
    policy.scope.kind = Scope::Server;
    if (servers.size() == 1)
        policy.scope.server = servers.first().server;
    policy.rule = {.kind = Rule::AfterRecording, .days = 365, .date = {}, .keepNewest = 0, .unpublishDays = 0};
    return policy;
}

bool isByDays(Rule kind)
{
    return kind == Rule::AfterRecording || kind == Rule::AfterLastView;
}

} // namespace

PolicyDialog::PolicyDialog(const AccessParts &parts, const QList<ServerRetention> &servers, const std::optional<RetentionPolicy> &policy, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_servers(servers)
    , m_initial(policy.value_or(freshPolicy(servers)))
    , m_folders(new FolderTreeModel(parts.workspace.folders(), parts.actor, this))
    , m_messages(new MessageBar)
    , m_name(new QLineEdit)
    , m_scope(new QComboBox)
    , m_server(new QComboBox)
    , m_meeting(new QLineEdit)
    , m_place(makeTextLabel(u"policyFolder"_s))
    , m_choose(new QPushButton(tr("C&hoose…")))
    , m_conditions(new ConditionLines)
    , m_rule(new QComboBox)
    , m_days(new QSpinBox)
    , m_date(new DayEdit)
    , m_keep(new QSpinBox)
    , m_unpublish(new QSpinBox)
    , m_enabled(new QCheckBox(tr("The policy is &in force")))
    , m_meaning(makeTextLabel(u"policyMeaning"_s))
    , m_problem(new ProblemLabel)
{
    setObjectName(u"policyDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(policy ? tr("Policy") : tr("New policy"));
    resize(720, 560);
    layOut();
    m_accept->setText(policy ? tr("Save &policy") : tr("Add &policy"));
    show(m_initial);
    const QString form = policy && !policy->uuid.isEmpty() ? u"retention/policy/"_s + policy->uuid : u"retention/policy"_s;
    m_draft = new OwnDraft(parts.workspace.drafts(), parts.actor, form,
                           {.content = [this] { return draft(); },
                            .restore =
                                [this](const QJsonObject &typed) {
                                    show(policyFromDraft(typed));
                                    return QStringList();
                                },
                            .putBack = [this] { show(m_initial); }},
                           *m_messages, *this);
    connectFields();
    m_folders->reload();
    update();
    m_draft->begin();
    m_name->setFocus();
}

void PolicyDialog::layOut()
{
    m_name->setObjectName(u"policyName"_s);
    m_name->setMaxLength(int(RetentionPolicy::maxName));
    m_enabled->setObjectName(u"policyEnabled"_s);
    m_problem->setObjectName(u"policyProblem"_s);
    m_form = new QFormLayout;
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(12);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(tr("&Name:"), m_name);
    m_name->setAccessibleName(tr("Name"));
    buildScope(*m_form);
    buildRule(*m_form);
    m_form->addRow(QString(), m_enabled);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"acceptPolicy"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_messages);
    layout->addLayout(m_form);
    layout->addStretch(1);
    layout->addWidget(m_meaning);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    m_conditions->followOnTab(m_choose);
    orderTabs(*buttons);
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        m_isStoring = true;
        m_messages->clear();
        update();
        Q_EMIT confirmed(policy());
    });
}

void PolicyDialog::buildScope(QFormLayout &form)
{
    m_scope->setObjectName(u"policyScope"_s);
    m_scope->setAccessibleName(tr("Recordings of"));
    for (const Scope kind : {Scope::Server, Scope::Folder, Scope::Meeting, Scope::Filter})
        m_scope->addItem(scopeKindText(kind), int(kind));
    m_server->setObjectName(u"policyServer"_s);
    m_server->setAccessibleName(tr("Server"));
    m_server->addItem(tr("Any server"), qint64(0));
    for (const ServerRetention &server : m_servers)
        m_server->addItem(server.name, server.server.value);
    m_meeting->setObjectName(u"policyMeeting"_s);
    m_meeting->setAccessibleName(tr("Meeting ID"));
    m_meeting->setMaxLength(int(RetentionPolicy::maxText));
    m_choose->setObjectName(u"choosePolicyFolder"_s);
    m_choose->setAutoDefault(false); // Enter means the policy
    m_folderRow = new QWidget;
    auto *place = new QHBoxLayout(m_folderRow);
    place->setContentsMargins({});
    place->addWidget(m_place, 1);
    place->addWidget(m_choose);
    form.addRow(tr("&Recordings of:"), m_scope);
    form.addRow(tr("&Server:"), m_server);
    form.addRow(tr("&Meeting ID:"), m_meeting);
    form.addRow(tr("Folder, with those below:"), m_folderRow);
    form.addRow(tr("All of these hold:"), m_conditions);
}

void PolicyDialog::buildRule(QFormLayout &form)
{
    m_rule->setObjectName(u"policyRule"_s);
    m_rule->setAccessibleName(tr("Go to the trash"));
    m_rule->addItem(tr("So many days after the recording"), int(Rule::AfterRecording));
    m_rule->addItem(tr("So many days after the last view"), int(Rule::AfterLastView));
    m_rule->addItem(tr("On a date, what was recorded before"), int(Rule::OnDate));
    m_rule->addItem(tr("Never"), int(Rule::Never));
    m_days->setObjectName(u"policyDays"_s);
    m_days->setAccessibleName(tr("Days"));
    m_days->setRange(0, RetentionPolicy::maxDays);
    m_days->setGroupSeparatorShown(true);
    m_date->setObjectName(u"policyDate"_s);
    m_date->setAccessibleName(tr("Date"));
    m_keep->setObjectName(u"policyKeep"_s);
    m_keep->setAccessibleName(tr("The newest of each meeting stay"));
    m_keep->setRange(0, RetentionPolicy::maxKept);
    //: None of the newest recordings is kept
    m_keep->setSpecialValueText(tr("none"));
    m_unpublish->setObjectName(u"policyUnpublish"_s);
    m_unpublish->setAccessibleName(tr("Unpublish so many days before"));
    m_unpublish->setRange(0, RetentionPolicy::maxDays);
    //: Recordings are not unpublished before they go
    m_unpublish->setSpecialValueText(tr("not before it goes"));
    form.addRow(tr("&Go to the trash:"), m_rule);
    form.addRow(tr("&Days:"), m_days);
    form.addRow(tr("Da&te:"), m_date);
    form.addRow(tr("The newest of each meeting that sta&y:"), m_keep);
    form.addRow(tr("&Unpublish so many days before:"), m_unpublish);
}

void PolicyDialog::connectFields()
{
    connect(m_folders, &FolderTreeModel::read, this, &PolicyDialog::update);
    connect(m_name, &QLineEdit::textChanged, this, &PolicyDialog::update);
    connect(m_meeting, &QLineEdit::textChanged, this, &PolicyDialog::update);
    for (QComboBox *box : {m_scope, m_server, m_rule})
        connect(box, &QComboBox::currentIndexChanged, this, &PolicyDialog::update);
    for (QSpinBox *spin : {m_days, m_keep, m_unpublish})
        connect(spin, &QSpinBox::valueChanged, this, &PolicyDialog::update);
    connect(m_date, &QDateEdit::dateChanged, this, &PolicyDialog::update);
    connect(m_enabled, &QCheckBox::toggled, this, &PolicyDialog::update);
    connect(m_conditions, &ConditionLines::edited, this, &PolicyDialog::update);
    connect(m_choose, &QPushButton::clicked, this, &PolicyDialog::chooseFolder);
}

void PolicyDialog::show(const RetentionPolicy &policy)
{
    m_folder = policy.scope.folder;
    m_name->setText(policy.name);
    m_scope->setCurrentIndex(m_scope->findData(int(policy.scope.kind)));
    chooseServer(policy.scope.server);
    m_meeting->setText(policy.scope.meetingId);
    m_conditions->setConditions(policy.scope.conditions.isEmpty() ? QList<RetentionCondition>{{}} : policy.scope.conditions);
    m_rule->setCurrentIndex(m_rule->findData(int(policy.rule.kind)));
    m_days->setValue(isByDays(policy.rule.kind) ? policy.rule.days : 365);
    m_date->setDate(policy.rule.date.isValid() ? policy.rule.date : localDate(m_parts.clock.now()).addMonths(1));
    m_keep->setValue(policy.rule.keepNewest);
    m_unpublish->setValue(policy.rule.unpublishDays);
    m_enabled->setChecked(policy.isEnabled);
    update();
}

// One that the list does not know, or not yet, stays the policy's all the same.
void PolicyDialog::chooseServer(ServerId server)
{
    if (m_server->findData(server.value) < 0)
        m_server->addItem(tr("Server number %1").arg(server.value), server.value);
    m_server->setCurrentIndex(m_server->findData(server.value));
}

void PolicyDialog::chooseFolder()
{
    const FolderDialog::Wording wording{
        .title = tr("Folder of the policy"), .text = tr("Which folder's recordings, and those below it?"), .accept = tr("&Choose")};
    const auto reason = [](const FolderTreeModel &, const FolderNode &) { return QString(); };
    auto *dialog = new FolderDialog(m_parts.workspace.folders(), m_parts.actor, wording, reason, m_folder, this);
    connect(dialog, &FolderDialog::chosen, this, [this](FolderId folder) {
        m_folder = folder;
        update();
    });
    dialog->open();
}

RetentionScope PolicyDialog::scope() const
{
    RetentionScope scope;
    scope.kind = static_cast<Scope>(m_scope->currentData().toInt());
    if (scope.kind != Scope::Folder)
        scope.server = {m_server->currentData().toLongLong()};
    if (scope.kind == Scope::Folder)
        scope.folder = m_folder;
    if (scope.kind == Scope::Meeting)
        scope.meetingId = m_meeting->text().trimmed();
    if (scope.kind == Scope::Filter)
        scope.conditions = m_conditions->conditions();
    return scope;
}

RetentionRule PolicyDialog::rule() const
{
    RetentionRule rule;
    rule.kind = static_cast<Rule>(m_rule->currentData().toInt());
    if (isByDays(rule.kind))
        rule.days = m_days->value();
    if (rule.kind == Rule::OnDate)
        rule.date = m_date->date();
    if (rule.kind != Rule::Never) {
        rule.keepNewest = m_keep->value();
        rule.unpublishDays = m_unpublish->value();
    }
    return rule;
}

RetentionPolicy PolicyDialog::policy() const
{
    RetentionPolicy policy = m_initial;
    policy.name = m_name->text().trimmed();
    policy.scope = scope();
    policy.rule = rule();
    policy.isEnabled = m_enabled->isChecked();
    return policy;
}

QJsonObject PolicyDialog::draft() const
{
    return policy() == m_initial ? QJsonObject() : policyDraft(policy());
}

QString PolicyDialog::problem(const RetentionPolicy &policy) const
{
    const RetentionScope &scope = policy.scope;
    if ((scope.kind == Scope::Server || scope.kind == Scope::Meeting) && !scope.server.isValid())
        return tr("Choose the server.");
    if (scope.kind == Scope::Meeting && scope.meetingId.isEmpty())
        return tr("Type the meeting's ID, as its server has it.");
    if (scope.kind == Scope::Folder && !scope.folder.isValid())
        return tr("Choose the folder.");
    if (scope.kind == Scope::Filter && scope.conditions.isEmpty())
        return tr("A filter needs a condition: without one it would be every recording.");
    if (scope.kind == Scope::Filter && !std::all_of(scope.conditions.begin(), scope.conditions.end(), [](const auto &one) { return isWellFormed(one); }))
        return tr("Fill in every condition, or remove it.");
    if (isByDays(policy.rule.kind) && policy.rule.unpublishDays > policy.rule.days)
        return tr("It cannot be unpublished before it is recorded: at most %1 days before.").arg(policy.rule.days);
    if (policy.name.isEmpty())
        return tr("Give the policy a name: forms and the journal tell it.");
    return isWellFormed(policy) ? QString() : tr("This is no policy.");
}

void PolicyDialog::update()
{
    const RetentionPolicy typed = policy();
    const Scope kind = typed.scope.kind;
    m_form->setRowVisible(m_server, kind != Scope::Folder);
    m_form->setRowVisible(m_meeting, kind == Scope::Meeting);
    m_form->setRowVisible(m_folderRow, kind == Scope::Folder);
    m_form->setRowVisible(m_conditions, kind == Scope::Filter);
    m_form->setRowVisible(m_days, isByDays(typed.rule.kind));
    m_form->setRowVisible(m_date, typed.rule.kind == Rule::OnDate);
    m_form->setRowVisible(m_keep, typed.rule.kind != Rule::Never);
    m_form->setRowVisible(m_unpublish, typed.rule.kind != Rule::Never);
    const QString path = m_folder.isValid() ? m_folders->path(m_folder) : QString();
    m_place->setText(!m_folder.isValid() ? tr("None chosen") : path.isEmpty() ? tr("A folder you cannot see") : path);
    const QString wrong = problem(typed);
    m_problem->setProblem(typed == m_initial ? QString() : wrong);
    //: %1: which recordings; %2: when
    m_meaning->setText(wrong.isEmpty() ? tr("%1. To the trash: %2.").arg(scopeText(typed.scope, m_server->currentText(), path), ruleText(typed.rule)) : QString());
    m_accept->setEnabled(!m_isStoring && wrong.isEmpty() && typed != m_initial);
    if (m_draft)
        m_draft->typed();
}

void PolicyDialog::onStored(const std::optional<Error> &error)
{
    m_isStoring = false;
    if (!error)
        return accept();
    update();
    if (error->kind == ErrorKind::Cancelled)
        return;
    const ErrorText text = retentionErrorText(*error);
    m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
}

} // namespace letopis
