#include "ui/forms/retention/releasequestion.h"

#include "core/base/clock.h"
#include "core/base/whendone.h"
#include "core/workspace/retentiondesk.h"
#include "core/workspace/workspace.h"
#include "ui/text/retentiontext.h"
#include "ui/widgets/questions.h"

#include <QCoreApplication>
#include <QWidget>

namespace letopis {

namespace {

struct ReleaseTr
{
    Q_DECLARE_TR_FUNCTIONS(ReleaseQuestion)
};

// What the policies say once this one hold is gone: another one may still hold it.
QString afterRelease(RetentionExplanation why, const LegalHold &hold, qint64 nowMs)
{
    why.holds.removeIf([&hold](const LegalHold &one) { return one.id == hold.id; });
    why.decision.isHeld = false;
    return retentionSentence(why, nowMs);
}

} // namespace

void askToRelease(const AccessParts &parts, QWidget *parent, const LegalHold &hold, const std::function<void(const Result<> &)> &done)
{
    RetentionDesk &desk = parts.workspace.retention();
    whenDone(desk.decisionFor(parts.actor, hold.recording), parent, [=, &desk](const Result<RetentionExplanation> &why) {
        Question question;
        question.title = ReleaseTr::tr("Release the hold");
        question.text = hold.title.isEmpty() ? ReleaseTr::tr("Release the hold?") : ReleaseTr::tr("Release the hold on “%1”?").arg(hold.title);
        QStringList details;
        if (!hold.reason.isEmpty())
            details += ReleaseTr::tr("%1: %2").arg(holdText(hold), hold.reason);
        if (why)
            details += ReleaseTr::tr("Then: %1").arg(afterRelease(*why, hold, parts.clock.now().toMSecsSinceEpoch()));
        question.details = details.join(u'\n');
        question.answers = {ReleaseTr::tr("&Release")};
        question.isDangerous = true;
        parts.questions.ask(parent, question, [=, &desk](int answer) {
            if (answer != 0)
                return done(Error{ErrorKind::Cancelled, {}, {}, {}});
            whenDone(desk.release(parts.actor, hold.id), parent, done);
        });
    });
}

} // namespace letopis
