#include "ui/pages/deletion/simulatorlayout.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <QWidget>

namespace letopis {

namespace {

void addLabelled(QHBoxLayout &row, const LabelledField &one)
{
    auto *label = new QLabel(one.label);
    label->setBuddy(one.field);
    row.addWidget(label);
    row.addWidget(one.field);
    row.addSpacing(8);
}

} // namespace

QWidget *layOutSimulatorTools(const QList<LabelledField> &fields, QWidget *besideLast, QWidget *below)
{
    auto *row = new QHBoxLayout;
    for (const LabelledField &one : fields)
        addLabelled(*row, one);
    row->addWidget(besideLast);
    row->addStretch(1);
    auto *tools = new QWidget;
    auto *layout = new QVBoxLayout(tools);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    layout->addLayout(row);
    layout->addWidget(below);
    return tools;
}

QWidget *layOutSimulatorList(const QString &orderLabel, QWidget *order, const QList<QWidget *> &buttons, QWidget *list)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    addLabelled(*row, {orderLabel, order});
    row->addStretch(1);
    for (QWidget *button : buttons)
        row->addWidget(button);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(list, 1);
    return page;
}

QWidget *layOutCaptioned(QWidget *caption, QWidget *content)
{
    caption->setContentsMargins(16, 8, 16, 8);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(caption);
    layout->addWidget(content, 1);
    return page;
}

} // namespace letopis
