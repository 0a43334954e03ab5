#pragma once

#include "core/workspace/draftbook.h"

#include <QMap>

namespace letopis::test {

class FakeWorkspace;

// Drafts in memory; answers as its workspace does ("keepDraft" and the others may be scripted to fail).
class FakeDraftBook final : public DraftBook
{
    Q_OBJECT

public:
    explicit FakeDraftBook(FakeWorkspace &workspace)
        : m_workspace(workspace)
    {
    }

    void setNow(const QDateTime &utc) { m_now = utc; }
    // What is kept; empty: nothing.
    QByteArray content(RecordingId id, const QString &form) const { return m_drafts.value({id, form}).content; }
    // As if typed before this program started.
    void put(const FormDraft &draft) { m_drafts.insert({draft.recording, draft.form}, draft); }
    qsizetype count() const { return m_drafts.size(); }

    QFuture<Result<QList<FormDraft>>> drafts(const Actor &actor, RecordingId id) override;
    QFuture<Result<QList<FormDraft>>> overview(const Actor &actor) override;
    QFuture<Result<>> keep(const Actor &actor, RecordingId id, const QString &form, const QByteArray &content) override;
    QFuture<Result<>> remove(const Actor &actor, RecordingId id, const QString &form) override;

private:
    FakeWorkspace &m_workspace;
    QMap<std::pair<RecordingId, QString>, FormDraft> m_drafts;
    QDateTime m_now = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
};

} // namespace letopis::test
