#pragma once

#include "core/domain/actor.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QLabel;

namespace letopis {

class MessageBar;
class Workspace;

// Says where the secrets will be kept. Where there is no keychain it says so and offers the file, on request only.
class SecretPlace final : public QWidget
{
    Q_OBJECT

public:
    SecretPlace(Workspace &workspace, Actor actor, QWidget *parent = nullptr);

    void check();
    // Secrets can be kept: in the keychain, or in the file that the person asked for. Not while settle() is at work.
    bool isSettled() const;
    // Switches to the file if that was asked for, then calls done(); waits for a check that runs. Errors are shown
    // here.
    void settle(std::function<void()> done);

Q_SIGNALS:
    void changed();

private:
    Workspace &m_workspace;
    const Actor m_actor;
    MessageBar *m_messages;
    QLabel *m_place;
    QCheckBox *m_useFile;
    bool m_isAvailable = false;
    bool m_isChecking = false;
    bool m_isSwitching = false; // to the file
    std::function<void()> m_waiting; // settle() was called meanwhile
};

} // namespace letopis
