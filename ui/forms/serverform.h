#pragma once

#include "core/base/result.h"
#include "core/domain/actor.h"
#include "ui/forms/serverdraft.h"

#include <QDialog>
#include <QFuture>

class QPushButton;
class QTabWidget;

namespace letopis {

class AddressFields;
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
    bool isModified() const { return value() != m_loaded; }

Q_SIGNALS:
    void saved(letopis::ServerId server);

private:
    void layOut();
    void save();
    void write();
    QFuture<Result<>> writeMaterialsFolder();
    void setWriting(bool isWriting);

    const ConferenceServer m_server;
    Workspace &m_workspace;
    const Actor m_actor;
    MessageBar *m_messages;
    QTabWidget *m_tabs;
    AddressFields *m_address;
    SshFields *m_ssh;
    NetworkFields *m_network;
    SecretPlace *m_secrets;
    QPushButton *m_save;
    ServerDraft m_loaded;
};

} // namespace letopis
