#include "core/journal/accesslinks.h"

#include "core/access/decisions.h"
#include "core/storage/auditrepository.h"
#include "core/storage/catalogsettings.h"
#include "core/storage/jsontext.h"
#include "core/storage/linkrows.h"

#include <sodium.h>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr auto refusalsKey = "linkRefusals"; // what visitors were refused within the last hour

Error noSuchLink(LinkId id)
{
    return Error{ErrorKind::NotFound, u"no such link"_s, QString::number(id.value), {}};
}

// Looking is no change: "See as…" shows what the other person would.
Actor reader(Actor actor)
{
    actor.onlyLooks = false;
    return actor;
}

bool isTokenOf(const StoredLink &stored, const QByteArray &tokenSha256)
{
    return stored.tokenSha256.size() == tokenSha256.size()
           && sodium_memcmp(stored.tokenSha256.constData(), tokenSha256.constData(), size_t(tokenSha256.size())) == 0;
}

// The decision, and for which link it was.
struct Opening
{
    std::optional<LinkRefusal> refusal;
    OpenedLink opened;
};
} // namespace

// One transaction, and the steps that calls are made of.
struct AccessLinks::Steps
{
    Connection &connection;
    const AccessLinks &links;
    const Actor &actor;

    qint64 nowMs() const { return links.m_visibility->nowMs(); }

    Result<> require(Capability capability, const QList<RecordingId> &recordings) const
    {
        return links.m_control.requireIn(connection, actor, capability, recordings);
    }

    Result<> journal(const QString &action, RecordingId recording, const JsonObjectWriter &details) const
    {
        AuditEvent event;
        event.atMs = nowMs();
        event.actor = actor.login;
        event.action = action;
        event.recording = recording;
        event.details = details.toUtf8();
        return AuditRepository::append(connection, std::move(event));
    }

    Result<> check(const LinkDraft &draft) const
    {
        if (Result<> may = require(Capability::ShareByLink, {draft.recording}); !may)
            return may;
        const Result<LinkPolicy> policy = readLinkPolicy(connection);
        if (!policy)
            return policy.error();
        const QList<LinkProblem> problems = problemsIn(draft, policy.value(), nowMs());
        if (problems.isEmpty())
            return {};
        return Error{ErrorKind::InvalidInput, u"the link is not as the catalog's policy asks"_s, {}, LinkProblemEvidence{problems}};
    }

    Result<LinkId> create(const LinkDraft &draft, const QByteArray &tokenSha256, const QString &passwordHash) const
    {
        if (Result<> fine = check(draft); !fine)
            return fine.error();
        const Result<LinkId> id = insertLink(connection, draft, tokenSha256, passwordHash, actor.login, nowMs());
        if (!id)
            return id;
        JsonObjectWriter details;
        details.add("link"_L1, id.value().value)
            .add("label"_L1, draft.label)
            .add("expiresAt"_L1, draft.expiresAtMs)
            .add("maxUses"_L1, draft.maxUses)
            .add("password"_L1, passwordHash.isEmpty() ? u"no"_s : u"yes"_s)
            .add("download"_L1, draft.allowsDownload ? u"yes"_s : u"no"_s);
        const Result<> written = journal(u"link.created"_s, draft.recording, details);
        return written ? id : Result<LinkId>(written.error());
    }

    Result<QList<AccessLink>> list(std::optional<RecordingId> recording) const
    {
        if (Result<> may = require(Capability::ShareByLink, recording ? QList{*recording} : QList<RecordingId>()); !may)
            return may.error();
        const Result<AccessGraphs::Current> current = links.m_visibility->graphs().current(connection);
        const Result<Standing> standing = links.m_control.standingIn(connection, actor);
        const Result<std::vector<StoredLink>> stored = readLinks(connection, recording);
        if (!current || !standing || !stored)
            return !current ? current.error() : !standing ? standing.error() : stored.error();
        Decisions decisions(*current.value().graph, actor.person, nowMs());
        QList<AccessLink> found;
        for (const StoredLink &one : stored.value()) {
            if (may(standing.value(), Capability::ShareByLink, decisions.of(one.scope)))
                found.append(one.link);
        }
        return found;
    }

