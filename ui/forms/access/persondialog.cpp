#include "ui/forms/access/persondialog.h"

#include "core/base/whendone.h"
#include "ui/forms/access/externalidfields.h"
#include "ui/text/peopletext.h"
#include "ui/text/refusaltext.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <array>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::array roles{Role::Viewer, Role::Moderator, Role::LimitedAdministrator, Role::Administrator};
constexpr std::array switches{AdminSwitch::People, AdminSwitch::Permissions, AdminSwitch::Retention, AdminSwitch::Reports};
constexpr int longestEmail = 320;

} // namespace

PersonDialog::PersonDialog(const Parts &parts, const Subject &subject, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_subject(subject)
    , m_messages(new MessageBar)
    , m_name(new QLineEdit(subject.person.name))
    , m_login(new QLineEdit(subject.person.login))
    , m_email(new QLineEdit(subject.person.email))
    , m_role(new QComboBox)
    , m_roleText(makeTextLabel(u"personRoleText"_s))
    , m_switches(buildSwitches())
    , m_language(new QComboBox)
    , m_ids(new ExternalIdFields(subject.servers))
    , m_isBlocked(new QCheckBox(tr("&Blocked: cannot sign in and sees nothing")))
    , m_nameProblem(new ProblemLabel)
    , m_loginProblem(new ProblemLabel)
    , m_emailProblem(new ProblemLabel)
    , m_idProblem(new ProblemLabel)
{
    setObjectName(u"personDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(isNew() ? tr("Add a person") : tr("Edit person"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(isNew() ? tr("&Add person") : tr("&Save"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"acceptPerson"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(m_messages);
    layout->addLayout(buildForm());
    layout->addStretch(1);
    layout->addWidget(buttons);
    m_ids->followOnTab(m_language);
    orderTabs(*buttons);
    m_accept->setDefault(true); // once it is in the dialog: else the first one is
    setMinimumWidth(540);
    m_shown = edited();
    connect(buttons, &QDialogButtonBox::accepted, this, &PersonDialog::store);
    connect(buttons, &QDialogButtonBox::rejected, this, &PersonDialog::reject);
    connectFields();
    updateRole();
    updateButtons();
    m_name->setFocus();
}

QGroupBox *PersonDialog::buildSwitches()
{
    auto *box = new QGroupBox(tr("May manage"));
    box->setObjectName(u"adminSwitches"_s);
    auto *layout = new QVBoxLayout(box);
    layout->setSpacing(4);
    for (const AdminSwitch one : switches) {
        auto *check = new QCheckBox(adminSwitchText(one));
        check->setObjectName(u"switch-"_s + adminSwitchNames(one).value(0));
        check->setChecked(m_subject.person.switches.testFlag(one));
        layout->addWidget(check);
        m_switchBoxes += {one, check};
        connect(check, &QCheckBox::toggled, this, &PersonDialog::onEdited);
    }
    box->setEnabled(m_subject.authority == PeopleAuthority::Everybody);
    if (!box->isEnabled())
        box->setToolTip(plainToolTip(refusalText({Capability::ManagePeople, Refusal::Role})));
    return box;
}

QFormLayout *PersonDialog::buildForm()
{
    m_name->setObjectName(u"personName"_s);
    m_name->setMaxLength(maxPersonName);
    m_login->setObjectName(u"personLogin"_s);
    m_login->setMaxLength(maxLogin);
    m_login->setPlaceholderText(tr("Without one they cannot sign in"));
    m_email->setObjectName(u"personEmail"_s);
    m_email->setMaxLength(longestEmail);
    m_role->setObjectName(u"personRole"_s);
    m_language->setObjectName(u"personLanguage"_s);
    m_isBlocked->setObjectName(u"personBlocked"_s);
    m_isBlocked->setChecked(m_subject.person.isBlocked);
    m_nameProblem->setObjectName(u"personNameProblem"_s);
    m_loginProblem->setObjectName(u"personLoginProblem"_s);
    m_emailProblem->setObjectName(u"personEmailProblem"_s);
    m_idProblem->setObjectName(u"personIdProblem"_s);
    fillRoles();
    for (const QString &code : {QString(), u"en"_s, u"ru"_s})
        m_language->addItem(languageText(code), code);
    if (m_language->findData(m_subject.person.language) < 0)
        m_language->addItem(languageText(m_subject.person.language), m_subject.person.language);
    m_language->setCurrentIndex(m_language->findData(m_subject.person.language));
    m_ids->setIds(m_subject.person.externalIds);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->setHorizontalSpacing(16);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addField(*form, tr("&Name:"), m_name, m_nameProblem);
    addField(*form, tr("&Login:"), m_login, m_loginProblem);
    addField(*form, tr("&E-mail:"), m_email, m_emailProblem);
    addField(*form, tr("&Role:"), m_role, m_roleText);
    form->addRow(QString(), m_switches);
    addField(*form, tr("Lan&guage:"), m_language, nullptr);
    addField(*form, tr("IDs at servers:"), m_ids, m_idProblem);
    form->addRow(QString(), m_isBlocked);
    return form;
}

void PersonDialog::fillRoles()
{
    const auto *model = qobject_cast<QStandardItemModel *>(m_role->model());
    for (const Role role : roles) {
        m_role->addItem(personRoleText(role), static_cast<int>(role));
        if (mayMake(m_subject.authority, role) || role == m_subject.person.role)
            continue;
        const int row = m_role->count() - 1;
        model->item(row)->setEnabled(false);
        m_role->setItemData(row, plainToolTip(refusalText({Capability::ManagePeople, Refusal::Role})), Qt::ToolTipRole);
    }
    m_role->setCurrentIndex(m_role->findData(static_cast<int>(m_subject.person.role)));
}

void PersonDialog::addField(QFormLayout &form, const QString &label, QWidget *field, QLabel *below)
{
    QString name = label;
    field->setAccessibleName(name.remove(u'&').remove(u':'));
    auto *text = new QLabel(label);
    if (label.contains(u'&'))
        text->setBuddy(field);
    if (!below)
        return form.addRow(text, field);
    auto *both = new QWidget;
    auto *layout = new QVBoxLayout(both);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addWidget(field);
    layout->addWidget(below);
    form.addRow(text, both);
}

void PersonDialog::connectFields()
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(200ms);
    connect(&m_delay, &QTimer::timeout, this, &PersonDialog::check);
    for (QLineEdit *field : {m_name, m_login, m_email})
        connect(field, &QLineEdit::textChanged, this, &PersonDialog::onEdited);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_isNameTouched = true; });
    connect(m_language, &QComboBox::currentIndexChanged, this, &PersonDialog::onEdited);
    connect(m_ids, &ExternalIdFields::edited, this, &PersonDialog::onEdited);
    connect(m_isBlocked, &QCheckBox::toggled, this, &PersonDialog::onEdited);
    connect(m_role, &QComboBox::currentIndexChanged, this, [this] {
        updateRole();
        onEdited();
    });
}

