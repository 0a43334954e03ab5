#pragma once

#include "core/access/filingrule.h"
#include "core/domain/server.h"
#include "core/workspace/folderlibrary.h"
#include "ui/forms/access/accessparts.h"
#include "ui/widgets/closingquestion.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace letopis {

class FolderTreeModel;
class ProblemLabel;

// One filing rule: which recordings, and where they go.
class FilingRuleDialog final : public QDialog
{
    Q_OBJECT

public:
    FilingRuleDialog(const AccessParts &parts, const QList<ConferenceServer> &servers, const std::optional<FilingRule> &rule,
                     QWidget *parent = nullptr);

    FilingRule rule() const;
    void reject() override; // asks where something was changed

Q_SIGNALS:
    void confirmed(const letopis::FilingRule &rule);

private:
    struct Line
    {
        QWidget *row = nullptr;
        QComboBox *field = nullptr;
        QLineEdit *key = nullptr;
        QComboBox *match = nullptr;
        QLineEdit *text = nullptr;
        QToolButton *remove = nullptr;
    };

    void layOut(const QList<ConferenceServer> &servers);
    void chooseServer(ServerId server);
    void addLine(const FilingRule::Condition &condition);
    void removeLine(QWidget *row);
    void nameLines();
    void chooseFolder();
    void update();

    FolderLibrary &m_library;
    const Actor m_actor;
    ClosingQuestion m_closing;
    FilingRule m_before;
    FolderTreeModel *m_folders;
    FolderId m_folder;
    const bool m_isNew;
    QList<Line> m_lines;
    QComboBox *m_servers;
    QVBoxLayout *m_conditions;
    QLabel *m_place;
    QPushButton *m_choose;
    QPushButton *m_add;
    ProblemLabel *m_problem;
    QDialogButtonBox *m_buttons;
    QPushButton *m_accept = nullptr;
};

} // namespace letopis
