#pragma once

#include "core/access/accesslink.h"
#include "ui/forms/access/accessparts.h"
#include "ui/widgets/closingquestion.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace letopis {

class MessageBar;
class ProblemLabel;

// What an Administrator sets for all links.
class LinkPolicyDialog final : public QDialog
{
    Q_OBJECT

public:
    LinkPolicyDialog(const AccessParts &parts, const LinkPolicy &policy, QWidget *parent = nullptr);

    void reject() override; // asks where something was changed; not while it is being stored

Q_SIGNALS:
    void stored();

private:
    void layOut();
    LinkPolicy policy() const; // as it stands here
    void store();
    void showProblems(const QList<LinkPolicyProblem> &problems);

    const AccessParts m_parts;
    ClosingQuestion m_closing;
    LinkPolicy m_before;
    MessageBar *m_messages;
    QSpinBox *m_usual;
    QSpinBox *m_most;
    QCheckBox *m_needsPassword;
    QCheckBox *m_download;
    QLineEdit *m_address;
    ProblemLabel *m_daysProblem;
    ProblemLabel *m_addressProblem;
    QPushButton *m_store = nullptr;
};

} // namespace letopis
