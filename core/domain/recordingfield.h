#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace letopis {

// What people edit of a recording's general information. Values are canonical text, so that comparing, merging, storing
// and undoing are the same for all: tags sorted and joined by ",", numbers with ".", dates ISO (2026-11-22), a language as
// BCP 47 ("ru").
namespace field {
inline constexpr QLatin1StringView title{"title"};
inline constexpr QLatin1StringView description{"description"};
inline constexpr QLatin1StringView tags{"tags"};
inline constexpr QLatin1StringView language{"language"};
inline constexpr QLatin1StringView owner{"owner"};
inline constexpr QLatin1StringView customPrefix{"custom."}; // "custom.<key>": defined by the administrator
} // namespace field

enum class FieldType { Line, Text, Tags, Language, Number, Date, Choice };

QString fieldTypeName(FieldType type); // "line" …: database, CLI and JSON
std::optional<FieldType> fieldTypeFromName(const QString &name);

struct FieldDefinition
{
    QString id;          // field::title …, or "custom.<key>"
    QString label;       // of a custom field, as the administrator wrote it; built-in ones are named in ui/text
    FieldType type = FieldType::Line;
    QStringList choices; // of a Choice
    int position = 0;
    bool isArchived = false; // no longer offered; values stay

    bool isCustom() const { return id.startsWith(field::customPrefix); }
    friend bool operator==(const FieldDefinition &, const FieldDefinition &) = default;
};

// Title, description, tags, language, owner, in this order.
const QList<FieldDefinition> &builtInFields();

// A key of 1-40 letters a-z, digits and '-', beginning with a letter: servers lower-case keys and make XML names of them.
bool isCustomFieldKey(const QString &key);
// A usable key made of a label ("Номер договора" → "nomer-dogovora"); empty where nothing is left of it.
QString customFieldKeyFor(const QString &label);

enum class FieldProblem {
    Missing, TooLong, ControlCharacters, NotANumber, NotADate, NotAChoice, NotALanguage, TagTooLong, TooManyTags,
    UnknownField,
};

QString fieldProblemName(FieldProblem problem); // English, for logs, CLI and error details

// What a person typed → the canonical value. Never fails: what cannot be read stays as typed, for problemIn() to name.
QString canonicalValue(const FieldDefinition &definition, const QString &typed);
// Of a canonical value. Limits: title, owner and lines 300 characters, texts 20,000, a tag 64, 50 tags.
std::optional<FieldProblem> problemIn(const FieldDefinition &definition, const QString &value);

// Of a definition: label missing or too long, key not usable, a Choice without choices or with doubles.
enum class FieldDefinitionProblem { KeyInvalid, LabelMissing, LabelTooLong, ChoicesMissing, ChoicesInvalid };
std::optional<FieldDefinitionProblem> problemIn(const FieldDefinition &definition);

QStringList tagsOf(const QString &value);
QString tagsValue(const QStringList &tags); // trimmed, without empty ones and doubles (case and ё do not count), sorted
QString withoutTags(const QString &value, const QStringList &tags);

using FieldValues = QMap<QString, QString>; // by field id; absent means empty

} // namespace letopis
