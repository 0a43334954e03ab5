#pragma once

#include "core/domain/jobstatus.h"
#include "ui/forms/access/accessparts.h"

#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace letopis {

// One job inside the page that began it: how far it is, and a button that ends it. Hidden while nothing runs. The jobs drawer shows
// it as well.
class JobStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit JobStrip(const AccessParts &parts, QWidget *parent = nullptr);

    void follow(JobId job, const QString &text);
    bool isRunning() const { return m_job.has_value(); }

Q_SIGNALS:
    void moved();    // something of it ended
    void finished(const letopis::JobStatus &status);

private:
    void onJobChanged(const JobStatus &status);
    void show(const JobStatus &status);

    const AccessParts m_parts;
    std::optional<JobId> m_job;
    qint64 m_done = 0;
    QString m_doing;
    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
};

} // namespace letopis
