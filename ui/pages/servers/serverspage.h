#pragma once

#include "core/domain/actor.h"
#include "core/domain/server.h"

#include <QWidget>

#include <memory>

namespace letopis {

class Questions;
class Workspace;

// The list of connected servers and what can be done to each.
class ServersPage : public QWidget
{
    Q_OBJECT

public:
    ServersPage(Workspace &workspace, Actor actor, Questions &questions, QWidget *parent = nullptr);
    ~ServersPage() override;

    void select(ServerId server);

public Q_SLOTS:
    void connectServer(); // opens the wizard

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace letopis
