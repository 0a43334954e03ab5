#include "core/domain/recording.h"

#include "core/base/enumname.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr EnumName<PublicationState> stateNames[]{
    {PublicationState::Processing, "processing"_L1},
    {PublicationState::Processed, "processed"_L1},
    {PublicationState::Published, "published"_L1},
    {PublicationState::Unpublished, "unpublished"_L1},
    {PublicationState::Deleted, "deleted"_L1},
    {PublicationState::Gone, "gone"_L1},
};
} // namespace

QString publicationStateName(PublicationState state)
{
    return nameIn(stateNames, state);
}

std::optional<PublicationState> publicationStateFromName(const QString &name)
{
    return valueIn(stateNames, name, Qt::CaseInsensitive);
}

int publicationRank(PublicationState state)
{
    switch (state) {
    case PublicationState::Published:
        return 5;
    case PublicationState::Unpublished:
        return 4;
    case PublicationState::Processed:
        return 3;
    case PublicationState::Processing:
        return 2;
    case PublicationState::Deleted:
        return 1;
    case PublicationState::Gone:
        return 0;
    }
    return 0;
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
