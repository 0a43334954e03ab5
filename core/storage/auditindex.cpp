#include "core/storage/auditindex.h"

#include "core/base/textfolding.h"
#include "core/storage/auditrepository.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
struct Waiting
{
    qint64 sequence = 0;
    QString actor;
    QString action;
    QByteArray details;
    QByteArray origin;
};

void appendWords(QString &text, const QJsonValue &value)
{
    if (value.isString() || value.isDouble())
        text += value.toVariant().toString() + u' ';
    for (const QJsonValue &member : value.toArray())
        appendWords(text, member);
    const QJsonObject object = value.toObject();
    for (const QJsonValue &member : object)
        appendWords(text, member);
}

QString wordsOf(const Waiting &event)
{
    QString text = event.actor + u' ' + event.action + u' ';
    for (const QByteArray &json : {event.details, event.origin}) {
        const QJsonDocument document = QJsonDocument::fromJson(json);
        appendWords(text, document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()));
    }
    return searchFolded(text);
}

Result<qint64> indexedUpTo(Connection &connection)
{
    qint64 upTo = 0;
    const Result<> read = connection.forEachRaw({"auditIndex.upTo"_L1, u"SELECT sequence FROM audit_indexed"_s}, {},
                                                [&upTo](const QSqlQuery &row) { upTo = row.value(0).toLongLong(); });
    return read ? Result<qint64>(upTo) : Result<qint64>(read.error());
}

Result<> setIndexedUpTo(Connection &connection, qint64 upTo)
{
    const Result<Executed> set = connection.execute({"auditIndex.setUpTo"_L1, u"UPDATE audit_indexed SET sequence = ?"_s}, Values{upTo});
    return set ? Result<>() : Result<>(set.error());
}

Result<> addFacets(Connection &connection, const QString &kind, const QHash<QString, qint64> &counts)
{
    static const Statement add{"auditIndex.facet"_L1, u"INSERT INTO audit_facet (kind, value, count) VALUES (?, ?, ?) "
                                                      "ON CONFLICT (kind, value) DO UPDATE SET count = count + excluded.count"_s};
    for (auto each = counts.begin(); each != counts.end(); ++each) {
        if (const Result<Executed> added = connection.execute(add, Values{kind, each.key(), each.value()}); !added)
            return added.error();
    }
    return {};
}

Result<std::vector<Waiting>> nextEvents(Connection &connection, qint64 after, qint64 most)
{
    static const Statement next{"auditIndex.next"_L1, u"SELECT sequence, actor, action, details, origin FROM audit_event "
                                                      "WHERE sequence > :after ORDER BY sequence LIMIT :most"_s};
    std::vector<Waiting> events;
    const Result<> read = connection.forEachRaw(next, {{":after"_L1, after}, {":most"_L1, most}}, [&events](const QSqlQuery &row) {
        events.push_back({row.value(0).toLongLong(), row.value(1).toString(), row.value(2).toString(), row.value(3).toString().toUtf8(),
                          row.value(4).toString().toUtf8()});
    });
    return read ? Result<std::vector<Waiting>>(std::move(events)) : Result<std::vector<Waiting>>(read.error());
}
} // namespace

Result<qint64> eventsToIndex(Connection &connection)
{
    const Result<qint64> upTo = indexedUpTo(connection);
    const Result<AuditHead> head = readAuditHead(connection);
    if (!upTo || !head)
        return upTo ? head.error() : upTo.error();
    return std::max<qint64>(0, head->sequence - *upTo);
}

Result<qint64> indexEvents(Connection &connection, qint64 most)
{
    const Result<qint64> upTo = indexedUpTo(connection);
    if (!upTo)
        return upTo;
    const Result<std::vector<Waiting>> events = nextEvents(connection, *upTo, most);
    if (!events)
        return events.error();
    if (events->empty())
        return 0;
    static const Statement insert{"auditIndex.insert"_L1, u"INSERT INTO audit_search (rowid, text) VALUES (?, ?)"_s};
    QHash<QString, qint64> actors;
    QHash<QString, qint64> actions;
    for (const Waiting &event : *events) {
        if (const Result<Executed> done = connection.executeWith(insert, event.sequence, wordsOf(event)); !done)
            return done.error();
        ++actors[event.actor];
        ++actions[event.action];
    }
    for (const auto &[kind, counts] : {std::pair(u"actor"_s, &actors), std::pair(u"action"_s, &actions)}) {
        if (Result<> added = addFacets(connection, kind, *counts); !added)
            return added.error();
    }
    if (Result<> set = setIndexedUpTo(connection, events->back().sequence); !set)
        return set.error();
    return eventsToIndex(connection);
}

Result<> forgetIndexedEvents(Connection &connection, qint64 upTo)
{
    for (const QString &sql : {u"INSERT INTO audit_search (audit_search) VALUES ('delete-all')"_s, u"DELETE FROM audit_facet"_s}) {
        if (const Result<Executed> done = connection.execute({"auditIndex.forget"_L1, sql}, Values{}); !done)
            return done.error();
    }
    return setIndexedUpTo(connection, upTo);
}

Result<AuditFacets> readAuditFacets(Connection &connection)
{
    static const Statement select{"auditIndex.facets"_L1, u"SELECT kind, value, count FROM audit_facet ORDER BY value"_s};
    AuditFacets facets;
    const Result<> read = connection.forEachRaw(select, {}, [&facets](const QSqlQuery &row) {
        QList<AuditFacet> &list = row.value(0).toString() == "actor"_L1 ? facets.actors : facets.actions;
        list += AuditFacet{row.value(1).toString(), row.value(2).toLongLong()};
    });
    return read ? Result<AuditFacets>(facets) : Result<AuditFacets>(read.error());
}

} // namespace letopis