Person PersonDialog::edited() const
{
    Person person = m_subject.person;
    person.name = m_name->text().simplified();
    person.login = m_login->text().trimmed();
    person.email = m_email->text().trimmed();
    person.role = static_cast<Role>(m_role->currentData().toInt());
    person.language = m_language->currentData().toString();
    person.externalIds = m_ids->ids();
    person.isBlocked = m_isBlocked->isChecked();
    if (person.role == Role::LimitedAdministrator) {
        for (const auto &[one, box] : m_switchBoxes)
            person.switches.setFlag(one, box->isChecked());
    }
    return person;
}

void PersonDialog::updateRole()
{
    const auto role = static_cast<Role>(m_role->currentData().toInt());
    m_roleText->setText(personRoleExplanation(role));
    m_switches->setVisible(role == Role::LimitedAdministrator);
}

void PersonDialog::onEdited()
{
    m_hasProblem = false;
    updateButtons();
    m_delay.start();
}

void PersonDialog::check()
{
    whenDone(m_parts.directory.check(m_parts.actor, edited()), this,
             [this, generation = ++m_generation](const Result<QList<PersonProblem>> &problems) {
                 if (generation == m_generation && problems) // without an answer the directory says it when it is stored
                     showProblems(*problems);
             });
}

void PersonDialog::showProblems(const QList<PersonProblem> &problems)
{
    using Kind = PersonProblem::Kind;
    for (ProblemLabel *label : {m_nameProblem, m_loginProblem, m_emailProblem, m_idProblem})
        label->setProblem({});
    m_hasProblem = false;
    for (const PersonProblem &problem : problems) {
        m_hasProblem = m_hasProblem || !problem.isWarning();
        switch (problem.kind) {
        case Kind::NameMissing: // a form that nobody has touched does not complain
            if (isNew() && !m_isNameTouched)
                break;
            [[fallthrough]];
        case Kind::NameTooLong: m_nameProblem->setProblem(personProblemText(problem)); break;
        case Kind::LoginInvalid:
        case Kind::LoginTooLong:
        case Kind::LoginTaken: m_loginProblem->setProblem(personProblemText(problem)); break;
        case Kind::LoginLooksAlike:
            if (m_loginProblem->text().isEmpty())
                m_loginProblem->setWarning(personProblemText(problem));
            break;
        case Kind::EmailInvalid:
        case Kind::EmailTaken: m_emailProblem->setProblem(personProblemText(problem)); break;
        case Kind::ExternalIdTaken: m_idProblem->setProblem(personProblemText(problem)); break;
        }
    }
    updateButtons();
}

