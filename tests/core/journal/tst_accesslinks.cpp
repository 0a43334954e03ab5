#include "core/journal/accesslinks.h"
#include "core/storage/auditrepository.h"
#include "tests/core/storage/accessdata.h"
#include "tests/core/storage/testcatalog.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <thread>

using namespace letopis;
using namespace letopis::testing;

namespace {
constexpr PersonId chief{1}, mila{2}, vera{3}, limited{4}, powerless{5};
const RecordingId lecture{1};
const RecordingId other{2};
constexpr qint64 day = 86'400'000;

const Actor owner = ownerActor(u"owner"_s, {});

Actor as(PersonId person)
{
    return personActor(person, u"person-%1"_s.arg(person.value), {});
}

AccessRows people()
{
    AccessRows rows;
    for (const PersonId person : {chief, mila, vera, limited, powerless})
        rows.people.push_back({.id = person, .isBlocked = false, .switches = {}});
    rows.memberships = {{.group = GroupId{1}, .member = chief}, {.group = GroupId{3}, .member = mila},
                        {.group = GroupId{2}, .member = limited}, {.group = GroupId{2}, .member = powerless}};
    for (const PersonId person : {mila, vera, limited, powerless})
        rows.entries.push_back({.scope = AccessScope::ofOwnList(lecture), .principal = person, .permission = Permission::Manage, .untilMs = 0});
    rows.entries.push_back({.scope = AccessScope::ofOwnList(other), .principal = mila, .permission = Permission::Publish, .untilMs = 0});
    return rows;
}

template <typename T>
Refusal refusalOf(const Result<T> &result)
{
    const auto *evidence = result ? nullptr : std::any_cast<RefusalEvidence>(&result.error().evidence);
    return evidence ? evidence->refusal : Refusal::None;
}
} // namespace

class TestAccessLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_links.reset();
        m_failing.clear();
        DatabaseOptions options;
        options.observer = [this](QStringView name) -> Result<> {
            if (m_failing.isEmpty() || name != m_failing)
                return {};
            return Error{ErrorKind::DiskFull, u"planted"_s, {}, {}};
        };
        m_catalog = std::make_unique<TestCatalog>(options);
        QVERIFY(m_catalog->sync({snapshots(1, 4)}));
        QVERIFY(waitFor(m_catalog->database->write([](Connection &connection) { return storeAccess(connection, people()); })));
        QVERIFY(execute(u"UPDATE recording SET access_scope = id * 4 + 2 WHERE id <= 2"_s));
        QVERIFY(execute(u"UPDATE person SET admin_switches = '' WHERE id = 5"_s));
        m_visibility = std::make_shared<Visibility>(m_catalog->clock);
        m_links.emplace(*m_catalog->database, m_visibility);
    }

    void theRoleMatrixHoldsForEveryCall_data()
    {
        QTest::addColumn<Actor>("actor");
        QTest::addColumn<RecordingId>("recording");
        QTest::addColumn<Refusal>("creating");
        QTest::addColumn<Refusal>("policy");
        QTest::newRow("the owner") << owner << lecture << Refusal::None << Refusal::None;
        QTest::newRow("an administrator") << as(chief) << other << Refusal::None << Refusal::None;
        QTest::newRow("a limited one with the switch") << as(limited) << lecture << Refusal::None << Refusal::Role;
        QTest::newRow("a limited one without") << as(powerless) << lecture << Refusal::SwitchedOff << Refusal::Role;
        QTest::newRow("a moderator with Manage") << as(mila) << lecture << Refusal::None << Refusal::Role;
        QTest::newRow("a moderator with Publish") << as(mila) << other << Refusal::NeedsManage << Refusal::Role;
        QTest::newRow("a moderator with nothing") << as(mila) << RecordingId{3} << Refusal::NoAccess << Refusal::Role;
        QTest::newRow("what is not there") << as(mila) << RecordingId{99} << Refusal::NoAccess << Refusal::Role;
        QTest::newRow("a viewer with Manage") << as(vera) << lecture << Refusal::Role << Refusal::Role;
        QTest::newRow("somebody unknown") << Actor() << lecture << Refusal::Blocked << Refusal::Blocked;
    }

    void theRoleMatrixHoldsForEveryCall()
    {
        QFETCH(Actor, actor);
        QFETCH(RecordingId, recording);
        QFETCH(Refusal, creating);
        QFETCH(Refusal, policy);
        const LinkId made = make(owner, lecture).value().id;
        QCOMPARE(refusalOf(make(actor, recording)), creating);
        QCOMPARE(refusalOf(waitFor(m_links->check(actor, draft(recording)))), creating);
        QCOMPARE(refusalOf(waitFor(m_links->links(actor, recording))), creating);
        QCOMPARE(refusalOf(waitFor(m_links->setPolicy(actor, {.defaultDays = 7, .maxDays = 7, .needsPassword = false, .allowsDownload = true, .serviceAddress = {}}))), policy);
        if (recording == lecture)
            QCOMPARE(refusalOf(waitFor(m_links->revoke(actor, made))), creating);
    }

    void lookingAsSomebodyElseChangesNothing()
    {
        Actor looking = as(mila);
        looking.onlyLooks = true;
        QCOMPARE(refusalOf(make(looking, lecture)), Refusal::OnlyLooks);
        QVERIFY(waitFor(m_links->links(looking, lecture)));
    }

    void theOverviewHasWhatOneMayShare()
    {
        QVERIFY(make(owner, lecture));
        QVERIFY(make(owner, other));
        QVERIFY(make(owner, RecordingId{3}));
        const auto count = [&](const Actor &actor) { return waitFor(m_links->links(actor, {})).value().size(); };
        QCOMPARE(count(owner), 3);
        QCOMPARE(count(as(chief)), 3);
        QCOMPARE(count(as(mila)), 1);
        QCOMPARE(refusalOf(waitFor(m_links->links(as(vera), {}))), Refusal::Role);
        QCOMPARE(waitFor(m_links->links(owner, {})).value().first().recording, RecordingId{3}); // newest first
    }

    void aLinkThatIsKeptTellsAllButItsSecrets()
    {
        LinkDraft one = draft(lecture);
        one.label = u"For the \u202Eexam\u001B[31m <b>board</b>"_s;
        one.maxUses = 3;
        one.allowsDownload = false;
        one.password = SecretText("correct horse"_ba);
        const NewLink made = make(as(mila), one).value();
        const AccessLink kept = waitFor(m_links->links(owner, lecture)).value().value(0);
        QCOMPARE(kept.id, made.id);
        QCOMPARE(kept.label, one.label); // as typed: whoever shows it makes it plain
        QVERIFY(kept.hasPassword);
        QVERIFY(!kept.allowsDownload);
        QCOMPARE(kept.createdBy, u"person-2"_s);
        QCOMPARE(kept.expiresAtMs, one.expiresAtMs);
        QVERIFY(m_links->open(tokenOf(made), one.password));
        QVERIFY(waitFor(m_links->revoke(owner, made.id)));
        QVERIFY(!m_links->open(tokenOf(made), one.password));
        // Neither the token nor the password is anywhere in what is kept.
        bool isSomethingFound = false;
        const QDir folder = QFileInfo(m_catalog->database->path()).dir();
        for (const QString &file : folder.entryList(QDir::Files)) {
            const QByteArray bytes = bytesOf(folder.filePath(file));
            QVERIFY2(!bytes.contains(made.token.reveal()), qPrintable(file));
            QVERIFY2(!bytes.contains(QByteArray::fromBase64(made.token.reveal(), QByteArray::Base64UrlEncoding)), qPrintable(file));
            QVERIFY2(!bytes.contains("correct horse"), qPrintable(file));
            isSomethingFound = isSomethingFound || bytes.contains("argon2id");
        }
        QVERIFY(isSomethingFound); // so the search would find what is there
    }

    void aRefusalTellsVisitorsNothingAndTheJournalEverything()
    {
        LinkDraft guarded = draft(lecture);
        guarded.password = SecretText("correct horse"_ba);
        const NewLink withPassword = make(owner, guarded).value();
        const NewLink revoked = make(owner, lecture).value();
        QVERIFY(waitFor(m_links->revoke(owner, revoked.id)));
        LinkDraft brief = draft(lecture);
        brief.expiresAtMs = m_catalog->clock.now().toMSecsSinceEpoch() + 1000;
        const NewLink expired = make(owner, brief).value();
        LinkDraft once = draft(lecture);
        once.maxUses = 1;
        const NewLink used = make(owner, once).value();
        QVERIFY(m_links->open(tokenOf(used), {}));
        m_catalog->clock.advance(1000);
        const QList<std::pair<QString, Result<OpenedLink>>> refused{
            {u"unknown"_s, m_links->open(u"nothing"_s, {})},
            {u"unknown"_s, m_links->open({}, SecretText("some password"_ba))},
            {u"revoked"_s, m_links->open(tokenOf(revoked), {})},
            {u"expired"_s, m_links->open(tokenOf(expired), {})},
            {u"usedUp"_s, m_links->open(tokenOf(used), {})},
            {u"passwordMissing"_s, m_links->open(tokenOf(withPassword), {})},
            {u"passwordWrong"_s, m_links->open(tokenOf(withPassword), SecretText("wrong horse"_ba))},
            {u"passwordWrong"_s, m_links->open(tokenOf(withPassword), SecretText(QByteArray(5000, 'x')))}};
        QStringList reasons;
        for (const auto &[reason, answer] : refused) {
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, ErrorKind::PermissionDenied);
            QCOMPARE(answer.error().detail, refused.first().second.error().detail);
            QVERIFY(answer.error().subject.isEmpty() && !answer.error().evidence.has_value());
            if (!reasons.contains(reason)) // one line for a link, reason and hour
                reasons += reason;
        }
        QStringList journalled;
        const Result<std::vector<AuditEvent>> events = waitFor(AuditRepository(*m_catalog->database).page(0, 1000));
        for (const AuditEvent &event : events.value()) {
            if (event.action == u"link.refused")
                journalled += QJsonDocument::fromJson(event.details)[u"reason"_s].toString();
        }
        QCOMPARE(journalled, reasons);
        QCOMPARE(useCount(withPassword.id), 0);
        const Result<OpenedLink> opened = m_links->open(tokenOf(withPassword), SecretText("correct horse"_ba));
        QVERIFY(opened);
        QCOMPARE(opened.value().recording, lecture);
        QCOMPARE(useCount(withPassword.id), 1);
    }

    void whoKnocksOftenIsCountedAndNotWrittenDownEachTime()
    {
        const NewLink link = make(owner, [&] { LinkDraft one = draft(lecture); one.password = SecretText("correct horse"_ba); return one; }()).value();
        const auto lines = [&] {
            QList<QJsonObject> found;
            const Result<std::vector<AuditEvent>> events = waitFor(AuditRepository(*m_catalog->database).page(0, 1000));
            for (const AuditEvent &event : events.value()) {
                if (event.action == u"link.refused")
                    found += QJsonDocument::fromJson(event.details).object();
            }
            return found;
        };
        for (int knock = 0; knock < 5; ++knock)
            QVERIFY(!m_links->open(tokenOf(link), SecretText("wrong horse"_ba)));
        QVERIFY(!m_links->open(tokenOf(link), {}));
        QCOMPARE(lines().size(), 2); // a wrong password, and none
        m_catalog->clock.advance(3'600'000);
        QVERIFY(!m_links->open(u"nothing"_s, {})); // another link: what was not told is told all the same
        QCOMPARE(lines().size(), 4);
        QCOMPARE(lines().at(2)[u"refusedBefore"_s].toInteger(), 4);
        QCOMPARE(lines().at(2)[u"reason"_s].toString(), u"passwordWrong"_s);
        QCOMPARE(lines().at(2)[u"link"_s].toInteger(), link.id.value);
        QCOMPARE(lines().at(3)[u"reason"_s].toString(), u"unknown"_s);
        QVERIFY(!m_links->open(u"nothing"_s, {}));
        m_catalog->clock.advance(3'600'000);
        QVERIFY(!m_links->open(u"nothing"_s, {}));
        QCOMPARE(lines().size(), 5);
        QCOMPARE(lines().last()[u"refusedBefore"_s].toInteger(), 1);
        QVERIFY(m_links->open(tokenOf(link), SecretText("correct horse"_ba))); // a use is always written down
    }

    void theLastUseGoesToOneOfThoseWhoComeAtOnce()
    {
        LinkDraft twice = draft(lecture);
        twice.maxUses = 2;
        const NewLink made = make(owner, twice).value();
        QVERIFY(m_links->open(tokenOf(made), {}));
        std::atomic<int> opened = 0;
        std::vector<std::thread> visitors;
        for (int i = 0; i < 8; ++i)
            visitors.emplace_back([&] { opened += m_links->open(tokenOf(made), {}) ? 1 : 0; });
        for (std::thread &visitor : visitors)
            visitor.join();
        QCOMPARE(opened.load(), 1);
        QCOMPARE(useCount(made.id), 2);
    }

    void thePolicyHoldsForNewLinks()
    {
        QVERIFY(waitFor(m_links->setPolicy(as(chief), {.defaultDays = 1, .maxDays = 1, .needsPassword = true, .allowsDownload = false,
                                                        .serviceAddress = u"https://letopis.example"_s})));
        QCOMPARE(waitFor(m_links->policy(as(mila))).value().maxDays, 1);
        const Result<NewLink> refused = make(owner, lecture);
        const auto *evidence = std::any_cast<LinkProblemEvidence>(&refused.error().evidence);
        QVERIFY(evidence);
        QCOMPARE(evidence->problems, (QList{LinkProblem::ExpiryTooLate, LinkProblem::PasswordMissing}));
        const Result<> senseless = waitFor(m_links->setPolicy(owner, {.defaultDays = 9, .maxDays = 1, .needsPassword = false,
                                                                       .allowsDownload = true, .serviceAddress = {}}));
        QVERIFY(std::any_cast<LinkPolicyEvidence>(&senseless.error().evidence));
        QVERIFY(execute(u"UPDATE catalog_setting SET value = '{\"maxDays\":-5}'"_s)); // a damaged one
        QCOMPARE(waitFor(m_links->policy(owner)).value(), LinkPolicy());
    }

    void nothingIsHalfDoneWhateverStatementFails()
    {
        const NewLink made = make(owner, lecture).value();
        const auto state = [&] {
            return numberFrom(*m_catalog->database, u"SELECT (SELECT count(*) FROM access_link) * 1000000 + (SELECT sum(use_count) + "
                                                    "sum(revoked_at_ms > 0) FROM access_link) * 1000 + (SELECT count(*) FROM audit_event) AS value"_s);
        };
        const qint64 before = state();
        const auto fails = [&](const QString &statement, auto call) {
            m_failing = statement;
            const bool isDone = bool(call());
            m_failing.clear();
            return !isDone && state() == before;
        };
        const auto create = [&] { return make(owner, lecture); };
        const auto open = [&] { return m_links->open(tokenOf(made), {}); };
        const auto revoke = [&] { return waitFor(m_links->revoke(owner, made.id)); };
        QVERIFY(fails(u"link.insert"_s, create));
        QVERIFY(fails(u"link.use"_s, open));
        QVERIFY(fails(u"link.revoke"_s, revoke));
        for (const QString &statement : {u"audit.append"_s, u"transaction.commit"_s})
            QVERIFY2(fails(statement, create) && fails(statement, open) && fails(statement, revoke), qPrintable(statement));
    }

