#include "ui/pages/deletion/jobstrip.h"

#include "core/workspace/workspace.h"
#include "ui/text/quantities.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

JobStrip::JobStrip(const AccessParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_text(new QLabel)
    , m_bar(new QProgressBar)
    , m_cancel(new QPushButton(tr("S&top")))
{
    setObjectName(u"jobStrip"_s);
    m_cancel->setObjectName(u"stopJob"_s);
    m_cancel->setAutoDefault(true);
    m_cancel->setToolTip(tr("What is done stays done; the rest can be carried out later"));
    m_text->setTextFormat(Qt::PlainText);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(8);
    m_bar->setAccessibleName(tr("Progress"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(12);
    layout->addWidget(m_text);
    layout->addWidget(m_bar, 1, Qt::AlignVCenter);
    layout->addWidget(m_cancel);
    hide();
    connect(&parts.workspace, &Workspace::jobChanged, this, &JobStrip::onJobChanged);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_parts.workspace.cancelJob(m_parts.actor, *m_job);
    });
}

void JobStrip::follow(JobId job, const QString &text)
{
    m_job = job;
    m_done = 0;
    m_doing = text;
    m_cancel->setEnabled(true);
    m_bar->setRange(0, 0);
    m_text->setText(text);
    setVisible(true);
    for (const JobStatus &status : m_parts.workspace.jobs(m_parts.actor))
        onJobChanged(status); // it may be over already
}

void JobStrip::onJobChanged(const JobStatus &status)
{
    if (!m_job || status.id != *m_job)
        return;
    if (status.state == Job::State::Finished) {
        m_job.reset();
        hide();
        Q_EMIT finished(status);
        return;
    }
    show(status);
}

void JobStrip::show(const JobStatus &status)
{
    const Progress &progress = status.progress;
    constexpr int whole = 1000;
    m_bar->setRange(0, progress.total > 0 ? whole : 0);
    if (progress.total > 0)
        m_bar->setValue(static_cast<int>(std::clamp<qint64>(progress.done * whole / progress.total, 0, whole)));
    m_cancel->setEnabled(!status.isCancelling);
    if (status.isCancelling)
        m_text->setText(tr("Stopping…"));
    else if (progress.total > 0 && progress.unit == ProgressUnit::Items)
        //: %1: what is done, %2 and %3: numbers
        m_text->setText(tr("%1: %2 of %3").arg(m_doing, numberText(progress.done), numberText(progress.total)));
    else
        m_text->setText(m_doing);
    if (progress.done != m_done) {
        m_done = progress.done;
        Q_EMIT moved();
    }
}

} // namespace letopis
