#pragma once

#include "ui/widgets/questions.h"

namespace letopis {

// Asks with the platform's own message boxes and file dialogs, window-modal and without a nested loop.
class DialogQuestions final : public Questions
{
public:
    void ask(QWidget *parent, const Question &question, std::function<void(int)> answered) override;
    void chooseFileToOpen(QWidget *parent, const FileQuestion &question,
                          std::function<void(const QString &)> chosen) override;
    void chooseFileToSave(QWidget *parent, const FileQuestion &question,
                          std::function<void(const QString &)> chosen) override;
    void chooseFilesToOpen(QWidget *parent, const FileQuestion &question,
                           std::function<void(const QStringList &)> chosen) override;
    void chooseFolder(QWidget *parent, const FileQuestion &question,
                      std::function<void(const QString &)> chosen) override;
};

} // namespace letopis
