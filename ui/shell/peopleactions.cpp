#include "ui/shell/peopleactions.h"

#include "ui/pages/people/peoplecommands.h"
#include "ui/pages/people/peopleview.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/participantstab.h"
#include "ui/shell/actions.h"
#include "ui/widgets/messagebar.h"

namespace letopis {

PeopleActions::PeopleActions(const WindowParts &parts, Actions &actions, DetailsPane &details, QWidget *window)
    : QObject(window)
    , m_details(details)
    , m_page(new PeopleView({parts.workspace, parts.actor, parts.questions, parts.clock}, window))
{
    connect(actions[Actions::ShowPeople], &QAction::triggered, this, &PeopleActions::pageRequested);
    connect(details.participants().action(ParticipantsTab::AddToPeople), &QAction::triggered, this, [this] {
        if (const auto &shown = m_details.details())
            m_page->commands().importRecording(shown->row.id, shown->row.title);
    });
    tellBesideParticipants();
}

// What came of it is said where it was asked for.
void PeopleActions::tellBesideParticipants()
{
    const auto tell = [this](MessageBar::Level level, const QString &text, const QString &advice) {
        if (m_page->isVisible())
            return; // it says so itself
        MessageBar &messages = m_details.participants().messages();
        messages.showMessage(level, text, advice);
        if (level == MessageBar::Level::Success)
            messages.addAction(tr("Show &people"), [this] { Q_EMIT pageRequested(); });
    };
    connect(&m_page->commands(), &PeopleCommands::done, this, [tell](const QString &text) { tell(MessageBar::Level::Success, text, {}); });
    connect(&m_page->commands(), &PeopleCommands::failed, this,
            [tell](const ErrorText &text) { tell(MessageBar::Level::Error, text.sentence, text.advice); });
}

} // namespace letopis
