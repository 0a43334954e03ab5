#pragma once

#include "core/domain/recordinginformation.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace letopis {

class InformationDraft;
class InformationField;
class MessageBar;

// A recording's general information, to edit. Shows a draft and asks for what only others can do; the
// InformationPresenter answers.
class InformationForm final : public QWidget
{
    Q_OBJECT

public:
    explicit InformationForm(QWidget *parent = nullptr);

    void showDraft(InformationDraft *draft); // none: the fields are there and empty, as while reading
    void setBusy(bool isBusy);               // an apply is under way: not twice
    // The fields are there to be read; the reason is a line above them, empty while it is not known.
    void setReadOnly(bool isReadOnly, const QString &reason = {});
    bool isReadOnly() const { return m_isReadOnly; }
    // Until the draft is clean or another one is shown.
    void showRestored(const QString &text, const QString &advice);
    void showProblems();                     // all of them, with the focus on the first
    void focusField(const QString &field);
    InformationDraft *draft() const { return m_draft; }
    MessageBar &messages() const { return *m_messages; }

Q_SIGNALS:
    void becameVisible();
    void applyRequested();
    void historyRequested(const QString &field);
    void decisionRequested(const QString &field);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showDefinitions(const QList<FieldDefinition> &definitions);
    void restoreServerValue(const QString &field);
    void updateFoot();
    InformationField *fieldOf(const QString &field) const;

    QList<FieldDefinition> m_definitions;
    QList<InformationField *> m_fields;
    InformationDraft *m_draft = nullptr;
    MessageBar *m_messages;
    QScrollArea *m_scroll;
    QVBoxLayout *m_rows = nullptr;
    QLabel *m_summary;
    QLabel *m_readOnly;
    QPushButton *m_discard;
    QPushButton *m_apply;
    bool m_isBusy = false;
    bool m_isReadOnly = false;
    bool m_saysRestored = false;
};

} // namespace letopis
