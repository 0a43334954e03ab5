#pragma once

#include "core/access/person.h"

#include <algorithm>

namespace letopis {

// What an import would do; the same value is applied, or refused when people changed meanwhile. A cell that is empty or
// missing leaves what is there; groups and external ids are added to, never taken away.
struct PeopleImportPlan
{
    enum class Kind { Added, Changed, Unchanged, Error };
    struct Line
    {
        int number = 0; // of the file, from 1
        Kind kind = Kind::Unchanged;
        Person person;                 // as it would be
        std::optional<Person> before;  // of Changed
        QStringList groups;            // by name: those the person would newly be in
        QList<PersonProblem> problems; // warnings too
        QString unreadable;            // of Error: what of the line could not be read, "role: boss"
        int sameAsLine = 0;            // of Error: an earlier line is about the same person; 0: none is
        bool isRefused = false;        // of Error: who asks may not do it
    };
    QList<Line> lines;
    QStringList ignoredColumns; // headings that name nothing of ours
    quint64 version = 0;        // of the catalog's access data the plan was made with

    int count(Kind kind) const
    {
        return int(std::count_if(lines.begin(), lines.end(), [kind](const Line &line) { return line.kind == kind; }));
    }
    bool hasErrors() const { return count(Kind::Error) > 0; }
};

} // namespace letopis
