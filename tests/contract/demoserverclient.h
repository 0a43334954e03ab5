#pragma once

#include "app/demo/checksum.h"
#include "app/demo/demooptions.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QXmlStreamReader>

namespace letopis::test {

struct Reply
{
    int status = 0;
    QByteArray body;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QHash<QByteArray, QByteArray> headers; // names in lower case
};

// A plain client of the demo server: what a script with curl would do.
class DemoServerClient
{
public:
    explicit DemoServerClient(const demo::Connection &connection)
        : m_connection(connection)
    {
    }

    QByteArray base() const
    {
        return m_connection.apiUrl.left(m_connection.apiUrl.indexOf(QStringLiteral("/bigbluebutton"))).toLatin1();
    }

    QByteArray signedQuery(const QByteArray &call, const QByteArray &query,
                           const QByteArray &algorithm = "sha256") const
    {
        const QByteArray sum = demo::callChecksum(algorithm, call, query, m_connection.secret);
        return query + (query.isEmpty() ? "checksum=" : "&checksum=") + sum;
    }

    // A signed API call; with a body it is a POST of a form.
    QByteArray call(const QByteArray &name, const QByteArray &query = {}, const QByteArray &algorithm = "sha256")
    {
        return raw(name, signedQuery(name, query, algorithm)).body;
    }
    Reply raw(const QByteArray &name, const QByteArray &query)
    {
        return get("/bigbluebutton/api/" + name + (query.isEmpty() ? "" : "?" + query));
    }

    using Header = std::pair<QByteArray, QByteArray>;
    Reply get(const QByteArray &path, const QList<Header> &headers = {}) { return send("GET", path, {}, headers); }

    Reply send(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
               const QList<Header> &headers = {})
    {
        QNetworkRequest request(QUrl::fromEncoded(base() + path, QUrl::StrictMode));
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromPath(m_connection.caFile));
        request.setSslConfiguration(tls);
        for (const auto &[name, value] : headers)
            request.setRawHeader(name, value);
        // A custom HEAD would wait for a body.
        std::unique_ptr<QNetworkReply> reply(method == "HEAD" ? m_manager.head(request)
                                                              : m_manager.sendCustomRequest(request, method, body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished() && !finished.wait(120'000))
            return {};
        Reply result{
            reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(), reply->error(), {}};
        for (const auto &[name, value] : reply->rawHeaderPairs())
            result.headers.insert(name.toLower(), value);
        return result;
    }

private:
    demo::Connection m_connection;
    QNetworkAccessManager m_manager;
};

// Text of every element of that name, trimmed; "MALFORMED" at the end of a document that is not XML.
inline QStringList texts(const QByteArray &xml, const QString &element)
{
    QStringList list;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == element)
            list.append(reader.readElementText(QXmlStreamReader::IncludeChildElements).trimmed());
    }
    if (reader.hasError())
        list.append(QStringLiteral("MALFORMED"));
    return list;
}

inline QString text(const QByteArray &xml, const QString &element)
{
    return texts(xml, element).value(0);
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace letopis::test
