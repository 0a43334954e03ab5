#include "app/desktop/dialogquestions.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

namespace letopis {

namespace {

void openFileDialog(QWidget *parent, const FileQuestion &question, QFileDialog::AcceptMode mode,
                    QFileDialog::FileMode fileMode, std::function<void(const QStringList &)> chosen)
{
    auto *dialog = new QFileDialog(parent, question.title, question.suggestedPath, question.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode);
    dialog->setFileMode(fileMode);
    dialog->setOption(QFileDialog::ShowDirsOnly, fileMode == QFileDialog::Directory);
    const QFileInfo suggested(question.suggestedPath);
    if (!question.suggestedPath.isEmpty() && !suggested.isDir()) {
        dialog->setDirectory(suggested.absolutePath());
        dialog->selectFile(suggested.fileName());
    }
    QObject::connect(dialog, &QFileDialog::finished, parent, [dialog, chosen](int result) {
        chosen(result == QDialog::Accepted ? dialog->selectedFiles() : QStringList());
    });
    dialog->open();
}

std::function<void(const QStringList &)> first(std::function<void(const QString &)> chosen)
{
    return [chosen = std::move(chosen)](const QStringList &paths) { chosen(paths.value(0)); };
}

} // namespace

void DialogQuestions::ask(QWidget *parent, const Question &question, std::function<void(int)> answered)
{
    auto *box = new QMessageBox(question.isDangerous ? QMessageBox::Warning : QMessageBox::Question, question.title,
                                question.text, QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(question.details);
    // setTextFormat() does not reach it; the label is Qt's own.
    if (auto *details = box->findChild<QLabel *>(QStringLiteral("qt_msgbox_informativelabel")))
        details->setTextFormat(Qt::PlainText);
    QList<QAbstractButton *> buttons;
    for (qsizetype i = 0; i < question.answers.size(); ++i) {
        const auto role = question.isDangerous && i == 0 ? QMessageBox::DestructiveRole : QMessageBox::AcceptRole;
        QPushButton *button = box->addButton(question.answers[i], role);
        buttons.append(button);
        if (int(i) == question.defaultAnswer)
            box->setDefaultButton(button);
    }
    QPushButton *cancel = box->addButton(QMessageBox::Cancel);
    box->setEscapeButton(cancel);
    if (question.defaultAnswer < 0)
        box->setDefaultButton(cancel);
    QObject::connect(box, &QMessageBox::finished, parent, [box, buttons, answered](int) {
        answered(int(buttons.indexOf(box->clickedButton())));
    });
    box->open();
}

void DialogQuestions::chooseFileToOpen(QWidget *parent, const FileQuestion &question,
                                       std::function<void(const QString &)> chosen)
{
    openFileDialog(parent, question, QFileDialog::AcceptOpen, QFileDialog::ExistingFile, first(std::move(chosen)));
}

void DialogQuestions::chooseFileToSave(QWidget *parent, const FileQuestion &question,
                                       std::function<void(const QString &)> chosen)
{
    openFileDialog(parent, question, QFileDialog::AcceptSave, QFileDialog::AnyFile, first(std::move(chosen)));
}

void DialogQuestions::chooseFilesToOpen(QWidget *parent, const FileQuestion &question,
                                        std::function<void(const QStringList &)> chosen)
{
    openFileDialog(parent, question, QFileDialog::AcceptOpen, QFileDialog::ExistingFiles, std::move(chosen));
}

void DialogQuestions::chooseFolder(QWidget *parent, const FileQuestion &question,
                                   std::function<void(const QString &)> chosen)
{
    openFileDialog(parent, question, QFileDialog::AcceptOpen, QFileDialog::Directory, first(std::move(chosen)));
}

} // namespace letopis
