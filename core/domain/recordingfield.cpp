#include "core/domain/recordingfield.h"

#include "core/base/enumname.h"

#include <QDate>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype longestLine = 300;
constexpr qsizetype longestText = 20'000;
constexpr qsizetype longestTag = 64;
constexpr qsizetype mostTags = 50;
constexpr qsizetype longestKey = 40;
constexpr qsizetype longestLabel = 80;

QString folded(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C).toCaseFolded().replace(u'ё', u'е');
}

bool hasControlCharacters(const QString &text, bool mayBreakLines)
{
    return std::any_of(text.begin(), text.end(), [mayBreakLines](QChar one) {
        return one.category() == QChar::Other_Control && !(mayBreakLines && one == u'\n');
    });
}

// Lines without spaces at their ends: servers carry line breaks in another form (servicefields.cpp).
QString canonicalText(const QString &typed)
{
    QString text = typed;
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').replace(u" ¶ "_s, u"\n"_s).replace(u'\t', u' ');
    static const QRegularExpression spacesAtEnd(u" +(?=\n)"_s);
    if (text.contains(" \n"_L1)) // a sync asks it of every description
        text.remove(spacesAtEnd);
    return text.trimmed();
}

QString canonicalNumber(const QString &typed)
{
    bool isNumber = false;
    QString plain = typed;
    plain.remove(QChar::Nbsp).remove(QChar(0x202f)).remove(u' ').replace(u',', u'.');
    const double number = QLocale::c().toDouble(plain, &isNumber);
    return isNumber && qIsFinite(number) ? QLocale::c().toString(number, 'g', QLocale::FloatingPointShortest) : typed;
}

std::optional<FieldProblem> problemInTags(const QString &value)
{
    const QStringList tags = tagsOf(value);
    if (tags.size() > mostTags)
        return FieldProblem::TooManyTags;
    const bool fit = std::all_of(tags.begin(), tags.end(), [](const QString &tag) { return tag.size() <= longestTag; });
    return fit ? std::nullopt : std::optional(FieldProblem::TagTooLong);
}

bool isLanguage(const QString &value)
{
    static const QRegularExpression code(u"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"_s);
    return code.match(value).hasMatch() && QLocale(value).language() != QLocale::C;
}

std::optional<FieldProblem> problemInTyped(const FieldDefinition &definition, const QString &value)
{
    switch (definition.type) {
    case FieldType::Tags:
        return problemInTags(value);
    case FieldType::Language:
        return isLanguage(value) ? std::nullopt : std::optional(FieldProblem::NotALanguage);
    case FieldType::Number: {
        bool isNumber = false;
        QLocale::c().toDouble(value, &isNumber);
        return isNumber ? std::nullopt : std::optional(FieldProblem::NotANumber);
    }
    case FieldType::Date:
        return QDate::fromString(value, Qt::ISODate).isValid() ? std::nullopt : std::optional(FieldProblem::NotADate);
    case FieldType::Choice:
        return definition.choices.contains(value) ? std::nullopt : std::optional(FieldProblem::NotAChoice);
    case FieldType::Line:
    case FieldType::Text:
        break;
    }
    return {};
}

// Letters only; what is not in it falls out.
QString transliterated(QChar letter)
{
    static const QString cyrillic = u"абвгдеёжзийклмнопрстуфхцчшщъыьэюя"_s;
    static const QStringList latin{u"a"_s, u"b"_s, u"v"_s, u"g"_s,  u"d"_s,  u"e"_s,  u"e"_s,   u"zh"_s, u"z"_s, u"i"_s, u"y"_s,
                                   u"k"_s, u"l"_s, u"m"_s, u"n"_s,  u"o"_s,  u"p"_s,  u"r"_s,   u"s"_s,  u"t"_s, u"u"_s, u"f"_s,
                                   u"h"_s, u"c"_s, u"ch"_s, u"sh"_s, u"sch"_s, u""_s, u"y"_s, u""_s,   u"e"_s, u"yu"_s, u"ya"_s};
    const qsizetype at = cyrillic.indexOf(letter);
    if (at >= 0)
        return latin[at];
    const bool isPlain = (letter >= u'a' && letter <= u'z') || (letter >= u'0' && letter <= u'9');
    return isPlain ? QString(letter) : QString();
}
} // namespace

namespace {
constexpr EnumName<FieldType> typeNames[]{
    {FieldType::Line, "line"_L1},
    {FieldType::Text, "text"_L1},
    {FieldType::Tags, "tags"_L1},
    {FieldType::Language, "language"_L1},
    {FieldType::Number, "number"_L1},
    {FieldType::Date, "date"_L1},
    {FieldType::Choice, "choice"_L1},
};
} // namespace

QString fieldTypeName(FieldType type)
{
    return nameIn(typeNames, type);
}

std::optional<FieldType> fieldTypeFromName(const QString &name)
{
    return valueIn(typeNames, name);
}

const QList<FieldDefinition> &builtInFields()
{
    static const QList<FieldDefinition> fields{{field::title, {}, FieldType::Line, {}, 0, false},
                                               {field::description, {}, FieldType::Text, {}, 1, false},
                                               {field::tags, {}, FieldType::Tags, {}, 2, false},
                                               {field::language, {}, FieldType::Language, {}, 3, false},
                                               {field::owner, {}, FieldType::Line, {}, 4, false}};
    return fields;
}

