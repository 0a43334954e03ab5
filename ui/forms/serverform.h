#pragma once

#include "core/access/grantproposal.h"
#include "core/base/result.h"
#include "core/domain/actor.h"
#include "ui/forms/serverdraft.h"

#include <QDialog>
#include <QFuture>

class QComboBox;
class QLabel;
class QPushButton;
class QTabWidget;

namespace letopis {

class AddressFields;
class DeletionFields;
class MessageBar;
class NetworkFields;
class Questions;
class SecretPlace;
class SshFields;
class Workspace;

// Edits a connected server. Secrets left empty stay as they are. Not modal by itself: open() it.
class ServerForm final : public QDialog
{
    Q_OBJECT

public:
    ServerForm(const ConferenceServer &server, Workspace &workspace, Actor actor, Questions &questions,
               QWidget *parent = nullptr);

    ServerDraft value() const;
    bool isModified() const { return value() != m_loaded || isModeModified(); }

Q_SIGNALS:
    void saved(letopis::ServerId server);

private:
    void layOut();
    QWidget *makeDisk();
    QWidget *makeAccess();
    void switchTab(int step);
    void showRecipe();
    void readMode();
    void explainMode();
    ProposalMode mode() const;
    bool isModeModified() const { return m_mode && mode() != *m_mode; }
    void save();
    void write();
    QFuture<Result<>> writeMaterialsFolder();
    QFuture<Result<>> writeMode();
    void setWriting(bool isWriting);

    const ConferenceServer m_server;
    Workspace &m_workspace;
    const Actor m_actor;
    Questions &m_questions;
    MessageBar *m_messages;
    QTabWidget *m_tabs;
    AddressFields *m_address;
    SshFields *m_ssh;
    DeletionFields *m_deletion;
    NetworkFields *m_network;
    QComboBox *m_proposals;
    QLabel *m_proposalNote;
    SecretPlace *m_secrets;
    QPushButton *m_save;
    ServerDraft m_loaded;
    std::optional<ProposalMode> m_mode; // as it is stored, once read
};

} // namespace letopis
