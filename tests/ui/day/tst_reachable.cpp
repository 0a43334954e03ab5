// Everything in every window, page and dialog by keyboard alone and with a name for screen readers: names, order, no traps, no
// button for the mouse only, every command in a menu or with a key. Over a workspace in memory, in both languages.

#include "tests/ui/day/reachable.h"
#include "tests/ui/uitest.h"

#include "core/base/whendone.h"

#include "ui/forms/access/accesseditor.h"
#include "ui/forms/access/accesslistmodel.h"
#include "ui/forms/access/accesspreviewdialog.h"
#include "ui/forms/access/attendancegapdialog.h"
#include "ui/forms/access/explanationdialog.h"
#include "ui/forms/access/groupnamedialog.h"
#include "ui/forms/access/holdersdialog.h"
#include "ui/forms/access/holdersmodel.h"
#include "ui/forms/access/mergepeopledialog.h"
#include "ui/forms/access/peopleimportdialog.h"
#include "ui/forms/access/persondialog.h"
#include "ui/forms/access/principaldialog.h"
#include "ui/forms/attendeedialog.h"
#include "ui/forms/attendeematchdialog.h"
#include "ui/forms/attendeesplitdialog.h"
#include "ui/forms/batcheditdialog.h"
#include "ui/forms/connectionwizard.h"
#include "ui/forms/customfieldsdialog.h"
#include "ui/forms/folders/filingruledialog.h"
#include "ui/forms/folders/filingrulesdialog.h"
#include "ui/forms/folders/folderdialog.h"
#include "ui/forms/folders/foldernamedialog.h"
#include "ui/forms/informationconflict.h"
#include "ui/forms/informationform.h"
#include "ui/forms/informationhistory.h"
#include "ui/forms/links/linklistmodel.h"
#include "ui/forms/links/linkpolicydialog.h"
#include "ui/forms/links/linksdialog.h"
#include "ui/forms/links/newlinkdialog.h"
#include "ui/forms/serverform.h"
#include "ui/forms/servicerightsdialog.h"
#include "ui/models/recordinglistmodel.h"
#include "ui/models/foldertreemodel.h"
#include "ui/pages/folders/folderpane.h"
#include "ui/pages/people/leavegroupdialog.h"
#include "ui/pages/people/peopleview.h"
#include "ui/pages/proposals/proposallistmodel.h"
#include "ui/pages/proposals/proposalspage.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/materialdialogs.h"
#include "ui/pages/recordings/materialstab.h"
#include "ui/pages/recordings/participantstab.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/pages/recordings/recordingtable.h"
#include "ui/pages/servers/serverspage.h"
#include "ui/shell/actions.h"
#include "ui/shell/shortcutmap.h"
#include "ui/widgets/plaintable.h"

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

class ReachableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theMainWindowWithEachTab_data() { languages(); }
    void theMainWindowWithEachTab();
    void thePagesBesideTheRecordings_data() { languages(); }
    void thePagesBesideTheRecordings();
    void theFormsOfARecording_data() { languages(); }
    void theFormsOfARecording();
    void theParticipantsDialogs_data() { languages(); }
    void theParticipantsDialogs();
    void theMaterialsDialogs_data() { languages(); }
    void theMaterialsDialogs();
    void theServersWindows_data() { languages(); }
    void theServersWindows();
    void thePeopleWindows_data() { languages(); }
    void thePeopleWindows();
    void theAccessWindows_data() { languages(); }
    void theAccessWindows();
    void theFolderWindows_data() { languages(); }
    void theFolderWindows();
    void everyCommandIsInAMenu();
    void whatIsWrongIsFound();

private:
    static void languages();
    void openWindow();
    void look(QWidget &window, const QList<const QWidget *> &parts = {}, const QString &scene = {});
    void lookAtDialog(QWidget *dialog);

    std::unique_ptr<Language> m_language;
    std::unique_ptr<WindowBench> m_bench;
    QStringList m_wrong;
};

void ReachableTest::languages()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("ru") << u"ru"_s;
}

void ReachableTest::init()
{
    m_wrong.clear();
    m_bench = std::make_unique<WindowBench>();
    fillWithSamples(m_bench->workspace, m_bench->clock.now());
}

void ReachableTest::cleanup()
{
    m_bench.reset();
    m_language.reset();
}

