#include "core/storage/metadatareading.h"

#include "core/storage/customfields.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
struct OutdatedRow
{
    QString field;
    QString value;
};

Result<> executed(const Result<Executed> &result)
{
    return result ? Result<>{} : Result<>{result.error()};
}
} // namespace

template <>
OutdatedRow fromRow(const Row &row)
{
    return {row.get<QString>("field"_L1), row.get<QString>("value"_L1)};
}

namespace {
Result<FieldValues> readOutdated(Connection &connection, RecordingId id)
{
    static const Statement select{"edit.outdated"_L1, u"SELECT field, value FROM outdated_metadata WHERE recording_id = :id"_s};
    const Result<std::vector<OutdatedRow>> rows = connection.select<OutdatedRow>(select, {{":id"_L1, id.value}});
    if (!rows)
        return rows.error();
    FieldValues outdated;
    for (const OutdatedRow &row : *rows)
        outdated.insert(row.field, row.value);
    return outdated;
}

Result<QStringList> readLineFields(Connection &connection)
{
    const Result<QList<FieldDefinition>> definitions = readFieldDefinitions(connection, true);
    if (!definitions)
        return definitions.error();
    QStringList lines;
    for (const FieldDefinition &one : *definitions) {
        if (one.isCustom() && one.type != FieldType::Text)
            lines += one.id;
    }
    return lines;
}
} // namespace

// The queries only where they can matter: a sync reads many recordings.
Result<MetadataReading> readReading(Connection &connection, RecordingId id, const Metadata &metadata)
{
    MetadataReading reading;
    if (hasDifferentTwins(metadata)) {
        Result<FieldValues> outdated = readOutdated(connection, id);
        if (!outdated)
            return outdated.error();
        reading.outdated = *std::move(outdated);
    }
    if (hasCustomPilcrow(metadata)) {
        Result<QStringList> lines = readLineFields(connection);
        if (!lines)
            return lines.error();
        reading.lines = *std::move(lines);
    }
    return reading;
}

Result<> storeOutdated(Connection &connection, RecordingId id, const FieldValues &outdated)
{
    static const Statement erase{"edit.forgetOutdated"_L1, u"DELETE FROM outdated_metadata WHERE recording_id = ?"_s};
    if (Result<> erased = executed(connection.execute(erase, Values{id.value})); !erased)
        return erased;
    static const Statement store{"edit.storeOutdated"_L1,
                                 u"INSERT INTO outdated_metadata (recording_id, field, value) VALUES (?, ?, ?)"_s};
    for (auto one = outdated.begin(); one != outdated.end(); ++one) {
        if (Result<> stored = executed(connection.execute(store, Values{id.value, one.key(), one.value()})); !stored)
            return stored;
    }
    return {};
}

} // namespace letopis
