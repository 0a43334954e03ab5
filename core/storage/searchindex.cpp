#include "core/storage/searchindex.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

template <>
SearchDocument fromRow(const Row &row)
{
    return {.title = row.get<QString>("title"_L1),
            .meeting = row.get<QString>("meeting"_L1),
            .description = row.get<QString>("description"_L1),
            .people = row.get<QString>("people"_L1),
            .metadata = row.get<QString>("metadata"_L1)};
}

namespace {
Values valuesOf(qint64 recordingId, const SearchDocument &document)
{
    return {recordingId, document.title, document.meeting, document.description, document.people, document.metadata};
}

Result<> executed(const Result<Executed> &result)
{
    return result ? Result<>{} : Result<>{result.error()};
}

Result<> addToIndex(Connection &connection, qint64 recordingId, const SearchDocument &document)
{
    static const Statement insert{"search.index"_L1,
                                  u"INSERT INTO search_index (rowid, title, meeting, description, people, metadata) "
                                  "VALUES (?, ?, ?, ?, ?, ?)"_s};
    return executed(connection.execute(insert, valuesOf(recordingId, document)));
}

// FTS5 keeps no text of its own: to forget a document it has to be told what it was.
Result<> removeFromIndex(Connection &connection, qint64 recordingId, const SearchDocument &document)
{
    static const Statement erase{
        "search.unindex"_L1,
        u"INSERT INTO search_index (search_index, rowid, title, meeting, description, people, metadata) "
        "VALUES ('delete', ?, ?, ?, ?, ?, ?)"_s};
    return executed(connection.execute(erase, valuesOf(recordingId, document)));
}
} // namespace

Result<> insertSearchDocument(Connection &connection, qint64 recordingId, const SearchDocument &document)
{
    static const Statement insert{
        "search.insert"_L1,
        u"INSERT INTO search_document (recording_id, title, meeting, description, people, metadata) "
        "VALUES (?, ?, ?, ?, ?, ?)"_s};
    return executed(connection.execute(insert, valuesOf(recordingId, document)));
}

Result<> indexInserted(Connection &connection, qint64 firstRecordingId, qint64 lastRecordingId)
{
    static const Statement insert{
        "search.indexInserted"_L1,
        u"INSERT INTO search_index (rowid, title, meeting, description, people, metadata) "
        "SELECT recording_id, title, meeting, description, people, metadata FROM search_document "
        "WHERE recording_id BETWEEN ? AND ?"_s};
    return executed(connection.execute(insert, Values{firstRecordingId, lastRecordingId}));
}

Result<SearchDocument> readSearchDocument(Connection &connection, qint64 recordingId)
{
    static const Statement select{"search.read"_L1,
                                  u"SELECT title, meeting, description, people, metadata FROM search_document "
                                  "WHERE recording_id = :id"_s};
    const Result<std::optional<SearchDocument>> found =
        connection.selectOne<SearchDocument>(select, {{":id"_L1, recordingId}});
    if (!found)
        return found.error();
    if (!found.value())
        return Error{ErrorKind::NotFound, u"a recording has no search document"_s, QString::number(recordingId), {}};
    return *found.value();
}

Result<> updateSearchDocument(Connection &connection, qint64 recordingId, const SearchDocument &before,
                              const SearchDocument &after)
{
    if (before == after)
        return {};
    if (Result<> removed = removeFromIndex(connection, recordingId, before); !removed)
        return removed;
    static const Statement update{
        "search.update"_L1,
        u"UPDATE search_document SET title = ?, meeting = ?, description = ?, people = ?, metadata = ? "
        "WHERE recording_id = ?"_s};
    Values values = valuesOf(recordingId, after);
    values.append(values.takeFirst());
    if (Result<> updated = executed(connection.execute(update, values)); !updated)
        return updated;
    return addToIndex(connection, recordingId, after);
}

} // namespace letopis
