#pragma once

#include "tests/ui/access/accessbench.h"
#include "tests/ui/uitest.h"

#include "core/workspace/audittrail.h"
#include "ui/pages/audit/auditeventmodel.h"
#include "ui/pages/audit/journaleventview.h"
#include "ui/pages/audit/auditfilters.h"
#include "ui/pages/audit/journalpage.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/plaintable.h"

namespace letopis::test {

// The bench of access with a journal: what people and the program did in some days.
struct AuditBench : AccessBench
{
    AuditBench()
    {
        server = workspace.serverList().isEmpty() ? ServerId() : workspace.serverList().first().id;
        const QList<RecordingId> recordings = workspace.recordingIds();
        const auto boriss = QByteArray::number(boris.value);
        add(u"letopis"_s, u"recording.added"_s, "{}", recordings.at(0), -6 * 24);
        add(u"letopis"_s, u"meeting.stored"_s, R"({"participants":24,"events":310,"source":"raw/events.xml"})", recordings.at(0), -6 * 24);
        add(u"anna"_s, u"field.edited"_s, R"({"field":"title","before":"Лекция 4. Ряды","after":"Лекция 4. Ряды Фурье"})", recordings.at(0), -5 * 24);
        add(u"letopis"_s, u"field.pushed"_s, R"({"field":"title","before":"Лекция 4. Ряды","after":"Лекция 4. Ряды Фурье"})", recordings.at(0), -5 * 24);
        add(u"anna"_s, u"folder.renamed"_s, R"({"folder":10,"name":["Maths","Mathematics"]})", {}, -4 * 24);
        add(u"anna"_s, u"access.granted"_s, R"({"person":)" + boriss + R"(,"permission":["view","manage"],"until":0})", recordings.at(0), -30);
        add(u"boris"_s, u"recording.viewed"_s, R"({"format":"video"})", recordings.at(0), -28);
        add(u"boris"_s, u"recording.downloaded"_s, R"({"format":"video","file":"lecture.mp4"})", recordings.at(1), -27);
        add(u"anna"_s, u"retention.held"_s, R"({"hold":1,"change":[null,"Complaint 14/2026 is open"]})", recordings.at(1), -20);
        add(u"anna"_s, u"server.updated"_s, R"({"syncIntervalMinutes":["15","30"],"dataRoot":["/var/bigbluebutton","/mnt/bigbluebutton"]})", {}, -3);
        add(u"clara"_s, u"link.refused"_s, R"({"link":4,"reason":"expired"})", recordings.at(2), -2);
        add(u"anna"_s, u"deletion.planned"_s, R"({"plan":"f1e2","items":12,"bytes":34500000000})", {}, -1);
    }

    void add(const QString &who, const QString &action, const QByteArray &details, RecordingId recording, int hours)
    {
        AuditEntry entry;
        entry.event.atMs = clock.now().addSecs(hours * 3600).toMSecsSinceEpoch();
        entry.event.actor = who;
        entry.event.action = action;
        entry.event.details = details;
        entry.event.recording = recording;
        entry.event.origin = R"({"program":"letopis","version":"0.5","computer":"desk-17","clock":"system"})";
        if (recording.isValid()) {
            entry.event.server = server;
            entry.serverName = workspace.serverList().first().name;
            entry.recordingTitle = workspace.detailsOf(recording).row.title;
        }
        trail().add(entry);
    }

    FakeAuditTrail &trail() { return workspace.audit(); }
    JournalPage &journal() { return *window->findChild<JournalPage *>(); }
    AuditEventModel &events() { return journal().model(); }
    QString cell(int row, int column) { return events().index(row, column).data().toString(); }
    QStringList sentences()
    {
        QStringList all;
        for (int row = 0; row < events().rowCount(); ++row)
            all += cell(row, AuditEventModel::What);
        return all;
    }
    void openJournal()
    {
        openWindow();
        QTRY_VERIFY(action(Actions::ShowJournal)->isEnabled());
        QTest::keyClick(window.get(), Qt::Key_9, Qt::AltModifier);
        QTRY_VERIFY(journal().isVisible());
        QTRY_COMPARE(events().phase(), AuditEventModel::Phase::Ready);
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
    void activate()
    {
        window->activateWindow();
        (void)QTest::qWaitForWindowActive(window.get());
    }
    template<typename T = QPushButton>
    T *child(const QString &name) { return window->findChild<T *>(name); }

    ServerId server;
};

} // namespace letopis::test
