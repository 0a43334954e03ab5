#include "ui/forms/customfieldsdialog.h"

#include "core/base/whendone.h"
#include "core/workspace/recordingeditor.h"
#include "core/workspace/workspace.h"
#include "ui/text/fieldtext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/problemlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr FieldType offeredTypes[] = {FieldType::Line, FieldType::Text, FieldType::Number, FieldType::Date, FieldType::Choice};

} // namespace

CustomFieldsDialog::CustomFieldsDialog(Workspace &workspace, Actor actor, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_actor(std::move(actor))
    , m_messages(new MessageBar)
    , m_list(new QListWidget)
    , m_label(new QLineEdit)
    , m_key(new QLineEdit)
    , m_type(new QComboBox)
    , m_choices(new QPlainTextEdit)
    , m_archived(new QCheckBox(tr("&Archived: no longer offered, values stay")))
    , m_problem(new ProblemLabel)
    , m_add(new QPushButton(themedIcon(u"add"), tr("Add a &field")))
    , m_up(new QPushButton(tr("Move &up")))
    , m_down(new QPushButton(tr("Move &down")))
    , m_save(new QPushButton(tr("&Save")))
{
    setObjectName(u"customFields"_s);
    setWindowTitle(tr("Custom fields"));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(buildList(), 2);
    columns->addWidget(buildForm(), 3);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_messages);
    layout->addLayout(columns, 1);
    layout->addWidget(buttons);
    resize(720, 460);
    connectForm();
    updateButtons();
    load({});
}

QWidget *CustomFieldsDialog::buildList()
{
    m_list->setObjectName(u"customFieldList"_s);
    m_list->setAccessibleName(windowTitle());
    m_add->setObjectName(u"addField"_s);
    m_up->setObjectName(u"moveFieldUp"_s);
    m_down->setObjectName(u"moveFieldDown"_s);
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->addWidget(m_list, 1);
    layout->addWidget(m_add);
    auto *order = new QHBoxLayout;
    order->addWidget(m_up);
    order->addWidget(m_down);
    layout->addLayout(order);
    for (QPushButton *button : {m_add, m_up, m_down})
        button->setAutoDefault(false);
    return side;
}

QWidget *CustomFieldsDialog::buildForm()
{
    m_label->setObjectName(u"customLabel"_s);
    m_label->setMaxLength(200);
    m_key->setObjectName(u"customKey"_s);
    m_type->setObjectName(u"customType"_s);
    m_choices->setObjectName(u"customChoices"_s);
    m_choices->setTabChangesFocus(true);
    m_choices->setPlaceholderText(tr("One on each line"));
    m_archived->setObjectName(u"customArchived"_s);
    m_problem->setObjectName(u"customProblem"_s);
    m_save->setObjectName(u"saveField"_s);
    m_save->setDefault(true);
    m_key->setToolTip(tr("How servers and the command line call the field. It stays for good."));
    for (const FieldType type : offeredTypes)
        m_type->addItem(fieldTypeText(type), static_cast<int>(type));
    auto *side = new QWidget;
    m_form = new QFormLayout(side);
    m_form->setContentsMargins({});
    m_form->setVerticalSpacing(8);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(tr("&Name:"), m_label);
    m_form->addRow(tr("&Key:"), m_key);
    m_form->addRow(tr("&Type:"), m_type);
    m_form->addRow(tr("&Choices:"), m_choices);
    m_form->addRow(QString(), m_archived);
    m_form->addRow(m_problem);
    m_form->addRow(QString(), m_save);
    side->setEnabled(false);
    return side;
}

void CustomFieldsDialog::connectForm()
{
    connect(m_add, &QPushButton::clicked, this, &CustomFieldsDialog::add);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_save, &QPushButton::clicked, this, &CustomFieldsDialog::save);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && row < m_fields.size())
            showField(m_fields.at(row), false);
    });
    connect(m_label, &QLineEdit::textEdited, this, [this](const QString &label) {
        if (m_isNew && !m_isKeyTyped)
            m_key->setText(customFieldKeyFor(label));
        onEdited();
    });
    connect(m_key, &QLineEdit::textEdited, this, [this](const QString &key) {
        m_isKeyTyped = !key.isEmpty();
        onEdited();
    });
    connect(m_type, &QComboBox::currentIndexChanged, this, &CustomFieldsDialog::onEdited);
    connect(m_choices, &QPlainTextEdit::textChanged, this, &CustomFieldsDialog::onEdited);
    connect(m_archived, &QCheckBox::toggled, this, &CustomFieldsDialog::onEdited);
}

void CustomFieldsDialog::load(const QString &select)
{
    whenDone(m_workspace.editor().fieldDefinitions(m_actor, true), this,
             [this, select](const Result<QList<FieldDefinition>> &definitions) {
                 if (!definitions) {
                     m_messages->showError(definitions.error());
                     m_messages->addAction(tr("T&ry again"), [this, select] {
                         m_messages->clear();
                         load(select);
                     });
                     return;
                 }
                 m_fields = *definitions;
                 m_fields.removeIf([](const FieldDefinition &one) { return !one.isCustom(); });
                 std::stable_sort(m_fields.begin(), m_fields.end(), [](const FieldDefinition &a, const FieldDefinition &b) {
                     return a.position < b.position;
                 });
                 showList(select);
             });
}

