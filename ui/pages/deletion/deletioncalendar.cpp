#include "ui/pages/deletion/deletioncalendar.h"

#include "ui/text/quantities.h"
#include "ui/text/retentiontext.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int months = 12;
constexpr int gap = 24;
constexpr int weeks = 6;

QColor mixed(const QColor &one, const QColor &other, double share)
{
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a * share + b * (1 - share))); };
    return {mix(one.red(), other.red()), mix(one.green(), other.green()), mix(one.blue(), other.blue())};
}

int plural(qint64 count)
{
    constexpr qint64 million = 1'000'000;
    return static_cast<int>(count < million ? count : million + count % million);
}

} // namespace

DeletionCalendar::DeletionCalendar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"deletionCalendar"_s);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Calendar of the coming year"));
}

void DeletionCalendar::setCalendar(const RetentionCalendar &calendar)
{
    m_calendar = calendar;
    m_days.clear();
    m_most = 0;
    for (const CalendarDay &day : calendar.days) {
        m_days.insert(day.day, day);
        m_most = std::max(m_most, day.trashed + day.purged + day.unpublished);
    }
    m_first = calendar.from.isValid() ? QDate(calendar.from.year(), calendar.from.month(), 1) : QDate();
    m_day = {};
    setMinimumHeight(heightFor(width()));
    describe();
    update();
}

qint64 DeletionCalendar::goingIn(const QDate &month) const
{
    qint64 sum = 0;
    for (const CalendarDay &day : m_calendar.days) {
        if (day.day.year() == month.year() && day.day.month() == month.month())
            sum += day.trashed;
    }
    return sum;
}

QString DeletionCalendar::dayText(const QDate &day) const
{
    const CalendarDay one = m_days.value(day);
    QStringList parts;
    if (one.unpublished > 0)
        parts += tr("%1 unpublished", nullptr, plural(one.unpublished)).arg(numberText(one.unpublished));
    if (one.trashed > 0)
        parts += tr("%1 to the trash, %2", nullptr, plural(one.trashed)).arg(numberText(one.trashed), sizeText(one.trashedBytes));
    if (one.purged > 0)
        parts += tr("%1 deleted for good, %2 freed", nullptr, plural(one.purged)).arg(numberText(one.purged), sizeText(one.purgedBytes));
    return retentionDay(day) + u": "_s + (parts.isEmpty() ? tr("nothing") : parts.join(u"; "_s));
}

int DeletionCalendar::cell() const
{
    return std::max(20, fontMetrics().height() + 6);
}

int DeletionCalendar::monthHeight() const
{
    return fontMetrics().height() * 2 + 12 + cell() * weeks;
}

int DeletionCalendar::columns(int width) const
{
    return std::clamp((width - gap) / (monthWidth() + gap), 1, 6);
}

QSize DeletionCalendar::minimumSizeHint() const
{
    return {monthWidth() + gap * 2, monthHeight()};
}

QSize DeletionCalendar::sizeHint() const
{
    const int width = (monthWidth() + gap) * 4 + gap;
    return {width, heightFor(width)};
}

int DeletionCalendar::heightFor(int width) const
{
    const int across = columns(width);
    int touched = 0; // thirteen, where the year does not begin with a month
    while (m_first.isValid() && month(touched) < m_calendar.until)
        ++touched;
    return (std::max(touched, months) + across - 1) / across * (monthHeight() + gap) + gap;
}

void DeletionCalendar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setMinimumHeight(heightFor(width())); // whoever scrolls it learns how high it is
}

QPoint DeletionCalendar::monthAt(int index) const
{
    const int across = columns(width());
    return {gap + index % across * (monthWidth() + gap), gap + index / across * (monthHeight() + gap)};
}

QRect DeletionCalendar::dayRect(const QDate &day) const
{
    const int index = (day.year() - m_first.year()) * 12 + day.month() - m_first.month();
    const QDate first(day.year(), day.month(), 1);
    const int weekStart = QLocale().firstDayOfWeek();
    const int offset = (first.dayOfWeek() - weekStart + 7) % 7 + day.day() - 1;
    const QPoint corner = monthAt(index) + QPoint(0, fontMetrics().height() * 2 + 12);
    return {corner.x() + offset % 7 * cell(), corner.y() + offset / 7 * cell(), cell(), cell()};
}

QDate DeletionCalendar::dayAt(const QPoint &point) const
{
    for (QDate day = m_calendar.from; day.isValid() && day < m_calendar.until; day = day.addDays(1)) {
        if (dayRect(day).contains(point))
            return day;
    }
    return {};
}

