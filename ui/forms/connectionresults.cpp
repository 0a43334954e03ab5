#include "ui/forms/connectionresults.h"

#include "ui/text/errortext.h"
#include "ui/widgets/icons.h"

#include <QGridLayout>
#include <QLabel>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

QString apiResultText(const Result<ApiIdentity> &result)
{
    if (!result)
        return errorParagraph(result.error());
    QStringList facts;
    if (!result->softwareVersion.isEmpty())
        facts << ConnectionResults::tr("BigBlueButton %1").arg(result->softwareVersion);
    else if (result->isScalelite)
        facts << ConnectionResults::tr("Scalelite, in front of several BigBlueButton servers");
    if (!result->apiVersion.isEmpty())
        facts << ConnectionResults::tr("API version %1").arg(result->apiVersion);
    facts << ConnectionResults::tr("checksums: %1").arg(checksumAlgorithmName(result->checksumAlgorithm));
    return ConnectionResults::tr("It answers, and the shared secret is right.") + u'\n' + facts.join(u", "_s);
}

QString diskResultText(const Result<DiskIdentity> &result)
{
    if (!result)
        return errorParagraph(result.error());
    QStringList lines{ConnectionResults::tr("Logged in; the data root is %1.").arg(result->dataRoot)};
    if (!result->canReadRaw && !result->canReadEvents)
        lines << ConnectionResults::tr(
            "The account cannot read where the events are: there will be no names of participants. "
            "On the server, add the account to the group of the recordings' owner.");
    if (!result->unreadable.isEmpty())
        lines << ConnectionResults::tr("Not readable for this account: %1").arg(result->unreadable.join(u", "_s));
    return lines.join(u'\n');
}

namespace {
QString obstacleText(DiskObstacle obstacle)
{
    switch (obstacle) {
    case DiskObstacle::None: break;
    case DiskObstacle::NoAccount: return ConnectionResults::tr("there is no SSH account");
    case DiskObstacle::NotInstalled: return ConnectionResults::tr("the command is not installed there");
    case DiskObstacle::NotAllowed: return ConnectionResults::tr("sudo does not let the account run the command");
    case DiskObstacle::OnlySftp: return ConnectionResults::tr("the account may only transfer files, not run commands");
    case DiskObstacle::OtherVersion: return ConnectionResults::tr("the command is of another version than this program knows");
    case DiskObstacle::NotThere: return ConnectionResults::tr("a folder that it needs is missing there");
    case DiskObstacle::LeadsElsewhere: return ConnectionResults::tr("a folder there is only a link to elsewhere");
    case DiskObstacle::NotWritable: return ConnectionResults::tr("the command's account may not write there");
    }
    return {};
}
} // namespace

QString deletionResultText(const Result<DiskAbility> &result)
{
    if (!result)
        return errorParagraph(result.error());
    QStringList lines;
    lines << (result->canRestore() ? ConnectionResults::tr("Deleted recordings can be brought back while their time in the trash lasts.")
                                   : ConnectionResults::tr("In the trash recordings are only unpublished: %1.").arg(obstacleText(result->againstRestore)));
    lines << (result->canPurge() ? ConnectionResults::tr("Deleting for good frees the server's disk.")
                                 : ConnectionResults::tr("Deleting for good does not free the server's disk: %1.").arg(obstacleText(result->againstPurge)));
    return lines.join(u'\n');
}

bool wantsRecipe(const Result<DiskAbility> &result)
{
    const auto isAboutScript = [](DiskObstacle obstacle) {
        return obstacle == DiskObstacle::NotInstalled || obstacle == DiskObstacle::NotAllowed || obstacle == DiskObstacle::OtherVersion;
    };
    return result && (isAboutScript(result->againstRestore) || isAboutScript(result->againstPurge));
}

ConnectionResults::ConnectionResults(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    m_api = addLine(u"apiResult"_s, tr("Recordings (API)"));
    m_disk = addLine(u"diskResult"_s, tr("Participants (SSH)"));
    m_deletion = addLine(u"deletionResult"_s, tr("Deletion (SSH)"));
}

ConnectionResults::Line ConnectionResults::addLine(const QString &name, const QString &title)
{
    Line line{new QLabel, new QLabel(title), new QLabel};
    QFont bold = line.title->font();
    bold.setBold(true);
    line.title->setFont(bold);
    line.text->setObjectName(name);
    line.text->setTextFormat(Qt::PlainText);
    line.text->setWordWrap(true);
    line.text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    line.text->setFocusPolicy(Qt::NoFocus);
    line.icon->setFixedWidth(24);
    const int row = m_grid->rowCount();
    m_grid->addWidget(line.icon, row, 0, Qt::AlignTop);
    m_grid->addWidget(line.title, row, 1);
    m_grid->addWidget(line.text, row + 1, 1);
    m_grid->setRowMinimumHeight(row + 2, 12);
    return line;
}

void ConnectionResults::show(const Line &line, Mark mark, const QString &text)
{
    const auto icon = [mark]() -> QStringView {
        switch (mark) {
        case Mark::Running:
            return u"sync";
        case Mark::Good:
            return u"check";
        case Mark::Bad:
            return u"error";
        case Mark::Note:
            return u"information";
        case Mark::None:
            break;
        }
        return {};
    }();
    line.icon->setPixmap(icon.isEmpty() ? QPixmap() : themedIcon(icon).pixmap(QSize(20, 20), devicePixelRatioF()));
    line.text->setText(text);
    line.text->setAccessibleName(line.title->text() + u": "_s + text);
}

void ConnectionResults::showTesting(bool withDisk)
{
    show(m_api, Mark::Running, tr("Testing…"));
    show(m_disk, withDisk ? Mark::Running : Mark::Note,
         withDisk ? tr("Testing…") : tr("No SSH account: only the number of participants will be known."));
    show(m_deletion, withDisk ? Mark::Running : Mark::Note, withDisk ? tr("Testing…") : tr("No SSH account: the server only moves the files of what is deleted."));
}

void ConnectionResults::showReport(const ConnectionReport &report, bool withDisk)
{
    if (report.api)
        show(m_api, *report.api ? Mark::Good : Mark::Bad, apiResultText(*report.api));
    else
        show(m_api, Mark::None, tr("Not tested."));
    if (report.disk) {
        const bool isGood = *report.disk && ((*report.disk)->canReadRaw || (*report.disk)->canReadEvents);
        show(m_disk, !*report.disk ? Mark::Bad : isGood ? Mark::Good : Mark::Note, diskResultText(*report.disk));
    } else if (withDisk) {
        show(m_disk, Mark::None, tr("Not tested, because the step before failed."));
    } else {
        show(m_disk, Mark::Note, tr("No SSH account: only the number of participants will be known."));
    }
    if (report.deletion) {
        const bool isGood = *report.deletion && (*report.deletion)->canRestore() && (*report.deletion)->canPurge();
        show(m_deletion, !*report.deletion ? Mark::Bad : isGood ? Mark::Good : Mark::Note, deletionResultText(*report.deletion));
    } else {
        show(m_deletion, withDisk ? Mark::None : Mark::Note,
             withDisk ? tr("Not tested, because the step before failed.") : tr("No SSH account: the server only moves the files of what is deleted."));
    }
}

} // namespace letopis
