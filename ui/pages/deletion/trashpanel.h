#pragma once

#include "core/base/result.h"
#include "core/domain/jobstatus.h"
#include "core/retention/deletedrecording.h"
#include "core/retention/deletionplan.h"
#include "ui/forms/access/accessparts.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace letopis {

class CertificateListModel;
class DeletionFlow;
class EmptyState;
class JobStrip;
class MessageBar;
class PlainTable;
class ServerChoice;
class TrashListModel;

// What was deleted: what can still come back, and what proves that the rest is gone.
class TrashPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit TrashPanel(const AccessParts &parts, QWidget *parent = nullptr);

    void reload();
    PlainTable &table() const { return *m_table; }
    PlainTable &certificates() const { return *m_certificates; }
    MessageBar &messages() const { return *m_messages; }
    void showCertificates();

Q_SIGNALS:
    void recordingRequested(letopis::RecordingId recording);
    void planRequested(letopis::DeletionPlanId plan); // it waits for somebody

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildTrash();
    QWidget *buildCertificates();
    void connectLists();
    void connectAll();
    void read();
    void restore();
    void purge();
    void view();
    void verifyFile();
    void update();
    void onFinished(const JobStatus &job);
    QList<TrashedRecording> selected() const;

    const AccessParts m_parts;
    DeletionFlow *m_flow;
    TrashListModel *m_model;
    CertificateListModel *m_issued;
    MessageBar *m_messages;
    ServerChoice *m_server;
    QTabWidget *m_tabs;
    PlainTable *m_table;
    PlainTable *m_certificates;
    EmptyState *m_empty;
    EmptyState *m_noCertificates;
    QStackedWidget *m_stack;
    QStackedWidget *m_certificateStack;
    JobStrip *m_job;
    QPushButton *m_restore;
    QPushButton *m_purge;
    QPushButton *m_view;
    QPushButton *m_verify;
    QTimer m_delay;
    std::optional<std::optional<ServerId>> m_listed; // whose trash
    bool m_isRestoring = false;
    bool m_choosesFirst = false; // of another list
    bool m_isStale = true;
};

} // namespace letopis
