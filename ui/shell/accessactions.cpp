#include "ui/shell/accessactions.h"

#include "core/base/whendone.h"
#include "core/workspace/accessdesk.h"
#include "core/workspace/peopledirectory.h"
#include "core/workspace/workspace.h"
#include "ui/forms/access/accesseditor.h"
#include "ui/forms/access/explanationdialog.h"
#include "ui/forms/access/holdersdialog.h"
#include "ui/models/recordinglistmodel.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/shell/actions.h"
#include "ui/text/refusaltext.h"
#include "ui/widgets/textlabel.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

AccessActions::AccessActions(const WindowParts &parts, Actions &actions, RecordingsPage &recordings, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_actions(actions)
    , m_recordings(recordings)
    , m_window(window)
{
    for (const Actions::Id id : {Actions::EditAccess, Actions::WhoCanSee, Actions::ExplainAccess})
        m_tips.insert(id, actions[id]->toolTip());
    connect(actions[Actions::EditAccess], &QAction::triggered, this, [this] { openAccess(selected()); });
    connect(actions[Actions::WhoCanSee], &QAction::triggered, this, [this] { withSelected(&AccessActions::openHolders); });
    connect(actions[Actions::ExplainAccess], &QAction::triggered, this, [this] { withSelected(&AccessActions::openExplanation); });
    m_delay.setSingleShot(true);
    m_delay.setInterval(50ms); // arrows run through rows faster than rights are asked for
    connect(&m_delay, &QTimer::timeout, this, &AccessActions::readRights);
    const auto later = qOverload<>(&QTimer::start);
    connect(&recordings, &RecordingsPage::currentChanged, &m_delay, later);
    connect(&recordings, &RecordingsPage::selectionCountChanged, &m_delay, later);
    connect(&parts.workspace.access(), &AccessDesk::accessChanged, &m_delay, later);
    connect(&parts.workspace.people(), &PeopleDirectory::peopleChanged, &m_delay, later);
    update();
}

AccessParts AccessActions::accessParts() const
{
    return {m_parts.workspace, m_parts.actor, m_parts.questions, m_parts.clock};
}

QList<AccessSubject> AccessActions::selected() const
{
    QList<AccessSubject> subjects;
    for (const RecordingId id : m_recordings.selectedRecordings()) {
        const int row = m_recordings.model().rowOf(id);
        const QModelIndex title = m_recordings.model().index(row, RecordingListModel::Title);
        subjects += {.item = id, .name = title.data().toString()};
    }
    return subjects;
}

void AccessActions::withSelected(void (AccessActions::*open)(const AccessSubject &))
{
    const QList<AccessSubject> subjects = selected();
    if (!subjects.isEmpty())
        (this->*open)(subjects.first());
}

void AccessActions::readRights()
{
    QList<RecordingId> recordings = m_recordings.selectedRecordings();
    recordings.resize(std::min(recordings.size(), AccessEditor::mostItems));
    const quint64 generation = ++m_generation;
    const auto standing = m_parts.workspace.access().standing(m_parts.actor);
    const auto permissions = m_parts.workspace.access().permissionsOn(m_parts.actor, recordings);
    whenDone(standing, this, [this, generation, permissions](const Result<Standing> &found) {
        if (generation != m_generation)
            return;
        m_standing = found ? std::optional(*found) : std::nullopt;
        whenDone(permissions, this, [this, generation](const Result<QHash<RecordingId, PermissionSet>> &sets) {
            if (generation != m_generation)
                return;
            m_permissions = sets ? *sets : QHash<RecordingId, PermissionSet>();
            update();
        });
    });
}

void AccessActions::setReason(int action, const QString &reason, bool isPossible)
{
    QAction *one = m_actions[static_cast<Actions::Id>(action)];
    one->setEnabled(isPossible && reason.isEmpty());
    one->setToolTip(reason.isEmpty() ? m_tips.value(action) : plainToolTip(reason));
}

void AccessActions::update()
{
    // The first that is possible on any; else why not on the first.
    const auto reasonFor = [this](Capability capability) {
        Refusal first = Refusal::None;
        for (const PermissionSet set : m_permissions) {
            Standing looking = *m_standing;
            looking.onlyLooks = false; // seeing is no change
            const Refusal why = refusal(looking, capability, set);
            if (why == Refusal::None)
                return QString();
            first = first == Refusal::None ? why : first;
        }
        return refusalText({capability, first});
    };
    const bool isKnown = m_standing && !m_permissions.isEmpty();
    const bool isOne = m_permissions.size() == 1;
    const QString noGranting = isKnown ? reasonFor(Capability::GrantToViewers) : QString();
    const QString noReports = isKnown ? reasonFor(Capability::SeeReports) : QString();
    const bool isSeen = noGranting.isEmpty() || noReports.isEmpty();
    const bool isPerson = m_parts.actor.kind == ActorKind::Person;
    setReason(Actions::EditAccess, isSeen ? QString() : noGranting, isKnown);
    setReason(Actions::WhoCanSee, isSeen ? QString() : noReports, isKnown && isOne);
    setReason(Actions::ExplainAccess, isSeen || isPerson ? QString() : noReports, isKnown && isOne);
}

void AccessActions::openAccess(const QList<AccessSubject> &subjects)
{
    if (subjects.isEmpty())
        return;
    auto *editor = new AccessEditor(accessParts(), subjects, m_window);
    connect(editor, &AccessEditor::holdersRequested, this, [this, editor](const AccessSubject &subject) {
        auto *holders = new HoldersDialog(accessParts(), subject, editor);
        connect(holders, &HoldersDialog::recordingsOfRequested, editor, [this, editor](const NamedPrincipal &person) {
            editor->closeThen([this, person] { Q_EMIT recordingsOfRequested(person); });
        });
        holders->open();
    });
    connect(editor, &AccessEditor::linksRequested, this,
            [this, editor](const AccessSubject &recording) { Q_EMIT linksRequested(recording, editor); });
    connect(editor, &AccessEditor::recordingsOfRequested, this, &AccessActions::recordingsOfRequested);
    editor->open();
}

void AccessActions::openHolders(const AccessSubject &subject)
{
    auto *holders = new HoldersDialog(accessParts(), subject, m_window);
    connect(holders, &HoldersDialog::recordingsOfRequested, this, &AccessActions::recordingsOfRequested);
    holders->open();
}

void AccessActions::openExplanation(const AccessSubject &subject)
{
    const auto *recording = std::get_if<RecordingId>(&subject.item);
    const PermissionSet set = recording ? m_permissions.value(*recording) : PermissionSet(Permission::Manage);
    const bool mayAskAboutOthers = m_standing
        && (may(*m_standing, Capability::SeeReports, set) || may(*m_standing, Capability::GrantToViewers, set));
    auto *dialog = new ExplanationDialog(accessParts(), subject, !mayAskAboutOthers, m_window);
    connect(dialog, &ExplanationDialog::recordingsOfRequested, this, &AccessActions::recordingsOfRequested);
    dialog->open();
}

} // namespace letopis
