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

struct TwoKeys
{
    QString first; // what counts where both say something
    QString second;

    bool areDifferent() const { return !first.isEmpty() && !second.isEmpty() && first != second; }
};

TwoKeys readBoth(const Metadata &metadata, const Carried &how)
{
    const QString own = metadataValue(metadata, QString(how.key));
    if (how.twin.isEmpty())
        return {own, {}};
    // `description` is read before Moodle's key, as the catalog always did; of a title Greenlight's comes first.
    const QString twin = metadataValue(metadata, QString(how.twin));
    return how.field == field::description ? TwoKeys{twin, own} : TwoKeys{own, twin};
}

QString read(const Metadata &metadata, const Carried &how, const FieldValues &outdated)
{
    const TwoKeys both = readBoth(metadata, how);
    const auto old = outdated.constFind(QString(how.field));
    const bool isOutdated = both.areDifferent() && old != outdated.constEnd() && *old == both.first;
    return both.first.isEmpty() || isOutdated ? both.second : both.first;
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

QString valueOf(const Metadata &metadata, const Carried &how, const FieldValues &outdated = {})
{
    const QString value = read(metadata, how, outdated);
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

FieldValues fieldsFromMetadata(const QString &name, const Metadata &metadata, const MetadataReading &reading)
{
    FieldValues values;
    for (const Carried &how : carried) {
        if (const QString value = valueOf(metadata, how, reading.outdated); !value.isEmpty())
            values.insert(how.field, value);
    }
    if (!values.contains(field::title))
        values.insert(field::title, name);
    for (const auto &[key, value] : metadata) {
        const QString lower = key.toLower();
        if (!lower.startsWith(customKeyPrefix) || value.isEmpty())
            continue;
        const QString field = field::customPrefix + lower.sliced(customKeyPrefix.size());
        values.insert(field, reading.lines.contains(field) ? value : fromTheWire(value));
    }
    return values;
}

FieldValues outdatedIn(const Metadata &now, const Metadata &before, const FieldValues &known)
{
    FieldValues outdated;
    for (const Carried &how : carried) {
        const TwoKeys said = readBoth(now, how);
        if (!said.areDifferent())
            continue;
        const TwoKeys old = readBoth(before, how);
        const QString field(how.field);
        const bool isStill = known.contains(field) && known.value(field) == said.first;
        if (isStill || (said.first == old.first && said.second != old.second))
            outdated.insert(field, said.first);
    }
    return outdated;
}

bool hasDifferentTwins(const Metadata &metadata)
{
    return std::any_of(std::begin(carried), std::end(carried),
                       [&](const Carried &how) { return readBoth(metadata, how).areDifferent(); });
}

bool hasCustomPilcrow(const Metadata &metadata)
{
    return std::any_of(metadata.begin(), metadata.end(), [](const auto &one) {
        return one.first.startsWith(customKeyPrefix, Qt::CaseInsensitive) && one.second.contains(u" ¶ "_s);
    });
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
