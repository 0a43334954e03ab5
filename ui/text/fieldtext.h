#pragma once

#include "core/domain/recordinginformation.h"

#include <QLocale>

namespace letopis {

// What editing a recording's general information is called. Plain text, translated.

QString fieldLabel(const FieldDefinition &definition); // "Title"; a custom one's as the administrator wrote it
QString fieldLabel(const QString &field, const QList<FieldDefinition> &definitions); // an unknown one: its key
QString fieldTypeText(FieldType type);
QString fieldProblemText(FieldProblem problem, const FieldDefinition &definition);
QString fieldDefinitionProblemText(FieldDefinitionProblem problem);

// A canonical value for people: languages by name, dates and numbers as the locale writes them. Empty stays empty.
QString fieldValueText(const FieldDefinition &definition, const QString &value, const QLocale &locale = QLocale());
QString fieldValueText(const QString &field, const QString &value, const QList<FieldDefinition> &definitions);
QString languageName(const QString &code); // in its own words; what nobody knows stays as it is
// The definition of a field id; an unknown one is a line of text.
FieldDefinition fieldDefinition(const QString &field, const QList<FieldDefinition> &definitions);

QString editStateText(EditState state);                 // "Waiting": a column
QString editStateSentence(const FieldEditState &edit);  // "Waits to be sent to the server."
QString fieldEventText(const FieldHistoryEntry &entry); // what a line of the history tells
QString catalogOnlyReasonText(CatalogOnlyReason reason);
QString editOutcomeText(const FieldEditResult &result);
QString plannedEditText(const PlannedEdit &edit, const FieldDefinition &definition); // what to know before; mostly empty

} // namespace letopis
