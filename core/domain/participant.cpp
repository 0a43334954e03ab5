#include "core/domain/participant.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

QString conferenceRoleName(ConferenceRole role)
{
    switch (role) {
    case ConferenceRole::Guest: return u"guest"_s;
    case ConferenceRole::Viewer: return u"viewer"_s;
    case ConferenceRole::Presenter: return u"presenter"_s;
    case ConferenceRole::Moderator: return u"moderator"_s;
    }
    return {};
}

std::optional<ConferenceRole> conferenceRoleFromName(const QString &name)
{
    for (const auto role : {ConferenceRole::Guest, ConferenceRole::Viewer, ConferenceRole::Presenter,
                            ConferenceRole::Moderator}) {
        if (conferenceRoleName(role) == name)
            return role;
    }
    return std::nullopt;
}

} // namespace letopis
