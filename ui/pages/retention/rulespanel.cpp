#include "ui/pages/retention/rulespanel.h"

#include "core/workspace/retentiondesk.h"
#include "core/workspace/workspace.h"
#include "ui/models/actorrights.h"
#include "ui/pages/retention/holdlist.h"
#include "ui/pages/retention/noticelist.h"
#include "ui/pages/retention/policyrules.h"
#include "ui/pages/retention/serverrules.h"
#include "ui/widgets/messagebar.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

RulesPanel::RulesPanel(const AccessParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_rights(new ActorRights(parts.workspace, parts.actor, this))
    , m_messages(new MessageBar)
    , m_notices(new NoticeList(parts, *m_messages))
    , m_servers(new ServerRules(parts, *m_messages))
    , m_policies(new PolicyRules(parts, *m_messages))
    , m_holds(new HoldList(parts, *m_messages))
{
    setObjectName(u"rulesPanel"_s);
    layOut();
    m_delay.setSingleShot(true);
    m_delay.setInterval(50ms);
    connect(&m_delay, &QTimer::timeout, this, &RulesPanel::read);
    connect(m_servers, &ServerRules::serversRead, this, [this] { m_policies->setServers(m_servers->servers()); });
    connect(m_notices, &NoticeList::counted, this, &RulesPanel::noticesCounted);
    connect(m_notices, &NoticeList::recordingRequested, this, &RulesPanel::recordingRequested);
    connect(m_holds, &HoldList::recordingRequested, this, &RulesPanel::recordingRequested);
    connect(m_rights, &ActorRights::changed, this, &RulesPanel::showRights);
    showRights();
}

void RulesPanel::layOut()
{
    auto *inside = new QWidget;
    auto *sections = new QVBoxLayout(inside);
    sections->setContentsMargins(16, 16, 16, 16);
    sections->setSpacing(16);
    for (RulesSection *section : std::initializer_list<RulesSection *>{m_notices, m_servers, m_policies, m_holds})
        sections->addWidget(section);
    sections->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"rulesScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus); // what is in it takes the focus, and is scrolled to
    scroll->setWidget(inside);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(scroll, 1);
}

void RulesPanel::start()
{
    if (std::exchange(m_isStarted, true))
        return;
    const RetentionDesk &desk = m_parts.workspace.retention();
    const auto later = qOverload<>(&QTimer::start);
    connect(&desk, &RetentionDesk::retentionChanged, &m_delay, later);
    connect(&desk, &RetentionDesk::noticesChanged, m_notices, &RulesSection::read);
    connect(&m_parts.workspace, &Workspace::serversChanged, &m_delay, later);
    connect(&m_parts.workspace, &Workspace::jobChanged, this, [this](const JobStatus &status) {
        if (status.state == Job::State::Finished) // a sync may have taken away what stops deletion
            m_delay.start();
    });
    read();
}

void RulesPanel::read()
{
    for (RulesSection *section : std::initializer_list<RulesSection *>{m_notices, m_servers, m_policies, m_holds})
        section->read();
}

bool RulesPanel::isRead() const
{
    return m_notices->isRead() && m_servers->isRead() && m_policies->isRead() && m_holds->isRead();
}

void RulesPanel::showRights()
{
    const QString reason = m_rights->isKnown() ? m_rights->reasonByRole(Capability::SetRetention) : QString();
    for (RulesSection *section : std::initializer_list<RulesSection *>{m_notices, m_servers, m_policies, m_holds})
        section->setForbidden(reason);
}

} // namespace letopis
