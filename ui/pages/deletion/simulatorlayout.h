#pragma once

#include <QList>
#include <QString>

class QWidget;

namespace letopis {

// How the simulator's controls lie; texts come from who calls.
struct LabelledField
{
    QString label; // with its mnemonic
    QWidget *field;
};
QWidget *layOutSimulatorTools(const QList<LabelledField> &fields, QWidget *besideLast, QWidget *below);
QWidget *layOutCaptioned(QWidget *caption, QWidget *content);
QWidget *layOutSimulatorList(const QString &orderLabel, QWidget *order, const QList<QWidget *> &buttons, QWidget *list);

} // namespace letopis
