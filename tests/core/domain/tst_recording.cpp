#include "core/domain/recordingsnapshot.h"

#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

class TestRecording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void metadataKeysCompareWithoutCase()
    {
        const Metadata metadata{{u"bbb-Recording-Name"_s, u"Лекция"_s}, {u"empty"_s, {}}};
        QCOMPARE(metadataValue(metadata, u"BBB-recording-name"), u"Лекция"_s);
        QCOMPARE(metadataValue(metadata, u"empty"), QString());
        QCOMPARE(metadataValue(metadata, u"absent"), QString());
    }

    void theTitleComesFromTheBestSource_data()
    {
        QTest::addColumn<Metadata>("metadata");
        QTest::addColumn<QString>("title");
        const std::pair greenlight(u"name"_s, u"Greenlight's"_s);
        const std::pair moodle(u"bbb-recording-name"_s, u"Moodle's"_s);
        QTest::newRow("none") << Metadata{} << u"server's"_s;
        QTest::newRow("Greenlight") << Metadata{greenlight} << u"Greenlight's"_s;
        QTest::newRow("Moodle") << Metadata{moodle} << u"Moodle's"_s;
        QTest::newRow("both") << Metadata{moodle, greenlight} << u"Greenlight's"_s;
        QTest::newRow("an empty one is none") << Metadata{{u"name"_s, {}}, moodle} << u"Moodle's"_s;
    }

    void theTitleComesFromTheBestSource()
    {
        QFETCH(const Metadata, metadata);
        RecordingSnapshot snapshot;
        snapshot.name = u"server's"_s;
        snapshot.metadata = metadata;
        QTEST(shownTitle(snapshot), "title");
    }

    void theDescriptionComesFromMetadata()
    {
        RecordingSnapshot snapshot;
        QCOMPARE(shownDescription(snapshot), QString());
        snapshot.metadata = {{u"bbb-recording-description"_s, u"about"_s}};
        QCOMPARE(shownDescription(snapshot), u"about"_s);
    }
};

QTEST_APPLESS_MAIN(TestRecording)
#include "tst_recording.moc"
