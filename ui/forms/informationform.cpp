#include "ui/forms/informationform.h"

#include "ui/forms/informationdraft.h"
#include "ui/forms/informationfield.h"
#include "ui/forms/informationinput.h"
#include "ui/text/fieldtext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

InformationForm::InformationForm(QWidget *parent)
    : QWidget(parent)
    , m_messages(new MessageBar)
    , m_scroll(new QScrollArea)
    , m_summary(new QLabel)
    , m_readOnly(makeTextLabel(u"informationReadOnly"_s))
    , m_discard(new QPushButton(tr("Dis&card")))
    , m_apply(new QPushButton(tr("A&pply")))
{
    setObjectName(u"informationForm"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus); // the fields scroll it
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget;
    m_rows = new QVBoxLayout(page);
    m_rows->setContentsMargins(16, 16, 16, 16);
    m_rows->setSpacing(12);
    m_rows->addStretch(1);
    m_scroll->setWidget(page);

    m_summary->setObjectName(u"informationSummary"_s);
    m_discard->setObjectName(u"discardInformation"_s);
    m_apply->setObjectName(u"applyInformation"_s);
    for (QPushButton *button : {m_discard, m_apply})
        button->setAutoDefault(false);
    m_apply->setToolTip(tr("Apply (%1)").arg(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText)));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 8, 16, 8);
    foot->addWidget(m_summary, 1);
    foot->addWidget(m_discard);
    foot->addWidget(m_apply);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    m_readOnly->setContentsMargins(16, 12, 16, 0);
    m_readOnly->hide();
    layout->addWidget(m_messages);
    layout->addWidget(m_readOnly);
    layout->addWidget(m_scroll, 1);
    layout->addLayout(foot);

    connect(m_apply, &QPushButton::clicked, this, &InformationForm::applyRequested);
    connect(m_messages, &MessageBar::closed, this, [this] { m_saysRestored = false; });
    connect(m_discard, &QPushButton::clicked, this, [this] {
        if (m_draft)
            m_draft->discard();
    });
    for (const QKeyCombination key : {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter, Qt::CTRL | Qt::Key_S}) {
        auto *shortcut = new QShortcut(key, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_apply, &QPushButton::click);
    }
    showDefinitions(builtInFields());
    updateFoot();
}

void InformationForm::showDefinitions(const QList<FieldDefinition> &definitions)
{
    if (m_definitions == definitions)
        return;
    m_definitions = definitions;
    qDeleteAll(m_fields);
    m_fields.clear();
    QWidget *last = nullptr;
    for (const FieldDefinition &definition : definitions) {
        auto *row = new InformationField(definition);
        row->setReadOnly(m_isReadOnly);
        m_rows->insertWidget(static_cast<int>(m_fields.size()), row);
        m_fields += row;
        if (last)
            setTabOrder(last, row);
        last = row;
        connect(row, &InformationField::historyRequested, this, &InformationForm::historyRequested);
        connect(row, &InformationField::decisionRequested, this, &InformationForm::decisionRequested);
        connect(row, &InformationField::restoreRequested, this, &InformationForm::restoreServerValue);
    }
    setTabOrder(m_discard, m_apply);
}

void InformationForm::showDraft(InformationDraft *draft)
{
    if (m_draft)
        m_draft->disconnect(this);
    const bool isAnother = m_draft != draft;
    m_draft = draft;
    if (draft)
        showDefinitions(draft->definitions());
    for (InformationField *row : std::as_const(m_fields))
        row->setDraft(draft);
    if (isAnother) {
        m_messages->clear();
        m_saysRestored = false;
        m_scroll->ensureVisible(0, 0);
    }
    if (draft) {
        connect(draft, &InformationDraft::textChanged, this, [this](const QString &field) {
            if (InformationField *row = fieldOf(field))
                row->showText();
        });
        connect(draft, &InformationDraft::stateChanged, this, [this](const QString &field) {
            if (InformationField *row = fieldOf(field))
                row->showState();
            updateFoot();
        });
    }
    updateFoot();
}

InformationField *InformationForm::fieldOf(const QString &field) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(),
                                    [&field](const InformationField *row) { return row->field() == field; });
    return found == m_fields.end() ? nullptr : *found;
}

void InformationForm::restoreServerValue(const QString &field)
{
    if (!m_draft)
        return;
    m_draft->endStep();
    m_draft->edit(field, m_draft->information().serverValues.value(field));
    m_draft->endStep();
    if (InformationField *row = fieldOf(field))
        row->showText();
}

void InformationForm::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    updateFoot();
}

void InformationForm::setReadOnly(bool isReadOnly, const QString &reason)
{
    m_isReadOnly = isReadOnly;
    m_readOnly->setText(reason);
    m_readOnly->setVisible(!reason.isEmpty());
    for (InformationField *row : std::as_const(m_fields))
        row->setReadOnly(isReadOnly);
    updateFoot();
}

void InformationForm::showRestored(const QString &text, const QString &advice)
{
    m_messages->showMessage(MessageBar::Level::Information, text, advice);
    m_saysRestored = true;
}

void InformationForm::updateFoot()
{
    const auto dirty = m_draft ? static_cast<int>(m_draft->dirtyFields().size()) : 0;
    if (dirty == 0 && std::exchange(m_saysRestored, false))
        m_messages->clear();
    m_apply->setEnabled(dirty > 0 && !m_isBusy && !m_isReadOnly);
    m_discard->setEnabled(dirty > 0 && !m_isBusy);
    m_summary->setText(dirty > 0 ? tr("%n field(s) changed", nullptr, dirty) : QString());
}

void InformationForm::showProblems()
{
    const InformationField *first = nullptr;
    for (InformationField *row : std::as_const(m_fields)) {
        if (!m_draft || !m_draft->problem(row->field()))
            continue;
        row->showProblem();
        first = first ? first : row;
    }
    if (first)
        focusField(first->field());
}

void InformationForm::focusField(const QString &field)
{
    InformationField *row = fieldOf(field);
    if (!row)
        return;
    row->input().target()->setFocus(Qt::ShortcutFocusReason);
    m_scroll->ensureWidgetVisible(row);
}

void InformationForm::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    Q_EMIT becameVisible();
}

} // namespace letopis