void PersonDialog::updateButtons()
{
    m_accept->setEnabled(!m_isStoring && !m_hasProblem && isDirty() && !m_name->text().simplified().isEmpty());
}

void PersonDialog::store()
{
    const Person person = edited();
    m_isStoring = true;
    m_messages->clear();
    updateButtons();
    if (isNew()) {
        whenDone(m_parts.directory.add(m_parts.actor, person), this, [this](const Result<PersonId> &added) { onStored(added); });
        return;
    }
    const auto stored = [this](const Result<> &updated) {
        onStored(updated ? Result<PersonId>(m_subject.person.id) : Result<PersonId>(updated.error()));
    };
    const Person &before = m_subject.person;
    const bool isStanding = person.role != before.role || person.switches != before.switches || person.isBlocked != before.isBlocked;
    if (!isStanding || !m_parts.storeStanding)
        return whenDone(m_parts.directory.update(m_parts.actor, person), this, stored);
    m_parts.storeStanding({person, this, stored, [this] {
                               m_isStoring = false;
                               updateButtons();
                           }});
}

void PersonDialog::onStored(const Result<PersonId> &result)
{
    m_isStoring = false;
    if (result) {
        Q_EMIT stored(*result, m_name->text().simplified());
        accept();
        return;
    }
    const Error &error = result.error();
    if (const auto *problems = std::any_cast<QList<PersonProblem>>(&error.evidence)) {
        m_isNameTouched = true;
        showProblems(*problems);
        return;
    }
    const bool isHeldHigher =
        error.kind == ErrorKind::InvalidInput && !error.evidence.has_value() && edited().role < m_subject.person.role;
    const ErrorText text = isHeldHigher
        ? ErrorText{tr("A group that this person is in gives a higher role."), tr("Take them out of that group first.")}
        : peopleErrorText(error);
    m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
    updateButtons();
}

void PersonDialog::reject()
{
    if (!isDirty() || m_isStoring) {
        QDialog::reject();
        return;
    }
    if (std::exchange(m_isAsking, true))
        return;
    Question question;
    question.title = windowTitle();
    question.text = tr("Discard what was typed?");
    question.details = tr("It is stored nowhere yet.");
    question.answers = {tr("&Discard")};
    question.isDangerous = true;
    m_parts.questions.ask(this, question, [this](int answer) {
        m_isAsking = false;
        if (answer == 0)
            QDialog::reject();
    });
}

} // namespace letopis
