#pragma once

#include "core/domain/actor.h"
#include "core/workspace/workspace.h"

#include <QTimer>

namespace letopis {

class DetailsPane;

// Brings one recording's details and timeline into the pane; late answers for another one are dropped.
class DetailsPresenter final : public QObject
{
    Q_OBJECT

public:
    DetailsPresenter(Workspace &workspace, Actor actor, DetailsPane &pane, QObject *parent = nullptr);

    void show(RecordingId recording); // none: the pane says that nothing is selected
    RecordingId current() const { return m_current; }
    void markSeen();

private:
    void load();
    void loadTimeline();
    void onDetails(const Result<RecordingDetails> &details);
    void onCatalogChanged(const CatalogChange &change);

    Workspace &m_workspace;
    Actor m_actor;
    DetailsPane &m_pane;
    RecordingId m_current;
    quint64 m_generation = 0;
    bool m_isNew = false;
    QTimer m_settle; // selection moves fast under a held arrow key
    QTimer m_seen;   // looked at long enough to count as seen
};

} // namespace letopis
