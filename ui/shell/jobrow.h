#pragma once

#include "core/domain/jobstatus.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace letopis {

class Clock;
class ElidedLabel;

// One job of the drawer: what it does, how far it is, what can be done about it.
class JobRow final : public QWidget
{
    Q_OBJECT

public:
    JobRow(const JobStatus &job, const Clock &clock, QWidget *parent = nullptr);

    void setJob(const JobStatus &job);
    const JobStatus &job() const { return m_job; }

Q_SIGNALS:
    void cancelRequested(letopis::JobId id);
    void retryRequested(letopis::JobId id);
    void dismissRequested(letopis::JobId id);
    void trustRequested(letopis::ServerId server, const letopis::Error &error);

private:
    void updateProgress();
    void updateOutcome();
    QToolButton *makeButton(QStringView icon, const QString &text);

    JobStatus m_job;
    const Clock &m_clock;
    QLabel *m_icon = nullptr;
    ElidedLabel *m_title = nullptr;
    QProgressBar *m_bar = nullptr;
    QLabel *m_text = nullptr;
    QLabel *m_problems = nullptr;
    QToolButton *m_trust = nullptr;
    QToolButton *m_details = nullptr;
    QToolButton *m_cancel = nullptr;
    QToolButton *m_retry = nullptr;
    QToolButton *m_dismiss = nullptr;
};

// "63 % · 4.1 MB/s · 12 s left", as much of it as is known.
QString progressText(const JobStatus &job, const QDateTime &nowUtc);
// True for an error that a person may resolve by trusting a certificate or host key.
bool isTrustQuestion(const Error &error);

} // namespace letopis
