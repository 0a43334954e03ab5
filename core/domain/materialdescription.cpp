#include "core/domain/materialdescription.h"

#include "core/domain/fieldmerge.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QUuid>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int format = 1;
constexpr int highestRevision = 1'000'000'000;
constexpr qsizetype longestText = 100; // names of people, types
constexpr qint64 largestSize = 1LL << 50;
const std::array<QString, MaterialDescription::FieldCount> fieldNames{u"name"_s, u"description"_s, u"position"_s, u"trashed"_s};

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime timeFrom(const QString &text)
{
    return text.size() > 40 ? QDateTime() : QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

bool isCanonicalUuid(const QString &text)
{
    const QUuid uuid = QUuid::fromString(text);
    return !uuid.isNull() && uuid.toString(QUuid::WithoutBraces) == text;
}

Error bad(const QString &what, const QString &uuid)
{
    return {ErrorKind::BadAnswer, u"a material's description: "_s + what, uuid, {}};
}

QJsonObject versionToJson(const MaterialVersion &version)
{
    return {{u"number"_s, version.number},
            {u"fileName"_s, version.fileName},
            {u"size"_s, version.sizeBytes},
            {u"sha256"_s, QString::fromLatin1(version.sha256.toHex())},
            {u"mimeType"_s, version.mimeType},
            {u"addedBy"_s, version.addedBy},
            {u"addedAt"_s, timeText(version.addedAt)}};
}

std::optional<qint64> wholeNumber(const QJsonValue &value, qint64 least, qint64 most)
{
    const qint64 number = value.toInteger(least - 1);
    return number < least || number > most ? std::nullopt : std::optional(number);
}

std::optional<QString> boundedText(const QJsonValue &value, qsizetype longest)
{
    if (!value.isString() || value.toString().size() > longest)
        return {};
    return value.toString();
}

Result<MaterialVersion> versionFromJson(const QJsonObject &json, const QString &uuid)
{
    const auto number = wholeNumber(json[u"number"_s], 1, highestMaterialVersion);
    const auto size = wholeNumber(json[u"size"_s], 0, largestSize);
    const auto fileName = boundedText(json[u"fileName"_s], longestMaterialName);
    const auto mimeType = boundedText(json[u"mimeType"_s], longestText);
    const auto addedBy = boundedText(json[u"addedBy"_s], longestText);
    const auto hash = boundedText(json[u"sha256"_s], 64);
    MaterialVersion version;
    version.addedAt = timeFrom(json[u"addedAt"_s].toString());
    if (!number || !size || !fileName || !mimeType || !addedBy || !hash || !version.addedAt.isValid())
        return bad(u"a version's values"_s, uuid);
    version.sha256 = QByteArray::fromHex(hash->toLatin1());
    if (version.sha256.size() != 32 || QString::fromLatin1(version.sha256.toHex()) != *hash)
        return bad(u"a version's hash"_s, uuid);
    version.number = int(*number);
    version.fileName = *fileName;
    version.sizeBytes = *size;
    version.mimeType = *mimeType;
    version.addedBy = *addedBy;
    return version;
}

Result<> readVersions(MaterialDescription &description, const QJsonArray &array)
{
    if (array.isEmpty() || array.size() > mostMaterialVersions)
        return bad(u"%1 versions"_s.arg(array.size()), description.uuid);
    QSet<int> numbers;
    for (const QJsonValue &one : array) {
        const Result<MaterialVersion> version = versionFromJson(one.toObject(), description.uuid);
        if (!version)
            return version.error();
        if (numbers.contains(version->number))
            return bad(u"a version's number twice"_s, description.uuid);
        numbers.insert(version->number);
        description.versions += *version;
    }
    std::sort(description.versions.begin(), description.versions.end(),
              [](const MaterialVersion &a, const MaterialVersion &b) { return a.number < b.number; });
    return {};
}

Result<> readTexts(MaterialDescription &description, const QJsonObject &json)
{
    const auto name = boundedText(json[u"name"_s], longestMaterialName);
    const auto text = boundedText(json[u"description"_s], longestMaterialDescription);
    const auto position = wholeNumber(json[u"position"_s], 0, mostMaterialPosition);
    if (!name || name->trimmed().isEmpty() || !text || !position)
        return bad(u"name, description or position"_s, description.uuid);
    description.name = *name;
    description.description = *text;
    description.position = int(*position);
    const QJsonValue trashed = json[u"trashed"_s];
    description.trashedAt = timeFrom(trashed.toString());
    if (!trashed.isNull() && !description.trashedAt.isValid())
        return bad(u"when it was put into the trash"_s, description.uuid);
    for (size_t field = 0; field < description.revisions.size(); ++field) {
        const auto revision = wholeNumber(json[u"revisions"_s].toObject()[fieldNames[field]], 0, highestRevision);
        if (!revision)
            return bad(u"revisions"_s, description.uuid);
        description.revisions[field] = int(*revision);
    }
    description.behind = int(wholeNumber(json[u"behind"_s], 0, MaterialDescription::allBehind).value_or(0));
    return {};
}

constexpr std::array fields{MaterialDescription::Name, MaterialDescription::Description, MaterialDescription::Position,
                            MaterialDescription::Trashed};

bool isText(MaterialDescription::Field field)
{
    return field == MaterialDescription::Name || field == MaterialDescription::Description;
}

// One field; true where it conflicts.
bool mergeOne(MaterialDescription::Field field, const MaterialDescription *base, const MaterialDescription &ours,
              const MaterialDescription &theirs, MaterialDescription &merged)
{
    const QString said = theirs.value(field);
    const int revision = theirs.revisions[field];
    const QString before = base ? base->value(field) : said;
    const int revisionBefore = base ? base->revisions[field] : revision;
    const bool isStale = revision < revisionBefore; // somebody wrote without having read the last write
    const FieldMerge result = mergeField(FieldType::Text, before, ours.value(field), isStale ? before : said);
    // The same count with another value: both wrote at once, and theirs came last.
    const bool isOverwritten = revision == revisionBefore && said != before;
    const bool isConflict = result.outcome == MergeOutcome::Conflict || (isOverwritten && ours.value(field) != said);
    merged.setValue(field, !isConflict ? result.value : isText(field) ? ours.value(field) : said);
    return isConflict && isText(field);
}

bool hasNumber(const QList<MaterialVersion> &versions, int number)
{
    return std::any_of(versions.begin(), versions.end(), [number](const MaterialVersion &one) { return one.number == number; });
}

// The one after the highest, or, where a server says the highest there is, the lowest that is free.
int freeNumber(const QList<MaterialVersion> &versions)
{
    int number = 1;
    for (const MaterialVersion &one : versions)
        number = std::max(number, one.number + 1);
    if (number <= highestMaterialVersion)
        return number;
    for (number = 1; hasNumber(versions, number); ++number) {}
    return number;
}

bool has(const QList<MaterialVersion> &versions, const MaterialVersion &version)
{
    return std::any_of(versions.begin(), versions.end(), [&](const MaterialVersion &one) { return isSameVersion(one, version); });
}

QList<MaterialVersion> mergedVersions(const QList<MaterialVersion> &ours, QList<MaterialVersion> all)
{
    if (ours.size() >= mostMaterialVersions)
        all.removeIf([&](const MaterialVersion &one) { return !has(ours, one); });
    QList<MaterialVersion> more;
    for (const MaterialVersion &one : ours) {
        if (!has(all, one))
            more += one;
    }
    std::sort(more.begin(), more.end(), [](const MaterialVersion &a, const MaterialVersion &b) {
        return std::tie(a.number, a.addedAt, a.sha256) < std::tie(b.number, b.addedAt, b.sha256);
    });
    for (MaterialVersion one : more) {
        if (hasNumber(all, one.number))
            one.number = freeNumber(all);
        all += one;
    }
    std::sort(all.begin(), all.end(),
              [](const MaterialVersion &a, const MaterialVersion &b) { return a.number < b.number; });
    return all;
}
} // namespace

