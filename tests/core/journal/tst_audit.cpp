// The journal's chain on real files: every way of laying hands on it is caught at the right line.
#include "core/domain/eventorigin.h"
#include "core/journal/auditexport.h"
#include "core/journal/auditfiles.h"
#include "core/journal/auditlinefile.h"
#include "core/journal/auditlog.h"
#include "core/journal/auditsegments.h"
#include "core/journal/profileanchor.h"
#include "core/storage/auditchain.h"
#include "core/storage/auditindex.h"
#include "core/storage/auditnotes.h"
#include "core/storage/auditpages.h"
#include "core/storage/auditsegmentrows.h"
#include "core/storage/restoremark.h"
#include "tests/core/storage/testcatalog.h"

#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

#include <csignal>
#include <cstdlib>
#include <thread>

using namespace letopis;
using namespace letopis::testing;

namespace {

// Another program's connection, with the triggers out of its way.
bool forge(const QString &path, const QStringList &statements)
{
    bool isDone = true;
    {
        QSqlDatabase plain = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"forger"_s);
        plain.setDatabaseName(path);
        isDone = plain.open();
        for (const QString &trigger : {u"audit_event_is_not_changed"_s, u"audit_event_is_not_deleted"_s, u"audit_segment_is_not_changed"_s,
                                       u"audit_segment_is_not_deleted"_s})
            isDone = isDone && QSqlQuery(plain).exec(u"DROP TRIGGER IF EXISTS "_s + trigger);
        for (const QString &statement : statements) {
            QSqlQuery query(plain);
            if (!query.exec(statement)) {
                qWarning() << statement << query.lastError().text();
                isDone = false;
            }
        }
    }
    QSqlDatabase::removeDatabase(u"forger"_s);
    return isDone;
}

struct Journal
{
    QTemporaryDir folder;
    QString path = folder.filePath(u"catalog.sqlite"_s);
    std::unique_ptr<Database> database;

    explicit Journal(bool hasOrigin = true)
    {
        DatabaseOptions options;
        if (hasOrigin)
            options.eventOrigin = std::make_shared<EventOrigin>(u"tst_audit"_s, u"1"_s, u"here"_s);
        database = std::move(Database::open(path, options)).value();
    }

    void add(int count, const QString &action = u"thing.done"_s, qint64 firstMs = 1'700'000'000'000)
    {
        const Result<> added = waitFor(database->write([=](Connection &connection) -> Result<> {
            for (int number = 0; number < count; ++number) {
                const QJsonObject details{{u"number"_s, number}, {u"name"_s, u"Ёлочка %1"_s.arg(number)}};
                if (Result<> noted = noteEvent(connection, ownerActor(number % 2 ? u"ann"_s : u"bob"_s, {}), {action, {}, details, ServerId{7}},
                                               firstMs + number * 1000);
                    !noted)
                    return noted;
            }
            return {};
        }));
        QVERIFY2(added, added ? "" : qPrintable(added.error().detail));
    }

    AuditVerdict verify(std::optional<AuditAnchor> anchor = {}) const
    {
        const Result<AuditVerdict> verdict = checkJournal({.catalogFile = path, .anchor = std::move(anchor), .threads = 2});
        if (!verdict)
            qFatal("cannot verify: %s", qPrintable(verdict.error().detail));
        return *verdict;
    }

    AuditAnchor anchor() const
    {
        const AuditHead head = waitFor(database->read([](Connection &connection) { return readAuditHead(connection); })).value();
        return {u"uuid"_s, head.sequence, head.hash, 1, {}, {}};
    }

    QString file(const QString &name) const { return folder.filePath(name); }
};

AuditBreak brokenAt(qint64 sequence, AuditBreakKind kind, qint64 belongsAt = 0)
{
    return {sequence, kind, belongsAt};
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size());
}

QList<QByteArray> linesOf(const QString &path)
{
    QList<QByteArray> lines;
    const Result<> done = readLines(path, [&lines](QByteArrayView line) -> Result<> {
        lines += line.toByteArray();
        return {};
    }, {});
    return done ? lines : QList<QByteArray>();
}

