#include "ui/text/retentiontext.h"

#include "ui/text/dates.h"
#include "ui/text/names.h"
#include "ui/text/quantities.h"

#include <QCoreApplication>

// Policies, servers and what stops deletion, in words.

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct RetentionTr
{
    Q_DECLARE_TR_FUNCTIONS(RetentionText)
};

using Field = RetentionCondition::Field;

QString moment(qint64 ms)
{
    return absoluteDate(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC));
}

} // namespace

QString scopeKindText(RetentionScope::Kind kind)
{
    switch (kind) {
    case RetentionScope::Kind::Meeting: return RetentionTr::tr("Meeting");
    case RetentionScope::Kind::Filter: return RetentionTr::tr("Filter");
    case RetentionScope::Kind::Folder: return RetentionTr::tr("Folder");
    case RetentionScope::Kind::Server: return RetentionTr::tr("Server");
    }
    return {};
}

QString scopeText(const RetentionScope &scope, const QString &server, const QString &folder)
{
    switch (scope.kind) {
    case RetentionScope::Kind::Meeting: return RetentionTr::tr("Meeting %1, server %2").arg(scope.meetingId, server);
    case RetentionScope::Kind::Folder: return RetentionTr::tr("Folder %1").arg(folder);
    case RetentionScope::Kind::Server: return RetentionTr::tr("Server %1").arg(server);
    case RetentionScope::Kind::Filter: break;
    }
    QStringList parts;
    if (scope.server.isValid())
        parts += RetentionTr::tr("server is “%1”").arg(server);
    for (const RetentionCondition &condition : scope.conditions)
        parts += conditionText(condition);
    return RetentionTr::tr("Filter: %1").arg(parts.join(u"; "_s));
}

QString conditionFieldText(Field field)
{
    switch (field) {
    case Field::Title: return RetentionTr::tr("Title");
    case Field::Meeting: return RetentionTr::tr("Name of the meeting");
    case Field::MeetingId: return RetentionTr::tr("Meeting ID");
    case Field::MetadataKey: return RetentionTr::tr("Metadata");
    case Field::Owner: return RetentionTr::tr("Owner");
    case Field::ShorterThan: return RetentionTr::tr("Shorter than");
    case Field::FewerThan: return RetentionTr::tr("Fewer participants than");
    case Field::NeverViewed: return RetentionTr::tr("Never viewed");
    case Field::State: return RetentionTr::tr("State");
    }
    return {};
}

QString conditionMatchText(RetentionCondition::Match match)
{
    switch (match) {
    case RetentionCondition::Match::Is: return RetentionTr::tr("is");
    case RetentionCondition::Match::Contains: return RetentionTr::tr("contains");
    case RetentionCondition::Match::BeginsWith: return RetentionTr::tr("begins with");
    }
    return {};
}

QString conditionText(const RetentionCondition &condition)
{
    switch (condition.field) {
    case Field::ShorterThan: return RetentionTr::tr("shorter than %1").arg(minutesText(condition.number));
    case Field::FewerThan: return RetentionTr::tr("fewer participants than %1").arg(numberText(condition.number));
    case Field::NeverViewed: return RetentionTr::tr("never viewed");
    case Field::State: return RetentionTr::tr("state is “%1”").arg(stateText(condition.state));
    default: break;
    }
    const QString field = condition.field == Field::MetadataKey ? condition.key : conditionFieldText(condition.field).toLower();
    //: %1: a field; %2: is, contains, begins with; %3: a text
    return RetentionTr::tr("%1 %2 “%3”").arg(field, conditionMatchText(condition.match), condition.text);
}

QString ruleText(const RetentionRule &rule)
{
    QStringList parts;
    switch (rule.kind) {
    case RetentionRule::Kind::AfterRecording: parts += RetentionTr::tr("%n day(s) after the recording", nullptr, rule.days); break;
    case RetentionRule::Kind::AfterLastView: parts += RetentionTr::tr("%n day(s) after the last view", nullptr, rule.days); break;
    case RetentionRule::Kind::OnDate: parts += RetentionTr::tr("on %1, what was recorded before").arg(retentionDay(rule.date)); break;
    case RetentionRule::Kind::Never: parts += RetentionTr::tr("never"); break;
    }
    if (rule.keepNewest > 0)
        parts += RetentionTr::tr("the newest %n of each meeting stay(s)", nullptr, rule.keepNewest);
    if (rule.unpublishDays > 0)
        parts += RetentionTr::tr("unpublished %n day(s) before", nullptr, rule.unpublishDays);
    return parts.join(u"; "_s);
}