QString MaterialDescription::value(Field field) const
{
    switch (field) {
    case Name:
        return name;
    case Description:
        return description;
    case Position:
        return QString::number(position);
    case Trashed:
        return timeText(trashedAt);
    case FieldCount:
        break;
    }
    return {};
}

void MaterialDescription::setValue(Field field, const QString &value)
{
    if (field == Name)
        name = value;
    else if (field == Description)
        description = value;
    else if (field == Position)
        position = value.toInt();
    else if (field == Trashed)
        trashedAt = timeFrom(value);
}

MaterialDescription descriptionOf(const Material &material)
{
    MaterialDescription description;
    description.uuid = material.uuid;
    description.name = material.name;
    description.description = material.description;
    description.position = material.position;
    description.trashedAt = material.isTrashed ? material.trashedAt : QDateTime();
    for (MaterialVersion version : material.versions) {
        version.isOnServer = false;
        version.localFile.clear();
        description.versions += version;
    }
    return description;
}

QByteArray toJson(const MaterialDescription &description)
{
    QJsonObject revisions;
    for (size_t field = 0; field < description.revisions.size(); ++field)
        revisions.insert(fieldNames[field], description.revisions[field]);
    QJsonArray versions;
    for (const MaterialVersion &version : description.versions)
        versions.append(versionToJson(version));
    QJsonObject json{
        {u"format"_s, format},
        {u"uuid"_s, description.uuid},
        {u"name"_s, description.name},
        {u"description"_s, description.description},
        {u"position"_s, description.position},
        {u"trashed"_s, description.trashedAt.isValid() ? QJsonValue(timeText(description.trashedAt)) : QJsonValue()},
        {u"revisions"_s, revisions},
        {u"versions"_s, versions}};
    if (description.behind != 0)
        json.insert(u"behind"_s, description.behind);
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

Result<MaterialDescription> descriptionFromJson(const QByteArray &json, const QString &uuid)
{
    if (json.size() > mostDescriptionBytes)
        return bad(u"too large"_s, uuid);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject())
        return bad(problem.errorString(), uuid);
    const QJsonObject object = document.object();
    const auto version = wholeNumber(object[u"format"_s], 1, highestRevision);
    if (!version)
        return bad(u"no format"_s, uuid);
    if (*version > format)
        return Error{ErrorKind::Unsupported, u"a material's description of format %1"_s.arg(*version), uuid, {}};
    MaterialDescription description;
    description.uuid = object[u"uuid"_s].toString();
    if (description.uuid != uuid || !isCanonicalUuid(uuid))
        return bad(u"another uuid than its file's name"_s, uuid);
    if (Result<> read = readTexts(description, object); !read)
        return read.error();
    if (Result<> read = readVersions(description, object[u"versions"_s].toArray()); !read)
        return read.error();
    return description;
}

