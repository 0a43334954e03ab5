#pragma once

#include "core/retention/deletionplan.h"

#include <QDialog>

class QButtonGroup;
class QVBoxLayout;

namespace letopis {

// How somebody wants recordings to go, by hand: into the trash, only unpublished, or for good. What goes is shown, and its number
// asked for, afterwards.
class DeleteNowDialog final : public QDialog
{
    Q_OBJECT

public:
    // The title of a single one; empty: it is not known.
    DeleteNowDialog(int recordings, const QString &title, QWidget *parent = nullptr);

    DeletionStep step() const;

Q_SIGNALS:
    void chosen(letopis::DeletionStep step);

private:
    void addSteps(QVBoxLayout &layout);

    QButtonGroup *m_steps;
};

} // namespace letopis