private:
    LinkDraft draft(RecordingId recording) const
    {
        LinkDraft one;
        one.recording = recording;
        one.expiresAtMs = m_catalog->clock.now().toMSecsSinceEpoch() + 30 * day;
        return one;
    }

    Result<NewLink> make(const Actor &actor, RecordingId recording) { return make(actor, draft(recording)); }

    Result<NewLink> make(const Actor &actor, const LinkDraft &draft)
    {
        const LinkToken token = LinkToken::create().value();
        const QString hash = draft.password ? hashLinkPassword(*draft.password).value() : QString();
        const Result<LinkId> id = waitFor(m_links->create(actor, draft, token.sha256, hash));
        return id ? Result<NewLink>(NewLink{id.value(), token.text}) : Result<NewLink>(id.error());
    }

    static QString tokenOf(const NewLink &link) { return QString::fromLatin1(link.token.reveal()); }

    qint64 useCount(LinkId id)
    {
        return numberFrom(*m_catalog->database, u"SELECT use_count AS value FROM access_link WHERE id = %1"_s.arg(id.value));
    }

    bool execute(const QString &sql)
    {
        return bool(waitFor(m_catalog->database->write(
            [sql](Connection &connection) { return connection.execute({"test"_L1, sql}, Values{}); })));
    }

    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QString m_failing;
    std::unique_ptr<TestCatalog> m_catalog;
    std::shared_ptr<Visibility> m_visibility;
    std::optional<AccessLinks> m_links;
};

QTEST_GUILESS_MAIN(TestAccessLinks)
#include "tst_accesslinks.moc"
