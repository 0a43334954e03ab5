// "See as…" over the program's own catalog: another window shows what a viewer sees, tells so, changes nothing, and leaves no trace.

#include "tests/ui/day/daybench.h"

#include "core/workspace/accessdesk.h"
#include "core/workspace/peopledirectory.h"
#include "core/workspace/recordingeditor.h"
#include "tests/ui/uitest.h"
#include "ui/forms/access/principaldialog.h"
#include "ui/forms/informationform.h"
#include "ui/models/peoplelistmodel.h"
#include "ui/pages/people/peopleview.h"
#include "ui/pages/recordings/filterbar.h"
#include "ui/shell/actions.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"

#include <QSystemTrayIcon>

using namespace letopis;
using namespace letopis::test;

class SeeAsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_program.reset(); }

    void theOtherWindowShowsWhatThePersonSees();
    void itIsOpenedFromThePeopleToo();
    void onlyAFullAdministratorMay();

private:
    static MainWindow *lookingWindow()
    {
        for (QWidget *top : QApplication::topLevelWidgets()) {
            auto *window = qobject_cast<MainWindow *>(top);
            if (window && window->isVisible() && window->findChild<QPushButton *>(u"closeLooking"_s))
                return window;
        }
        return nullptr;
    }
    PersonId add(Role role, const QString &name, const QString &login)
    {
        Person person;
        person.name = name;
        person.login = login;
        person.role = role;
        const Result<PersonId> added = answerOf(m_program->workspace().people().add(m_program->actor(), person));
        return added ? *added : PersonId{};
    }
    static bool isQuiet(const MainWindow &window)
    {
        const QList<MessageBar *> bars = window.findChildren<MessageBar *>();
        return std::none_of(bars.begin(), bars.end(), [](const MessageBar *bar) { return bar->hasMessage(); });
    }
    void chooseBySearch(const QString &login)
    {
        m_program->window->actionList()[Actions::SeeAs]->trigger();
        auto *dialog = m_program->window->findChild<PrincipalDialog *>();
        QVERIFY(dialog);
        dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTest::keyClicks(&dialog->picker().searchField(), login);
        QTRY_COMPARE(dialog->picker().model().rowCount(), 1);
        dialog->picker().tree().setCurrentIndex(dialog->picker().model().index(0, 0));
        auto *accept = dialog->findChild<QPushButton *>(u"acceptPrincipals"_s);
        QTRY_VERIFY(accept->isEnabled());
        accept->click();
    }

    DemoConference m_conference;
    QTemporaryDir m_profile;
    std::unique_ptr<Program> m_program;
    PersonId m_viewer;
    PersonId m_moderator;
    RecordingId m_given;
};

void SeeAsTest::initTestCase()
{
    demo::Options options = DemoConference::defaultOptions(4);
    options.media = demo::Media::None;
    QVERIFY2(m_conference.start(options), qPrintable(m_conference.error()));
    m_program = std::make_unique<Program>(m_profile.path());
    const ServerId server = m_program->connectTo(m_conference.connection());
    QVERIFY(server.isValid());
    QVERIFY(!m_program->end(m_program->workspace().startSync(m_program->actor(), server)).error);
    QVERIFY(add(Role::Administrator, u"Anna Lang"_s, u"anna"_s).isValid());
    m_viewer = add(Role::Viewer, u"Clara Weiss"_s, u"clara"_s);
    m_moderator = add(Role::Moderator, u"Boris Stone"_s, u"boris"_s);
    m_program->openWindow();
    QTRY_COMPARE(m_program->window->recordingsPage().model().rowCount(), 4);
    m_given = m_program->window->recordingsPage().currentRecording();
    const GrantEntry view{.principal = m_viewer, .permission = Permission::View, .untilMs = 0};
    const Result<> given = answerOf(m_program->workspace().access().replaceList(m_program->actor(), m_given, {}, {view}));
    QVERIFY(given);
}

void SeeAsTest::theOtherWindowShowsWhatThePersonSees()
{
    const QByteArray layout = m_program->graph->settings().value(settings::mainWindowGeometry);
    QTRY_VERIFY(m_program->window->actionList()[Actions::SeeAs]->isEnabled());
    chooseBySearch(u"clara"_s);
    QTRY_VERIFY(lookingWindow());
    MainWindow *window = lookingWindow();
    QVERIFY(window->windowTitle().contains(u"Clara Weiss"_s));
    const auto *text = window->findChild<QLabel *>(u"lookingText"_s);
    QVERIFY(text->isVisible() && text->text().contains(u"Clara Weiss"_s));
    QTRY_COMPARE(window->recordingsPage().model().rowCount(), 1);
    QTRY_COMPARE(window->recordingsPage().currentRecording(), m_given);
    QVERIFY(!window->findChild<QSystemTrayIcon *>());
    QTRY_VERIFY(window->detailsPane().details());
    window->detailsPane().showInformation();
    QTRY_VERIFY(window->findChild<QLabel *>(u"informationReadOnly"_s)->isVisible());
    for (int tab = 0; tab < window->detailsPane().tabs()->count(); ++tab)
        window->detailsPane().tabs()->setCurrentIndex(tab);
    QTRY_VERIFY(isQuiet(*window));
    // Core refuses all the same.
    Actor looking = personActor(m_viewer, u"clara"_s, {});
    looking.onlyLooks = true;
    const auto edited = answerOf(m_program->workspace().editor().apply(looking, {{m_given, field::title, {}, u"x"_s}}));
    QVERIFY(!edited && edited.error().kind == ErrorKind::PermissionDenied);
    window->resize(700, 500);
    window->findChild<QPushButton *>(u"closeLooking"_s)->click();
    QTRY_VERIFY(!lookingWindow());
    QCOMPARE(m_program->graph->settings().value(settings::mainWindowGeometry), layout);
    QVERIFY(m_program->window->isVisible());
    QCOMPARE(m_program->window->recordingsPage().model().rowCount(), 4);
}

void SeeAsTest::itIsOpenedFromThePeopleToo()
{
    m_program->window->showPeople();
    auto *people = m_program->window->findChild<PeopleView *>();
    QTRY_VERIFY(people->model().rowCount() >= 3);
    people->table().selectRow(people->model().rowOf(m_moderator));
    QTRY_VERIFY(people->action(PeopleView::SeeAs)->isEnabled());
    people->action(PeopleView::SeeAs)->trigger();
    QTRY_VERIFY(lookingWindow());
    MainWindow *window = lookingWindow();
    QTRY_COMPARE(window->recordingsPage().model().phase(), RecordingListModel::Phase::Ready);
    QCOMPARE(window->recordingsPage().model().rowCount(), 0);
    QVERIFY(!window->actionList()[Actions::SeeAs]->isEnabled());
    people->action(PeopleView::SeeAs)->trigger(); // the same window
    QCOMPARE(lookingWindow(), window);
    window->close();
    QTRY_VERIFY(!lookingWindow());
}

void SeeAsTest::onlyAFullAdministratorMay()
{
    m_program->openWindow(personActor(m_moderator, u"boris"_s, u"Boris Stone"_s));
    QAction *action = m_program->window->actionList()[Actions::SeeAs];
    QTRY_VERIFY(action->toolTip().contains(u"full administrator"_s));
    QVERIFY(!action->isEnabled());
}

QTEST_MAIN(SeeAsTest)
#include "tst_seeas.moc"
