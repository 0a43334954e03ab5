#include "core/access/person.h"

#include "core/base/plaintext.h"

#include <unicode/unorm2.h>
#include <unicode/uspoof.h>

#include <array>
#include <memory>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr std::array<QLatin1StringView, 4> roleNames{"viewer"_L1, "moderator"_L1, "limited-administrator"_L1, "administrator"_L1};

struct NamedSwitch
{
    AdminSwitch value;
    QLatin1StringView name;
};
constexpr std::array<NamedSwitch, 4> switchNames{{{AdminSwitch::People, "people"_L1},
                                                  {AdminSwitch::Permissions, "permissions"_L1},
                                                  {AdminSwitch::Retention, "retention"_L1},
                                                  {AdminSwitch::Reports, "reports"_L1}}};

bool isUsableInLogin(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

bool isUsableLogin(const QString &login)
{
    const auto characters = login.toUcs4();
    return std::all_of(characters.begin(), characters.end(), [](uint character) { return isUsableInLogin(character); });
}

// Whether it could be one, not whether there is somebody: servers decide that.
bool isUsableEmail(const QString &email)
{
    const qsizetype at = email.lastIndexOf(u'@');
    return at > 0 && at < email.size() - 1 && email.size() <= 254 && isUsableLogin(email);
}
} // namespace

QString roleName(Role role)
{
    return roleNames[size_t(role)];
}

std::optional<Role> roleFromName(const QString &name)
{
    for (size_t role = 0; role < roleNames.size(); ++role) {
        if (name == roleNames[role])
            return Role(role);
    }
    return {};
}

QStringList adminSwitchNames(AdminSwitches switches)
{
    QStringList names;
    for (const NamedSwitch &known : switchNames) {
        if (switches & known.value)
            names += known.name;
    }
    return names;
}

std::optional<AdminSwitches> adminSwitchesFromNames(const QStringList &names)
{
    AdminSwitches switches;
    for (const QString &name : names) {
        const auto known = std::find_if(switchNames.begin(), switchNames.end(),
                                        [&](const NamedSwitch &candidate) { return name == candidate.name; });
        if (known == switchNames.end())
            return {};
        switches |= known->value;
    }
    return switches;
}

QList<PersonProblem> problemsIn(const Person &person)
{
    using Kind = PersonProblem::Kind;
    QList<PersonProblem> problems;
    if (person.name.trimmed().isEmpty())
        problems += {.kind = Kind::NameMissing, .text = {}};
    if (person.name.size() > maxPersonName)
        problems += {.kind = Kind::NameTooLong, .text = person.name.left(80)};
    if (!isUsableLogin(person.login))
        problems += {.kind = Kind::LoginInvalid, .text = person.login.left(80)};
    if (person.login.size() > maxLogin)
        problems += {.kind = Kind::LoginTooLong, .text = person.login.left(80)};
    if (!person.email.isEmpty() && !isUsableEmail(person.email))
        problems += {.kind = Kind::EmailInvalid, .text = person.email.left(80)};
    return problems;
}

QString loginKey(const QString &login)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *folding = unorm2_getNFKCCasefoldInstance(&status);
    const QString text = login.left(4 * maxLogin).trimmed();
    QString key(text.size() * 18 + 1, Qt::Uninitialized); // the longest that one character becomes
    const int length = unorm2_normalize(folding, reinterpret_cast<const UChar *>(text.utf16()), int(text.size()),
                                        reinterpret_cast<UChar *>(key.data()), int(key.size()), &status);
    if (U_FAILURE(status))
        return text.toCaseFolded();
    key.resize(length);
    return key.trimmed();
}

QString emailKey(const QString &email)
{
    return loginKey(email);
}

QString loginSkeleton(const QString &login)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<USpoofChecker, void (*)(USpoofChecker *)> checker(uspoof_open(&status), uspoof_close);
    const QString key = loginKey(login).left(maxLogin);
    QString skeleton(key.size() * 18 + 1, Qt::Uninitialized);
    const int length = uspoof_getSkeleton(checker.get(), 0, reinterpret_cast<const UChar *>(key.utf16()), int(key.size()),
                                          reinterpret_cast<UChar *>(skeleton.data()), int(skeleton.size()), &status);
    if (U_FAILURE(status) || length > skeleton.size())
        return key;
    skeleton.resize(length);
    return skeleton.toCaseFolded();
}

} // namespace letopis