QString descriptionFileName(const QString &uuid)
{
    return uuid + u".json"_s;
}

QString contentFileName(const QString &uuid, const QByteArray &sha256)
{
    return uuid + u'.' + QString::fromLatin1(sha256.toHex());
}

QString uuidOfDescription(const QString &fileName)
{
    if (!fileName.endsWith(".json"_L1))
        return {};
    const QString uuid = fileName.chopped(5);
    return isCanonicalUuid(uuid) ? uuid : QString();
}

bool isPartOfMaterial(const QString &fileName)
{
    static const QRegularExpression form(
        u"\\A\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.([0-9a-f]{64}\\.[0-9a-f]{16}|json\\.[0-9a-f]{32})\\.part\\z"_s);
    return form.match(fileName).hasMatch();
}

bool isPlainName(const QString &name)
{
    if (name.isEmpty() || name == u"." || name == u".." || name.toUtf8().size() > 255)
        return false;
    return std::none_of(name.begin(), name.end(),
                        [](QChar one) { return one == u'/' || one == u'\\' || one.category() == QChar::Other_Control; });
}

MaterialMerge mergeDescriptions(const std::optional<MaterialDescription> &base, const MaterialDescription &ours,
                                const MaterialDescription &theirs)
{
    MaterialMerge result{.merged = ours, .conflicts = {}};
    for (const auto field : fields) {
        const bool isConflict = mergeOne(field, base ? &*base : nullptr, ours, theirs, result.merged);
        const bool isOvertaken = base && isText(field) && theirs.revisions[field] < base->revisions[field]
                                 && theirs.value(field) != base->value(field);
        if (isConflict || isOvertaken)
            result.conflicts += {field, ours.value(field), theirs.value(field), !isConflict};
    }
    result.merged.revisions = {};
    result.merged.versions = mergedVersions(ours.versions, theirs.versions);
    return result;
}

std::optional<MaterialDescription> baseWithSent(const std::optional<MaterialDescription> &base, const MaterialDescription &sent,
                                                const MaterialDescription &theirs)
{
    std::optional<MaterialDescription> next = base;
    for (const auto field : fields) {
        if (!next || theirs.revisions[field] != sent.revisions[field] || theirs.value(field) != sent.value(field))
            continue;
        next->setValue(field, sent.value(field));
        next->revisions[field] = sent.revisions[field];
    }
    return next;
}

MaterialDescription baseAfter(const std::optional<MaterialDescription> &base, const MaterialDescription &theirs)
{
    MaterialDescription next = theirs;
    next.behind = 0;
    for (const auto field : fields) {
        if (!base || next.revisions[field] >= base->revisions[field])
            continue;
        next.revisions[field] = base->revisions[field];
        next.behind |= 1 << field;
    }
    return next;
}

MaterialDescription wantedAfter(const std::optional<MaterialDescription> &base, const MaterialDescription &ours)
{
    MaterialDescription wanted = ours;
    wanted.behind = 0;
    for (const auto field : fields) {
        const bool isSame = base && (base->behind & 1 << field) == 0 && base->value(field) == ours.value(field);
        const int before = base ? base->revisions[field] : 0;
        wanted.revisions[field] = std::min(highestRevision, before + (isSame ? 0 : 1));
    }
    return wanted;
}

bool isSameVersion(const MaterialVersion &one, const MaterialVersion &other)
{
    return one.sha256 == other.sha256 && one.addedAt == other.addedAt && one.addedBy == other.addedBy;
}

} // namespace letopis
