#pragma once

#include "core/domain/audit.h"
#include "ui/pages/audit/auditparts.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace letopis {

class ActorRights;
class AuditCommands;
class AuditEventModel;
class JournalEventView;
class AuditFilters;
class AuditNameBook;
class AuditProgress;
class EmptyState;
class MessageBar;
class PlainTable;

// The journal: who did what, filtered and searched; checked, exported, anchored and shortened. Asks for nothing before start().
class JournalPage final : public QWidget
{
    Q_OBJECT

public:
    explicit JournalPage(const AuditParts &parts, QWidget *parent = nullptr);

    void start();
    void showRecording(RecordingId recording, const QString &title); // only its journal
    AuditEventModel &model() const { return *m_model; }
    AuditFilters &filters() const { return *m_filters; }
    PlainTable &table() const { return *m_table; }
    MessageBar &messages() const { return *m_messages; }
    JournalEventView &view() const { return *m_view; }

Q_SIGNALS:
    void recordingRequested(letopis::RecordingId recording);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildTools();
    QWidget *buildDetails();
    void buildTable();
    void buildMore();
    void connectParts();
    void readChoices();
    void readAge();
    void showAge(const CatalogAgeReport &report);
    void later();
    void applyFilters();
    void showRows();
    void tellOfFurtherPage();
    void updateChoice();
    void updateRights();
    std::optional<int> chosenRow() const;
    void copy();

    const AuditParts m_parts;
    AuditNameBook *m_names;
    AuditEventModel *m_model;
    ActorRights *m_rights;
    QPushButton *m_verify;
    QPushButton *m_export;
    QPushButton *m_more;
    AuditFilters *m_filters;
    AuditProgress *m_progress;
    MessageBar *m_messages;
    MessageBar *m_ageMessages;
    AuditCommands *m_commands;
    PlainTable *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    JournalEventView *m_view;
    QLabel *m_count;
    QAction *m_saveAnchor = nullptr;
    QAction *m_mailAnchor = nullptr;
    QAction *m_checkAnchor = nullptr;
    QAction *m_segments = nullptr;
    QPushButton *m_go;
    QPushButton *m_only;
    QPushButton *m_copy;
    QTimer m_delay;
    QString m_furtherFailure; // as it was told
    bool m_isStarted = false;
};

} // namespace letopis
