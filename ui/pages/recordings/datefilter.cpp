#include "ui/pages/recordings/datefilter.h"

#include "core/base/clock.h"
#include "ui/text/dates.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

DateFilter::DateFilter(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_ranges(new QComboBox)
    , m_first(new QDateEdit)
    , m_dash(new QLabel(u"–"_s))
    , m_last(new QDateEdit)
{
    m_ranges->setObjectName(u"dateRange"_s);
    m_ranges->setAccessibleName(tr("Date"));
    m_ranges->addItems({tr("Any date"), tr("Today"), tr("Last 7 days"), tr("Last 30 days"), tr("This year"),
                        tr("From … to …")});
    m_first->setObjectName(u"dateFirst"_s);
    m_first->setAccessibleName(tr("First day"));
    m_last->setObjectName(u"dateLast"_s);
    m_last->setAccessibleName(tr("Last day"));
    for (QDateEdit *edit : {m_first, m_last}) {
        edit->setCalendarPopup(true);
        edit->setDate(today());
        connect(edit, &QDateEdit::dateChanged, this, &DateFilter::rangeChanged);
    }
    m_first->setDate(today().addMonths(-1));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addWidget(m_ranges);
    layout->addWidget(m_first);
    layout->addWidget(m_dash);
    layout->addWidget(m_last);
    showEdits(false);
    connect(m_ranges, &QComboBox::currentIndexChanged, this, &DateFilter::onRangeChosen);
}

DateFilter::Range DateFilter::range() const
{
    return static_cast<Range>(m_ranges->currentIndex());
}

QDate DateFilter::today() const
{
    return localDate(m_clock.now());
}

QDateTime DateFilter::since() const
{
    switch (range()) {
    case Range::Any: return {};
    case Range::Today: return startOfLocalDay(today());
    case Range::LastWeek: return startOfLocalDay(today().addDays(-6));
    case Range::LastMonth: return startOfLocalDay(today().addDays(-29));
    case Range::ThisYear: return startOfLocalDay(QDate(today().year(), 1, 1));
    case Range::Custom: return startOfLocalDay(qMin(m_first->date(), m_last->date()));
    }
    return {};
}

QDateTime DateFilter::until() const
{
    return range() == Range::Custom ? startOfLocalDay(qMax(m_first->date(), m_last->date()).addDays(1)) : QDateTime();
}

bool DateFilter::isActive() const
{
    return range() != Range::Any;
}

void DateFilter::reset()
{
    const QSignalBlocker blocker(this);
    m_ranges->setCurrentIndex(0);
}

void DateFilter::onRangeChosen()
{
    showEdits(range() == Range::Custom);
    Q_EMIT rangeChanged();
}

void DateFilter::showEdits(bool shown)
{
    m_first->setVisible(shown);
    m_dash->setVisible(shown);
    m_last->setVisible(shown);
}

} // namespace letopis
