#include "ui/models/exportnoting.h"

#include "core/base/whendone.h"
#include "core/workspace/audittrail.h"
#include "core/workspace/workspace.h"
#include "ui/text/errortext.h"
#include "ui/widgets/messagebar.h"

#include <QCoreApplication>

namespace letopis {

namespace {
struct NotingTr
{
    Q_DECLARE_TR_FUNCTIONS(ExportNoting)
};
} // namespace

void noteExport(Workspace &workspace, const Actor &actor, const ExportNote &note, MessageBar &messages)
{
    if (actor.onlyLooks)
        return;
    whenDone(workspace.audit().noteExport(actor, note), &messages, [&messages](const Result<> &noted) {
        if (!noted)
            messages.showMessage(MessageBar::Level::Warning, NotingTr::tr("It was exported, but the journal could not note it."), errorParagraph(noted.error()));
    });
}

} // namespace letopis
