#pragma once

#include "tests/support/answer.h"
#include "tests/ui/uitest.h"

#include "ui/forms/access/accesspreviewdialog.h"
#include "ui/forms/folders/filingruledialog.h"
#include "ui/forms/folders/filingrulesdialog.h"
#include "ui/forms/folders/folderdialog.h"
#include "ui/forms/folders/foldernamedialog.h"
#include "ui/models/foldertreemodel.h"
#include "ui/models/librarymime.h"
#include "ui/models/recordinglistmodel.h"
#include "ui/pages/folders/folderpane.h"
#include "ui/pages/folders/foldertree.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/pages/recordings/recordingtable.h"
#include "ui/shell/actions.h"
#include "ui/widgets/messagebar.h"

#include <QtTest>
#include <QtWidgets>

namespace letopis::test {

using namespace Qt::Literals::StringLiterals;

// A dozen recordings and a library: Shared with a faculty of two chairs and an archive; a group of students sees what is in the
// archive.
struct FolderBench : WindowBench
{
    FolderBench()
    {
        fillWithSamples(workspace, clock.now());
        Person viewer;
        viewer.name = u"Clara Weiß"_s;
        viewer.login = u"clara"_s;
        viewer.role = Role::Viewer;
        clara = workspace.people().put(viewer);
        viewer.name = u"Boris Stone"_s;
        viewer.login = u"boris"_s;
        viewer.role = Role::Moderator;
        boris = workspace.people().put(viewer);
    }

    void fill()
    {
        faculty = folders().put(u"Факультет математики"_s);
        maths = folders().put(u"Algebra"_s, faculty);
        physics = folders().put(u"Geometry"_s, faculty);
        archive = folders().put(u"Archive"_s);
        personal = folders().put(u"Boris Stone"_s, peopleFolder);
        folders().setOwner(personal, boris, u"Boris Stone"_s);
        const QList<RecordingId> ids = workspace.recordingIds();
        for (int i = 0; i < 3; ++i)
            folders().place(ids.at(i), maths);
        folders().place(ids.at(3), faculty);
        folders().place(ids.at(4), archive);
        workspace.access().give(archive, {.principal = clara, .permission = Permission::View});
    }

    void openWindow()
    {
        makeWindow();
        window->resize(1440, 860);
        window->resetLayout();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTRY_COMPARE(page().model().rowCount(), 12);
        QTRY_VERIFY(pane().model().isRead());
        QTRY_VERIFY(action(Actions::FilingRules)->isEnabled());
    }
    void openFilled()
    {
        fill();
        openWindow();
        QTRY_VERIFY(tree().isVisible());
    }

    FakeFolderLibrary &folders() { return workspace.folders(); }
    RecordingsPage &page() { return window->recordingsPage(); }
    FolderPane &pane() { return *window->findChild<FolderPane *>(); }
    FolderTree &tree() { return pane().tree(); }
    QAction *action(Actions::Id id) { return window->actionList()[id]; }
    QString message() { return page().messages().text(); }
    int shown() { return page().model().rowCount(); }

    // By a click on its row.
    void click(FolderId folder)
    {
        const QModelIndex index = pane().model().indexOf(folder);
        tree().scrollTo(index);
        QTest::mouseClick(tree().viewport(), Qt::LeftButton, {}, tree().visualRect(index).center());
    }
    // What a drag ends with: offscreen there is none to see.
    bool drop(QMimeData *data, FolderId onto)
    {
        const std::unique_ptr<QMimeData> owned(data);
        const QModelIndex index = pane().model().indexOf(onto);
        tree().scrollTo(index);
        const QPoint place = tree().visualRect(index).center();
        QDragEnterEvent enter(place, Qt::MoveAction, data, Qt::LeftButton, {});
        QApplication::sendEvent(tree().viewport(), &enter);
        QDragMoveEvent move(place, Qt::MoveAction, data, Qt::LeftButton, {});
        QApplication::sendEvent(tree().viewport(), &move);
        if (!move.isAccepted()) {
            QDragLeaveEvent leave;
            QApplication::sendEvent(tree().viewport(), &leave);
            return false;
        }
        QDropEvent drop(place, Qt::MoveAction, data, Qt::LeftButton, {});
        QApplication::sendEvent(tree().viewport(), &drop);
        return true;
    }
    // The dialog of this kind that is open, active.
    template<typename T>
    T *dialog()
    {
        T *found = nullptr;
        (void)QTest::qWaitFor([&found] {
            for (QWidget *top : QApplication::topLevelWidgets()) {
                if (top->isVisible() && qobject_cast<T *>(top))
                    found = qobject_cast<T *>(top);
            }
            return found != nullptr;
        });
        if (found) {
            found->activateWindow();
            (void)QTest::qWaitForWindowActive(found);
        }
        return found;
    }
    template<typename T>
    bool isOpen()
    {
        const QWidgetList tops = QApplication::topLevelWidgets();
        return std::any_of(tops.begin(), tops.end(), [](QWidget *top) { return top->isVisible() && qobject_cast<T *>(top); });
    }
    // Into the field that has the focus by itself.
    void typeInto(QDialog *dialog, const QString &field, const QString &text)
    {
        auto *edit = dialog->findChild<QLineEdit *>(field);
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClicks(edit, text);
    }
    void activate()
    {
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
    FolderId childNamed(FolderId parent, const QString &name)
    {
        for (const FolderId child : pane().model().children(parent)) {
            if (pane().model().node(child)->folder.name == name)
                return child;
        }
        return {};
    }
    template<typename T>
    static void press(QDialog *dialog, const QString &button)
    {
        dialog->findChild<T *>(button)->click();
    }

    PersonId clara, boris;
    FolderId faculty, maths, physics, archive, personal;
};

} // namespace letopis::test
