#pragma once

#include "tests/ui/uitest.h"

#include "core/domain/participant.h"
#include "ui/forms/access/accesseditor.h"
#include "ui/forms/access/accesslistmodel.h"
#include "ui/forms/access/accesspreviewdialog.h"
#include "ui/forms/access/principalpicker.h"
#include "ui/models/recordinglistmodel.h"
#include "ui/pages/recordings/filterbar.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/pages/recordings/recordingtable.h"
#include "ui/shell/actions.h"
#include "ui/widgets/messagebar.h"

#include <QtTest>
#include <QtWidgets>

namespace letopis::test {

using namespace Qt::Literals::StringLiterals;

inline Person accessPerson(const QString &name, const QString &login, Role role = Role::Viewer)
{
    Person person;
    person.name = name;
    person.login = login;
    person.role = role;
    return person;
}

// The main window with a dozen recordings in a folder of the library; an administrator, moderators, viewers and groups.
struct AccessBench : WindowBench
{
    AccessBench()
    {
        fillWithSamples(workspace, clock.now());
        FakePeopleDirectory &people = workspace.people();
        admin = people.put(accessPerson(u"Анна Ковалёва"_s, u"anna"_s, Role::Administrator));
        boris = people.put(accessPerson(u"Boris Stone"_s, u"boris"_s, Role::Moderator));
        clara = people.put(accessPerson(u"Clara Weiß"_s, u"clara"_s));
        dmitri = people.put(accessPerson(u"Dmitri Volkov"_s, u"dmitri"_s));
        students = people.putGroup(u"Students"_s, {dmitri});
        staff = people.putGroup(u"Staff"_s, {boris, clara});
        desk().setNow(clock.now().toMSecsSinceEpoch());
        desk().putFolder(maths, u"Mathematics"_s);
        for (const RecordingId recording : workspace.recordingIds())
            desk().file(recording, maths);
        desk().give(maths, entry(students, Permission::View));
    }

    static GrantEntry entry(const Principal &principal, Permission permission, qint64 untilMs = 0)
    {
        return {.principal = principal, .permission = permission, .untilMs = untilMs};
    }
    FakeAccessDesk &desk() { return workspace.access(); }
    void actAs(PersonId person, const QString &login) { actor = personActor(person, login, login); }

    void openWindow()
    {
        makeWindow();
        window->resize(1440, 860);
        window->resetLayout();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTRY_COMPARE(page().model().rowCount(), 12);
        QTRY_VERIFY(page().currentRecording().isValid());
        first = page().currentRecording();
    }
    RecordingsPage &page() { return window->recordingsPage(); }
    QAction *action(Actions::Id id) { return window->actionList()[id]; }
    void select(int count)
    {
        page().table().clearSelection();
        for (int row = 0; row < count; ++row)
            page().table().selectionModel()->select(page().model().index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    template<typename T>
    T *dialog()
    {
        T *found = nullptr;
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (top->isVisible() && qobject_cast<T *>(top))
                found = qobject_cast<T *>(top);
        }
        return found;
    }
    template<typename T>
    T *opened()
    {
        (void)QTest::qWaitFor([this] { return dialog<T>() != nullptr; });
        T *found = dialog<T>();
        if (found) {
            found->activateWindow();
            (void)QTest::qWaitForWindowActive(found);
        }
        return found;
    }
    AccessEditor *openEditor()
    {
        (void)QTest::qWaitFor([this] { return action(Actions::EditAccess)->isEnabled(); });
        action(Actions::EditAccess)->trigger();
        auto *editor = opened<AccessEditor>();
        (void)QTest::qWaitFor([editor] { return editor && editor->isRead() && editor->picker().model().rowCount() > 5; });
        return editor;
    }
    template<typename T>
    static T *part(QWidget *of, const QString &name)
    {
        return of->findChild<T *>(name);
    }
    // "Students: View", from top to bottom.
    static QStringList listed(const AccessEditor &editor)
    {
        QStringList rows;
        for (int row = 0; row < editor.model().rowCount(); ++row)
            rows += editor.model().index(row, AccessListModel::Who).data().toString() + u": "_s
                + editor.model().index(row, AccessListModel::What).data().toString();
        return rows;
    }
    void choose(AccessEditor &editor, const Principal &principal)
    {
        editor.table().selectRow(editor.model().rowOf(principal));
        editor.table().setFocus();
    }
    // As one types it into the search.
    void find(AccessEditor &editor, const QString &text, const Principal &principal)
    {
        editor.picker().searchField().setFocus();
        editor.picker().searchField().selectAll();
        QTest::keyClicks(&editor.picker().searchField(), text);
        PrincipalTreeModel &found = editor.picker().model();
        QTRY_VERIFY(found.rowCount() == 1 && found.principal(found.index(0, 0)).principal == principal);
    }
    QStringList storedNow(const LibraryItem &item)
    {
        const auto asked = desk().list(ownerActor(u"anna"_s, {}), item);
        (void)QTest::qWaitFor([&] { return asked.isFinished(); });
        const Result<AccessList> list = asked.result();
        QStringList entries;
        for (const NamedGrant &grant : list->entries)
            entries += grant.principal.name + u": "_s + permissionName(grant.entry.permission);
        return entries;
    }

    const FolderId maths{10};
    PersonId admin, boris, clara, dmitri;
    GroupId students, staff;
    RecordingId first;
};

} // namespace letopis::test