bool isCustomFieldKey(const QString &key)
{
    const auto isLetter = [](QChar one) { return one >= u'a' && one <= u'z'; };
    const auto isAllowed = [&](QChar one) { return isLetter(one) || (one >= u'0' && one <= u'9') || one == u'-'; };
    return !key.isEmpty() && key.size() <= longestKey && isLetter(key.front())
           && std::all_of(key.begin(), key.end(), isAllowed);
}

QString customFieldKeyFor(const QString &label)
{
    QString key;
    for (const QChar letter : label.toLower()) {
        const QString latin = transliterated(letter);
        if (!latin.isEmpty())
            key += latin;
        else if (!letter.isLetter() && !key.isEmpty() && !key.endsWith(u'-'))
            key += u'-';
    }
    while (!key.isEmpty() && (key.front() == u'-' || key.front().isDigit()))
        key.remove(0, 1);
    key.truncate(longestKey);
    while (key.endsWith(u'-'))
        key.chop(1);
    return key;
}

QString fieldProblemName(FieldProblem problem)
{
    switch (problem) {
    case FieldProblem::Missing:
        return u"it may not be empty"_s;
    case FieldProblem::TooLong:
        return u"it is too long"_s;
    case FieldProblem::ControlCharacters:
        return u"it holds control characters"_s;
    case FieldProblem::NotANumber:
        return u"it is not a number"_s;
    case FieldProblem::NotADate:
        return u"it is not a date (YYYY-MM-DD)"_s;
    case FieldProblem::NotAChoice:
        return u"it is none of the field's choices"_s;
    case FieldProblem::NotALanguage:
        return u"it is not a language code"_s;
    case FieldProblem::TagTooLong:
        return u"a tag is longer than 64 characters"_s;
    case FieldProblem::TooManyTags:
        return u"there are more than 50 tags"_s;
    case FieldProblem::UnknownField:
        return u"there is no such field"_s;
    }
    return {};
}

QString canonicalValue(const FieldDefinition &definition, const QString &typed)
{
    switch (definition.type) {
    case FieldType::Text:
        return canonicalText(typed);
    case FieldType::Tags:
        return tagsValue(tagsOf(typed));
    case FieldType::Number:
        return canonicalNumber(typed.trimmed());
    case FieldType::Language:
        return typed.trimmed().replace(u'_', u'-');
    case FieldType::Date: {
        const QDate date = QDate::fromString(typed.trimmed(), Qt::ISODate);
        return date.isValid() ? date.toString(Qt::ISODate) : typed.trimmed();
    }
    case FieldType::Line:
    case FieldType::Choice:
        break;
    }
    return typed.trimmed();
}

std::optional<FieldProblem> problemIn(const FieldDefinition &definition, const QString &value)
{
    if (value.isEmpty())
        return definition.id == field::title ? std::optional(FieldProblem::Missing) : std::nullopt;
    if (hasControlCharacters(value, definition.type == FieldType::Text))
        return FieldProblem::ControlCharacters;
    const bool isLong = definition.type == FieldType::Text || definition.type == FieldType::Tags;
    if (value.size() > (isLong ? longestText : longestLine))
        return FieldProblem::TooLong;
    return problemInTyped(definition, value);
}

std::optional<FieldDefinitionProblem> problemIn(const FieldDefinition &definition)
{
    if (!definition.isCustom() || !isCustomFieldKey(definition.id.sliced(field::customPrefix.size())))
        return FieldDefinitionProblem::KeyInvalid;
    if (definition.label.trimmed().isEmpty())
        return FieldDefinitionProblem::LabelMissing;
    if (definition.label.size() > longestLabel)
        return FieldDefinitionProblem::LabelTooLong;
    if (definition.type != FieldType::Choice)
        return {};
    if (definition.choices.isEmpty())
        return FieldDefinitionProblem::ChoicesMissing;
    QStringList seen;
    for (const QString &choice : definition.choices) {
        if (choice.isEmpty() || choice != choice.trimmed() || choice.size() > longestLine || seen.contains(choice)
            || hasControlCharacters(choice, false))
            return FieldDefinitionProblem::ChoicesInvalid;
        seen += choice;
    }
    return {};
}

QStringList tagsOf(const QString &value)
{
    QStringList tags;
    for (const QString &tag : value.split(u',')) {
        if (const QString trimmed = tag.simplified(); !trimmed.isEmpty())
            tags += trimmed;
    }
    return tags;
}

QString tagsValue(const QStringList &tags)
{
    QMap<QString, QString> byFold; // sorts, and the first spelling of doubles stays
    for (const QString &tag : tags) {
        const QString trimmed = tag.simplified();
        if (!trimmed.isEmpty() && !byFold.contains(folded(trimmed)))
            byFold.insert(folded(trimmed), trimmed);
    }
    return QStringList(byFold.values()).join(u',');
}

QString withoutTags(const QString &value, const QStringList &tags)
{
    QStringList unwanted;
    for (const QString &tag : tags)
        unwanted += folded(tag.simplified());
    QStringList left = tagsOf(value);
    left.removeIf([&](const QString &tag) { return unwanted.contains(folded(tag)); });
    return tagsValue(left);
}

} // namespace letopis
