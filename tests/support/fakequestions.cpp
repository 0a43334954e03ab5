#include "tests/support/fakequestions.h"

#include <QTimer>
#include <QWidget>

namespace letopis::test {

void FakeQuestions::ask(QWidget *parent, const Question &question, std::function<void(int)> answered)
{
    m_asked.append(question);
    const int answer = m_answers.isEmpty() ? -1 : m_answers.takeFirst();
    QTimer::singleShot(0, parent, [answered = std::move(answered), answer] { answered(answer); });
}

void FakeQuestions::chooseFileToOpen(QWidget *parent, const FileQuestion &question,
                                     std::function<void(const QString &)> chosen)
{
    m_askedForFiles.append(question);
    const QString path = m_files.isEmpty() ? QString() : m_files.takeFirst();
    QTimer::singleShot(0, parent, [chosen = std::move(chosen), path] { chosen(path); });
}

void FakeQuestions::chooseFileToSave(QWidget *parent, const FileQuestion &question,
                                     std::function<void(const QString &)> chosen)
{
    chooseFileToOpen(parent, question, std::move(chosen));
}

void FakeQuestions::chooseFilesToOpen(QWidget *parent, const FileQuestion &question,
                                      std::function<void(const QStringList &)> chosen)
{
    m_askedForFiles.append(question);
    const QStringList paths = m_manyFiles.isEmpty() ? QStringList() : m_manyFiles.takeFirst();
    QTimer::singleShot(0, parent, [chosen = std::move(chosen), paths] { chosen(paths); });
}

void FakeQuestions::chooseFolder(QWidget *parent, const FileQuestion &question,
                                 std::function<void(const QString &)> chosen)
{
    chooseFileToOpen(parent, question, std::move(chosen));
}

} // namespace letopis::test
