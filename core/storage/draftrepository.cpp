#include "core/storage/draftrepository.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

template <>
FormDraft fromRow(const Row &row)
{
    return {.recording = {row.get<qint64>("recording_id"_L1)},
            .form = row.get<QString>("form"_L1),
            .content = row.get<QString>("content"_L1).toUtf8(),
            .since = fromUtcMs(row.get<qint64>("began_at_ms"_L1)),
            .savedAt = fromUtcMs(row.get<qint64>("saved_at_ms"_L1))};
}

template <>
RecordingId fromRow(const Row &row)
{
    return {row.get<qint64>("recording_id"_L1)};
}

namespace {
Result<bool> isRecording(Connection &connection, RecordingId id)
{
    static const Statement statement{"draft.recording"_L1, u"SELECT id AS recording_id FROM recording WHERE id = :id"_s};
    const auto found = connection.selectOne<RecordingId>(statement, {{":id"_L1, id.value}});
    if (!found)
        return found.error();
    return found->has_value();
}

Result<bool> checked(Connection &connection, RecordingId id, const QByteArray &content)
{
    if (content.size() > largestFormDraft)
        return Error{ErrorKind::InvalidInput, u"the draft is larger than 16 MiB"_s, {}, {}};
    const Result<bool> known = id.isValid() ? isRecording(connection, id) : Result<bool>(true);
    if (known && !*known)
        return Error{ErrorKind::InvalidInput, u"a draft of an unknown recording"_s, {}, {}};
    return known;
}

Result<QList<FormDraft>> dialogDrafts(Connection &connection, const QString &author)
{
    static const Statement statement{"draft.dialogs"_L1,
                                     u"SELECT 0 AS recording_id, form, content, began_at_ms, saved_at_ms FROM dialog_draft "
                                     "WHERE author = :author ORDER BY form"_s};
    auto rows = connection.select<FormDraft>(statement, {{":author"_L1, author}});
    if (!rows)
        return rows.error();
    return QList<FormDraft>(rows->begin(), rows->end());
}

Result<bool> keepDialog(Connection &connection, const QString &author, const FormDraft &draft)
{
    static const Statement replace{"draft.replaceDialog"_L1,
                                   u"UPDATE dialog_draft SET content = ?, saved_at_ms = ? WHERE author = ? AND form = ?"_s};
    const QString text = QString::fromUtf8(draft.content);
    const qint64 now = toUtcMs(draft.savedAt);
    const auto replaced = connection.execute(replace, Values{text, now, author, draft.form});
    if (!replaced)
        return replaced.error();
    if (replaced->rowsAffected > 0)
        return true;
    static const Statement insert{"draft.insertDialog"_L1,
                                  u"INSERT INTO dialog_draft (author, form, content, began_at_ms, saved_at_ms) VALUES (?, ?, ?, ?, ?)"_s};
    const auto inserted = connection.execute(insert, Values{author, draft.form, text, now, now});
    if (!inserted)
        return inserted.error();
    return false;
}

Result<bool> removeDialog(Connection &connection, const QString &author, const QString &form)
{
    static const Statement statement{"draft.removeDialog"_L1, u"DELETE FROM dialog_draft WHERE author = ? AND form = ?"_s};
    const auto removed = connection.execute(statement, Values{author, form});
    if (!removed)
        return removed.error();
    return removed->rowsAffected > 0;
}
} // namespace

QFuture<Result<QList<FormDraft>>> DraftRepository::drafts(const Actor &actor, RecordingId id) const
{
    return m_database.read([author = actor.login, id](Connection &connection) -> Result<QList<FormDraft>> {
        if (!id.isValid())
            return dialogDrafts(connection, author);
        static const Statement statement{"draft.list"_L1,
                                         u"SELECT recording_id, form, content, began_at_ms, saved_at_ms FROM form_draft "
                                         "WHERE author = :author AND recording_id = :id ORDER BY form"_s};
        auto rows = connection.select<FormDraft>(statement, {{":author"_L1, author}, {":id"_L1, id.value}});
        if (!rows)
            return rows.error();
        return QList<FormDraft>(rows->begin(), rows->end());
    });
}

QFuture<Result<QList<FormDraft>>> DraftRepository::overview(const Actor &actor) const
{
    return m_database.read([author = actor.login](Connection &connection) -> Result<QList<FormDraft>> {
        static const Statement statement{"draft.overview"_L1,
                                         u"SELECT recording_id, form, '' AS content, began_at_ms, saved_at_ms FROM form_draft "
                                         "WHERE author = :author ORDER BY began_at_ms, recording_id, form"_s};
        auto rows = connection.select<FormDraft>(statement, {{":author"_L1, author}});
        if (!rows)
            return rows.error();
        return QList<FormDraft>(rows->begin(), rows->end());
    });
}

QFuture<Result<bool>> DraftRepository::keep(const Actor &actor, RecordingId id, const QString &form, const QByteArray &content)
{
    const qint64 now = toUtcMs(m_clock.now());
    return m_database.writeDurably([author = actor.login, id, form, content, now](Connection &connection) -> Result<bool> {
        const Result<bool> checks = checked(connection, id, content);
        if (!checks)
            return checks.error();
        if (!id.isValid())
            return keepDialog(connection, author, {.recording = {}, .form = form, .content = content, .since = {}, .savedAt = fromUtcMs(now)});
        static const Statement replace{"draft.replace"_L1, u"UPDATE form_draft SET content = ?, saved_at_ms = ? "
                                                           "WHERE author = ? AND recording_id = ? AND form = ?"_s};
        const QString text = QString::fromUtf8(content);
        const auto replaced = connection.execute(replace, Values{text, now, author, id.value, form});
        if (!replaced)
            return replaced.error();
        if (replaced->rowsAffected > 0)
            return true;
        static const Statement insert{"draft.insert"_L1,
                                      u"INSERT INTO form_draft (author, recording_id, form, content, began_at_ms, saved_at_ms) "
                                      "VALUES (?, ?, ?, ?, ?, ?)"_s};
        const auto inserted = connection.execute(insert, Values{author, id.value, form, text, now, now});
        if (!inserted)
            return inserted.error();
        return false;
    });
}

QFuture<Result<bool>> DraftRepository::remove(const Actor &actor, RecordingId id, const QString &form)
{
    return m_database.writeDurably([author = actor.login, id, form](Connection &connection) -> Result<bool> {
        if (!id.isValid())
            return removeDialog(connection, author, form);
        static const Statement statement{"draft.remove"_L1,
                                         u"DELETE FROM form_draft WHERE author = ? AND recording_id = ? AND form = ?"_s};
        const auto removed = connection.execute(statement, Values{author, id.value, form});
        if (!removed)
            return removed.error();
        return removed->rowsAffected > 0;
    });
}

} // namespace letopis
