#include "app/demo/staticfiles.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace letopis::demo {
namespace {

constexpr qint64 pieceBytes = 128 * 1024;

class FileSource : public BodySource
{
public:
    FileSource(const QString &path, qint64 from, qint64 length)
        : m_file(path)
        , m_left(length)
    {
        if (!m_file.open(QIODevice::ReadOnly) || !m_file.seek(from))
            m_left = 0;
    }
    QByteArray next() override
    {
        const QByteArray piece = m_file.read(std::min(pieceBytes, m_left));
        m_left -= piece.size();
        return piece;
    }

private:
    QFile m_file;
    qint64 m_left;
};

struct Location
{
    QLatin1StringView url;
    QLatin1StringView directory;
};

constexpr std::array<Location, 5> locations{{{"/presentation/"_L1, "/published/presentation/"_L1},
                                             {"/podcast/"_L1, "/published/podcast/"_L1},
                                             {"/notes/"_L1, "/published/notes/"_L1},
                                             {"/playback/video/"_L1, "/published/video/"_L1},
                                             {"/recording/screenshare/"_L1, "/published/screenshare/"_L1}}};

QByteArray typeOf(const QString &path)
{
    static constexpr std::array<std::pair<QLatin1StringView, const char *>, 12> types{{{".html"_L1, "text/html"},
                                                                                       {".xml"_L1, "text/xml"},
                                                                                       {".svg"_L1, "image/svg+xml"},
                                                                                       {".json"_L1, "application/json"},
                                                                                       {".vtt"_L1, "text/vtt"},
                                                                                       {".png"_L1, "image/png"},
                                                                                       {".txt"_L1, "text/plain"},
                                                                                       {".webm"_L1, "video/webm"},
                                                                                       {".mp4"_L1, "video/mp4"},
                                                                                       {".m4v"_L1, "video/x-m4v"},
                                                                                       {".ogg"_L1, "audio/ogg"},
                                                                                       {".pdf"_L1, "application/pdf"}}};
    const auto found = std::ranges::find_if(types, [&](const auto &type) { return path.endsWith(type.first); });
    return found == types.end() ? "application/octet-stream" : found->second;
}

struct Range
{
    qint64 from = 0;
    qint64 length = 0;
    bool isAsked = false;
    bool isRight = true;
};

// One range only; several are answered with the whole file, as the standard allows.
Range rangeOf(const QByteArray &header, qint64 size)
{
    Range range{0, size, false, true};
    if (!header.startsWith("bytes=") || header.contains(','))
        return range;
    const QList<QByteArray> ends = header.mid(6).split('-');
    if (ends.size() != 2)
        return range;
    range.isAsked = true;
    if (ends[0].isEmpty()) { // the last n bytes
        const qint64 tail = std::min(size, ends[1].toLongLong());
        range = {size - tail, tail, true, tail > 0};
        return range;
    }
    range.from = ends[0].toLongLong();
    const qint64 last = ends[1].isEmpty() ? size - 1 : std::min(size - 1, ends[1].toLongLong());
    range.length = last - range.from + 1;
    range.isRight = range.from >= 0 && range.from < size && range.length > 0;
    return range;
}

QString fileOf(const QString &dataRoot, const QString &path)
{
    for (const Location &location : locations) {
        if (path.startsWith(location.url))
            return dataRoot + location.directory + path.mid(location.url.size());
    }
    return {};
}

HttpAnswer playerPage()
{
    HttpAnswer answer;
    answer.type = "text/html";
    answer.body = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>BigBlueButton Player</title></head>"
                  "<body><div id=\"root\"></div></body></html>\n";
    return answer;
}

} // namespace

HttpAnswer errorPage(int status)
{
    HttpAnswer answer;
    answer.status = status;
    answer.type = "text/html";
    const QByteArray text = QByteArray::number(status) + (status == 404   ? " Not Found"
                                                          : status == 403 ? " Forbidden"
                                                          : status == 416 ? " Requested Range Not Satisfiable"
                                                                          : " Error");
    answer.body = "<html>\r\n<head><title>" + text + "</title></head>\r\n<body>\r\n<center><h1>" + text +
                  "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
    return answer;
}

HttpAnswer staticFile(const QString &dataRoot, const HttpRequest &request)
{
    const QString path = QString::fromUtf8(QByteArray::fromPercentEncoding(request.path));
    if (path.startsWith("/playback/presentation/2.3/"_L1))
        return playerPage();
    const QStringList segments = path.split(u'/');
    if (path.contains(QChar::Null) || path.contains(u'\\') || segments.contains(u".."_s))
        return errorPage(400);
    QString file = fileOf(dataRoot, path);
    if (file.isEmpty())
        return errorPage(404);
    if (QFileInfo(file).isDir()) {
        file += u"/index.html"_s;
        if (!QFileInfo::exists(file))
            return errorPage(403);
    }
    const QFileInfo info(file);
    if (!info.isFile())
        return errorPage(404);
    const QByteArray tag = '"' + QByteArray::number(info.lastModified().toSecsSinceEpoch(), 16) + '-' +
                           QByteArray::number(info.size(), 16) + '"';
    const QByteArray condition = request.header("if-range");
    const Range range = condition.isEmpty() || condition == tag ? rangeOf(request.header("range"), info.size())
                                                                : rangeOf({}, info.size());
    HttpAnswer answer = range.isRight ? HttpAnswer() : errorPage(416);
    answer.headers = {
        {"Accept-Ranges", "bytes"},
        {"ETag", tag},
        {"Last-Modified",
         QLocale::c().toString(info.lastModified().toUTC(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1()}};
    const QByteArray size = QByteArray::number(info.size());
    if (!range.isRight) {
        answer.headers.append({"Content-Range", "bytes */" + size});
        return answer;
    }
    if (request.header("if-none-match") == tag) {
        answer.status = 304;
        return answer;
    }
    answer.type = typeOf(file);
    answer.source = std::make_unique<FileSource>(file, range.from, range.length);
    answer.sourceLength = range.length;
    if (range.isAsked) {
        answer.status = 206;
        answer.headers.append({"Content-Range", "bytes " + QByteArray::number(range.from) + '-' +
                                                    QByteArray::number(range.from + range.length - 1) + '/' + size});
    }
    return answer;
}

} // namespace letopis::demo
