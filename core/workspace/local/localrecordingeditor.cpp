#include "core/workspace/local/localrecordingeditor.h"

#include "core/base/whendone.h"
#include "core/jobs/outboxjob.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
// Past this a list on the screen is read again as a whole.
constexpr qsizetype mostListedChanges = 500;
} // namespace

LocalRecordingEditor::LocalRecordingEditor(Parts parts, QObject *parent)
    : RecordingEditor(parent)
    , m_parts(std::move(parts))
    , m_fields(m_parts.database, m_parts.clock)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(3s);
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
    return m_fields.outbox(withCatalogOnly);
}

QFuture<Result<>> LocalRecordingEditor::discard(const Actor &actor, RecordingId id, const QString &field)
{
    return thenTell(m_fields.discard(actor, id, field), id);
}

QFuture<Result<>> LocalRecordingEditor::decide(const Actor &actor, RecordingId id, const QString &field, ConflictDecision how)
{
    return thenTell(m_fields.decide(actor, id, field, how), id);
}

JobId LocalRecordingEditor::startPush(const Actor &actor, ServerId server)
{
    if (const auto running = m_parts.runner.unfinished(JobKind::Push, server))
        return *running;
    const auto make = [=, this](JobId job) -> std::unique_ptr<Job> {
        auto push = std::make_unique<OutboxJob>(server, m_parts.open, m_fields, actor, m_parts.pool);
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
    change.isLarge = recordings.size() > mostListedChanges;
    if (!change.isLarge)
        change.updated = recordings;
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
    whenDone(m_fields.serversWithDueEdits(), this, [this](const Result<QList<ServerId>> &servers) {
        for (const ServerId server : servers.value_or({}))
            startPush(Actor{u"letopis"_s, {}}, server);
    });
}

} // namespace letopis
