#include "ui/models/draftdirectory.h"

#include "core/base/whendone.h"
#include "core/workspace/draftbook.h"

#include <utility>

namespace letopis {

using namespace std::chrono_literals;

DraftDirectory::DraftDirectory(DraftBook &book, Actor actor, QObject *parent)
    : QObject(parent), m_book(book), m_actor(std::move(actor))
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(50ms);
    connect(&m_settle, &QTimer::timeout, this, &DraftDirectory::reload);
    connect(&book, &DraftBook::draftsChanged, &m_settle, qOverload<>(&QTimer::start));
}

void DraftDirectory::reload()
{
    whenDone(m_book.overview(m_actor), this, [this](const Result<QList<FormDraft>> &drafts) {
        // A mark that is missing is no reason to disturb anybody.
        if (drafts && std::exchange(m_drafts, *drafts) != *drafts)
            Q_EMIT changed();
    });
}

QList<RecordingId> DraftDirectory::recordings() const
{
    QList<RecordingId> all;
    for (const FormDraft &one : m_drafts) {
        if (!all.contains(one.recording))
            all += one.recording;
    }
    return all;
}

} // namespace letopis
