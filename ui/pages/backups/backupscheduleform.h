#pragma once

#include "core/domain/actor.h"
#include "core/domain/server.h"
#include "core/workspace/backupkeeper.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace letopis {

class MessageBar;
class PassphraseFields;
class ProblemLabel;
class Questions;
class SecretPlace;
class Workspace;

// When backups are made by themselves, where to, how many stay, and whether they are encrypted.
class BackupScheduleForm final : public QWidget
{
    Q_OBJECT

public:
    BackupScheduleForm(Workspace &workspace, Actor actor, Questions &questions, QWidget *parent = nullptr);

    // What is being typed stays.
    void show(const BackupStatus &status, const QList<ConferenceServer> &servers);
    bool isDirty() const;

Q_SIGNALS:
    void applied();

private:
    QFormLayout *buildForm();
    void connectForm();
    void showPlan();
    void showServers(const QString &chosen);
    void chooseFolder();
    void onEdited();
    void apply();
    void store();
    void discard();
    BackupPlan edited() const;
    QString problem() const;
    bool needsPassphrase() const;

    Workspace &m_workspace;
    const Actor m_actor;
    Questions &m_questions;
    BackupPlan m_shown;
    bool m_hasPassphrase = false;
    bool m_isLoaded = false;
    bool m_isShowing = false;
    bool m_isApplying = false;
    QList<ConferenceServer> m_servers;
    MessageBar *m_messages;
    QComboBox *m_interval;
    QLineEdit *m_folder;
    QPushButton *m_choose;
    QComboBox *m_server;
    QSpinBox *m_keep;
    QCheckBox *m_isEncrypted;
    QCheckBox *m_changesPassphrase;
    PassphraseFields *m_passphrase;
    SecretPlace *m_place;
    QLabel *m_openWarning;
    ProblemLabel *m_problem;
    QPushButton *m_discard;
    QPushButton *m_apply;
};

} // namespace letopis
