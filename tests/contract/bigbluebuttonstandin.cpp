#include "tests/contract/bigbluebuttonstandin.h"

#include <QCryptographicHash>
#include <QUrlQuery>

namespace letopis::test {

using namespace Qt::Literals::StringLiterals;

namespace {
// The query as the server hashes it: its raw bytes without the checksum.
QByteArray withoutChecksum(const QByteArray &query)
{
    const qsizetype at = query.indexOf("checksum=");
    return at < 0 ? query : query.left(std::max<qsizetype>(at - 1, 0));
}
} // namespace

BigBlueButtonStandin::BigBlueButtonStandin(const TestCa &ca)
    : m_server(ca.good(), [this](const TestRequest &request) { return answer(request); })
{}

QByteArrayList BigBlueButtonStandin::calls() const
{
    const QMutexLocker lock(&m_mutex);
    return m_calls;
}

TestAnswer BigBlueButtonStandin::answer(const TestRequest &request)
{
    const QByteArray prefix = "/bigbluebutton/api";
    const qsizetype question = request.target.indexOf('?');
    const QByteArray path = question < 0 ? request.target : request.target.left(question);
    const QByteArray query = question < 0 ? QByteArray() : request.target.mid(question + 1);
    if (!path.startsWith(prefix))
        return files.value(QString::fromLatin1(path), TestAnswer{.status = 404, .headers = {{"Content-Type", "text/html"}}, .body = "<html>404</html>"});
    const QByteArray name = path.mid(prefix.size() + 1);
    {
        const QMutexLocker lock(&m_mutex);
        m_calls.append(name + '?' + withoutChecksum(query));
    }
    if (override)
        return *override;
    return call(name, query);
}

TestAnswer BigBlueButtonStandin::call(const QByteArray &name, const QByteArray &query) const
{
    QByteArray body;
    if (name.isEmpty())
        body = greeting;
    else if (!isChecksumGood(name, query))
        body = "<response><returncode>FAILED</returncode><messageKey>checksumError</messageKey>"
               "<message>Checksums do not match</message></response>";
    else if (name == "getMeetings")
        body = "<response><returncode>SUCCESS</returncode><meetings/><messageKey>noMeetings</messageKey></response>";
    else if (name == "getRecordings")
        body = listing(query);
    else
        body = "<response><returncode>FAILED</returncode><messageKey>unsupportedRequest</messageKey></response>";
    return {.status = 200, .headers = {{"Content-Type", "text/xml"}}, .body = body};
}

bool BigBlueButtonStandin::isChecksumGood(const QByteArray &name, const QByteArray &query) const
{
    const qsizetype at = query.indexOf("checksum=");
    const QByteArray hex = at < 0 ? QByteArray() : query.mid(at + 9);
    const QHash<int, QCryptographicHash::Algorithm> algorithms{{40, QCryptographicHash::Sha1}, {64, QCryptographicHash::Sha256},
                                                               {96, QCryptographicHash::Sha384}, {128, QCryptographicHash::Sha512}};
    const int length = int(hex.size());
    return acceptedHexLengths.contains(length) && algorithms.contains(length)
        && QCryptographicHash::hash(name + withoutChecksum(query) + secret, algorithms[length]).toHex() == hex;
}

QByteArray BigBlueButtonStandin::listing(const QByteArray &query) const
{
    const QUrlQuery parameters(QString::fromLatin1(query));
    const bool pages = paging != Paging::None && parameters.hasQueryItem(u"limit"_s);
    const int offset = pages ? parameters.queryItemValue(u"offset"_s).toInt() : 0;
    const int limit = pages ? std::clamp(parameters.queryItemValue(u"limit"_s).toInt(), 1, largestPage) : int(slices.size());
    QByteArray body = "<response><returncode>SUCCESS</returncode><recordings>" + slices.mid(offset, limit).join() + "</recordings>";
    const QByteArray total = "<totalElements>" + QByteArray::number(slices.size()) + "</totalElements>";
    if (pages && paging == Paging::Flat)
        body += total;
    else if (pages)
        body += "<pagination><pageable><offset>" + QByteArray::number(offset) + "</offset><limit>" + QByteArray::number(limit)
            + "</limit></pageable>" + total + "<empty>false</empty></pagination>";
    return body + "</response>";
}

} // namespace letopis::test
