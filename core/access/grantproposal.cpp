#include "core/access/grantproposal.h"

#include "core/base/enumname.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr EnumName<ProposalMode> modes[]{
    {ProposalMode::Off, "off"_L1}, {ProposalMode::Propose, "propose"_L1}, {ProposalMode::Grant, "grant"_L1}};
} // namespace

QString proposalModeName(ProposalMode mode)
{
    return nameIn(modes, mode);
}

std::optional<ProposalMode> proposalModeFromName(const QString &name)
{
    return valueIn(modes, name);
}

} // namespace letopis
