#include "core/domain/recording.h"

#include <array>
#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr std::array<std::pair<PublicationState, QLatin1StringView>, 6> stateNames{{
    {PublicationState::Processing, "processing"_L1},
    {PublicationState::Processed, "processed"_L1},
    {PublicationState::Published, "published"_L1},
    {PublicationState::Unpublished, "unpublished"_L1},
    {PublicationState::Deleted, "deleted"_L1},
    {PublicationState::Gone, "gone"_L1},
}};
} // namespace

QString publicationStateName(PublicationState state)
{
    for (const auto &[value, name] : stateNames) {
        if (value == state)
            return name;
    }
    return {};
}

std::optional<PublicationState> publicationStateFromName(const QString &name)
{
    for (const auto &[value, known] : stateNames) {
        if (name.compare(known, Qt::CaseInsensitive) == 0)
            return value;
    }
    return std::nullopt;
}

QString metadataValue(const Metadata &metadata, QStringView key)
{
    for (const auto &[name, value] : metadata) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace letopis
