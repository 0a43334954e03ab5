#include "core/domain/jobstatus.h"

namespace letopis {

namespace {
void addTo(QList<RecordingId> &list, const QList<RecordingId> &recordings, CatalogChange &change)
{
    for (const RecordingId recording : recordings) {
        if (change.isLarge)
            break;
        if (!list.contains(recording))
            list.append(recording);
        change.isLarge = change.added.size() + change.updated.size() > CatalogChange::mostListed;
    }
    if (change.isLarge) {
        change.added.clear();
        change.updated.clear();
    }
}
} // namespace

void CatalogChange::addUpdated(const QList<RecordingId> &recordings)
{
    addTo(updated, recordings, *this);
}

void CatalogChange::addAdded(const QList<RecordingId> &recordings)
{
    addTo(added, recordings, *this);
}

bool mayFollow(const Actor &actor, const JobStatus &job)
{
    const bool isOwn = actor.kind == ActorKind::Person && job.startedBy.kind == ActorKind::Person &&
                       actor.person == job.startedBy.person;
    return actor.kind == ActorKind::Owner || isOwn;
}

} // namespace letopis
