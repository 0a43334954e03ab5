#pragma once

#include "core/domain/actor.h"
#include "core/domain/recordingfield.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace letopis {

class MessageBar;
class ProblemLabel;
class Workspace;

// The fields an administrator gives recordings besides the usual ones: name, type, choices, archived. A field's key and type
// stay for good: values are kept by them.
class CustomFieldsDialog final : public QDialog
{
    Q_OBJECT

public:
    CustomFieldsDialog(Workspace &workspace, Actor actor, QWidget *parent);

private:
    QWidget *buildList();
    QWidget *buildForm();
    void connectForm();
    void load(const QString &select);
    void showList(const QString &select);
    void showField(const FieldDefinition &definition, bool isNew);
    void add();
    void move(int step);
    void store(const FieldDefinition &definition);
    void save();
    void onEdited();
    void updateButtons();
    FieldDefinition edited() const;
    bool isDirty() const { return m_isShown && edited() != m_shown; }

    Workspace &m_workspace;
    const Actor m_actor;
    QList<FieldDefinition> m_fields;
    FieldDefinition m_shown;
    bool m_isShown = false;
    bool m_isNew = false;
    bool m_isKeyTyped = false;
    MessageBar *m_messages;
    QListWidget *m_list;
    QLineEdit *m_label;
    QLineEdit *m_key;
    QComboBox *m_type;
    QPlainTextEdit *m_choices;
    QCheckBox *m_archived;
    ProblemLabel *m_problem;
    QFormLayout *m_form = nullptr;
    QPushButton *m_add;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_save;
};

} // namespace letopis