void CustomFieldsDialog::showList(const QString &select)
{
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const FieldDefinition &one : std::as_const(m_fields)) {
            auto *item = new QListWidgetItem(one.isArchived ? tr("%1 (archived)").arg(one.label) : one.label, m_list);
            item->setSizeHint({0, plainRowHeight(*m_list)});
        }
    }
    const auto wanted = std::find_if(m_fields.begin(), m_fields.end(),
                                     [&select](const FieldDefinition &one) { return one.id == select; });
    if (wanted != m_fields.end())
        m_list->setCurrentRow(static_cast<int>(wanted - m_fields.begin()));
    else if (!m_fields.isEmpty())
        m_list->setCurrentRow(0);
    updateButtons();
}

void CustomFieldsDialog::showField(const FieldDefinition &definition, bool isNew)
{
    const QSignalBlocker blockers[] = {QSignalBlocker(m_type), QSignalBlocker(m_choices), QSignalBlocker(m_archived)};
    m_shown = definition;
    m_isShown = true;
    m_isNew = isNew;
    m_isKeyTyped = !isNew;
    m_label->parentWidget()->setEnabled(true);
    m_label->setText(definition.label);
    m_key->setText(isNew ? QString() : definition.id.sliced(field::customPrefix.size()));
    m_key->setEnabled(isNew);
    m_type->setCurrentIndex(m_type->findData(static_cast<int>(definition.type)));
    m_type->setEnabled(isNew);
    m_choices->setPlainText(definition.choices.join(u'\n'));
    m_archived->setChecked(definition.isArchived);
    m_problem->setProblem({});
    m_form->setRowVisible(m_choices, definition.type == FieldType::Choice);
    m_form->setRowVisible(m_archived, !isNew);
    updateButtons();
}

FieldDefinition CustomFieldsDialog::edited() const
{
    FieldDefinition one = m_shown;
    one.label = m_label->text().trimmed();
    one.id = QString(field::customPrefix) + m_key->text().trimmed();
    one.type = static_cast<FieldType>(m_type->currentData().toInt());
    one.choices.clear();
    if (one.type == FieldType::Choice) {
        for (const QString &line : m_choices->toPlainText().split(u'\n')) {
            if (!line.trimmed().isEmpty())
                one.choices << line.trimmed();
        }
    }
    one.isArchived = m_archived->isChecked();
    return one;
}

void CustomFieldsDialog::onEdited()
{
    m_form->setRowVisible(m_choices, edited().type == FieldType::Choice);
    m_problem->setProblem({});
    updateButtons();
}

void CustomFieldsDialog::updateButtons()
{
    const int row = m_list->currentRow();
    m_save->setEnabled(isDirty());
    m_up->setEnabled(!m_isNew && row > 0);
    m_down->setEnabled(!m_isNew && row >= 0 && row + 1 < m_fields.size());
}

void CustomFieldsDialog::add()
{
    FieldDefinition fresh;
    fresh.id = field::customPrefix;
    fresh.position = m_fields.isEmpty() ? static_cast<int>(builtInFields().size()) : m_fields.last().position + 1;
    {
        const QSignalBlocker blocker(m_list);
        m_list->setCurrentRow(-1);
    }
    showField(fresh, true);
    m_label->setFocus();
}

void CustomFieldsDialog::save()
{
    const FieldDefinition definition = edited();
    const auto isSame = [&definition](const FieldDefinition &one) { return one.id == definition.id; };
    if (const auto problem = problemIn(definition)) {
        m_problem->setProblem(fieldDefinitionProblemText(*problem));
        return;
    }
    if (m_isNew && std::any_of(m_fields.begin(), m_fields.end(), isSame)) {
        m_problem->setProblem(tr("There is a field with this key already. Choose another key."));
        return;
    }
    store(definition);
}

void CustomFieldsDialog::store(const FieldDefinition &definition)
{
    m_messages->clear();
    m_save->setEnabled(false);
    whenDone(m_workspace.editor().storeFieldDefinition(m_actor, definition), this,
             [this, id = definition.id](const Result<> &stored) {
                 if (!stored) {
                     m_messages->showError(stored.error());
                     updateButtons();
                     return;
                 }
                 load(id);
             });
}

// Positions are made distinct on the way: fields that came from elsewhere may share one.
void CustomFieldsDialog::move(int step)
{
    const int row = m_list->currentRow();
    if (row < 0 || row + step < 0 || row + step >= m_fields.size())
        return;
    const QString moved = m_fields.at(row).id;
    QList<FieldDefinition> wanted = m_fields;
    wanted.move(row, row + step);
    const int first = static_cast<int>(builtInFields().size());
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const int position = first + static_cast<int>(i);
        if (wanted.at(i).position == position)
            continue;
        wanted[i].position = position;
        whenDone(m_workspace.editor().storeFieldDefinition(m_actor, wanted.at(i)), this, [this](const Result<> &stored) {
            if (!stored)
                m_messages->showError(stored.error());
        });
    }
    load(moved); // after them: the catalog answers in order
}

} // namespace letopis
