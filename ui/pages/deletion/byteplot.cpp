#include "ui/pages/deletion/byteplot.h"

#include "ui/text/quantities.h"
#include "ui/text/retentiontext.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int steps = 4; // of the axis

// The next round number of bytes: 1, 2 or 5 times a power of ten, in `steps` equal parts.
qint64 roundTop(qint64 bytes)
{
    const double part = std::max(1.0, static_cast<double>(bytes) / steps);
    const double power = std::pow(10.0, std::floor(std::log10(part)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        if (factor * power >= part)
            return static_cast<qint64>(factor * power) * steps;
    }
    return static_cast<qint64>(10 * power) * steps;
}

QColor mixed(const QColor &one, const QColor &other, double share)
{
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a * share + b * (1 - share))); };
    return {mix(one.red(), other.red()), mix(one.green(), other.green()), mix(one.blue(), other.blue())};
}

} // namespace

BytePlot::BytePlot(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"bytePlot"_s);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Space over the coming year"));
}

void BytePlot::setCalendar(const RetentionCalendar &calendar)
{
    m_points.clear();
    m_day = {};
    m_from = calendar.from;
    m_last = calendar.until.isValid() ? calendar.until.addDays(-1) : QDate();
    qint64 bytes = calendar.nowBytes;
    if (m_from.isValid()) {
        m_points += {m_from, bytes};
        for (const CalendarDay &day : calendar.days) {
            if (day.purgedBytes <= 0)
                continue;
            bytes = std::max<qint64>(0, bytes - day.purgedBytes);
            if (day.day == m_from)
                m_points.first().bytes = bytes;
            else
                m_points += {day.day, bytes};
        }
        if (m_points.last().day < m_last)
            m_points += {m_last, bytes};
    }
    m_top = roundTop(std::max(calendar.nowBytes, qint64(1)));
    describe();
    update();
}

qint64 BytePlot::bytesOn(const QDate &day) const
{
    qint64 bytes = m_points.isEmpty() ? 0 : m_points.first().bytes;
    for (const Point &point : m_points) {
        if (point.day > day)
            break;
        bytes = point.bytes;
    }
    return bytes;
}

QString BytePlot::valueText() const
{
    //: %1: a day, %2: a size
    return m_day.isValid() ? tr("%1: %2").arg(retentionDay(m_day), sizeText(bytesOn(m_day))) : QString();
}

