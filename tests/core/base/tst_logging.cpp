#include "core/base/logging.h"

#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

class TestLogging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLoggedUrlHoldsNoSecret_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("logged");
        const QString host = u"https://bbb.example/bigbluebutton/api/getRecordings"_s;
        QTest::newRow("plain") << host << host;
        QTest::newRow("checksum") << host + u"?state=any&checksum=CANARY"_s << host + u"?state=any&checksum=redacted"_s;
        QTest::newRow("twice") << host + u"?checksum=CANARY&checksum=CANARY2"_s << host + u"?checksum=redacted&checksum=redacted"_s;
        QTest::newRow("token") << host + u"?token=CANARY&limit=5"_s << host + u"?token=redacted&limit=5"_s;
        QTest::newRow("password") << host + u"?password=CANARY"_s << host + u"?password=redacted"_s;
        QTest::newRow("a page") << host + u"?state=any&offset=100&limit=100&recordID=r-1%2Cr-2&meetingID=m"_s
                                << host + u"?state=any&offset=100&limit=100&recordID=r-1%2Cr-2&meetingID=m"_s;
        QTest::newRow("a name nobody knows") << host + u"?sessionKey=CANARY&X-Amz-Signature=CANARY"_s
                                             << host + u"?sessionKey=redacted&X-Amz-Signature=redacted"_s;
        QTest::newRow("the harmless name in another case") << host + u"?STATE=CANARY"_s << host + u"?STATE=redacted"_s;
        QTest::newRow("fragment") << host + u"#CANARY"_s << host;
        QTest::newRow("user and password") << u"https://user:CANARY@bbb.example/a"_s << u"https://bbb.example/a"_s;
    }

    void aLoggedUrlHoldsNoSecret()
    {
        QFETCH(const QString, url);
        QFETCH(const QString, logged);
        const QString shown = loggableUrl(QUrl(url));
        QCOMPARE(shown, logged);
        QVERIFY(!shown.contains(u"CANARY"_s));
    }
};

QTEST_APPLESS_MAIN(TestLogging)
#include "tst_logging.moc"
