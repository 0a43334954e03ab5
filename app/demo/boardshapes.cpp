#include "app/demo/boardshapes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace letopis::demo {
namespace {

struct Point
{
    double x, y;
};

Point onBoard(const std::array<double, 2> &percent)
{
    return {percent[0] * slideWidth * boardScale / 100, percent[1] * slideHeight * boardScale / 100};
}

QString typeName(ShapeKind kind, Board board)
{
    switch (kind) {
    case ShapeKind::Pencil:
        return u"draw"_s;
    case ShapeKind::Line:
        return board == Board::TldrawV2 ? u"line"_s : u"arrow"_s;
    case ShapeKind::Rectangle:
        return board == Board::TldrawV2 ? u"geo"_s : u"rectangle"_s;
    case ShapeKind::Ellipse:
        return board == Board::TldrawV2 ? u"geo"_s : u"ellipse"_s;
    case ShapeKind::Triangle:
        return board == Board::TldrawV2 ? u"geo"_s : u"triangle"_s;
    case ShapeKind::Text:
        return u"text"_s;
    }
    return {};
}

QString geoName(ShapeKind kind)
{
    return kind == ShapeKind::Ellipse ? u"ellipse"_s : kind == ShapeKind::Triangle ? u"triangle"_s : u"rectangle"_s;
}

QJsonArray pair(double x, double y)
{
    return {x, y};
}

void addV1Body(QJsonObject &object, const Shape &shape, Point from, Point to, int points)
{
    object["style"_L1] = QJsonObject{{u"color"_s, u"red"_s}, {u"size"_s, u"small"_s}, {u"dash"_s, u"draw"_s},
                                     {u"isFilled"_s, false}, {u"scale"_s, 1},         {u"font"_s, u"script"_s}};
    object["point"_L1] = pair(from.x, from.y);
    const double width = to.x - from.x, height = to.y - from.y;
    switch (shape.kind) {
    case ShapeKind::Pencil: {
        QJsonArray list;
        for (int i = 0; i < points; ++i) {
            const Point at = onBoard(shape.points[std::size_t(i)]);
            list.append(QJsonArray{at.x - from.x, at.y - from.y, 0.5});
        }
        object["points"_L1] = list;
        object["isComplete"_L1] = points == int(shape.points.size());
        break;
    }
    case ShapeKind::Line:
        object["bend"_L1] = 0;
        object["handles"_L1] = QJsonObject{{u"start"_s, QJsonObject{{u"point"_s, pair(0, 0)}}},
                                           {u"end"_s, QJsonObject{{u"point"_s, pair(width, height)}}},
                                           {u"bend"_s, QJsonObject{{u"point"_s, pair(width / 2, height / 2)}}}};
        break;
    case ShapeKind::Ellipse:
        object["radius"_L1] = pair(width / 2, height / 2);
        break;
    case ShapeKind::Text:
        object["text"_L1] = QString::fromUtf8(shape.text);
        break;
    case ShapeKind::Rectangle:
    case ShapeKind::Triangle:
        object["size"_L1] = pair(width, height);
        break;
    }
}

QJsonObject v2Props(const Shape &shape, Point from, Point to, int points)
{
    QJsonObject props{{u"color"_s, u"red"_s}, {u"size"_s, u"m"_s}};
    switch (shape.kind) {
    case ShapeKind::Pencil: {
        QJsonArray list;
        for (int i = 0; i < points; ++i) {
            const Point at = onBoard(shape.points[std::size_t(i)]);
            list.append(QJsonObject{{u"x"_s, at.x - from.x}, {u"y"_s, at.y - from.y}, {u"z"_s, 0.5}});
        }
        props["segments"_L1] = QJsonArray{QJsonObject{{u"type"_s, u"free"_s}, {u"points"_s, list}}};
        props["isComplete"_L1] = points == int(shape.points.size());
        break;
    }
    case ShapeKind::Line:
        props["handles"_L1] = QJsonObject{{u"start"_s, QJsonObject{{u"x"_s, 0}, {u"y"_s, 0}}},
                                          {u"end"_s, QJsonObject{{u"x"_s, to.x - from.x}, {u"y"_s, to.y - from.y}}}};
        props["spline"_L1] = u"line"_s;
        break;
    case ShapeKind::Text:
        props["text"_L1] = QString::fromUtf8(shape.text);
        props["autoSize"_L1] = true;
        break;
    case ShapeKind::Rectangle:
    case ShapeKind::Ellipse:
    case ShapeKind::Triangle:
        props["geo"_L1] = geoName(shape.kind);
        props["w"_L1] = to.x - from.x;
        props["h"_L1] = to.y - from.y;
        props["fill"_L1] = u"none"_s;
        props["dash"_L1] = u"draw"_s;
        break;
    }
    return props;
}

} // namespace

