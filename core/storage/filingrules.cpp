#include "core/storage/filingrules.h"

#include "core/storage/auditrepository.h"
#include "core/storage/folderrows.h"
#include "core/storage/jsontext.h"

#include <QSet>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype mostRulesTold = 20;
constexpr qsizetype longestRuleTold = 500;

// Rules of the one list that the other has not, as the journal tells them.
QStringList onlyIn(const QList<FilingRule> &rules, const QList<FilingRule> &others)
{
    QStringList texts;
    for (const FilingRule &rule : rules) {
        if (!others.contains(rule) && texts.size() < mostRulesTold)
            texts += u"%1 → %2"_s.arg(QString::fromUtf8(toJson(rule)).left(longestRuleTold)).arg(rule.folder.value);
    }
    return texts;
}

Result<> journal(Connection &connection, const QList<FilingRule> &before, const QList<FilingRule> &after, const Actor &actor,
                 qint64 nowMs)
{
    JsonObjectWriter details;
    details.addChange("rules"_L1, QString::number(before.size()), QString::number(after.size()));
    details.add("added"_L1, onlyIn(after, before)).add("removed"_L1, onlyIn(before, after));
    AuditEvent event;
    event.atMs = nowMs;
    event.actor = actor.login;
    event.action = u"filing.changed"_s;
    event.details = details.toUtf8();
    return AuditRepository::append(connection, std::move(event));
}

Result<> checkServer(Connection &connection, ServerId server)
{
    static const Statement select{"filing.server"_L1, u"SELECT 1 FROM server WHERE id = :id"_s};
    bool isThere = false;
    const Result<> read = connection.forEachRaw(select, {{":id"_L1, server.value}}, [&](const QSqlQuery &) { isThere = true; });
    if (!read || isThere)
        return read;
    return Error{ErrorKind::NotFound, u"no such server"_s, QString::number(server.value), {}};
}

Result<> check(Connection &connection, const QList<FilingRule> &rules)
{
    if (rules.size() > FilingRule::maxRules)
        return Error{ErrorKind::InvalidInput, u"there are at most %1 rules"_s.arg(FilingRule::maxRules), {}, {}};
    for (const FilingRule &rule : rules) {
        if (!isWellFormed(rule))
            return Error{ErrorKind::InvalidInput, u"a condition has a text, and a key where it is about metadata; a rule has at most %1"_s
                                                      .arg(FilingRule::maxConditions), {}, {}};
        if (const Result<Folder> folder = readFolder(connection, rule.folder); !folder)
            return folder.error();
        if (rule.server) {
            if (Result<> server = checkServer(connection, *rule.server); !server)
                return server;
        }
    }
    return {};
}

struct StoredRules
{
    QList<FilingRule> rules;
    QList<qint64> rows; // theirs
};

Result<StoredRules> readStored(Connection &connection)
{
    static const Statement select{"filing.rules"_L1, u"SELECT id, folder_id, conditions FROM filing_rule ORDER BY position, id"_s};
    StoredRules stored;
    const Result<> read = connection.forEachRaw(select, {}, [&](const QSqlQuery &row) {
        const auto rule = filingRuleFromJson(row.value(2).toString().toUtf8(), {row.value(1).toLongLong()});
        if (!rule || stored.rules.size() == FilingRule::maxRules)
            return;
        stored.rules += *rule;
        stored.rows += row.value(0).toLongLong();
    });
    if (!read)
        return read.error();
    return stored;
}

bool looksAtMetadata(const QList<FilingRule> &rules)
{
    return std::any_of(rules.begin(), rules.end(), [](const FilingRule &rule) {
        return std::any_of(rule.conditions.begin(), rule.conditions.end(), [](const FilingRule::Condition &condition) {
            return condition.field == FilingRule::Field::MetadataKey || condition.field == FilingRule::Field::Owner;
        });
    });
}
} // namespace

Result<QList<FilingRule>> readFilingRules(Connection &connection)
{
    Result<StoredRules> stored = readStored(connection);
    return stored ? Result<QList<FilingRule>>(std::move(stored->rules)) : Result<QList<FilingRule>>(stored.error());
}

Result<> replaceFilingRules(Connection &connection, const QList<FilingRule> &before, const QList<FilingRule> &after,
                            const Actor &actor, qint64 nowMs)
{
    static const Statement clear{"filing.clear"_L1, u"DELETE FROM filing_rule WHERE id = ?"_s};
    static const Statement insert{"filing.insert"_L1, u"INSERT INTO filing_rule (position, folder_id, conditions) VALUES (?, ?, ?)"_s};
    const Result<StoredRules> stored = readStored(connection);
    if (!stored)
        return stored.error();
    if (stored->rules != before)
        return Error{ErrorKind::ContentMismatch, u"the rules were changed meanwhile"_s, {}, {}};
    if (after == before)
        return {};
    if (Result<> right = check(connection, after); !right)
        return right;
    for (const qint64 row : stored->rows) { // those that another version wrote stay as they are
        if (const Result<Executed> cleared = connection.execute(clear, Values{row}); !cleared)
            return cleared.error();
    }
    for (qsizetype position = 0; position < after.size(); ++position) {
        const FilingRule &rule = after[position];
        const Values values{position + 1, rule.folder.value, QString::fromUtf8(toJson(rule))};
        if (const Result<Executed> inserted = connection.execute(insert, values); !inserted)
            return inserted.error();
    }
    return journal(connection, before, after, actor, nowMs);
}

Result<QList<QList<RecordingId>>> recordingsByRule(Connection &connection, const QList<FilingRule> &rules)
{
    static const Statement brief{"filing.candidates"_L1,
                                 u"SELECT id, server_id, name, meeting_id, '' FROM recording WHERE folder_id = :shared"_s};
    static const Statement whole{"filing.wholeCandidates"_L1,
                                 u"SELECT id, server_id, name, meeting_id, metadata FROM recording WHERE folder_id = :shared"_s};
    QList<QList<RecordingId>> taken(rules.size());
    const FilingRules ready(rules);
    const bool needsMetadata = looksAtMetadata(rules);
    RecordingSnapshot recording;
    const Result<> read = connection.forEachRaw(
        needsMetadata ? whole : brief, {{":shared"_L1, sharedFolder.value}}, [&](const QSqlQuery &row) {
            recording.name = row.value(2).toString();
            recording.meetingId = row.value(3).toString();
            if (needsMetadata)
                recording.metadata = metadataFromJson(row.value(4).toString());
            if (const auto rule = ready.firstFit({row.value(1).toLongLong()}, recording))
                taken[*rule] += RecordingId{row.value(0).toLongLong()};
        });
    if (!read)
        return read.error();
    return taken;
}

} // namespace letopis
