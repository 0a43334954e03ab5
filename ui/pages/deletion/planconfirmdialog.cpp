#include "ui/pages/deletion/planconfirmdialog.h"

#include "core/base/whendone.h"
#include "core/workspace/retentiondesk.h"
#include "core/workspace/workspace.h"
#include "ui/pages/deletion/deletionmodels.h"
#include "ui/text/deletiontext.h"
#include "ui/text/quantities.h"
#include "ui/text/retentiontext.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

PlanConfirmDialog::PlanConfirmDialog(const AccessParts &parts, const DeletionPlan &plan, const QString &server, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_plan(plan)
    , m_model(new PlanItemModel(parts.clock, this))
    , m_table(new PlainTable)
    , m_messages(new MessageBar)
    , m_steps(makeTextLabel(u"planSteps"_s))
    , m_number(new QLineEdit)
    , m_problem(new ProblemLabel)
{
    setObjectName(u"planConfirmDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Confirm a plan"));
    layOut(server);
    connect(m_model, &PagedTableModel::failed, this, [this](const Error &error) {
        const ErrorText text = planErrorText(error);
        m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
    });
    connect(m_model, &PagedTableModel::pageRead, this, &PlanConfirmDialog::onPage);
    connect(m_number, &QLineEdit::textChanged, this, &PlanConfirmDialog::update);
    m_model->setPage([this](int from, int limit) { return m_parts.workspace.retention().planItems(m_parts.actor, m_plan.id, from, limit); });
    resize(900, 560);
    update();
    m_number->setFocus();
}

void PlanConfirmDialog::layOut(const QString &server)
{
    auto *summary = makeTextLabel(u"planSummary"_s);
    QFont bold = summary->font();
    bold.setBold(true);
    summary->setFont(bold);
    //: %1: a server's name, %2: "12 recordings, 3.4 GB"
    summary->setText(server.isEmpty() ? planSizeText(m_plan) : tr("%1: %2").arg(server, planSizeText(m_plan)));
    m_table->setObjectName(u"planConfirmTable"_s);
    m_table->setAccessibleName(tr("Recordings of the plan"));
    m_table->setFrameShape(QFrame::StyledPanel);
    m_table->setModel(m_model);
    m_table->setColumnHidden(PlanItemModel::Result, true);
    fitColumns(*m_table, *m_model, {PlanItemModel::Title});
    auto *ask = new QLabel;
    ask->setTextFormat(Qt::PlainText);
    ask->setText(tr("Type the number of recordings, %1, to &confirm:").arg(numberText(m_plan.itemCount)));
    ask->setBuddy(m_number);
    m_number->setObjectName(u"planNumber"_s);
    m_number->setAccessibleName(tr("Type the number of recordings, %1, to confirm").arg(numberText(m_plan.itemCount)));
    m_number->setMaxLength(20);
    m_number->setFixedWidth(140);
    m_problem->setObjectName(u"planNumberProblem"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(ask);
    row->addWidget(m_number);
    row->addWidget(m_problem, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(m_plan.needsApproval ? tr("Con&firm") : tr("Con&firm and carry out"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"acceptPlan"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    for (QWidget *part : {static_cast<QWidget *>(summary), static_cast<QWidget *>(m_steps), static_cast<QWidget *>(m_messages)})
        layout->addWidget(part);
    layout->addWidget(m_table, 1);
    layout->addLayout(row);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &PlanConfirmDialog::store);
}

// What is for good may stand on the last page: nobody confirms what was not read whole.
void PlanConfirmDialog::onPage()
{
    showSteps();
    m_isListed = m_model->isWhole();
    if (m_isListed)
        update();
    else
        m_model->fetchMore({});
}

// What each kind of step means, once.
void PlanConfirmDialog::showSteps()
{
    QStringList sentences;
    for (const DeletionStep step : {DeletionStep::Unpublish, DeletionStep::Trash, DeletionStep::Purge}) {
        const auto isIt = [step](const DeletionItem &item) { return item.step == step; };
        if (std::any_of(m_model->rows().begin(), m_model->rows().end(), isIt))
            sentences += stepText(step) + u": "_s + planStepsText(step);
    }
    if (m_plan.needsApproval)
        sentences += tr("Another administrator has to approve it afterwards; until then nothing is deleted.");
    m_steps->setText(sentences.join(u'\n'));
}

// Digits, however they are grouped.
std::optional<qint64> PlanConfirmDialog::typed() const
{
    QString digits;
    for (const QChar c : m_number->text()) {
        if (c.isDigit())
            digits += c;
        else if (!c.isSpace() && c != u',' && c != u'.')
            return {};
    }
    bool isNumber = false;
    const qint64 number = digits.toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

void PlanConfirmDialog::update()
{
    const bool isRight = typed() == m_plan.itemCount;
    const bool isWrong = !isRight && m_number->text().size() >= QString::number(m_plan.itemCount).size();
    m_problem->setProblem(isWrong ? tr("That is another number.") : QString());
    m_number->setReadOnly(m_isStoring);
    m_accept->setEnabled(isRight && m_isListed && !m_isStoring);
}

void PlanConfirmDialog::store()
{
    if (m_isStoring || !m_accept->isEnabled())
        return;
    m_isStoring = true;
    m_messages->clear();
    update();
    whenDone(m_parts.workspace.retention().confirmPlan(m_parts.actor, m_plan.id, typed()), this, [this](const Result<> &stored) {
        m_isStoring = false;
        update();
        if (!stored) {
            const ErrorText text = planErrorText(stored.error());
            m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
            return;
        }
        DeletionPlan plan = m_plan;
        plan.confirmedBy = m_parts.actor.login;
        plan.state = plan.needsApproval ? DeletionPlan::State::Proposed : DeletionPlan::State::Confirmed;
        Q_EMIT confirmed(plan);
        accept();
    });
}

} // namespace letopis
