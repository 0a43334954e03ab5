#include "ui/text/linktext.h"

#include "ui/text/dates.h"
#include "ui/text/quantities.h"
#include "ui/text/refusaltext.h"

#include <QCoreApplication>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct LinkTr
{
    Q_DECLARE_TR_FUNCTIONS(LinkText)
};

} // namespace

QString linkStateText(AccessLink::State state)
{
    switch (state) {
    case AccessLink::State::Active: return LinkTr::tr("Active");
    case AccessLink::State::Expired: return LinkTr::tr("Expired");
    case AccessLink::State::UsedUp: return LinkTr::tr("Used up");
    case AccessLink::State::Revoked: return LinkTr::tr("Revoked");
    }
    return {};
}

QString linkUsesText(const AccessLink &link)
{
    const QString used = numberText(link.useCount);
    return link.maxUses == 0 ? used : LinkTr::tr("%1 of %2").arg(used, numberText(link.maxUses));
}

QString linkEndText(const AccessLink &link, const QLocale &locale)
{
    return link.expiresAtMs == 0 ? LinkTr::tr("without end")
                                 : absoluteDate(QDateTime::fromMSecsSinceEpoch(link.expiresAtMs, Qt::UTC), locale);
}

QString linkProblemText(LinkProblem problem, const LinkPolicy &policy)
{
    switch (problem) {
    case LinkProblem::LabelTooLong: return LinkTr::tr("The label is longer than %1 characters.").arg(maxLinkLabel);
    case LinkProblem::ExpiryMissing: return LinkTr::tr("A link needs an end: at most %1 from now.").arg(daysText(policy.maxDays));
    case LinkProblem::ExpiryPast: return LinkTr::tr("The end has passed already.");
    case LinkProblem::ExpiryTooLate: return LinkTr::tr("The end is too late: at most %1 from now.").arg(daysText(policy.maxDays));
    case LinkProblem::UsesOutOfRange: return LinkTr::tr("The number of uses is from 1 to %1.").arg(numberText(maxLinkUses));
    case LinkProblem::PasswordMissing: return LinkTr::tr("A link needs a password here.");
    case LinkProblem::PasswordTooShort: return LinkTr::tr("The password needs at least %1 characters.").arg(minLinkPassword);
    case LinkProblem::PasswordTooLong: return LinkTr::tr("The password has more than %1 characters.").arg(maxLinkPassword);
    }
    return {};
}

QString linkPolicyProblemText(LinkPolicyProblem problem)
{
    switch (problem) {
    case LinkPolicyProblem::DaysOutOfRange: return LinkTr::tr("Days are from 0 (without end) to %1.").arg(maxLinkDays);
    case LinkPolicyProblem::UsualBeyondMost: return LinkTr::tr("The usual end is later than the latest one allowed.");
    case LinkPolicyProblem::AddressNotHttps:
        return LinkTr::tr("The service's address begins with https:// and has no user, query or fragment.");
    }
    return {};
}

QString daysText(int days)
{
    return days == 0 ? LinkTr::tr("without end") : LinkTr::tr("%n day(s)", nullptr, days);
}

ErrorText linkErrorText(const Error &error, const LinkPolicy &policy)
{
    if (const auto *link = std::any_cast<LinkProblemEvidence>(&error.evidence); link && !link->problems.isEmpty())
        return {linkProblemText(link->problems.first(), policy), {}};
    if (const auto *set = std::any_cast<LinkPolicyEvidence>(&error.evidence); set && !set->problems.isEmpty())
        return {linkPolicyProblemText(set->problems.first()), {}};
    return errorText(error);
}

QString linksReachText(const LinkPolicy &policy)
{
    return policy.serviceAddress.isEmpty()
               ? LinkTr::tr("Nothing on a server answers for links yet: until a Letopis service does, this link opens nothing.")
               : LinkTr::tr("The service at %1 has to answer for links; Letopis itself does not.").arg(policy.serviceAddress);
}

QString tokenOnceText()
{
    return LinkTr::tr("The link is shown this once; only its checksum is kept.");
}

} // namespace letopis
