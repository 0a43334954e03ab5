#include "ui/shell/batchediting.h"

#include "core/base/whendone.h"
#include "core/workspace/recordingeditor.h"
#include "core/workspace/workspace.h"
#include "ui/forms/batcheditdialog.h"
#include "ui/models/recordinglistmodel.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/shell/actions.h"
#include "ui/widgets/messagebar.h"

#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

BatchEditing::BatchEditing(const WindowParts &parts, Actions &actions, RecordingsPage &recordings, QWidget *window)
    : QObject(window), m_parts(parts), m_actions(actions), m_recordings(recordings), m_window(window)
{
    connect(actions[Actions::UndoBatch], &QAction::triggered, this, &BatchEditing::undo);
    setUndo({});
}

void BatchEditing::setUndo(const QList<FieldEdit> &edits)
{
    m_undo = edits;
    m_actions[Actions::UndoBatch]->setEnabled(!edits.isEmpty());
}

void BatchEditing::editSelected()
{
    open(m_recordings.selectedRecordings());
}

void BatchEditing::editFound()
{
    if (std::exchange(m_isReading, true))
        return;
    readFound(m_recordings.model().query(), {}, {});
}

void BatchEditing::readFound(const RecordingQuery &query, const QByteArray &after, const QList<RecordingId> &sofar)
{
    constexpr int pageSize = 1000;
    whenDone(m_parts.workspace.recordings(m_parts.actor, query, after, pageSize), this,
             [this, query, sofar](const Result<RecordingPage> &page) {
                 if (!page) {
                     m_isReading = false;
                     m_recordings.messages().showError(page.error());
                     return;
                 }
                 QList<RecordingId> found = sofar;
                 for (const RecordingRow &row : page->rows)
                     found += row.id;
                 if (!page->next.isEmpty() && !page->rows.isEmpty()) {
                     readFound(query, page->next, found);
                     return;
                 }
                 m_isReading = false;
                 open(found);
             });
}

void BatchEditing::open(const QList<RecordingId> &recordings)
{
    if (recordings.isEmpty())
        return;
    auto *dialog = new BatchEditDialog(m_parts.workspace, m_parts.actor, recordings, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BatchEditDialog::applied, this, &BatchEditing::onApplied);
    connect(dialog, &BatchEditDialog::undoRequested, this, &BatchEditing::undo);
    dialog->open();
}

void BatchEditing::onApplied(const EditReport &report)
{
    const int changed = report.count(EditOutcome::Applied);
    if (changed == 0)
        return;
    setUndo(report.undo());
    MessageBar &messages = m_recordings.messages();
    messages.showMessage(MessageBar::Level::Success, tr("%n value(s) changed in the catalog.", nullptr, changed),
                         tr("They are sent to the servers next; the outbox shows them."));
    messages.addAction(tr("&Undo the batch edit"), [this] { undo(); });
}

void BatchEditing::undo()
{
    if (m_undo.isEmpty())
        return;
    const QList<FieldEdit> edits = std::exchange(m_undo, {});
    setUndo({});
    m_recordings.messages().clear();
    whenDone(m_parts.workspace.editor().apply(m_parts.actor, edits), this,
             [this, edits](const Result<EditReport> &report) { onUndone(report, edits); });
}

void BatchEditing::onUndone(const Result<EditReport> &report, const QList<FieldEdit> &edits)
{
    MessageBar &messages = m_recordings.messages();
    if (!report) {
        setUndo(edits); // nothing was taken back
        messages.showError(report.error());
        return;
    }
    const int undone = report->count(EditOutcome::Applied);
    const auto kept = static_cast<int>(report->results.size()) - undone - report->count(EditOutcome::Unchanged);
    messages.showMessage(kept > 0 ? MessageBar::Level::Warning : MessageBar::Level::Success,
                         tr("%n value(s) are as before the batch edit.", nullptr, undone),
                         kept > 0 ? tr("%n value(s) stayed: somebody changed them since.", nullptr, kept) : QString());
}

} // namespace letopis
