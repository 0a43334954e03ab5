// What is left of edits when the program is killed while people type: whatever was confirmed is there.
#include "core/journal/auditlog.h"
#include "core/storage/attendancerepository.h"
#include "core/storage/fieldrepository.h"
#include "core/storage/outboxrepository.h"
#include "testcatalog.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <cstdio>

using namespace letopis;
using namespace letopis::testing;

namespace {
constexpr int edited = 5; // recordings

QString titleOf(int number)
{
    return u"Правка номер %1"_s.arg(number);
}

// The child: edits titles and participants without end, and says each number once it is durable.
int editUntilKilled(const QString &path, int from)
{
    auto database = Database::open(path);
    if (!database)
        return 1;
    const HandClock clock;
    FieldRepository fields(*database.value(), clock);
    AttendanceRepository attendance(*database.value(), clock);
    for (int number = from;; ++number) {
        QList<FieldEdit> edits;
        for (qint64 id = 1; id <= edited; ++id) {
            const auto now = waitFor(fields.information({id}));
            if (!now)
                return 2;
            edits += {{id}, QString(field::title), now->values.value(field::title), titleOf(number)};
        }
        const auto report = waitFor(fields.apply(administrator(), edits));
        if (!report || report->count(EditOutcome::Applied) != edited)
            return 3;
        AttendeeEdit guest;
        guest.uid = u"guest"_s;
        guest.name = titleOf(number);
        const auto before = waitFor(attendance.edits({1}));
        if (!before || !waitFor(attendance.replaceEdits(administrator(), {1}, *before, {guest})))
            return 4;
        std::printf("%d\n", number);
        std::fflush(stdout);
    }
}

int lastConfirmed(const QByteArray &out, int fallback)
{
    const QList<QByteArray> lines = out.split('\n');
    for (auto line = lines.rbegin() + 1; line != lines.rend(); ++line) // what follows the last line end was cut
        return line->toInt();
    return fallback;
}

int numberIn(const QString &title)
{
    return title.section(u' ', 2, 2).toInt();
}
} // namespace

class TestEditFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAtAnyMomentNothingConfirmedIsLost()
    {
        TestCatalog catalog;
        QVERIFY(catalog.sync({snapshots(0, 20)}));
        const QString path = catalog.path();
        catalog.database.reset();
        int confirmed = 0;
        for (int round = 0; round < 12; ++round) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(),
                        {u"--edit-until-killed"_s, path, QString::number(confirmed + 1)});
            QVERIFY(child.waitForReadyRead(30'000));
            child.waitForReadyRead(int(QRandomGenerator::global()->bounded(40)));
            child.kill(); // SIGKILL; TerminateProcess on Windows
            QVERIFY(child.waitForFinished());
            confirmed = lastConfirmed(child.readAllStandardOutput(), confirmed);
            QVERIFY(confirmed > 0);
            auto database = Database::open(path);
            QVERIFY(database);
            FieldRepository fields(**database, catalog.clock);
            const int shown = numberIn(waitFor(fields.information({1})).value().values.value(field::title));
            QVERIFY2(shown >= confirmed, qPrintable(u"%1 shown, %2 confirmed"_s.arg(shown).arg(confirmed)));
            for (qint64 id = 2; id <= edited; ++id) // a batch is there whole or not at all
                QCOMPARE(numberIn(waitFor(fields.information({id})).value().values.value(field::title)), shown);
            QCOMPARE(waitFor(OutboxRepository(**database, catalog.clock).entries(false)).value().size(), edited);
            RecordingQuery query;
            query.search = u"\"%1\""_s.arg(titleOf(shown));
            QCOMPARE(waitFor(RecordingRepository(**database).count(query)).value(), edited);
            const auto guests = waitFor(AttendanceRepository(**database, catalog.clock).edits({1})).value();
            QVERIFY(numberIn(*guests.first().name) >= confirmed);
            const AuditRepository events(**database);
            QVERIFY(AuditLog(events).verify().value().isIntact());
            confirmed = shown;
        }
    }

    void onAFullDiskAnEditIsThereWholeOrNotAtAll()
    {
        int statements = 0;
        int failing = -1;
        TestCatalog catalog({.observer = [&](QStringView) -> Result<> {
            return failing >= 0 && statements++ == failing ? Result<>(Error{ErrorKind::DiskFull, u"full"_s, {}, {}}) : Result<>();
        }});
        QVERIFY(catalog.sync({snapshots(0, 3)}));
        FieldRepository fields(*catalog.database, catalog.clock);
        OutboxRepository outbox(*catalog.database, catalog.clock);
        const auto titleNow = [&](qint64 id) { return waitFor(fields.information({id})).value().values.value(field::title); };
        QList<FieldEdit> edits;
        for (qint64 id = 1; id <= 3; ++id)
            edits += {{id}, QString(field::title), titleNow(id), titleOf(int(id))};
        int refused = 0;
        for (int at = 0;; ++at) {
            statements = 0;
            failing = at;
            const auto report = waitFor(fields.apply(administrator(), edits));
            failing = -1;
            if (report) {
                QCOMPARE(report->count(EditOutcome::Applied), 3);
                break;
            }
            ++refused;
            QCOMPARE(report.error().kind, ErrorKind::DiskFull);
            for (const FieldEdit &edit : std::as_const(edits))
                QCOMPARE(titleNow(edit.recording.value), edit.before);
            QVERIFY(waitFor(outbox.entries(true)).value().isEmpty());
            const AuditRepository events(*catalog.database);
            QVERIFY(AuditLog(events).verify().value().isIntact());
        }
        QVERIFY(refused >= 9); // of each recording at least its row, its edit and its line of the journal
        QCOMPARE(waitFor(outbox.entries(false)).value().size(), 3);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 4 && QByteArray(argv[1]) == "--edit-until-killed")
        return editUntilKilled(QString::fromLocal8Bit(argv[2]), QByteArray(argv[3]).toInt());
    TestEditFaults test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_editfaults.moc"
