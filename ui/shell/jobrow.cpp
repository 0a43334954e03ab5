#include "ui/shell/jobrow.h"

#include "core/base/clock.h"
#include "ui/models/joblistmodel.h"
#include "ui/text/backuptext.h"
#include "ui/text/errortext.h"
#include "ui/text/names.h"
#include "ui/text/quantities.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype listedProblems = 10;

QStringView iconNameFor(const JobStatus &job)
{
    if (job.state == Job::State::Finished)
        return !job.error ? u"check" : job.error->kind == ErrorKind::Cancelled ? u"cancel" : u"error";
    if (job.kind == JobKind::Backup || job.kind == JobKind::BackupCheck || job.kind == JobKind::Restore)
        return u"file-archive";
    return job.kind == JobKind::Sync ? u"sync" : u"download";
}

qint64 secondsLeft(const JobStatus &job, const QDateTime &nowUtc)
{
    const Progress &progress = job.progress;
    const qint64 left = progress.total - progress.done;
    if (progress.total <= 0 || left <= 0 || progress.done <= 0)
        return -1;
    if (progress.unit == ProgressUnit::Bytes && progress.bytesPerSecond > 0)
        return left / progress.bytesPerSecond;
    const qint64 elapsed = job.startedAt.secsTo(nowUtc);
    // The first seconds say little about the rest.
    return elapsed < 3 ? -1 : static_cast<qint64>(static_cast<double>(elapsed) * static_cast<double>(left) / static_cast<double>(progress.done));
}

QString problemList(const SyncReport &report)
{
    QStringList lines;
    for (const RecordingProblem &problem : report.failed.first(qMin(report.failed.size(), listedProblems)))
        lines << u"%1: %2"_s.arg(problem.externalId, problem.reason);
    if (report.failed.size() > listedProblems)
        lines << u"…"_s;
    return lines.join(u'\n');
}

} // namespace

QString progressText(const JobStatus &job, const QDateTime &nowUtc)
{
    if (job.isCancelling)
        return JobRow::tr("Cancelling…");
    if (job.state == Job::State::Pending)
        return JobRow::tr("Waiting");
    QStringList parts;
    if (const int percent = JobListModel::percent(job.progress); percent >= 0)
        parts << JobRow::tr("%1 %").arg(percent);
    else if (job.progress.done > 0)
        parts << (job.progress.unit == ProgressUnit::Bytes ? sizeText(job.progress.done) : recordingsCount(job.progress.done));
    if (job.progress.bytesPerSecond > 0)
        parts << speedText(job.progress.bytesPerSecond);
    if (const qint64 left = secondsLeft(job, nowUtc); left >= 0)
        parts << remainingText(left);
    return parts.isEmpty() ? JobRow::tr("Starting…") : parts.join(u" · "_s);
}

bool isTrustQuestion(const Error &error)
{
    return error.kind == ErrorKind::TlsUntrusted || error.kind == ErrorKind::HostKeyUnknown;
}

JobRow::JobRow(const JobStatus &job, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_icon(new QLabel)
    , m_title(new ElidedLabel)
    , m_bar(new QProgressBar)
    , m_text(makeTextLabel(u"jobText"_s))
    , m_problems(makeTextLabel(u"jobProblems"_s))
    , m_trust(makeButton(u"lock", tr("Look at it…")))
    , m_details(makeButton(u"information", tr("Details")))
    , m_cancel(makeButton(u"cancel", tr("Cancel")))
    , m_retry(makeButton(u"retry", tr("Try again")))
    , m_dismiss(makeButton(u"close", tr("Dismiss")))
{
    m_title->setObjectName(u"jobTitle"_s);
    m_trust->setObjectName(u"jobTrust"_s);
    m_cancel->setObjectName(u"jobCancel"_s);
    m_retry->setObjectName(u"jobRetry"_s);
    m_dismiss->setObjectName(u"jobDismiss"_s);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(8);
    m_problems->hide();
    // The buttons beside the title only: below them the sentences have the whole width.
    auto *heading = new QHBoxLayout;
    heading->setSpacing(8);
    heading->addWidget(m_title, 1);
    for (QToolButton *button : {m_details, m_trust, m_cancel, m_retry, m_dismiss})
        heading->addWidget(button);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addLayout(heading);
    texts->addWidget(m_bar);
    texts->addWidget(m_text);
    texts->addWidget(m_problems);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    connect(m_cancel, &QToolButton::clicked, this, [this] { Q_EMIT cancelRequested(m_job.id); });
    connect(m_retry, &QToolButton::clicked, this, [this] { Q_EMIT retryRequested(m_job.id); });
    connect(m_dismiss, &QToolButton::clicked, this, [this] { Q_EMIT dismissRequested(m_job.id); });
    connect(m_trust, &QToolButton::clicked, this, [this] { Q_EMIT trustRequested(m_job.server, *m_job.error); });
    connect(m_details, &QToolButton::clicked, this, [this] { m_problems->setVisible(!m_problems->isVisible()); });
    setJob(job);
}

QToolButton *JobRow::makeButton(QStringView icon, const QString &text)
{
    auto *button = new QToolButton;
    button->setIcon(themedIcon(icon));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void JobRow::setJob(const JobStatus &job)
{
    m_job = job;
    const bool isFinished = job.state == Job::State::Finished;
    m_title->setFullText(jobTitle(job));
    m_icon->setPixmap(themedIcon(iconNameFor(job)).pixmap(QSize(20, 20), devicePixelRatioF()));
    m_bar->setVisible(!isFinished);
    m_cancel->setVisible(!isFinished);
    m_cancel->setEnabled(!job.isCancelling);
    m_retry->setVisible(isFinished && job.canRetry);
    m_dismiss->setVisible(isFinished);
    m_trust->setVisible(isFinished && job.error && isTrustQuestion(*job.error));
    if (isFinished)
        updateOutcome();
    else
        updateProgress();
    // Every row has the same buttons: their names tell the rows apart.
    for (QToolButton *button : {m_details, m_trust, m_cancel, m_retry, m_dismiss})
        button->setAccessibleName(button->text() + u": "_s + jobTitle(job));
    setAccessibleName(jobTitle(job));
    setAccessibleDescription(m_text->text());
}

void JobRow::updateProgress()
{
    const int percent = JobListModel::percent(m_job.progress);
    m_bar->setRange(0, percent < 0 ? 0 : 100);
    m_bar->setValue(percent);
    m_bar->setAccessibleName(jobTitle(m_job));
    m_text->setText(progressText(m_job, m_clock.now()));
    m_details->hide();
    m_problems->hide();
}

void JobRow::updateOutcome()
{
    m_text->setText(m_job.error ? errorParagraph(jobErrorText(m_job)) : jobOutcome(m_job));
    QString problems = m_job.report ? problemList(*m_job.report) : QString();
    if (m_job.backup)
        problems = backupProblems(*m_job.backup);
    if (problems.isEmpty() && m_job.error)
        problems = m_job.error->detail;
    m_problems->setText(problems);
    m_details->setVisible(!problems.isEmpty());
    if (problems.isEmpty())
        m_problems->hide();
}

} // namespace letopis