void ReachableTest::openWindow()
{
    QFETCH(const QString, language);
    m_language = std::make_unique<Language>(language);
    m_bench->makeWindow();
    m_bench->window->resize(1440, 900);
    m_bench->window->resetLayout();
    QVERIFY(QTest::qWaitForWindowActive(m_bench->window.get()));
    QTRY_COMPARE(m_bench->window->recordingsPage().model().rowCount(), 12);
    QTRY_VERIFY(m_bench->window->detailsPane().details().has_value());
}

void ReachableTest::look(QWidget &window, const QList<const QWidget *> &parts, const QString &scene)
{
    QCoreApplication::sendPostedEvents();
    const QStringList wrong = withoutName(window) + buttonsOffTheKeyboard(window) + againstTheEye(window, parts) + traps(window);
    for (const QString &one : wrong)
        m_wrong += (scene.isEmpty() ? window.objectName() : scene) + u": "_s + one;
}

void ReachableTest::lookAtDialog(QWidget *dialog)
{
    dialog->show();
    dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    look(*dialog);
    dialog->close();
}

void ReachableTest::theMainWindowWithEachTab()
{
    openWindow();
    MainWindow &window = *m_bench->window;
    (void)window.actionList()[Actions::ToggleJobs]; // its drawer is looked at below
    QTabWidget *tabs = window.detailsPane().tabs();
    const QList<const QWidget *> parts{&window.recordingsPage(), window.findChild<QDockWidget *>(u"navigationDock"_s),
                                       &window.detailsPane()};
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        if (tabs->currentWidget() == &window.detailsPane().information())
            QTRY_VERIFY(window.detailsPane().information().draft());
        if (tabs->currentWidget() == &window.detailsPane().materials())
            QTRY_VERIFY(window.detailsPane().materials().action(MaterialsTab::Add)->isEnabled());
        look(window, parts, tabs->tabToolTip(tab));
    }
    m_bench->workspace.startSync({u"anna"_s, {}}, m_bench->workspace.serverList().first().id);
    window.actionList()[Actions::ToggleJobs]->trigger();
    look(window, parts, u"jobs"_s);
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(u'\n')));
}

void ReachableTest::thePagesBesideTheRecordings()
{
    openWindow();
    MainWindow &window = *m_bench->window;
    auto *page = window.findChild<QStackedWidget *>()->currentWidget();
    const RecordingId id = window.recordingsPage().currentRecording();
    const QString title = window.recordingsPage().model().row(0).title;
    QVERIFY(m_bench->workspace.editor().apply({u"anna"_s, {}}, {{id, field::title, title, u"Changed"_s}}).isValid());
    window.showOutbox();
    auto *table = window.findChild<QTableView *>(u"outboxTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    look(window, {table->parentWidget()}, u"outbox"_s);
    window.showCommandPalette();
    look(window, {}, u"palette"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    ShortcutMap map(window.actionList().all(), &window);
    lookAtDialog(&map);
    m_wrong.removeIf([](const QString &one) { return one.startsWith(u"palette: from"_s); }); // over the window, not in it
    Q_UNUSED(page)
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(u'\n')));
}

void ReachableTest::theFormsOfARecording()
{
    openWindow();
    MainWindow &window = *m_bench->window;
    FakeWorkspace &workspace = m_bench->workspace;
    const Actor actor = ownerActor(u"anna"_s, u"Anna"_s);
    const RecordingId id = window.recordingsPage().currentRecording();
    const QString title = window.recordingsPage().model().row(0).title;
    workspace.editor().apply(actor, {{id, field::title, title, u"Changed"_s}});
    workspace.editor().storeFieldDefinition(actor, {u"custom.term"_s, u"Term"_s, FieldType::Date, {}, 0, false});
    workspace.editor().storeFieldDefinition(actor, {u"custom.kind"_s, u"Kind"_s, FieldType::Choice, {u"a"_s, u"b"_s}, 1, false});
    InformationHistory history(workspace, actor, id, field::title, builtInFields(), &window);
    QTRY_VERIFY(history.findChild<QTableView *>(u"historyTable"_s)->model()->rowCount() > 0);
    lookAtDialog(&history);
    FieldEditState edit;
    edit.field = field::title;
    edit.base = title;
    edit.ours = u"ours"_s;
    edit.theirs = u"theirs"_s;
    InformationConflict conflict(edit, builtInFields().first(), false, &window);
    lookAtDialog(&conflict);
    QList<RecordingId> several;
    for (int row = 0; row < 3; ++row)
        several += window.recordingsPage().model().row(row).id;
    BatchEditDialog batch(workspace, actor, several, &window);
    QTRY_VERIFY(batch.findChild<QCheckBox *>(u"change-title"_s));
    lookAtDialog(&batch);
    CustomFieldsDialog fields(workspace, actor, &window);
    QTRY_VERIFY(!fields.findChildren<QAbstractItemView *>().isEmpty());
    lookAtDialog(&fields);
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(u'\n')));
}

