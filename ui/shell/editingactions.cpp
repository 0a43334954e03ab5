#include "ui/shell/editingactions.h"

#include "ui/forms/customfieldsdialog.h"
#include "ui/forms/informationform.h"
#include "ui/forms/informationpresenter.h"
#include "ui/models/recordinglistmodel.h"
#include "ui/pages/outbox/outboxmodel.h"
#include "ui/pages/outbox/outboxpage.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/shell/actions.h"
#include "ui/shell/batchediting.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/questions.h"

#include <QTimer>

#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

EditingActions::EditingActions(const WindowParts &parts, Actions &actions, RecordingsPage &recordings, DetailsPane &details,
                               QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_actions(actions)
    , m_recordings(recordings)
    , m_details(details)
    , m_window(window)
    , m_presenter(new InformationPresenter(parts.workspace, parts.actor, details.information(), this))
    , m_batch(new BatchEditing(parts, actions, recordings, window))
    , m_outboxModel(new OutboxModel(parts.workspace, parts.actor, parts.clock, this))
    , m_outbox(new OutboxPage(parts.workspace, parts.actor, *m_outboxModel, window))
{
    connectForm();
    connectSelection();
    connectOutbox();
    connect(actions[Actions::CustomFields], &QAction::triggered, this, [this] {
        auto *dialog = new CustomFieldsDialog(m_parts.workspace, m_parts.actor, m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(actions[Actions::EditInformation], &QAction::triggered, this, &EditingActions::edit);
    updateUndo();
}

void EditingActions::connectForm()
{
    connect(&m_details, &DetailsPane::detailsShown, this, [this] {
        if (const auto &details = m_details.details())
            m_presenter->show(details->row.id);
        m_actions[Actions::EditInformation]->setEnabled(m_details.details().has_value());
    });
    connect(m_presenter, &InformationPresenter::draftShown, this, [this] {
        updateUndo();
        InformationDraft *draft = m_presenter->draft();
        if (!draft)
            return;
        connect(&draft->steps(), &QUndoStack::indexChanged, this, &EditingActions::updateUndo, Qt::UniqueConnection);
        if (std::exchange(m_wantsTitle, false))
            m_details.information().focusField(field::title);
    });
    const auto step = [this](void (QUndoStack::*take)()) {
        InformationDraft *draft = m_presenter->draft();
        if (!draft)
            return;
        m_details.showInformation(); // nothing changes out of sight
        (draft->steps().*take)();
    };
    connect(m_actions[Actions::Undo], &QAction::triggered, this, [step] { step(&QUndoStack::undo); });
    connect(m_actions[Actions::Redo], &QAction::triggered, this, [step] { step(&QUndoStack::redo); });
}

void EditingActions::connectSelection()
{
    connect(&m_recordings, &RecordingsPage::selectionCountChanged, this, &EditingActions::showSelection);
    connect(&m_recordings.model(), &RecordingListModel::totalChanged, this, &EditingActions::showSelection);
    connect(&m_recordings, &RecordingsPage::currentChanged, this, [this](RecordingId current) {
        if (!current.isValid())
            m_presenter->show({});
        m_actions[Actions::EditInformation]->setEnabled(current.isValid());
    });
    connect(&m_details, &DetailsPane::editSelectedRequested, m_batch, &BatchEditing::editSelected);
    connect(&m_details, &DetailsPane::editFoundRequested, m_batch, &BatchEditing::editFound);
    m_actions[Actions::EditInformation]->setEnabled(false);
}

void EditingActions::connectOutbox()
{
    connect(m_outboxModel, &OutboxModel::read, this, [this] {
        m_actions[Actions::PushOutbox]->setEnabled(!m_outboxModel->serversToPush().isEmpty());
        Q_EMIT outboxCounted(m_outboxModel->waitingCount(), m_outboxModel->conflictCount());
    });
    connect(m_outbox, &OutboxPage::recordingRequested, this, &EditingActions::recordingRequested);
    connect(m_actions[Actions::PushOutbox], &QAction::triggered, m_outbox, &OutboxPage::push);
    connect(m_actions[Actions::ShowOutbox], &QAction::triggered, this, &EditingActions::outboxRequested);
    m_actions[Actions::PushOutbox]->setEnabled(false);
}

void EditingActions::readOutbox()
{
    m_outboxModel->reload();
}

void EditingActions::showSelection()
{
    const int count = m_recordings.selectedCount();
    const RecordingListModel &model = m_recordings.model();
    const bool isAllLoaded = count == model.rowCount() && model.totalCount() > count;
    m_details.showSelection(count, isAllLoaded ? model.totalCount() : -1);
}

void EditingActions::updateUndo()
{
    InformationDraft *draft = m_presenter->draft();
    m_actions[Actions::Undo]->setEnabled(draft && draft->steps().canUndo());
    m_actions[Actions::Redo]->setEnabled(draft && draft->steps().canRedo());
}

void EditingActions::edit()
{
    if (m_recordings.selectedCount() > 1) {
        m_batch->editSelected();
        return;
    }
    Q_EMIT detailsRequested();
    m_wantsTitle = !m_presenter->draft();
    m_details.showInformation();
    m_details.information().focusField(field::title);
}

bool EditingActions::mayClose(const std::function<void()> &close)
{
    if (m_presenter->unsavedCount() == 0 || m_presenter->saver().isKept())
        return true;
    if (std::exchange(m_isAsking, true))
        return false;
    // Not at once: the window is in the middle of being closed.
    QTimer::singleShot(0, this, [this, close] {
        m_presenter->saver().whenKept([this, close](bool isKept) {
            m_isAsking = false;
            if (isKept)
                close();
            else
                askBeforeLosing(close);
        });
    });
    return false;
}

void EditingActions::askBeforeLosing(const std::function<void()> &close)
{
    const auto unsaved = static_cast<int>(m_presenter->unsavedCount());
    m_isAsking = true;
    Question question;
    question.title = tr("Changes are not applied");
    question.text = tr("%n recording(s) have changes that are not applied. Quit Letopis?", nullptr, unsaved);
    question.details = tr("What you typed could not be kept for the next start: without applying, it is lost.");
    question.answers = {tr("&Apply and quit"), tr("&Discard and quit")};
    m_parts.questions.ask(m_window, question, [this, close](int answer) {
        m_isAsking = false;
        if (answer == 1) {
            close();
        } else if (answer == 0) {
            m_presenter->applyAll([this, close](bool isAll) {
                if (isAll)
                    close();
                else
                    m_details.information().messages().showMessage(
                        MessageBar::Level::Warning, tr("Not everything could be applied."),
                        tr("Look through the fields with a problem and apply again."));
            });
        }
    });
}

} // namespace letopis
