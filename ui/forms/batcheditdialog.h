#pragma once

#include "core/access/capability.h"
#include "core/domain/actor.h"
#include "core/domain/recordinginformation.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace letopis {

class BatchEditFields;
class BatchEditModel;
class MessageBar;
class PlainTable;
class Workspace;

// Many recordings at once, in three steps: which fields, what would change, what did. Nothing happens before the second is
// confirmed; nothing here waits.
class BatchEditDialog final : public QDialog
{
    Q_OBJECT

public:
    BatchEditDialog(Workspace &workspace, const Actor &actor, const QList<RecordingId> &recordings, QWidget *parent);

    void reject() override; // not while the catalog is being written: its undo would be lost

Q_SIGNALS:
    void applied(const letopis::EditReport &report);
    void undoRequested(const letopis::EditReport &report);

private:
    enum class Step { Reading, Fields, Planning, Plan, Applying, Done };

    void buildPages();
    QWidget *buildPlanPage();
    void buildButtons();
    void readValues();
    void keepEditable(const Standing &standing, const QHash<RecordingId, PermissionSet> &sets,
                      const QList<FieldDefinition> &fields);
    void showValues();
    void makePlan();
    void applyPlan();
    void setStep(Step step);
    void updateButtons();
    void showFailure(const Error &error, Step backTo);
    QString planSummary() const;
    QString resultSummary() const;

    Workspace &m_workspace;
    const Actor m_actor;
    const QList<RecordingId> m_selected;
    QList<RecordingId> m_recordings; // of them, those that the actor may edit
    QList<FieldDefinition> m_definitions;
    EditReport m_report;
    Step m_step = Step::Reading;
    BatchEditModel *m_model;
    BatchEditFields *m_fields;
    MessageBar *m_messages;
    QLabel *m_title;
    QLabel *m_summary;
    QStackedWidget *m_pages;
    PlainTable *m_table;
    QCheckBox *m_showUnchanged;
    QProgressBar *m_busy;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace letopis