void ReachableTest::theParticipantsDialogs()
{
    openWindow();
    MainWindow &window = *m_bench->window;
    const Actor actor = ownerActor(u"anna"_s, u"Anna"_s);
    ParticipantsTab &tab = window.detailsPane().participants();
    QTRY_VERIFY(tab.report() && !tab.report()->rows.isEmpty());
    const Attendee attendee = tab.report()->rows.first().attendee;
    AttendeeDialog dialog({.service = ServerKind::BigBlueButton, .attendee = attendee, .automatic = attendee.automatic}, &window);
    lookAtDialog(&dialog);
    AttendeeDialog added({.service = ServerKind::BigBlueButton, .attendee = {}, .automatic = {}}, &window);
    lookAtDialog(&added);
    AttendeeMatchDialog match(m_bench->workspace.attendance(), actor, attendee, {}, {}, &window);
    auto *known = match.findChild<QListWidget *>(u"matchList"_s);
    match.show();
    QTRY_VERIFY(known->count() > 0 || !known->isVisible()); // the search has answered
    lookAtDialog(&match);
    const AttendeeSession session{.key = attendee.uid, .session = {1'000, 61'000}};
    AttendeeSplitDialog split(attendee, {session, session}, &window);
    lookAtDialog(&split);
    ServiceRightsDialog rights(&window);
    lookAtDialog(&rights);
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(u'\n')));
}

void ReachableTest::theMaterialsDialogs()
{
    openWindow();
    Material material;
    material.name = u"slides.pdf"_s;
    MaterialVersion version;
    version.number = 1;
    version.fileName = material.name;
    material.versions = {version};
    MaterialVersionsDialog versions(m_bench->window.get());
    versions.showMaterial(material, m_bench->clock.now());
    lookAtDialog(&versions);
    MaterialDescriptionDialog description(material, m_bench->window.get());
    lookAtDialog(&description);
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(u'\n')));
}

void ReachableTest::theServersWindows()
{
    openWindow();
    const Actor actor = ownerActor(u"anna"_s, u"Anna"_s);
    ServersPage page(m_bench->workspace, actor, m_bench->questions);
    page.resize(1000, 700);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.select(m_bench->workspace.serverList().first().id);
    look(page, {}, u"servers"_s);
    ConnectionWizard wizard(m_bench->workspace, actor, m_bench->questions);
    lookAtDialog(&wizard);
    ServerForm form(m_bench->workspace.serverList().first(), m_bench->workspace, actor, m_bench->questions);
    auto *tabs = form.findChild<QTabWidget *>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        lookAtDialog(&form);
    }
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(u'\n')));
}

void ReachableTest::thePeopleWindows()
{
    Person anna;
    anna.name = u"Anna"_s;
    anna.login = u"anna"_s;
    anna.externalIds = {{m_bench->workspace.serverList().first().id, u"moodle-1"_s}};
    FakePeopleDirectory &people = m_bench->workspace.people();
    anna.id = people.put(anna);
    const GroupId staff = people.putGroup(u"Staff"_s, {anna.id});
    openWindow();
    MainWindow &window = *m_bench->window;
    window.showPeople();
    auto *view = window.findChild<PeopleView *>();
    QTRY_VERIFY(view->table().isVisible() && view->action(PeopleView::EditPerson)->isEnabled());
    look(window, {view}, u"people"_s);
    const Actor actor = ownerActor(u"anna"_s, u"Anna"_s);
    auto *form = new PersonDialog({people, actor, m_bench->questions}, {anna, m_bench->workspace.serverList(), PeopleAuthority::Everybody}, &window);
    lookAtDialog(form);
    auto *picker = new PrincipalDialog(people, actor, PrincipalPicker::Contents::GroupsAndPeople, {u"t"_s, u"t"_s, u"Add"_s}, &window);
    QTRY_VERIFY(picker->picker().model().rowCount() > 0);
    lookAtDialog(picker);
    lookAtDialog(new GroupNameDialog(people, actor, std::nullopt, &window));
    lookAtDialog(new MergePeopleDialog({anna, {}}, {anna, {}}, &window));
    lookAtDialog(new LeaveGroupDialog(anna, {people.group(staff)}, &window));
    PeopleImportPlan plan;
    plan.lines.resize(2);
    plan.lines[1].kind = PeopleImportPlan::Kind::Added;
    people.setImportPlan(plan);
    auto *import = new PeopleImportDialog(people, actor, "name\n", u"list"_s, &window);
    QTRY_VERIFY(import->findChild<QPushButton *>(u"acceptImport"_s)->isEnabled());
    lookAtDialog(import);
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(u'\n')));
}

