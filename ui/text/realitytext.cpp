#include "ui/text/dates.h"
#include "ui/text/deletiontext.h"
#include "ui/text/quantities.h"

#include <QCoreApplication>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct RealityTr
{
    Q_DECLARE_TR_FUNCTIONS(RealityText)
};

} // namespace

QString realityKindText(RealityKind kind)
{
    switch (kind) {
    case RealityKind::NotInCatalog: return RealityTr::tr("Not in the catalog");
    case RealityKind::NotOnServer: return RealityTr::tr("Gone from the server");
    case RealityKind::OnlyInApi: return RealityTr::tr("Listed without files");
    case RealityKind::OnlyOnDisk: return RealityTr::tr("On the disk, not listed");
    case RealityKind::StatesDiffer: return RealityTr::tr("States disagree");
    case RealityKind::HalfProcessed: return RealityTr::tr("Processing stuck");
    case RealityKind::RawOrphan: return RealityTr::tr("Raw material never processed");
    case RealityKind::DeletedLeftover: return RealityTr::tr("Left in the server's trash");
    case RealityKind::StatusLeftover: return RealityTr::tr("Markers and captions of nothing");
    case RealityKind::MaterialsLeftover: return RealityTr::tr("Our materials of what is gone");
    }
    return {};
}

QString realityKindSentence(RealityKind kind)
{
    switch (kind) {
    case RealityKind::NotInCatalog: return RealityTr::tr("The server lists it, the catalog does not have it. A sync takes it in.");
    case RealityKind::NotOnServer:
        return RealityTr::tr("The catalog has it, the server neither lists it nor has files of it: somebody deleted it there. A sync marks it as gone.");
    case RealityKind::OnlyInApi:
        return RealityTr::tr("The server lists it, but has no files of it: nobody can watch it. It is not mended from here, since it is still listed; "
                             "its administrator can look why the files are missing, or you delete the recording.");
    case RealityKind::OnlyOnDisk:
        return RealityTr::tr("Its files are published or unpublished on the disk, but the server does not list it, most likely because its metadata cannot be read. "
                             "It is not deleted from here, since it may be the only copy: the server's administrator can repair its metadata.xml.");
    case RealityKind::StatesDiffer:
        return RealityTr::tr("The server's list, its disk and the catalog say different things. A sync takes over what the server says; "
                             "a recording in two places of the disk at once is for the server's administrator.");
    case RealityKind::HalfProcessed:
        return RealityTr::tr("The server began to work on it days ago and did not finish. What is left can be deleted for good; if somebody still needs it, "
                             "the server's administrator can process it again with bbb-record --rebuild instead.");
    case RealityKind::RawOrphan:
        return RealityTr::tr("It was recorded weeks ago and neither processed nor published. What is left can be deleted for good; if somebody still needs it, "
                             "the server's administrator can process it with bbb-record --rebuild instead.");
    case RealityKind::DeletedLeftover:
        return RealityTr::tr("It was deleted, but its files still lie in the server's trash, from where nothing removes them. They can be deleted for good.");
    case RealityKind::StatusLeftover: return RealityTr::tr("Small files about a recording that is gone. They can be deleted for good.");
    case RealityKind::MaterialsLeftover: return RealityTr::tr("Files that Letopis put there with a recording that is gone. They can be deleted for good.");
    }
    return {};
}

QString realityMendText(RealityMend mend)
{
    switch (mend) {
    case RealityMend::None: return RealityTr::tr("Not from here");
    case RealityMend::Sync: return RealityTr::tr("By a sync");
    case RealityMend::Purge: return RealityTr::tr("By deleting what is left");
    }
    return {};
}

QString realityReportText(const RealityReport &report)
{
    if (report.atMs <= 0)
        return RealityTr::tr("This server was not compared yet.");
    QStringList parts{RealityTr::tr("Compared on %1.").arg(absoluteDate(QDateTime::fromMSecsSinceEpoch(report.atMs, Qt::UTC)))};
    if (report.source == u"none")
        parts += RealityTr::tr("The server lists %1, the catalog has %2. Its disk could not be looked at: it has no SSH account here.")
                     .arg(recordingsCount(report.listed), numberText(report.inCatalog));
    else
        //: %1: "12 recordings", %2 and %3: numbers
        parts += RealityTr::tr("The server lists %1, its disk has %2, the catalog %3.").arg(recordingsCount(report.listed), numberText(report.onDisk), numberText(report.inCatalog));
    if (report.findings == 0)
        parts += RealityTr::tr("All three agree.");
    else if (report.sizeBytes > 0)
        parts += RealityTr::tr("%1 finding(s), %2.", nullptr, static_cast<int>(report.findings)).arg(numberText(report.findings), sizeText(report.sizeBytes));
    else
        parts += RealityTr::tr("%1 finding(s).", nullptr, static_cast<int>(report.findings)).arg(numberText(report.findings));
    return parts.join(u' ');
}

} // namespace letopis
