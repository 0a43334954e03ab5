#pragma once

#include <QStringList>

namespace letopis {

constexpr qsizetype maxFolderName = 300; // characters
constexpr int maxFolderDepth = 50;       // below a root

// What stands against a change of folders (Error::evidence of InvalidInput and AlreadyExists).
struct FolderProblem
{
    enum class Kind {
        NameMissing,
        NameTooLong,
        NameInvalid, // a slash, invisible characters, "." or ".."
        NameTaken,   // `names`: of those that stand there already; case and ё do not count
        Root,        // Shared and People stay as they are
        Personal,    // somebody's own folder stays where it is, as long as it is theirs
        BelowItself, // `names`: the way from the folder down to where it should go
        TooDeep,
        NotEmpty, // and nobody said where its content goes
    };
    Kind kind = Kind::NameMissing;
    QStringList names = {}; // plain text, at most a few

    friend bool operator==(const FolderProblem &, const FolderProblem &) = default;
};

} // namespace letopis
