#include "app/demo/boardfiles.h"

#include "app/demo/xmltext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace letopis::demo {
namespace {

// One stretch of the stage on the recording clock, ms.
struct Showing
{
    qint64 inMs;
    qint64 outMs;
    int slide; // -1: the screen is shared
};

std::vector<Showing> showings(const MeetingScript &script)
{
    struct Change
    {
        qint64 atMs;
        int slide;
    };
    std::vector<Change> changes;
    for (const SlideShow &show : script.slides)
        changes.push_back({show.atMs, show.slide});
    for (const Span &share : script.screenShares) {
        int before = 0;
        for (const SlideShow &show : script.slides)
            before = show.atMs <= share.toMs ? show.slide : before;
        std::erase_if(changes,
                      [&](const Change &change) { return change.atMs > share.fromMs && change.atMs <= share.toMs; });
        changes.push_back({share.fromMs, -1});
        changes.push_back({share.toMs, before});
    }
    std::ranges::stable_sort(changes, {}, &Change::atMs);
    std::vector<Showing> list;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const qint64 in = script.recordingTime(changes[i].atMs);
        const qint64 out = i + 1 < changes.size() ? script.recordingTime(changes[i + 1].atMs) : script.recordedMs();
        if (out > in)
            list.push_back({in, out, changes[i].slide});
    }
    return list;
}

QByteArray slideHref(const RecordingPlan &plan, int slide, Board board)
{
    const QByteArray root = "presentation/" + plan.presentationId;
    const QByteArray number = QByteArray::number(slide + 1);
    return board == Board::Legacy ? root + "/slide-" + number + ".png" : root + "/svgs/slide" + number + ".svg";
}

QByteArray hexColor(unsigned color)
{
    return '#' + QByteArray::number(color, 16).rightJustified(6, '0');
}

QByteArray px(double value)
{
    return QByteArray::number(value, 'f', 2);
}

struct Box
{
    double x1, y1, x2, y2;
};

Box boxOf(const Shape &shape)
{
    const auto &a = shape.points.front(), &b = shape.points.back();
    return {a[0] * slideWidth / 100, a[1] * slideHeight / 100, b[0] * slideWidth / 100, b[1] * slideHeight / 100};
}

QByteArray pencilPath(const Shape &shape, std::size_t points)
{
    QByteArray path;
    for (std::size_t i = 0; i < points; ++i)
        path += (i ? "L" : "M") + px(shape.points[i][0] * slideWidth / 100) + ' ' +
                px(shape.points[i][1] * slideHeight / 100);
    return "<path d=\"" + path + "\"/>";
}

// The single child element of a shape's group.
QByteArray shapeElement(const Shape &shape, std::size_t points)
{
    const Box b = boxOf(shape);
    switch (shape.kind) {
    case ShapeKind::Pencil:
        return pencilPath(shape, points);
    case ShapeKind::Line:
        return "<line x1=\"" + px(b.x1) + "\" y1=\"" + px(b.y1) + "\" x2=\"" + px(b.x2) + "\" y2=\"" + px(b.y2) +
               "\"/>";
    case ShapeKind::Rectangle:
        return "<path d=\"M" + px(b.x1) + ' ' + px(b.y1) + 'L' + px(b.x2) + ' ' + px(b.y1) + 'L' + px(b.x2) + ' ' +
               px(b.y2) + 'L' + px(b.x1) + ' ' + px(b.y2) + "Z\"/>";
    case ShapeKind::Triangle:
        return "<path d=\"M" + px((b.x1 + b.x2) / 2) + ' ' + px(b.y1) + 'L' + px(b.x2) + ' ' + px(b.y2) + 'L' +
               px(b.x1) + ' ' + px(b.y2) + "Z\"/>";
    case ShapeKind::Ellipse: {
        const QByteArray arc = 'A' + px((b.x2 - b.x1) / 2) + ' ' + px((b.y2 - b.y1) / 2) + " 0 0 1 ";
        const QByteArray cx = px((b.x1 + b.x2) / 2), cy = px((b.y1 + b.y2) / 2);
        return "<path d=\"M" + px(b.x1) + ' ' + cy + arc + cx + ' ' + px(b.y1) + arc + px(b.x2) + ' ' + cy + arc + cx +
               ' ' + px(b.y2) + arc + px(b.x1) + ' ' + cy + "Z\"/>";
    }
    case ShapeKind::Text:
        return "<switch><foreignObject x=\"" + px(b.x1) + "\" y=\"" + px(b.y1) + "\" width=\"" + px(b.x2 - b.x1) +
               "\" height=\"" + px(b.y2 - b.y1) +
               "\"><p xmlns=\"http://www.w3.org/1999/xhtml\" style=\"margin:0;padding:0\">" + escaped(shape.text) +
               "<br/></p></foreignObject></switch>";
    }
    return {};
}

