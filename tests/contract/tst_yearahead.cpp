// A simulated year: the demo conference and the program live through it week by week, and what is left at its end is what the
// policies say, reckoned here anew from the server's own facts, the plain way.
#include "core/retention/deletioncertificate.h"
#include "tests/contract/demoprogram.h"
#include "tests/contract/demoserverclient.h"
#include "tests/contract/yearoracle.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace letopis;
using namespace letopis::test;
using namespace Qt::Literals::StringLiterals;

namespace {
// To the trash.
struct Went
{
    QString recordId;
    qint64 dueMs = 0;
    int week = 0;
    bool wasTyped = false; // the number of the plan's items
    bool isForeseeable = false;
};
} // namespace

class TestYearAhead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        demo::Options options = DemoConference::defaultOptions(20);
        options.media = demo::Media::None;
        options.now = begin;
        QVERIFY2(m_conference.start(options), qPrintable(m_conference.error()));
        if (m_conference.connection().sshHost.isEmpty())
            QSKIP("OpenSSH's sshd is not installed.");
        m_program = std::make_unique<Program>(m_folder.path(), begin);
        ServerCredentials credentials;
        credentials.apiSecret = SecretText(m_conference.connection().secret);
        const auto added = answerOf(workspace().addServer(admin, serverOf(m_conference.connection()), credentials));
        QVERIFY2(added, added ? "" : qPrintable(added.error().detail));
        m_server = *added;
        sync();
        choosePolicies();
    }

    void nothingGoesBeforeItIsSwitchedOnByTheNumber()
    {
        QVERIFY(!answerOf(desk().makePlan(admin, m_server)));
        const auto foreseen = answerOf(desk().previewActivation(admin, m_server));
        QVERIFY(foreseen);
        qint64 count = 0;
        for (const auto &[recordId, one] : m_oracle.recordings)
            count += !one.isUntouchable && !one.isHeld && m_oracle.dates(one);
        QCOMPARE(foreseen->count, count);
        QVERIFY(!answerOf(desk().activate(admin, m_server, count - 1)));
        QVERIFY(answerOf(desk().activate(admin, m_server, count)));
        const RetentionParameters usual = answerOf(desk().servers(admin)).value().first().parameters;
        RetentionParameters parameters = usual;
        parameters.limitCount = 3; // so that the number has to be typed now and then
        QVERIFY(answerOf(desk().setParameters(admin, m_server, usual, parameters)));
    }

    void theYearGoesByAndEachWeekTakesWhatIsDue()
    {
        for (int week = 0; week < weeks; ++week) {
            if (week % 2 == 1)
                newRecording(week);
            setNow(begin.addDays(7 * week));
            sync();
            happens(week);
            applyWhatIsDue(week);
            if (QTest::currentTestFailed())
                return;
            readWarnings(week);
        }
        QVERIFY(m_confirmedByNumber > 0);
        QVERIFY(m_byItself > 0);
        QVERIFY(m_views >= 3);
        QVERIFY(m_isOneBroughtBack);
    }

    void exactlyWhatThePoliciesNameIsLeftOnTheServersApi()
    {
        const QByteArray xml = DemoServerClient(m_conference.connection()).call("getRecordings", "state=any");
        QMap<QString, QString> listed;
        QXmlStreamReader reader(xml);
        QString id;
        for (int depth = 0; !reader.atEnd();) {
            const auto token = reader.readNext();
            depth += token == QXmlStreamReader::StartElement ? 1 : token == QXmlStreamReader::EndElement ? -1 : 0;
            if (token != QXmlStreamReader::StartElement || depth != 4)
                continue;
            if (reader.name() == u"recordID")
                id = reader.readElementText(), --depth;
            else if (reader.name() == u"state")
                listed.insert(id, reader.readElementText()), --depth;
        }
        QMap<QString, QString> expected;
        for (const auto &[recordId, one] : m_oracle.recordings) {
            if (one.stage == Told::Purged)
                continue;
            const bool isAsItWas = one.isUntouchable || one.stage == Told::There;
            expected.insert(recordId, isAsItWas ? QString::fromLatin1(demo::stateName(one.plan.state))
                                                : one.stage == Told::Trashed ? u"deleted"_s : u"unpublished"_s);
        }
        QCOMPARE(listed, expected);
        const auto count = [&](auto stage) {
            return std::count_if(m_oracle.recordings.begin(), m_oracle.recordings.end(),
                                 [&](const auto &one) { return !one.second.isUntouchable && one.second.stage == stage; });
        };
        // Of each kind there is something, or this test shows little.
        QVERIFY(count(Told::Purged) >= 15);
        QVERIFY(count(Told::Trashed) >= 1);
        QVERIFY(count(Told::Unpublished) >= 1);
        QVERIFY(count(Told::There) >= 5);
    }

    void exactlyWhatThePoliciesNameIsLeftOnItsDisk()
    {
        const QString root = m_conference.connection().dataRoot;
        for (const auto &[recordId, one] : m_oracle.recordings) {
            if (one.isUntouchable)
                continue;
            if (one.stage == Told::Purged) {
                QCOMPARE(pathsNamed(root, recordId), QStringList());
                continue;
            }
            const QString tree = one.stage == Told::Trashed ? u"deleted"_s
                                 : one.stage == Told::Unpublished || one.plan.state == demo::State::Unpublished ? u"unpublished"_s
                                                                                                               : u"published"_s;
            for (const QString &other : {u"published"_s, u"unpublished"_s, u"deleted"_s}) {
                const QStringList found = pathsNamed(root + u'/' + other, recordId);
                QVERIFY2(found.isEmpty() == (other != tree), qPrintable(recordId + u' ' + other + found.join(u'\n')));
            }
            if (one.plan.eventsPlace == demo::EventsPlace::Raw)
                QVERIFY(QFile::exists(root + u"/recording/raw/"_s + recordId));
        }
    }

    void theCatalogMarksWhatWentAndForgetsNothing()
    {
        for (const auto &[recordId, one] : m_oracle.recordings) {
            const auto details = answerOf(workspace().recording(admin, one.id));
            const auto why = answerOf(desk().decisionFor(admin, one.id));
            QVERIFY(details && why);
            if (one.isUntouchable)
                continue;
            using Stage = RetentionFacts::Stage;
            QCOMPARE(why->stage, one.stage == Told::Purged ? Stage::Purged : one.stage == Told::Trashed ? Stage::Trashed
                                 : one.stage == Told::Unpublished ? Stage::Unpublished : Stage::There);
            QCOMPARE(details->row.state == PublicationState::Gone, one.stage == Told::Purged);
            QCOMPARE(details->row.state == PublicationState::Deleted, one.stage == Told::Trashed);
        }
    }

    void warningsCameInStagesAndOnceAndBeforeEachDeletion()
    {
        int staged = 0;
        for (const auto &[recordId, one] : m_oracle.recordings) {
            for (const auto &[dueMs, warnings] : one.warnings.asKeyValueRange()) {
                for (qsizetype at = 1; at < warnings.size(); ++at)
                    QVERIFY2(warnings[at].first < warnings[at - 1].first, qPrintable(recordId)); // nearer each time, none twice
                for (const auto &[stage, week] : warnings) {
                    const QDateTime told = begin.addDays(7 * week);
                    QVERIFY(told.daysTo(QDateTime::fromMSecsSinceEpoch(dueMs, Qt::UTC)) <= stage + stage / 3);
                }
            }
        }
        for (const Went &went : m_went) {
            const auto warnings = m_oracle.recordings.at(went.recordId).warnings.value(went.dueMs);
            const auto before = std::count_if(warnings.begin(), warnings.end(), [&](const auto &one) { return one.second < went.week; });
            QVERIFY2(before >= 1 || went.wasTyped, qPrintable(went.recordId)); // nothing goes unannounced by itself
            if (!went.isForeseeable)
                continue;
            QVERIFY2(before >= 2, qPrintable(u"%1: %2 warnings"_s.arg(went.recordId).arg(before)));
            ++staged;
        }
        QVERIFY(staged >= 10);
    }

    void eachCertificateHoldsInAProcessWithoutTheCatalog()
    {
        const QString extract = m_folder.filePath(u"journal.extract"_s);
        const auto exported = answerOf(workspace().audit().exportTo(admin, {.actions = {u"recording.purged"_s}}, AuditFileFormat::Extract, extract,
                                                                    true, std::make_shared<ProgressCounters>(), {}));
        QVERIFY2(exported, exported ? "" : qPrintable(exported.error().detail));
        QStringList files;
        for (const auto &[recordId, one] : m_oracle.recordings) {
            const auto issued = answerOf(workspace().reality().certificates(admin, one.id));
            QVERIFY(issued);
            QCOMPARE(issued->size(), one.stage == Told::Purged ? 1 : 0);
            if (issued->isEmpty())
                continue;
            const auto certificate = certificateFromJson(issued->first().json);
            QVERIFY(certificate);
            QCOMPARE(certificate->externalId, recordId);
            QCOMPARE(certificate->issuedAtMs, one.purged.toMSecsSinceEpoch());
            QVERIFY(certificate->isDiskKnown && certificate->freedBytes() > 0);
            files += m_folder.filePath(recordId + u".certificate"_s);
            QFile file(files.last());
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(certificateFile(issued->first().json, issued->first().event)) > 0);
        }
        QCOMPARE(exported->events, qint64(files.size()));
        m_program.reset();
        QVERIFY(QFile::remove(m_folder.filePath(u"catalog.sqlite"_s)));
        QCOMPARE(cli({u"audit"_s, u"verify"_s, extract}), 0);
        for (const QString &file : files)
            QVERIFY2(cli({u"audit"_s, u"verify"_s, file, u"--within"_s, extract}) == 0, m_said.constData());
        oneFlippedBitIsRefused(files.first(), extract);
    }

