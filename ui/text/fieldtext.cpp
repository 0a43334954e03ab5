#include "ui/text/fieldtext.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct FieldTr
{
    Q_DECLARE_TR_FUNCTIONS(FieldText)
};

} // namespace

QString fieldLabel(const FieldDefinition &definition)
{
    if (definition.isCustom())
        return definition.label.isEmpty() ? definition.id.sliced(field::customPrefix.size()) : definition.label;
    if (definition.id == field::title)
        return FieldTr::tr("Title");
    if (definition.id == field::description)
        return FieldTr::tr("Description");
    if (definition.id == field::tags)
        return FieldTr::tr("Tags");
    if (definition.id == field::language)
        return FieldTr::tr("Language");
    if (definition.id == field::owner)
        return FieldTr::tr("Owner");
    return definition.id;
}

FieldDefinition fieldDefinition(const QString &field, const QList<FieldDefinition> &definitions)
{
    const auto of = [&field](const QList<FieldDefinition> &all) {
        return std::find_if(all.begin(), all.end(), [&field](const FieldDefinition &one) { return one.id == field; });
    };
    if (const auto found = of(definitions); found != definitions.end())
        return *found;
    if (const auto found = of(builtInFields()); found != builtInFields().end())
        return *found;
    FieldDefinition unknown;
    unknown.id = field;
    return unknown;
}

QString fieldLabel(const QString &field, const QList<FieldDefinition> &definitions)
{
    return fieldLabel(fieldDefinition(field, definitions));
}

QString fieldTypeText(FieldType type)
{
    switch (type) {
    //: Type of a custom field
    case FieldType::Line: return FieldTr::tr("One line of text");
    //: Type of a custom field
    case FieldType::Text: return FieldTr::tr("Long text");
    //: Type of a custom field
    case FieldType::Tags: return FieldTr::tr("Tags");
    //: Type of a custom field
    case FieldType::Language: return FieldTr::tr("Language");
    //: Type of a custom field
    case FieldType::Number: return FieldTr::tr("Number");
    //: Type of a custom field
    case FieldType::Date: return FieldTr::tr("Date");
    //: Type of a custom field
    case FieldType::Choice: return FieldTr::tr("Choice from a list");
    }
    return {};
}

QString fieldProblemText(FieldProblem problem, const FieldDefinition &definition)
{
    switch (problem) {
    case FieldProblem::Missing: return FieldTr::tr("Fill this in.");
    case FieldProblem::TooLong:
        return definition.type == FieldType::Text || definition.type == FieldType::Tags
            ? FieldTr::tr("This is too long: at most 20,000 characters fit.")
            : FieldTr::tr("This is too long: at most 300 characters fit.");
    case FieldProblem::ControlCharacters: return FieldTr::tr("This holds invisible control characters. Type it anew.");
    case FieldProblem::NotANumber: return FieldTr::tr("This is not a number.");
    case FieldProblem::NotADate: return FieldTr::tr("This is not a date.");
    case FieldProblem::NotAChoice: return FieldTr::tr("This is no longer among the choices.");
    case FieldProblem::NotALanguage: return FieldTr::tr("This is not a language.");
    case FieldProblem::TagTooLong: return FieldTr::tr("A tag has at most 64 characters. Separate tags with commas.");
    case FieldProblem::TooManyTags: return FieldTr::tr("At most 50 tags fit.");
    case FieldProblem::UnknownField: return FieldTr::tr("There is no such field any more.");
    }
    return {};
}

QString fieldDefinitionProblemText(FieldDefinitionProblem problem)
{
    switch (problem) {
    case FieldDefinitionProblem::KeyInvalid:
        return FieldTr::tr("A key has 1 to 40 letters a–z, digits and hyphens, and begins with a letter.");
    case FieldDefinitionProblem::LabelMissing: return FieldTr::tr("Give the field a name.");
    case FieldDefinitionProblem::LabelTooLong: return FieldTr::tr("This name is too long: at most 80 characters fit.");
    case FieldDefinitionProblem::ChoicesMissing: return FieldTr::tr("Write at least one choice, each on a line of its own.");
    case FieldDefinitionProblem::ChoicesInvalid:
        return FieldTr::tr("Each choice stands once, on a line of its own, with at most 300 characters.");
    }
    return {};
}

QString languageName(const QString &code)
{
    const QLocale locale(code);
    if (code.isEmpty() || locale.language() == QLocale::C)
        return code;
    QString name = locale.nativeLanguageName();
    if (name.isEmpty())
        return code;
    name.replace(0, 1, locale.toUpper(name.left(1)));
    return code.contains(u'-') ? u"%1 (%2)"_s.arg(name, code) : name;
}

