#pragma once

#include "core/domain/attendance.h"
#include "core/access/permission.h"

#include <QFlags>

namespace letopis {

// What kind of person one is: the ceiling of what they may do (access.md, "The roles"). Ordered: higher is more. It comes from
// membership in the built-in groups, the highest counts; somebody in none is a Viewer.
enum class Role { Viewer, Moderator, LimitedAdministrator, Administrator };

QString roleName(Role role); // "viewer", "moderator", "limited-administrator", "administrator"
std::optional<Role> roleFromName(const QString &name);

// What an Administrator gave a Limited administrator; without meaning for others.
enum class AdminSwitch { People = 1, Permissions = 2, Retention = 4, Reports = 8 };
Q_DECLARE_FLAGS(AdminSwitches, AdminSwitch)
Q_DECLARE_OPERATORS_FOR_FLAGS(AdminSwitches)

QStringList adminSwitchNames(AdminSwitches switches); // "people", "permissions", …
std::optional<AdminSwitches> adminSwitchesFromNames(const QStringList &names);

// Somebody known to Letopis. Without a login: a contact, who cannot sign in but can be given access, which waits for them.
struct Person
{
    PersonId id;
    QString uuid; // empty in a draft
    QString name;
    QString login;
    QString email;
    QList<std::pair<ServerId, QString>> externalIds; // per server, several
    Role role = Role::Viewer;
    AdminSwitches switches = AdminSwitch::Permissions;
    QString language; // "ru", "en", empty: the program's
    bool isBlocked = false;

    friend bool operator==(const Person &, const Person &) = default;
};

struct PersonProblem
{
    enum class Kind {
        NameMissing,
        NameTooLong,
        LoginInvalid, // spaces, control or invisible characters
        LoginTooLong,
        LoginTaken,
        LoginLooksAlike, // a warning: `text` is the other's login
        EmailInvalid,
        EmailTaken,
        ExternalIdTaken,
    };
    Kind kind = Kind::NameMissing;
    QString text; // what it is about, plain text

    bool isWarning() const { return kind == Kind::LoginLooksAlike; }
    friend bool operator==(const PersonProblem &, const PersonProblem &) = default;
};

// What can be told without the others. Lengths: maxPersonName, maxLogin characters.
QList<PersonProblem> problemsIn(const Person &person);
constexpr qsizetype maxPersonName = 300;
constexpr qsizetype maxLogin = 128;

// Equal for logins (e-mails) that count as one: compatibility forms, case and outer spaces do not tell them apart.
QString loginKey(const QString &login);
QString emailKey(const QString &email);
// Equal for logins that people cannot tell apart by sight (Unicode UTS 39 skeleton): аnna with a Cyrillic а and anna.
QString loginSkeleton(const QString &login);

} // namespace letopis
