#include "ui/forms/retention/retentionpresenter.h"

#include "core/base/clock.h"
#include "core/base/whendone.h"
#include "core/workspace/retentiondesk.h"
#include "core/workspace/workspace.h"
#include "ui/forms/retention/retentioncommands.h"
#include "ui/forms/retention/retentionform.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/text/retentiontext.h"
#include "ui/widgets/messagebar.h"

namespace letopis {

using namespace std::chrono_literals;

RetentionPresenter::RetentionPresenter(const AccessParts &parts, DetailsPane &pane, QWidget *window)
    : QObject(window), m_parts(parts), m_pane(pane), m_commands(new RetentionCommands(parts, window))
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(50ms);
    connect(&m_delay, &QTimer::timeout, this, &RetentionPresenter::load);
    connect(&pane, &DetailsPane::detailsShown, this, [this] { m_delay.start(); });
    const auto later = [this] {
        if (!m_delay.isActive())
            m_delay.start();
    };
    connect(&parts.workspace.retention(), &RetentionDesk::retentionChanged, this, later);
    connect(&parts.workspace.retention(), &RetentionDesk::plansChanged, this, later);
    connectForm();
}

void RetentionPresenter::connectForm()
{
    RetentionForm &form = m_pane.retention();
    const auto title = [this] { return m_pane.details() ? m_pane.details()->row.title : QString(); };
    connect(&form, &RetentionForm::retryRequested, this, &RetentionPresenter::load);
    connect(&form, &RetentionForm::changeRequested, this, [this, title] { m_commands->changeOwn({m_shown}, title()); });
    connect(&form, &RetentionForm::holdRequested, this, [this, title] { m_commands->hold({m_shown}, title()); });
    connect(&form, &RetentionForm::releaseRequested, this, [this, title](LegalHold hold) {
        hold.title = title();
        m_commands->release(hold);
    });
    connect(m_commands, &RetentionCommands::done, this, [this](const QString &text, bool canUndo) {
        MessageBar &messages = m_pane.retention().messages();
        messages.showMessage(MessageBar::Level::Success, text);
        if (canUndo)
            messages.addAction(tr("Undo"), [this] { m_commands->undo(); });
    });
    connect(m_commands, &RetentionCommands::failed, this, [this](const ErrorText &text) {
        m_pane.retention().messages().showMessage(MessageBar::Level::Error, text.sentence, text.advice);
    });
}

void RetentionPresenter::load()
{
    const auto &details = m_pane.details();
    const quint64 generation = ++m_generation;
    if (!details)
        return;
    m_shown = details->row.id;
    whenDone(m_parts.workspace.retention().decisionFor(m_parts.actor, m_shown), this, [this, generation](const Result<RetentionExplanation> &why) {
        if (generation == m_generation)
            onRead(why);
    });
}

void RetentionPresenter::onRead(const Result<RetentionExplanation> &why)
{
    if (!m_pane.details() || m_pane.details()->row.id != m_shown)
        return; // another one is shown by now, and asked for
    if (!why) {
        m_pane.showRetentionBadge({});
        return m_pane.retention().showError(why.error());
    }
    const qint64 now = m_parts.clock.now().toMSecsSinceEpoch();
    m_pane.retention().showExplanation(*why, now);
    m_pane.showRetentionBadge(retentionBadge(*why, now));
}

} // namespace letopis
