#include "core/access/filingrule.h"

#include "core/base/textfolding.h"
#include "core/domain/servicefields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
using Field = FilingRule::Field;
using Match = FilingRule::Match;
using Condition = FilingRule::Condition;

constexpr qsizetype largestJson = 128 * 1024; // of one rule: its limits, with room for escapes
constexpr std::array<QLatin1StringView, 4> fieldNames{"meeting"_L1, "meetingId"_L1, "metadata"_L1, "owner"_L1};
constexpr std::array<QLatin1StringView, 3> matchNames{"is"_L1, "contains"_L1, "beginsWith"_L1};

template <typename Enum, size_t count>
std::optional<Enum> named(const std::array<QLatin1StringView, count> &names, const QString &name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional(Enum(found - names.begin()));
}

QString textOf(const RecordingSnapshot &recording, const Condition &condition)
{
    switch (condition.field) {
    case Field::Meeting:
        return recording.name;
    case Field::MeetingId:
        return recording.meetingId;
    case Field::MetadataKey:
        return metadataValue(recording.metadata, condition.key);
    case Field::Owner:
        return fieldsFromMetadata({}, recording.metadata).value(QString(field::owner));
    }
    return {};
}

bool matches(const QString &text, Match match, const QString &wanted)
{
    switch (match) {
    case Match::Is:
        return text == wanted;
    case Match::Contains:
        return text.contains(wanted);
    case Match::BeginsWith:
        return text.startsWith(wanted);
    }
    return false;
}

bool isWellFormed(const Condition &condition)
{
    const bool hasKey = !condition.key.trimmed().isEmpty() && condition.key.size() <= FilingRule::maxKey;
    return (condition.field == Field::MetadataKey ? hasKey : condition.key.isEmpty()) && !nameKey(condition.text).isEmpty()
           && condition.text.size() <= FilingRule::maxText && condition.key.isValidUtf16() && condition.text.isValidUtf16();
}

std::optional<Condition> conditionFrom(const QJsonValue &value)
{
    const auto field = filingFieldFromName(value[u"field"].toString());
    const auto match = filingMatchFromName(value[u"match"].toString());
    if (!field || !match)
        return {};
    return Condition{.field = *field, .key = value[u"key"].toString(), .match = *match, .text = value[u"text"].toString()};
}
} // namespace

QString filingFieldName(Field field)
{
    return fieldNames[size_t(field)];
}

std::optional<Field> filingFieldFromName(const QString &name)
{
    return named<Field>(fieldNames, name);
}

QString filingMatchName(Match match)
{
    return matchNames[size_t(match)];
}

std::optional<Match> filingMatchFromName(const QString &name)
{
    return named<Match>(matchNames, name);
}

bool isWellFormed(const FilingRule &rule)
{
    return rule.folder.isValid() && (!rule.server || rule.server->isValid())
           && rule.conditions.size() <= FilingRule::maxConditions
           && std::all_of(rule.conditions.begin(), rule.conditions.end(),
                          [](const Condition &condition) { return isWellFormed(condition); });
}

// What rules look at in one recording, folded when the first of them asks.
class FilingRules::Texts
{
public:
    Texts(const std::vector<Condition> &sources, const RecordingSnapshot &recording)
        : m_sources(sources)
        , m_recording(recording)
        , m_texts(sources.size())
    {
    }

    const QString &of(size_t source)
    {
        std::optional<QString> &text = m_texts[source];
        if (!text)
            text = nameKey(textOf(m_recording, m_sources[source]));
        return *text;
    }

private:
    const std::vector<Condition> &m_sources;
    const RecordingSnapshot &m_recording;
    std::vector<std::optional<QString>> m_texts;
};

FilingRules::FilingRules(const QList<FilingRule> &rules)
{
    for (const FilingRule &rule : rules) {
        Ready ready{.folder = rule.folder, .server = rule.server, .tests = {}};
        for (const Condition &condition : rule.conditions)
            ready.tests.push_back({.source = sourceOf(condition), .match = condition.match, .text = nameKey(condition.text)});
        m_rules.push_back(std::move(ready));
    }
}

size_t FilingRules::sourceOf(const Condition &condition)
{
    const auto isSame = [&](const Condition &source) {
        return source.field == condition.field && source.key.compare(condition.key, Qt::CaseInsensitive) == 0;
    };
    const auto found = std::find_if(m_sources.begin(), m_sources.end(), isSame);
    if (found != m_sources.end())
        return size_t(found - m_sources.begin());
    m_sources.push_back(condition);
    return m_sources.size() - 1;
}

std::optional<qsizetype> FilingRules::firstFit(ServerId server, const RecordingSnapshot &recording) const
{
    Texts texts(m_sources, recording);
    const auto fit = std::find_if(m_rules.begin(), m_rules.end(), [&](const Ready &rule) {
        return (!rule.server || *rule.server == server)
               && std::all_of(rule.tests.begin(), rule.tests.end(),
                              [&](const Test &test) { return matches(texts.of(test.source), test.match, test.text); });
    });
    return fit == m_rules.end() ? std::nullopt : std::optional<qsizetype>(fit - m_rules.begin());
}

FolderId FilingRules::folderFor(ServerId server, const RecordingSnapshot &recording) const
{
    const std::optional<qsizetype> fit = firstFit(server, recording);
    return fit ? m_rules[size_t(*fit)].folder : sharedFolder;
}

bool fits(const FilingRule &rule, ServerId server, const RecordingSnapshot &recording)
{
    return FilingRules({rule}).firstFit(server, recording).has_value();
}

QByteArray toJson(const FilingRule &rule)
{
    QJsonArray conditions;
    for (const Condition &condition : rule.conditions) {
        QJsonObject one{{u"field"_s, filingFieldName(condition.field)},
                        {u"match"_s, filingMatchName(condition.match)},
                        {u"text"_s, condition.text}};
        if (condition.field == Field::MetadataKey)
            one.insert(u"key"_s, condition.key);
        conditions += one;
    }
    QJsonObject json{{u"conditions"_s, conditions}};
    if (rule.server)
        json.insert(u"server"_s, rule.server->value);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<FilingRule> filingRuleFromJson(const QByteArray &json, FolderId folder)
{
    if (json.size() > largestJson)
        return {};
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QJsonValue conditions = object[u"conditions"];
    // Without its conditions a rule would take everything.
    if (!conditions.isArray() || conditions.toArray().size() > FilingRule::maxConditions)
        return {};
    FilingRule rule{.folder = folder, .server = {}, .conditions = {}};
    if (object.contains(u"server"))
        rule.server = ServerId{object[u"server"].toInteger(-1)};
    for (const QJsonArray all = conditions.toArray(); const QJsonValue &value : all) {
        const std::optional<Condition> condition = conditionFrom(value);
        if (!condition)
            return {};
        rule.conditions += *condition;
    }
    return isWellFormed(rule) ? std::optional(rule) : std::nullopt;
}

} // namespace letopis
