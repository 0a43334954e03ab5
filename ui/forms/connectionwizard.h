#pragma once

#include "core/domain/actor.h"
#include "core/domain/server.h"

#include <QDialog>

#include <memory>

namespace letopis {

class Questions;
class Workspace;

// Connects a server: address and secret, SSH account, test, save. Not modal by itself: show() it; it deletes nothing.
class ConnectionWizard : public QDialog
{
    Q_OBJECT

public:
    ConnectionWizard(Workspace &workspace, Actor actor, Questions &questions, QWidget *parent = nullptr);
    ~ConnectionWizard() override;

    // Shows one that deletes itself; null where `parent` has one open already: that comes to the front.
    static ConnectionWizard *openOn(QWidget *parent, Workspace &workspace, const Actor &actor, Questions &questions);

Q_SIGNALS:
    // Saved. `syncNow`: the user left the box checked.
    void serverAdded(letopis::ServerId server, bool syncNow);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace letopis
