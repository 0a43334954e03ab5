#pragma once

#include "core/base/clock.h"
#include "core/domain/actor.h"
#include "core/storage/database.h"
#include "core/storage/filestore.h"
#include "core/storage/materialexchange.h"

namespace letopis {

// Materials in the catalog. Every change of a person's is one transaction with its journal line, and waits for the server from
// then on. Any thread.
class MaterialRepository
{
public:
    MaterialRepository(Database &database, FileStore store, const Clock &clock)
        : m_database(database)
        , m_store(std::move(store))
        , m_clock(clock)
    {
    }

    const FileStore &store() const { return m_store; }
    QDateTime now() const { return m_clock.now(); }

    QFuture<Result<QList<Material>>> materials(RecordingId id, bool withTrash) const; // by position; NotFound
    QFuture<Result<Material>> material(MaterialId id) const;                          // NotFound
    QFuture<Result<MaterialPlace>> place(RecordingId id) const;                       // NotFound

    // The content is in the store already. Who and when are filled in.
    QFuture<Result<MaterialId>> add(const Actor &actor, RecordingId recording, MaterialVersion first);
    QFuture<Result<>> addVersion(const Actor &actor, MaterialId id, MaterialVersion next);
    // InvalidInput: no name, a text too long.
    QFuture<Result<>> change(const Actor &actor, MaterialId id, const MaterialChange &change);
    QFuture<Result<>> setOrder(const Actor &actor, RecordingId recording, const QList<MaterialId> &order);
    QFuture<Result<>> setTrashed(const Actor &actor, MaterialId id, bool isTrashed);

    // For the exchange with servers.
    // Recordings of which something is, or was, on the server.
    QFuture<Result<QList<MaterialPlace>>> placesOnServer(ServerId server) const;
    QFuture<Result<QList<MaterialPlace>>> placesNamed(ServerId server, const QStringList &externalIds) const;
    QFuture<Result<QList<StoredMaterial>>> stored(RecordingId recording) const;
    QFuture<Result<StoredMaterial>> stored(MaterialId id) const; // NotFound
    QFuture<Result<QList<StoredMaterial>>> due(ServerId server, MaterialId after, int limit) const;
    QFuture<Result<QList<ServerId>>> serversWithDue() const;
    QFuture<Result<qint64>> countWaiting(ServerId server) const;
    QFuture<Result<>> hasten(ServerId server); // all that waits is due now

    using Absorbed = AbsorbedMaterial;
    // What the server says of one material, known or not: merged into the catalog.
    QFuture<Result<Absorbed>> absorb(const Actor &actor, const MaterialPlace &place, const MaterialDescription &theirs);
    QFuture<Result<>> markOnServer(MaterialId id, const MaterialVersion &version);
    // Before it is written: settle() follows, unless the answer is lost, and the material waits until then.
    QFuture<Result<>> expect(MaterialId id, const MaterialDescription &sent);
    QFuture<Result<>> settle(MaterialId id, const MaterialDescription &written);
    QFuture<Result<>> lose(MaterialId id, const LostMaterial &lost);
    // Of one that does not wait; empty: none any more.
    QFuture<Result<>> tellProblem(MaterialId id, const QString &problem);
    // Later, twice as long each time.
    QFuture<Result<>> postpone(MaterialId id, const QString &problem);
    // A content came into the profile, or is gone from it.
    QFuture<Result<>> markLocal(const QByteArray &sha256, bool isLocal);

    // After the recording was purged: its materials are in the trash and no longer exchanged, and contents that no other
    // recording's material has leave this profile, with the copies of them that programs opened. Tells how many files that were.
    struct RemovedContents
    {
        qint64 files = 0;
        qint64 bytes = 0;
        int changedCopies = 0; // that a program saved into: somebody's work, which stays
    };
    QFuture<Result<RemovedContents>> removeContentsOf(RecordingId recording);

private:
    Database &m_database;
    const FileStore m_store;
    const Clock &m_clock;
};

} // namespace letopis
