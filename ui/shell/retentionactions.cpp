#include "ui/shell/retentionactions.h"

#include "ui/forms/retention/retentioncommands.h"
#include "ui/forms/retention/retentionpresenter.h"
#include "ui/models/actorrights.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/pages/retention/retentionpage.h"
#include "ui/shell/actions.h"
#include "ui/shell/deletionactions.h"
#include "ui/widgets/messagebar.h"

namespace letopis {

namespace {

AccessParts accessParts(const WindowParts &parts)
{
    return {parts.workspace, parts.actor, parts.questions, parts.clock};
}

} // namespace

RetentionActions::RetentionActions(const WindowParts &parts, Actions &actions, RecordingsPage &recordings, DetailsPane &details, QWidget *window)
    : QObject(window)
    , m_actions(actions)
    , m_recordings(recordings)
    , m_details(details)
    , m_page(new RetentionPage(accessParts(parts), window))
    , m_commands(new RetentionCommands(accessParts(parts), window))
    , m_rights(new ActorRights(parts.workspace, parts.actor, this))
{
    new RetentionPresenter(accessParts(parts), details, window);
    connect(actions[Actions::ShowRetention], &QAction::triggered, this, &RetentionActions::pageRequested);
    connect(m_rights, &ActorRights::changed, this, &RetentionActions::read);
    connectSelection();
    connectDeletion(parts, window);
}

// Plans, the trash and what is deleted by hand.
void RetentionActions::connectDeletion(const WindowParts &parts, QWidget *window)
{
    auto *deletions = new DeletionActions(parts, m_actions, m_recordings, m_details, window);
    connect(deletions, &DeletionActions::messageShown, this, &RetentionActions::messageShown);
    connect(deletions, &DeletionActions::planRequested, this, [this](DeletionPlanId plan) {
        Q_EMIT pageRequested();
        m_page->showPlan(plan);
    });
}

void RetentionActions::connectSelection()
{
    connect(m_actions[Actions::RetainRecordings], &QAction::triggered, this,
            [this] { m_commands->changeOwn(m_recordings.selectedRecordings(), selectedTitle()); });
    connect(m_actions[Actions::HoldRecordings], &QAction::triggered, this,
            [this] { m_commands->hold(m_recordings.selectedRecordings(), selectedTitle()); });
    connect(&m_recordings, &RecordingsPage::currentChanged, this, &RetentionActions::update);
    connect(&m_recordings, &RecordingsPage::selectionCountChanged, this, &RetentionActions::update);
    connect(m_commands, &RetentionCommands::done, this, [this](const QString &text, bool canUndo) {
        Q_EMIT messageShown();
        m_recordings.messages().showMessage(MessageBar::Level::Success, text);
        if (canUndo)
            m_recordings.messages().addAction(tr("&Undo"), [this] { m_commands->undo(); });
    });
    connect(m_commands, &RetentionCommands::failed, this, [this](const ErrorText &text) {
        Q_EMIT messageShown();
        m_recordings.messages().showMessage(MessageBar::Level::Error, text.sentence, text.advice);
    });
    update();
}

void RetentionActions::update()
{
    const bool hasRecordings = !m_recordings.selectedRecordings().isEmpty();
    m_actions[Actions::RetainRecordings]->setEnabled(hasRecordings);
    m_actions[Actions::HoldRecordings]->setEnabled(hasRecordings);
}

QString RetentionActions::selectedTitle() const
{
    const QList<RecordingId> selected = m_recordings.selectedRecordings();
    const auto &details = m_details.details();
    return selected.size() == 1 && details && details->row.id == selected.first() ? details->row.title : QString();
}

void RetentionActions::start()
{
    m_isStarted = true;
    read();
}

void RetentionActions::read()
{
    if (m_isStarted && m_rights->isOffered(Capability::SetRetention))
        m_page->start();
}

} // namespace letopis
