#include "ui/widgets/buttonorder.h"

#include <QDialogButtonBox>
#include <QLayout>

namespace letopis {

void orderTabs(QDialogButtonBox &box)
{
    QWidget *last = box.window()->previousInFocusChain();
    for (int index = 0; index < box.layout()->count(); ++index) {
        QWidget *button = box.layout()->itemAt(index)->widget();
        if (!button)
            continue;
        if (button != last)
            QWidget::setTabOrder(last, button);
        last = button;
    }
}

} // namespace letopis
