#include "tests/support/fakedraftbook.h"

#include "tests/support/fakeworkspace.h"

namespace letopis::test {

using namespace Qt::Literals::StringLiterals;

QFuture<Result<QList<FormDraft>>> FakeDraftBook::drafts(const Actor &, RecordingId id)
{
    return m_workspace.answer<QList<FormDraft>>(u"drafts"_s, [this, id]() -> Result<QList<FormDraft>> {
        QList<FormDraft> found;
        for (const FormDraft &one : std::as_const(m_drafts)) {
            if (one.recording == id)
                found += one;
        }
        return found;
    });
}

QFuture<Result<QList<FormDraft>>> FakeDraftBook::overview(const Actor &)
{
    return m_workspace.answer<QList<FormDraft>>(u"draftOverview"_s, [this]() -> Result<QList<FormDraft>> {
        QList<FormDraft> found = m_drafts.values();
        found.removeIf([](const FormDraft &one) { return !one.recording.isValid(); });
        for (FormDraft &one : found)
            one.content.clear();
        return found;
    });
}

QFuture<Result<>> FakeDraftBook::keep(const Actor &, RecordingId id, const QString &form, const QByteArray &content)
{
    return m_workspace.answer<void>(u"keepDraft"_s, [this, id, form, content]() -> Result<> {
        const std::pair key{id, form};
        const bool isNew = !m_drafts.contains(key);
        const QDateTime since = isNew ? m_now : m_drafts.value(key).since;
        m_drafts.insert(key, {.recording = id, .form = form, .content = content, .since = since, .savedAt = m_now});
        if (isNew && id.isValid())
            QMetaObject::invokeMethod(this, [this, id] { Q_EMIT draftsChanged(id); }, Qt::QueuedConnection);
        return {};
    });
}

QFuture<Result<>> FakeDraftBook::remove(const Actor &, RecordingId id, const QString &form)
{
    return m_workspace.answer<void>(u"removeDraft"_s, [this, id, form]() -> Result<> {
        if (m_drafts.remove({id, form}) > 0 && id.isValid())
            QMetaObject::invokeMethod(this, [this, id] { Q_EMIT draftsChanged(id); }, Qt::QueuedConnection);
        return {};
    });
}

} // namespace letopis::test