    Result<> revoke(LinkId id) const
    {
        if (Result<> may = require(Capability::ShareByLink, {}); !may)
            return may;
        const Result<std::optional<StoredLink>> stored = linkWithId(connection, id);
        if (!stored)
            return stored.error();
        // What is not there refuses as what is closed does.
        if (Result<> may = require(Capability::ShareByLink, {stored.value() ? stored.value()->link.recording : RecordingId()}); !may)
            return may;
        if (!stored.value())
            return noSuchLink(id);
        const AccessLink &link = stored.value()->link;
        if (link.revokedAtMs != 0)
            return {};
        if (Result<> marked = markLinkRevoked(connection, id, actor.login, nowMs()); !marked)
            return marked;
        return journal(u"link.revoked"_s, link.recording, JsonObjectWriter().add("link"_L1, id.value).add("label"_L1, link.label));
    }

    Result<> setPolicy(const LinkPolicy &policy) const
    {
        if (Result<> may = require(Capability::ManageCatalog, {}); !may)
            return may;
        if (const QList<LinkPolicyProblem> problems = problemsIn(policy); !problems.isEmpty())
            return Error{ErrorKind::InvalidInput, u"the policy cannot be kept"_s, {}, LinkPolicyEvidence{problems}};
        const Result<LinkPolicy> before = readLinkPolicy(connection);
        if (!before)
            return before.error();
        if (before.value() == policy)
            return {};
        if (Result<> written = writeLinkPolicy(connection, policy); !written)
            return written;
        const auto word = [](bool is) { return is ? u"yes"_s : u"no"_s; };
        JsonObjectWriter details;
        details.addChange("defaultDays"_L1, QString::number(before.value().defaultDays), QString::number(policy.defaultDays))
            .addChange("maxDays"_L1, QString::number(before.value().maxDays), QString::number(policy.maxDays))
            .addChange("needsPassword"_L1, word(before.value().needsPassword), word(policy.needsPassword))
            .addChange("allowsDownload"_L1, word(before.value().allowsDownload), word(policy.allowsDownload))
            .addChange("serviceAddress"_L1, before.value().serviceAddress, policy.serviceAddress);
        return journal(u"link.policyChanged"_s, {}, details);
    }

    // `checked`: the hash that the password was compared with, and how that came out.
    Result<Opening> decide(const QByteArray &tokenSha256, const QString &checkedHash, std::optional<bool> isRight) const
    {
        const Result<std::optional<StoredLink>> found = linkWithToken(connection, tokenSha256);
        if (!found)
            return found.error();
        const bool isKnown = found.value() && isTokenOf(*found.value(), tokenSha256) && found.value()->passwordHash == checkedHash;
        const AccessLink *link = isKnown ? &found.value()->link : nullptr;
        Opening opening{.refusal = linkRefusal(link, isRight, nowMs()), .opened = {}};
        JsonObjectWriter details;
        if (link) {
            details.add("link"_L1, link->id.value);
            opening.opened = {.id = link->id, .recording = link->recording, .allowsDownload = link->allowsDownload};
        }
        if (opening.refusal) {
            const Result<> told = tellRefusal(opening, details);
            return told ? Result<Opening>(opening) : Result<Opening>(told.error());
        }
        if (Result<> counted = countLinkUse(connection, link->id, nowMs()); !counted)
            return counted.error();
        const Result<> written = journal(u"link.used"_s, opening.opened.recording, details);
        return written ? Result<Opening>(opening) : Result<Opening>(written.error());
    }

    // Anybody may knock as often as they like: the journal has a line for the first refusal of a link for a reason in an hour. How
    // many more there were is in the next line of that kind, or in one of their own once the hour is over and anybody knocks again.
    Result<> tellRefusal(const Opening &opening, JsonObjectWriter details) const
    {
        Result<QJsonObject> stored = catalogSetting(connection, QString::fromLatin1(refusalsKey));
        if (!stored)
            return stored.error();
        QJsonObject &told = stored.value();
        const QString reason = linkRefusalName(*opening.refusal);
        const QString key = u"%1 %2 %3"_s.arg(opening.opened.id.value).arg(opening.opened.recording.value).arg(reason);
        if (Result<> over = tellOverdue(told, key); !over)
            return over;
        const QJsonObject before = told[key].toObject();
        const bool isOfThisHour = isWithinHour(before);
        const qint64 untold = before[u"untold"_s].toInteger();
        told.insert(key, QJsonObject{{u"from"_s, isOfThisHour ? before[u"from"_s].toInteger() : nowMs()},
                                     {u"untold"_s, isOfThisHour ? untold + 1 : 0}});
        if (!isOfThisHour) {
            details.add("reason"_L1, reason);
            if (untold > 0)
                details.add("refusedBefore"_L1, untold);
            if (Result<> written = journal(u"link.refused"_s, opening.opened.recording, details); !written)
                return written;
        }
        return setCatalogSetting(connection, QString::fromLatin1(refusalsKey), told);
    }

