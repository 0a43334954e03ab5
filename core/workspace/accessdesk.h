#pragma once

#include "core/access/accessanswers.h"
#include "core/domain/actor.h"

#include <QFuture>
#include <QObject>

namespace letopis {

// The part of the workspace that gives access and tells why. Main thread only; nothing blocks. Every call is checked in core:
// PermissionDenied with RefusalEvidence. What is not there is refused as what is closed, but to Administrators.
class AccessDesk : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // What the actor may do at all, and what holds for them on recordings; for hiding and disabling: refusal().
    virtual QFuture<Result<Standing>> standing(const Actor &actor) = 0;
    virtual QFuture<Result<QHash<RecordingId, PermissionSet>>> permissionsOn(const Actor &actor, const QList<RecordingId> &recordings) = 0;

    virtual QFuture<Result<AccessList>> list(const Actor &actor, const LibraryItem &item) = 0;
    // What any change would do, those too that other parts of the workspace make: folders, groups, roles.
    virtual QFuture<Result<NamedPreview>> preview(const Actor &actor, const AccessChange &change) = 0;
    // The item has a list of its own from then on. InvalidInput with GuardEvidence; ContentMismatch where the list that governs
    // it is no more `before`.
    virtual QFuture<Result<>> replaceList(const Actor &actor, const LibraryItem &item, const QList<GrantEntry> &before,
                                          const QList<GrantEntry> &after) = 0;
    virtual QFuture<Result<>> resetToParent(const Actor &actor, const LibraryItem &item) = 0; // InvalidInput: a root
    virtual QFuture<Result<>> setPublic(const Actor &actor, RecordingId recording, bool isPublic) = 0;

    // One's own access may always be asked about, where one has any.
    virtual QFuture<Result<AccessExplanation>> explain(const Actor &actor, PersonId person, const LibraryItem &item) = 0;
    virtual QFuture<Result<AccessHolders>> whoCanSee(const Actor &actor, const LibraryItem &item, int limit) = 0;
    // What a person can see: Workspace::recordings() with RecordingQuery::visibleTo.

Q_SIGNALS:
    void accessChanged(); // ask again for everything shown
};

} // namespace letopis
