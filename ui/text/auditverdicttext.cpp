#include "ui/text/auditverdicttext.h"

#include "ui/text/dates.h"
#include "ui/text/peopletext.h"
#include "ui/text/quantities.h"

#include <QCoreApplication>
#include <QDateTime>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
struct VerdictTr
{
    Q_DECLARE_TR_FUNCTIONS(AuditVerdictText)
};
} // namespace

QString auditBreakText(const AuditBreak &found)
{
    const QString at = numberText(found.sequence);
    switch (found.kind) {
    case AuditBreakKind::Missing: return VerdictTr::tr("Event %1 is missing.").arg(at);
    case AuditBreakKind::Changed: return VerdictTr::tr("Event %1 was changed after it was written.").arg(at);
    case AuditBreakKind::Moved: return VerdictTr::tr("In the place of event %1 stands event %2.").arg(at, numberText(found.belongsAt));
    case AuditBreakKind::Unchained:
        return VerdictTr::tr("Event %1 does not follow the one before it: one of the two was put there by another hand.").arg(at);
    case AuditBreakKind::CutOff: return VerdictTr::tr("The journal was cut off: event %1 was there when the anchor was taken.").arg(at);
    case AuditBreakKind::Rewritten: return VerdictTr::tr("Event %1 is another one than when the anchor was taken.").arg(at);
    case AuditBreakKind::BadSegment: return VerdictTr::tr("From event %1 on a stretch is gone that the journal does not tell of.").arg(at);
    }
    return {};
}

QString auditBreakAdvice(const AuditBreak &found)
{
    switch (found.kind) {
    case AuditBreakKind::CutOff:
        return VerdictTr::tr("The catalog may be an old copy. Look whether somebody restored a backup; the newest backup, checked against "
                             "the same anchor, has what is missing.");
    case AuditBreakKind::Rewritten:
        return VerdictTr::tr("See that the anchor belongs to this catalog. If it does, the journal was written anew since: keep this "
                             "catalog as it is, and compare it with a backup from before.");
    default:
        return VerdictTr::tr("What is before this event is sound, what follows proves nothing. Change nothing in this catalog: copy its file, "
                             "find the newest backup whose journal is still sound, and compare the event there.");
    }
}

ErrorText auditVerdictText(const AuditVerdict &verdict, bool wasAnchorGiven)
{
    const auto events = static_cast<int>(std::min<qint64>(verdict.events, std::numeric_limits<int>::max()));
    if (verdict.broken)
        return {auditBreakText(*verdict.broken), auditBreakAdvice(*verdict.broken)};
    const QString sound = VerdictTr::tr("The journal is sound: %n event(s) checked, none changed, missing or moved.", nullptr, events);
    QStringList advice;
    if (verdict.firstSequence > 1) {
        advice += VerdictTr::tr("It begins with event %1; what was before it is kept in files.").arg(numberText(verdict.firstSequence));
    }
    if (verdict.isAnchored)
        advice += VerdictTr::tr("The anchor's event is there: nothing was cut off since it was taken.");
    else if (!wasAnchorGiven)
        advice += VerdictTr::tr("That nothing was cut off its end is proved by an anchor that was kept elsewhere.");
    return {sound, advice.join(u' ')};
}

ErrorText catalogAgeText(const CatalogAgeReport &report)
{
    switch (report.age) {
    case CatalogAge::AsLeft:
    case CatalogAge::NoAnchor: return {};
    case CatalogAge::Older:
        return {VerdictTr::tr("This catalog is older than the one that was open here last."),
                VerdictTr::tr("Events are missing that were in it: it is an old copy that was not restored through Letopis. Nothing is deleted "
                              "until somebody says that it is the right one.")};
    case CatalogAge::Branched:
        return {VerdictTr::tr("This catalog is not the one that was open here last."),
                VerdictTr::tr("Its journal tells another history. Nothing is deleted until somebody says that it is the right one.")};
    }
    return {};
}

QString eventsCount(qint64 count)
{
    return VerdictTr::tr("%n event(s)", nullptr, static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max())));
}

QString segmentText(const AuditSegment &segment)
{
    return VerdictTr::tr("Events %1 to %2").arg(numberText(segment.firstSequence), numberText(segment.lastSequence));
}

QString segmentStateText(const AuditSegment &segment)
{
    if (segment.droppedAtMs > 0)
        return VerdictTr::tr("Only in the file");
    return segment.exportedAtMs > 0 ? VerdictTr::tr("Stored in a file, too") : VerdictTr::tr("Closed, not stored yet");
}

QString auditFormatExplanation(AuditFileFormat format)
{
    switch (format) {
    case AuditFileFormat::Csv: return VerdictTr::tr("A table for spreadsheets. It proves nothing: anybody could change it.");
    case AuditFileFormat::JsonLines: return VerdictTr::tr("One event per line, for programs. It proves nothing by itself.");
    case AuditFileFormat::Extract:
        return VerdictTr::tr("One event per line with its hash, and the hashes of what lies between, signed with the catalog's key. Anybody can "
                             "check it without this catalog: letopis-cli audit verify FILE.");
    }
    return {};
}

ErrorText auditErrorText(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::SecretStoreUnavailable:
        return {VerdictTr::tr("There is nothing to sign with: the place where secrets are kept does not answer"),
                VerdictTr::tr("Unlock it and try again, or write the file unsigned: it can be checked as well, but anybody could have made it.")};
    case ErrorKind::NotFound: return {VerdictTr::tr("There is nothing in the journal that fits"), VerdictTr::tr("Widen the filters or the dates.")};
    case ErrorKind::ContentMismatch:
        return {VerdictTr::tr("What was read is not what the journal says"),
                VerdictTr::tr("Nothing was changed. Verify the journal, and take the file as it was stored.")};
    default: return peopleErrorText(error);
    }
}

} // namespace letopis
