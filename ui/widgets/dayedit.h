#pragma once

#include <QDateEdit>

namespace letopis {

// A day with its calendar: Tab leaves it, the arrows go from day to month.
class DayEdit final : public QDateEdit
{
public:
    explicit DayEdit(QWidget *parent = nullptr) : QDateEdit(parent)
    {
        setCalendarPopup(true);
        setDateRange(QDate(2000, 1, 1), QDate(2999, 12, 31)); // as core takes them
    }

protected:
    bool focusNextPrevChild(bool next) override { return QAbstractSpinBox::focusNextPrevChild(next); }
};

} // namespace letopis
