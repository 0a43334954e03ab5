#pragma once

#include "core/retention/retentionanswers.h"
#include "ui/pages/retention/rulessection.h"

#include <QHash>

namespace letopis {

class ProblemLabel;

// On which servers auto-deletion is on, how it runs there, and what stops it now.
class ServerRules final : public RulesSection
{
    Q_OBJECT

public:
    ServerRules(const AccessParts &parts, MessageBar &messages, QWidget *parent = nullptr);

    void read() override;
    const QList<ServerRetention> &servers() const { return m_servers; }

Q_SIGNALS:
    void serversRead();

protected:
    void updateButtons() override;

private:
    void onRead(const QList<ServerRetention> &servers);
    void readGuards();
    void showNote();
    const ServerRetention *chosen() const;
    void toggle();
    void switchOn(const ServerRetention &server);
    void switchOff(const ServerRetention &server);
    void edit();
    void setParameters(const ServerRetention &server, const RetentionParameters &before, const RetentionParameters &after);
    void mend();

    QList<ServerRetention> m_servers;
    QHash<ServerId, QList<RetentionGuard>> m_guards; // of those that were asked
    ProblemLabel *m_stops; // what stops deletion now
    QPushButton *m_switch;
    QPushButton *m_edit;
    QPushButton *m_mend;
    quint64 m_generation = 0;
    bool m_isBusy = false;
};

} // namespace letopis
