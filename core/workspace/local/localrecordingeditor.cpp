#include "core/workspace/local/localrecordingeditor.h"

#include "core/base/whendone.h"
#include "core/jobs/outboxjob.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

LocalRecordingEditor::LocalRecordingEditor(Parts parts, QObject *parent)
    : RecordingEditor(parent)
    , m_parts(std::move(parts))
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

QFuture<Result<QList<FieldDefinition>>> LocalRecordingEditor::fieldDefinitions(const Actor &, bool withArchived)
{
    return m_fields.definitions(withArchived);
}

QFuture<Result<>> LocalRecordingEditor::storeFieldDefinition(const Actor &actor, const FieldDefinition &definition)
{
    return chain(m_fields.storeDefinition(actor, definition), this, [this] {
        Q_EMIT fieldDefinitionsChanged();
        return readyFuture(Result<>());
    });
}

QFuture<Result<RecordingInformation>> LocalRecordingEditor::information(const Actor &, RecordingId id)
{
    return m_fields.information(id);
}

QFuture<Result<EditPlan>> LocalRecordingEditor::plan(const Actor &, const QList<RecordingId> &recordings,
                                                     const QList<BatchChange> &changes)
{
    return m_fields.plan(recordings, changes);
}

QFuture<Result<EditReport>> LocalRecordingEditor::apply(const Actor &actor, const QList<FieldEdit> &edits)
{
    return chain(m_fields.apply(actor, edits), this, [this](const EditReport &report) {
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

QFuture<Result<QList<FieldHistoryEntry>>> LocalRecordingEditor::history(const Actor &, RecordingId id, const QString &field)
{
    return m_fields.history(id, field);
}

QFuture<Result<QList<OutboxEntry>>> LocalRecordingEditor::outbox(const Actor &, bool withCatalogOnly)
{
    return m_outbox.entries(withCatalogOnly);
}

QFuture<Result<>> LocalRecordingEditor::discard(const Actor &actor, RecordingId id, const QString &field)
{
    return thenTell(m_outbox.discard(actor, id, field), id);
}

QFuture<Result<>> LocalRecordingEditor::discardAll(const Actor &actor, const QList<FieldEditState> &edits)
{
    return chain(m_outbox.discardAll(actor, edits), this, [this, edits] {
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
    return thenTell(m_outbox.decide(actor, id, field, how, seenTheirs), id);
}

JobId LocalRecordingEditor::startPush(const Actor &actor, ServerId server)
{
    return submitPush(actor, server, PushScope::Everything);
}

JobId LocalRecordingEditor::submitPush(const Actor &actor, ServerId server, PushScope scope)
{
    if (const auto running = m_parts.runner.unfinished(JobKind::Push, server)) {
        if (scope == PushScope::Everything && m_pushes.value(server) == PushScope::Due)
            m_again.insert(server, actor);
        return *running;
    }
    m_pushes.insert(server, scope);
    const auto make = [=, this](JobId job) -> std::unique_ptr<Job> {
        auto push = std::make_unique<OutboxJob>(server, scope, m_parts.open, m_outbox, actor, m_parts.pool);
        connect(push.get(), &OutboxJob::catalogChanged, this, &LocalRecordingEditor::catalogChanged);
        connect(push.get(), &OutboxJob::reported, this, [=, this](const PushReport &report) {
            m_parts.runner.setReport(job, report);
            Q_EMIT outboxChanged();
        });
        return push;
    };
    return m_parts.runner.submit({JobKind::Push, server, m_parts.serverName(server), make});
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
                submitPush(Actor{u"letopis"_s, {}}, server, PushScope::Due);
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
