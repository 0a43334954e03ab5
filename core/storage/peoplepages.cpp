#include "core/storage/peoplepages.h"

#include "core/storage/personrows.h"
#include "core/storage/rolerows.h"
#include "core/storage/searchtext.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int largestPage = 1000;
constexpr qsizetype mostWords = 8;

// Groups are followed downwards once for a query; people are then looked up in what was found.
struct PeopleSql
{
    QStringList closures;
    QStringList conditions;
    Bindings bindings;
    QList<QByteArray> names; // what the bindings' names point into

    QLatin1StringView name(const QByteArray &wanted)
    {
        names += wanted;
        return QLatin1StringView(names.last());
    }
    QString start() const { return closures.isEmpty() ? QString() : u"WITH RECURSIVE "_s + closures.join(u", "_s) + u' '; }
    QString where() const { return conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s); }
};

QString closure(const QString &name, const QString &seed)
{
    return u"%1(group_id) AS (%2 UNION SELECT g.member_id FROM %1 JOIN group_group g ON g.group_id = %1.group_id)"_s.arg(name, seed);
}

QString isIn(const QString &groups)
{
    return u"EXISTS (SELECT 1 FROM group_person m WHERE m.person_id = p.id AND m.group_id IN (SELECT group_id FROM %1))"_s.arg(groups);
}

void addRole(PeopleSql &sql, Role role)
{
    const qint64 group = idOf(groupOf(role)).value; // those of higher roles come before it
    if (role != Role::Viewer) {
        sql.closures += closure(u"this_role"_s, u"VALUES (%1)"_s.arg(group));
        sql.conditions += isIn(u"this_role"_s);
    }
    QStringList higher;
    for (qint64 one = 1; one < group; ++one)
        higher += u"(%1)"_s.arg(one);
    if (higher.isEmpty())
        return;
    sql.closures += closure(u"higher_roles"_s, u"VALUES "_s + higher.join(u", "_s));
    sql.conditions += u"NOT "_s + isIn(u"higher_roles"_s);
}

void addText(PeopleSql &sql, const QString &text)
{
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts).mid(0, mostWords);
    for (qsizetype at = 0; at < words.size(); ++at) {
        const QString number = QString::number(at);
        const auto bind = [&](char letter, const QString &value) {
            const QLatin1StringView name = sql.name(":" + QByteArray(1, letter) + number.toLatin1());
            sql.bindings.emplaceBack(name, value);
        };
        QString condition = u"instr(' ' || replace(p.sort_key, '-', ' '), :n%1) > 0"_s;
        bind('n', u' ' + sortKey(words[at]).replace(u'-', u' '));
        if (const QString key = loginKey(words[at]); !key.isEmpty()) {
            condition += u" OR instr(p.login_key, :l%1) = 1 OR instr(p.email_key, :e%1) = 1"_s;
            bind('l', key);
            bind('e', key);
        }
        sql.conditions += u"("_s + condition.arg(number) + u')';
    }
}

PeopleSql sqlFor(const PeopleQuery &query)
{
    PeopleSql sql;
    if (query.group) {
        sql.closures += closure(u"members"_s, u"SELECT id FROM person_group WHERE id = :group"_s);
        sql.conditions += isIn(u"members"_s);
        sql.bindings.emplaceBack(":group"_L1, query.group->value);
    }
    if (query.role)
        addRole(sql, *query.role);
    if (query.onlyWithLogin)
        sql.conditions += u"p.login_key <> ''"_s;
    addText(sql, query.text);
    return sql;
}

QString orderKey(PeopleOrder order)
{
    switch (order) {
    case PeopleOrder::Name: break;
    case PeopleOrder::Login: return u"CASE p.login_key WHEN '' THEN char(1114111) ELSE p.login_key END"_s;
    case PeopleOrder::Email: return u"CASE p.email_key WHEN '' THEN char(1114111) ELSE p.email_key END"_s;
    }
    return u"p.sort_key"_s;
}

