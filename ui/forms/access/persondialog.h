#pragma once

#include "core/access/peopleauthority.h"
#include "core/domain/server.h"
#include "core/workspace/peopledirectory.h"
#include "ui/widgets/closingquestion.h"

#include <QDialog>
#include <QTimer>

#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QGroupBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace letopis {

class ExternalIdFields;
class DraftBook;
class MessageBar;
class OwnDraft;
class ProblemLabel;
class Questions;

// A person, new or known: what is wrong is said beside its field while one types, and the dialog stays open until the
// directory took it. Leaving with something typed asks.
class PersonDialog final : public QDialog
{
    Q_OBJECT

public:
    // Stores a person whose role, switches or blocking changed; ends with one of the two.
    struct Storing
    {
        Person person;
        QDialog *dialog; // belongs to what is asked over it
        std::function<void(const Result<> &)> stored;
        std::function<void()> cancelled;
    };
    struct Parts
    {
        PeopleDirectory &directory;
        Actor actor;
        Questions &questions;
        std::function<void(const Storing &)> storeStanding = {}; // nothing: without asking
    };
    struct Subject
    {
        Person person; // without an id: a new one
        QList<ConferenceServer> servers;
        PeopleAuthority authority = PeopleAuthority::Everybody; // of who edits
    };

    PersonDialog(const Parts &parts, const Subject &subject, QWidget *parent = nullptr);

    Person edited() const;
    bool isDirty() const { return edited() != m_shown; }
    void keepDrafts(DraftBook &book); // what is typed survives the end of the program; before it is opened

public Q_SLOTS:
    void reject() override; // asks where something would be lost

Q_SIGNALS:
    void stored(letopis::PersonId person, const QString &name);

private:
    QFormLayout *buildForm();
    QGroupBox *buildSwitches();
    void fillRoles();
    void connectFields();
    void addField(QFormLayout &form, const QString &label, QWidget *field, QLabel *below);
    void onEdited();
    void setFields(const Person &person);
    QJsonObject draft() const;
    QStringList restore(const QJsonObject &draft);
    void check();
    void showProblems(const QList<PersonProblem> &problems);
    void updateRole();
    void updateButtons();
    void store();
    void onStored(const Result<PersonId> &result);
    bool isNew() const { return !m_subject.person.id.isValid(); }

    const Parts m_parts;
    ClosingQuestion m_closing;
    const Subject m_subject;
    Person m_shown; // as the fields began
    bool m_isStoring = false;
    bool m_hasProblem = false;
    bool m_isNameTouched = false;
    quint64 m_generation = 0;
    QTimer m_delay;
    OwnDraft *m_draft = nullptr;
    MessageBar *m_messages;
    QLineEdit *m_name;
    QLineEdit *m_login;
    QLineEdit *m_email;
    QComboBox *m_role;
    QLabel *m_roleText;
    QList<std::pair<AdminSwitch, QCheckBox *>> m_switchBoxes; // before the box that holds them
    QGroupBox *m_switches;
    QComboBox *m_language;
    ExternalIdFields *m_ids;
    QCheckBox *m_isBlocked;
    ProblemLabel *m_nameProblem;
    ProblemLabel *m_loginProblem;
    ProblemLabel *m_emailProblem;
    ProblemLabel *m_idProblem;
    QPushButton *m_accept = nullptr;
};

} // namespace letopis
