#include "core/workspace/local/localrecordingeditor.h"

#include "core/jobs/outboxjob.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

LocalRecordingEditor::LocalRecordingEditor(Parts parts, QObject *parent)
    : RecordingEditor(parent)
    , m_parts(std::move(parts))
    , m_gate(m_parts.access, this)
    , m_fields(m_parts.database, m_parts.clock)
    , m_outbox(m_parts.database, m_parts.clock)
    , m_pauses(m_parts.clock)
{
    connect(&m_parts.runner, &JobRunner::changed, this, &LocalRecordingEditor::onJobChanged);
    m_soon.setSingleShot(true);
    m_soon.setInterval(m_parts.delay);
    m_regularly.setInterval(30s);
    connect(&m_soon, &QTimer::timeout, this, &LocalRecordingEditor::pushDue);
    connect(&m_regularly, &QTimer::timeout, this, &LocalRecordingEditor::pushDue);
    if (m_parts.pushesByItself)
        m_regularly.start();
}

// The owner of a recording is more than its general information.
template <typename F>
auto LocalRecordingEditor::editing(const Actor &actor, const QList<FieldPlace> &fields, F f) const
{
    QList<RecordingId> all;
    QList<RecordingId> owners;
    for (const FieldPlace &one : fields) {
        if (all.isEmpty() || all.last() != one.recording)
            all += one.recording;
        if (one.field == field::owner)
            owners += one.recording;
    }
    return m_gate.pass(actor, Capability::EditInformation, all, [=, this] {
        return owners.isEmpty() ? f() : m_gate.pass(actor, Capability::EditEverythingElse, owners, f);
    });
}

QFuture<Result<QList<FieldDefinition>>> LocalRecordingEditor::fieldDefinitions(const Actor &actor, bool withArchived)
{
    return m_gate.pass(actor, Capability::ViewRecording, [=, this] { return m_fields.definitions(withArchived); });
}

QFuture<Result<>> LocalRecordingEditor::storeFieldDefinition(const Actor &actor, const FieldDefinition &definition)
{
    const auto stored = m_gate.pass(actor, Capability::ManageCatalog,
                                    [=, this] { return m_fields.storeDefinition(actor, definition); });
    return chain(stored, this, [this] {
        Q_EMIT fieldDefinitionsChanged();
        return readyFuture(Result<>());
    });
}

QFuture<Result<RecordingInformation>> LocalRecordingEditor::information(const Actor &actor, RecordingId id)
{
    return m_gate.pass(actor, Capability::ViewRecording, id, [=, this] { return m_fields.information(id); });
}

QFuture<Result<EditPlan>> LocalRecordingEditor::plan(const Actor &actor, const QList<RecordingId> &recordings,
                                                     const QList<BatchChange> &changes)
{
    QList<FieldPlace> fields;
    for (const RecordingId recording : recordings) {
        for (const BatchChange &change : changes)
            fields += {recording, change.field};
    }
    return editing(actor, fields, [=, this] { return m_fields.plan(recordings, changes); });
}

QFuture<Result<EditReport>> LocalRecordingEditor::apply(const Actor &actor, const QList<FieldEdit> &edits)
{
    QList<FieldPlace> fields;
    for (const FieldEdit &edit : edits)
        fields += {edit.recording, edit.field};
    const auto applied = editing(actor, fields, [=, this] { return m_fields.apply(actor, edits); });
    return chain(applied, this, [this](const EditReport &report) {
        QList<RecordingId> changed;
        for (const FieldEditResult &result : report.results) {
            if (result.outcome == EditOutcome::Applied && (changed.isEmpty() || changed.last() != result.edit.recording))
                changed += result.edit.recording;
        }
        if (!changed.isEmpty())
            tellChanged(changed);
        return readyFuture(Result<EditReport>(report));
    });
}

QFuture<Result<QList<FieldHistoryEntry>>> LocalRecordingEditor::history(const Actor &actor, RecordingId id, const QString &field)
{
    return m_gate.pass(actor, Capability::SeeReports, id, [=, this] { return m_fields.history(id, field); });
}

// Of what the actor can see.
QFuture<Result<QList<OutboxEntry>>> LocalRecordingEditor::outbox(const Actor &actor, bool withCatalogOnly)
{
    if (actor.kind == ActorKind::Owner)
        return m_outbox.entries(withCatalogOnly);
    return chain(m_outbox.entries(withCatalogOnly), this, [=, this](const QList<OutboxEntry> &all) {
        QList<RecordingId> recordings;
        for (const OutboxEntry &one : all)
            recordings += one.edit.recording;
        return chain(m_gate.access().permissions(actor, recordings), this,
                     [all](const QHash<RecordingId, PermissionSet> &permissions) {
                         QList<OutboxEntry> seen = all;
                         seen.removeIf([&](const OutboxEntry &one) { return !permissions.value(one.edit.recording).allowsView(); });
                         return readyFuture(Result<QList<OutboxEntry>>(seen));
                     });
    });
}

