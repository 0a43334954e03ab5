#pragma once

#include "core/domain/actor.h"
#include "core/domain/recordinginformation.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace letopis {

class EmptyState;
class MessageBar;
class OutboxModel;
class PlainTable;
class Workspace;

// What waits to be sent to the servers, what became of it, and what can be done about it.
class OutboxPage final : public QWidget
{
    Q_OBJECT

public:
    OutboxPage(Workspace &workspace, Actor actor, OutboxModel &model, QWidget *parent = nullptr);

    void push();
    PlainTable &table() const { return *m_table; }

Q_SIGNALS:
    void recordingRequested(letopis::RecordingId recording);

private:
    QWidget *buildTools();
    void buildTable();
    void discard(); // of more than one it asks first
    void discardAll(const QList<FieldEditState> &edits);
    void decide();
    void updateContents();
    void updateChoice();
    QList<int> selectedRows() const;
    QString detailsOf(const OutboxEntry &entry) const;
    void showFailure(const Error &error);

    Workspace &m_workspace;
    const Actor m_actor;
    OutboxModel &m_model;
    MessageBar *m_messages;
    PlainTable *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QLabel *m_details;
    QPushButton *m_push;
    QPushButton *m_decide;
    QPushButton *m_discard;
    QCheckBox *m_withCatalogOnly;
    bool m_showsFailure = false;
};

} // namespace letopis
