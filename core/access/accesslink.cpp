#include "core/access/accesslink.h"

#include "core/base/enumname.h"

#include <QCryptographicHash>
#include <QUrl>

#include <sodium.h>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 dayMs = 24 * 60 * 60 * 1000LL;
constexpr qsizetype tokenBytes = 32;

constexpr EnumName<AccessLink::State> stateNames[]{{AccessLink::State::Active, "active"_L1},
                                                   {AccessLink::State::Expired, "expired"_L1},
                                                   {AccessLink::State::UsedUp, "usedUp"_L1},
                                                   {AccessLink::State::Revoked, "revoked"_L1}};
constexpr EnumName<LinkProblem> problemNames[]{{LinkProblem::LabelTooLong, "labelTooLong"_L1},
                                               {LinkProblem::ExpiryMissing, "expiryMissing"_L1},
                                               {LinkProblem::ExpiryPast, "expiryPast"_L1},
                                               {LinkProblem::ExpiryTooLate, "expiryTooLate"_L1},
                                               {LinkProblem::UsesOutOfRange, "usesOutOfRange"_L1},
                                               {LinkProblem::PasswordMissing, "passwordMissing"_L1},
                                               {LinkProblem::PasswordTooShort, "passwordTooShort"_L1},
                                               {LinkProblem::PasswordTooLong, "passwordTooLong"_L1}};
constexpr EnumName<LinkRefusal> refusalNames[]{{LinkRefusal::Unknown, "unknown"_L1},
                                               {LinkRefusal::Revoked, "revoked"_L1},
                                               {LinkRefusal::Expired, "expired"_L1},
                                               {LinkRefusal::UsedUp, "usedUp"_L1},
                                               {LinkRefusal::PasswordMissing, "passwordMissing"_L1},
                                               {LinkRefusal::PasswordWrong, "passwordWrong"_L1}};

// A letter typed on another system is the same letter.
SecretText composed(const SecretText &password)
{
    QString text = QString::fromUtf8(password.reveal());
    QString normal = text.normalized(QString::NormalizationForm_C);
    SecretText result(normal.toUtf8());
    text.fill(u'\0');
    normal.fill(u'\0');
    return result;
}

QList<LinkProblem> expiryProblems(qint64 expiresAtMs, const LinkPolicy &policy, qint64 nowMs)
{
    if (expiresAtMs == 0)
        return policy.maxDays == 0 ? QList<LinkProblem>() : QList{LinkProblem::ExpiryMissing};
    if (expiresAtMs <= nowMs)
        return {LinkProblem::ExpiryPast};
    const bool isTooLate = policy.maxDays > 0 && expiresAtMs - nowMs > policy.maxDays * dayMs;
    return isTooLate ? QList{LinkProblem::ExpiryTooLate} : QList<LinkProblem>();
}

QList<LinkProblem> passwordProblems(const std::optional<SecretText> &password, const LinkPolicy &policy)
{
    if (!password)
        return policy.needsPassword ? QList{LinkProblem::PasswordMissing} : QList<LinkProblem>();
    QString text = QString::fromUtf8(composed(*password).reveal());
    const qsizetype characters = text.size();
    text.fill(u'\0');
    if (characters < minLinkPassword)
        return {LinkProblem::PasswordTooShort};
    return characters > maxLinkPassword ? QList{LinkProblem::PasswordTooLong} : QList<LinkProblem>();
}
} // namespace

AccessLink::State AccessLink::stateAt(qint64 nowMs) const
{
    if (revokedAtMs != 0)
        return State::Revoked;
    if (expiresAtMs != 0 && nowMs >= expiresAtMs)
        return State::Expired;
    return maxUses != 0 && useCount >= maxUses ? State::UsedUp : State::Active;
}

QString linkStateName(AccessLink::State state)
{
    return nameIn(stateNames, state);
}

QString linkProblemName(LinkProblem problem)
{
    return nameIn(problemNames, problem);
}

