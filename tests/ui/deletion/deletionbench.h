#pragma once

#include "tests/ui/uitest.h"

#include "core/retention/deletioncertificate.h"
#include "ui/forms/access/accessparts.h"
#include "ui/pages/deletion/planconfirmdialog.h"
#include "ui/pages/deletion/planspanel.h"
#include "ui/pages/deletion/realitypanel.h"
#include "ui/pages/deletion/simulatorpanel.h"
#include "ui/pages/deletion/trashpanel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"

#include <QtTest>
#include <QtWidgets>

namespace letopis::test {

using namespace Qt::Literals::StringLiterals;

// The panels of deletion by themselves, over the fakes: two servers, a dozen recordings, a plan of three of them.
struct DeletionBench
{
    DeletionBench()
    {
        fillWithSamples(workspace, clock.now());
        recordings = workspace.recordingIds();
        desk().setServer({.server = uni, .name = u"bbb.uni"_s, .isOn = true, .switchedBy = u"anna"_s, .switchedAtMs = now(), .parameters = {}});
        desk().setServer({.server = school, .name = u"Школа № 5"_s, .isOn = false, .switchedBy = {}, .switchedAtMs = 0, .parameters = {}});
    }

    FakeRetentionDesk &desk() { return workspace.retention(); }
    FakeServerReality &reality() { return workspace.reality(); }
    AccessParts parts() { return {workspace, actor, questions, clock}; }
    qint64 now() const { return clock.now().toMSecsSinceEpoch(); }
    qint64 inDays(int days) const { return clock.now().addDays(days).toMSecsSinceEpoch(); }

    template<typename Panel>
    Panel &open()
    {
        auto *panel = new Panel(parts());
        window.reset(panel);
        panel->resize(1100, 700);
        panel->show();
        panel->activateWindow();
        (void)QTest::qWaitForWindowActive(panel);
        return *panel;
    }
    template<typename T>
    T *dialog()
    {
        T *found = nullptr;
        (void)QTest::qWaitFor([&] {
            for (QWidget *top : QApplication::topLevelWidgets()) {
                T *one = qobject_cast<T *>(top);
                found = one && one->isVisible() ? one : found;
            }
            return found != nullptr;
        });
        return found;
    }
    template<typename T = QPushButton>
    T *child(const QString &name)
    {
        return window->findChild<T *>(name);
    }
    QString label(const QString &name) { return child<QLabel>(name)->text(); }

