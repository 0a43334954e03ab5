#include "core/storage/deletionrepository.h"

#include "core/base/enumname.h"
#include "core/storage/auditrepository.h"
#include "core/storage/retentionplanner.h"
#include "core/storage/retentionrows.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr EnumName<DeletionStage::Stage> stages[]{
    {DeletionStage::Stage::Unpublished, "unpublished"_L1},
    {DeletionStage::Stage::Trashed, "trashed"_L1},
    {DeletionStage::Stage::Purged, "purged"_L1},
};
constexpr EnumName<DeletionStage::Means> meansNames[]{
    {DeletionStage::Means::None, ""_L1},
    {DeletionStage::Means::ServerTree, "serverTree"_L1},
    {DeletionStage::Means::Unpublished, "unpublished"_L1},
};

struct PlanRow
{
    DeletionPlan plan;
};
struct ItemRow
{
    DeletionItem item;
};
struct SubjectRow
{
    DeletionSubject subject;
};
struct WorkRow
{
    QByteArray content;
};
struct EventRow
{
    AuditEvent event;
};
struct CertificateRow
{
    QByteArray json;
    qint64 sequence = 0;
};
} // namespace

template <>
AuditEvent fromRow(const Row &row); // auditrepository.cpp

template <>
PlanRow fromRow(const Row &row)
{
    return {DeletionPlan{.id = {row.get<qint64>("id"_L1)},
                         .uuid = row.get<QString>("uuid"_L1),
                         .server = {row.get<qint64>("server_id"_L1)},
                         .createdAtMs = row.get<qint64>("created_at_ms"_L1),
                         .createdBy = row.get<QString>("created_by"_L1),
                         .state = deletionPlanStateFromName(row.get<QString>("state"_L1)).value_or(DeletionPlan::State::Discarded),
                         .confirmedBy = row.get<QString>("confirmed_by"_L1),
                         .approvedBy = row.get<QString>("approved_by"_L1),
                         .needsConfirmation = row.get<bool>("needs_confirmation"_L1),
                         .needsApproval = row.get<bool>("needs_approval"_L1),
                         .itemCount = row.get<qint64>("item_count"_L1),
                         .sizeBytes = row.get<qint64>("size_bytes"_L1)}};
}

template <>
ItemRow fromRow(const Row &row)
{
    DeletionItem item;
    item.position = row.get<int>("position"_L1);
    item.recording = {row.get<qint64>("recording_id"_L1)};
    item.externalId = row.get<QString>("external_id"_L1);
    item.title = row.get<QString>("title"_L1);
    item.step = deletionStepFromName(row.get<QString>("step"_L1)).value_or(DeletionStep::Unpublish);
    item.reason = deletionReasonFromJson(row.get<QString>("reason"_L1).toUtf8()).value_or(DeletionReason{});
    item.dueAtMs = row.get<qint64>("due_at_ms"_L1);
    item.sizeBytes = row.get<qint64>("size_bytes"_L1);
    item.lastViewedAtMs = row.get<qint64>("last_viewed_at_ms"_L1);
    item.basis = row.get<QByteArray>("basis"_L1);
    item.state = deletionItemStateFromName(row.get<QString>("state"_L1)).value_or(DeletionItem::State::Failed);
    item.refusal = deletionRefusalFromName(row.get<QString>("refusal"_L1)).value_or(DeletionRefusal::None);
    item.problem = row.get<QString>("problem"_L1);
    item.endedAtMs = row.get<qint64>("ended_at_ms"_L1);
    item.freedBytes = row.get<qint64>("freed_bytes"_L1);
    item.certificateSha256 = row.get<QByteArray>("certificate_sha256"_L1);
    return {item};
}

template <>
DeletionStage fromRow(const Row &row)
{
    return {.recording = {row.get<qint64>("recording_id"_L1)},
            .stage = valueIn(stages, row.get<QString>("stage"_L1)).value_or(DeletionStage::Stage::Unpublished),
            .means = valueIn(meansNames, row.get<QString>("means"_L1)).value_or(DeletionStage::Means::None),
            .wasPublished = row.get<bool>("was_published"_L1),
            .sinceMs = row.get<qint64>("since_ms"_L1),
            .purgeAfterMs = row.get<qint64>("purge_after_ms"_L1),
            .byLogin = row.get<QString>("by_login"_L1),
            .planUuid = row.get<QString>("plan_uuid"_L1)};
}