QList<LinkProblem> problemsIn(const LinkDraft &draft, const LinkPolicy &policy, qint64 nowMs)
{
    QList<LinkProblem> problems;
    if (draft.label.size() > maxLinkLabel)
        problems += LinkProblem::LabelTooLong;
    problems += expiryProblems(draft.expiresAtMs, policy, nowMs);
    if (draft.maxUses < 0 || draft.maxUses > maxLinkUses)
        problems += LinkProblem::UsesOutOfRange;
    return problems + passwordProblems(draft.password, policy);
}

qint64 usualExpiry(const LinkPolicy &policy, qint64 nowMs)
{
    return policy.defaultDays == 0 ? 0 : nowMs + policy.defaultDays * dayMs;
}

QList<LinkPolicyProblem> problemsIn(const LinkPolicy &policy)
{
    QList<LinkPolicyProblem> problems;
    if (policy.defaultDays < 0 || policy.defaultDays > maxLinkDays || policy.maxDays < 0 || policy.maxDays > maxLinkDays)
        problems += LinkPolicyProblem::DaysOutOfRange;
    else if (policy.maxDays > 0 && (policy.defaultDays == 0 || policy.defaultDays > policy.maxDays))
        problems += LinkPolicyProblem::UsualBeyondMost;
    const QUrl address(policy.serviceAddress, QUrl::StrictMode);
    const bool isHttps = address.isValid() && address.scheme() == u"https" && !address.host().isEmpty() && address.userInfo().isEmpty()
                         && !address.hasQuery() && !address.hasFragment();
    if (!policy.serviceAddress.isEmpty() && !isHttps)
        problems += LinkPolicyProblem::AddressNotHttps;
    return problems;
}

Result<LinkToken> LinkToken::create()
{
    if (sodium_init() < 0)
        return Error{ErrorKind::Internal, u"libsodium cannot start"_s, {}, {}};
    QByteArray random(tokenBytes, Qt::Uninitialized);
    randombytes_buf(random.data(), size_t(random.size()));
    QByteArray text = random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    sodium_memzero(random.data(), size_t(random.size()));
    LinkToken token;
    token.sha256 = linkTokenHash(QString::fromLatin1(text));
    token.text = SecretText(std::move(text));
    return token;
}

QByteArray linkTokenHash(const QString &token)
{
    return QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256);
}

Result<QString> hashLinkPassword(const SecretText &password)
{
    if (sodium_init() < 0)
        return Error{ErrorKind::Internal, u"libsodium cannot start"_s, {}, {}};
    const SecretText text = composed(password);
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const int failed = crypto_pwhash_str_alg(hash.data(), text.reveal().constData(), size_t(text.reveal().size()),
                                             crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
                                             crypto_pwhash_ALG_ARGON2ID13);
    if (failed)
        return Error{ErrorKind::TooLarge, u"not enough memory to hash the password"_s, {}, {}};
    return QString::fromLatin1(hash.data());
}

bool isLinkPassword(const QString &hash, const SecretText &password)
{
    if (sodium_init() < 0 || password.reveal().size() > 4 * maxLinkPassword)
        return false;
    if (hash.isEmpty()) {
        (void)hashLinkPassword(password);
        return false;
    }
    const SecretText text = composed(password);
    return crypto_pwhash_str_verify(hash.toLatin1().constData(), text.reveal().constData(), size_t(text.reveal().size())) == 0;
}

QString linkRefusalName(LinkRefusal refusal)
{
    return nameIn(refusalNames, refusal);
}

std::optional<LinkRefusal> linkRefusal(const AccessLink *link, std::optional<bool> isRight, qint64 nowMs)
{
    if (!link)
        return LinkRefusal::Unknown;
    switch (link->stateAt(nowMs)) {
    case AccessLink::State::Revoked: return LinkRefusal::Revoked;
    case AccessLink::State::Expired: return LinkRefusal::Expired;
    case AccessLink::State::UsedUp: return LinkRefusal::UsedUp;
    case AccessLink::State::Active: break;
    }
    if (link->hasPassword && !isRight)
        return LinkRefusal::PasswordMissing;
    if (link->hasPassword && !*isRight)
        return LinkRefusal::PasswordWrong;
    return {};
}

} // namespace letopis