QString switchText(const ServerRetention &server)
{
    if (server.isOn)
        return RetentionTr::tr("On: what is due on %1 goes into a plan, then to the trash, and after its days there is deleted for good.")
            .arg(server.name);
    return RetentionTr::tr("Off: nothing goes by itself on %1, whatever the policies say.").arg(server.name);
}

QString warningDaysText(const QList<int> &days)
{
    QStringList parts;
    for (const int day : days)
        parts += QString::number(day);
    return parts.join(u", "_s);
}

QString limitText(const RetentionParameters &parameters)
{
    //: %1 per cent of the server's recordings, or so many recordings
    return RetentionTr::tr("%1 % or %2").arg(parameters.limitPercent).arg(numberText(parameters.limitCount));
}

QString guardText(const RetentionGuard &guard)
{
    using Kind = RetentionGuard::Kind;
    switch (guard.kind) {
    case Kind::ClockWentBack:
        return RetentionTr::tr("This computer's clock says %1, and the catalog already knows of %2.").arg(moment(guard.oursMs), moment(guard.theirsMs));
    case Kind::ClocksDiffer:
        return RetentionTr::tr("This computer's clock says %1, the server's %2.").arg(moment(guard.oursMs), moment(guard.theirsMs));
    case Kind::CatalogNotSynced:
        return guard.theirsMs > 0 ? RetentionTr::tr("The catalog was last synced with this server on %1.").arg(moment(guard.theirsMs))
                                  : RetentionTr::tr("The catalog was never synced with this server.");
    case Kind::CatalogRestored:
        return RetentionTr::tr("This catalog was restored from a backup or is an old copy: recordings may have changed since.");
    case Kind::SwitchedOff: return RetentionTr::tr("Auto-deletion is off on this server.");
    }
    return {};
}

QString guardAdvice(const RetentionGuard &guard)
{
    using Kind = RetentionGuard::Kind;
    switch (guard.kind) {
    case Kind::ClockWentBack: return RetentionTr::tr("Set this computer's clock right.");
    case Kind::ClocksDiffer: return RetentionTr::tr("Set both clocks right, then sync.");
    case Kind::CatalogNotSynced: return RetentionTr::tr("Sync the server.");
    case Kind::CatalogRestored: return RetentionTr::tr("Say that it is the right catalog, or open the newer one.");
    case Kind::SwitchedOff: return RetentionTr::tr("Switch it on first.");
    }
    return {};
}

std::optional<ErrorText> retentionEvidenceText(const Error &error)
{
    if (const auto *number = std::any_cast<ConfirmationEvidence>(&error.evidence)) {
        const QString expected = numberText(number->expected);
        if (!number->typed)
            return ErrorText{RetentionTr::tr("Recordings would go: %1.").arg(expected), RetentionTr::tr("Type this number to confirm it.")};
        return ErrorText{RetentionTr::tr("The number is another one: %1, not %2.").arg(expected, numberText(*number->typed)),
                         RetentionTr::tr("Look at what would go, then type its number.")};
    }
    const auto *stop = std::any_cast<RetentionStopEvidence>(&error.evidence);
    if (!stop || stop->guards.isEmpty())
        return {};
    QStringList sentences, advice;
    for (const RetentionGuard &guard : stop->guards) {
        sentences += guardText(guard);
        advice += guardAdvice(guard);
    }
    return ErrorText{RetentionTr::tr("Nothing is deleted now.") + u' ' + sentences.join(u' '), advice.join(u' ')};
}

ErrorText retentionErrorText(const Error &error)
{
    if (error.kind == ErrorKind::ContentMismatch)
        return {RetentionTr::tr("Somebody changed it meanwhile."), RetentionTr::tr("Look at it again; what you typed is still there.")};
    if (error.kind == ErrorKind::NotFound)
        return {RetentionTr::tr("It is no longer there: somebody changed it meanwhile."), {}};
    return errorText(error);
}

} // namespace letopis
