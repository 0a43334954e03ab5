#include "ui/shell/searchfield.h"

#include "ui/widgets/icons.h"

#include <QAction>
#include <QKeyEvent>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

SearchField::SearchField(QWidget *parent) : QLineEdit(parent)
{
    setObjectName(u"searchField"_s);
    setPlaceholderText(tr("Search titles, people, metadata…"));
    setAccessibleName(tr("Search recordings"));
    setToolTip(tr("Each word may be a beginning; \"quotes\" find an exact phrase (%1)")
                   .arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    setClearButtonEnabled(true);
    setMaxLength(500);
    addAction(themedIcon(u"search"), LeadingPosition);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMaximumWidth(420);
}

QSize SearchField::sizeHint() const
{
    return {qMax(280, fontMetrics().horizontalAdvance(placeholderText()) + 72), QLineEdit::sizeHint().height()};
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty())
            Q_EMIT leftForResults();
        clear();
        return;
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT leftForResults(); return;
    default: QLineEdit::keyPressEvent(event);
    }
}

} // namespace letopis
