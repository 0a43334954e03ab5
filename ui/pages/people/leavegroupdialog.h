#pragma once

#include "core/access/group.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace letopis {

// Out of which of their groups somebody is taken. Groups that give roles are the form's affair.
class LeaveGroupDialog final : public QDialog
{
    Q_OBJECT

public:
    LeaveGroupDialog(const Person &person, const QList<Group> &groups, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QList<letopis::Group> &groups);

private:
    QList<Group> m_groups;
    QListWidget *m_list;
    QPushButton *m_accept = nullptr;
};

} // namespace letopis
