#include "ui/shell/gapactions.h"

#include "core/base/whendone.h"
#include "core/workspace/accessdesk.h"
#include "core/workspace/attendancebook.h"
#include "core/workspace/peopledirectory.h"
#include "core/workspace/workspace.h"
#include "ui/forms/access/attendancegapdialog.h"
#include "ui/models/actorrights.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/participantstab.h"

#include <QAction>

namespace letopis {

using namespace std::chrono_literals;

GapActions::GapActions(const WindowParts &parts, DetailsPane &details, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_details(details)
    , m_window(window)
    , m_rights(new ActorRights(parts.workspace, parts.actor, this))
{
    QAction *compare = details.participants().action(ParticipantsTab::CompareAccess);
    m_rights->guard(compare, Capability::SeeReports);
    connect(compare, &QAction::triggered, this, &GapActions::open);
    m_delay.setSingleShot(true);
    m_delay.setInterval(100ms); // arrows run through rows faster than this is asked for
    connect(&m_delay, &QTimer::timeout, this, &GapActions::count);
    connect(&details, &DetailsPane::detailsShown, this, [this] {
        if (const auto &shown = m_details.details())
            m_rights->setRecordings({shown->row.id});
        m_delay.start();
    });
    const auto later = qOverload<>(&QTimer::start);
    connect(m_rights, &ActorRights::changed, &m_delay, later);
    connect(&parts.workspace.access(), &AccessDesk::accessChanged, &m_delay, later);
    connect(&parts.workspace.people(), &PeopleDirectory::peopleChanged, &m_delay, later);
    connect(&parts.workspace.attendance(), &AttendanceBook::attendanceChanged, &m_delay, later);
}

void GapActions::count()
{
    const quint64 generation = ++m_generation;
    const auto &details = m_details.details();
    if (!details || !m_rights->isKnown() || m_rights->refusal(Capability::SeeReports) != Refusal::None)
        return m_details.participants().setCannotWatch(0);
    whenDone(m_parts.workspace.access().attendanceGap(m_parts.actor, details->row.id), this,
             [this, generation](const Result<AttendanceGap> &gap) {
                 if (generation == m_generation) // a tool that could not count says nothing: the list says why
                     m_details.participants().setCannotWatch(gap ? static_cast<int>(gap->attendedCannotWatch.size()) : 0);
             });
}

void GapActions::open()
{
    const auto &details = m_details.details();
    if (!details)
        return;
    QStringList withoutId;
    if (const auto &report = m_details.participants().report()) {
        for (const AttendanceReportRow &row : report->rows) {
            if (!row.attendee.person.isValid() && row.attendee.participant.externalUserId.isEmpty())
                withoutId += row.attendee.participant.name;
        }
    }
    auto *dialog = new AttendanceGapDialog({m_parts.workspace, m_parts.actor, m_parts.questions, m_parts.clock},
                                           {.item = details->row.id, .name = details->row.title}, withoutId, m_window);
    connect(dialog, &AttendanceGapDialog::addToPeopleRequested, m_details.participants().action(ParticipantsTab::AddToPeople), &QAction::trigger);
    dialog->open();
}

} // namespace letopis
