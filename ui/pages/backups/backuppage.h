#pragma once

#include "core/base/clock.h"
#include "core/domain/actor.h"
#include "core/domain/server.h"
#include "core/workspace/backupkeeper.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace letopis {

class BackupListModel;
class BackupScheduleForm;
class EmptyState;
class MessageBar;
class PlainTable;
class Questions;
class Workspace;

// The backups of the catalog: what the last one was, the list of them, what can be done with each, and the schedule.
class BackupPage final : public QWidget
{
    Q_OBJECT

public:
    struct Parts
    {
        Workspace &workspace;
        Actor actor;
        Questions &questions;
        const Clock &clock;
        bool canRestart = false; // the program can start itself anew
    };

    explicit BackupPage(const Parts &parts, QWidget *parent = nullptr);

    void reload();
    PlainTable &table() const { return *m_table; }

public Q_SLOTS:
    void backUpNow();

Q_SIGNALS:
    void restartRequested();
    void jobsRequested(); // something long began

private:
    // What a job that was started here is about.
    struct Asked
    {
        JobKind kind = JobKind::BackupCheck;
        BackupLocation backup;
        QString name;
    };

    QWidget *buildHead();
    QWidget *buildList();
    void connectList();
    void showStatus(const BackupStatus &status);
    void showMessages();
    void readPlaces();
    void readPlace(const BackupDestination &place);
    void updateChoice();
    void updateEmpty();
    void openFile();
    void run(const Asked &asked, const std::optional<SecretText> &passphrase);
    void askPassphrase(const Asked &asked, bool isRefused);
    void onJobChanged(const JobStatus &job);
    void showPreview();
    void confirmRestore(bool restartNow);
    void discardRestore();
    QString placeText(const BackupDestination &place) const;
    QList<ConferenceServer> serversWithDisk() const;
    std::optional<Asked> chosen(JobKind kind) const;

    const Parts m_parts;
    BackupStatus m_status;
    QList<ConferenceServer> m_servers;
    QList<BackupDestination> m_opened; // files that were looked at, for as long as the page lives
    QHash<qint64, Asked> m_asked;      // by job
    quint64 m_generation = 0;
    int m_reading = 0;
    bool m_showsListFailure = false;
    bool m_showsState = false;
    BackupListModel *m_model;
    MessageBar *m_messages;
    MessageBar *m_listMessages;
    QLabel *m_last;
    QLabel *m_next;
    QPushButton *m_now;
    QTabWidget *m_tabs;
    QPushButton *m_check;
    QPushButton *m_restore;
    QPushButton *m_open;
    PlainTable *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    BackupScheduleForm *m_schedule;
};

} // namespace letopis
