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

SearchDocument searchDocumentFrom(const RecordingTexts &texts)
{
    using T = RecordingTexts;
    return {.title = QString::fromUtf8(texts[T::SearchTitle]),
            .meeting = QString::fromUtf8(texts[T::SearchMeeting]),
            .description = QString::fromUtf8(texts[T::SearchDescription]),
            .people = u""_s,
            .metadata = QString::fromUtf8(texts[T::SearchMetadata])};
}

Result<> insertSearchDocument(Connection &connection, qint64 recordingId, const RecordingTexts &texts)
{
    static const Statement insert{
        "search.insert"_L1, u"INSERT INTO search_index (rowid, title, meeting, description, people, metadata) "
                            "VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), '', CAST(? AS TEXT))"_s};
    using T = RecordingTexts;
    const Result<Executed> inserted =
        connection.executeWith(insert, recordingId, texts[T::SearchTitle], texts[T::SearchMeeting],
                               texts[T::SearchDescription], texts[T::SearchMetadata]);
    return inserted ? Result<>{} : Result<>{inserted.error()};
}

Result<SearchDocument> readSearchDocument(Connection &connection, qint64 recordingId)
{
    static const Statement select{"search.read"_L1,
                                  u"SELECT title, meeting, description, people, metadata FROM search_index "
                                  "WHERE rowid = :id"_s};
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
    static const Statement update{
        "search.update"_L1,
        u"UPDATE search_index SET title = ?, meeting = ?, description = ?, people = ?, metadata = ? WHERE rowid = ?"_s};
    const Result<Executed> updated = connection.execute(
        update, Values{after.title, after.meeting, after.description, after.people, after.metadata, recordingId});
    return updated ? Result<>{} : Result<>{updated.error()};
}

} // namespace letopis
