#pragma once

#include "core/access/accesslink.h"
#include "ui/forms/access/accessparts.h"
#include "ui/widgets/closingquestion.h"

#include <QDialog>
#include <QVariant>

class QCheckBox;
class QDateTimeEdit;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace letopis {

class MessageBar;
class ProblemLabel;

// Makes a link to one recording, then shows its token, which is nowhere else.
class NewLinkDialog final : public QDialog
{
    Q_OBJECT

public:
    NewLinkDialog(const AccessParts &parts, const AccessSubject &recording, const LinkPolicy &policy, QWidget *parent = nullptr);

    void reject() override; // asks while something was typed, then while the token was not copied

Q_SIGNALS:
    void made(letopis::LinkId link);

private:
    QVariantList typed() const;
    QWidget *buildForm();
    QWidget *buildToken();
    void layOut();
    void create();
    void onMade(const Result<NewLink> &link);
    void showProblems(const QList<LinkProblem> &problems);
    void clearProblems();
    void copy();
    ProblemLabel *problemOf(LinkProblem problem) const;
    QWidget *fieldOf(LinkProblem problem) const;

    const AccessParts m_parts;
    const RecordingId m_recording;
    const LinkPolicy m_policy;
    ClosingQuestion m_closing;
    QVariantList m_untouched;
    MessageBar *m_messages;
    QStackedWidget *m_stack;
    QLineEdit *m_label;
    QCheckBox *m_hasEnd;
    QDateTimeEdit *m_end;
    QLineEdit *m_password;
    QSpinBox *m_uses;
    QCheckBox *m_download;
    ProblemLabel *m_labelProblem;
    ProblemLabel *m_endProblem;
    ProblemLabel *m_passwordProblem;
    ProblemLabel *m_usesProblem;
    QLineEdit *m_token = nullptr;
    QLabel *m_copied = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_create = nullptr;
    QPushButton *m_close = nullptr;
    bool m_isMaking = false;
    bool m_isCopied = false;
};

} // namespace letopis
