#include "ui/forms/access/persondialog.h"

#include "core/base/whendone.h"
#include "ui/forms/access/externalidfields.h"
#include "ui/forms/owndraft.h"
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
#include <QJsonArray>
#include <QJsonObject>
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

QJsonObject jsonOf(const Person &person)
{
    QJsonArray ids;
    for (const auto &[server, id] : person.externalIds)
        ids += QJsonArray{server.value, id};
    return {{u"name"_s, person.name},
            {u"login"_s, person.login},
            {u"email"_s, person.email},
            {u"role"_s, roleName(person.role)},
            {u"switches"_s, QJsonArray::fromStringList(adminSwitchNames(person.switches))},
            {u"language"_s, person.language},
            {u"ids"_s, ids},
            {u"blocked"_s, person.isBlocked}};
}

// What it does not say stays as in `person`.
Person personOf(const QJsonObject &json, Person person)
{
    person.name = json[u"name"_s].toString(person.name).left(maxPersonName);
    person.login = json[u"login"_s].toString(person.login).left(maxLogin);
    person.email = json[u"email"_s].toString(person.email).left(longestEmail);
    person.role = roleFromName(json[u"role"_s].toString()).value_or(person.role);
    if (json.contains(u"switches"_s))
        person.switches = adminSwitchesFromNames(json[u"switches"_s].toVariant().toStringList()).value_or(person.switches);
    person.language = json[u"language"_s].toString(person.language);
    if (json.contains(u"ids"_s)) {
        person.externalIds.clear();
        for (const QJsonValue &one : json[u"ids"_s].toArray())
            person.externalIds += {ServerId{one[0].toInteger()}, one[1].toString()};
    }
    person.isBlocked = json[u"blocked"_s].toBool(person.isBlocked);
    return person;
}

} // namespace

PersonDialog::PersonDialog(const Parts &parts, const Subject &subject, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_closing(*this, parts.questions)
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
    if (m_draft)
        m_draft->typed();
}

void PersonDialog::keepDrafts(DraftBook &book)
{
    const QString form = u"person/"_s + (isNew() ? u"new"_s : m_subject.person.uuid);
    m_draft = new OwnDraft(book, m_parts.actor, form,
                           {.content = [this] { return draft(); },
                            .restore = [this](const QJsonObject &kept) { return restore(kept); },
                            .putBack = [this] { setFields(m_shown); }},
                           *m_messages, *this);
    m_draft->begin();
}

void PersonDialog::setFields(const Person &person)
{
    m_name->setText(person.name);
    m_login->setText(person.login);
    m_email->setText(person.email);
    m_role->setCurrentIndex(m_role->findData(static_cast<int>(person.role)));
    for (const auto &[one, box] : m_switchBoxes)
        box->setChecked(person.switches.testFlag(one));
    m_language->setCurrentIndex(std::max(0, m_language->findData(person.language)));
    m_ids->setIds(person.externalIds);
    m_isBlocked->setChecked(person.isBlocked);
    onEdited();
}

// Only what was typed, each beside what it was before: what somebody else changed meanwhile is not set back.
QJsonObject PersonDialog::draft() const
{
    const QJsonObject now = jsonOf(edited());
    const QJsonObject before = jsonOf(m_shown);
    QJsonObject typed;
    QJsonObject base;
    for (auto one = now.begin(); one != now.end(); ++one) {
        if (one.value() == before[one.key()])
            continue;
        typed.insert(one.key(), one.value());
        base.insert(one.key(), before[one.key()]);
    }
    return typed.isEmpty() ? QJsonObject() : QJsonObject{{u"typed"_s, typed}, {u"base"_s, base}, {u"name"_s, edited().name}};
}

QStringList PersonDialog::restore(const QJsonObject &draft)
{
    const QHash<QString, QString> names{{u"name"_s, m_name->accessibleName()},         {u"login"_s, m_login->accessibleName()},
                                        {u"email"_s, m_email->accessibleName()},       {u"role"_s, m_role->accessibleName()},
                                        {u"language"_s, m_language->accessibleName()}, {u"ids"_s, m_ids->accessibleName()},
                                        {u"switches"_s, m_switches->title()},          {u"blocked"_s, tr("Blocked")}};
    QJsonObject typed = draft[u"typed"_s].toObject();
    const QJsonObject base = draft[u"base"_s].toObject();
    const QJsonObject before = jsonOf(m_shown);
    const Role role = roleFromName(typed[u"role"_s].toString()).value_or(m_shown.role);
    if (role != m_shown.role && !mayMake(m_subject.authority, role)) // taken from them meanwhile
        typed.remove(u"role"_s);
    if (m_subject.authority != PeopleAuthority::Everybody)
        typed.remove(u"switches"_s);
    QStringList overtaken;
    for (auto one = typed.begin(); one != typed.end(); ++one) {
        if (before[one.key()] != base[one.key()] && before[one.key()] != one.value())
            overtaken += names.value(one.key(), one.key());
    }
    m_isNameTouched = true;
    setFields(personOf(typed, m_shown));
    return overtaken;
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
    if (m_isStoring)
        return; // how it ends would be told to nobody
    m_closing.close(isDirty());
}

} // namespace letopis
