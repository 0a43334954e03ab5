#include "core/storage/auditpages.h"

#include "core/storage/auditrepository.h"
#include "core/storage/searchtext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

template <>
AuditEvent fromRow(const Row &row); // auditrepository.cpp

template <>
AuditEntry fromRow(const Row &row)
{
    return {.event = fromRow<AuditEvent>(row),
            .serverName = row.get<QString>("server_name"_L1),
            .recordingTitle = row.get<QString>("recording_title"_L1)};
}

namespace {
constexpr qsizetype mostValues = 100; // of one list

const QString columns = u"e.sequence, e.at_ms, e.actor, e.action, e.server_id, e.recording_id, e.details, e.previous_hash, e.hash, e.origin"_s;

// The conditions of a query, bound to names; texts never become SQL.
class Terms
{
public:
    Terms(const AuditQuery &query, bool withHolds)
    {
        m_match = matchExpression(query.text);
        hasText = !query.text.trimmed().isEmpty();
        if (hasText) {
            bindings += {":text"_L1, m_match};
            m_where += u"audit_search MATCH :text"_s;
        }
        if (query.recording.value)
            equals(u"e.recording_id"_s, ":recording"_L1, query.recording.value);
        if (query.server.value)
            equals(u"e.server_id"_s, ":server"_L1, query.server.value);
        if (query.sinceMs) {
            m_where += u"e.at_ms >= :since"_s;
            bindings += {":since"_L1, query.sinceMs};
        }
        if (query.untilMs) {
            m_where += u"e.at_ms < :until"_s;
            bindings += {":until"_L1, query.untilMs};
        }
        if (!query.actors.isEmpty())
            anyOf(u"e.actor = v.value"_s, ":actors"_L1, query.actors);
        if (!withHolds)
            m_where += u"e.action NOT IN ('retention.held', 'retention.released')"_s;
        if (!query.actions.isEmpty()) {
            anyOf(u"(e.action = v.value OR (substr(v.value, -1) = '.' AND substr(e.action, 1, length(v.value)) = v.value))"_s, ":actions"_L1,
                  query.actions);
        }
    }

    void sequence(const QString &condition, QLatin1StringView name, qint64 value)
    {
        m_where += (hasText ? u"f.rowid "_s : u"e.sequence "_s) + condition;
        bindings += {name, value};
    }
    QString where() const { return m_where.isEmpty() ? QString() : u" WHERE "_s + m_where.join(u" AND "_s); }
    QString from() const
    {
        return hasText ? u" FROM audit_search f CROSS JOIN audit_event e ON e.sequence = f.rowid"_s : u" FROM audit_event e"_s;
    }
    QString key() const { return hasText ? u"f.rowid"_s : u"e.sequence"_s; }
    // Punctuation only: FTS5 would call it an error.
    bool findsNothing() const { return hasText && m_match.isEmpty(); }

    Bindings bindings;
    bool hasText = false;

private:
    void equals(const QString &column, QLatin1StringView name, qint64 value)
    {
        m_where += column + u" = "_s + name;
        bindings += {name, value};
    }
    void anyOf(const QString &condition, QLatin1StringView name, const QStringList &values)
    {
        m_where += u"EXISTS (SELECT 1 FROM json_each(%1) v WHERE %2)"_s.arg(name, condition);
        bindings += {name, QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(values.mid(0, mostValues))).toJson(QJsonDocument::Compact))};
    }

    QStringList m_where;
    QString m_match;
};
} // namespace

Result<AuditPage> readAuditPage(Connection &connection, const AuditQuery &query, qint64 after, int limit, bool withHolds)
{
    return connection.transaction([&]() -> Result<AuditPage> {
        const Result<AuditHead> head = readAuditHead(connection);
        if (!head)
            return head.error();
        AuditPage page;
        page.headSequence = head->sequence;
        Terms terms(query, withHolds);
        if (terms.findsNothing())
            return page;
        const bool isDown = query.order == AuditQuery::Order::NewestFirst;
        if (after > 0)
            terms.sequence(isDown ? u"< :after"_s : u"> :after"_s, ":after"_L1, after);
        terms.bindings += {":limit"_L1, limit + 1};
        const QString sql = u"SELECT "_s + columns + u", coalesce(s.name, '') AS server_name, coalesce(r.name, '') AS recording_title"_s + terms.from()
            + u" LEFT JOIN server s ON s.id = e.server_id LEFT JOIN recording r ON r.id = e.recording_id"_s + terms.where() + u" ORDER BY "_s + terms.key()
            + (isDown ? u" DESC"_s : QString()) + u" LIMIT :limit"_s;
        Result<std::vector<AuditEntry>> rows = connection.select<AuditEntry>({"audit.find"_L1, sql}, terms.bindings);
        if (!rows)
            return rows.error();
        const bool hasMore = std::ssize(*rows) > limit;
        if (hasMore)
            rows->pop_back();
        page.entries = QList<AuditEntry>(std::make_move_iterator(rows->begin()), std::make_move_iterator(rows->end()));
        page.next = hasMore ? page.entries.constLast().event.sequence : 0;
        return page;
    });
}

Result<std::vector<qint64>> matchingSequences(Connection &connection, const AuditScan &scan)
{
    std::vector<qint64> found;
    Terms terms(scan.query, scan.withHolds);
    if (terms.findsNothing())
        return found;
    terms.sequence(u">= :first"_s, ":first"_L1, scan.first);
    terms.sequence(u"<= :last"_s, ":last"_L1, scan.last);
    const QString sql = u"SELECT "_s + terms.key() + terms.from() + terms.where() + u" ORDER BY "_s + terms.key();
    const Result<> read = connection.forEachRaw({"audit.matching"_L1, sql}, terms.bindings,
                                                [&found](const QSqlQuery &row) { found.push_back(row.value(0).toLongLong()); });
    return read ? Result<std::vector<qint64>>(std::move(found)) : Result<std::vector<qint64>>(read.error());
}

Result<std::vector<AuditEvent>> readAuditEvents(Connection &connection, qint64 first, qint64 last)
{
    static const Statement select{"audit.range"_L1, u"SELECT "_s + columns + u" FROM audit_event e WHERE e.sequence BETWEEN :first AND :last "
                                                                             "ORDER BY e.sequence"_s};
    return connection.select<AuditEvent>(select, {{":first"_L1, first}, {":last"_L1, last}});
}

Result<AuditEvent> readAuditEvent(Connection &connection, qint64 sequence)
{
    Result<std::vector<AuditEvent>> found = readAuditEvents(connection, sequence, sequence);
    if (!found)
        return found.error();
    if (found->empty())
        return Error{ErrorKind::NotFound, u"the journal has no such event"_s, QString::number(sequence), {}};
    return std::move(found->front());
}

} // namespace letopis
