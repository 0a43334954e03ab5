#include "core/jobs/outboxrun.h"

#include "core/base/logging.h"
#include "core/base/turn.h"
#include "core/domain/servicefields.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int recordingsPerBatch = 50;

// Errors that are about one recording; the others are pushed all the same. Anything else is about the line or the account.
bool concernsOneRecording(ErrorKind kind)
{
    return kind == ErrorKind::ServerRefused || kind == ErrorKind::BadAnswer || kind == ErrorKind::NotFound
           || kind == ErrorKind::PermissionDenied;
}

// A server may describe one recording several times: as a sync does, the description of the best rank counts.
const RecordingSnapshot *snapshotOf(const std::vector<RecordingSnapshot> &snapshots, const QString &externalId)
{
    const RecordingSnapshot *best = nullptr;
    for (const RecordingSnapshot &one : snapshots) {
        if (one.externalId == externalId && (!best || publicationRank(one.state) > publicationRank(best->state)))
            best = &one;
    }
    return best;
}

bool hasOthersUnder(const std::vector<RecordingSnapshot> &snapshots, const QString &externalId)
{
    return std::any_of(snapshots.begin(), snapshots.end(), [&](const RecordingSnapshot &one) {
        return one.externalId != externalId && one.externalId.startsWith(externalId);
    });
}

QStringList fieldsIn(const EditableRecording &recording, EditState state)
{
    QStringList fields;
    for (const FieldEditState &edit : recording.edits) {
        if (edit.state == state)
            fields += edit.field;
    }
    return fields;
}

qsizetype newIn(EditState state, const EditableRecording &before, const EditableRecording &now)
{
    const QStringList known = fieldsIn(before, state);
    const QStringList all = fieldsIn(now, state);
    return std::count_if(all.begin(), all.end(), [&](const QString &field) { return !known.contains(field); });
}

QStringList externalIdsOf(const std::vector<EditableRecording> &recordings)
{
    QStringList ids;
    for (const EditableRecording &one : recordings)
        ids += one.externalId;
    return ids;
}

void replace(Metadata &metadata, const Metadata &changes)
{
    for (const auto &[key, value] : changes) {
        metadata.removeIf([&](const auto &one) { return one.first == key; });
        metadata.append({key, value});
    }
}
} // namespace

void OutboxFeed::addPushed(ServerId server, RecordingId recording, int fields)
{
    addTouched(server, recording);
    const std::lock_guard lock(m_mutex);
    m_report.pushed += fields;
}

void OutboxFeed::addTouched(ServerId server, RecordingId recording)
{
    const std::lock_guard lock(m_mutex);
    m_change.server = server;
    m_change.addUpdated({recording});
}

void OutboxFeed::addConflicts(qsizetype count)
{
    const std::lock_guard lock(m_mutex);
    m_report.conflicts += count;
}

void OutboxFeed::addKept(qsizetype count)
{
    const std::lock_guard lock(m_mutex);
    m_report.catalogOnly += count;
}

void OutboxFeed::addProblem(const RecordingProblem &problem)
{
    const std::lock_guard lock(m_mutex);
    m_report.failed.append(problem);
}

CatalogChange OutboxFeed::takeChange()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_change, {});
}

PushReport OutboxFeed::report() const
{
    const std::lock_guard lock(m_mutex);
    return m_report;
}

OutboxRun::OutboxRun(OpenedServer opened, OutboxRepository outbox, Actor actor, std::shared_ptr<OutboxFeed> feed)
    : m_opened(std::move(opened))
    , m_outbox(outbox)
    , m_actor(std::move(actor))
    , m_feed(std::move(feed))
{
}

Result<> OutboxRun::execute(PushScope scope, ProgressCounters &progress, std::stop_token stop)
{
    // Side by side one program would take what the other has just written for somebody else's change.
    const auto turn = takeTurn(
        u"%1.push-%2.lock"_s.arg(m_outbox.databasePath(), QString::number(m_opened.server.id.value)), stop);
    if (!turn)
        return turn.error();
    if (scope == PushScope::Everything) {
        if (const Result<> hastened = waitFor(m_outbox.hasten(m_opened.server.id)); !hastened)
            return hastened;
    }
    for (;;) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, {}, {}, {}};
        const auto due = waitFor(m_outbox.due(m_opened.server.id, recordingsPerBatch));
        if (!due)
            return due.error();
        if (due->empty())
            return {};
        progress.total = progress.done + qint64(due->size());
        if (const Result<> pushed = pushBatch(*due, progress, stop); !pushed)
            return pushed;
    }
}

Result<> OutboxRun::pushBatch(const std::vector<EditableRecording> &due, ProgressCounters &progress, std::stop_token stop)
{
    const auto theirs = m_opened.service->fetchRecordings(externalIdsOf(due), stop);
    if (!theirs && concernsOneRecording(theirs.error().kind))
        return pushOneByOne(due, theirs.error(), progress, stop);
    if (!theirs)
        return theirs.error();
    std::vector<Pushed> pushed;
    for (const EditableRecording &one : due) {
        Result<Pushed> done = pushOne(one, *theirs, stop);
        if (!done)
            return done.error();
        if (!done->sent.isEmpty())
            pushed.push_back(*std::move(done));
        ++progress.done;
    }
    return readBack(pushed, stop);
}

