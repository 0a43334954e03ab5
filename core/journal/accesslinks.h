#pragma once

#include "core/access/accesslink.h"
#include "core/journal/accesscontrol.h"

namespace letopis {

// Links to recordings: who may make them, whether one opens. Each call is one transaction that asks AccessControl, changes rows
// and writes the journal, or does none of it. Any thread. PermissionDenied with RefusalEvidence; NotFound.
class AccessLinks
{
public:
    AccessLinks(Database &database, std::shared_ptr<Visibility> visibility)
        : m_database(database)
        , m_visibility(std::move(visibility))
        , m_control(database, m_visibility)
    {
    }

    // InvalidInput with LinkProblemEvidence. check() spares the hashing of a password that would be in vain.
    QFuture<Result<>> check(const Actor &actor, const LinkDraft &draft) const;
    QFuture<Result<LinkId>> create(const Actor &actor, const LinkDraft &draft, const QByteArray &tokenSha256,
                                   const QString &passwordHash) const;
    // Those of recordings whose links the actor may make, newest first.
    QFuture<Result<QList<AccessLink>>> links(const Actor &actor, std::optional<RecordingId> recording) const;
    QFuture<Result<>> revoke(const Actor &actor, LinkId link) const; // one that is revoked stays as it was
    QFuture<Result<LinkPolicy>> policy(const Actor &actor) const;
    QFuture<Result<>> setPolicy(const Actor &actor, const LinkPolicy &policy) const; // InvalidInput with LinkPolicyEvidence

    // For the service that will answer for links. Blocks for the hashing of a password and the database: worker threads only.
    // Whatever is wrong, the visitor gets the same PermissionDenied; the journal has the reason. A use is counted in the
    // transaction that allows it. Guessing passwords is slowed by their hashing alone: whoever serves visitors limits attempts.
    Result<OpenedLink> open(const QString &token, const std::optional<SecretText> &password) const;

private:
    struct Steps; // of one transaction

    Database &m_database;
    std::shared_ptr<Visibility> m_visibility;
    AccessControl m_control;
};

} // namespace letopis