void DeletionCalendar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    if (!m_first.isValid())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    for (int index = 0; month(index) < m_calendar.until; ++index)
        paintMonth(painter, index);
    for (QDate day = m_calendar.from; day < m_calendar.until; day = day.addDays(1))
        paintDay(painter, day);
}

void DeletionCalendar::paintMonth(QPainter &painter, int index) const
{
    const QPoint corner = monthAt(index);
    const int line = fontMetrics().height();
    const QDate first = month(index);
    const QLocale locale;
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Text));
    //: A month's name and its year
    const QString name = tr("%1 %2").arg(locale.standaloneMonthName(first.month())).arg(first.year());
    painter.drawText(QRect(corner, QSize(monthWidth(), line)), Qt::AlignLeft | Qt::AlignVCenter, name.left(1).toUpper() + name.mid(1));
    painter.setFont(font());
    if (const qint64 going = goingIn(first); going > 0)
        painter.drawText(QRect(corner, QSize(monthWidth(), line)), Qt::AlignRight | Qt::AlignVCenter, numberText(going));
    painter.setPen(mixed(palette().color(QPalette::Text), palette().color(QPalette::Base), 0.65));
    for (int at = 0; at < 7; ++at) {
        const int weekday = (locale.firstDayOfWeek() - 1 + at) % 7 + 1;
        painter.drawText(QRect(corner.x() + at * cell(), corner.y() + line + 6, cell(), line), Qt::AlignCenter,
                         locale.standaloneDayName(weekday, QLocale::NarrowFormat));
    }
}

void DeletionCalendar::paintDay(QPainter &painter, const QDate &day) const
{
    const QRect box = dayRect(day).adjusted(1, 1, -1, -1);
    const CalendarDay one = m_days.value(day);
    const qint64 count = one.trashed + one.purged + one.unpublished;
    QColor text = mixed(palette().color(QPalette::Text), palette().color(QPalette::Base), 0.65);
    if (count > 0) {
        // By the logarithm: one day with a thousand would make all others look empty.
        const double share = 0.25 + 0.75 * std::log1p(static_cast<double>(count)) / std::log1p(static_cast<double>(m_most));
        const QColor fill = mixed(palette().color(QPalette::Highlight), palette().color(QPalette::Base), share);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawRoundedRect(box, 4, 4);
        text = share > 0.6 ? palette().color(QPalette::HighlightedText) : palette().color(QPalette::Text);
    }
    QFont used = font();
    used.setBold(count > 0);
    painter.setFont(used);
    painter.setPen(text);
    painter.drawText(box, Qt::AlignCenter, QString::number(day.day()));
    if (day == m_day && hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Text), 2));
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void DeletionCalendar::setDay(const QDate &day)
{
    if (!m_calendar.from.isValid())
        return;
    m_day = std::clamp(day, m_calendar.from, m_calendar.until.addDays(-1));
    describe();
    update();
}

void DeletionCalendar::describe()
{
    QString text;
    if (m_day.isValid()) {
        text = dayText(m_day);
    } else {
        qint64 all = 0;
        for (const CalendarDay &day : std::as_const(m_calendar.days))
            all += day.trashed;
        text = tr("%1 recording(s) go to the trash within the year.", nullptr, plural(all)).arg(numberText(all)) + u' ' + tr("The arrow keys go from day to day, Enter shows a day in the list.");
    }
    setAccessibleDescription(text);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

bool DeletionCalendar::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QDate day = dayAt(help->pos());
        if (day.isValid())
            QToolTip::showText(help->globalPos(), plainToolTip(dayText(day)), this, dayRect(day));
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void DeletionCalendar::mousePressEvent(QMouseEvent *event)
{
    const QDate day = dayAt(event->position().toPoint());
    if (!day.isValid())
        return;
    setDay(day);
    Q_EMIT chosen(day);
}

void DeletionCalendar::keyPressEvent(QKeyEvent *event)
{
    const QDate present = m_day.isValid() ? m_day : m_calendar.from;
    switch (event->key()) {
    case Qt::Key_Left: return setDay(present.addDays(-1));
    case Qt::Key_Right: return setDay(present.addDays(1));
    case Qt::Key_Up: return setDay(present.addDays(-7));
    case Qt::Key_Down: return setDay(present.addDays(7));
    case Qt::Key_PageUp: return setDay(present.addMonths(-1));
    case Qt::Key_PageDown: return setDay(present.addMonths(1));
    case Qt::Key_Home: return setDay(m_calendar.from);
    case Qt::Key_End: return setDay(m_calendar.until.addDays(-1));
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_day.isValid())
            Q_EMIT chosen(m_day);
        return;
    default: QWidget::keyPressEvent(event);
    }
}

void DeletionCalendar::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (!m_day.isValid())
        setDay(m_calendar.from);
    update();
}

void DeletionCalendar::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace letopis
