#include "core/base/whendone.h"
#include "core/workspace/retentiondesk.h"
#include "core/workspace/workspace.h"
#include "ui/pages/deletion/deletionflow.h"
#include "ui/pages/deletion/deletionmodels.h"
#include "ui/pages/deletion/jobstrip.h"
#include "ui/pages/deletion/planspanel.h"
#include "ui/pages/deletion/serverchoice.h"
#include "ui/text/deletiontext.h"
#include "ui/text/quantities.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/textlabel.h"

#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

std::optional<DeletionPlan> PlansPanel::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt : std::optional(m_model->row(rows.first().row()));
}

bool PlansPanel::isBegun() const
{
    return std::any_of(m_items->rows().begin(), m_items->rows().end(), [](const DeletionItem &item) { return item.state != DeletionItem::State::Planned; });
}

void PlansPanel::showPlan(DeletionPlanId plan)
{
    if (m_server->server() && m_server->findData(QVariant::fromValue<qint64>(0)) >= 0)
        m_server->setCurrentIndex(0); // it may be another server's
    select(plan);
}

void PlansPanel::select(DeletionPlanId plan)
{
    m_wanted = plan;
    reload();
}

// The wanted plan, else the one that was chosen, else the newest.
void PlansPanel::onReplaced()
{
    const QList<DeletionPlan> &plans = m_model->rows();
    m_stack->setCurrentIndex(plans.isEmpty() ? 2 : 1);
    m_details->setVisible(!plans.isEmpty());
    const auto rowOf = [&plans](std::optional<DeletionPlanId> id) {
        const auto found = std::find_if(plans.begin(), plans.end(), [id](const DeletionPlan &plan) { return plan.id == id; });
        return found == plans.end() ? -1 : static_cast<int>(found - plans.begin());
    };
    const int wanted = rowOf(std::exchange(m_wanted, std::nullopt));
    const int present = rowOf(m_shown);
    if (!plans.isEmpty())
        m_table->selectRow(wanted >= 0 ? wanted : std::max(present, 0));
    showChosen();
}

void PlansPanel::showChosen()
{
    const auto plan = chosen();
    const std::optional<DeletionPlanId> id = plan ? std::optional(plan->id) : std::nullopt;
    if (std::exchange(m_shown, id) == id) {
        m_items->refresh();
    } else if (id) {
        m_items->setPage([this, id](int from, int limit) { return m_parts.workspace.retention().planItems(m_parts.actor, *id, from, limit); });
    } else {
        m_items->setPage({});
    }
    update();
}

void PlansPanel::update()
{
    const bool isFree = !m_flow->isBusy() && !m_isMaking && !m_job->isRunning();
    m_make->setEnabled(isFree && m_server->server());
    m_make->setToolTip(m_server->server() ? tr("Lists what is due now on this server; nothing is deleted yet") : tr("Choose a server first"));
    m_recording->setEnabled(m_itemTable->selectionModel()->hasSelection());
    const auto plan = chosen();
    if (!plan)
        return;
    const bool isRunning = m_job->isRunning() && m_running == plan->id;
    m_state->setText(isRunning ? tr("Being carried out") : planStateText(*plan) + u" · "_s + planSizeText(*plan));
    m_advice->setText(isRunning ? tr("You may close this page, or the window: what is done stays done.") : planAdvice(*plan, m_parts.actor.login, isBegun()));
    const bool isProposed = plan->state == DeletionPlan::State::Proposed;
    const bool awaitsApproval = isProposed && !plan->confirmedBy.isEmpty();
    const auto isMine = [this](const QString &login) { return login.compare(m_parts.actor.login, Qt::CaseInsensitive) == 0; };
    m_go->setVisible(isProposed || plan->state == DeletionPlan::State::Confirmed);
    if (awaitsApproval)
        m_go->setText(tr("A&pprove…"));
    else if (isProposed)
        m_go->setText(tr("&Confirm…"));
    else
        m_go->setText(isBegun() ? tr("&Carry on") : tr("&Carry out"));
    m_go->setEnabled(isFree && !(awaitsApproval && (isMine(plan->confirmedBy) || isMine(plan->createdBy))));
    m_discard->setVisible(isProposed || (plan->state == DeletionPlan::State::Confirmed && !isBegun() && !isRunning));
    m_discard->setEnabled(isFree);
}