// shapes.svg has its own word for one of them.
QByteArray svgKindName(ShapeKind kind)
{
    return kind == ShapeKind::Rectangle ? "rect" : shapeKindName(kind);
}

QByteArray shapeStyle(const Shape &shape)
{
    if (shape.kind == ShapeKind::Text)
        return "color:" + hexColor(shape.color) + ";word-wrap:break-word;font-family:Arial;font-size:36px";
    return "stroke:" + hexColor(shape.color) +
           ";stroke-width:4;visibility:hidden;fill:none;stroke-linecap:round;stroke-linejoin:round";
}

void appendCanvas(QByteArray &out, const MeetingScript &script, const Showing &showing, const QByteArray &image,
                  int &draws)
{
    QByteArray groups;
    for (std::size_t u = 0; u < script.shapes.size(); ++u) {
        const Shape &shape = script.shapes[u];
        const qint64 start = script.recordingTime(shape.startMs), end = script.recordingTime(shape.endMs);
        if (shape.slide != showing.slide || start >= showing.outMs)
            continue;
        const std::size_t count = shape.points.size();
        for (std::size_t step = 1; step <= (shape.kind == ShapeKind::Pencil ? count : 1); ++step) {
            const qint64 at =
                shape.kind == ShapeKind::Pencil ? start + (end - start) * qint64(step) / qint64(count) : end;
            groups += "<g id=\"" + image + "-draw" + QByteArray::number(++draws) + "\" class=\"shape\" timestamp=\"" +
                      seconds(at) + "\" undo=\"" +
                      (shape.undoMs < 0 ? "-1" : seconds(script.recordingTime(shape.undoMs))) + "\" shape=\"" + image +
                      '-' + svgKindName(shape.kind) + QByteArray::number(u + 1) + "\" style=\"" + shapeStyle(shape) +
                      "\">" + shapeElement(shape, step) + "</g>\n";
        }
    }
    if (!groups.isEmpty())
        out += "<g class=\"canvas\" id=\"canvas" + image.mid(5) + "\" image=\"" + image + "\" display=\"none\">\n" +
               groups + "</g>\n";
}

QByteArray tldrawMark(Board board)
{
    return board == Board::Legacy ? "" : " tldraw=\"true\"";
}

QByteArray viewBox(const View &view, Board board)
{
    // From 2.6 on: tldraw's camera in board units, then the size in slide pixels.
    const double x = board == Board::Legacy ? view.x : -view.x * boardScale;
    const double y = board == Board::Legacy ? view.y : -view.y * boardScale;
    return QByteArray::number(x) + ' ' + QByteArray::number(y) + ' ' + QByteArray::number(view.width, 'f', 1) + ' ' +
           QByteArray::number(view.height, 'f', 1);
}

} // namespace

QByteArray seconds(qint64 milliseconds)
{
    return QByteArray::number(double(milliseconds) / 1000.0, 'f', 1);
}

QByteArray shapesSvg(const RecordingPlan &plan, const MeetingScript &script, Board board)
{
    QByteArray out =
        "<?xml version=\"1.0\"?>\n"
        "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" id=\"svgfile\" "
        "style=\"position:absolute;height:600px;width:800px\" version=\"1.1\" viewBox=\"0 0 800 600\">\n";
    int number = 0, draws = 0;
    for (const Showing &showing : showings(script)) {
        const QByteArray image = "image" + QByteArray::number(++number);
        const bool shared = showing.slide < 0;
        out += "<image id=\"" + image + "\" class=\"slide\" in=\"" + seconds(showing.inMs) + "\" out=\"" +
               seconds(showing.outMs) + "\" xlink:href=\"" +
               (shared ? QByteArray("presentation/deskshare.png") : slideHref(plan, showing.slide, board)) +
               "\" width=\"" + (shared ? "1280" : "1600") + "\" height=\"" + (shared ? "720" : "900") +
               "\" x=\"0\" y=\"0\" style=\"visibility:hidden\"";
        if (!shared)
            out += " text=\"presentation/" + plan.presentationId + "/textfiles/slide-" +
                   QByteArray::number(showing.slide + 1) + ".txt\"";
        out += "/>\n";
        if (!shared && board == Board::Legacy)
            appendCanvas(out, script, showing, image, draws);
    }
    return out + "</svg>\n";
}

