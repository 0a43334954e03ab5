#pragma once

#include "core/retention/retentionanswers.h"
#include "ui/pages/deletion/deletionmodels.h"

#include <QComboBox>

namespace letopis {

// Which server a panel is about.
class ServerChoice final : public QComboBox
{
    Q_OBJECT

public:
    // `offersAll`: also all of them at once.
    explicit ServerChoice(bool offersAll, QWidget *parent = nullptr);

    void setServers(const QList<ServerRetention> &servers); // keeps the choice
    const QList<ServerRetention> &servers() const { return m_servers; }
    ServerNames names() const;
    std::optional<ServerId> server() const; // nothing: all, or none is there
    void choose(ServerId server);

Q_SIGNALS:
    void chosen();

private:
    const bool m_offersAll;
    QList<ServerRetention> m_servers;
};

} // namespace letopis
