#pragma once

#include "core/workspace/folderlibrary.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace letopis {

class ProblemLabel;

// The name of a new folder, or another one for a folder; stays open until the library took it.
class FolderNameDialog final : public QDialog
{
    Q_OBJECT

public:
    // A folder without an id: a new one in its parent. `place`: where it is or goes, for people.
    FolderNameDialog(FolderLibrary &library, Actor actor, const Folder &folder, const QString &place, QWidget *parent = nullptr);

Q_SIGNALS:
    void stored(letopis::FolderId folder);

private:
    void store();
    void onStored(const Result<FolderId> &stored);
    void update();

    FolderLibrary &m_library;
    const Actor m_actor;
    const Folder m_folder;
    bool m_isStoring = false;
    QLineEdit *m_name;
    ProblemLabel *m_problem;
    QPushButton *m_accept = nullptr;
};

} // namespace letopis
