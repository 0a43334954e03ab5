#pragma once

#include "tests/ui/access/accessbench.h"

#include "ui/forms/access/attendancegapdialog.h"
#include "ui/forms/access/gaplist.h"
#include "ui/pages/proposals/proposallistmodel.h"
#include "ui/pages/proposals/proposalspage.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/participantstab.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/plaintable.h"

namespace letopis::test {

// Who moderated what, over the bench of access.
struct ProposalBench : AccessBench
{
    // Boris two recordings, Clara one of them.
    void propose()
    {
        const QList<RecordingId> recordings = workspace.recordingIds();
        desk().propose(recordings.at(0), boris);
        desk().propose(recordings.at(0), clara);
        desk().propose(recordings.at(1), boris);
    }
    ProposalsPage &proposals() { return *window->findChild<ProposalsPage *>(); }
    void openProposals()
    {
        QTRY_VERIFY(action(Actions::ShowProposals)->isEnabled());
        QTest::keyClick(window.get(), Qt::Key_7, Qt::AltModifier);
        QTRY_VERIFY(proposals().isVisible());
    }
    void activate()
    {
        window->activateWindow();
        (void)QTest::qWaitForWindowActive(window.get());
    }
    QTreeWidgetItem *place(const QString &name)
    {
        auto *tree = window->findChild<QTreeWidget *>(u"navigationTree"_s);
        for (int i = 0; i < tree->topLevelItemCount(); ++i) {
            if (tree->topLevelItem(i)->text(0) == name)
                return tree->topLevelItem(i);
        }
        return nullptr;
    }
    template<typename T = QPushButton>
    T *child(const QString &name) { return window->findChild<T *>(name); }
    // "Boris Stone: Lecture", top down.
    QStringList proposed()
    {
        QStringList rows;
        for (const GrantProposal &one : proposals().model().proposals().proposals)
            rows += one.person.name + u' ' + QString::number(one.recording.value);
        return rows;
    }
    // Looks at what would change, and agrees with Enter.
    int agree()
    {
        auto *preview = opened<AccessPreviewDialog>();
        if (!preview)
            return -1;
        auto *accept = preview->findChild<QPushButton *>(u"acceptPreview"_s);
        (void)QTest::qWaitFor([accept] { return accept->isEnabled(); });
        const int rows = preview->findChild<QTreeWidget *>(u"previewTree"_s)->topLevelItemCount();
        const QPointer<AccessPreviewDialog> alive = preview;
        QTest::keyClick(preview, Qt::Key_Return);
        (void)QTest::qWaitFor([&alive] { return !alive; });
        activate();
        return alive ? -1 : rows;
    }
    AttendanceGapDialog *openGap()
    {
        QAction *compare = window->detailsPane().participants().action(ParticipantsTab::CompareAccess);
        (void)QTest::qWaitFor([this, compare] { return compare->isEnabled() && window->detailsPane().details(); });
        compare->trigger();
        auto *dialog = opened<AttendanceGapDialog>();
        (void)QTest::qWaitFor([dialog] { return dialog && !dialog->findChild<QTabWidget *>()->tabText(0).isEmpty(); });
        return dialog;
    }
    static QStringList rowsOf(const GapList &list)
    {
        QStringList rows;
        for (int row = 0; row < list.model().rowCount(); ++row)
            rows += list.model().index(row, GapListModel::Who).data().toString();
        return rows;
    }
    static QString noteOf(const GapList &list, int row) { return list.model().index(row, GapListModel::Note).data().toString(); }
};

} // namespace letopis::test
