#pragma once

#include "core/domain/recordinginformation.h"
#include "core/domain/recordingquery.h"
#include "ui/shell/windowparts.h"

#include <QObject>

namespace letopis {

class Actions;
class RecordingsPage;

// Editing many recordings at once, and the one undo for the whole of it.
class BatchEditing final : public QObject
{
    Q_OBJECT

public:
    BatchEditing(const WindowParts &parts, Actions &actions, RecordingsPage &recordings, QWidget *window);

    void editSelected();
    void editFound(); // everything the search and the filters let through, read or not
    void undo();

private:
    void open(const QList<RecordingId> &recordings);
    void readFound(const RecordingQuery &query, const QByteArray &after, const QList<RecordingId> &sofar);
    void onApplied(const EditReport &report);
    void onUndone(const Result<EditReport> &report, const QList<FieldEdit> &edits);
    void setUndo(const QList<FieldEdit> &edits);

    const WindowParts &m_parts;
    Actions &m_actions;
    RecordingsPage &m_recordings;
    QWidget *m_window;
    QList<FieldEdit> m_undo; // of the last batch
    bool m_isReading = false;
};

} // namespace letopis
