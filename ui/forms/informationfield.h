#pragma once

#include "ui/forms/informationdraft.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace letopis {

class FieldInput;
class ProblemLabel;

// One field of the information form: name, input, what is wrong with it, and where its value stands between the catalog and
// the server. Writes into the draft.
class InformationField final : public QWidget
{
    Q_OBJECT

public:
    explicit InformationField(const FieldDefinition &definition, QWidget *parent = nullptr);

    void setDraft(InformationDraft *draft); // none: nothing to edit; it outlives its time here

    void setReadOnly(bool isReadOnly); // its history can be looked at all the same

    const QString &field() const { return m_definition.id; }
    FieldInput &input() const { return *m_input; }
    void showText();
    void showState();
    void showProblem(); // also before the field was left

Q_SIGNALS:
    void historyRequested(const QString &field);
    void decisionRequested(const QString &field);
    void restoreRequested(const QString &field); // the server's value

private:
    QString labelText() const;
    QString stateText() const;
    void connectInput();
    QToolButton *makeMenuButton();

    const FieldDefinition m_definition;
    InformationDraft *m_draft = nullptr;
    QLabel *m_label;
    FieldInput *m_input;
    ProblemLabel *m_problem;
    QLabel *m_state;
    QPushButton *m_decide;
    QAction *m_restore = nullptr; // made with the menu
    QToolButton *m_menu;
    bool m_wasLeft = false;
    bool m_isReadOnly = false;
};

} // namespace letopis
