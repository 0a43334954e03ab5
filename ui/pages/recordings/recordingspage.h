#pragma once

#include "core/domain/recordingquery.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace letopis {

class Clock;
class EmptyState;
class FilterBar;
class MessageBar;
class RecordingListModel;
class RecordingTable;
class ServerDirectory;
class Workspace;
struct Actor;

// The catalog: filters, the table, and what stands in its place while there is nothing to show.
class RecordingsPage final : public QWidget
{
    Q_OBJECT

public:
    RecordingsPage(Workspace &workspace, const Actor &actor, const ServerDirectory &servers, const Clock &clock,
                   QWidget *parent = nullptr);

    RecordingListModel &model() const { return *m_model; }
    RecordingTable &table() const { return *m_table; }
    FilterBar &filters() const { return *m_filters; }
    MessageBar &messages() const { return *m_messages; }

    void start(); // asks for the first rows: after the table's sort order is restored
    RecordingId currentRecording() const;
    QList<RecordingId> selectedRecordings() const; // from top to bottom
    int selectedCount() const;
    void setSearch(const QString &text); // as typed: waits a moment for the next key
    void setScope(std::optional<ServerId> server, bool onlyNew); // of all folders
    // Of one folder, new or not, within the filters; not valid: of all.
    void setFolder(FolderId folder, bool withBelow);
    FolderId folder() const { return m_folder; }
    bool showsOnlyNew() const { return m_onlyNew; }
    void setMayConnect(bool mayConnect); // servers: whoever may not is offered none

Q_SIGNALS:
    void firstRowsRead(); // once: they, or what stands in their place, are about to be painted; time for lesser questions
    void currentChanged(letopis::RecordingId recording); // none: nothing is selected
    void selectionCountChanged(int count);
    void recordingOpened(letopis::RecordingId recording); // Enter or a double click
    void scopeChanged(std::optional<letopis::ServerId> server, bool onlyNew);
    void connectServerRequested();
    void syncRequested();
    void searchCleared();
    void folderLeft(); // the recordings of all folders are shown again

private:
    enum class EmptyKind { NoServers, NothingSynced, NothingFound, NothingNew, NothingHere };

    void applyQuery();
    void onPhaseChanged();
    void updateFormats();
    void updateContents();
    void showEmpty(EmptyKind kind);
    void onEmptyAction();
    void onSortChosen(int column);
    void keepSelection();
    void onCurrentRow();
    void onSelection();

    Workspace &m_workspace;
    const Actor &m_actor;
    const ServerDirectory &m_servers;
    RecordingListModel *m_model = nullptr;
    FilterBar *m_filters = nullptr;
    MessageBar *m_messages = nullptr;
    RecordingTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyKind m_emptyKind = EmptyKind::NoServers;
    QString m_search;
    bool m_onlyNew = false;
    FolderId m_folder;
    bool m_withBelow = true;
    bool m_isStarted = false;
    bool m_hasFirstRows = false;
    bool m_showsFailure = false;
    bool m_mayConnect = true;
    bool m_isResetting = false;
    RecordingId m_current;
    int m_selectedCount = 0;
    QTimer m_searchDelay;
};

} // namespace letopis