// One of them cannot be read: the others shall not wait for it.
Result<> OutboxRun::pushOneByOne(const std::vector<EditableRecording> &due, const Error &error, ProgressCounters &progress,
                                 std::stop_token stop)
{
    if (due.size() == 1) {
        const EditableRecording &one = due.front();
        m_feed->addProblem({one.externalId, error.detail});
        return waitFor(m_outbox.postpone(
            one.id, fieldsIn(one, EditState::Pending) + fieldsIn(one, EditState::Settling), error.detail));
    }
    for (const EditableRecording &one : due) {
        if (const Result<> pushed = pushBatch({one}, progress, stop); !pushed)
            return pushed;
    }
    return {};
}

Result<OutboxRun::Pushed> OutboxRun::pushOne(const EditableRecording &due, const Snapshots &theirs, std::stop_token stop)
{
    const QStringList waiting = fieldsIn(due, EditState::Pending) + fieldsIn(due, EditState::Settling);
    const RecordingSnapshot *snapshot = snapshotOf(theirs, due.externalId);
    std::optional<CatalogOnlyReason> reason;
    if (!snapshot || snapshot->state == PublicationState::Deleted)
        reason = CatalogOnlyReason::NotOnServer;
    else if (hasOthersUnder(theirs, due.externalId))
        reason = CatalogOnlyReason::SharedId;
    if (reason) {
        const Result<> kept = keep(due, waiting, *reason);
        return kept ? Result<Pushed>(Pushed{due, {}}) : Result<Pushed>(kept.error());
    }
    const auto merged = waitFor(m_outbox.absorb(m_actor, due.id, *snapshot, MergePhase::BeforePush));
    if (!merged)
        return merged.error();
    m_feed->addTouched(m_opened.server.id, due.id);
    m_feed->addConflicts(newIn(EditState::Conflict, due, *merged));
    Result<FieldValues> sent = write(*merged, stop);
    return sent ? Result<Pushed>(Pushed{*merged, *std::move(sent)}) : Result<Pushed>(sent.error());
}

Result<FieldValues> OutboxRun::valuesToWrite(const EditableRecording &recording)
{
    FieldValues values;
    for (const FieldEditState &edit : recording.edits) {
        if (edit.state != EditState::Pending)
            continue;
        if (!metadataForField(edit.field, edit.ours, recording.metadata)) {
            if (const Result<> kept = keep(recording, {edit.field}, CatalogOnlyReason::TooLong); !kept)
                return kept.error();
            continue;
        }
        values.insert(edit.field, edit.ours);
    }
    // The answer may never come: that they may be at the server has to be known by then.
    return values.isEmpty() ? Result<FieldValues>(values) : waitFor(m_outbox.beginWrite(recording.id, values));
}

Result<FieldValues> OutboxRun::write(const EditableRecording &recording, std::stop_token stop)
{
    const Result<FieldValues> sent = valuesToWrite(recording);
    if (!sent || sent->isEmpty())
        return sent;
    Metadata changes;
    for (auto value = sent->begin(); value != sent->end(); ++value) {
        const Result<Metadata> metadata = metadataForField(value.key(), value.value(), recording.metadata);
        if (!metadata)
            return metadata.error();
        replace(changes, *metadata);
    }
    const QStringList fields = sent->keys();
    const Result<> written = m_opened.service->updateMetadata(recording.externalId, changes, stop);
    if (written) {
        m_feed->addPushed(m_opened.server.id, recording.id, int(fields.size()));
        return sent;
    }
    const Error &error = written.error();
    Result<> noted;
    if (error.kind == ErrorKind::InvalidInput || error.kind == ErrorKind::TooLarge) {
        noted = keep(recording, fields,
                     error.kind == ErrorKind::TooLarge ? CatalogOnlyReason::TooLong : CatalogOnlyReason::UnsafeId);
    } else if (concernsOneRecording(error.kind)) {
        m_feed->addProblem({recording.externalId, error.detail});
        noted = waitFor(m_outbox.postpone(recording.id, fields, error.detail));
    } else {
        return error;
    }
    return noted ? Result<FieldValues>(FieldValues()) : Result<FieldValues>(noted.error());
}

Result<> OutboxRun::readBack(const std::vector<Pushed> &pushed, std::stop_token stop)
{
    if (pushed.empty())
        return {};
    QStringList ids;
    for (const Pushed &one : pushed)
        ids += one.recording.externalId;
    const auto theirs = m_opened.service->fetchRecordings(ids, stop);
    if (!theirs)
        return theirs.error();
    for (const auto &[one, sent] : pushed) {
        const RecordingSnapshot *snapshot = snapshotOf(*theirs, one.externalId);
        if (!snapshot) {
            if (const Result<> kept = keep(one, fieldsIn(one, EditState::Pending), CatalogOnlyReason::NotOnServer); !kept)
                return kept;
            continue;
        }
        const auto merged = waitFor(m_outbox.absorb(m_actor, one.id, *snapshot, MergePhase::AfterPush, sent));
        if (!merged)
            return merged.error();
        m_feed->addConflicts(newIn(EditState::Conflict, one, *merged));
        m_feed->addKept(newIn(EditState::CatalogOnly, one, *merged));
    }
    return {};
}

Result<> OutboxRun::keep(const EditableRecording &recording, const QStringList &fields, CatalogOnlyReason reason)
{
    qCInfo(logSync).noquote() << "edits of" << recording.externalId << "stay in the catalog:" << catalogOnlyReasonName(reason);
    m_feed->addKept(fields.size());
    m_feed->addTouched(m_opened.server.id, recording.id);
    return waitFor(m_outbox.keepInCatalog(m_actor, recording.id, fields, reason));
}

} // namespace letopis
