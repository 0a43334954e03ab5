#pragma once

#include "core/workspace/accessdesk.h"

#include <QMap>

namespace letopis::test {

class FakeWorkspace;

// Access in memory over the fake's people and groups: what it answers is decided by the product's own graph, previews and
// roles' table, so that windows see what they would. Calls may be scripted to fail: "standing", "accessList", "preview",
// "replaceList" and the others.
class FakeAccessDesk final : public AccessDesk
{
    Q_OBJECT

public:
    explicit FakeAccessDesk(FakeWorkspace &workspace);

    void putFolder(FolderId id, const QString &name, FolderId parent = sharedFolder);
    void file(RecordingId recording, FolderId folder) { m_places[recording] = folder; }
    void give(const LibraryItem &item, const GrantEntry &entry); // into a list of the item's own
    // ContentMismatch where the change would now do something else.
    Result<> expect(const Actor &actor, const AccessChange &change, const std::optional<AccessPreview> &foreseen) const;
    bool sees(PersonId person, RecordingId recording) const; // as things are now
    void setNow(qint64 nowMs) { m_nowMs = nowMs; }
    void propose(RecordingId recording, PersonId person) { m_proposed += {recording, person}; }
    void setAttended(RecordingId recording, const QList<PersonId> &people) { m_attended[recording] = people; }
    LinkId putLink(AccessLink link); // gives it an id

    QFuture<Result<Standing>> standing(const Actor &actor) override;
    QFuture<Result<QHash<RecordingId, PermissionSet>>> permissionsOn(const Actor &actor, const QList<RecordingId> &recordings) override;
    QFuture<Result<AccessList>> list(const Actor &actor, const LibraryItem &item) override;
    QFuture<Result<NamedPreview>> preview(const Actor &actor, const AccessChange &change) override;
    QFuture<Result<>> replaceList(const Actor &actor, const LibraryItem &item, const QList<GrantEntry> &before,
                                  const QList<GrantEntry> &after) override;
    QFuture<Result<>> resetToParent(const Actor &actor, const LibraryItem &item, const std::optional<AccessPreview> &foreseen = {}) override;
    QFuture<Result<>> setPublic(const Actor &actor, RecordingId recording, bool isPublic) override;
    QFuture<Result<AccessExplanation>> explain(const Actor &actor, PersonId person, const LibraryItem &item) override;
    QFuture<Result<AccessHolders>> whoCanSee(const Actor &actor, const LibraryItem &item, int limit, const HolderPage &page = {}) override;
    QFuture<Result<NewLink>> createLink(const Actor &actor, const LinkDraft &draft) override;
    QFuture<Result<QList<AccessLink>>> links(const Actor &actor, std::optional<RecordingId> recording) override;
    QFuture<Result<>> revokeLink(const Actor &actor, LinkId link) override;
    QFuture<Result<LinkPolicy>> linkPolicy(const Actor &actor) override;
    QFuture<Result<>> setLinkPolicy(const Actor &actor, const LinkPolicy &policy) override;
    QFuture<Result<GrantProposals>> proposals(const Actor &actor, std::optional<RecordingId> recording) override;
    QFuture<Result<>> reopenProposal(const Actor &actor, RecordingId recording, PersonId person) override;
    QFuture<Result<>> declineProposal(const Actor &actor, RecordingId recording, PersonId person) override;
    QFuture<Result<ProposalMode>> proposalMode(const Actor &actor, ServerId server) override;
    QFuture<Result<>> setProposalMode(const Actor &actor, ServerId server, ProposalMode mode) override;
    QFuture<Result<AttendanceGap>> attendanceGap(const Actor &actor, RecordingId recording) override;

private:
    struct Folder
    {
        QString name;
        FolderId parent;
    };

    AccessGraph graph() const;
    AccessScope scopeOf(const LibraryItem &item) const;
    QString nameOf(const LibraryItem &item) const; // empty: a root
    NamedPrincipal named(const Principal &principal) const;
    Standing standingOf(const Actor &actor, const AccessGraph &graph) const;
    PermissionSet permissionsOf(const Actor &actor, const AccessGraph &graph, const LibraryItem &item) const;
    Result<> require(const Actor &actor, Capability capability, const LibraryItem &item) const;
    Result<> requireGrant(const Actor &actor, const LibraryItem &item, const QList<GrantEntry> &before, const QList<GrantEntry> &after) const;
    AccessList listOf(const Actor &actor, const LibraryItem &item) const;
    AccessPreview previewFor(const Actor &actor, const AccessChange &change) const;
    Result<> guard(const Actor &actor, const AccessChange &change) const;
    Result<> requireSight(Actor actor, const LibraryItem &item) const;
    Result<> requireRole(const Actor &actor, Capability capability) const;
    Capability grantingTo(PersonId person) const;
    void tell(void (AccessDesk::*signal)()); // later, as the real one does

    FakeWorkspace &m_workspace;
    qint64 m_nowMs = 0; // 0: nothing ends
    QMap<FolderId, Folder> m_folders;
    QHash<RecordingId, FolderId> m_places; // Shared where nothing is said
    QHash<RecordingId, bool> m_public;
    QMap<qint64, QList<NamedGrant>> m_lists; // own lists, by scope
    QList<AccessLink> m_links;               // oldest first
    LinkPolicy m_policy;
    QList<std::pair<RecordingId, PersonId>> m_proposed;
    QList<std::pair<RecordingId, PersonId>> m_declined;
    QHash<ServerId, ProposalMode> m_modes;
    QHash<RecordingId, QList<PersonId>> m_attended;
};

} // namespace letopis::test