AuditExportReport exportFrom(const Journal &journal, AuditExportRequest request)
{
    request.catalogFile = journal.path;
    request.catalog = u"uuid"_s;
    request.nowMs = 1'700'000'000'000;
    const Result<AuditExportReport> report = exportAudit(request);
    if (!report)
        qFatal("cannot export: %s", qPrintable(report.error().detail));
    return *report;
}

AuditFileVerdict verdictOf(const AuditFileCheck &check)
{
    const Result<AuditFileVerdict> verdict = checkAuditFile(check);
    if (!verdict)
        qFatal("cannot check: %s", qPrintable(verdict.error().detail));
    return *verdict;
}

const Actor admin = ownerActor(u"admin"_s, {});
constexpr qint64 later = 1'800'000'000'000;

// Seals everything, exports it into the file and drops it: run by a child that dies at the named statement.
int work(const QStringList &arguments)
{
    const QString path = arguments.at(2);
    const QString dieAt = arguments.at(3);
    int count = arguments.at(4).toInt();
    DatabaseOptions options;
    options.observer = [&](QStringView name) -> Result<> {
        if (name == dieAt && --count == 0) {
#ifdef Q_OS_UNIX
            std::raise(SIGKILL);
#endif
            std::_Exit(9);
        }
        return {};
    };
    auto database = std::move(Database::open(path, options)).value();
    Result<AuditSegment> segment = sealEvents(*database, admin, later, later);
    if (!segment)
        segment = segmentAt(*database, 1);
    const QString file = path + u".jsonl.zst"_s;
    if (segment->exportedAtMs == 0) {
        const auto report = exportAudit({.catalogFile = path, .file = file, .format = AuditFileFormat::Extract, .nowMs = later,
                                         .firstSequence = segment->firstSequence, .lastSequence = segment->lastSequence});
        segment = noteSegmentExported(*database, admin, 1, report.value(), later);
    }
    return dropSegment(*database, admin, 1, file, later) ? 0 : 1;
}

} // namespace

class TestAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyHandOnTheJournalIsCaughtAtItsLine_data()
    {
        QTest::addColumn<QStringList>("forgery");
        QTest::addColumn<qint64>("sequence");
        QTest::addColumn<int>("kind");
        QTest::addColumn<qint64>("belongsAt");
        const auto row = [](const char *name, const QStringList &forgery, qint64 sequence, AuditBreakKind kind, qint64 belongsAt = 0) {
            QTest::newRow(name) << forgery << sequence << int(kind) << belongsAt;
        };
        const auto changed = [&row](const char *column, const QString &expression) {
            row(column, {u"UPDATE audit_event SET %1 = %2 WHERE sequence = 9000"_s.arg(QString::fromLatin1(column), expression)}, 9000,
                AuditBreakKind::Changed);
        };
        // One bit each.
        changed("at_ms", u"at_ms | 1"_s);
        changed("actor", u"'c' || substr(actor, 2)"_s); // 'b' ^ 1
        changed("action", u"'u' || substr(action, 2)"_s);
        changed("server_id", u"server_id & ~1"_s);
        changed("recording_id", u"recording_id | 1"_s);
        changed("details", u"replace(details, '8', '9')"_s);
        changed("origin", u"replace(origin, 'here', 'hera')"_s);
        changed("previous_hash", u"CAST(x'ff' || substr(previous_hash, 2) AS BLOB)"_s);
        changed("hash", u"CAST(x'ff' || substr(hash, 2) AS BLOB)"_s);
        row("the sequence", {u"UPDATE audit_event SET sequence = sequence + (1 << 20) WHERE sequence = 9000"_s}, 9000, AuditBreakKind::Missing);
        row("origin taken away", {u"UPDATE audit_event SET origin = '' WHERE sequence = 9000"_s}, 9000, AuditBreakKind::Changed);
        row("a row removed", {u"DELETE FROM audit_event WHERE sequence = 9000"_s}, 9000, AuditBreakKind::Missing);
        row("the first rows removed", {u"DELETE FROM audit_event WHERE sequence < 9000"_s}, 1, AuditBreakKind::Missing);
        row("two rows exchanged",
            {u"UPDATE audit_event SET sequence = -1 WHERE sequence = 9000"_s, u"UPDATE audit_event SET sequence = 9000 WHERE sequence = 9001"_s,
             u"UPDATE audit_event SET sequence = 9001 WHERE sequence = -1"_s},
            9000, AuditBreakKind::Moved, 9001);
        row("a row appended", {u"INSERT INTO audit_event SELECT 20001, at_ms, actor, action, server_id, recording_id, details, previous_hash, hash, origin "
                               "FROM audit_event WHERE sequence = 20000"_s},
            20001, AuditBreakKind::Moved, 20000);
        row("a row before the first", {u"INSERT INTO audit_event SELECT 0, at_ms, actor, action, server_id, recording_id, details, previous_hash, hash, origin "
                                       "FROM audit_event WHERE sequence = 20000"_s},
            0, AuditBreakKind::Unchained);
        row("said to be dropped", {u"DELETE FROM audit_event WHERE sequence <= 100"_s,
                                   u"INSERT INTO audit_segment SELECT 1, 100, zeroblob(32), previous_hash, previous_hash, 1, 1, 1, 'x', 'x', x'', 1, 1 "
                                   "FROM audit_event WHERE sequence = 101"_s},
            1, AuditBreakKind::BadSegment);
    }

    void everyHandOnTheJournalIsCaughtAtItsLine()
    {
        QFETCH(const QStringList, forgery);
        QFETCH(const qint64, sequence);
        QFETCH(const int, kind);
        QFETCH(const qint64, belongsAt);
        Journal journal;
        journal.add(20000);
        const AuditVerdict before = journal.verify(journal.anchor());
        QVERIFY(before.isIntact() && before.isAnchored);
        QCOMPARE(before.events, 20000);
        QVERIFY(forge(journal.path, forgery));
        const AuditVerdict after = journal.verify();
        QVERIFY(after.broken.has_value());
        QCOMPARE(after.broken->sequence, sequence);
        QCOMPARE(auditBreakName(after.broken->kind), auditBreakName(AuditBreakKind(kind)));
        QCOMPARE(after.broken->belongsAt, belongsAt);
        QCOMPARE(after.firstBadSequence, std::optional<qint64>(sequence));
        // One thread in one connection says the same: what a backup is checked by.
        const Result<AuditVerdict> alone = waitFor(journal.database->read([](Connection &c) { return checkChain(c, {}); }));
        QVERIFY(alone && alone->broken == after.broken);
    }

    void anEventThatIsWholeButForeignDoesNotFollow()
    {
        Journal journal;
        journal.add(10);
        AuditEvent foreign = waitFor(journal.database->read([](Connection &c) { return readAuditEvent(c, 10); })).value();
        foreign.sequence = 11;
        foreign.previousHash = QByteArray(32, '\0');
        foreign.hash = auditHash(foreign);
        QVERIFY(forge(journal.path, {u"INSERT INTO audit_event SELECT 11, at_ms, actor, action, server_id, recording_id, details, zeroblob(32), x'%1', origin "
                                     "FROM audit_event WHERE sequence = 10"_s.arg(QString::fromLatin1(foreign.hash.toHex()))}));
        QCOMPARE(journal.verify().broken, std::optional(brokenAt(11, AuditBreakKind::Unchained)));
    }

    void whatWasCutOffIsSeenByAnAnchor()
    {
        Journal journal;
        journal.add(50);
        const AuditAnchor anchor = journal.anchor();
        QVERIFY(forge(journal.path, {u"DELETE FROM audit_event WHERE sequence > 40"_s}));
        QVERIFY(journal.verify().isIntact());
        const AuditVerdict verdict = journal.verify(anchor);
        QCOMPARE(verdict.broken, std::optional(brokenAt(41, AuditBreakKind::CutOff)));
        QVERIFY(!verdict.isAnchored);
        journal.database.reset();
        Journal other; // written anew, whole in itself
        other.add(60, u"another.thing"_s);
        QCOMPARE(other.verify(anchor).broken, std::optional(brokenAt(50, AuditBreakKind::Rewritten)));
    }

    void eventsFromBeforeOriginsStayVerifiable()
    {
        Journal journal(false);
        journal.add(5);
        const AuditEvent old = waitFor(journal.database->read([](Connection &c) { return readAuditEvent(c, 3); })).value();
        QVERIFY(old.origin.isEmpty());
        // As it was computed before there was such a column.
        QByteArray bytes;
        const auto number = [&bytes](qint64 value) {
            for (int shift = 56; shift >= 0; shift -= 8)
                bytes += char(value >> shift);
        };
        const auto field = [&](const QByteArray &value) {
            number(value.size());
            bytes += value;
        };
        field(old.previousHash);
        number(old.sequence);
        number(old.atMs);
        field(old.actor.toUtf8());
        field(old.action.toUtf8());
        number(old.server.value);
        number(old.recording.value);
        field(old.details);
        QCOMPARE(old.hash, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
        QVERIFY(journal.verify().isIntact());
        QVERIFY(forge(journal.path, {u"UPDATE audit_event SET origin = '{}' WHERE sequence = 3"_s}));
        QCOMPARE(journal.verify().broken, std::optional(brokenAt(3, AuditBreakKind::Changed)));
    }

    void eventsSayWhereTheyComeFrom()
    {
        QTemporaryDir folder;
        const auto origin = std::make_shared<EventOrigin>(u"letopis-cli"_s, u"0.5"_s, u"desk"_s);
        DatabaseOptions options;
        options.eventOrigin = origin;
        const auto database = std::move(Database::open(folder.filePath(u"c.sqlite"_s), options)).value();
        const auto noted = [&](qint64 sequence) {
            const auto write = [](Connection &c) { return noteEvent(c, admin, {u"x.y"_s}, 1); };
            return waitFor(database->write(write)) ? originText(waitFor(database->read([=](Connection &c) { return readAuditEvent(c, sequence); })).value().origin)
                                                   : OriginText();
        };
        QCOMPARE(noted(1), (OriginText{u"letopis-cli"_s, u"0.5"_s, u"desk"_s, u"system"_s}));
        origin->setClockDifference(u"First"_s, -90);
        QCOMPARE(noted(2).clock, u"system, 90 s behind First"_s);
        origin->setClockDifference(u"First"_s, 2);
        QCOMPARE(noted(3).clock, u"system, as First"_s);
        QVERIFY(checkJournal({.catalogFile = database->path()})->isIntact());
    }

    void aJournalThatIsBeingWrittenVerifies()
    {
        Journal journal;
        journal.add(3000);
        std::atomic<bool> isOver{false};
        std::thread writer([&] {
            while (!isOver)
                journal.add(50);
        });
        for (int round = 0; round < 20; ++round) {
            const AuditVerdict verdict = journal.verify();
            if (!verdict.isIntact() || verdict.events < 3000) {
                isOver = true;
                writer.join();
                QFAIL("it did not hold while it was written");
            }
        }
        isOver = true;
        writer.join();
        QVERIFY(journal.verify(journal.anchor()).isAnchored);
    }

    void pagesGoBothWaysAndFilter()
    {
        Journal journal;
        journal.add(25);
        journal.add(5, u"other.thing"_s, 1'700'000'100'000);
        const auto all = [&](AuditQuery query) {
            QList<qint64> seen;
            for (qint64 after = 0;;) {
                const AuditPage page = waitFor(journal.database->read([=](Connection &c) { return readAuditPage(c, query, after, 7); })).value();
                for (const AuditEntry &entry : page.entries)
                    seen += entry.event.sequence;
                after = page.next;
                if (after == 0)
                    return seen;
            }
        };
        AuditQuery query;
        QList<qint64> down = all(query);
        QCOMPARE(down.size(), 30);
        QCOMPARE(down.first(), 30);
        query.order = AuditQuery::Order::OldestFirst;
        std::reverse(down.begin(), down.end());
        QCOMPARE(all(query), down);
        query.actions = {u"other."_s};
        QCOMPARE(all(query), (QList<qint64>{26, 27, 28, 29, 30}));
        query.actors = {u"ann"_s};
        QCOMPARE(all(query), (QList<qint64>{27, 29}));
        QCOMPARE(all({.actors = {}, .actions = {}, .server = {}, .recording = {}, .sinceMs = 1'700'000'003'000, .untilMs = 1'700'000'005'000, .text = {},
                      .order = AuditQuery::Order::OldestFirst}),
                 (QList<qint64>{4, 5}));
        QCOMPARE(all({.actors = {}, .actions = {}, .server = ServerId{8}, .text = {}}), QList<qint64>());
        // Words of names, whatever their ё and case; nothing typed is syntax.
        QCOMPARE(waitFor(journal.database->write([](Connection &c) { return indexEvents(c, 20); })).value(), 10);
        QCOMPARE(waitFor(journal.database->write([](Connection &c) { return indexEvents(c, 20); })).value(), 0);
        AuditQuery text;
        text.text = u"ЕЛОЧКА \"ann other\""_s;
        QCOMPARE(all(text), (QList<qint64>{29, 27}));
        text.text = u"here"_s;
        QCOMPARE(all(text).size(), 30);
        text.text = u"\" OR * NEAR("_s;
        QCOMPARE(all(text).size(), 0);
        text.text = u"%&"_s;
        QCOMPARE(all(text).size(), 0);
        const AuditFacets facets = waitFor(journal.database->read([](Connection &c) { return readAuditFacets(c); })).value();
        QCOMPARE(facets.actors, (QList<AuditFacet>{{u"ann"_s, 14}, {u"bob"_s, 16}}));
        QCOMPARE(facets.actions, (QList<AuditFacet>{{u"other.thing"_s, 5}, {u"thing.done"_s, 25}}));
    }

    void anExtractVerifiesAloneAndShowsNoMoreThanAskedFor()
    {
        Journal journal;
        journal.add(3000);
        journal.add(3, u"secret.thing"_s);
        journal.add(10);
        const AuditKey key = makeAuditKey().value();
        const QString file = journal.file(u"extract.jsonl"_s);
        AuditQuery query;
        query.actions = {u"thing.done"_s};
        query.actors = {u"ann"_s};
        const AuditExportReport report = exportFrom(journal, {.file = file, .format = AuditFileFormat::Extract, .query = query, .key = key});
        QCOMPARE(report.events, 1505);
        QCOMPARE(report.events + report.withheld, 3012); // from the first that matches
        QVERIFY(!read(file).contains("secret") && !read(file).contains("bob"));
        AuditFileVerdict verdict = verdictOf({.file = file});
        QVERIFY(verdict.isIntact());
        QCOMPARE(verdict.publicKey, key.publicKey);
        QCOMPARE(verdict.events, report.events);
        QCOMPARE(verdict.lastHash, journal.anchor().hash);
        verdict = verdictOf({.file = file, .anchor = journal.anchor()});
        QVERIFY(verdict.isIntact() && verdict.isAnchored);
        AuditAnchor foreign = journal.anchor();
        foreign.hash[0] = char(foreign.hash[0] ^ 1);
        QCOMPARE(verdictOf({.file = file, .anchor = foreign}).broken, std::optional(brokenAt(3013, AuditBreakKind::Rewritten)));
    }

    void whateverIsDoneToAnExtractIsCaught()
    {
        Journal journal;
        journal.add(20);
        const QString file = journal.file(u"extract.jsonl"_s);
        const AuditKey key = makeAuditKey().value();
        exportFrom(journal, {.file = file, .format = AuditFileFormat::Extract, .key = key});
        const QList<QByteArray> lines = linesOf(file);
        QCOMPARE(lines.size(), 22);
        const auto verdictWith = [&](QList<QByteArray> changed) {
            write(file, changed.join('\n') + '\n');
            return verdictOf({.file = file});
        };
        QVERIFY(verdictWith(lines).isIntact());
        // Any one character of an event: at its own line. Of the frame: 0.
        for (qsizetype line = 0; line < lines.size(); ++line) {
            for (qsizetype at = 3; at < lines[line].size(); at += 29) {
                QList<QByteArray> changed = lines;
                changed[line][at] = char(changed[line][at] ^ 1);
                write(file, changed.join('\n') + '\n');
                const Result<AuditFileVerdict> verdict = checkAuditFile({.file = file});
                if (line == 0 && !verdict)
                    continue; // no extract at all any more
                QVERIFY2(verdict && !verdict->isIntact(), qPrintable(u"line %1, character %2"_s.arg(line).arg(at)));
                if (line > 0 && line < 21)
                    QVERIFY2(verdict->broken->sequence == line, changed[line].constData());
            }
        }
        QList<QByteArray> changed = lines;
        changed.removeAt(7);
        QCOMPARE(verdictWith(changed).broken, std::optional(brokenAt(7, AuditBreakKind::Missing)));
        changed = lines;
        changed.swapItemsAt(7, 8);
        QCOMPARE(verdictWith(changed).broken->sequence, 7);
        changed = lines;
        changed.insert(7, changed[7]);
        QCOMPARE(verdictWith(changed).broken->sequence, 8);
        changed = lines.first(15);
        QCOMPARE(verdictWith(changed).broken, std::optional(brokenAt(15, AuditBreakKind::CutOff)));
        changed = lines;
        changed += lines[5];
        QCOMPARE(verdictWith(changed).broken->sequence, 0);
        // Signed by somebody else, or no more.
        changed = lines;
        changed[21].replace(changed[21].indexOf("\"signature\":\"") + 13, 128, QByteArray(128, '0'));
        QCOMPARE(verdictWith(changed).broken, std::optional(brokenAt(0, AuditBreakKind::Changed)));
        write(file, "something else\n");
        QCOMPARE(checkAuditFile({.file = file}).error().kind, ErrorKind::BadAnswer);
        QCOMPARE(checkAuditFile({.file = journal.file(u"nothing"_s)}).error().kind, ErrorKind::NotFound);
    }

    void tablesCarryEveryEventAndNoFormula()
    {
        Journal journal;
        journal.add(1500);
        const auto evil = [](Connection &c) { return noteEvent(c, ownerActor(u"=cmd()"_s, {}), {u"x.y"_s}, 1'700'000'000'000); };
        QVERIFY(waitFor(journal.database->write(evil)));
        const QString csv = journal.file(u"journal.csv"_s);
        QCOMPARE(exportFrom(journal, {.file = csv}).events, 1501);
        QCOMPARE(read(csv).count("\r\n"), 1502);
        QVERIFY(read(csv).contains("'=cmd()"));
        const QString json = journal.file(u"journal.jsonl"_s);
        exportFrom(journal, {.file = json, .format = AuditFileFormat::JsonLines});
        QCOMPARE(linesOf(json).size(), 1501);
        AuditQuery nothing;
        nothing.actors = {u"nobody"_s};
        QCOMPARE(exportAudit({.catalogFile = journal.path, .file = json, .format = AuditFileFormat::Extract, .query = nothing}).error().kind,
                 ErrorKind::NotFound);
        QCOMPARE(linesOf(json).size(), 1501); // the old file is as it was
    }

    void anAnchorSurvivesTheMailAndItsSignatureDoesNotSurviveAHand()
    {
        Journal journal;
        journal.add(4);
        const AuditKey key = makeAuditKey().value();
        AuditAnchor anchor = journal.anchor();
        anchor.publicKey = key.publicKey;
        anchor.signature = signedBy(key, signedPart(anchor));
        const QString file = journal.file(u"anchor.txt"_s);
        write(file, anchorText(anchor));
        QCOMPARE(readAnchorFile(file).value(), anchor);
        QByteArray mailed = "Hello,\r\n\r\n" + anchorText(anchor).replace("\n", " \r\n> ") + "\r\n-- \r\nsomebody";
        write(file, mailed);
        QCOMPARE(readAnchorFile(file).value(), anchor);
        QVERIFY(verdictOf({.file = file, .catalogFile = journal.path}).isAnchored);
        write(file, mailed.replace("Events: 4", "Events: 3"));
        QCOMPARE(readAnchorFile(file).error().kind, ErrorKind::ContentMismatch);
        QVERIFY(!verdictOf({.file = file, .catalogFile = journal.path}).isIntact());
    }

    void anOlderCatalogIsNoticedAndARestoreAccepted()
    {
        Journal journal;
        const QString file = journal.file(u"anchor.txt"_s);
        journal.add(10);
        QCOMPARE(rememberHead(file, journal.path, 5)->age, CatalogAge::NoAnchor);
        QVERIFY(waitFor(journal.database->write([&](Connection &c) { return c.executeOnce({"copy"_L1, u"SELECT 1"_s}); })));
        const QString old = journal.file(u"old.sqlite"_s);
        QVERIFY(forge(journal.path, {u"VACUUM INTO '%1'"_s.arg(old)}));
        journal.add(5);
        QCOMPARE(rememberHead(file, journal.path, 6)->age, CatalogAge::AsLeft);
        QCOMPARE(catalogAge(file, journal.path)->seen->sequence, 15);
        const CatalogAgeReport older = catalogAge(file, old).value();
        QCOMPARE(older.age, CatalogAge::Older);
        QVERIFY(!older.isTrustworthy());
        QCOMPARE(rememberHead(file, old, 7)->age, CatalogAge::Older); // and the anchor stays
        QCOMPARE(catalogAge(file, journal.path)->seen->sequence, 15);
        auto restored = std::move(Database::open(old)).value();
        // A mark of another catalog is not taken for this one's.
        QVERIFY(writeRestoreMark(old, {9, QByteArray(32, 'x'), 1}));
        QCOMPARE(acceptRestored(*restored, admin, file, 8).value(), false);
        QCOMPARE(catalogAge(file, old)->age, CatalogAge::Older);
        const AuditHead head = waitFor(restored->read([](Connection &c) { return readAuditHead(c); })).value();
        QVERIFY(writeRestoreMark(old, {head.sequence, head.hash, 1}));
        QCOMPARE(acceptRestored(*restored, admin, file, 8).value(), true);
        QVERIFY(!readRestoreMark(old));
        QCOMPARE(catalogAge(file, old)->age, CatalogAge::AsLeft);
        QCOMPARE(waitFor(restored->read([](Connection &c) { return readAuditEvent(c, 11); }))->action, u"catalog.restored"_s);
        // Its other half has another history now.
        QCOMPARE(catalogAge(file, journal.path)->age, CatalogAge::Branched);
        write(file, "rubbish");
        QVERIFY(!catalogAge(file, old)->isTrustworthy());
    }

    void aSegmentGoesOnlyWhenItsExportIsWhole()
    {
        Journal journal;
        journal.add(100);
        journal.add(20, u"new.thing"_s, 1'750'000'000'000);
        QVERIFY(waitFor(journal.database->write([](Connection &c) { return indexEvents(c, 1000); })));
        const AuditSegment segment = sealEvents(*journal.database, admin, 1'740'000'000'000, later).value();
        QCOMPARE(segment.lastSequence, 100);
        QCOMPARE(sealEvents(*journal.database, admin, 1'740'000'000'000, later).error().kind, ErrorKind::NotFound);
        // Nothing goes unexported, by no way.
        const QString file = journal.file(u"segment.jsonl.zst"_s);
        QCOMPARE(dropSegment(*journal.database, admin, 1, file, later).error().kind, ErrorKind::InvalidInput);
        QVERIFY(!waitFor(journal.database->write([&](Connection &c) { return dropEvents(c, segment, later); })));
        const AuditKey key = makeAuditKey().value();
        const AuditExportReport report = exportFrom(
            journal, {.file = file, .format = AuditFileFormat::Extract, .key = key, .firstSequence = 1, .lastSequence = 100});
        QVERIFY(noteSegmentExported(*journal.database, admin, 1, report, later));
        const QByteArray whole = read(file);
        QVERIFY(whole.size() < 30'000); // compressed
        QByteArray damaged = whole;
        damaged[damaged.size() / 2] = char(damaged[damaged.size() / 2] ^ 1);
        write(file, damaged);
        QCOMPARE(dropSegment(*journal.database, admin, 1, file, later).error().kind, ErrorKind::ContentMismatch);
        QVERIFY(!verdictOf({.file = file}).isIntact());
        write(file, whole);
        const AuditAnchor old = journal.anchor();
        QVERIFY(dropSegment(*journal.database, admin, 1, file, later));
        const AuditVerdict verdict = journal.verify(old);
        QVERIFY(verdict.isIntact() && verdict.isAnchored);
        QCOMPARE(verdict.firstSequence, 101);
        QCOMPARE(verdict.events, 20 + 3); // sealed, exported, dropped
        QCOMPARE(verdictOf({.file = file}).events, 100);
        // Its words are gone with it.
        AuditQuery query;
        query.text = u"thing"_s;
        QVERIFY(waitFor(journal.database->write([](Connection &c) { return indexEvents(c, 1000); })));
        QCOMPARE(waitFor(journal.database->read([=](Connection &c) { return readAuditPage(c, query, 0, 100); }))->entries.size(), 20);
        journal.add(5);
        QVERIFY(journal.verify().isIntact());
        QVERIFY(forge(journal.path, {u"UPDATE audit_segment SET last_hash = zeroblob(32)"_s}));
        QCOMPARE(journal.verify().broken->kind, AuditBreakKind::BadSegment);
    }

    void everythingMayBeSealedAndTheChainGoesOn()
    {
        Journal journal;
        journal.add(10);
        const QString file = journal.file(u"s.jsonl.zst"_s);
        QVERIFY(sealEvents(*journal.database, admin, later, later));
        QVERIFY(noteSegmentExported(*journal.database, admin, 1,
                                    exportFrom(journal, {.file = file, .format = AuditFileFormat::Extract, .firstSequence = 1, .lastSequence = 10}), later));
        QVERIFY(dropSegment(*journal.database, admin, 1, file, later));
        journal.add(10);
        QCOMPARE(journal.verify().events, 13);
        QVERIFY(journal.verify().isIntact());
    }

    void aDeathInTheMiddleLeavesAWholeJournal_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<int>("count");
        for (const auto &[statement, most] : {std::pair{"segment.insert", 1}, std::pair{"audit.append", 3}, std::pair{"transaction.commit", 6},
                                              std::pair{"segment.exported", 1}, std::pair{"segment.dropped", 1}, std::pair{"segment.drop", 1},
                                              std::pair{"auditIndex.forget", 2}, std::pair{"auditIndex.setUpTo", 1}}) {
            for (int count = 1; count <= most; ++count)
                QTest::addRow("%s %d", statement, count) << QString::fromLatin1(statement) << count;
        }
    }

    void aDeathInTheMiddleLeavesAWholeJournal()
    {
        QFETCH(const QString, statement);
        QFETCH(const int, count);
        Journal journal;
        journal.add(200);
        const AuditAnchor anchor = journal.anchor();
        journal.database.reset();
        const auto run = [&](const QString &dieAt, int when) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {u"work"_s, journal.path, dieAt, QString::number(when)});
            return child.waitForFinished(60'000) && child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0;
        };
        const bool survived = run(statement, count);
        if (statement != "transaction.commit"_L1) // the last counts may lie beyond the work
            QVERIFY(!survived);
        AuditVerdict verdict = journal.verify(anchor);
        QVERIFY(verdict.isIntact() && verdict.isAnchored);
        QVERIFY(run(u"nowhere"_s, 1));
        verdict = journal.verify(anchor);
        QVERIFY(verdict.isIntact() && verdict.isAnchored);
        QCOMPARE(verdict.firstSequence, 201);
    }

    void aVisitIsOneEventAndSetsWhenItWasLastSeen()
    {
        TestCatalog catalog;
        QVERIFY(catalog.sync({snapshots(0, 2)}));
        const auto view = [&](const Actor &actor, qint64 nowMs) {
            return waitFor(catalog.database->write([=](Connection &c) { return noteViewed(c, actor, RecordingId{1}, u"video"_s, nowMs); })).value();
        };
        const Actor ann = ownerActor(u"ann"_s, {});
        QVERIFY(view(ann, 1'700'000'000'000));
        QVERIFY(!view(ann, 1'700'000'300'000));
        QVERIFY(view(admin, 1'700'000'300'000));
        QVERIFY(view(ann, 1'700'000'900'000));
        const auto number = [&](const QString &sql) {
            qint64 value = 0;
            const auto take = [&value](const QSqlQuery &row) { value = row.value(0).toLongLong(); };
            return waitFor(catalog.database->read([&](Connection &c) { return c.forEachRaw({"n"_L1, sql}, {}, take); })) ? value : -1;
        };
        QCOMPARE(number(u"SELECT count(*) FROM audit_event WHERE action = 'recording.viewed' AND recording_id = 1 AND server_id > 0"_s), 3);
        QCOMPARE(number(u"SELECT last_viewed_at_ms FROM recording WHERE id = 1"_s), 1'700'000'900'000);
        QCOMPARE(number(u"SELECT last_viewed_at_ms FROM recording WHERE id = 2"_s), 0);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().value(1) == "work"_L1)
        return work(QCoreApplication::arguments());
    TestAudit test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_audit.moc"
