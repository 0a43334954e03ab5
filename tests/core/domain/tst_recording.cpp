#include "core/domain/servicefields.h"

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
        QTEST(shownTitle(u"server's"_s, metadata), "title");
    }

    void theDescriptionComesFromMetadata()
    {
        QCOMPARE(shownDescription({}), QString());
        QCOMPARE(shownDescription({{u"bbb-recording-description"_s, u"about"_s}}), u"about"_s);
        QCOMPARE(shownDescription({{u"description"_s, u"about ¶ this"_s}}), u"about\nthis"_s); // as it comes over the wire
    }

    void aPublishedDescriptionOutranksTheOthers()
    {
        using enum PublicationState;
        for (const auto &[more, less] : {std::pair(Published, Unpublished), std::pair(Unpublished, Processed),
                                        std::pair(Processed, Processing), std::pair(Processing, Deleted), std::pair(Deleted, Gone)})
            QVERIFY(publicationRank(more) > publicationRank(less));
    }
};

QTEST_APPLESS_MAIN(TestRecording)
#include "tst_recording.moc"