void ReachableTest::theAccessWindows()
{
    Person anna;
    anna.name = u"Anna"_s;
    anna.login = u"anna"_s;
    const PersonId id = m_bench->workspace.people().put(anna);
    m_bench->workspace.access().give(sharedFolder, {.principal = id, .permission = Permission::View, .untilMs = 0});
    openWindow();
    MainWindow &window = *m_bench->window;
    const AccessParts parts{m_bench->workspace, m_bench->actor, m_bench->questions, m_bench->clock};
    const AccessSubject subject{window.recordingsPage().currentRecording(), u"Lecture"_s};
    auto *editor = new AccessEditor(parts, {subject}, &window);
    QTRY_VERIFY(editor->model().rowCount() == 1 && editor->picker().model().rowCount() > 0);
    editor->model().setPermission({0}, Permission::Manage);
    lookAtDialog(editor);
    auto *preview = new AccessPreviewDialog(parts, {u"Apply"_s, u"&Apply"_s},
                                            {{subject, SetAccessList{subject.item, {}}, [](const AccessPreview &) { return readyFuture(Result<>()); }}}, &window);
    QTRY_VERIFY(preview->findChild<QPushButton *>(u"acceptPreview"_s)->isEnabled());
    lookAtDialog(preview);
    auto *holders = new HoldersDialog(parts, subject, &window);
    QTRY_VERIFY(holders->model().rowCount() == 1);
    lookAtDialog(holders);
    auto *why = new ExplanationDialog(parts, subject, false, &window);
    QTRY_VERIFY(why->picker()->model().rowCount() > 0);
    lookAtDialog(why);
    Person unknown;
    unknown.name = u"Unknown"_s;
    m_bench->workspace.people().setPeopleOfRecording({unknown});
    auto *gap = new AttendanceGapDialog(parts, subject, {u"Without an ID"_s}, &window);
    QTRY_VERIFY(gap->isRead());
    gap->cannotWatch().table().selectRow(0);
    lookAtDialog(gap);
    gap = new AttendanceGapDialog(parts, subject, {}, &window);
    QTRY_VERIFY(gap->isRead() && gap->didNotAttend().model().rowCount() == 1);
    gap->findChild<QTabWidget *>()->setCurrentIndex(1);
    lookAtDialog(gap);
    m_bench->workspace.access().propose(window.recordingsPage().currentRecording(), id);
    Q_EMIT m_bench->workspace.access().proposalsChanged();
    window.showProposals();
    auto *proposals = window.findChild<ProposalsPage *>();
    QTRY_COMPARE(proposals->model().rowCount(), 1);
    look(window, {proposals}, u"proposals"_s);
    AccessLink link;
    link.recording = window.recordingsPage().currentRecording();
    link.label = u"Parents"_s;
    m_bench->workspace.access().putLink(link);
    for (const auto &of : {std::optional(subject), std::optional<AccessSubject>()}) {
        auto *links = new LinksDialog(parts, of, &window);
        QTRY_VERIFY(links->model().rowCount() == 1 && links->findChild<QPushButton *>(u"revokeLink"_s)->isEnabled());
        lookAtDialog(links);
    }
    lookAtDialog(new NewLinkDialog(parts, subject, {}, &window));
    lookAtDialog(new LinkPolicyDialog(parts, {}, &window));
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(u'\n')));
}

