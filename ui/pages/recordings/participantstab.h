#pragma once

#include "core/domain/participant.h"
#include "core/domain/recording.h"

#include <QWidget>

class QLabel;
class QSortFilterProxyModel;
class QStackedWidget;

namespace letopis {

class EmptyState;
class ParticipantModel;
class PlainTable;

// Who took part: roles, presence over the meeting's time, minutes.
class ParticipantsTab final : public QWidget
{
    Q_OBJECT

public:
    explicit ParticipantsTab(QWidget *parent = nullptr);

    void clear(const RecordingDetails &details);
    void showParticipants(const QList<Participant> &participants, const RecordingDetails &details);

private:
    void updateTable();
    void fitName();
    void showColumnMenu(const QPoint &globalPosition);

    ParticipantModel *m_model = nullptr;
    QSortFilterProxyModel *m_sorted = nullptr;
    QLabel *m_summary = nullptr;
    PlainTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_stack = nullptr;
};

} // namespace letopis
