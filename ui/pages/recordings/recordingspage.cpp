#include "ui/pages/recordings/recordingspage.h"

#include "core/base/whendone.h"
#include "ui/models/recordinglistmodel.h"
#include "ui/models/serverdirectory.h"
#include "ui/pages/recordings/filterbar.h"
#include "ui/pages/recordings/recordingtable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/skeletonrows.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>
#include <vector>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

enum StackIndex { TableIndex, EmptyIndex, LoadingIndex };

} // namespace

RecordingsPage::RecordingsPage(Workspace &workspace, const Actor &actor, const ServerDirectory &servers,
                               const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_actor(actor)
    , m_servers(servers)
    , m_model(new RecordingListModel(workspace, actor, clock, this))
    , m_filters(new FilterBar(servers, clock))
    , m_messages(new MessageBar)
    , m_table(new RecordingTable)
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget)
{
    m_empty->setObjectName(u"recordingsEmpty"_s);
    m_empty->setBackgroundRole(QPalette::Base); // the table's ground: it stands in its place
    m_empty->setAutoFillBackground(true);
    m_table->setModel(m_model);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(new SkeletonRows);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_filters);
    layout->addWidget(m_messages);
    layout->addWidget(m_stack, 1);

    m_searchDelay.setSingleShot(true);
    m_searchDelay.setInterval(150ms);
    connect(&m_searchDelay, &QTimer::timeout, this, &RecordingsPage::applyQuery);
    connect(m_filters, &FilterBar::filtersChanged, this, &RecordingsPage::applyQuery);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &RecordingsPage::onSortChosen);
    connect(m_table, &PlainTable::opened, this, [this] { Q_EMIT recordingOpened(currentRecording()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RecordingsPage::onCurrentRow);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RecordingsPage::onSelection);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &RecordingsPage::onSelection); // no selectionChanged for these
    connect(m_model, &RecordingListModel::phaseChanged, this, &RecordingsPage::onPhaseChanged);
    connect(m_model, &RecordingListModel::catalogRead, this, &RecordingsPage::updateContents);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_isResetting = true; });
    connect(m_model, &QAbstractItemModel::modelReset, this, &RecordingsPage::keepSelection);
    connect(m_empty, &EmptyState::actionRequested, this, &RecordingsPage::onEmptyAction);
    connect(&servers, &ServerDirectory::changed, this, &RecordingsPage::updateContents);
    connect(&workspace, &Workspace::catalogChanged, this, &RecordingsPage::updateFormats);
    m_stack->setCurrentIndex(LoadingIndex);
}

void RecordingsPage::start()
{
    m_isStarted = true;
    applyQuery();
}

RecordingId RecordingsPage::currentRecording() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_model->row(current.row()).id : RecordingId{};
}

int RecordingsPage::selectedCount() const
{
    int count = 0;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection())
        count += range.left() == 0 ? range.height() : 0; // whole rows: each is in one range that begins at the left
    return count;
}

QList<RecordingId> RecordingsPage::selectedRecordings() const
{
    std::vector<int> rows;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); range.left() == 0 && row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    QList<RecordingId> selected;
    for (const int row : rows)
        selected += m_model->row(row).id;
    return selected;
}

void RecordingsPage::onSelection()
{
    if (m_isResetting)
        return;
    const int count = selectedCount();
    if (std::exchange(m_selectedCount, count) != count)
        Q_EMIT selectionCountChanged(count);
}

void RecordingsPage::setSearch(const QString &text)
{
    m_search = text.trimmed();
    m_searchDelay.start();
}

void RecordingsPage::setScope(std::optional<ServerId> server, bool onlyNew)
{
    m_onlyNew = onlyNew;
    if (std::exchange(m_folder, FolderId()).isValid())
        Q_EMIT folderLeft();
    if (server != m_filters->server())
        m_filters->setServer(server); // applies the query by its signal
    else
        applyQuery();
}

void RecordingsPage::setFolder(FolderId folder, bool withBelow)
{
    m_onlyNew = m_onlyNew && !folder.isValid();
    m_folder = folder;
    m_withBelow = withBelow;
    applyQuery();
}

void RecordingsPage::setMayConnect(bool mayConnect)
{
    if (std::exchange(m_mayConnect, mayConnect) != mayConnect)
        updateContents();
}

void RecordingsPage::applyQuery()
{
    if (!m_isStarted)
        return;
    m_searchDelay.stop();
    RecordingQuery query;
    query.search = m_search;
    query.onlyNew = m_onlyNew;
    if (m_folder.isValid()) {
        query.folder = m_folder;
        query.withFoldersBelow = m_withBelow;
    }
    m_filters->applyTo(query);
    const QHeaderView *header = m_table->horizontalHeader();
    query.sort = static_cast<RecordingColumn>(qBound(0, header->sortIndicatorSection(), RecordingListModel::ColumnCount - 1));
    query.order = header->sortIndicatorOrder();
    m_model->setQuery(query);
    Q_EMIT scopeChanged(query.server, query.onlyNew);
}