QString fieldValueText(const FieldDefinition &definition, const QString &value, const QLocale &locale)
{
    switch (definition.type) {
    case FieldType::Language: return languageName(value);
    case FieldType::Date: {
        const QDate date = QDate::fromString(value, Qt::ISODate);
        return date.isValid() ? locale.toString(date, QLocale::ShortFormat) : value;
    }
    case FieldType::Number: return QString(value).replace(u'.', locale.decimalPoint());
    case FieldType::Tags: return tagsOf(value).join(u", "_s);
    case FieldType::Line:
    case FieldType::Text:
    case FieldType::Choice: break;
    }
    return value;
}

QString fieldValueText(const QString &field, const QString &value, const QList<FieldDefinition> &definitions)
{
    return fieldValueText(fieldDefinition(field, definitions), value);
}

QString editStateText(EditState state)
{
    switch (state) {
    //: State of an edit in the outbox
    case EditState::Pending: return FieldTr::tr("Waiting");
    //: State of an edit in the outbox
    case EditState::Settling: return FieldTr::tr("Sent");
    //: State of an edit in the outbox
    case EditState::Conflict: return FieldTr::tr("Conflict");
    //: State of an edit in the outbox
    case EditState::CatalogOnly: return FieldTr::tr("Only in the catalog");
    }
    return {};
}

QString editStateSentence(const FieldEditState &edit)
{
    switch (edit.state) {
    case EditState::Pending: return FieldTr::tr("Waits to be sent to the server.");
    case EditState::Settling: return FieldTr::tr("Sent; the next look at the server confirms it.");
    case EditState::Conflict: return FieldTr::tr("Changed here and on the server. Decide which stays.");
    case EditState::CatalogOnly:
        return edit.reason ? FieldTr::tr("Only in the catalog: %1.").arg(catalogOnlyReasonText(*edit.reason))
                           : editStateText(edit.state) + u'.';
    }
    return {};
}

QString catalogOnlyReasonText(CatalogOnlyReason reason)
{
    switch (reason) {
    //: Follows "Only in the catalog: "
    case CatalogOnlyReason::TooLong: return FieldTr::tr("too long for the server");
    //: Follows "Only in the catalog: "
    case CatalogOnlyReason::NotOnServer: return FieldTr::tr("the recording is no longer on the server");
    //: Follows "Only in the catalog: "
    case CatalogOnlyReason::UnsafeId: return FieldTr::tr("its record ID could hit other recordings");
    //: Follows "Only in the catalog: "
    case CatalogOnlyReason::SharedId: return FieldTr::tr("the server would change its breakout rooms, too");
    //: Follows "Only in the catalog: "
    case CatalogOnlyReason::NotKept: return FieldTr::tr("the server does not keep it");
    }
    return {};
}

QString fieldEventText(const FieldHistoryEntry &entry)
{
    switch (entry.event) {
    //: A line of a field's history
    case FieldEvent::Edited: return FieldTr::tr("Edited");
    //: A line of a field's history
    case FieldEvent::ChangedOnServer: return FieldTr::tr("Changed");
    //: A line of a field's history: of a conflict the value here was taken
    case FieldEvent::TookOurs: return FieldTr::tr("Kept the value here");
    //: A line of a field's history: of a conflict the server's value was taken
    case FieldEvent::TookTheirs: return FieldTr::tr("Took the server's value");
    //: A line of a field's history: the edit has reached the server
    case FieldEvent::Pushed: return FieldTr::tr("Reached the server");
    case FieldEvent::Kept:
        return entry.reason ? FieldTr::tr("Only in the catalog: %1.").arg(catalogOnlyReasonText(*entry.reason))
                            : editStateText(EditState::CatalogOnly);
    }
    return {};
}

QString editOutcomeText(const FieldEditResult &result)
{
    switch (result.outcome) {
    //: Result of one edit of a batch
    case EditOutcome::Applied: return FieldTr::tr("Changed");
    //: Result of one edit of a batch
    case EditOutcome::Unchanged: return FieldTr::tr("Already so");
    //: Result of one edit of a batch
    case EditOutcome::ChangedMeanwhile: return FieldTr::tr("Not changed: somebody else changed it meanwhile");
    //: Result of one edit of a batch
    case EditOutcome::Invalid: return FieldTr::tr("Not changed: the value is not allowed");
    //: Result of one edit of a batch
    case EditOutcome::NotFound: return FieldTr::tr("Not changed: the recording is gone");
    }
    return {};
}

QString plannedEditText(const PlannedEdit &edit, const FieldDefinition &definition)
{
    if (edit.problem)
        return fieldProblemText(*edit.problem, definition);
    if (edit.edit.before == edit.edit.after)
        return FieldTr::tr("Stays as it is");
    if (!edit.pending)
        return {};
    switch (*edit.pending) {
    case EditState::Conflict: return FieldTr::tr("In conflict with the server");
    case EditState::Pending:
    case EditState::Settling: return FieldTr::tr("An earlier edit is still on its way");
    case EditState::CatalogOnly: return editStateText(*edit.pending);
    }
    return {};
}

} // namespace letopis
