// Proposals in the program's own catalog by the keyboard alone, in both languages: a meeting's moderator is known and proposed, an
// administrator accepts one proposal, declines another, gives an attendee who cannot watch the recording, and lets the server's next
// sync grant the rest.

#include "tests/ui/day/daybench.h"

#include "core/workspace/accessdesk.h"
#include "core/workspace/peopledirectory.h"
#include "tests/ui/uitest.h"
#include "ui/forms/access/accesspreviewdialog.h"
#include "ui/forms/access/attendancegapdialog.h"
#include "ui/forms/serverform.h"
#include "ui/pages/proposals/proposallistmodel.h"
#include "ui/pages/proposals/proposalspage.h"
#include "ui/pages/recordings/participantstab.h"
#include "ui/shell/actions.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"

using namespace letopis;
using namespace letopis::test;

class ProposalDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attendanceBecomesAccess_data();
    void attendanceBecomesAccess();

private:
    Workspace &workspace() { return m_program->workspace(); }
    ProposalsPage &page() { return *m_program->window->findChild<ProposalsPage *>(); }
    PermissionSet permissionOf(PersonId person, RecordingId recording)
    {
        const auto sets = answerOf(workspace().access().permissionsOn(personActor(person, u"x"_s, {}), {recording}));
        return sets ? sets->value(recording) : PermissionSet();
    }
    // Somebody of this meeting who is told by an ID, known from now on.
    PersonId makeKnown(RecordingId recording, ConferenceRole inMeeting, Role role, const QString &login);
    void agree();
    void acceptAndDecline();
    void giveToAttendee(PersonId attendee);
    void letSyncGrant();

    std::unique_ptr<Program> m_program;
    ServerId m_server;
};

void ProposalDay::attendanceBecomesAccess_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("ru") << u"ru"_s;
}

PersonId ProposalDay::makeKnown(RecordingId recording, ConferenceRole inMeeting, Role role, const QString &login)
{
    const auto participants = answerOf(workspace().participants(m_program->actor(), recording));
    for (const Participant &one : participants ? *participants : QList<Participant>()) {
        if (one.role != inMeeting || one.externalUserId.isEmpty())
            continue;
        Person person;
        person.name = one.name;
        person.login = login;
        person.role = role;
        person.externalIds = {{m_server, one.externalUserId}};
        const Result<PersonId> added = answerOf(workspace().people().add(m_program->actor(), person));
        if (added)
            return *added;
    }
    return {};
}

void ProposalDay::agree()
{
    const QPointer<AccessPreviewDialog> preview = openDialog<AccessPreviewDialog>();
    QVERIFY(preview);
    QTRY_VERIFY(preview->findChild<QPushButton *>(u"acceptPreview"_s)->isEnabled());
    press(Qt::Key_Return);
    QTRY_VERIFY(!preview || !preview->isVisible());
}

void ProposalDay::acceptAndDecline()
{
    const int open = page().model().rowCount();
    const GrantProposal accepted = page().model().proposal(0);
    press(Qt::Key_Return);
    agree();
    QTRY_COMPARE(page().model().rowCount(), open - 1);
    QVERIFY(permissionOf(std::get<PersonId>(accepted.person.principal), accepted.recording).allowsManage());
    const GrantProposal declined = page().model().proposal(0);
    m_program->questions.setNextAnswer(0);
    press(Qt::Key_Delete);
    QTRY_COMPARE(page().model().rowCount(), open - 2);
    QVERIFY(!permissionOf(std::get<PersonId>(declined.person.principal), declined.recording).allowsManage());
}

// Of the recording that is shown, from its participants.
void ProposalDay::giveToAttendee(PersonId attendee)
{
    MainWindow &window = *m_program->window;
    press(Qt::Key_1, Qt::AltModifier);
    window.detailsPane().tabs()->setCurrentWidget(&window.detailsPane().participants());
    const RecordingId recording = window.detailsPane().details()->row.id;
    QVERIFY(!permissionOf(attendee, recording).allowsView());
    QTRY_VERIFY(window.findChild<QToolButton *>(u"cannotWatch"_s)->isVisible());
    QVERIFY(tabTo(u"cannotWatch"_s));
    press(Qt::Key_Space);
    auto *gap = openDialog<AttendanceGapDialog>();
    QVERIFY(gap);
    QTRY_VERIFY(gap->cannotWatch().chosen().contains(attendee));
    QVERIFY(tabTo(u"giveAccess"_s));
    press(Qt::Key_Space);
    agree();
    QTRY_VERIFY(gap->messages().hasMessage());
    QVERIFY(permissionOf(attendee, recording).allowsView());
    activateTopmost();
    press(Qt::Key_Escape);
}

void ProposalDay::letSyncGrant()
{
    const auto servers = answerOf(workspace().servers(m_program->actor()));
    QVERIFY(servers && servers->size() == 1);
    auto *form = new ServerForm(servers->first(), workspace(), m_program->actor(), m_program->questions, m_program->window.get());
    form->setAttribute(Qt::WA_DeleteOnClose);
    form->open();
    const QPointer<ServerForm> alive = openDialog<ServerForm>();
    QVERIFY(alive);
    auto *mode = alive->findChild<QComboBox *>(u"proposalMode"_s);
    QTRY_VERIFY(mode->isEnabled());
    press(Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier); // round to the last tab
    QTRY_VERIFY(mode->isVisible());
    QVERIFY(tabTo(u"proposalMode"_s));
    press(Qt::Key_End);
    QVERIFY(tabTo(u"save"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY(!alive);
    const auto stored = answerOf(workspace().access().proposalMode(m_program->actor(), m_server));
    QVERIFY(stored && *stored == ProposalMode::Grant);
    QVERIFY(!m_program->end(workspace().startSync(m_program->actor(), m_server)).error);
    QTRY_COMPARE(page().model().rowCount(), 0);
}

void ProposalDay::attendanceBecomesAccess()
{
    QFETCH(const QString, language);
    const Language installed(language);
    DemoConference conference;
    demo::Options options = DemoConference::defaultOptions(24);
    options.media = demo::Media::None;
    QVERIFY2(conference.start(options), qPrintable(conference.error()));
    const QTemporaryDir profile;
    m_program = std::make_unique<Program>(profile.path());
    m_server = m_program->connectTo(conference.connection());
    QVERIFY(m_server.isValid());
    QVERIFY(!m_program->end(workspace().startSync(m_program->actor(), m_server)).error);
    m_program->openWindow();
    auto &recordings = m_program->window->recordingsPage();
    QTRY_COMPARE(recordings.model().rowCount(), 24);
    // Whoever moderated one of them; and somebody of the meeting that is looked at.
    for (int row = 0; row < 24; ++row)
        (void)makeKnown(recordings.model().row(row).id, ConferenceRole::Moderator, Role::Moderator, u"moderator%1"_s.arg(row));
    PersonId attendee;
    for (int row = 0; row < 24 && !attendee.isValid(); ++row) {
        attendee = makeKnown(recordings.model().row(row).id, ConferenceRole::Viewer, Role::Viewer, u"clara"_s);
        if (attendee.isValid())
            recordings.table().selectRow(row);
    }
    QVERIFY(attendee.isValid());
    press(Qt::Key_7, Qt::AltModifier);
    QTRY_VERIFY(page().isVisible() && page().model().rowCount() >= 3);
    page().table().setFocus();
    acceptAndDecline();
    if (!QTest::currentTestFailed())
        giveToAttendee(attendee);
    if (!QTest::currentTestFailed())
        letSyncGrant();
    m_program.reset();
}

QTEST_MAIN(ProposalDay)
#include "tst_proposalday.moc"
