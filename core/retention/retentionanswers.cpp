#include "core/retention/retentionanswers.h"

#include "core/base/enumname.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype mostStages = 10;
constexpr int longestStage = 365;
constexpr int longestGrace = 3650;
constexpr int mostCount = 1'000'000;

constexpr EnumName<RetentionGuard::Kind> guardNames[]{
    {RetentionGuard::Kind::ClockWentBack, "clockWentBack"_L1},
    {RetentionGuard::Kind::ClocksDiffer, "clocksDiffer"_L1},
    {RetentionGuard::Kind::CatalogNotSynced, "catalogNotSynced"_L1},
    {RetentionGuard::Kind::CatalogRestored, "catalogRestored"_L1},
    {RetentionGuard::Kind::SwitchedOff, "switchedOff"_L1},
};

bool areStages(const QList<int> &days)
{
    const bool areBounded = std::all_of(days.begin(), days.end(), [](int day) { return day > 0 && day <= longestStage; });
    return areBounded && days.size() <= mostStages && std::adjacent_find(days.begin(), days.end(), std::less_equal()) == days.end();
}
} // namespace

bool isWellFormed(const RetentionParameters &parameters)
{
    return areStages(parameters.warningDays) && parameters.graceDays >= 0 && parameters.graceDays <= longestGrace
           && parameters.limitPercent >= 0 && parameters.limitPercent <= 100 && parameters.limitCount >= 0
           && parameters.limitCount <= mostCount;
}

QJsonObject toJson(const RetentionParameters &parameters)
{
    QJsonArray stages;
    for (const int days : parameters.warningDays)
        stages += days;
    return {{u"warningDays"_s, stages},
            {u"graceDays"_s, parameters.graceDays},
            {u"limitPercent"_s, parameters.limitPercent},
            {u"limitCount"_s, parameters.limitCount},
            {u"twoPeoplePurge"_s, parameters.twoPeoplePurge}};
}

RetentionParameters retentionParametersFromJson(const QJsonObject &json)
{
    const RetentionParameters byDefault;
    RetentionParameters read;
    if (json[u"warningDays"].isArray()) {
        read.warningDays.clear();
        for (const QJsonArray stages = json[u"warningDays"].toArray(); const QJsonValue &days : stages)
            read.warningDays += days.toInt(0);
    }
    read.graceDays = json[u"graceDays"].toInt(byDefault.graceDays);
    read.limitPercent = json[u"limitPercent"].toInt(byDefault.limitPercent);
    read.limitCount = json[u"limitCount"].toInt(byDefault.limitCount);
    read.twoPeoplePurge = json[u"twoPeoplePurge"].toBool(byDefault.twoPeoplePurge);
    return isWellFormed(read) ? read : byDefault;
}

QString retentionGuardName(RetentionGuard::Kind kind)
{
    return nameIn(guardNames, kind);
}

} // namespace letopis
