#include "core/workspace/local/localdraftbook.h"

namespace letopis {

namespace {
Error refusedToLooker()
{
    return refused(Capability::EditInformation, Refusal::OnlyLooks);
}
} // namespace

LocalDraftBook::LocalDraftBook(const AccessControl &access, Database &database, const Clock &clock, QObject *parent)
    : DraftBook(parent)
    , m_gate(access, this)
    , m_drafts(database, clock)
{
}

QFuture<Result<QList<FormDraft>>> LocalDraftBook::drafts(const Actor &actor, RecordingId id)
{
    if (actor.onlyLooks)
        return readyFuture(Result<QList<FormDraft>>(QList<FormDraft>()));
    return m_gate.pass(actor, Capability::ViewRecording, id, [=, this] { return m_drafts.drafts(actor, id); });
}

QFuture<Result<QList<FormDraft>>> LocalDraftBook::overview(const Actor &actor)
{
    if (actor.onlyLooks)
        return readyFuture(Result<QList<FormDraft>>(QList<FormDraft>()));
    return m_gate.pass(actor, Capability::ViewRecording, [=, this] { return m_drafts.overview(actor); });
}

QFuture<Result<>> LocalDraftBook::keep(const Actor &actor, RecordingId id, const QString &form, const QByteArray &content)
{
    if (actor.onlyLooks)
        return readyFuture(Result<>(refusedToLooker()));
    const auto kept = m_gate.pass(actor, Capability::ViewRecording, id, [=, this] { return m_drafts.keep(actor, id, form, content); });
    return chain(kept, this, [this, id](bool wasThere) {
        if (!wasThere)
            Q_EMIT draftsChanged(id);
        return readyFuture(Result<>());
    });
}

// Also of what was closed to its author meanwhile.
QFuture<Result<>> LocalDraftBook::remove(const Actor &actor, RecordingId id, const QString &form)
{
    if (actor.onlyLooks)
        return readyFuture(Result<>(refusedToLooker()));
    const auto removed = m_gate.pass(actor, Capability::ViewRecording, [=, this] { return m_drafts.remove(actor, id, form); });
    return chain(removed, this, [this, id](bool wasThere) {
        if (wasThere)
            Q_EMIT draftsChanged(id);
        return readyFuture(Result<>());
    });
}

} // namespace letopis
