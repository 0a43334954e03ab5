#include "core/storage/customfields.h"

#include "core/storage/auditrepository.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

template <>
FieldDefinition fromRow(const Row &row)
{
    FieldDefinition definition;
    definition.id = field::customPrefix + row.get<QString>("key"_L1);
    definition.label = row.get<QString>("label"_L1);
    definition.type = fieldTypeFromName(row.get<QString>("type"_L1)).value_or(FieldType::Line);
    for (const QJsonValue &choice : QJsonDocument::fromJson(row.get<QString>("choices"_L1).toUtf8()).array())
        definition.choices += choice.toString();
    definition.position = row.get<int>("position"_L1);
    definition.isArchived = row.get<bool>("is_archived"_L1);
    return definition;
}

namespace {
Result<> journalDefinition(Connection &connection, const Actor &actor, const FieldDefinition &definition,
                           const FieldDefinition *old, qint64 nowMs)
{
    AuditEvent event;
    event.atMs = nowMs;
    event.actor = actor.login;
    event.action = old ? u"customField.changed"_s : u"customField.added"_s;
    const auto describe = [](const FieldDefinition &one) {
        return QJsonObject{{u"label"_s, one.label},
                           {u"type"_s, fieldTypeName(one.type)},
                           {u"choices"_s, QJsonArray::fromStringList(one.choices)},
                           {u"archived"_s, one.isArchived}};
    };
    QJsonObject details = describe(definition);
    details.insert(u"key"_s, definition.id.sliced(field::customPrefix.size()));
    if (old)
        details.insert(u"before"_s, describe(*old));
    event.details = QJsonDocument(details).toJson(QJsonDocument::Compact);
    return AuditRepository::append(connection, event);
}
} // namespace

Result<QList<FieldDefinition>> readFieldDefinitions(Connection &connection, bool withArchived)
{
    static const Statement select{
        "field.definitions"_L1,
        u"SELECT key, label, type, choices, position, is_archived FROM custom_field ORDER BY position, key"_s};
    const Result<std::vector<FieldDefinition>> custom = connection.select<FieldDefinition>(select);
    if (!custom)
        return custom.error();
    QList<FieldDefinition> all = builtInFields();
    for (const FieldDefinition &one : *custom) {
        if (withArchived || !one.isArchived)
            all += one;
    }
    return all;
}

Result<> storeFieldDefinition(Connection &connection, const Actor &actor, const FieldDefinition &definition, qint64 nowMs)
{
    if (problemIn(definition))
        return Error{ErrorKind::InvalidInput, u"not a usable field definition"_s, definition.label, {}};
    const Result<QList<FieldDefinition>> all = readFieldDefinitions(connection, true);
    if (!all)
        return all.error();
    const FieldDefinition *old = definitionIn(*all, definition.id);
    if (old && old->type != definition.type)
        return Error{ErrorKind::AlreadyExists, u"the field exists with another type"_s, definition.label, {}};
    static const Statement store{
        "field.store"_L1,
        u"INSERT INTO custom_field (key, label, type, choices, position, is_archived) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (key) DO UPDATE SET label = excluded.label, choices = excluded.choices, "
        "position = excluded.position, is_archived = excluded.is_archived"_s};
    const QByteArray choices = QJsonDocument(QJsonArray::fromStringList(definition.choices)).toJson(QJsonDocument::Compact);
    const Result<Executed> stored = connection.execute(
        store, Values{definition.id.sliced(field::customPrefix.size()), definition.label.trimmed(),
                      fieldTypeName(definition.type), QString::fromUtf8(choices), definition.position,
                      definition.isArchived ? 1 : 0});
    if (!stored)
        return stored.error();
    return journalDefinition(connection, actor, definition, old, nowMs);
}

const FieldDefinition *definitionIn(const QList<FieldDefinition> &all, const QString &id)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const FieldDefinition &one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace letopis
