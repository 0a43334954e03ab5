#pragma once

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
    int defaultDays = 30;
    int maxDays = 365; // 0: links may be without end
    bool needsPassword = false;
    bool allowsDownload = true; // what new links say at first
    QString serviceAddress;     // https://…, where a service will answer for links; empty: there is none yet

    friend bool operator==(const LinkPolicy &, const LinkPolicy &) = default;
};

enum class LinkProblem { LabelTooLong, ExpiryMissing, ExpiryTooLate, ExpiryPast, PasswordMissing, PasswordTooShort };
QList<LinkProblem> problemsIn(const LinkDraft &draft, const LinkPolicy &policy, qint64 nowMs);
constexpr qsizetype maxLinkLabel = 300;
constexpr qsizetype minLinkPassword = 8; // characters

// 128 random bits or more as text that survives mail and paper; and what is kept of it.
struct LinkToken
{
    SecretText text; // base64url, 32 bytes
    QByteArray sha256;

    static LinkToken create();
};
QByteArray linkTokenHash(const QString &token);

// What remains once a link is made; the token is nowhere else.
struct NewLink
{
    LinkId id;
    SecretText token;
};

} // namespace letopis