void BytePlot::describe()
{
    if (m_points.isEmpty()) {
        setAccessibleDescription(tr("Nothing to show yet."));
        return;
    }
    //: %1 and %3: days, %2 and %4: sizes
    const QString course = tr("From %1 with %2 to %3 with %4.")
                               .arg(retentionDay(m_from), sizeText(m_points.first().bytes), retentionDay(m_last), sizeText(m_points.last().bytes));
    setAccessibleDescription(m_day.isValid() ? valueText() : course + u' ' + tr("The arrow keys go from day to day, Page Up and Page Down by months."));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

QRectF BytePlot::area() const
{
    const int left = fontMetrics().horizontalAdvance(sizeText(m_top)) + 24;
    const int line = fontMetrics().height();
    return QRectF(rect()).adjusted(left, line + 16, -24, -line - 16);
}

double BytePlot::x(const QDate &day) const
{
    const auto days = static_cast<double>(std::max<qint64>(1, m_from.daysTo(m_last)));
    return area().left() + area().width() * static_cast<double>(m_from.daysTo(day)) / days;
}

double BytePlot::y(qint64 bytes) const
{
    return area().bottom() - area().height() * static_cast<double>(bytes) / static_cast<double>(m_top);
}

QDate BytePlot::dayAt(double at) const
{
    const auto days = static_cast<double>(m_from.daysTo(m_last));
    const double share = std::clamp((at - area().left()) / std::max(1.0, area().width()), 0.0, 1.0);
    return m_from.addDays(std::lround(share * days));
}

void BytePlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    if (m_points.isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    paintCourse(painter);
    paintAxes(painter);
    paintValue(painter);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void BytePlot::paintAxes(QPainter &painter) const
{
    const QRectF inside = area();
    const QColor text = palette().color(QPalette::Text);
    const QColor faint = mixed(text, palette().color(QPalette::Base), 0.18);
    for (int step = 0; step <= steps; ++step) {
        const qint64 bytes = m_top / steps * step;
        painter.setPen(QPen(faint, 1));
        painter.drawLine(QPointF(inside.left(), y(bytes)), QPointF(inside.right(), y(bytes)));
        painter.setPen(mixed(text, palette().color(QPalette::Base), 0.75));
        const QRectF label(8, y(bytes) - fontMetrics().height() / 2.0, inside.left() - 16, fontMetrics().height());
        painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter, step == 0 ? sizeText(0) : sizeText(bytes));
    }
    double free = inside.left() - 8;
    for (QDate month = QDate(m_from.year(), m_from.month(), 1).addMonths(1); month <= m_last; month = month.addMonths(1)) {
        const QString name = QLocale().standaloneMonthName(month.month(), QLocale::ShortFormat);
        const double width = fontMetrics().horizontalAdvance(name);
        painter.setPen(QPen(faint, 1));
        painter.drawLine(QPointF(x(month), inside.bottom()), QPointF(x(month), inside.bottom() + 4));
        if (x(month) < free || x(month) + width > rect().right())
            continue;
        painter.setPen(mixed(text, palette().color(QPalette::Base), 0.75));
        painter.drawText(QRectF(x(month), inside.bottom() + 6, width + 2, fontMetrics().height()), Qt::AlignLeft, name);
        free = x(month) + width + 10;
    }
}

void BytePlot::paintCourse(QPainter &painter) const
{
    const QColor colour = palette().color(QPalette::Highlight);
    QPainterPath line(QPointF(x(m_from), y(m_points.first().bytes)));
    qint64 before = m_points.first().bytes;
    for (const Point &point : m_points) {
        line.lineTo(x(point.day), y(before)); // it goes in steps
        line.lineTo(x(point.day), y(point.bytes));
        before = point.bytes;
    }
    QPainterPath under = line;
    under.lineTo(x(m_last), area().bottom());
    under.lineTo(x(m_from), area().bottom());
    under.closeSubpath();
    painter.fillPath(under, mixed(colour, palette().color(QPalette::Base), 0.22));
    painter.strokePath(line, QPen(colour, 2));
}

void BytePlot::paintValue(QPainter &painter) const
{
    if (!m_day.isValid())
        return;
    const QColor text = palette().color(QPalette::Text);
    const QPointF at(x(m_day), y(bytesOn(m_day)));
    painter.setPen(QPen(text, 1, Qt::DashLine));
    painter.drawLine(QPointF(at.x(), area().top()), QPointF(at.x(), area().bottom()));
    painter.setBrush(palette().color(QPalette::Highlight));
    painter.setPen(QPen(palette().color(QPalette::Base), 2));
    painter.drawEllipse(at, 5, 5);
    const QString value = valueText();
    const double width = fontMetrics().horizontalAdvance(value) + 4;
    const double left = std::clamp(at.x() - width / 2, 8.0, std::max(8.0, this->width() - width - 8.0));
    painter.setPen(text);
    painter.drawText(QRectF(left, 6, width, fontMetrics().height()), Qt::AlignCenter, value);
}

void BytePlot::setDay(const QDate &day)
{
    if (m_points.isEmpty())
        return;
    const QDate wanted = day.isValid() ? std::clamp(day, m_from, m_last) : day;
    if (m_day == wanted)
        return;
    m_day = wanted;
    describe();
    update();
}

void BytePlot::mouseMoveEvent(QMouseEvent *event)
{
    setDay(dayAt(event->position().x()));
}

void BytePlot::mousePressEvent(QMouseEvent *event)
{
    setDay(dayAt(event->position().x()));
}

void BytePlot::leaveEvent(QEvent *event)
{
    if (!hasFocus())
        setDay({});
    QWidget::leaveEvent(event);
}

void BytePlot::keyPressEvent(QKeyEvent *event)
{
    const QDate present = m_day.isValid() ? m_day : m_from;
    switch (event->key()) {
    case Qt::Key_Left: return setDay(present.addDays(-1));
    case Qt::Key_Right: return setDay(present.addDays(1));
    case Qt::Key_PageUp: return setDay(present.addMonths(-1));
    case Qt::Key_PageDown: return setDay(present.addMonths(1));
    case Qt::Key_Home: return setDay(m_from);
    case Qt::Key_End: return setDay(m_last);
    default: QWidget::keyPressEvent(event);
    }
}

void BytePlot::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (!m_day.isValid())
        setDay(m_from);
    update();
}

void BytePlot::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason)
        setDay({});
    update();
}

void BytePlot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        describe();
}

} // namespace letopis