void RecordingsPage::onSortChosen(int column)
{
    if (column >= 0)
        applyQuery();
}

void RecordingsPage::updateFormats()
{
    whenDone(m_workspace.knownFormats(m_actor), this, [this](const Result<QStringList> &formats) {
        if (formats)
            m_filters->setFormats(*formats);
    });
}

void RecordingsPage::onPhaseChanged()
{
    updateContents();
    if (m_hasFirstRows || m_model->phase() == RecordingListModel::Phase::Loading)
        return;
    m_hasFirstRows = true;
    // A timer comes after the repaint that these rows ask for.
    QTimer::singleShot(0, this, [this] {
        updateFormats();
        Q_EMIT firstRowsRead();
    });
}

void RecordingsPage::updateContents()
{
    const RecordingListModel::Phase phase = m_model->phase();
    const bool isEmpty = m_model->rowCount() == 0;
    if (phase == RecordingListModel::Phase::Failed && m_model->error()) {
        m_messages->showError(*m_model->error());
        m_messages->addAction(tr("&Try again"), [this] { m_model->reload(); });
        m_showsFailure = true;
    } else if (phase == RecordingListModel::Phase::Ready && m_showsFailure) {
        m_messages->clear();
        m_showsFailure = false;
    }
    if (!isEmpty || phase == RecordingListModel::Phase::Failed) {
        m_stack->setCurrentIndex(TableIndex);
        return;
    }
    if (phase == RecordingListModel::Phase::Loading || !m_servers.isLoaded()) {
        m_stack->setCurrentIndex(LoadingIndex);
        return;
    }
    if (!m_search.isEmpty() || m_filters->isActive())
        showEmpty(EmptyKind::NothingFound);
    else if (m_onlyNew)
        showEmpty(EmptyKind::NothingNew);
    else if (m_folder.isValid())
        showEmpty(EmptyKind::NothingHere);
    else
        showEmpty(m_servers.servers().isEmpty() ? EmptyKind::NoServers : EmptyKind::NothingSynced);
}

void RecordingsPage::showEmpty(EmptyKind kind)
{
    m_emptyKind = kind;
    if (!m_mayConnect && (kind == EmptyKind::NoServers || kind == EmptyKind::NothingSynced)) {
        m_empty->setState(u"recordings", tr("No recordings"), tr("Nothing was opened to you yet."));
        m_stack->setCurrentIndex(EmptyIndex);
        return;
    }
    switch (kind) {
    case EmptyKind::NoServers:
        m_empty->setState(u"server", tr("No servers yet"),
                          tr("Connect a BigBlueButton server: Letopis keeps a catalog of all its recordings here, "
                             "with everybody who took part."),
                          tr("Connect a server"));
        break;
    case EmptyKind::NothingSynced:
        m_empty->setState(u"recordings", tr("No recordings yet"), tr("Sync to fetch the list of recordings from the server."),
                          tr("Sync now"));
        break;
    case EmptyKind::NothingFound:
        m_empty->setState(u"search", tr("Nothing found"),
                          tr("No recording matches the search and the filters."), tr("Clear search and filters"));
        break;
    case EmptyKind::NothingNew:
        m_empty->setState(u"check", tr("Nothing new"), tr("Recordings that arrive with the next sync will be listed here."));
        break;
    case EmptyKind::NothingHere:
        m_empty->setState(u"folder", tr("Nothing in this folder"),
                          tr("Drag recordings here, or choose “Move to folder” in their menu."), tr("Show all recordings"));
        break;
    }
    m_stack->setCurrentIndex(EmptyIndex);
}

void RecordingsPage::onEmptyAction()
{
    switch (m_emptyKind) {
    case EmptyKind::NoServers: Q_EMIT connectServerRequested(); break;
    case EmptyKind::NothingSynced: Q_EMIT syncRequested(); break;
    case EmptyKind::NothingFound:
        m_search.clear();
        Q_EMIT searchCleared();
        m_filters->clear();
        break;
    case EmptyKind::NothingNew: break;
    case EmptyKind::NothingHere: setScope(m_filters->server(), false); break;
    }
}

// The recording a person looks at stays selected under a new order or filter, wherever it is among the first rows.
void RecordingsPage::keepSelection()
{
    m_isResetting = false;
    const int row = m_current.isValid() ? m_model->rowOf(m_current) : -1;
    if (row >= 0)
        m_table->setCurrentIndex(m_model->index(row, RecordingListModel::Title));
    else if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, RecordingListModel::Title));
    else
        onCurrentRow();
    onSelection();
    updateContents();
}

void RecordingsPage::onCurrentRow()
{
    if (m_isResetting)
        return;
    const RecordingId current = currentRecording();
    if (current == m_current)
        return;
    m_current = current;
    Q_EMIT currentChanged(current);
}

} // namespace letopis
