#include "core/workspace/local/localdraftbook.h"

#include "core/base/whendone.h"

namespace letopis {

LocalDraftBook::LocalDraftBook(Database &database, const Clock &clock, QObject *parent)
    : DraftBook(parent)
    , m_drafts(database, clock)
{
}

QFuture<Result<QList<FormDraft>>> LocalDraftBook::drafts(const Actor &actor, RecordingId id)
{
    return m_drafts.drafts(actor, id);
}

QFuture<Result<QList<FormDraft>>> LocalDraftBook::overview(const Actor &actor)
{
    return m_drafts.overview(actor);
}

QFuture<Result<>> LocalDraftBook::keep(const Actor &actor, RecordingId id, const QString &form, const QByteArray &content)
{
    return chain(m_drafts.keep(actor, id, form, content), this, [this, id](bool wasThere) {
        if (!wasThere)
            Q_EMIT draftsChanged(id);
        return readyFuture(Result<>());
    });
}

QFuture<Result<>> LocalDraftBook::remove(const Actor &actor, RecordingId id, const QString &form)
{
    return chain(m_drafts.remove(actor, id, form), this, [this, id](bool wasThere) {
        if (wasThere)
            Q_EMIT draftsChanged(id);
        return readyFuture(Result<>());
    });
}

} // namespace letopis