void ReachableTest::theFolderWindows()
{
    FakeFolderLibrary &folders = m_bench->workspace.folders();
    const FolderId faculty = folders.put(u"Faculty"_s);
    folders.put(u"Maths"_s, faculty);
    FilingRule filing;
    filing.folder = faculty;
    filing.conditions = {{FilingRule::Field::MetadataKey, u"origin"_s, FilingRule::Match::Is, u"x"_s}, {FilingRule::Field::Owner, {}, FilingRule::Match::Is, u"y"_s}};
    folders.setStoredRules({filing, filing, filing});
    openWindow();
    MainWindow &window = *m_bench->window;
    auto *pane = window.findChild<FolderPane *>();
    QTRY_VERIFY(pane->isVisible() && pane->model().isRead());
    pane->choose(faculty);
    QTRY_VERIFY(pane->action(FolderPane::NewFolder)->isEnabled());
    look(window, {pane}, u"folders"_s);
    const Actor actor = ownerActor(u"anna"_s, u"Anna"_s);
    Folder fresh;
    fresh.parent = faculty;
    auto *name = new FolderNameDialog(folders, actor, fresh, u"Shared / Faculty"_s, &window);
    name->findChild<QLineEdit *>()->setText(u"x"_s);
    lookAtDialog(name);
    auto *picker = new FolderDialog(folders, actor, {u"t"_s, u"t"_s, u"Move"_s}, {}, faculty, &window);
    QTRY_VERIFY(picker->findChild<QPushButton *>(u"acceptFolder"_s)->isEnabled());
    lookAtDialog(picker);
    auto *rules = new FilingRulesDialog({m_bench->workspace, actor, m_bench->questions, m_bench->clock}, &window);
    QTRY_COMPARE(rules->rules().size(), 3);
    rules->findChild<QTableView *>()->selectRow(1);
    lookAtDialog(rules);
    auto *rule = new FilingRuleDialog({m_bench->workspace, actor, m_bench->questions, m_bench->clock}, m_bench->workspace.serverList(), filing, &window);
    QTRY_VERIFY(rule->findChild<QPushButton *>(u"acceptRule"_s)->isEnabled());
    lookAtDialog(rule);
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(u'\n')));
}

void ReachableTest::everyCommandIsInAMenu()
{
    m_bench->makeWindow();
    QSet<const QAction *> inMenus;
    const std::function<void(const QMenu &)> collect = [&](const QMenu &menu) {
        for (const QAction *action : menu.actions()) {
            inMenus += action;
            if (action->menu())
                collect(*action->menu());
        }
    };
    for (const QAction *action : m_bench->window->menuBar()->actions())
        collect(*action->menu());
    QStringList lost;
    for (const QAction *action : m_bench->window->actionList().all()) {
        if (!inMenus.contains(action))
            lost += action->text();
    }
    for (const QMenu *menu : m_bench->window->detailsPane().findChildren<QMenu *>())
        collect(*menu);
    DetailsPane &pane = m_bench->window->detailsPane();
    for (int command = 0; command < MaterialsTab::CommandCount; ++command) {
        const QAction *action = pane.materials().action(static_cast<MaterialsTab::Command>(command));
        if (!inMenus.contains(action) && action->shortcut().isEmpty())
            lost += action->text();
    }
    for (int command = 0; command < ParticipantsTab::CommandCount; ++command) {
        const QAction *action = pane.participants().action(static_cast<ParticipantsTab::Command>(command));
        if (!inMenus.contains(action) && action->shortcut().isEmpty())
            lost += action->text();
    }
    QVERIFY2(lost.isEmpty(), qPrintable(lost.join(u", "_s)));
}

// The check itself: each kind of mistake, made on purpose.
void ReachableTest::whatIsWrongIsFound()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *nameless = new QLineEdit;
    auto *trap = new QPlainTextEdit; // keeps Tab for itself
    trap->setAccessibleName(u"trap"_s);
    auto *unreachable = new QToolButton;
    unreachable->setFocusPolicy(Qt::NoFocus);
    auto *last = new QPushButton(u"Last"_s);
    for (QWidget *widget : {static_cast<QWidget *>(nameless), static_cast<QWidget *>(trap), static_cast<QWidget *>(unreachable), static_cast<QWidget *>(last)})
        layout->addWidget(widget);
    QWidget::setTabOrder(last, trap);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QCOMPARE(withoutName(window).size(), 1);
    QCOMPARE(buttonsOffTheKeyboard(window).size(), 1);
    QVERIFY(!againstTheEye(window).isEmpty());
    QVERIFY(traps(window).join(u' ').contains(u"a trap"_s));
}

QTEST_MAIN(ReachableTest)
#include "tst_reachable.moc"