void PlansPanel::makePlan()
{
    const std::optional<ServerId> server = m_server->server();
    if (!server || m_isMaking)
        return;
    m_messages->clear();
    m_isMaking = true;
    update();
    whenDone(m_parts.workspace.retention().makePlan(m_parts.actor, *server), this, [this](const Result<DeletionPlan> &made) {
        m_isMaking = false;
        update();
        if (!made)
            return showText(makePlanErrorText(made.error()));
        m_messages->showMessage(MessageBar::Level::Success, tr("The plan is made: %1. Nothing was deleted yet.").arg(planSizeText(*made)));
        select(made->id);
    });
}

void PlansPanel::confirmOrCarryOut()
{
    const auto plan = chosen();
    if (!plan || !m_go->isEnabled() || !m_go->isVisibleTo(this))
        return;
    m_messages->clear();
    if (plan->state == DeletionPlan::State::Confirmed)
        m_flow->carryOut(*plan);
    else if (!plan->confirmedBy.isEmpty())
        approve();
    else
        m_flow->confirm(*plan, m_server->names().value(plan->server));
}

void PlansPanel::approve()
{
    const auto plan = chosen();
    Question question;
    question.title = tr("Approve a plan");
    question.text = tr("Approve the deletion of %n recording(s) for good, which %1 confirmed?", nullptr, static_cast<int>(plan->itemCount)).arg(plan->confirmedBy);
    question.details = tr("It is carried out at once: %1. This cannot be undone.").arg(planSizeText(*plan));
    question.answers = {tr("&Approve and carry out")};
    question.isDangerous = true;
    m_parts.questions.ask(this, question, [this, plan = *plan](int answer) {
        if (answer != 0)
            return;
        whenDone(m_parts.workspace.retention().approvePlan(m_parts.actor, plan.id), this, [this, plan](const Result<> &approved) {
            if (!approved)
                return showText(approvalErrorText(approved.error()));
            m_flow->carryOut(plan);
        });
    });
}

void PlansPanel::discard()
{
    const auto plan = chosen();
    if (!plan)
        return;
    whenDone(m_parts.workspace.retention().discardPlan(m_parts.actor, plan->id), this, [this](const Result<> &discarded) {
        if (!discarded)
            return showText(planErrorText(discarded.error()));
        m_messages->showMessage(MessageBar::Level::Success, tr("The plan is discarded. Nothing was deleted."));
        reload();
    });
}

void PlansPanel::onStarted(JobId job, const DeletionPlan &plan)
{
    m_running = plan.id;
    m_job->follow(job, tr("Deleting"));
    update();
    select(plan.id);
}

void PlansPanel::onFinished(const JobStatus &job)
{
    m_running.reset();
    if (job.error) {
        const ErrorText text = planErrorText(*job.error);
        const bool isStopped = job.error->kind == ErrorKind::Cancelled;
        m_messages->showMessage(isStopped ? MessageBar::Level::Information : MessageBar::Level::Error,
                                isStopped ? tr("Stopped. What is done stays done; carry the plan on whenever you like.") : text.sentence, isStopped ? QString() : text.advice);
    } else if (job.deletion) {
        const bool isClean = job.deletion->failed.isEmpty();
        m_messages->showMessage(isClean ? MessageBar::Level::Success : MessageBar::Level::Warning, deletionReportText(*job.deletion),
                                isClean ? QString() : tr("The list says why. What is still due comes into the next plan; ask again for what was asked for by hand."));
    }
    reload();
}

void PlansPanel::showText(const ErrorText &text)
{
    m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
}

} // namespace letopis
