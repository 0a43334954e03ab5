#pragma once

#include "core/base/error.h"
#include "core/base/result.h"
#include "core/domain/actor.h"
#include "core/domain/audit.h"

#include <QAbstractTableModel>

#include <optional>

namespace letopis {

class AuditNameBook;
class Clock;
class Workspace;

// The events of one query, newest first, read page by page as a view asks for more. Late answers of an older query are dropped.
class AuditEventModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, Who, What, Recording, Change, Program, ColumnCount };
    enum class Phase { Loading, Ready, Failed };
    Q_ENUM(Phase)

    static constexpr int pageSize = 200;

    AuditEventModel(Workspace &workspace, Actor actor, const Clock &clock, AuditNameBook &names, QObject *parent = nullptr);

    void setQuery(const AuditQuery &query);
    const AuditQuery &query() const { return m_query; }
    void reload();
    void readNewer(); // what happened since is put on top; nothing else moves

    Phase phase() const { return m_phase; }
    const std::optional<Error> &error() const { return m_error; }
    qint64 headSequence() const { return m_headSequence; } // of the whole journal, when it was read last
    bool hasMore() const { return m_next > 0; }
    const AuditEntry &entry(int row) const { return m_entries.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void phaseChanged();
    void pageRead();
    void furtherPageFailed(); // error() tells why; what is shown stays, and the page can be asked for again

private:
    void onFirstPage(const Result<AuditPage> &page);
    void onNewer(const Result<AuditPage> &page);
    QString text(const AuditEntry &entry, int column) const;
    QString toolTip(const AuditEntry &entry, int column) const;

    Workspace &m_workspace;
    const Actor m_actor;
    const Clock &m_clock;
    AuditNameBook &m_names;
    AuditQuery m_query;
    QList<AuditEntry> m_entries;
    qint64 m_next = 0;
    qint64 m_headSequence = 0;
    Phase m_phase = Phase::Loading;
    std::optional<Error> m_error;
    quint64 m_generation = 0;
    bool m_isFetching = false;
    bool m_readsNewer = false;
};

QString auditTimeText(qint64 atMs); // local and UTC, for tool tips and details

} // namespace letopis
