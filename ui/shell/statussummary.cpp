#include "ui/shell/statussummary.h"

#include "core/base/clock.h"
#include "ui/models/joblistmodel.h"
#include "ui/shell/jobrow.h"
#include "ui/text/names.h"
#include "ui/text/quantities.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int widestText = 560; // pixels

} // namespace

StatusSummary::StatusSummary(const JobListModel &jobs, const Clock &clock, QWidget *parent)
    : QToolButton(parent), m_jobs(jobs), m_clock(clock)
{
    setObjectName(u"jobsSummary"_s);
    setAutoRaise(true);
    setIcon(themedIcon(u"jobs"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::StrongFocus);
    connect(&jobs, &JobListModel::summaryChanged, this, &StatusSummary::updateText);
    updateText();
}

void StatusSummary::updateText()
{
    QString text = tr("No jobs running");
    if (const JobStatus *job = m_jobs.firstRunning()) {
        //: %1 counts jobs, %2 names the newest, %3 its progress
        text = tr("%1: %2, %3").arg(jobsCount(m_jobs.runningCount()), jobTitle(*job), progressText(*job, m_clock.now()));
    } else if (m_jobs.rowCount() > 0) {
        text = jobTitle(m_jobs.job(0)) + u": "_s + jobOutcome(m_jobs.job(0));
    }
    setAccessibleName(text);
    setToolTip(plainToolTip(text));
    setText(fontMetrics().elidedText(text, Qt::ElideRight, widestText).replace(u'&', u"&&"_s));
}

} // namespace letopis
