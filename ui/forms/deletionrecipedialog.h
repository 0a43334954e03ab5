#pragma once

#include <QDialog>

class QVBoxLayout;

namespace letopis {

class MessageBar;
class Questions;

// What the server's administrator installs so that recordings can be deleted for good: the script, and the line that lets the
// account run it and nothing else. To be copied or saved; nothing is changed from here.
class DeletionRecipeDialog final : public QDialog
{
    Q_OBJECT

public:
    // `account`: of the SSH log-in; may be empty.
    DeletionRecipeDialog(const QString &dataRoot, const QString &account, Questions &questions, QWidget *parent = nullptr);

private:
    void addStep(QVBoxLayout *layout, const QString &name, const QString &text, const QByteArray &content, const QString &fileName);
    void save(const QByteArray &content, const QString &fileName);

    Questions &m_questions;
    MessageBar *m_messages;
};

} // namespace letopis
