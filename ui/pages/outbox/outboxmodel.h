#pragma once

#include "core/base/clock.h"
#include "core/domain/actor.h"
#include "core/domain/recordinginformation.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <vector>

namespace letopis {

class Workspace;

// Edits on their way to the servers, oldest first. Reads the outbox by itself whenever it changes; rows keep their place.
class OutboxModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Recording, Field, Before, After, State, NextTry, ColumnCount };

    OutboxModel(Workspace &workspace, Actor actor, const Clock &clock, QObject *parent = nullptr);

    void reload();
    void setWithCatalogOnly(bool with); // also what the servers cannot hold
    bool isLoaded() const { return m_isLoaded; }
    const std::optional<Error> &error() const { return m_error; }
    const OutboxEntry &entry(int row) const { return m_rows[static_cast<size_t>(row)].entry; }
    FieldDefinition definitionOf(const OutboxEntry &entry) const;
    static QString stateSentence(const OutboxEntry &entry);

    int waitingCount() const; // all but what stays in the catalog alone: also its server may have been removed
    int conflictCount() const;
    QList<ServerId> serversToPush() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void read(); // what is shown is up to date, or error() says why not

private:
    struct Row
    {
        OutboxEntry entry;
        friend bool operator==(const Row &a, const Row &b)
        {
            return a.entry.edit == b.entry.edit && a.entry.recordingTitle == b.entry.recordingTitle
                && a.entry.serverName == b.entry.serverName && a.entry.isServerRemoved == b.entry.isServerRemoved;
        }
    };

    void readDefinitions();
    void show(const QList<OutboxEntry> &entries);
    QString text(const OutboxEntry &entry, int column) const;

    Workspace &m_workspace;
    const Actor m_actor;
    const Clock &m_clock;
    QList<FieldDefinition> m_definitions;
    std::vector<Row> m_rows;
    std::optional<Error> m_error;
    quint64 m_generation = 0;
    bool m_withCatalogOnly = false;
    bool m_isLoaded = false;
    QTimer m_settle; // a push tells of every field
};

} // namespace letopis
