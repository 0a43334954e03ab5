#include "ui/shell/linkactions.h"

#include "ui/forms/links/linksdialog.h"
#include "ui/models/recordinglistmodel.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/shell/actions.h"

namespace letopis {

LinkActions::LinkActions(const WindowParts &parts, Actions &actions, RecordingsPage &recordings, QWidget *window)
    : QObject(window), m_parts(parts), m_recordings(recordings), m_window(window)
{
    connect(actions[Actions::EditLinks], &QAction::triggered, this, &LinkActions::openSelected);
    connect(actions[Actions::AllLinks], &QAction::triggered, this, &LinkActions::openAllLinks);
}

AccessParts LinkActions::accessParts() const
{
    return {m_parts.workspace, m_parts.actor, m_parts.questions, m_parts.clock};
}

void LinkActions::openSelected()
{
    const RecordingId recording = m_recordings.currentRecording();
    if (!recording.isValid())
        return;
    const RecordingListModel &model = m_recordings.model();
    const QModelIndex title = model.index(model.rowOf(recording), RecordingListModel::Title);
    openLinks({.item = recording, .name = title.data().toString()});
}

void LinkActions::openLinks(const AccessSubject &recording, QWidget *above)
{
    (new LinksDialog(accessParts(), recording, above ? above : m_window))->open();
}

void LinkActions::openAllLinks()
{
    auto *dialog = new LinksDialog(accessParts(), std::nullopt, m_window);
    connect(dialog, &LinksDialog::recordingRequested, this, &LinkActions::recordingRequested);
    dialog->open();
}

} // namespace letopis
