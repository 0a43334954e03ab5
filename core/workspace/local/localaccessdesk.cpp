#include "core/workspace/local/localaccessdesk.h"

#include "core/base/whendone.h"

namespace letopis {

LocalAccessDesk::LocalAccessDesk(Database &database, const std::shared_ptr<Visibility> &visibility, WorkerPool &pool,
                                 QObject *parent)
    : AccessDesk(parent)
    , m_pool(pool)
    , m_control(database, visibility)
    , m_lists(database, visibility)
    , m_links(database, visibility)
    , m_proposals(database, visibility)
{
}

void LocalAccessDesk::afterSync(ServerId server)
{
    whenDone(m_proposals.grantAfterSync(server), this, [this](const Result<qint64> &granted) {
        if (granted && *granted > 0)
            Q_EMIT accessChanged();
        Q_EMIT proposalsChanged();
    });
}

QFuture<Result<Standing>> LocalAccessDesk::standing(const Actor &actor)
{
    return m_control.standing(actor);
}

QFuture<Result<QHash<RecordingId, PermissionSet>>> LocalAccessDesk::permissionsOn(const Actor &actor,
                                                                                 const QList<RecordingId> &recordings)
{
    return m_control.permissions(actor, recordings);
}

QFuture<Result<AccessList>> LocalAccessDesk::list(const Actor &actor, const LibraryItem &item)
{
    return m_lists.list(actor, item);
}

QFuture<Result<NamedPreview>> LocalAccessDesk::preview(const Actor &actor, const AccessChange &change)
{
    return m_lists.preview(actor, change);
}

QFuture<Result<>> LocalAccessDesk::replaceList(const Actor &actor, const LibraryItem &item, const QList<GrantEntry> &before,
                                               const QList<GrantEntry> &after)
{
    return telling(m_lists.replace(actor, item, before, after), &AccessDesk::accessChanged);
}

QFuture<Result<>> LocalAccessDesk::resetToParent(const Actor &actor, const LibraryItem &item,
                                                 const std::optional<AccessPreview> &foreseen)
{
    return telling(m_lists.resetToParent(actor, item, foreseen), &AccessDesk::accessChanged);
}

QFuture<Result<>> LocalAccessDesk::setPublic(const Actor &actor, RecordingId recording, bool isPublic)
{
    return telling(m_lists.setPublic(actor, recording, isPublic), &AccessDesk::accessChanged);
}

QFuture<Result<AccessExplanation>> LocalAccessDesk::explain(const Actor &actor, PersonId person, const LibraryItem &item)
{
    return m_lists.explain(actor, person, item);
}

QFuture<Result<AccessHolders>> LocalAccessDesk::whoCanSee(const Actor &actor, const LibraryItem &item, int limit,
                                                          const HolderPage &page)
{
    return m_lists.whoCanSee(actor, item, limit, page);
}

QFuture<Result<NewLink>> LocalAccessDesk::createLink(const Actor &actor, const LinkDraft &draft)
{
    struct Secrets
    {
        LinkToken token;
        QString passwordHash;
    };
    const auto make = [draft]() -> Result<Secrets> {
        const Result<LinkToken> token = LinkToken::create();
        const Result<QString> hash = draft.password ? hashLinkPassword(*draft.password) : Result<QString>(QString());
        if (!token || !hash)
            return token ? hash.error() : token.error();
        return Secrets{token.value(), hash.value()};
    };
    const auto made = chain(m_links.check(actor, draft), this, [this, make] { return m_pool.run(make); });
    return chain(made, this, [=, this](const Secrets &secrets) {
        const auto stored = m_links.create(actor, draft, secrets.token.sha256, secrets.passwordHash);
        return chain(stored, this, [this, token = secrets.token.text](LinkId id) {
            Q_EMIT linksChanged();
            return readyFuture(Result<NewLink>(NewLink{id, token}));
        });
    });
}

QFuture<Result<QList<AccessLink>>> LocalAccessDesk::links(const Actor &actor, std::optional<RecordingId> recording)
{
    return m_links.links(actor, recording);
}

QFuture<Result<>> LocalAccessDesk::revokeLink(const Actor &actor, LinkId link)
{
    return telling(m_links.revoke(actor, link), &AccessDesk::linksChanged);
}

QFuture<Result<LinkPolicy>> LocalAccessDesk::linkPolicy(const Actor &actor)
{
    return m_links.policy(actor);
}

QFuture<Result<>> LocalAccessDesk::setLinkPolicy(const Actor &actor, const LinkPolicy &policy)
{
    return telling(m_links.setPolicy(actor, policy), &AccessDesk::linksChanged);
}

QFuture<Result<GrantProposals>> LocalAccessDesk::proposals(const Actor &actor, std::optional<RecordingId> recording)
{
    return m_proposals.proposals(actor, recording);
}

QFuture<Result<>> LocalAccessDesk::declineProposal(const Actor &actor, RecordingId recording, PersonId person)
{
    return telling(m_proposals.decline(actor, recording, person), &AccessDesk::proposalsChanged);
}

QFuture<Result<>> LocalAccessDesk::reopenProposal(const Actor &actor, RecordingId recording, PersonId person)
{
    return telling(m_proposals.reopen(actor, recording, person), &AccessDesk::proposalsChanged);
}

QFuture<Result<ProposalMode>> LocalAccessDesk::proposalMode(const Actor &actor, ServerId server)
{
    return m_proposals.mode(actor, server);
}

QFuture<Result<>> LocalAccessDesk::setProposalMode(const Actor &actor, ServerId server, ProposalMode mode)
{
    return telling(m_proposals.setMode(actor, server, mode), &AccessDesk::proposalsChanged);
}

QFuture<Result<AttendanceGap>> LocalAccessDesk::attendanceGap(const Actor &actor, RecordingId recording)
{
    return m_proposals.gap(actor, recording);
}

QFuture<Result<>> LocalAccessDesk::telling(const QFuture<Result<>> &done, void (AccessDesk::*signal)())
{
    return chain(done, this, [this, signal] {
        Q_EMIT (this->*signal)();
        return readyFuture(Result<>());
    });
}

} // namespace letopis
