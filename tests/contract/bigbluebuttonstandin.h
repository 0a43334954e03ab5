#pragma once

#include "tests/support/testhttpsserver.h"

#include <QByteArrayList>
#include <QMutex>
#include <QSet>

namespace letopis::test {

// The recording API of a BigBlueButton server over real HTTPS, with the quirks of its versions to choose from. Set the
// public members before the calls.
class BigBlueButtonStandin
{
public:
    enum class Paging { None, Pagination, Flat }; // < 2.6 and Scalelite, 2.6, 2.7

    explicit BigBlueButtonStandin(const TestCa &ca);

    QUrl apiUrl() const { return m_server.url(QStringLiteral("bigbluebutton/api/")); }
    // The calls received, "getRecordings?…" without their checksums.
    QByteArrayList calls() const;

    QByteArray secret = "639259d4-9dd8-4b25-bf01-95f9567eaf4b";
    QSet<int> acceptedHexLengths{40, 64, 96, 128}; // sha1, sha256, sha384, sha512
    Paging paging = Paging::None;
    int largestPage = 100;
    QByteArrayList slices; // what paging counts: a recording in one format
    QByteArray greeting = "<response><returncode>SUCCESS</returncode><version>2.0</version><apiVersion>2.0</apiVersion>"
                          "<bbbVersion>3.0.19</bbbVersion></response>";
    std::optional<TestAnswer> override; // instead of every answer
    QHash<QString, TestAnswer> files;   // below the origin, by path

private:
    TestAnswer answer(const TestRequest &request);
    TestAnswer call(const QByteArray &name, const QByteArray &query) const;
    bool isChecksumGood(const QByteArray &name, const QByteArray &query) const;
    QByteArray listing(const QByteArray &query) const;

    mutable QMutex m_mutex;
    QByteArrayList m_calls;
    TestHttpsServer m_server;
};

} // namespace letopis::test