    // Lets go of the hours that are over, all but `kept`, and tells what they hold.
    Result<> tellOverdue(QJsonObject &told, const QString &kept) const
    {
        const QStringList keys = told.keys();
        for (const QString &key : keys) {
            const QJsonObject one = told[key].toObject();
            if (key == kept || isWithinHour(one))
                continue;
            told.remove(key);
            const QStringList parts = key.split(u' ');
            if (one[u"untold"_s].toInteger() == 0 || parts.size() != 3)
                continue;
            JsonObjectWriter details;
            if (const qint64 link = parts[0].toLongLong(); link > 0)
                details.add("link"_L1, link);
            details.add("reason"_L1, parts[2]).add("refusedBefore"_L1, one[u"untold"_s].toInteger());
            if (Result<> written = journal(u"link.refused"_s, {parts[1].toLongLong()}, details); !written)
                return written;
        }
        return {};
    }

    bool isWithinHour(const QJsonObject &refusals) const
    {
        constexpr qint64 hour = 3'600'000;
        const qint64 from = refusals[u"from"_s].toInteger();
        return from > 0 && nowMs() >= from && nowMs() - from < hour;
    }
};

QFuture<Result<>> AccessLinks::check(const Actor &actor, const LinkDraft &draft) const
{
    return m_database.read([links = *this, actor, draft](Connection &connection) {
        return connection.transaction([&] { return Steps{connection, links, actor}.check(draft); });
    });
}

QFuture<Result<LinkId>> AccessLinks::create(const Actor &actor, const LinkDraft &draft, const QByteArray &tokenSha256,
                                            const QString &passwordHash) const
{
    return m_database.write([=, links = *this](Connection &connection) {
        return Steps{connection, links, actor}.create(draft, tokenSha256, passwordHash);
    });
}

QFuture<Result<QList<AccessLink>>> AccessLinks::links(const Actor &actor, std::optional<RecordingId> recording) const
{
    return m_database.read([links = *this, actor = reader(actor), recording](Connection &connection) {
        return connection.transaction([&] { return Steps{connection, links, actor}.list(recording); });
    });
}

QFuture<Result<>> AccessLinks::revoke(const Actor &actor, LinkId link) const
{
    return m_database.write([=, links = *this](Connection &connection) { return Steps{connection, links, actor}.revoke(link); });
}

QFuture<Result<LinkPolicy>> AccessLinks::policy(const Actor &actor) const
{
    return m_database.read([links = *this, actor = reader(actor)](Connection &connection) {
        return connection.transaction([&]() -> Result<LinkPolicy> {
            if (Result<> may = Steps{connection, links, actor}.require(Capability::ShareByLink, {}); !may)
                return may.error();
            return readLinkPolicy(connection);
        });
    });
}

QFuture<Result<>> AccessLinks::setPolicy(const Actor &actor, const LinkPolicy &policy) const
{
    return m_database.write([=, links = *this](Connection &connection) { return Steps{connection, links, actor}.setPolicy(policy); });
}

Result<OpenedLink> AccessLinks::open(const QString &token, const std::optional<SecretText> &password) const
{
    const QByteArray hash = linkTokenHash(token);
    const Result<std::optional<StoredLink>> found =
        waitFor(m_database.read([hash](Connection &connection) { return linkWithToken(connection, hash); }));
    if (!found)
        return found.error();
    const QString passwordHash = found.value() ? found.value()->passwordHash : QString();
    // Outside the transaction: it takes its time, for an unknown link as well.
    const std::optional<bool> isRight = password ? std::optional(isLinkPassword(passwordHash, *password)) : std::nullopt;
    const Result<Opening> opening = waitFor(m_database.write([=, links = *this](Connection &connection) {
        Actor visitor;
        visitor.login = u"visitor"_s;
        return Steps{connection, links, visitor}.decide(hash, passwordHash, isRight);
    }));
    if (!opening)
        return opening.error();
    if (opening.value().refusal)
        return Error{ErrorKind::PermissionDenied, u"the link does not open"_s, {}, {}};
    return opening.value().opened;
}

} // namespace letopis
