#include "app/demo/slidedeck.h"

#include "app/demo/xmltext.h"

#include <QDir>
#include <QFile>

#include <zlib.h>

using namespace Qt::Literals::StringLiterals;

namespace letopis::demo {
namespace {

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

void appendNumber(QByteArray &out, quint32 number)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        out += char(number >> shift & 0xff);
}

void appendChunk(QByteArray &out, const QByteArray &typeAndData)
{
    appendNumber(out, quint32(typeAndData.size() - 4));
    out += typeAndData;
    const auto *bytes = reinterpret_cast<const Bytef *>(typeAndData.constData());
    appendNumber(out, quint32(crc32(0, bytes, uInt(typeAndData.size()))));
}

QByteArray slideSvg(const SlideText &slide)
{
    QByteArray out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
                     "width=\"1600\" height=\"900\" "
                     "viewBox=\"0 0 1600 900\">\n<rect width=\"1600\" height=\"900\" fill=\"#fdfdf8\"/>\n"
                     "<rect width=\"1600\" height=\"18\" fill=\"#1d3557\"/>\n"
                     "<text x=\"100\" y=\"170\" font-family=\"DejaVu Sans\" font-size=\"72\" fill=\"#1d3557\">" +
                     escaped(slide.title) + "</text>\n";
    int y = 340;
    for (const char *line : slide.lines) {
        out += "<text x=\"120\" y=\"" + QByteArray::number(y) +
               "\" font-family=\"DejaVu Sans\" font-size=\"48\" fill=\"#222\">• " + escaped(line) + "</text>\n";
        y += 110;
    }
    return out + "</svg>\n";
}

} // namespace

QString usualFont()
{
    for (const QString &path :
         {u"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"_s, u"/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf"_s,
          u"/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"_s,
          u"/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf"_s,
          u"/System/Library/Fonts/Supplemental/Arial.ttf"_s}) {
        if (QFile::exists(path))
            return path;
    }
    return {};
}

QByteArray plainPng(quint32 width, quint32 height, quint32 color)
{
    QByteArray row(1, '\0'); // no filter
    for (quint32 x = 0; x < width; ++x)
        for (const int shift : {16, 8, 0, 24})
            row += char(color >> shift & 0xff);
    QByteArray header("IHDR");
    appendNumber(header, width);
    appendNumber(header, height);
    header += QByteArray("\x08\x06\x00\x00\x00", 5); // 8 bits, RGBA
    QByteArray png("\x89PNG\r\n\x1a\n");
    appendChunk(png, header);
    appendChunk(png,
                "IDAT" + qCompress(row.repeated(height), 1).mid(4)); // qCompress puts the length before zlib's data
    appendChunk(png, "IEND");
    return png;
}

bool writeDeckTexts(const QString &directory, const Topic &topic)
{
    const QDir dir(directory);
    bool ok =
        dir.mkpath(u"svgs"_s) && dir.mkpath(u"thumbnails"_s) && dir.mkpath(u"textfiles"_s) && dir.mkpath(u"sources"_s);
    int number = 0;
    for (const SlideText &slide : topic.slides) {
        const QString n = QString::number(++number);
        QByteArray body;
        for (const char *line : slide.lines)
            body += QByteArray("• ") + line + '\n';
        QByteArray text = slide.title;
        for (const char *line : slide.lines)
            text += QByteArray("\n") + line;
        ok = ok && writeFile(dir.filePath(u"svgs/slide%1.svg"_s.arg(n)), slideSvg(slide)) &&
             writeFile(dir.filePath(u"textfiles/slide-%1.txt"_s.arg(n)), text + '\n') &&
             writeFile(dir.filePath(u"sources/title%1"_s.arg(n)), slide.title) &&
             writeFile(dir.filePath(u"sources/body%1"_s.arg(n)), body);
    }
    return ok;
}

bool writePlainPictures(const QString &directory, const Topic &topic)
{
    bool ok = true;
    for (std::size_t i = 1; i <= topic.slides.size(); ++i) {
        const quint32 color = 0xff305070 + quint32(i) * 0x101408;
        ok = ok && writeFile(directory + u"/slide-%1.png"_s.arg(i), plainPng(1600, 900, color)) &&
             writeFile(directory + u"/thumbnails/thumb-%1.png"_s.arg(i), plainPng(176, 99, color));
    }
    return ok;
}

Command drawPictures(const QString &ffmpeg, const QString &font, const QString &directory, const Topic &topic)
{
    QStringList chains;
    QStringList outputs;
    for (std::size_t i = 1; i <= topic.slides.size(); ++i) {
        const QString n = QString::number(i);
        chains.append(
            u"color=c=0xfdfdf8:s=1600x900:r=1,drawbox=h=18:color=0x1d3557:t=fill,"
            "drawtext=fontfile=%1:expansion=none:textfile=%2/sources/"
            "title%3:fontsize=72:fontcolor=0x1d3557:x=100:y=100,"
            "drawtext=fontfile=%1:expansion=none:textfile=%2/sources/body%3:fontsize=48:line_spacing=48:x=120:y=300,"
            "split[s%3][b%3];[b%3]scale=176:-1[t%3]"_s.arg(font, directory, n));
        outputs << u"-map"_s << u"[s%1]"_s.arg(n) << u"-frames:v"_s << u"1"_s << directory + u"/slide-%1.png"_s.arg(n);
        outputs << u"-map"_s << u"[t%1]"_s.arg(n) << u"-frames:v"_s << u"1"_s
                << directory + u"/thumbnails/thumb-%1.png"_s.arg(n);
    }
    return {ffmpeg, QStringList{u"-v"_s, u"error"_s, u"-y"_s, u"-filter_complex"_s, chains.join(u';')} + outputs};
}

} // namespace letopis::demo
