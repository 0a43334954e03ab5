// Access in the program's own catalog by the keyboard alone, in both languages: an administrator gives a moderator one recording,
// the moderator gives it to a viewer, and the viewer, who sees nothing else, asks why.

#include "tests/ui/day/daybench.h"

#include "core/workspace/accessdesk.h"
#include "core/workspace/peopledirectory.h"
#include "tests/ui/uitest.h"
#include "ui/forms/access/accesseditor.h"
#include "ui/forms/access/accesslistmodel.h"
#include "ui/forms/access/accesspreviewdialog.h"
#include "ui/forms/access/explanationdialog.h"
#include "ui/forms/access/explanationview.h"
#include "ui/forms/access/principalpicker.h"
#include "ui/shell/actions.h"
#include "ui/widgets/messagebar.h"

using namespace letopis;
using namespace letopis::test;

class AccessDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accessIsHandedOnAndExplained_data();
    void accessIsHandedOnAndExplained();

private:
    PersonId add(Role role, const QString &name, const QString &login)
    {
        Person person;
        person.name = name;
        person.login = login;
        person.role = role;
        const Result<PersonId> added = answerOf(m_program->workspace().people().add(m_program->actor(), person));
        return added ? *added : PersonId{};
    }
    void openAs(PersonId person, const QString &login, int recordings)
    {
        m_program->openWindow(personActor(person, login, login));
        QTRY_COMPARE(page().model().rowCount(), recordings);
    }
    RecordingsPage &page() { return m_program->window->recordingsPage(); }
    QAction *action(Actions::Id id) { return m_program->window->actionList()[id]; }
    void giveTo(const QString &login, Qt::Key permission);

    std::unique_ptr<Program> m_program;
};

void AccessDay::accessIsHandedOnAndExplained_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("ru") << u"ru"_s;
}

// From the list of recordings to the confirmed change. `permission`: what chooses it in the list of four.
void AccessDay::giveTo(const QString &login, Qt::Key permission)
{
    QTRY_VERIFY(action(Actions::EditAccess)->isEnabled());
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    const QPointer<AccessEditor> editor = openDialog<AccessEditor>();
    QVERIFY(editor);
    QTRY_VERIFY(editor->isRead());
    QCOMPARE(focusName(), u"principalSearch"_s);
    type(login);
    QTRY_COMPARE(editor->picker().model().rowCount(), 1);
    press(Qt::Key_Down);
    QTRY_VERIFY(editor->findChild<QPushButton *>(u"addToList"_s)->isEnabled());
    press(Qt::Key_Return);
    QTRY_VERIFY(editor->model().hasEdits());
    QVERIFY(tabTo(u"permissionOfRow"_s));
    if (permission != Qt::Key_Home) {
        press(Qt::Key_Down);
        press(Qt::Key_Down); // Manage
    }
    QVERIFY(tabTo(u"applyAccess"_s));
    press(Qt::Key_Space);
    const QPointer<AccessPreviewDialog> preview = openDialog<AccessPreviewDialog>();
    QVERIFY(preview);
    QTRY_VERIFY(preview->findChild<QPushButton *>(u"acceptPreview"_s)->isEnabled());
    QVERIFY(preview->findChild<QTreeWidget *>(u"previewTree"_s)->topLevelItemCount() >= 1);
    press(Qt::Key_Return);
    QTRY_VERIFY(!preview || !preview->isVisible());
    QTRY_VERIFY(editor->messages().hasMessage() && !editor->model().hasEdits());
    activateTopmost();
    press(Qt::Key_Escape);
    QTRY_VERIFY(!editor || !editor->isVisible());
}

void AccessDay::accessIsHandedOnAndExplained()
{
    QFETCH(const QString, language);
    const Language installed(language);
    DemoConference conference;
    demo::Options options = DemoConference::defaultOptions(4);
    options.media = demo::Media::None;
    QVERIFY2(conference.start(options), qPrintable(conference.error()));
    const QTemporaryDir profile;
    m_program = std::make_unique<Program>(profile.path());
    const ServerId server = m_program->connectTo(conference.connection());
    QVERIFY(server.isValid());
    QVERIFY(!m_program->end(m_program->workspace().startSync(m_program->actor(), server)).error);
    QVERIFY(add(Role::Administrator, u"Anna Lang"_s, u"anna"_s).isValid());
    const PersonId moderator = add(Role::Moderator, u"Boris Stone"_s, u"boris"_s);
    const PersonId viewer = add(Role::Viewer, u"Clara Weiss"_s, u"clara"_s);
    QVERIFY(moderator.isValid() && viewer.isValid());

    m_program->openWindow();
    QTRY_COMPARE(page().model().rowCount(), 4);
    const RecordingId given = page().currentRecording();
    giveTo(u"boris"_s, Qt::Key_End);
    if (QTest::currentTestFailed())
        return;
    openAs(moderator, u"boris"_s, 1); // that one alone
    QCOMPARE(page().currentRecording(), given);
    giveTo(u"clara"_s, Qt::Key_Home);
    if (QTest::currentTestFailed())
        return;
    openAs(viewer, u"clara"_s, 1);
    QTRY_VERIFY(action(Actions::ExplainAccess)->isEnabled());
    QVERIFY(!action(Actions::EditAccess)->isEnabled());
    QVERIFY(!action(Actions::EditAccess)->toolTip().isEmpty());
    press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    auto *why = openDialog<ExplanationDialog>();
    QVERIFY(why);
    const QString result = language == u"en"_s ? u"Own entry: View."_s : u"Просмотр"_s;
    QTRY_VERIFY2(why->explanation().text().contains(result), qPrintable(why->explanation().text()));
    press(Qt::Key_Escape);
    m_program.reset();
}

QTEST_MAIN(AccessDay)
#include "tst_accessday.moc"
