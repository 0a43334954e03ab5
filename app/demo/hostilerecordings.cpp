#include "app/demo/recordingapi.h"

namespace letopis::demo {

QList<QByteArray> hostileRecordings(const QByteArray &base)
{
    const auto recording = [&](const QByteArray &id, const QByteArray &name, const QByteArray &rest) {
        return "<recording><recordID>" + id + "</recordID><meetingID>hostile</meetingID><internalMeetingID>" + id +
               "</internalMeetingID><name>" + name + "</name><published>true</published><state>published</state>" +
               rest + "</recording>\n";
    };
    const QByteArray times = "<startTime>1700000000000</startTime><endTime>1700000600000</endTime>";
    const auto playback = [&](const QByteArray &url) {
        return "<playback><format><type>presentation</type><url>" + url +
               "</url><length>10</length></format></playback>";
    };
    const QByteArray sha(40, 'd');
    QList<QByteArray> list;
    list << recording(sha + "-1700000000001", "&#x202E;gpj.exe &#x202B;اجتماع",
                      times + playback(base + "/playback/presentation/2.3/x"));
    list << recording(sha + "-1700000000002",
                      "&lt;b&gt;bold&lt;/b&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x&gt;", times);
    list << recording("../../../../etc/passwd", "dots in the id", times + playback("file:///etc/passwd"));
    list << recording(sha + "-1700000000003", QByteArray(2'000'000, 'A'), times);
    list << recording(sha + "-1700000000004", "bad dates",
                      "<startTime>99999999999999999999</startTime><endTime>yesterday</endTime>");
    list << recording(sha + "-1700000000005", "negative",
                      "<startTime>-5</startTime><endTime>-10</endTime><participants>-3</participants><size>-1</size>");
    list << recording(sha + "-1700000000006", "first of two", times)
         << recording(sha + "-1700000000006", "second of two", times);
    list << recording("", "no id at all", times);
    list << recording(sha + "-1700000000007", "",
                      times + "<metadata><a><b><c>deep</c></b></a><x/></metadata>" + playback("javascript:alert(1)"));
    list << recording(sha + "-1700000000008", "preview",
                      times +
                          "<playback><format><type>presentation</type><url>https://10.7.7.1/x</url>"
                          "<length>-4</length><preview><images><image alt=\"" +
                          QByteArray(1'000'000, 'B') +
                          "\" width=\"99999999999\">http://"
                          "169.254.169.254/latest</image></images></preview></format></playback>");
    list << recording(QByteArray(5000, '7'), "long id", times);
    return list;
}

} // namespace letopis::demo
