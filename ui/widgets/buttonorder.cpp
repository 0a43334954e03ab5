#include "ui/widgets/buttonorder.h"

#include <QDialogButtonBox>
#include <QLayout>

namespace letopis {

void orderTabs(QDialogButtonBox &box)
{
    // The box gives its focus to its first button: where that is hidden, Tab would end there.
    box.setFocusProxy(nullptr);
    const QWidget *window = box.window();
    QWidget *last = window->previousInFocusChain();
    // setTabOrder() does nothing after what takes no focus.
    while (last != window && (last->focusPolicy() == Qt::NoFocus || box.isAncestorOf(last)))
        last = last->previousInFocusChain();
    for (int index = 0; index < box.layout()->count(); ++index) {
        QWidget *button = box.layout()->itemAt(index)->widget();
        if (!button)
            continue;
        if (last != window)
            QWidget::setTabOrder(last, button);
        last = button;
    }
}

} // namespace letopis
