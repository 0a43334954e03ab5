#include "core/domain/attendanceexport.h"

#include <QJsonArray>
#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
AttendanceReport reportOf(const QString &name, const QString &note)
{
    Attendee attendee;
    attendee.uid = u"id:u1"_s;
    attendee.participant.name = name;
    attendee.participant.sessions = {{1'000, 9'000}, {2'000, 5'000}}; // two devices: the first one leaves last
    attendee.participant.presentMs = 8'000;
    attendee.note = note;
    Attendee added;
    added.uid = u"e"_s;
    added.participant.name = u"Вера"_s;
    added.provenance = Provenance::Added;
    return {.title = u"Лекция"_s,
            .startedAt = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC),
            .recordedMs = 16'000,
            .rows = {{attendee, 8'000, 50}, {added, -1, -1}}};
}
} // namespace

class TestAttendanceExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csvHoldsOneLineForEach()
    {
        const QByteArrayList lines = attendanceCsv(reportOf(u"Анна"_s, {})).split('\n');
        QCOMPARE(lines.size(), 4); // heading, two, and what is after the last line break
        QCOMPARE(lines[0].count(','), lines[1].count(','));
        QVERIFY(lines[1].startsWith(u"id:u1,Анна,,viewer,1970-01-01T00:00:01.000Z,1970-01-01T00:00:09.000Z,2,8000,8000,50.0,"_s.toUtf8()));
        QCOMPARE(lines[2], u"e,Вера,,viewer,,,0,0,,,0,0,0,added,,\r"_s.toUtf8());
    }

    void csvHoldsNoFormula()
    {
        const QByteArray csv = attendanceCsv(reportOf(u"=HYPERLINK(\"http://x\")"_s, u"+7 900\n@cmd"_s));
        QVERIFY(csv.contains("\"'=HYPERLINK(\"\"http://x\"\")\""));
        QVERIFY(csv.contains("\"'+7 900\n'@cmd\""));
    }

    void jsonHoldsWhatIsKnown()
    {
        const QJsonObject json = attendanceJson(reportOf(u"Анна"_s, u"староста"_s));
        QCOMPARE(json[u"title"].toString(), u"Лекция"_s);
        const QJsonArray people = json[u"participants"].toArray();
        QCOMPARE(people.size(), 2);
        QCOMPARE(people[0][u"percentOfRecorded"].toDouble(), 50.0);
        QCOMPARE(people[0][u"note"].toString(), u"староста"_s);
        QVERIFY(people[1][u"percentOfRecorded"].isNull());
        QCOMPARE(people[1][u"provenance"].toString(), u"added"_s);
    }
};

QTEST_GUILESS_MAIN(TestAttendanceExport)
#include "tst_attendanceexport.moc"
