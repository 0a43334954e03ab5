#include "ui/forms/informationfield.h"

#include "ui/forms/informationinput.h"
#include "ui/text/fieldtext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QUndoStack>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

InformationField::InformationField(const FieldDefinition &definition, QWidget *parent)
    : QWidget(parent)
    , m_definition(definition)
    , m_label(new QLabel)
    , m_input(FieldInput::make(definition))
    , m_problem(new ProblemLabel)
    , m_state(makeTextLabel(u"state-"_s + definition.id))
    , m_decide(new QPushButton(tr("Decide…")))
    , m_menu(makeMenuButton())
{
    m_label->setText(labelText());
    m_label->setBuddy(m_input->target());
    m_input->target()->setObjectName(u"field-"_s + definition.id);
    m_problem->setObjectName(u"problem-"_s + definition.id);
    m_decide->setObjectName(u"decide-"_s + definition.id);
    m_decide->setAccessibleName(tr("Decide: %1").arg(fieldLabel(definition)));
    m_decide->setAutoDefault(false);
    m_state->setForegroundRole(QPalette::PlaceholderText);

    auto *head = new QHBoxLayout;
    head->addWidget(m_label, 1);
    head->addWidget(m_menu);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_state, 1);
    foot->addWidget(m_decide, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addWidget(m_input);
    layout->addWidget(m_problem);
    layout->addLayout(foot);
    setTabOrder(m_menu, m_input->target()); // it stands beside the name, above the input
    if (m_input->lastTarget() != m_input->target())
        setTabOrder(m_input->target(), m_input->lastTarget());
    setTabOrder(m_input->lastTarget(), m_decide);

    connectInput();
    setDraft(nullptr);
}

void InformationField::connectInput()
{
    connect(m_input, &FieldInput::edited, this, [this](const QString &text) {
        if (m_draft)
            m_draft->edit(field(), text);
    });
    connect(m_input, &FieldInput::left, this, [this] {
        if (!m_draft)
            return;
        m_draft->endStep();
        m_wasLeft = m_wasLeft || m_draft->isDirty(field());
        showState();
    });
    connect(m_input, &FieldInput::undoRequested, this, [this] {
        if (m_draft)
            m_draft->steps().undo();
    });
    connect(m_input, &FieldInput::redoRequested, this, [this] {
        if (m_draft)
            m_draft->steps().redo();
    });
    connect(m_decide, &QPushButton::clicked, this, [this] { Q_EMIT decisionRequested(field()); });
}

void InformationField::setDraft(InformationDraft *draft)
{
    m_draft = draft;
    m_wasLeft = draft && draft->isDirty(field()); // come back to: what was wrong still is
    setEnabled(draft != nullptr);
    showText();
    showState();
}

void InformationField::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    m_label->setEnabled(!isReadOnly);
    m_input->setEnabled(!isReadOnly);
    m_decide->setEnabled(!isReadOnly);
    showState();
}

QToolButton *InformationField::makeMenuButton()
{
    auto *button = new QToolButton;
    button->setObjectName(u"menu-"_s + m_definition.id);
    button->setIcon(themedIcon(u"clock"));
    button->setAutoRaise(true);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolTip(tr("History and earlier values"));
    button->setAccessibleName(tr("History: %1").arg(fieldLabel(m_definition)));
    button->setFocusPolicy(Qt::TabFocus);
    auto *menu = new QMenu(button);
    QAction *history = menu->addAction(themedIcon(u"clock"), tr("&History…"));
    history->setObjectName(u"history"_s);
    connect(history, &QAction::triggered, this, [this] { Q_EMIT historyRequested(field()); });
    m_restore = menu->addAction(tr("&Restore the server's value"));
    m_restore->setObjectName(u"restore"_s);
    connect(m_restore, &QAction::triggered, this, [this] { Q_EMIT restoreRequested(field()); });
    button->setMenu(menu);
    return button;
}

QString InformationField::labelText() const
{
    // A custom field's name is the administrator's: "R&D" wants no Alt key.
    if (m_definition.isCustom())
        return fieldLabel(m_definition).replace(u'&', u"&&"_s) + u':';
    if (m_definition.id == field::title)
        return tr("T&itle:");
    if (m_definition.id == field::description)
        return tr("&Description:");
    if (m_definition.id == field::tags)
        return tr("T&ags:");
    if (m_definition.id == field::language)
        return tr("&Language:");
    return tr("&Owner:");
}

void InformationField::showText()
{
    m_input->setText(m_draft ? m_draft->text(field()) : QString());
}

void InformationField::showProblem()
{
    m_wasLeft = true;
    showState();
}

QString InformationField::stateText() const
{
    const FieldEditState *edit = m_draft->information().editOf(field());
    if (m_draft->isOvertaken(field())) {
        const QString now = fieldValueText(m_definition, m_draft->information().values.value(field()));
        return tr("Changed by somebody else meanwhile, to “%1”. Applying writes yours over it.").arg(now.left(200));
    }
    if (m_draft->isDirty(field()))
        return tr("Changed, not applied yet.");
    return edit ? editStateSentence(*edit) : QString();
}

void InformationField::showState()
{
    const FieldEditState *edit = m_draft ? m_draft->information().editOf(field()) : nullptr;
    const bool isDirty = m_draft && m_draft->isDirty(field());
    const std::optional<FieldProblem> problem = m_draft ? m_draft->problem(field()) : std::nullopt;
    const QString problemText = problem && m_wasLeft ? fieldProblemText(*problem, m_definition) : QString();
    const QString state = m_draft ? stateText() : QString();
    m_problem->setProblem(problemText);
    m_state->setText(state);
    m_state->setVisible(!state.isEmpty());
    m_decide->setVisible(edit && edit->state == EditState::Conflict && !isDirty);
    m_restore->setEnabled(m_draft && !m_isReadOnly && m_draft->information().serverValues.value(field()) != m_draft->text(field()));
    QFont font = m_label->font();
    font.setBold(isDirty);
    m_label->setFont(font);
    m_input->setNames(fieldLabel(m_definition), QStringList{problemText, state}.join(u' ').trimmed());
}

} // namespace letopis
