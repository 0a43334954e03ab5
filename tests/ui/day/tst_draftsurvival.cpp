// What was typed and not applied, through the end of the program: killed, closed, or two of them on one profile. A child of
// this very program types and is killed.

#include "tests/ui/day/daybench.h"

#include "core/workspace/draftbook.h"
#include "core/workspace/recordingeditor.h"
#include "ui/forms/informationdraft.h"
#include "ui/forms/informationform.h"
#include "ui/shell/actions.h"
#include "ui/widgets/messagebar.h"

#include <QProcess>

using namespace letopis;
using namespace letopis::test;

namespace {

const QString typedText = u"Набрано и не применено — “typed”"_s;

bool openNewPerson(Program &program)
{
    program.window->actionList()[Actions::ShowPeople]->trigger();
    auto *add = program.window->findChild<QAction *>(u"addPerson"_s);
    if (!add || !QTest::qWaitFor([add] { return add->isEnabled(); }, 30'000))
        return false;
    add->trigger();
    return QTest::qWaitFor([] { return focusName() == u"personName"; }, 30'000);
}

// The window is open, the first recording's form, and the text in its owner field is kept.
int typeAndWait(const QString &profile)
{
    Program program(profile);
    program.openWindow();
    const auto shows = [&program] { return program.window->detailsPane().details().has_value(); };
    if (!QTest::qWaitFor(shows, 30'000))
        return 2;
    QTest::keyClick(program.window.get(), Qt::Key_F2);
    InformationForm &form = program.window->detailsPane().information();
    if (!QTest::qWaitFor([&form] { return form.draft() && focusName() == u"field-title"; }, 30'000))
        return 3;
    QObject::connect(&program.workspace().drafts(), &DraftBook::draftsChanged, qApp, [] {
        printf("kept\n");
        fflush(stdout);
    });
    tabTo(u"field-owner"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    type(typedText);
    return QApplication::exec();
}

// A new person's form is open, and the name typed into it is kept: such forms belong to no recording.
int addPersonAndWait(const QString &profile)
{
    Program program(profile);
    program.openWindow();
    if (!openNewPerson(program))
        return 2;
    type(typedText);
    QTimer looking;
    QObject::connect(&looking, &QTimer::timeout, qApp, [&program] {
        whenDone(program.workspace().drafts().drafts(program.actor(), {}), qApp, [](const Result<QList<FormDraft>> &drafts) {
            if (!drafts || drafts->isEmpty() || !QString::fromUtf8(drafts->first().content).contains(typedText))
                return;
            printf("kept\n");
            fflush(stdout);
        });
    });
    looking.start(50);
    return QApplication::exec();
}

} // namespace

class DraftSurvivalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_profile.reset(); }

    void killedInTheMiddleTheTextIsThereAgain();
    void aFormOfNoRecordingSurvivesTheKillToo();
    void aChangeMeanwhileIsShownBesideIt();
    void closingAsksNothingAndKeepsIt();
    void ofTwoWindowsOnOneProfileTheLastWriterWins();

private:
    QString profile() const { return m_profile->path(); }
    void typeAndKill(const QString &how = u"--type-into"_s);
    static QString ownerOf(Program &program);
    static void openForm(Program &program);

    DemoConference m_conference;
    std::unique_ptr<QTemporaryDir> m_profile;
};

void DraftSurvivalTest::initTestCase()
{
    demo::Options options = DemoConference::defaultOptions(4);
    options.media = demo::Media::None;
    options.sshd = false;
    QVERIFY2(m_conference.start(options), qPrintable(m_conference.error()));
}

void DraftSurvivalTest::init()
{
    m_profile = std::make_unique<QTemporaryDir>();
    Program program(profile());
    const ServerId server = program.connectTo(m_conference.connection());
    QVERIFY(server.isValid());
    QVERIFY(!program.end(program.workspace().startSync(program.actor(), server)).error);
}

void DraftSurvivalTest::typeAndKill(const QString &how)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {how, profile()});
    QVERIFY(child.waitForStarted());
    QByteArray said;
    QVERIFY(QTest::qWaitFor(
        [&] {
            child.waitForReadyRead(10);
            said += child.readAllStandardOutput();
            return said.contains("kept") || child.state() == QProcess::NotRunning;
        },
        60'000));
    QVERIFY2(said.contains("kept"), said.constData());
    child.kill(); // SIGKILL: no destructor, no flush
    QVERIFY(child.waitForFinished());
}

void DraftSurvivalTest::openForm(Program &program)
{
    program.openWindow();
    QTRY_VERIFY(program.window->detailsPane().details().has_value());
    QTest::keyClick(program.window.get(), Qt::Key_F2);
    QTRY_VERIFY(program.window->detailsPane().information().draft());
    QTRY_COMPARE(focusName(), u"field-title"_s);
}

QString DraftSurvivalTest::ownerOf(Program &program)
{
    return program.window->findChild<QLineEdit *>(u"field-owner"_s)->text();
}

void DraftSurvivalTest::killedInTheMiddleTheTextIsThereAgain()
{
    typeAndKill();
    Program program(profile());
    program.openWindow();
    auto *summary = program.window->findChild<QToolButton *>(u"draftSummary"_s);
    QTRY_VERIFY(summary->isVisible()); // said before anything is opened
    QTRY_VERIFY(program.window->detailsPane().details().has_value());
    const RecordingListModel &model = program.window->recordingsPage().model();
    QTRY_VERIFY(!model.index(0, RecordingListModel::Title).data(Qt::DecorationRole).isNull());
    QTest::keyClick(program.window.get(), Qt::Key_F2);
    InformationForm &form = program.window->detailsPane().information();
    QTRY_VERIFY(form.draft());
    QTRY_COMPARE(ownerOf(program), typedText);
    QVERIFY(form.messages().hasMessage()); // since when
    QVERIFY(form.draft()->isDirty(field::owner));
    QVERIFY(!form.draft()->isOvertaken(field::owner));
    // Applied, it is no draft any more.
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!form.draft()->isDirty());
    QTRY_VERIFY(!summary->isVisible());
    QVERIFY(!form.messages().hasMessage());
    QVERIFY(answerOf(program.workspace().drafts().overview(program.actor())).value().isEmpty());
}

void DraftSurvivalTest::aFormOfNoRecordingSurvivesTheKillToo()
{
    typeAndKill(u"--add-person"_s);
    Program program(profile());
    program.openWindow();
    QVERIFY(openNewPerson(program));
    QTRY_COMPARE(qobject_cast<QLineEdit *>(QApplication::focusWidget())->text(), typedText);
}

void DraftSurvivalTest::aChangeMeanwhileIsShownBesideIt()
{
    typeAndKill();
    Program program(profile());
    const RecordingId first = answerOf(program.workspace().recordings(program.actor(), {}, {}, 1)).value().rows.first().id;
    const RecordingInformation now = answerOf(program.workspace().editor().information(program.actor(), first)).value();
    const Actor other = ownerActor(u"boris"_s, u"Boris"_s);
    const QList<FieldEdit> edits{{first, field::owner, now.values.value(field::owner), u"Boris"_s},
                                 {first, field::tags, now.values.value(field::tags), u"meanwhile"_s}};
    QCOMPARE(answerOf(program.workspace().editor().apply(other, edits)).value().count(EditOutcome::Applied), 2);
    openForm(program);
    InformationDraft *draft = program.window->detailsPane().information().draft();
    QCOMPARE(ownerOf(program), typedText);       // ours
    QVERIFY(draft->isOvertaken(field::owner));   // said at the field
    QVERIFY(program.window->findChild<QLabel *>(u"state-owner"_s)->text().contains(u"Boris"_s));
    QCOMPARE(draft->text(field::tags), u"meanwhile"_s); // theirs: nobody typed over it
    draft->discard();
    QTRY_COMPARE(ownerOf(program), u"Boris"_s);
    QTRY_VERIFY(answerOf(program.workspace().drafts().overview(program.actor())).value().isEmpty());
}

void DraftSurvivalTest::closingAsksNothingAndKeepsIt()
{
    {
        Program program(profile());
        openForm(program);
        press(Qt::Key_End);
        type(u" — черновик"_s);
        QSignalSpy quit(program.window.get(), &MainWindow::quitRequested);
        program.window->close(); // at once, before the moment after the last key
        QTRY_COMPARE(quit.count(), 1);
        QVERIFY(program.questions.asked().isEmpty());
    }
    Program again(profile());
    openForm(again);
    QVERIFY(again.window->findChild<QLineEdit *>(u"field-title"_s)->text().endsWith(u" — черновик"_s));
}

void DraftSurvivalTest::ofTwoWindowsOnOneProfileTheLastWriterWins()
{
    Program one(profile());
    Program two(profile());
    openForm(one);
    press(Qt::Key_End);
    type(u" one"_s);
    QTRY_COMPARE(answerOf(one.workspace().drafts().overview(one.actor())).value().size(), 1);
    openForm(two);
    QLineEdit *title = two.window->findChild<QLineEdit *>(u"field-title"_s);
    QVERIFY(title->text().endsWith(u" one"_s));
    press(Qt::Key_End);
    type(u" two"_s);
    const auto kept = [&] {
        const QList<FormDraft> drafts = answerOf(one.workspace().drafts().drafts(
            one.actor(), two.window->detailsPane().information().draft()->information().recording)).value();
        return drafts.isEmpty() ? QByteArray() : drafts.first().content;
    };
    QTRY_VERIFY(kept().contains(" one two"));
    // The first one goes on; nothing is disturbed, and its text is the newer one.
    InformationDraft *first = one.window->detailsPane().information().draft();
    first->edit(field::title, u"first again"_s);
    QTRY_VERIFY(kept().contains("first again"));
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--type-into")
        return typeAndWait(QString::fromLocal8Bit(argv[2]));
    if (argc == 3 && QByteArray(argv[1]) == "--add-person")
        return addPersonAndWait(QString::fromLocal8Bit(argv[2]));
    DraftSurvivalTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_draftsurvival.moc"
