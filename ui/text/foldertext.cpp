#include "ui/text/foldertext.h"

#include <QCoreApplication>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
struct FolderTr
{
    Q_DECLARE_TR_FUNCTIONS(FolderText)
};
} // namespace

QString folderProblemText(const FolderProblem &problem)
{
    const QString names = problem.names.join(u", "_s);
    switch (problem.kind) {
    case FolderProblem::Kind::NameMissing:
        return FolderTr::tr("A folder needs a name.");
    case FolderProblem::Kind::NameTooLong:
        return FolderTr::tr("The name has more than %1 characters.").arg(maxFolderName);
    case FolderProblem::Kind::NameInvalid:
        return FolderTr::tr("A folder's name has no slash and no invisible characters, and is not “.” or “..”.");
    case FolderProblem::Kind::NameTaken:
        return FolderTr::tr("A folder of this name is there already: %1.").arg(names);
    case FolderProblem::Kind::Root:
        return FolderTr::tr("The folders Shared and People stay as they are.");
    case FolderProblem::Kind::Personal:
        return FolderTr::tr("Somebody's own folder stays where it is, as long as its owner is known here.");
    case FolderProblem::Kind::BelowItself:
        return FolderTr::tr("A folder cannot go into itself: %1.").arg(problem.names.join(u" → "_s));
    case FolderProblem::Kind::TooDeep:
        return FolderTr::tr("Folders are at most %1 deep.").arg(maxFolderDepth);
    case FolderProblem::Kind::NotEmpty:
        return FolderTr::tr("The folder is not empty. Say where its content goes.");
    }
    return {};
}

} // namespace letopis
