#pragma once

#include "core/access/accesslink.h"
#include "core/access/folder.h"
#include "core/storage/connection.h"

namespace letopis {

// Rows of links, inside the caller's transaction. The token is nowhere; its hash and the password's leave this room only for
// the decision whether a link opens.

struct StoredLink
{
    AccessLink link;
    AccessScope scope; // of its recording
    QByteArray tokenSha256;
    QString passwordHash; // empty: none
};

// Newest first; of one recording or of all.
Result<std::vector<StoredLink>> readLinks(Connection &connection, std::optional<RecordingId> recording);
Result<std::optional<StoredLink>> linkWithId(Connection &connection, LinkId id);
Result<std::optional<StoredLink>> linkWithToken(Connection &connection, const QByteArray &tokenSha256);

// The draft's password is not looked at: `passwordHash` is kept.
Result<LinkId> insertLink(Connection &connection, const LinkDraft &draft, const QByteArray &tokenSha256, const QString &passwordHash,
                          const QString &by, qint64 nowMs);
Result<> markLinkRevoked(Connection &connection, LinkId id, const QString &by, qint64 nowMs);
Result<> countLinkUse(Connection &connection, LinkId id, qint64 nowMs);

// As last set, else the usual one. Written by who may (catalogsettings.h).
Result<LinkPolicy> readLinkPolicy(Connection &connection);
Result<> writeLinkPolicy(Connection &connection, const LinkPolicy &policy);

} // namespace letopis
