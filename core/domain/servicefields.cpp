#include "core/domain/servicefields.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
// A request line is 8 KiB at most servers; percent-encoding triples UTF-8 bytes, and the rest of the line needs room.
constexpr qsizetype longestEncodedValue = 6000;

struct Carried
{
    QLatin1StringView field;
    QLatin1StringView key; // ours to write
    QLatin1StringView twin; // of another front end
    bool alwaysBoth = false; // else the twin only where it is there already
};

// In the order in which they are read.
constexpr Carried carried[] = {
    {field::title, "name"_L1, "bbb-recording-name"_L1, true},
    {field::description, "bbb-recording-description"_L1, "description"_L1, false},
    {field::tags, "bbb-recording-tags"_L1, {}, false},
    {field::language, "letopis-language"_L1, {}, false},
    {field::owner, "letopis-owner"_L1, {}, false},
};
constexpr QLatin1StringView customKeyPrefix{"letopis-field-"};

// Servers remove control characters, line breaks among them (1.2): a pilcrow stands for each, which people read as one in
// other front ends, too. canonicalValue() turns it back.
QString onTheWire(QString value)
{
    return value.replace(u'\n', u" ¶ "_s);
}

QString fromTheWire(QString value)
{
    return value.replace(u" ¶ "_s, u"\n"_s);
}

bool hasKey(const Metadata &metadata, QStringView key)
{
    return std::any_of(metadata.begin(), metadata.end(),
                       [key](const auto &one) { return one.first.compare(key, Qt::CaseInsensitive) == 0; });
}

QString read(const Metadata &metadata, const Carried &how)
{
    // `description` is read before Moodle's key, as the catalog always did; of a title Greenlight's comes first.
    const bool twinFirst = how.field == field::description;
    const QString first = metadataValue(metadata, QString(twinFirst ? how.twin : how.key));
    if (!first.isEmpty() || how.twin.isEmpty())
        return first;
    return metadataValue(metadata, QString(twinFirst ? how.key : how.twin));
}

const FieldDefinition &definitionOf(QLatin1StringView id)
{
    const auto found = std::find_if(builtInFields().begin(), builtInFields().end(),
                                    [id](const FieldDefinition &one) { return one.id == id; });
    return *found;
}

const Carried &carriedAs(QLatin1StringView field)
{
    return *std::find_if(std::begin(carried), std::end(carried), [field](const Carried &one) { return one.field == field; });
}

QString valueOf(const Metadata &metadata, const Carried &how)
{
    const QString value = read(metadata, how);
    return value.isEmpty() ? value : canonicalValue(definitionOf(how.field), value);
}
} // namespace

QString shownTitle(const QString &name, const Metadata &metadata)
{
    const QString title = valueOf(metadata, carriedAs(field::title));
    return title.isEmpty() ? name : title;
}

QString shownDescription(const Metadata &metadata)
{
    return valueOf(metadata, carriedAs(field::description));
}

FieldValues fieldsFromMetadata(const QString &name, const Metadata &metadata)
{
    FieldValues values;
    for (const Carried &how : carried) {
        if (const QString value = valueOf(metadata, how); !value.isEmpty())
            values.insert(how.field, value);
    }
    values.insert(field::title, shownTitle(name, metadata));
    for (const auto &[key, value] : metadata) {
        const QString lower = key.toLower();
        if (lower.startsWith(customKeyPrefix) && !value.isEmpty())
            values.insert(field::customPrefix + lower.sliced(customKeyPrefix.size()), fromTheWire(value));
    }
    return values;
}

Result<Metadata> metadataForField(const QString &field, const QString &typed, const Metadata &present)
{
    const QString value = onTheWire(typed);
    if (value.toUtf8().toPercentEncoding().size() > longestEncodedValue)
        return Error{ErrorKind::Unsupported, u"the text is too long for the server's interface"_s, field, {}};
    if (field.startsWith(field::customPrefix)) {
        const QString key = field.sliced(field::customPrefix.size());
        if (!isCustomFieldKey(key))
            return Error{ErrorKind::InvalidInput, u"not a field's key"_s, field, {}};
        return Metadata{{customKeyPrefix + key, value}};
    }
    for (const Carried &how : carried) {
        if (how.field != field)
            continue;
        Metadata changes{{QString(how.key), value}};
        if (!how.twin.isEmpty() && (how.alwaysBoth || hasKey(present, QString(how.twin))))
            changes.append({QString(how.twin), value});
        return changes;
    }
    return Error{ErrorKind::InvalidInput, u"there is no such field"_s, field, {}};
}

} // namespace letopis
