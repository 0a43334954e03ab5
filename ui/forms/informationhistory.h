#pragma once

#include "core/domain/actor.h"
#include "core/domain/recordinginformation.h"

#include <QAbstractTableModel>
#include <QDialog>

class QPushButton;

namespace letopis {

class EmptyState;
class MessageBar;
class PlainTable;
class Workspace;

// A field's values, newest first, as lines of a table.
class FieldHistoryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, Who, What, Before, After, ColumnCount };

    explicit FieldHistoryModel(FieldDefinition definition, QObject *parent = nullptr);

    void setEntries(const QList<FieldHistoryEntry> &entries);
    const FieldHistoryEntry &entry(int row) const { return m_entries.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const FieldHistoryEntry &entry, int column) const;

    const FieldDefinition m_definition;
    QList<FieldHistoryEntry> m_entries;
};

// Who changed a field when, and the way back to any value it had. Restoring is for the form: it is applied with the rest.
class InformationHistory final : public QDialog
{
    Q_OBJECT

public:
    InformationHistory(Workspace &workspace, const Actor &actor, RecordingId recording, const QString &field,
                       const QList<FieldDefinition> &definitions, QWidget *parent);

    void setReadOnly(bool isReadOnly); // then nothing can be restored

Q_SIGNALS:
    void restoreRequested(const QString &field, const QString &value);

private:
    void buildTable();
    void buildButtons();
    void load(Workspace &workspace, const Actor &actor, RecordingId recording);
    void updateButtons();
    void restore(bool isBefore);

    const FieldDefinition m_definition;
    FieldHistoryModel *m_model;
    PlainTable *m_table;
    EmptyState *m_empty;
    MessageBar *m_messages;
    QPushButton *m_restoreBefore = nullptr;
    QPushButton *m_restoreAfter = nullptr;
    bool m_isReadOnly = false;
};

} // namespace letopis