QFuture<Result<>> LocalRecordingEditor::discard(const Actor &actor, RecordingId id, const QString &field)
{
    return thenTell(editing(actor, {{id, field}}, [=, this] { return m_outbox.discard(actor, id, field); }), id);
}

QFuture<Result<>> LocalRecordingEditor::discardAll(const Actor &actor, const QList<FieldEditState> &edits)
{
    QList<FieldPlace> fields;
    for (const FieldEditState &edit : edits)
        fields += {edit.recording, edit.field};
    return chain(editing(actor, fields, [=, this] { return m_outbox.discardAll(actor, edits); }), this, [this, edits] {
        QList<RecordingId> changed;
        for (const FieldEditState &edit : edits)
            changed += edit.recording;
        tellChanged(changed);
        return readyFuture(Result<>());
    });
}

QFuture<Result<>> LocalRecordingEditor::decide(const Actor &actor, RecordingId id, const QString &field, ConflictDecision how,
                                               const QString &seenTheirs)
{
    return thenTell(editing(actor, {{id, field}}, [=, this] { return m_outbox.decide(actor, id, field, how, seenTheirs); }), id);
}

JobId LocalRecordingEditor::startPush(const Actor &actor, ServerId server)
{
    return submitPush(actor, server, PushScope::Everything);
}

JobId LocalRecordingEditor::submitPush(const Actor &actor, ServerId server, PushScope scope)
{
    if (const auto running = m_parts.runner.unfinished(JobKind::Push, server)) {
        if (scope == PushScope::Everything && m_pushes.value(server) == PushScope::Due)
            whenDone(m_gate.access().require(actor, Capability::EditInformation, {}), this, [=, this](const Result<> &may) {
                if (may && m_pushes.contains(server))
                    m_again.insert(server, actor);
            });
        return *running;
    }
    m_pushes.insert(server, scope);
    const auto make = [=, this](JobId job) -> std::unique_ptr<Job> {
        auto push = std::make_unique<OutboxJob>(server, scope, m_parts.open, m_outbox, actor, m_parts.pool);
        connect(push.get(), &OutboxJob::catalogChanged, this, &LocalRecordingEditor::catalogChanged);
        connect(push.get(), &OutboxJob::reported, this, [=, this](PushReport report) {
            // All that waits is sent, also what somebody else edited: names are in the outbox, for who may see them.
            for (RecordingProblem &problem : report.failed)
                problem.externalId = actor.kind == ActorKind::Person ? QString() : problem.externalId;
            m_parts.runner.setReport(job, report);
            Q_EMIT outboxChanged();
        });
        return push;
    };
    return m_parts.runner.submit({.kind = JobKind::Push,
                                  .server = server,
                                  .subject = m_parts.serverName(server),
                                  .make = make,
                                  .admit = m_gate.admission(actor, Capability::EditInformation),
                                  .startedBy = actor});
}

void LocalRecordingEditor::tellChanged(const QList<RecordingId> &recordings)
{
    CatalogChange change;
    change.addUpdated(recordings);
    Q_EMIT catalogChanged(change);
    Q_EMIT outboxChanged();
    if (m_parts.pushesByItself)
        m_soon.start();
}

QFuture<Result<>> LocalRecordingEditor::thenTell(const QFuture<Result<>> &done, RecordingId id)
{
    return chain(done, this, [this, id] {
        tellChanged({id});
        return readyFuture(Result<>());
    });
}

void LocalRecordingEditor::pushDue()
{
    whenDone(m_outbox.serversWithDueEdits(), this, [this](const Result<QList<ServerId>> &servers) {
        for (const ServerId server : servers.value_or({})) {
            if (!m_pauses.isPaused(server))
                submitPush(programActor(), server, PushScope::Due);
        }
    });
}

void LocalRecordingEditor::afterSync(ServerId server)
{
    m_pauses.end(server);
    if (m_parts.pushesByItself)
        m_soon.start();
}

// What one recording's push met is in its report: a job that failed could not reach the server.
void LocalRecordingEditor::onJobChanged(const JobStatus &status)
{
    if (status.kind != JobKind::Push || status.state != Job::State::Finished)
        return;
    m_pushes.remove(status.server);
    const std::optional<Actor> again = m_again.contains(status.server) ? std::optional(m_again.take(status.server)) : std::nullopt;
    const bool isCancelled = status.error && status.error->kind == ErrorKind::Cancelled; // says nothing of the line
    if (status.error && !isCancelled)
        m_pauses.begin(status.server);
    else if (!status.error)
        m_pauses.end(status.server);
    if (again && !status.error)
        submitPush(*again, status.server, PushScope::Everything);
}

} // namespace letopis
