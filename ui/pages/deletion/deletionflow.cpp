#include "ui/pages/deletion/deletionflow.h"

#include "core/base/whendone.h"
#include "core/workspace/retentiondesk.h"
#include "core/workspace/serverreality.h"
#include "core/workspace/workspace.h"
#include "ui/pages/deletion/planconfirmdialog.h"
#include "ui/text/deletiontext.h"

namespace letopis {

DeletionFlow::DeletionFlow(const AccessParts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
}

void DeletionFlow::setBusy(bool isBusy)
{
    if (m_isBusy == isBusy)
        return;
    m_isBusy = isBusy;
    Q_EMIT busyChanged();
}

void DeletionFlow::byHand(DeletionStep step, const QList<RecordingId> &recordings, const QString &server)
{
    if (m_isBusy || recordings.isEmpty())
        return;
    setBusy(true);
    whenDone(m_parts.workspace.reality().planByHand(m_parts.actor, step, recordings), this,
             [this, server](const Result<DeletionPlan> &made) { onMade(made, server, byHandErrorText); });
}

void DeletionFlow::mend(ServerId server, const QList<int> &positions, const QString &name)
{
    if (m_isBusy || positions.isEmpty())
        return;
    setBusy(true);
    whenDone(m_parts.workspace.reality().planMend(m_parts.actor, server, positions), this,
             [this, name](const Result<DeletionPlan> &made) { onMade(made, name, mendErrorText); });
}

void DeletionFlow::onMade(const Result<DeletionPlan> &made, const QString &server, ErrorText (*textOf)(const Error &))
{
    if (!made) {
        setBusy(false);
        Q_EMIT failed(textOf(made.error()));
    } else if (made->state == DeletionPlan::State::Confirmed) {
        carryOut(*made);
    } else {
        ask(*made, server, true);
    }
}

void DeletionFlow::confirm(const DeletionPlan &plan, const QString &server)
{
    if (m_isBusy)
        return;
    setBusy(true);
    ask(plan, server, false);
}

void DeletionFlow::ask(const DeletionPlan &plan, const QString &server, bool isOurs)
{
    auto *dialog = new PlanConfirmDialog(m_parts, plan, server, m_window->window());
    connect(dialog, &PlanConfirmDialog::confirmed, this, [this](const DeletionPlan &confirmed) {
        if (confirmed.state == DeletionPlan::State::Confirmed) {
            carryOut(confirmed);
            return;
        }
        setBusy(false);
        Q_EMIT waitsForApproval(confirmed);
    });
    connect(dialog, &QDialog::rejected, this, [this, plan, isOurs] {
        setBusy(false);
        if (isOurs) // nobody will look for it
            m_parts.workspace.retention().discardPlan(m_parts.actor, plan.id);
    });
    dialog->open();
}

void DeletionFlow::carryOut(const DeletionPlan &plan)
{
    setBusy(false);
    Q_EMIT started(m_parts.workspace.reality().startPlan(m_parts.actor, plan), plan);
}

} // namespace letopis
