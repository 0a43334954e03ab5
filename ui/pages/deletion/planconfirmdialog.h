#pragma once

#include "core/retention/deletionplan.h"
#include "ui/forms/access/accessparts.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace letopis {

class MessageBar;
class PlainTable;
class PlanItemModel;
class ProblemLabel;

// Shows every recording of a plan, and confirms the plan once their number was typed. Stays open until it is confirmed.
class PlanConfirmDialog final : public QDialog
{
    Q_OBJECT

public:
    PlanConfirmDialog(const AccessParts &parts, const DeletionPlan &plan, const QString &server, QWidget *parent = nullptr);

    // Not while what was confirmed is being stored: closing would look as if it were taken back.
    void reject() override
    {
        if (!m_isStoring)
            QDialog::reject();
    }

Q_SIGNALS:
    void confirmed(const letopis::DeletionPlan &plan);

private:
    void layOut(const QString &server);
    void onPage();
    void showSteps();
    void store();
    void update();
    std::optional<qint64> typed() const;

    const AccessParts m_parts;
    const DeletionPlan m_plan;
    PlanItemModel *m_model;
    PlainTable *m_table;
    MessageBar *m_messages;
    QLabel *m_steps;
    QLineEdit *m_number;
    ProblemLabel *m_problem;
    QPushButton *m_accept = nullptr;
    bool m_isListed = false; // all its rows were read
    bool m_isStoring = false;
};

} // namespace letopis