    ForecastRow row(int at, DeletionStep step, int days, qint64 size) const
    {
        ForecastRow one;
        one.item.recording = recordings.at(at);
        one.item.server = at % 2 == 0 ? uni : school;
        one.item.step = step;
        one.item.policy = {1};
        one.item.dueAtMs = inDays(days);
        one.item.sizeBytes = size;
        one.title = u"Лекция %1. Ряды Фурье"_s.arg(at + 1);
        one.externalId = u"rec-%1"_s.arg(at + 1);
        one.policyName = u"A year is enough"_s;
        return one;
    }
    // A held one and one that was watched lately among them.
    void foresee()
    {
        QList<ForecastRow> rows;
        for (int at = 0; at < 8; ++at)
            rows += row(at, at == 2 ? DeletionStep::Unpublish : DeletionStep::Trash, 3 + at * 20, 400'000'000 + at * 90'000'000);
        rows[3].item.isHeld = true;
        rows[5].item.wasViewedLately = true;
        rows[5].item.lastViewedAtMs = inDays(-2);
        desk().setForecast(rows);
        RetentionPolicy policy;
        policy.name = u"A year is enough"_s;
        policy.scope.server = uni;
        policy.rule = {.kind = RetentionRule::Kind::AfterRecording, .days = 365, .date = {}};
        desk().setStoredPolicies({policy});
        const QDate today = clock.now().date();
        RetentionCalendar calendar{.from = today, .until = today.addYears(1), .nowBytes = 9'000'000'000, .days = {}};
        for (int at = 0; at < 40; ++at) {
            const int count = 1 + at * at % 17;
            calendar.days += CalendarDay{.day = today.addDays(3 + at * 9), .unpublished = 0, .trashed = count, .trashedBytes = count * 20'000'000,
                                         .purged = at > 3 ? count : 0, .purgedBytes = at > 3 ? count * 20'000'000 : 0};
        }
        desk().setCalendar(calendar);
    }

    DeletionPlan plan(qint64 id = 71, int count = 3) const
    {
        DeletionPlan one;
        one.id = {id};
        one.uuid = u"plan-%1"_s.arg(id);
        one.server = uni;
        one.createdAtMs = inDays(-1);
        one.createdBy = u"anna"_s;
        one.needsConfirmation = true;
        one.itemCount = count;
        one.sizeBytes = qint64(count) * 500'000'000;
        return one;
    }
    QList<DeletionItem> items(int count = 3, DeletionStep step = DeletionStep::Trash) const
    {
        QList<DeletionItem> all;
        for (int at = 0; at < count; ++at) {
            DeletionItem item;
            item.position = at + 1;
            item.recording = recordings.at(at % recordings.size());
            item.externalId = u"rec-%1"_s.arg(at + 1);
            item.title = u"Лекция %1. Ряды Фурье"_s.arg(at + 1);
            item.step = step;
            item.reason = {.kind = DeletionReason::Kind::Policy, .policy = {1}, .policyName = u"A year is enough"_s};
            item.dueAtMs = inDays(-1);
            item.sizeBytes = 500'000'000;
            item.lastViewedAtMs = at == 1 ? inDays(-3) : 0;
            all += item;
        }
        return all;
    }

    TrashedRecording trashed(int at, int daysLeft) const
    {
        return {.recording = recordings.at(at), .server = at < 2 ? uni : school, .externalId = u"rec-%1"_s.arg(at + 1),
                .title = u"Семинар %1"_s.arg(at + 1), .sinceMs = inDays(daysLeft - 30), .purgeAfterMs = inDays(daysLeft), .isInServerTree = at % 2 == 0,
                .wasPublished = true, .isHeld = at == 3, .sizeBytes = 300'000'000 * (at + 1), .byLogin = at == 0 ? u"anna"_s : QString()};
    }

    // A certificate with the event that names it.
    IssuedCertificate certificate() const
    {
        DeletionCertificate one;
        one.server = u"bbb.uni"_s;
        one.host = u"bbb.uni.example"_s;
        one.externalId = u"rec-9"_s;
        one.title = u"Совет факультета"_s;
        one.startedAtMs = inDays(-500);
        one.planUuid = u"plan-9"_s;
        one.step = u"purge"_s;
        one.reason = {.kind = DeletionReason::Kind::GraceOver, .policy = {}, .policyName = {}};
        one.issuedAtMs = inDays(-4);
        one.purgedBy = u"anna"_s;
        one.confirmedBy = u"anna"_s;
        one.approvedBy = u"boris"_s;
        one.isDiskKnown = true;
        one.removed = {{.tree = u"deleted/presentation"_s, .files = 2, .bytes = 700'000'000, .changedAtMs = inDays(-400)}};
        one.files = {{.path = u"deleted/presentation/rec-9/metadata.xml"_s, .bytes = 2048, .sha256 = QByteArray(32, 'a')},
                     {.path = u"deleted/presentation/rec-9/video/webcams.webm"_s, .bytes = 699'997'952, .sha256 = {}}};
        one.remains = {{.tree = u"recording/raw"_s, .why = u"shared"_s}};
        IssuedCertificate issued;
        issued.json = toJson(one);
        issued.event = {.sequence = 812, .atMs = one.issuedAtMs, .actor = one.purgedBy, .action = u"recording.purged"_s, .server = uni,
                        .recording = recordings.at(8), .details = purgedEventDetails(one, issued.json), .previousHash = QByteArray(32, 'p'), .hash = {}, .origin = {}};
        issued.event.hash = auditHash(issued.event);
        return issued;
    }
    void certify()
    {
        const IssuedCertificate issued = certificate();
        desk().addCertificate({.sha256 = {}, .recording = recordings.at(8), .server = uni, .externalId = u"rec-9"_s, .title = u"Совет факультета"_s,
                               .issuedAtMs = inDays(-4), .freedBytes = 700'000'000, .purgedBy = u"anna"_s},
                              issued);
    }

    // How a job that a fake "began" goes on.
    void tellJob(JobId id, JobKind kind, Job::State state, const std::optional<Error> &error = {}, const std::optional<DeletionReport> &report = {})
    {
        JobStatus status;
        status.id = id;
        status.kind = kind;
        status.server = uni;
        status.state = state;
        status.progress = {.done = 1, .total = 3, .unit = ProgressUnit::Items, .bytesPerSecond = 0};
        status.error = error;
        status.deletion = report;
        status.startedBy = actor;
        workspace.setJob(status);
    }

    static RealityFinding finding(int position, RealityKind kind, qint64 size, RecordingId recording = {})
    {
        return {.position = position, .kind = kind, .externalId = u"0123456789abcdef-%1"_s.arg(position), .recording = recording,
                .detail = u"deleted/presentation"_s, .sizeBytes = size, .changedAtMs = 1'760'000'000'000};
    }
    void findThings()
    {
        reality().found = {finding(1, RealityKind::NotInCatalog, -1), finding(2, RealityKind::OnlyOnDisk, 40'000'000, recordings.at(0)),
                           finding(3, RealityKind::DeletedLeftover, 900'000'000), finding(4, RealityKind::DeletedLeftover, 100'000'000, recordings.at(1)),
                           finding(5, RealityKind::RawOrphan, 2'000'000'000)};
        reality().report = {.server = uni, .atMs = inDays(-1), .source = u"script"_s, .listed = 120, .onDisk = 125, .inCatalog = 119, .findings = 5,
                            .sizeBytes = 3'040'000'000};
    }

    const ServerId uni{1};
    const ServerId school{2};
    FixedClock clock;
    FakeWorkspace workspace;
    FakeQuestions questions;
    Actor actor = ownerActor(u"anna"_s, u"Anna"_s);
    QList<RecordingId> recordings;
    std::unique_ptr<QWidget> window;
};

} // namespace letopis::test
