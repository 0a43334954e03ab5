#pragma once

#include "core/storage/draftrepository.h"
#include "core/workspace/draftbook.h"
#include "core/workspace/local/gate.h"

namespace letopis {

// Drafts in this profile's catalog. Everybody has their own, of what they can see; who only looks has none.
class LocalDraftBook final : public DraftBook
{
    Q_OBJECT

public:
    LocalDraftBook(const AccessControl &access, Database &database, const Clock &clock, QObject *parent = nullptr);

    QFuture<Result<QList<FormDraft>>> drafts(const Actor &actor, RecordingId id) override;
    QFuture<Result<QList<FormDraft>>> overview(const Actor &actor) override;
    QFuture<Result<>> keep(const Actor &actor, RecordingId id, const QString &form, const QByteArray &content) override;
    QFuture<Result<>> remove(const Actor &actor, RecordingId id, const QString &form) override;

private:
    Gate m_gate;
    DraftRepository m_drafts;
};

} // namespace letopis
