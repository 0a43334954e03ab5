#pragma once

#include "core/storage/connection.h"
#include "core/storage/recordingtexts.h"

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

SearchDocument searchDocumentFrom(const RecordingTexts &texts); // without people

// Inside the caller's transaction. Not by triggers: there FTS5 writes its buffer out for every row.
Result<> insertSearchDocument(Connection &connection, qint64 recordingId, const RecordingTexts &texts);
Result<SearchDocument> readSearchDocument(Connection &connection, qint64 recordingId); // NotFound
Result<> updateSearchDocument(Connection &connection, qint64 recordingId, const SearchDocument &before,
                              const SearchDocument &after);

} // namespace letopis