Board boardOf(const RecordingPlan &plan)
{
    return plan.bbbVersion.startsWith('3') ? Board::TldrawV2
           : plan.bbbVersion >= "2.6"      ? Board::TldrawV1
                                           : Board::Legacy;
}

QByteArray shapeKindName(ShapeKind kind)
{
    switch (kind) {
    case ShapeKind::Pencil:
        return "pencil";
    case ShapeKind::Line:
        return "line";
    case ShapeKind::Rectangle:
        return "rectangle";
    case ShapeKind::Ellipse:
        return "ellipse";
    case ShapeKind::Triangle:
        return "triangle";
    case ShapeKind::Text:
        return "text";
    }
    return {};
}

QByteArray shapeId(const MeetingScript &script, std::size_t shape, Board board)
{
    const QByteArray number = QByteArray::number(script.startMs + script.shapes[shape].startMs);
    if (board == Board::Legacy)
        return script.attendees[script.shapes[shape].author].sessions[0].userId + '-' + QByteArray::number(shape + 1) +
               '-' + number;
    const QByteArray id = sha1Hex(script.meetingId + number).left(21);
    return board == Board::TldrawV2 ? "shape:" + id : id;
}

QByteArray tldrawShape(const MeetingScript &script, std::size_t index, Board board, double share)
{
    const Shape &shape = script.shapes[index];
    const int count = int(shape.points.size());
    const int points = std::max(1, int(share * count));
    const Point from = onBoard(shape.points.front());
    const Point full = onBoard(shape.points.back());
    const Point to{from.x + (full.x - from.x) * share, from.y + (full.y - from.y) * share};
    QJsonObject object{{u"id"_s, QString::fromLatin1(shapeId(script, index, board))},
                       {u"type"_s, typeName(shape.kind, board)},
                       {u"parentId"_s, (board == Board::TldrawV2 ? u"page:%1"_s : u"%1"_s).arg(shape.slide + 1)},
                       {u"rotation"_s, 0}};
    if (board == Board::TldrawV2) {
        object["typeName"_L1] = u"shape"_s;
        object["index"_L1] = u"a%1"_s.arg(index + 1);
        object["x"_L1] = from.x;
        object["y"_L1] = from.y;
        object["opacity"_L1] = 1;
        object["isLocked"_L1] = false;
        object["meta"_L1] =
            QJsonObject{{u"createdBy"_s, QString::fromLatin1(script.attendees[shape.author].sessions[0].userId)}};
        object["props"_L1] = v2Props(shape, from, to, points);
    } else {
        object["name"_L1] = typeName(shape.kind, board);
        object["childIndex"_L1] = int(index) + 1;
        addV1Body(object, shape, from, to, points);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

View viewOf(const Zoom &zoom)
{
    // BigBlueButton halves the offset it stores; its own scripts call the 2 a magic mystery number.
    return {-zoom.x * 2 * slideWidth / 100, -zoom.y * 2 * slideHeight / 100, zoom.width * slideWidth / 100,
            zoom.height * slideHeight / 100};
}

Zoom zoomAt(const MeetingScript &script, qint64 atMs)
{
    Zoom current;
    for (const Zoom &zoom : script.zooms) {
        if (zoom.atMs <= atMs)
            current = zoom;
    }
    return current;
}

} // namespace letopis::demo
