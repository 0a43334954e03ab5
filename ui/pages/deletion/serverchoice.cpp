#include "ui/pages/deletion/serverchoice.h"

#include <QSignalBlocker>

namespace letopis {

ServerChoice::ServerChoice(bool offersAll, QWidget *parent)
    : QComboBox(parent)
    , m_offersAll(offersAll)
{
    setAccessibleName(tr("Server"));
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setMaximumWidth(320);
    connect(this, &QComboBox::currentIndexChanged, this, &ServerChoice::chosen);
}

void ServerChoice::setServers(const QList<ServerRetention> &servers)
{
    const auto before = server();
    {
        const QSignalBlocker quiet(this);
        m_servers = servers;
        clear();
        if (m_offersAll && servers.size() != 1)
            addItem(tr("All servers"), QVariant::fromValue<qint64>(0));
        for (const ServerRetention &one : servers)
            addItem(one.name, QVariant::fromValue<qint64>(one.server.value));
        const int at = before ? findData(QVariant::fromValue<qint64>(before->value)) : -1;
        setCurrentIndex(at >= 0 ? at : count() > 0 ? 0 : -1);
    }
    if (server() != before)
        Q_EMIT chosen();
}

ServerNames ServerChoice::names() const
{
    ServerNames names;
    for (const ServerRetention &one : m_servers)
        names.insert(one.server, one.name);
    return names;
}

std::optional<ServerId> ServerChoice::server() const
{
    const qint64 value = currentData().toLongLong();
    return value > 0 ? std::optional(ServerId{value}) : std::nullopt;
}

void ServerChoice::choose(ServerId server)
{
    if (const int at = findData(QVariant::fromValue<qint64>(server.value)); at >= 0)
        setCurrentIndex(at);
}

} // namespace letopis
