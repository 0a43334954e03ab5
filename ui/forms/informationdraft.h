#pragma once

#include "core/domain/recordinginformation.h"

#include <QJsonObject>
#include <QObject>
#include <QUndoStack>

namespace letopis {

// One recording's information while a person edits it: what the catalog says, what was typed over it, and the way back over
// all fields. Texts are as typed; edits() are canonical. No widgets, no workspace.
class InformationDraft final : public QObject
{
    Q_OBJECT

public:
    explicit InformationDraft(QObject *parent = nullptr);

    // What the catalog says now. A text being edited stays; where the catalog changed below it, isOvertaken() says so.
    void setInformation(const QList<FieldDefinition> &definitions, const RecordingInformation &information);
    const RecordingInformation &information() const { return m_information; }
    const QList<FieldDefinition> &definitions() const { return m_definitions; }

    QString text(const QString &field) const;
    void edit(const QString &field, const QString &typed); // keystrokes in one field are one step to undo
    void endStep();                                        // the next keystroke begins a new one

    bool isDirty(const QString &field) const;
    bool isOvertaken(const QString &field) const; // the catalog is no longer what was typed over
    QStringList dirtyFields() const; // in the order of the form
    std::optional<FieldProblem> problem(const QString &field) const;
    bool isDirty() const { return !dirtyFields().isEmpty(); }
    bool hasProblems() const; // in what apply would write

    QList<FieldEdit> edits() const;
    void expect(const QList<FieldEdit> &edits); // on their way to the catalog: its change to them overtakes nobody
    void discard();                             // one step to undo

    // What is typed and not in the catalog, with what it was typed over; empty: nothing. restore() puts it over the catalog
    // of now, field by field, as one step to undo: true where something of it is still missing there.
    QJsonObject content() const;
    bool restore(const QJsonObject &content);

    QUndoStack &steps() { return m_steps; }

Q_SIGNALS:
    void textChanged(const QString &field);  // not by edit() itself: undo, redo, discard, the catalog
    void stateChanged(const QString &field); // dirty, problem, overtaken

private:
    friend class EditFieldStep;
    void put(const QString &field, const QString &typed, bool isByStep);
    FieldDefinition definition(const QString &field) const;
    QString catalogText(const QString &field) const { return m_information.values.value(field); }

    QList<FieldDefinition> m_definitions;
    RecordingInformation m_information;
    FieldValues m_typed; // only of fields that differ from the catalog, or did
    FieldValues m_bases; // of dirty fields: the catalog's value that was typed over
    QJsonObject m_strangers; // restored texts of fields that are archived now
    FieldValues m_expected;
    QUndoStack m_steps;
    int m_stepNumber = 0;
    bool m_isTyping = false;
};

} // namespace letopis
