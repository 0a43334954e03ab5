#pragma once

#include "core/storage/connection.h"

namespace letopis {

// What the full-text index holds of a recording; folded (searchtext.h).
struct SearchDocument
{
    QString title;
    QString meeting;
    QString description;
    QString people;
    QString metadata;

    friend bool operator==(const SearchDocument &, const SearchDocument &) = default;
};

// The table search_document and the index over it, kept in step inside the caller's transaction. Not by triggers: there
// FTS5 writes its buffer out for every row.
//
// New documents are inserted one by one and then indexed together, in the same transaction.
Result<> insertSearchDocument(Connection &connection, qint64 recordingId, const SearchDocument &document);
Result<> indexInserted(Connection &connection, qint64 firstRecordingId, qint64 lastRecordingId);
Result<SearchDocument> readSearchDocument(Connection &connection, qint64 recordingId); // NotFound
Result<> updateSearchDocument(Connection &connection, qint64 recordingId, const SearchDocument &before,
                              const SearchDocument &after);

} // namespace letopis
