#include "ui/pages/recordings/detailspresenter.h"

#include "core/base/whendone.h"
#include "ui/pages/recordings/detailspane.h"

namespace letopis {

using namespace std::chrono_literals;

DetailsPresenter::DetailsPresenter(Workspace &workspace, Actor actor, DetailsPane &pane, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_actor(std::move(actor)), m_pane(pane)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(60ms);
    connect(&m_settle, &QTimer::timeout, this, &DetailsPresenter::load);
    m_seen.setSingleShot(true);
    m_seen.setInterval(2500ms);
    connect(&m_seen, &QTimer::timeout, this, [this] {
        if (m_pane.isVisible())
            markSeen();
    });
    connect(&workspace, &Workspace::catalogChanged, this, &DetailsPresenter::onCatalogChanged);
    connect(&pane, &DetailsPane::retryRequested, this, &DetailsPresenter::load);
}

void DetailsPresenter::show(RecordingId recording)
{
    m_current = recording;
    m_seen.stop();
    m_isNew = false;
    ++m_generation;
    if (recording.isValid()) {
        m_settle.start();
    } else {
        m_settle.stop();
        m_pane.showNothing();
    }
}

void DetailsPresenter::markSeen()
{
    if (!m_isNew || !m_current.isValid())
        return;
    m_isNew = false;
    whenDone(m_workspace.markSeen(m_actor, m_current), this, [](const Result<> &) {
        // A recording that stays bold is no reason to disturb anybody.
    });
}

void DetailsPresenter::load()
{
    if (!m_current.isValid())
        return;
    const quint64 generation = ++m_generation;
    whenDone(m_workspace.recording(m_actor, m_current), this, [this, generation](const Result<RecordingDetails> &details) {
        if (generation == m_generation)
            onDetails(details);
    });
}

void DetailsPresenter::onDetails(const Result<RecordingDetails> &details)
{
    if (!details) {
        m_pane.showError(details.error());
        return;
    }
    m_pane.showDetails(*details);
    loadTimeline();
    m_isNew = details->row.isNew;
    if (m_isNew)
        m_seen.start();
}

void DetailsPresenter::loadTimeline()
{
    const quint64 generation = m_generation;
    whenDone(m_workspace.timeline(m_actor, m_current), this, [this, generation](const Result<QList<TimelineEntry>> &entries) {
        if (generation != m_generation)
            return;
        if (entries)
            m_pane.showTimeline(*entries);
        else
            m_pane.showListError(entries.error());
    });
}

void DetailsPresenter::onCatalogChanged(const CatalogChange &change)
{
    if (m_current.isValid() && (change.isLarge || change.updated.contains(m_current)) && !m_settle.isActive())
        m_settle.start();
}

} // namespace letopis
