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

ErrorText folderErrorText(const Error &error)
{
    if (const auto *problem = std::any_cast<FolderProblem>(&error.evidence))
        return {folderProblemText(*problem), {}};
    if (error.evidence.has_value())
        return errorText(error);
    if (error.kind == ErrorKind::NotFound)
        return {FolderTr::tr("This folder is no longer there."), FolderTr::tr("Somebody removed it meanwhile.")};
    if (error.kind == ErrorKind::ContentMismatch)
        return {FolderTr::tr("The filing rules were changed meanwhile."), FolderTr::tr("Read them again and repeat your changes.")};
    return errorText(error);
}

QString filingFieldText(FilingRule::Field field)
{
    switch (field) {
    case FilingRule::Field::Meeting: return FolderTr::tr("Meeting");
    case FilingRule::Field::MeetingId: return FolderTr::tr("Meeting ID");
    case FilingRule::Field::MetadataKey: return FolderTr::tr("Metadata");
    case FilingRule::Field::Owner: return FolderTr::tr("Owner");
    }
    return {};
}

QString filingMatchText(FilingRule::Match match)
{
    switch (match) {
    case FilingRule::Match::Is: return FolderTr::tr("is");
    case FilingRule::Match::Contains: return FolderTr::tr("contains");
    case FilingRule::Match::BeginsWith: return FolderTr::tr("begins with");
    }
    return {};
}

QString filingRuleText(const FilingRule &rule, const QString &server)
{
    QStringList parts;
    if (rule.server)
        parts += FolderTr::tr("server is “%1”").arg(server);
    for (const FilingRule::Condition &condition : rule.conditions) {
        const QString field = condition.field == FilingRule::Field::MetadataKey ? condition.key : filingFieldText(condition.field);
        //: %1: a field; %2: is, contains, begins with; %3: a text
        parts += FolderTr::tr("%1 %2 “%3”").arg(field, filingMatchText(condition.match), condition.text);
    }
    return parts.isEmpty() ? FolderTr::tr("every recording") : parts.join(u"; "_s);
}

} // namespace letopis
