#pragma once

#include "core/workspace/peopledirectory.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace letopis {

class ProblemLabel;

// The name of a new group, or another one for a group; stays open until the directory took it.
class GroupNameDialog final : public QDialog
{
    Q_OBJECT

public:
    GroupNameDialog(PeopleDirectory &directory, Actor actor, std::optional<Group> group, QWidget *parent = nullptr);

Q_SIGNALS:
    void stored(letopis::GroupId group);

private:
    void store();
    void update();
    void showFailure(const Error &error);

    PeopleDirectory &m_directory;
    const Actor m_actor;
    const std::optional<Group> m_group;
    bool m_isStoring = false;
    QLineEdit *m_name;
    ProblemLabel *m_problem;
    QPushButton *m_accept = nullptr;
};

} // namespace letopis
