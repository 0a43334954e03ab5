#include "core/workspace/local/localdraftbook.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
// Whose drafts: a person's stay theirs whatever their login becomes, and apart from the owner's.
Actor authorOf(const Actor &actor)
{
    Actor author = actor;
    if (actor.kind == ActorKind::Person)
        author.login = u"person:%1"_s.arg(actor.person.value);
    return author;
}

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
    const auto read = [=, this] { return m_drafts.drafts(authorOf(actor), id); };
    return id.isValid() ? m_gate.pass(actor, Capability::ViewRecording, id, read) : m_gate.pass(actor, Capability::ViewRecording, read);
}

QFuture<Result<QList<FormDraft>>> LocalDraftBook::overview(const Actor &actor)
{
    if (actor.onlyLooks)
        return readyFuture(Result<QList<FormDraft>>(QList<FormDraft>()));
    return m_gate.pass(actor, Capability::ViewRecording, [=, this] { return m_drafts.overview(authorOf(actor)); });
}

QFuture<Result<>> LocalDraftBook::keep(const Actor &actor, RecordingId id, const QString &form, const QByteArray &content)
{
    if (actor.onlyLooks)
        return readyFuture(Result<>(refusedToLooker()));
    const auto keep = [=, this] { return m_drafts.keep(authorOf(actor), id, form, content); };
    const auto kept = id.isValid() ? m_gate.pass(actor, Capability::ViewRecording, id, keep) : m_gate.pass(actor, Capability::ViewRecording, keep);
    return chain(kept, this, [this, id](bool wasThere) {
        if (!wasThere && id.isValid())
            Q_EMIT draftsChanged(id);
        return readyFuture(Result<>());
    });
}

// Also of what was closed to its author meanwhile.
QFuture<Result<>> LocalDraftBook::remove(const Actor &actor, RecordingId id, const QString &form)
{
    if (actor.onlyLooks)
        return readyFuture(Result<>(refusedToLooker()));
    const auto removed = m_gate.pass(actor, Capability::ViewRecording, [=, this] { return m_drafts.remove(authorOf(actor), id, form); });
    return chain(removed, this, [this, id](bool wasThere) {
        if (wasThere && id.isValid())
            Q_EMIT draftsChanged(id);
        return readyFuture(Result<>());
    });
}

} // namespace letopis
