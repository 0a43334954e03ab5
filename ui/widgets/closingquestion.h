#pragma once

#include "ui/widgets/questions.h"

#include <QCoreApplication>

class QDialog;

namespace letopis {

// What a dialog asks before it closes with something in it that is stored nowhere. A member of the dialog: its reject() asks
// close() instead of QDialog::reject().
class ClosingQuestion final
{
    Q_DECLARE_TR_FUNCTIONS(ClosingQuestion)

public:
    ClosingQuestion(QDialog &dialog, Questions &questions);

    // Closes, and asks first where something would be lost; `then` where it closed.
    void close(bool isLosing, std::function<void()> then = {});
    // The same with words of the dialog's own; the window's title is added. The first answer closes.
    void close(bool isLosing, const Question &question, std::function<void()> then = {});
    // With more answers than one: they are the caller's to act on. Not asked while it is asked already.
    void ask(Question question, std::function<void(int)> answered);

private:
    QDialog &m_dialog;
    Questions &m_questions;
    bool m_isAsking = false;
};

} // namespace letopis
