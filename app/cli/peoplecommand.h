#pragma once

#include "app/cli/command.h"
#include "core/workspace/peopledirectory.h"
#include "core/workspace/workspace.h"

#include <functional>

namespace letopis::cli {

// Commands that name people and groups on the command line. What is not found ends the command.
class PeopleCommand : public Command
{
public:
    using Command::Command;

protected:
    PeopleDirectory &people() { return workspace().people(); }
    // By login, e-mail, or the catalog's own number.
    void withPerson(const QString &text, std::function<void(const Person &)> handler);
    void withGroup(const QString &text, std::function<void(const Group &)> handler); // by name or number
    // "SERVER:ID" each.
    void withExternalIds(const QStringList &texts, std::function<void(const QList<std::pair<ServerId, QString>> &)> handler);
    void showPerson(PersonId id); // and ends

private:
    void withPersonNumbered(const QString &text, const Error &otherwise, const std::function<void(const Person &)> &handler);
};

} // namespace letopis::cli
