#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace letopis {

// A decision only a person can take. Texts are plain text, already translated.
struct Question
{
    QString title;       // of the window
    QString text;        // what is asked, in one sentence
    QString details;     // what follows from each answer; may be empty
    QStringList answers; // verbs for the buttons, the doing one first; "Cancel" is added by itself
    int defaultAnswer = -1; // -1: Cancel, the one to use wherever something is lost
    bool isDangerous = false;
};

struct FileQuestion
{
    QString title;
    QString suggestedPath; // folder, file, or both
    QString filter;        // as QFileDialog takes it
};

// The only way windows ask. Answers come later, through the event loop at the earliest, and never after `parent` is gone;
// no implementation runs a nested loop.
class Questions
{
public:
    virtual ~Questions() = default;

    // The index into Question::answers, or -1 for Cancel and for a closed dialog.
    virtual void ask(QWidget *parent, const Question &question, std::function<void(int)> answered) = 0;
    // An empty path: nothing chosen.
    virtual void chooseFileToOpen(QWidget *parent, const FileQuestion &question,
                                  std::function<void(const QString &)> chosen) = 0;
    virtual void chooseFileToSave(QWidget *parent, const FileQuestion &question,
                                  std::function<void(const QString &)> chosen) = 0;
    // Empty: nothing chosen.
    virtual void chooseFilesToOpen(QWidget *parent, const FileQuestion &question,
                                   std::function<void(const QStringList &)> chosen) = 0;
    virtual void chooseFolder(QWidget *parent, const FileQuestion &question,
                              std::function<void(const QString &)> chosen) = 0;
};

} // namespace letopis
