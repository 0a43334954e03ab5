#include "ui/shell/deletionactions.h"

#include "ui/pages/deletion/deletenowdialog.h"
#include "ui/pages/deletion/deletionflow.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/shell/actions.h"
#include "ui/widgets/messagebar.h"

namespace letopis {

DeletionActions::DeletionActions(const WindowParts &parts, Actions &actions, RecordingsPage &recordings, DetailsPane &details, QWidget *window)
    : QObject(window)
    , m_actions(actions)
    , m_recordings(recordings)
    , m_details(details)
    , m_flow(new DeletionFlow({parts.workspace, parts.actor, parts.questions, parts.clock}, window))
    , m_window(window)
{
    connect(actions[Actions::DeleteRecordings], &QAction::triggered, this, &DeletionActions::ask);
    connect(&recordings, &RecordingsPage::currentChanged, this, &DeletionActions::update);
    connect(&recordings, &RecordingsPage::selectionCountChanged, this, &DeletionActions::update);
    connect(m_flow, &DeletionFlow::busyChanged, this, &DeletionActions::update);
    connect(m_flow, &DeletionFlow::failed, this, [this](const ErrorText &text) { show(text.sentence, text.advice, true, {}); });
    connect(m_flow, &DeletionFlow::started, this,
            [this](JobId, const DeletionPlan &plan) { show(tr("The plan is carried out: see it among the jobs."), {}, false, plan.id); });
    connect(m_flow, &DeletionFlow::waitsForApproval, this, [this](const DeletionPlan &plan) {
        show(tr("The plan is confirmed and waits for another administrator's approval."), {}, false, plan.id);
    });
    update();
}

void DeletionActions::update()
{
    m_actions[Actions::DeleteRecordings]->setEnabled(!m_recordings.selectedRecordings().isEmpty() && !m_flow->isBusy());
}

void DeletionActions::ask()
{
    const QList<RecordingId> selected = m_recordings.selectedRecordings();
    if (selected.isEmpty() || m_flow->isBusy())
        return;
    const auto &details = m_details.details();
    const QString title = selected.size() == 1 && details && details->row.id == selected.first() ? details->row.title : QString();
    auto *dialog = new DeleteNowDialog(static_cast<int>(selected.size()), title, m_window);
    connect(dialog, &DeleteNowDialog::chosen, this, [this, selected](DeletionStep step) { m_flow->byHand(step, selected); });
    dialog->open();
}

void DeletionActions::show(const QString &text, const QString &advice, bool isError, std::optional<DeletionPlanId> plan)
{
    Q_EMIT messageShown();
    m_recordings.messages().showMessage(isError ? MessageBar::Level::Error : MessageBar::Level::Information, text, advice);
    if (plan)
        m_recordings.messages().addAction(tr("Show the &plan"), [this, id = *plan] { Q_EMIT planRequested(id); });
}

} // namespace letopis
