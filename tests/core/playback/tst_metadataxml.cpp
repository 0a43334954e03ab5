#include "core/playback/metadataxmlreader.h"

#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
const QByteArray sample = R"(<?xml version="1.0"?>
<recording>
  <id>bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb-1700000000000</id>
  <state>unpublished</state> <published>false</published>
  <start_time>1700000000000</start_time> <end_time>1700000600000</end_time> <participants>3</participants>
  <meeting id="bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb-1700000000000" externalId="room 7" name="Урок &amp;amp; беседа" breakout="false"/>
  <meta><meetingId>room 7</meetingId><empty/><description>
      line one
line two  </description></meta>
  <breakout/><breakoutRooms><breakoutRoom>cccc-1</breakoutRoom></breakoutRooms>
  <playback><format>presentation</format><link>
     https://host/playback/presentation/2.3/x
  </link><processing_time>1752</processing_time><duration>65432</duration>
    <extensions><preview><images><image width="176" height="-5" alt="Slide &lt;1&gt;">https://host/t.png</image></images></preview>
    <preview2><images><image>https://host/other.png</image></images></preview2></extensions><size>109393</size></playback>
  <raw_size>202479</raw_size>
</recording>)";
} // namespace

class TestMetadataXml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsRead();
    void aFileInTheMakingHasNoFormat();
    void aFileCutAnywhereIsRefused();
    void anotherRootIsRefused();
    void aDocumentTypeIsRefused();
};

void TestMetadataXml::everyFieldIsRead()
{
    const auto snapshot = readMetadataXml(sample);
    QVERIFY(snapshot);
    QCOMPARE(snapshot->externalId, QString(40, u'b') + u"-1700000000000"_s);
    QCOMPARE(snapshot->internalMeetingId, snapshot->externalId);
    QCOMPARE(snapshot->meetingId, u"room 7"_s);
    QCOMPARE(snapshot->name, u"Урок & беседа"_s);
    QCOMPARE(snapshot->state, PublicationState::Unpublished);
    QCOMPARE(snapshot->startedAtMs, 1700000000000);
    QCOMPARE(snapshot->endedAtMs, 1700000600000);
    QCOMPARE(snapshot->participantCount, 3);
    QCOMPARE(snapshot->rawSizeBytes, 202479);
    QVERIFY(!snapshot->isBreakout);
    QVERIFY(snapshot->breakoutParentId.isEmpty());
    QCOMPARE(snapshot->breakoutRoomIds, QStringList{u"cccc-1"_s});
    QCOMPARE(metadataValue(snapshot->metadata, u"description"), u"line one\nline two"_s);
    QCOMPARE(snapshot->metadata.size(), 3);
    QCOMPARE(snapshot->formats.size(), 1);
    const PlaybackFormat &format = snapshot->formats[0];
    QCOMPARE(format.type, u"presentation"_s);
    QCOMPARE(format.url, QUrl(u"https://host/playback/presentation/2.3/x"_s));
    QCOMPARE(format.durationMs, 65432);
    QCOMPARE(format.processingMs, 1752);
    QCOMPARE(format.sizeBytes, 109393);
    QCOMPARE(format.previews.size(), 1);
    QCOMPARE(format.previews[0].text, u"Slide <1>"_s);
    QCOMPARE(format.previews[0].height, 0);
}

void TestMetadataXml::aFileInTheMakingHasNoFormat()
{
    const auto snapshot = readMetadataXml("<recording><id>x-1</id><state>processing</state><published>false</published>"
                                          "<start_time/><end_time/><playback/><meta/></recording>");
    QVERIFY(snapshot);
    QCOMPARE(snapshot->state, PublicationState::Processing);
    QCOMPARE(snapshot->startedAtMs, 0);
    QVERIFY(snapshot->formats.isEmpty());
}

void TestMetadataXml::aFileCutAnywhereIsRefused()
{
    for (qsizetype size = 0; size < sample.size(); ++size) {
        const auto snapshot = readMetadataXml(sample.left(size));
        QVERIFY2(!snapshot, qPrintable(QString::number(size)));
        QCOMPARE(snapshot.error().kind, ErrorKind::BadAnswer);
    }
}

void TestMetadataXml::anotherRootIsRefused()
{
    QCOMPARE(readMetadataXml("<html/>").error().kind, ErrorKind::BadAnswer);
}

void TestMetadataXml::aDocumentTypeIsRefused()
{
    QCOMPARE(readMetadataXml("<!DOCTYPE recording [<!ENTITY a \"b\">]><recording><id>&a;</id></recording>").error().kind,
             ErrorKind::BadAnswer);
}

QTEST_GUILESS_MAIN(TestMetadataXml)
#include "tst_metadataxml.moc"