template <>
SubjectRow fromRow(const Row &row)
{
    DeletionSubject subject;
    subject.id = {row.get<qint64>("id"_L1)};
    subject.server = {row.get<qint64>("server_id"_L1)};
    subject.externalId = row.get<QString>("external_id"_L1);
    subject.internalMeetingId = row.get<QString>("internal_meeting_id"_L1);
    subject.title = row.get<QString>("title"_L1);
    subject.state = publicationStateFromName(row.get<QString>("state"_L1)).value_or(PublicationState::Gone);
    subject.startedAtMs = row.get<qint64>("started_at_ms"_L1);
    subject.sizeBytes = row.get<qint64>("all_bytes"_L1);
    subject.formats = row.get<QString>("formats"_L1).split(u'\n', Qt::SkipEmptyParts);
    return {subject};
}

template <>
WorkRow fromRow(const Row &row)
{
    return {row.get<QString>("content"_L1).toUtf8()};
}

template <>
EventRow fromRow(const Row &row)
{
    return {fromRow<AuditEvent>(row)};
}

template <>
CertificateRow fromRow(const Row &row)
{
    return {row.get<QString>("content"_L1).toUtf8(), row.get<qint64>("audit_sequence"_L1)};
}

namespace {
QString orEmpty(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QByteArray orEmpty(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

Result<> executed(const Result<Executed> &result)
{
    return result ? Result<>{} : Result<>{result.error()};
}

Result<std::optional<DeletionStage>> readStage(Connection &connection, RecordingId id)
{
    static const Statement look{"deletion.stage"_L1, u"SELECT * FROM recording_deletion WHERE recording_id = :id"_s};
    return connection.selectOne<DeletionStage>(look, {{":id"_L1, id.value}});
}

Result<> storeStage(Connection &connection, const DeletionStage &stage)
{
    static const Statement store{
        "deletion.storeStage"_L1,
        u"INSERT INTO recording_deletion (recording_id, stage, means, was_published, since_ms, purge_after_ms, by_login, plan_uuid) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (recording_id) DO UPDATE SET stage = excluded.stage, means = excluded.means, "
        "was_published = excluded.was_published, since_ms = excluded.since_ms, purge_after_ms = excluded.purge_after_ms, "
        "by_login = excluded.by_login, plan_uuid = excluded.plan_uuid"_s};
    return executed(connection.execute(store, Values{stage.recording.value, deletionStageName(stage.stage), deletionMeansName(stage.means),
                                                     stage.wasPublished ? 1 : 0, stage.sinceMs, stage.purgeAfterMs,
                                                     orEmpty(stage.byLogin), orEmpty(stage.planUuid)}));
}

Result<> setItem(Connection &connection, DeletionPlanId plan, const DeletionItem &item)
{
    static const Statement update{"deletion.setItem"_L1,
                                  u"UPDATE deletion_item SET state = ?, refusal = ?, problem = ?, ended_at_ms = ?, freed_bytes = ?, "
                                  "certificate_sha256 = ? WHERE plan_id = ? AND position = ?"_s};
    return executed(connection.execute(update, Values{deletionItemStateName(item.state), deletionRefusalName(item.refusal),
                                                      orEmpty(item.problem), item.endedAtMs, item.freedBytes,
                                                      orEmpty(item.certificateSha256), plan.value, item.position}));
}

Result<> storeWork(Connection &connection, DeletionPlanId plan, int position, const QByteArray &work)
{
    static const Statement store{"deletion.storeWork"_L1,
                                 u"INSERT INTO deletion_work (plan_id, position, content) VALUES (?, ?, ?) "
                                 "ON CONFLICT (plan_id, position) DO UPDATE SET content = excluded.content"_s};
    return executed(connection.execute(store, Values{plan.value, position, QString::fromUtf8(work)}));
}

// Whether it still waits, or was begun: a restore ends items of other plans meanwhile, and somebody may discard this one.
Result<bool> isOpen(Connection &connection, DeletionPlanId plan, int position)
{
    static const Statement look{"deletion.isOpen"_L1,
                                u"SELECT CASE p.state WHEN 'discarded' THEN p.state ELSE i.state END AS content FROM deletion_item i "
                                  "JOIN deletion_plan p ON p.id = i.plan_id WHERE i.plan_id = :plan AND i.position = :position"_s};
    const auto row = connection.selectOne<WorkRow>(look, {{":plan"_L1, plan.value}, {":position"_L1, position}});
    if (!row)
        return row.error();
    return !*row || (*row)->content == "planned" || (*row)->content == "running";
}

// Who brings a recording back did not want what older plans would still do to it: those that wait for an approval, and those that
// were cut off after they began.
Result<> leaveRestored(Connection &connection, DeletionPlanId restoring, const DeletionItem &item, qint64 nowMs)
{
    static const Statement forget{"deletion.leaveRestoredWork"_L1,
                                  u"DELETE FROM deletion_work WHERE (plan_id, position) IN (SELECT plan_id, position FROM deletion_item "
                                  "WHERE recording_id IN (SELECT id FROM recording WHERE external_id = ?) AND plan_id <> ? "
                                  "AND step <> 'restore' AND state IN ('planned', 'running'))"_s};
    static const Statement leave{"deletion.leaveRestored"_L1,
                                 u"UPDATE deletion_item SET state = 'skipped', refusal = ?, ended_at_ms = ? "
                                 "WHERE recording_id IN (SELECT id FROM recording WHERE external_id = ?) AND plan_id <> ? "
                                 "AND step <> 'restore' AND state IN ('planned', 'running')"_s};
    const Result<> forgotten = executed(connection.execute(forget, Values{item.externalId, restoring.value}));
    if (!forgotten)
        return forgotten;
    return executed(connection.execute(
        leave, Values{deletionRefusalName(DeletionRefusal::Changed), nowMs, item.externalId, restoring.value}));
}

// Of the line just written: who keeps a certificate keeps this too.
Result<AuditEvent> lastEvent(Connection &connection)
{
    static const Statement last{"deletion.lastEvent"_L1, u"SELECT * FROM audit_event ORDER BY sequence DESC LIMIT 1"_s};
    const auto event = connection.selectOne<EventRow>(last);
    if (!event)
        return event.error();
    return *event ? Result<AuditEvent>((*event)->event) : Result<AuditEvent>(Error{ErrorKind::Internal, u"no journal"_s, {}, {}});
}

Result<> journal(Connection &connection, const DeletionPlan &plan, const DeletionItem &item, const Actor &actor, const QString &action,
                 const QByteArray &details)
{
    AuditEvent event;
    event.atMs = item.endedAtMs;
    event.actor = actor.login;
    event.action = action;
    event.server = plan.server;
    event.recording = item.recording;
    event.details = details;
    return AuditRepository::append(connection, std::move(event));
}

Result<QByteArray> issue(Connection &connection, const DeletionPlan &plan, const DeletionItem &item, const Actor &actor,
                         DeletionCertificate certificate)
{
    certificate.issuedAtMs = item.endedAtMs;
    certificate.purgedBy = actor.login;
    const QByteArray json = toJson(certificate);
    if (const Result<> written =
            journal(connection, plan, item, actor, u"recording.purged"_s, purgedEventDetails(certificate, json));
        !written)
        return written.error();
    const Result<AuditEvent> event = lastEvent(connection);
    if (!event)
        return event.error();
    static const Statement insert{"deletion.storeCertificate"_L1,
                                  u"INSERT INTO deletion_certificate (sha256, recording_id, issued_at_ms, audit_sequence, content) "
                                  "VALUES (?, ?, ?, ?, ?)"_s};
    const QByteArray sha256 = certificateSha256(json);
    const Result<Executed> stored = connection.execute(
        insert, Values{sha256, item.recording.value, item.endedAtMs, event->sequence, QString::fromUtf8(json)});
    return stored ? Result<QByteArray>(sha256) : Result<QByteArray>(stored.error());
}

Result<> applyOutcome(Connection &connection, const DeletionItem &item, const DeletionOutcome &outcome)
{
    if (outcome.state) {
        // The digest no longer fits the row: the next sync writes what the server says, whatever that is by then.
        static const Statement setState{"deletion.setState"_L1,
                                        u"UPDATE recording SET state = ?, sync_digest = x'' WHERE id = ? AND state <> ?"_s};
        const QString state = publicationStateName(*outcome.state);
        if (const Result<> set = executed(connection.execute(setState, Values{state, item.recording.value, state})); !set)
            return set;
    }
    if (outcome.clearsStage) {
        static const Statement clear{"deletion.clearStage"_L1, u"DELETE FROM recording_deletion WHERE recording_id = ?"_s};
        if (const Result<> cleared = executed(connection.execute(clear, Values{item.recording.value})); !cleared)
            return cleared;
    }
    if (!outcome.stage)
        return {};
    DeletionStage stage = *outcome.stage;
    stage.recording = item.recording;
    return storeStage(connection, stage);
}
} // namespace

QString deletionStageName(DeletionStage::Stage stage)
{
    return nameIn(stages, stage);
}

QString deletionMeansName(DeletionStage::Means means)
{
    return nameIn(meansNames, means);
}

std::optional<DeletionStage::Means> deletionMeansFromName(const QString &name)
{
    return valueIn(meansNames, name);
}

QFuture<Result<DeletionPlan>> DeletionRepository::plan(DeletionPlanId id) const
{
    return m_database.read([id](Connection &connection) -> Result<DeletionPlan> {
        static const Statement look{"deletion.plan"_L1, u"SELECT * FROM deletion_plan WHERE id = :id"_s};
        const auto plan = connection.selectOne<PlanRow>(look, {{":id"_L1, id.value}});
        if (!plan)
            return plan.error();
        if (!*plan)
            return Error{ErrorKind::NotFound, u"no such plan"_s, QString::number(id.value), {}};
        return (*plan)->plan;
    });
}

QFuture<Result<std::vector<DeletionItem>>> DeletionRepository::unfinished(DeletionPlanId id, int limit) const
{
    return m_database.read([id, limit](Connection &connection) -> Result<std::vector<DeletionItem>> {
        static const Statement look{"deletion.unfinished"_L1,
                                    u"SELECT * FROM deletion_item WHERE plan_id = :id AND state IN ('planned', 'running') "
                                    "ORDER BY state = 'running' DESC, position LIMIT :limit"_s};
        const auto rows = connection.select<ItemRow>(look, {{":id"_L1, id.value}, {":limit"_L1, limit}});
        if (!rows)
            return rows.error();
        std::vector<DeletionItem> items;
        for (const ItemRow &row : *rows)
            items.push_back(row.item);
        return items;
    });
}

QFuture<Result<DeletionSubject>> DeletionRepository::subject(RecordingId id) const
{
    return m_database.read([id](Connection &connection) {
        return connection.transaction([&]() -> Result<DeletionSubject> {
            static const Statement look{
                "deletion.subject"_L1,
                u"SELECT id, server_id, external_id, internal_meeting_id, title, state, started_at_ms, formats, "
                "CASE WHEN size_bytes < 0 AND raw_size_bytes < 0 THEN -1 ELSE max(size_bytes, 0) + max(raw_size_bytes, 0) END "
                "AS all_bytes FROM recording WHERE id = :id"_s};
            const auto row = connection.selectOne<SubjectRow>(look, {{":id"_L1, id.value}});
            if (!row)
                return row.error();
            if (!*row)
                return Error{ErrorKind::NotFound, u"no such recording"_s, QString::number(id.value), {}};
            DeletionSubject subject = (*row)->subject;
            const auto stage = readStage(connection, id);
            if (!stage)
                return stage.error();
            subject.stage = *stage;
            return subject;
        });
    });
}

QFuture<Result<bool>> DeletionRepository::isHeld(RecordingId id) const
{
    return m_database.read([id](Connection &connection) { return letopis::isHeld(connection, id); });
}

QFuture<Result<DeletionRepository::Begun>> DeletionRepository::begin(DeletionPlanId plan, const DeletionItem &item,
                                                                     const QByteArray &work) const
{
    const qint64 nowMs = toUtcMs(m_clock.now());
    return m_database.writeDurably([=, recheck = m_recheck](Connection &connection) -> Result<Begun> {
        static const Statement look{"deletion.work"_L1,
                                    u"SELECT content FROM deletion_work WHERE plan_id = :plan AND position = :position"_s};
        const auto old = connection.selectOne<WorkRow>(look, {{":plan"_L1, plan.value}, {":position"_L1, item.position}});
        if (!old)
            return old.error();
        const Result<bool> held = item.step == DeletionStep::Restore ? Result<bool>(false) : letopis::isHeld(connection, item.recording);
        if (!held)
            return held.error();
        if (*held)
            return Begun{DeletionRefusal::Held, {}};
        if (*old)
            return Begun{DeletionRefusal::None, (*old)->content};
        const Result<bool> open = isOpen(connection, plan, item.position);
        if (!open || !*open)
            return open ? Result<Begun>(Begun{DeletionRefusal::Changed, {}}) : Result<Begun>(open.error());
        if (recheck) {
            const Result<DeletionRefusal> refusal = recheck(connection, item, nowMs);
            if (!refusal || *refusal != DeletionRefusal::None)
                return refusal ? Result<Begun>(Begun{*refusal, {}}) : Result<Begun>(refusal.error());
        }
        DeletionItem running = item;
        running.state = DeletionItem::State::Running;
        if (const Result<> set = setItem(connection, plan, running); !set)
            return set.error();
        if (const Result<> stored = storeWork(connection, plan, item.position, work); !stored)
            return stored.error();
        return Begun{DeletionRefusal::None, work};
    });
}

QFuture<Result<>> DeletionRepository::remember(DeletionPlanId plan, int position, const QByteArray &work) const
{
    return m_database.writeDurably(
        [=](Connection &connection) { return storeWork(connection, plan, position, work); });
}

QFuture<Result<DeletionItem>> DeletionRepository::end(const Actor &actor, const DeletionPlan &plan, const DeletionItem &item,
                                                      const DeletionOutcome &outcome) const
{
    const qint64 nowMs = toUtcMs(m_clock.now());
    return m_database.writeDurably([=](Connection &connection) -> Result<DeletionItem> {
        DeletionItem ended = item;
        ended.endedAtMs = nowMs;
        if (outcome.certificate) {
            const Result<QByteArray> issued = issue(connection, plan, ended, actor, *outcome.certificate);
            if (!issued)
                return issued.error();
            ended.certificateSha256 = *issued;
        } else if (!outcome.action.isEmpty()) {
            if (const Result<> written = journal(connection, plan, ended, actor, outcome.action, outcome.details); !written)
                return written.error();
        }
        if (const Result<> applied = applyOutcome(connection, ended, outcome); !applied)
            return applied.error();
        if (outcome.clearsStage) {
            if (const Result<> kept = keepRestored(connection, ended.recording, actor, nowMs); !kept)
                return kept.error();
            if (const Result<> left = leaveRestored(connection, plan.id, ended, nowMs); !left)
                return left.error();
        }
        if (const Result<> set = setItem(connection, plan.id, ended); !set)
            return set.error();
        static const Statement forget{"deletion.forgetWork"_L1, u"DELETE FROM deletion_work WHERE plan_id = ? AND position = ?"_s};
        if (const Result<> forgotten = executed(connection.execute(forget, Values{plan.id.value, ended.position})); !forgotten)
            return forgotten.error();
        return ended;
    });
}

QFuture<Result<>> DeletionRepository::finish(const Actor &actor, DeletionPlanId plan) const
{
    const qint64 nowMs = toUtcMs(m_clock.now());
    return m_database.writeDurably([=](Connection &connection) -> Result<> {
        static const Statement update{"deletion.finishPlan"_L1,
                                      u"UPDATE deletion_plan SET state = 'finished' WHERE id = ? AND state = 'confirmed' AND NOT EXISTS "
                                      "(SELECT 1 FROM deletion_item WHERE plan_id = ? AND state IN ('planned', 'running'))"_s};
        const Result<Executed> updated = connection.execute(update, Values{plan.value, plan.value});
        if (!updated || updated->rowsAffected == 0)
            return executed(updated);
        static const Statement look{"deletion.finished"_L1, u"SELECT * FROM deletion_plan WHERE id = :id"_s};
        const auto row = connection.selectOne<PlanRow>(look, {{":id"_L1, plan.value}});
        if (!row)
            return row.error();
        AuditEvent event;
        event.atMs = nowMs;
        event.actor = actor.login;
        event.action = u"retention.planFinished"_s;
        event.server = (*row)->plan.server;
        event.details = "{\"plan\":\"" + (*row)->plan.uuid.toUtf8() + "\"}";
        return AuditRepository::append(connection, std::move(event));
    });
}

QFuture<Result<std::optional<DeletionStage>>> DeletionRepository::stage(RecordingId id) const
{
    return m_database.read([id](Connection &connection) { return readStage(connection, id); });
}

QFuture<Result<QList<IssuedCertificate>>> DeletionRepository::certificates(RecordingId id) const
{
    return m_database.read([id](Connection &connection) -> Result<QList<IssuedCertificate>> {
        static const Statement look{"deletion.certificates"_L1,
                                    u"SELECT content, audit_sequence FROM deletion_certificate WHERE recording_id = :id "
                                    "ORDER BY issued_at_ms, audit_sequence"_s};
        const auto rows = connection.select<CertificateRow>(look, {{":id"_L1, id.value}});
        if (!rows)
            return rows.error();
        QList<IssuedCertificate> issued;
        for (const CertificateRow &row : *rows) {
            static const Statement find{"deletion.event"_L1, u"SELECT * FROM audit_event WHERE sequence = :sequence"_s};
            const auto event = connection.selectOne<EventRow>(find, {{":sequence"_L1, row.sequence}});
            if (!event)
                return event.error();
            issued += IssuedCertificate{row.json, *event ? (*event)->event : AuditEvent{}};
        }
        return issued;
    });
}

} // namespace letopis
