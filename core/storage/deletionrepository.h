#pragma once

#include "core/base/clock.h"
#include "core/domain/actor.h"
#include "core/retention/deletioncertificate.h"
#include "core/storage/database.h"

namespace letopis {

// Where a recording is on its way out.
struct DeletionStage
{
    enum class Stage { Unpublished, Trashed, Purged };
    enum class Means { None, ServerTree, Unpublished }; // of Trashed: the server's own deleted tree, or only unpublished

    RecordingId recording;
    Stage stage = Stage::Unpublished;
    Means means = Means::None;
    bool wasPublished = false; // what a restore goes back to
    qint64 sinceMs = 0;
    qint64 purgeAfterMs = 0; // end of the grace period; 0: none
    QString byLogin;
    QString planUuid;

    friend bool operator==(const DeletionStage &, const DeletionStage &) = default;
};

// What ending an item writes besides the item.
struct DeletionOutcome
{
    std::optional<PublicationState> state;  // of the recording from now on, as the server was read back
    std::optional<DeletionStage> stage;     // stored
    bool clearsStage = false;               // after a restore
    std::optional<DeletionCertificate> certificate; // issued now, by its event
    QString action;                         // of the journal; empty: none
    QByteArray details;
};

// A recording as the catalog has it, for who is about to delete it.
struct DeletionSubject
{
    RecordingId id;
    ServerId server;
    QString externalId;
    QString internalMeetingId;
    QString title;
    PublicationState state = PublicationState::Published;
    qint64 startedAtMs = 0;
    qint64 sizeBytes = -1; // formats and raw
    std::optional<DeletionStage> stage;
    QStringList formats;
};

// Carrying out plans: each item's steps, one transaction each. Any thread; a light handle, to be copied.
class DeletionRepository
{
public:
    // Whether an item may still be done, in the transaction that begins it (core/storage/retentionplanner.h, recheckItem()). Holds are
    // looked at besides.
    using Recheck = std::function<Result<DeletionRefusal>(Connection &connection, const DeletionItem &item, qint64 nowMs)>;

    DeletionRepository(Database &database, const Clock &clock, Recheck recheck = {})
        : m_database(database)
        , m_clock(clock)
        , m_recheck(std::move(recheck))
    {
    }

    QDateTime now() const { return m_clock.now(); }
    QString databasePath() const { return m_database.path(); }

    QFuture<Result<DeletionPlan>> plan(DeletionPlanId id) const; // NotFound
    // What is still to be done, those begun first.
    QFuture<Result<std::vector<DeletionItem>>> unfinished(DeletionPlanId id, int limit) const;
    QFuture<Result<DeletionSubject>> subject(RecordingId id) const; // NotFound
    QFuture<Result<bool>> isHeld(RecordingId id) const;

    // The item is running from now on, unless somebody holds the recording or the plan's reason no longer holds: decided in the
    // transaction that begins it. An item that was begun before is only asked for a hold, since what it has done already may
    // be what changed. `work`: what it must remember over a crash; that of an item begun before comes back instead.
    struct Begun
    {
        DeletionRefusal refusal = DeletionRefusal::None;
        QByteArray work;
    };
    QFuture<Result<Begun>> begin(DeletionPlanId plan, const DeletionItem &item, const QByteArray &work) const;
    QFuture<Result<>> remember(DeletionPlanId plan, int position, const QByteArray &work) const;
    // Done, Skipped or Failed, with all that belongs to it. The certificate's time, and the item's, are filled in.
    QFuture<Result<DeletionItem>> end(const Actor &actor, const DeletionPlan &plan, const DeletionItem &item,
                                      const DeletionOutcome &outcome) const;
    // Finished, where every item has ended.
    QFuture<Result<>> finish(const Actor &actor, DeletionPlanId plan) const;

    QFuture<Result<std::optional<DeletionStage>>> stage(RecordingId id) const;
    QFuture<Result<QList<IssuedCertificate>>> certificates(RecordingId id) const; // oldest first

private:
    Database &m_database;
    const Clock &m_clock;
    Recheck m_recheck;
};

QString deletionStageName(DeletionStage::Stage stage); // "unpublished", "trashed", "purged"
QString deletionMeansName(DeletionStage::Means means); // "", "serverTree", "unpublished"
std::optional<DeletionStage::Means> deletionMeansFromName(const QString &name);

} // namespace letopis
