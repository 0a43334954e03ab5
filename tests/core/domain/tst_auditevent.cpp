#include "core/domain/auditevent.h"

#include <QTest>

#include <functional>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(std::function<void(letopis::AuditEvent &)>)

namespace {
using Change = std::function<void(AuditEvent &)>;

AuditEvent sample()
{
    AuditEvent event;
    event.sequence = 7;
    event.atMs = 1'700'000'000'123;
    event.actor = u"admin"_s;
    event.action = u"recording.added"_s;
    event.server = ServerId{2};
    event.recording = RecordingId{3};
    event.details = R"({"title":"Лекция"})";
    event.previousHash = QByteArray(32, '\0');
    return event;
}
} // namespace

class TestAuditEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangeInAnyFieldChangesTheHash_data()
    {
        QTest::addColumn<Change>("change");
        QTest::newRow("sequence") << Change([](AuditEvent &e) { e.sequence = 8; });
        QTest::newRow("time") << Change([](AuditEvent &e) { e.atMs += 1; });
        QTest::newRow("actor") << Change([](AuditEvent &e) { e.actor = u"Admin"_s; });
        QTest::newRow("action") << Change([](AuditEvent &e) { e.action = u"recording.gone"_s; });
        QTest::newRow("server") << Change([](AuditEvent &e) { e.server = ServerId{3}; });
        QTest::newRow("recording") << Change([](AuditEvent &e) { e.recording = RecordingId{2}; });
        QTest::newRow("details") << Change([](AuditEvent &e) { e.details += ' '; });
        QTest::newRow("previous hash") << Change([](AuditEvent &e) { e.previousHash[31] = 1; });
        QTest::newRow("bytes moved from actor to action") << Change([](AuditEvent &e) {
            e.actor = u"adminrecording"_s;
            e.action = u".added"_s;
        });
        QTest::newRow("bytes moved from action to details") << Change([](AuditEvent &e) {
            e.action = u"recording"_s;
            e.details.prepend(".added");
        });
        QTest::newRow("server and recording exchanged") << Change([](AuditEvent &e) {
            e.server = ServerId{3};
            e.recording = RecordingId{2};
        });
    }

    void aChangeInAnyFieldChangesTheHash()
    {
        QFETCH(const Change, change);
        AuditEvent changed = sample();
        change(changed);
        QVERIFY(auditHash(changed) != auditHash(sample()));
    }

    void theHashDoesNotCoverItself()
    {
        AuditEvent event = sample();
        event.hash = auditHash(event);
        QCOMPARE(auditHash(event), event.hash);
        QCOMPARE(event.hash.size(), 32);
    }

    void theHashIsFrozen()
    {
        // Journals on disk depend on it: computed by an independent Python script from the layout in the header.
        QCOMPARE(auditHash(sample()).toHex(), QByteArray("0a8ba2982d929518119b056ed1bef3033c672822d4310be923f66d14fcc8166a"));
    }
};

QTEST_APPLESS_MAIN(TestAuditEvent)
#include "tst_auditevent.moc"
