#pragma once

#include <QByteArray>
#include <QList>

#include <memory>
#include <utility>

namespace letopis::demo {

struct HttpRequest
{
    QByteArray method;
    QByteArray path;                                  // still percent-encoded
    QByteArray query;                                 // raw
    QList<std::pair<QByteArray, QByteArray>> headers; // names in lower case
    QByteArray body;

    QByteArray header(const QByteArray &name) const
    {
        for (const auto &[key, value] : headers) {
            if (key == name)
                return value;
        }
        return {};
    }
};

// A body made while it is sent. Used in the server's thread only.
class BodySource
{
public:
    virtual ~BodySource() = default;
    // The next bytes, some 64 KiB of them; empty at the end.
    virtual QByteArray next() = 0;
};

struct HttpAnswer
{
    int status = 200;
    QByteArray type = "text/xml;charset=utf-8";
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    std::unique_ptr<BodySource> source; // instead of body
    qint64 sourceLength = -1;           // -1: not known, sent in chunks
};

} // namespace letopis::demo
