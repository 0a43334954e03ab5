#pragma once

#include "tests/support/fakeretentiondesk.h"
#include "tests/ui/access/accessbench.h"

#include "ui/forms/retention/forecastdialog.h"
#include "ui/forms/retention/policydialog.h"
#include "ui/forms/retention/retentionform.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/retention/holdlist.h"
#include "ui/pages/retention/noticelist.h"
#include "ui/pages/retention/policyrules.h"
#include "ui/pages/retention/retentionpage.h"
#include "ui/pages/retention/rulespanel.h"
#include "ui/pages/retention/serverrules.h"
#include "ui/widgets/plaintable.h"

namespace letopis::test {

// Retention over the bench of access: a server or two, policies, and what would go.
struct RetentionBench : AccessBench
{
    static constexpr qint64 day = 86'400'000;

    FakeRetentionDesk &retention() { return workspace.retention(); }
    qint64 nowMs() const { return clock.now().toMSecsSinceEpoch(); }
    RecordingId recording(qsizetype at) { return workspace.recordingIds().at(at); }

    static RetentionPolicy policy(const QString &name, const RetentionScope &scope, const RetentionRule &rule)
    {
        RetentionPolicy made;
        made.uuid = u"uuid-"_s + name;
        made.name = name;
        made.scope = scope;
        made.rule = rule;
        return made;
    }
    static RetentionRule after(int days, int keep = 0, int unpublish = 0)
    {
        return {.kind = RetentionRule::Kind::AfterRecording, .days = days, .date = {}, .keepNewest = keep, .unpublishDays = unpublish};
    }
    static RetentionScope ofServer(qint64 server = 1) { return {.kind = RetentionScope::Kind::Server, .server = {server}, .folder = {}, .meetingId = {}, .conditions = {}}; }
    RetentionScope ofFolder() const { return {.kind = RetentionScope::Kind::Folder, .server = {}, .folder = folder, .meetingId = {}, .conditions = {}}; }
    static RetentionScope ofFilter()
    {
        RetentionCondition shorter;
        shorter.field = RetentionCondition::Field::ShorterThan;
        shorter.number = 5 * 60'000;
        RetentionCondition title;
        title.text = u"test"_s;
        title.match = RetentionCondition::Match::BeginsWith;
        return {.kind = RetentionScope::Kind::Filter, .server = {}, .folder = {}, .meetingId = {}, .conditions = {title, shorter}};
    }
    void putServers()
    {
        retention().setServer({.server = {1}, .name = u"bbb.uni.example"_s, .isOn = true, .switchedBy = u"anna"_s, .switchedAtMs = nowMs() - day, .parameters = {}});
        ServerRetention other{.server = {2}, .name = u"bbb.college.example"_s, .isOn = false, .switchedBy = {}, .switchedAtMs = 0, .parameters = {}};
        other.parameters.twoPeoplePurge = true;
        retention().setServer(other);
    }
    void putPolicies()
    {
        folder = workspace.folders().put(u"Mathematics"_s);
        RetentionPolicy old = policy(u"Old lectures"_s, ofServer(), after(730));
        old.isEnabled = false;
        retention().setStoredPolicies({policy(u"Tests and trials"_s, ofFilter(), after(7)), policy(u"Mathematics"_s, ofFolder(), after(365, 3, 14)), old});
    }
    // So many would go, each a day after the one before, and one that is held.
    void putForecast(int count)
    {
        QList<ForecastRow> rows;
        for (int i = 0; i < count; ++i) {
            ForecastRow row;
            row.item.recording = recording(i % workspace.recordingIds().size());
            row.item.policy = {1};
            row.item.dueAtMs = nowMs() + i * day;
            row.item.formerDueAtMs = i % 2 == 0 ? 0 : nowMs() + (i + 30) * day;
            row.item.sizeBytes = (i % 5 + 1) * 150'000'000;
            row.item.lastViewedAtMs = i % 3 == 0 ? nowMs() - i * day : 0;
            row.item.wasViewedLately = i == 0;
            row.item.isHeld = i == count - 1 && count > 2;
            row.title = u"Lecture %1"_s.arg(i + 1);
            row.externalId = u"id-%1"_s.arg(i + 1);
            row.policyName = u"Mathematics"_s;
            rows += row;
        }
        retention().setForecast(rows);
    }
    void putNotice()
    {
        retention().setNotices({{.id = {1}, .server = {1}, .serverName = u"bbb.uni.example"_s, .stageDays = 7, .madeAtMs = nowMs() - day, .count = 3,
                                 .sizeBytes = 1'200'000'000, .firstDueAtMs = nowMs() + 5 * day, .lastDueAtMs = nowMs() + 6 * day, .dismissedBy = {}}});
    }
    RetentionExplanation explanation() const
    {
        RetentionExplanation why;
        why.isServerOn = true;
        why.timeZone = "Europe/Moscow";
        why.decision = {.why = RetentionDecision::Why::Policy, .policy = {2}, .policyName = u"Mathematics"_s, .dueAtMs = nowMs() + 20 * day,
                        .unpublishAtMs = nowMs() + 6 * day, .keepNewest = 3, .isHeld = false};
        RetentionDecision later = why.decision;
        later.dueAtMs += 365 * day;
        later.unpublishAtMs = 0;
        why.policies = {{.policy = {2}, .name = u"Mathematics"_s, .scope = RetentionScope::Kind::Folder, .decision = why.decision, .decides = true},
                        {.policy = {3}, .name = u"Old lectures"_s, .scope = RetentionScope::Kind::Server, .decision = later, .decides = false}};
        return why;
    }

    FolderId folder; // of the library

    RetentionPage &retentionPage() { return *window->findChild<RetentionPage *>(); }
    RulesPanel &rules() { return retentionPage().rules(); }
    void openRules()
    {
        QTRY_VERIFY(action(Actions::ShowRetention)->isEnabled());
        QTest::keyClick(window.get(), Qt::Key_8, Qt::AltModifier);
        QTRY_VERIFY(rules().isVisible() && rules().isRead());
        QTRY_COMPARE(rules().policies().table().model()->rowCount(), static_cast<int>(retention().storedPolicies().size()));
    }
    void showRetentionTab()
    {
        DetailsPane &details = window->detailsPane();
        details.tabs()->setCurrentWidget(&details.retention());
        QTRY_VERIFY(details.retention().explanation());
    }
    void activate()
    {
        window->activateWindow();
        (void)QTest::qWaitForWindowActive(window.get());
    }
    template<typename T = QPushButton>
    T *child(const QString &name) { return window->findChild<T *>(name); }
    QString textOf(const QString &label) { return child<QLabel>(label)->text().remove(QChar(0x200b)); }
    // Types the number into what asks for it, and agrees with Enter.
    bool agree(qint64 number)
    {
        const QPointer<ForecastDialog> dialog = opened<ForecastDialog>();
        if (!dialog || !QTest::qWaitFor([&] { return dialog->isRead(); }))
            return false;
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"typedNumber"_s), QString::number(number));
        if (!dialog->findChild<QPushButton *>(u"acceptForecast"_s)->isEnabled())
            return false;
        QTest::keyClick(dialog.data(), Qt::Key_Return);
        return QTest::qWaitFor([&] { return !dialog || !dialog->isVisible(); });
    }
    QStringList policyNames()
    {
        QStringList names;
        for (const RetentionPolicy &one : retention().storedPolicies())
            names += one.name;
        return names;
    }
};

} // namespace letopis::test
