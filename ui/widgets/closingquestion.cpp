#include "ui/widgets/closingquestion.h"

#include <QDialog>

#include <utility>

namespace letopis {

ClosingQuestion::ClosingQuestion(QDialog &dialog, Questions &questions)
    : m_dialog(dialog)
    , m_questions(questions)
{
}

void ClosingQuestion::close(bool isLosing, std::function<void()> then)
{
    Question question;
    question.text = tr("Discard what was typed?");
    question.details = tr("It is stored nowhere yet.");
    question.answers = {tr("&Discard")};
    question.isDangerous = true;
    close(isLosing, question, std::move(then));
}

void ClosingQuestion::close(bool isLosing, const Question &question, std::function<void()> then)
{
    const auto closeNow = [this, then = std::move(then)] {
        m_dialog.QDialog::reject(); // its own one would ask again
        if (then)
            then();
    };
    if (!isLosing)
        return closeNow();
    ask(question, [closeNow](int answer) {
        if (answer == 0)
            closeNow();
    });
}

void ClosingQuestion::ask(Question question, std::function<void(int)> answered)
{
    if (std::exchange(m_isAsking, true))
        return;
    question.title = m_dialog.windowTitle();
    m_questions.ask(&m_dialog, question, [this, answered = std::move(answered)](int answer) {
        m_isAsking = false;
        answered(answer);
    });
}

} // namespace letopis