QString orderIndex(PeopleOrder order)
{
    switch (order) {
    case PeopleOrder::Name: break;
    case PeopleOrder::Login: return u" INDEXED BY person_in_login_order"_s;
    case PeopleOrder::Email: return u" INDEXED BY person_in_email_order"_s;
    }
    return u" INDEXED BY person_by_name"_s;
}

// "id key"
Result<> continueAfter(PeopleSql &sql, const PeopleQuery &query, const QByteArray &after)
{
    if (after.isEmpty())
        return {};
    const qsizetype space = after.indexOf(' ');
    bool isNumber = false;
    const qint64 id = after.left(std::max(space, qsizetype(0))).toLongLong(&isNumber);
    if (!isNumber || !after.isValidUtf8())
        return Error{ErrorKind::InvalidInput, u"the cursor belongs to no page of this list"_s, {}, {}};
    sql.conditions += u"(%1, p.id) %2 (:afterKey, :afterId)"_s.arg(orderKey(query.order), query.isDescending ? u"<"_s : u">"_s);
    sql.bindings.emplaceBack(":afterKey"_L1, QString::fromUtf8(after.sliced(space + 1)));
    sql.bindings.emplaceBack(":afterId"_L1, id);
    return {};
}

Result<QHash<PersonId, int>> countGroups(Connection &connection, const QList<PersonId> &people)
{
    static const Statement select{"person.groupCounts"_L1,
                                  u"SELECT person_id, group_id FROM group_person WHERE person_id IN (SELECT value FROM json_each(:people))"_s};
    QHash<PersonId, int> counts;
    const Result<> read = connection.forEachRaw(select, {{":people"_L1, jsonArray(people)}}, [&](const QSqlQuery &row) {
        if (!isRoleGroup({row.value(1).toLongLong()}))
            ++counts[PersonId{row.value(0).toLongLong()}];
    });
    if (!read)
        return read.error();
    return counts;
}
} // namespace

Result<PeoplePage> readPeoplePage(Connection &connection, const PeopleQuery &query, const QByteArray &after, int wanted)
{
    PeopleSql sql = sqlFor(query);
    if (Result<> continued = continueAfter(sql, query, after); !continued)
        return continued.error();
    const int limit = std::clamp(wanted, 1, largestPage);
    sql.bindings.emplaceBack(":limit"_L1, limit);
    const QString key = orderKey(query.order);
    const QString direction = query.isDescending ? u"DESC"_s : u"ASC"_s;
    const QString index = orderIndex(query.order);
    const Statement select{"person.page"_L1, sql.start() + u"SELECT p.id, %1 FROM person p%2"_s.arg(key, index) + sql.where()
                                                 + u" ORDER BY %1 %2, p.id %2 LIMIT :limit"_s.arg(key, direction)};
    QList<PersonId> ids;
    QString lastKey;
    const Result<> read = connection.forEachRaw(select, sql.bindings, [&](const QSqlQuery &row) {
        ids += PersonId{row.value(0).toLongLong()};
        lastKey = row.value(1).toString();
    });
    if (!read)
        return read.error();
    const Result<QList<Person>> people = readPeople(connection, ids);
    if (!people)
        return people.error();
    const Result<QHash<PersonId, int>> groups = countGroups(connection, ids);
    if (!groups)
        return groups.error();
    const bool isFull = ids.size() == limit;
    return PeoplePage{.people = *people,
                      .next = isFull ? QByteArray::number(ids.last().value) + ' ' + lastKey.toUtf8() : QByteArray(),
                      .groupCounts = *groups};
}

Result<qint64> countPeople(Connection &connection, const PeopleQuery &query)
{
    const PeopleSql sql = sqlFor(query);
    const Statement select{"person.count"_L1, sql.start() + u"SELECT count(*) FROM person p"_s + sql.where()};
    qint64 count = 0;
    const Result<> read =
        connection.forEachRaw(select, sql.bindings, [&](const QSqlQuery &row) { count = row.value(0).toLongLong(); });
    if (!read)
        return read.error();
    return count;
}

} // namespace letopis
