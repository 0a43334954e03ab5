#pragma once

#include "ui/shell/windowparts.h"

#include "core/retention/deletionplan.h"

#include <QObject>

namespace letopis {

class Actions;
class DeletionFlow;
class DetailsPane;
class RecordingsPage;

// Deleting the selected recordings by hand, through a plan as everything is deleted.
class DeletionActions final : public QObject
{
    Q_OBJECT

public:
    DeletionActions(const WindowParts &parts, Actions &actions, RecordingsPage &recordings, DetailsPane &details, QWidget *window);

Q_SIGNALS:
    void messageShown(); // on the page of recordings
    void planRequested(letopis::DeletionPlanId plan);

private:
    void ask();
    void update();
    void show(const QString &text, const QString &advice, bool isError, std::optional<DeletionPlanId> plan);

    Actions &m_actions;
    RecordingsPage &m_recordings;
    DetailsPane &m_details;
    DeletionFlow *m_flow;
    QWidget *m_window;
};

} // namespace letopis
