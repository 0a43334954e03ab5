#pragma once

#include "core/domain/jobstatus.h"
#include "core/retention/deletionplan.h"
#include "core/base/result.h"
#include "ui/forms/access/accessparts.h"
#include "ui/text/errortext.h"

#include <QFuture>
#include <QObject>

#include <functional>

class QWidget;

namespace letopis {

// From a wish to a job: plans what somebody asks for, shows it, confirms it by a typed number, and carries it out. One at a time;
// a plan that the person does not confirm is discarded where this made it.
class DeletionFlow final : public QObject
{
    Q_OBJECT

public:
    DeletionFlow(const AccessParts &parts, QWidget *window);

    void byHand(DeletionStep step, const QList<RecordingId> &recordings, const QString &server = {});
    void mend(ServerId server, const QList<int> &positions, const QString &name);
    void confirm(const DeletionPlan &plan, const QString &server); // one that is there already
    void carryOut(const DeletionPlan &plan);
    bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void busyChanged();
    void started(letopis::JobId job, const letopis::DeletionPlan &plan);
    void waitsForApproval(const letopis::DeletionPlan &plan);
    void failed(const letopis::ErrorText &text);

private:
    void setBusy(bool isBusy);
    void onMade(const Result<DeletionPlan> &made, const QString &server, ErrorText (*textOf)(const Error &));
    void ask(const DeletionPlan &plan, const QString &server, bool isOurs);

    const AccessParts m_parts;
    QWidget *m_window;
    bool m_isBusy = false;
};

} // namespace letopis
