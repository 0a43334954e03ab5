#pragma once

#include "core/base/result.h"
#include "core/domain/jobstatus.h"
#include "core/retention/realityfinding.h"
#include "ui/forms/access/accessparts.h"
#include "ui/text/errortext.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace letopis {

class DeletionFlow;
class EmptyState;
class JobStrip;
class MessageBar;
class ServerChoice;

// Whether a server's list of recordings, its disk and the catalog agree; what does not, by kind, and how it is mended.
class RealityPanel final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int mostShown = 5000; // findings

    explicit RealityPanel(const AccessParts &parts, QWidget *parent = nullptr);

    void reload();
    QTreeWidget &tree() const { return *m_tree; }
    MessageBar &messages() const { return *m_messages; }

Q_SIGNALS:
    void recordingRequested(letopis::RecordingId recording);
    void planRequested(letopis::DeletionPlanId plan); // it waits for somebody

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildTools();
    QWidget *buildDetails();
    void connectAll();
    void readReport();
    void readFindings(int from);
    void showFindings();
    QTreeWidgetItem *addGroup(RealityKind kind, const QList<RealityFinding> &findings);
    void check();
    void mend();
    void update();
    void onFinished(const JobStatus &job);
    void showText(const ErrorText &text);
    QList<RealityFinding> selected() const; // of a group, all of it

    const AccessParts m_parts;
    DeletionFlow *m_flow;
    RealityReport m_report;
    QList<RealityFinding> m_findings;
    MessageBar *m_messages;
    ServerChoice *m_server;
    QLabel *m_last;
    QTreeWidget *m_tree;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QWidget *m_details = nullptr;
    QLabel *m_kind;
    QLabel *m_why;
    JobStrip *m_job;
    QPushButton *m_check;
    QPushButton *m_mend;
    QPushButton *m_recording;
    quint64 m_generation = 0;
    bool m_isRead = false;
    bool m_isStale = true;
};

} // namespace letopis
