#pragma once

#include "core/domain/recording.h"
#include "ui/forms/access/accessparts.h"

#include <QTimer>
#include <QWidget>

namespace letopis {

class ActorRights;
class HoldList;
class MessageBar;
class NoticeList;
class PolicyRules;
class ServerRules;

// Where auto-deletion is on, by which policies, what they must not touch, and what is about to go.
class RulesPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit RulesPanel(const AccessParts &parts, QWidget *parent = nullptr);

    void start(); // reads, and keeps itself up to date from then on
    bool isRead() const;
    MessageBar &messages() const { return *m_messages; }
    NoticeList &notices() const { return *m_notices; }
    ServerRules &servers() const { return *m_servers; }
    PolicyRules &policies() const { return *m_policies; }
    HoldList &holds() const { return *m_holds; }

Q_SIGNALS:
    void noticesCounted(qint64 notices);
    void recordingRequested(letopis::RecordingId recording);

private:
    void layOut();
    void read();
    void showRights();

    const AccessParts m_parts;
    ActorRights *m_rights;
    MessageBar *m_messages;
    NoticeList *m_notices;
    ServerRules *m_servers;
    PolicyRules *m_policies;
    HoldList *m_holds;
    QTimer m_delay; // several signals tell of one change
    bool m_isStarted = false;
};

} // namespace letopis
