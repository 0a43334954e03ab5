#include "ui/shell/auditactions.h"

#include "ui/pages/audit/journalpage.h"
#include "ui/pages/audit/journaltab.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/shell/actions.h"

namespace letopis {

AuditActions::AuditActions(const WindowParts &parts, const WindowHooks &hooks, Actions &actions, DetailsPane &details, QWidget *window)
    : QObject(window)
    , m_page(new JournalPage({parts.workspace, parts.actor, parts.questions, parts.clock, hooks.openUrl}, window))
    , m_tab(new JournalTab({parts.workspace, parts.actor, parts.questions, parts.clock}))
    , m_details(details)
{
    //: Tab: what was done with the recording, and by whom
    details.addTab(m_tab, u"journal", tr("Journal"));
    connect(m_tab, &JournalTab::journalRequested, this, &AuditActions::showShown);
    connect(actions[Actions::ShowJournal], &QAction::triggered, this, &AuditActions::pageRequested);
    QAction *ofRecording = actions[Actions::RecordingJournal];
    ofRecording->setEnabled(false);
    connect(ofRecording, &QAction::triggered, this, &AuditActions::showShown);
    connect(&details, &DetailsPane::detailsShown, ofRecording, [this, ofRecording] {
        const auto &shown = m_details.details();
        ofRecording->setEnabled(shown.has_value());
        m_tab->setRecording(shown ? shown->row.id : RecordingId());
    });
}

void AuditActions::showShown()
{
    if (!m_details.details())
        return;
    m_page->showRecording(m_details.details()->row.id, m_details.details()->row.title);
    Q_EMIT pageRequested();
}

} // namespace letopis
