#pragma once

#include "core/domain/recordingquery.h"
#include "core/storage/database.h"
#include "core/storage/visibility.h"

#include <stop_token>

namespace letopis {

// Reads recordings. Any thread. `stop` is looked at before a query runs: a newer search stops the older one.
class RecordingRepository
{
public:
    // Without `visibility` nobody's rights can be asked for: queries that do are refused.
    explicit RecordingRepository(Database &database, std::shared_ptr<Visibility> visibility = nullptr)
        : m_database(database)
        , m_visibility(std::move(visibility))
    {
    }

    // One page after the cursor (empty: from the start). Every column pages by key in both orders; server, formats and
    // state go on by start time; the id breaks ties. Only what the viewer can see; no viewer: everything. InvalidInput: the
    // cursor is none of this query's.
    QFuture<Result<RecordingPage>> page(const RecordingQuery &query, const QByteArray &after, int limit,
                                        std::stop_token stop = {}, std::optional<PersonId> viewer = {}) const;
    QFuture<Result<qint64>> count(const RecordingQuery &query, std::stop_token stop = {},
                                  std::optional<PersonId> viewer = {}) const;
    // NotFound, also where the viewer cannot see it; breakout rooms they cannot see are nameless.
    QFuture<Result<RecordingDetails>> details(RecordingId id, std::optional<PersonId> viewer = {}) const;
    QFuture<Result<QList<RecordingRow>>> rows(const QList<RecordingId> &ids) const; // those that exist; the first 500
    // The server's recordID, or the catalog's own number. Where servers share an id: not gone before gone, then newest.
    // Among what the viewer can see. NotFound
    QFuture<Result<RecordingId>> find(const QString &text, std::optional<PersonId> viewer = {}) const;
    // Format types that occur, sorted.
    QFuture<Result<QStringList>> knownFormats() const;
    QFuture<Result<>> markSeen(RecordingId id);

private:
    Database &m_database;
    std::shared_ptr<Visibility> m_visibility;
};

} // namespace letopis