QByteArray tldrawJson(const RecordingPlan &plan, const MeetingScript &script, Board board)
{
    QJsonObject root{{u"bbb_version"_s, QString::fromLatin1(plan.bbbVersion)}};
    int number = 0, draw = 0;
    for (const Showing &showing : showings(script)) {
        ++number;
        QJsonArray shapes;
        for (std::size_t i = 0; i < script.shapes.size(); ++i) {
            const Shape &shape = script.shapes[i];
            if (shape.slide != showing.slide || script.recordingTime(shape.startMs) >= showing.outMs)
                continue;
            for (const double share : {0.5, 1.0}) {
                const qint64 at = shape.startMs + qint64(share * double(shape.endMs - shape.startMs));
                shapes.append(QJsonObject{
                    {u"id"_s, ++draw},
                    {u"timestamp"_s, seconds(script.recordingTime(at)).toDouble()},
                    {u"undo"_s, shape.undoMs < 0 ? -1.0 : seconds(script.recordingTime(shape.undoMs)).toDouble()},
                    {u"shape_data"_s, QJsonDocument::fromJson(tldrawShape(script, i, board, share)).object()}});
            }
        }
        if (!shapes.isEmpty())
            root.insert(QString::number(number),
                        QJsonObject{{u"timestamp"_s, seconds(showing.inMs).toDouble()}, {u"shapes"_s, shapes}});
    }
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

QByteArray panzoomsXml(const MeetingScript &script, Board board)
{
    QByteArray out = "<?xml version=\"1.0\"?>\n<recording id=\"panzoom_events\"" + tldrawMark(board) + ">\n";
    std::vector<std::pair<qint64, QByteArray>> events;
    for (const Showing &showing : showings(script)) {
        const View whole = showing.slide < 0 ? View{0, 0, 1280, 720} : View{};
        events.emplace_back(showing.inMs, viewBox(whole, board));
    }
    for (const Zoom &zoom : script.zooms)
        events.emplace_back(script.recordingTime(zoom.atMs), viewBox(viewOf(zoom), board));
    std::ranges::stable_sort(events, {}, &std::pair<qint64, QByteArray>::first);
    for (const auto &[at, box] : events)
        out += "  <event timestamp=\"" + seconds(at) + "\">\n    <viewBox>" + box + "</viewBox>\n  </event>\n";
    return out + "</recording>\n";
}

QByteArray cursorXml(const MeetingScript &script, Board board)
{
    QByteArray out = "<?xml version=\"1.0\"?>\n<recording id=\"cursor_events\"" + tldrawMark(board) + ">\n";
    for (const CursorPoint &point : script.cursor) {
        double x = -1, y = -1;
        if (point.x >= 0 && board == Board::Legacy) { // a fraction of what is seen of the slide
            const View view = viewOf(zoomAt(script, point.atMs));
            x = (point.x * slideWidth / 100 - view.x) / view.width;
            y = (point.y * slideHeight / 100 - view.y) / view.height;
            if (x < 0 || y < 0 || x > 1 || y > 1)
                x = y = -1;
        } else if (point.x >= 0) {
            x = point.x * slideWidth * boardScale / 100;
            y = point.y * slideHeight * boardScale / 100;
        }
        out += "  <event timestamp=\"" + seconds(script.recordingTime(point.atMs)) + "\"><cursor>" +
               QByteArray::number(x, 'f', x < 0 ? 1 : 5) + ' ' + QByteArray::number(y, 'f', y < 0 ? 1 : 5) +
               "</cursor></event>\n";
    }
    return out + "</recording>\n";
}

} // namespace letopis::demo
