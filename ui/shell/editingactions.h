#pragma once

#include "core/domain/recordinginformation.h"
#include "ui/shell/windowparts.h"

#include <QObject>

namespace letopis {

class Actions;
class BatchEditing;
class DetailsPane;
class InformationPresenter;
class OutboxModel;
class OutboxPage;
class RecordingsPage;

// Editing recordings' information: the form of one, the batch of many, undo, custom fields. Pages and dialogs do the work.
class EditingActions final : public QObject
{
    Q_OBJECT

public:
    EditingActions(const WindowParts &parts, Actions &actions, RecordingsPage &recordings, DetailsPane &details,
                   QWidget *window);

    OutboxPage &outboxPage() const { return *m_outbox; } // the window takes it
    void readOutbox();

    // True where nothing typed would be lost: it is kept as drafts. Else `close` comes once it is kept, or the person, asked
    // because it cannot be, has decided to.
    bool mayClose(const std::function<void()> &close);

Q_SIGNALS:
    void detailsRequested(); // the pane is to be seen
    void outboxRequested();
    void outboxCounted(int waiting, int conflicts);
    void recordingRequested(letopis::RecordingId recording);

private:
    void connectForm();
    void connectSelection();
    void connectOutbox();
    void edit();
    void askBeforeLosing(const std::function<void()> &close);
    void updateUndo();
    void showSelection();

    const WindowParts &m_parts;
    Actions &m_actions;
    RecordingsPage &m_recordings;
    DetailsPane &m_details;
    QWidget *m_window;
    InformationPresenter *m_presenter;
    BatchEditing *m_batch;
    OutboxModel *m_outboxModel;
    OutboxPage *m_outbox;
    bool m_isAsking = false;
    bool m_wantsTitle = false; // the form was asked for before it was read
};

} // namespace letopis