private:
    Workspace &workspace() { return m_program->workspace; }
    RetentionDesk &desk() { return workspace().retention(); }

    void setNow(const QDateTime &now)
    {
        m_now = now;
        m_program->clock.set(now);
        m_conference.setNow(now);
    }

    void sync()
    {
        const std::optional<Error> failed = m_program->run(workspace().startSync(admin, m_server));
        QVERIFY2(!failed, failed ? qPrintable(failed->detail) : "");
        for (const QString &recordId : m_conference.recordIds()) {
            if (m_oracle.recordings.contains(recordId))
                continue;
            Told one;
            one.plan = m_conference.plan(recordId);
            one.isUntouchable = one.plan.state != demo::State::Published && one.plan.state != demo::State::Unpublished;
            const auto id = answerOf(workspace().findRecording(admin, recordId));
            QVERIFY(id);
            one.id = *id;
            m_oracle.recordings.emplace(recordId, one);
        }
    }

    void newRecording(int week)
    {
        m_conference.setNow(begin.addDays(7 * week - 3));
        m_conference.addRecording();
    }

    // The first that is there, and of which nothing near is said.
    Told &any(const std::function<bool(const Told &)> &fits)
    {
        Told *found = find(fits);
        if (!found)
            qFatal("no such recording");
        return *found;
    }
    Told *find(const std::function<bool(const Told &)> &fits)
    {
        for (auto &[recordId, one] : m_oracle.recordings) {
            const bool isPlain = !one.isUntouchable && one.isOnServer() && one.folder.isEmpty() && one.own == OwnRetention() && !one.isHeld;
            if (isPlain && fits(one))
                return &one;
        }
        return nullptr;
    }
    bool isOfServerPolicy(const Told &one) const
    {
        return one.plan.meetingId != m_oracle.meeting && !one.hasOrigin("Moodle") && !one.plan.meetingId.contains(" +");
    }

    void choosePolicies()
    {
        QVERIFY(answerOf(desk().setTimeZone(admin, answerOf(desk().timeZone(admin)).value(), zone.id(), {})));
        QHash<QByteArray, int> meetings;
        for (const auto &[recordId, one] : m_oracle.recordings) {
            if (!one.isUntouchable && !one.hasOrigin("Moodle") && !one.plan.isBreakout)
                ++meetings[one.plan.meetingId];
        }
        for (const auto &[meeting, count] : meetings.asKeyValueRange()) {
            if (count > meetings.value(m_oracle.meeting))
                m_oracle.meeting = meeting;
        }
        fileIntoFolders();
        const auto say = [this](Told &one, const OwnRetention &own) {
            one.own = own;
            QVERIFY(answerOf(desk().setOwn(admin, {one.id}, std::nullopt, own)));
        };
        const auto ofServerPolicy = [this](const Told &one) { return isOfServerPolicy(one); };
        say(any(ofServerPolicy), {OwnRetention::Kind::Never, {}});
        say(any(ofServerPolicy), {OwnRetention::Kind::OnDate, QDate(2028, 3, 26)}); // the day the clocks go forward
        for (QString *held : {&m_heldForGood, &m_heldForAWhile}) {
            Told &one = any(ofServerPolicy);
            one.isHeld = true;
            *held = QString::fromLatin1(one.plan.recordId);
            QVERIFY(answerOf(desk().hold(admin, {one.id}, u"a court asked for it"_s)));
        }
        const auto stored = answerOf(desk().setPolicies(admin, {}, policies(), {}));
        QVERIFY2(stored, stored ? "" : qPrintable(stored.error().detail));
    }

    void fileIntoFolders()
    {
        m_archive = answerOf(workspace().folders().create(admin, sharedFolder, u"Archive"_s)).value();
        m_kept = answerOf(workspace().folders().create(admin, m_archive, u"Kept"_s)).value();
        for (const auto &[folder, name] : {std::pair(m_archive, u"archive"_s), std::pair(m_archive, u"archive"_s), std::pair(m_kept, u"kept"_s)}) {
            Told &one = any([this](const Told &each) { return isOfServerPolicy(each) && each.plan.state == demo::State::Published; });
            one.folder = name;
            QVERIFY(answerOf(workspace().folders().file(admin, {one.id}, folder)));
        }
    }

    QList<RetentionPolicy> policies() const
    {
        using Rule = RetentionRule;
        using Condition = RetentionCondition;
        const auto policy = [](const QString &name, const RetentionScope &scope, const Rule &rule, bool isEnabled = true) {
            RetentionPolicy made;
            made.name = name;
            made.scope = scope;
            made.rule = rule;
            made.isEnabled = isEnabled;
            return made;
        };
        const auto inFolder = [](FolderId folder) { return RetentionScope{.kind = RetentionScope::Kind::Folder, .server = {}, .folder = folder, .meetingId = {}, .conditions = {}}; };
        const auto filter = [](const QList<Condition> &conditions) { return RetentionScope{.kind = RetentionScope::Kind::Filter, .server = {}, .folder = {}, .meetingId = {}, .conditions = conditions}; };
        Condition moodle, ofWords, unseen;
        moodle.field = Condition::Field::MetadataKey;
        moodle.key = u"bbb-origin"_s;
        moodle.text = u"moodle"_s;
        ofWords.field = Condition::Field::MeetingId;
        ofWords.match = Condition::Match::Contains;
        ofWords.text = u" +"_s;
        unseen.field = Condition::Field::NeverViewed;
        const RetentionScope server{.kind = RetentionScope::Kind::Server, .server = m_server, .folder = {}, .meetingId = {}, .conditions = {}};
        const RetentionScope meeting{.kind = RetentionScope::Kind::Meeting, .server = m_server, .folder = {},
                                     .meetingId = QString::fromUtf8(m_oracle.meeting), .conditions = {}};
        return {policy(u"Switched off"_s, meeting, {.kind = Rule::Kind::Never, .date = {}}, false),
                policy(u"The newest two"_s, meeting, {.kind = Rule::Kind::AfterRecording, .days = 40, .date = {}, .keepNewest = 2}),
                policy(u"Courses"_s, filter({moodle}), {.kind = Rule::Kind::AfterLastView, .days = 60, .date = {}}),
                policy(u"Unseen"_s, filter({ofWords, unseen}), {.kind = Rule::Kind::AfterRecording, .days = 90, .date = {}}),
                policy(u"Archive"_s, inFolder(m_archive), {.kind = Rule::Kind::OnDate, .days = 0, .date = QDate(2028, 2, 29), .keepNewest = 0, .unpublishDays = 14}),
                policy(u"Kept"_s, inFolder(m_kept), {.kind = Rule::Kind::Never, .date = {}}),
                policy(u"The server"_s, server, {.kind = Rule::Kind::AfterRecording, .days = 120, .date = {}, .keepNewest = 0, .unpublishDays = 30})};
    }

    // What people do meanwhile.
    void happens(int week)
    {
        if (Told *course = week % 5 == 1 ? find([](const Told &one) { return one.hasOrigin("Moodle"); }) : nullptr)
            view(*course);
        if (week > 6 && !m_isOneBroughtBack)
            bringOneBack();
        if (week == 20) {
            Told &one = m_oracle.recordings.at(m_heldForAWhile);
            const QList<LegalHold> holds = answerOf(desk().holdsInForce(admin, 10)).value();
            for (const LegalHold &hold : holds) {
                if (hold.recording == one.id)
                    QVERIFY(answerOf(desk().release(admin, hold.id)));
            }
            one.isHeld = false;
        }
        if (week == 30) { // after the archive's date: it stays
            Told &one = any([this](const Told &each) { return isOfServerPolicy(each) && each.stage == Told::There && each.plan.startMs > QDateTime(QDate(2028, 3, 1), {}, Qt::UTC).toMSecsSinceEpoch(); });
            one.folder = u"archive"_s;
            QVERIFY(answerOf(workspace().folders().file(admin, {one.id}, m_archive)));
        }
        if (week % 10 == 5)
            QCOMPARE(answerOf(workspace().reality().planByHand(admin, DeletionStep::Purge, {m_oracle.recordings.at(m_heldForGood).id})).error().kind,
                     ErrorKind::PermissionDenied);
    }

    void view(Told &one)
    {
        QFile saved(m_folder.filePath(u"saved.webm"_s));
        QVERIFY(saved.open(QIODevice::WriteOnly) && saved.write("a film") == 6);
        saved.close();
        const QString format = answerOf(workspace().recording(admin, one.id)).value().formats.first().type;
        m_program->media.rememberSavedFile(answerOf(workspace().servers(admin)).value().first().uuid, QString::fromLatin1(one.plan.recordId), format,
                                           saved.fileName());
        const auto played = answerOf(workspace().openMedia(admin, one.id, format));
        QVERIFY2(played, played ? "" : qPrintable(played.error().detail));
        one.viewed = m_now;
        ++m_views;
    }

    void bringOneBack()
    {
        const auto trashed = std::find_if(m_oracle.recordings.begin(), m_oracle.recordings.end(),
                                          [](const auto &one) { return one.second.stage == Told::Trashed; });
        if (trashed == m_oracle.recordings.end())
            return;
        Told &one = trashed->second;
        m_isOneBroughtBack = true;
        const auto plan = answerOf(workspace().reality().planByHand(admin, DeletionStep::Restore, {one.id}));
        QVERIFY(plan);
        QVERIFY(!m_program->run(workspace().reality().startPlan(admin, *plan)));
        one.stage = Told::There;
        one.own.kind = OwnRetention::Kind::Never;
        QVERIFY(answerOf(desk().setOwn(admin, {one.id}, std::nullopt, one.own)));
    }

    void applyWhatIsDue(int week)
    {
        QStringList expected = m_oracle.due(m_now);
        auto plan = answerOf(desk().makePlan(admin, m_server));
        if (!plan) {
            QCOMPARE(plan.error().kind, ErrorKind::NotFound);
            QCOMPARE(QStringList(), expected);
            return;
        }
        const auto items = answerOf(desk().planItems(admin, plan->id, 0, 1000));
        QVERIFY(items);
        QStringList planned;
        for (const DeletionItem &item : *items)
            planned += deletionStepName(item.step) + u' ' + item.externalId;
        QVERIFY2(differences(planned, expected).isEmpty(), qPrintable(u"week %1: "_s.arg(week) + differences(planned, expected).join(u"; "_s)));
        if (plan->state == DeletionPlan::State::Proposed) {
            QVERIFY(!answerOf(desk().confirmPlan(admin, plan->id, plan->itemCount + 1)));
            QVERIFY(answerOf(desk().confirmPlan(admin, plan->id, plan->itemCount)));
            ++m_confirmedByNumber;
        } else {
            ++m_byItself;
        }
        const std::optional<Error> failed = m_program->run(workspace().reality().startPlan(admin, *plan));
        QVERIFY2(!failed, failed ? qPrintable(failed->detail) : "");
        const QList<DeletionItem> ended = answerOf(desk().planItems(admin, plan->id, 0, 1000)).value();
        for (const DeletionItem &item : ended) {
            QVERIFY2(item.state == DeletionItem::State::Done, qPrintable(item.externalId + item.problem + deletionRefusalName(item.refusal)));
            Told &one = m_oracle.recordings.at(item.externalId);
            if (item.step == DeletionStep::Trash)
                m_went.append(wentNow(one, week, plan->needsConfirmation));
            m_oracle.done(deletionStepName(item.step), one, m_now);
        }
    }

    Went wentNow(const Told &one, int week, bool wasTyped) const
    {
        Went went{QString::fromLatin1(one.plan.recordId), m_oracle.dates(one)->due.toMSecsSinceEpoch(), week, wasTyped, true};
        // Not what was overdue from the beginning, nor what a newer recording or the end of a hold let go.
        went.isForeseeable = went.dueMs > begin.addDays(40).toMSecsSinceEpoch() && one.plan.meetingId != m_oracle.meeting
                             && went.recordId != m_heldForAWhile;
        return went;
    }

    QStringList differences(const QStringList &planned, const QStringList &expected) const
    {
        QStringList told;
        const auto tell = [&](const QString &only, const QString &step) {
            const Told &one = m_oracle.recordings.at(step.section(u' ', 1));
            const std::optional<Dates> dates = m_oracle.dates(one);
            told += u"%1: %2 %3, ended %4, due %5"_s.arg(only, step, QString::fromUtf8(one.plan.meetingId), QDateTime::fromMSecsSinceEpoch(one.plan.endMs, Qt::UTC).toString(Qt::ISODate),
                                                         dates ? dates->due.toString(Qt::ISODate) : u"never"_s);
        };
        for (const QString &step : planned) {
            if (!expected.contains(step))
                tell(u"only planned"_s, step);
        }
        for (const QString &step : expected) {
            if (!planned.contains(step))
                tell(u"only expected"_s, step);
        }
        return told;
    }

    void readWarnings(int week)
    {
        const QList<RetentionNotice> notices = answerOf(desk().notices(admin, true)).value();
        for (const RetentionNotice &notice : notices) {
            if (notice.id.value <= m_lastNotice)
                break; // the newest are first
            QCOMPARE(notice.madeAtMs, m_now.toMSecsSinceEpoch());
            const auto rows = answerOf(desk().noticeRows(admin, notice.id, 0, 1000));
            QVERIFY(rows);
            QCOMPARE(rows->size(), notice.count);
            for (const ForecastRow &row : *rows)
                m_oracle.recordings.at(row.externalId).warnings[row.item.dueAtMs].append({notice.stageDays, week});
        }
        m_lastNotice = notices.isEmpty() ? 0 : notices.first().id.value;
    }

    void oneFlippedBitIsRefused(const QString &path, const QString &extract)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        file.close();
        for (const qsizetype at : {whole.indexOf("\"bytes\":") + 8, whole.indexOf("\"title\":") + 12, whole.indexOf("\"hash\":") + 9, whole.size() / 2}) {
            QByteArray changed = whole;
            changed[at] = char(changed[at] ^ 1);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(changed) == changed.size());
            file.close();
            QVERIFY2(cli({u"audit"_s, u"verify"_s, path, u"--within"_s, extract}) != 0, changed.constData());
        }
    }

    int cli(const QStringList &words)
    {
        QProcess process;
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert(u"HOME"_s, m_nowhere.path());
        variables.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        process.setProcessEnvironment(variables);
        process.start(QStringLiteral(LETOPIS_CLI), QStringList{u"--profile"_s, m_nowhere.filePath(u"none"_s)} + words);
        process.waitForFinished(120'000);
        m_said = process.readAllStandardOutput() + process.readAllStandardError();
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

    QTemporaryDir m_folder;
    QTemporaryDir m_nowhere;
    DemoConference m_conference;
    std::unique_ptr<Program> m_program;
    ServerId m_server;
    FolderId m_archive, m_kept;
    QDateTime m_now = begin;
    Oracle m_oracle;
    QString m_heldForGood, m_heldForAWhile;
    QList<Went> m_went;
    qint64 m_lastNotice = 0;
    bool m_isOneBroughtBack = false;
    int m_views = 0, m_confirmedByNumber = 0, m_byItself = 0;
    QByteArray m_said;
};

QTEST_GUILESS_MAIN(TestYearAhead)
#include "tst_yearahead.moc"
