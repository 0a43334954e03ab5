#pragma once

#include "ui/widgets/questions.h"

#include <QList>

namespace letopis::test {

// Answers questions as a test scripted them; a question without a script is cancelled, as a person pressing Escape.
class FakeQuestions final : public Questions
{
public:
    void setNextAnswer(int answer) { m_answers.append(answer); }
    void setNextFile(const QString &path) { m_files.append(path); } // a folder where one is asked for
    void setNextFiles(const QStringList &paths) { m_manyFiles.append(paths); }
    const QList<Question> &asked() const { return m_asked; }
    const QList<FileQuestion> &askedForFiles() const { return m_askedForFiles; }

    void ask(QWidget *parent, const Question &question, std::function<void(int)> answered) override;
    void chooseFileToOpen(QWidget *parent, const FileQuestion &question,
                          std::function<void(const QString &)> chosen) override;
    void chooseFileToSave(QWidget *parent, const FileQuestion &question,
                          std::function<void(const QString &)> chosen) override;
    void chooseFilesToOpen(QWidget *parent, const FileQuestion &question,
                           std::function<void(const QStringList &)> chosen) override;
    void chooseFolder(QWidget *parent, const FileQuestion &question,
                      std::function<void(const QString &)> chosen) override;

private:
    QList<int> m_answers;
    QStringList m_files;
    QList<QStringList> m_manyFiles;
    QList<Question> m_asked;
    QList<FileQuestion> m_askedForFiles;
};

} // namespace letopis::test
