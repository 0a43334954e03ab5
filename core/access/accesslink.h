#pragma once

#include "core/base/result.h"
#include "core/base/secrettext.h"
#include "core/domain/recording.h"

#include <optional>

namespace letopis {

using LinkId = StrongId<struct LinkTag>;

// A link opens one recording to whoever holds its token; the token is shown once, and only its hash is kept.
struct AccessLink
{
    enum class State { Active, Expired, UsedUp, Revoked };

    LinkId id;
    RecordingId recording;
    QString recordingTitle;
    QString label;
    bool hasPassword = false;
    qint64 expiresAtMs = 0; // epoch; 0: without end
    qint64 maxUses = 0;     // 0: any number
    qint64 useCount = 0;
    qint64 lastUsedAtMs = 0; // 0: never
    bool allowsDownload = true;
    QString createdBy;
    qint64 createdAtMs = 0;
    QString revokedBy;
    qint64 revokedAtMs = 0; // 0: not revoked

    State stateAt(qint64 nowMs) const;
    friend bool operator==(const AccessLink &, const AccessLink &) = default;
};

QString linkStateName(AccessLink::State state); // "active" …

struct LinkDraft
{
    RecordingId recording;
    QString label;
    std::optional<SecretText> password;
    qint64 expiresAtMs = 0;
    qint64 maxUses = 0;
    bool allowsDownload = true;
};

// What an Administrator set for all links.
struct LinkPolicy
{
    int defaultDays = 30; // 0: without end
    int maxDays = 365;    // 0: links may be without end
    bool needsPassword = false;
    bool allowsDownload = true; // what new links say at first
    QString serviceAddress;     // https://…, where a service will answer for links; empty: there is none yet

    friend bool operator==(const LinkPolicy &, const LinkPolicy &) = default;
};

enum class LinkProblem {
    LabelTooLong,
    ExpiryMissing,
    ExpiryPast,
    ExpiryTooLate,
    UsesOutOfRange,
    PasswordMissing,
    PasswordTooShort,
    PasswordTooLong,
};
QString linkProblemName(LinkProblem problem); // "expiryMissing" …: the command line's JSON
QList<LinkProblem> problemsIn(const LinkDraft &draft, const LinkPolicy &policy, qint64 nowMs);
// Why a link was not made (Error::evidence of InvalidInput).
struct LinkProblemEvidence
{
    QList<LinkProblem> problems;
};
constexpr qsizetype maxLinkLabel = 300;
constexpr qsizetype minLinkPassword = 8;  // characters
constexpr qsizetype maxLinkPassword = 256;
constexpr qint64 maxLinkUses = 1'000'000;

// When a new link ends where nobody says otherwise; 0: never.
qint64 usualExpiry(const LinkPolicy &policy, qint64 nowMs);

enum class LinkPolicyProblem { DaysOutOfRange, UsualBeyondMost, AddressNotHttps };
QList<LinkPolicyProblem> problemsIn(const LinkPolicy &policy);
constexpr int maxLinkDays = 3650;
struct LinkPolicyEvidence
{
    QList<LinkPolicyProblem> problems;
};

// 256 random bits as text that survives mail and paper; and what is kept of it.
struct LinkToken
{
    SecretText text; // base64url, 43 characters
    QByteArray sha256;

    static Result<LinkToken> create();
};
QByteArray linkTokenHash(const QString &token);

// Argon2id as libsodium writes it, at its "interactive" cost: 2 passes over 64 MiB. Both block for about a tenth of a second;
// TooLarge: there is not enough memory.
Result<QString> hashLinkPassword(const SecretText &password);
// Without a hash the same work is done in vain, so that the time it takes tells nothing.
bool isLinkPassword(const QString &hash, const SecretText &password);

// Why a link does not open. For the journal: visitors get one and the same answer.
enum class LinkRefusal { Unknown, Revoked, Expired, UsedUp, PasswordMissing, PasswordWrong };
QString linkRefusalName(LinkRefusal refusal); // "unknown" …
// `link` none: no such token. `isRight`: the password given is the link's; none was given: nothing.
std::optional<LinkRefusal> linkRefusal(const AccessLink *link, std::optional<bool> isRight, qint64 nowMs);

// What an opened link opens.
struct OpenedLink
{
    LinkId id;
    RecordingId recording;
    bool allowsDownload = true;
};

// What remains once a link is made; the token is nowhere else.
struct NewLink
{
    LinkId id;
    SecretText token;
};

} // namespace letopis
