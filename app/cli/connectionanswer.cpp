#include "app/cli/connectionanswer.h"

#include "app/cli/errortext.h"
#include "app/cli/text.h"

#include <QJsonArray>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
QJsonObject errorJson(const Error &error)
{
    QJsonObject object{{u"ok"_s, false},
                       {u"error"_s, errorKindName(error.kind)},
                       {u"subject"_s, error.subject},
                       {u"detail"_s, error.detail}};
    if (const auto *certificate = std::any_cast<UntrustedCertificate>(&error.evidence))
        object.insert(u"certificateSha256"_s, colonFingerprint(certificate->sha256));
    if (const auto *key = std::any_cast<HostKey>(&error.evidence)) {
        object.insert(u"hostKeySha256"_s, opensshFingerprint(key->sha256));
        object.insert(u"hostKeyType"_s, key->type);
    }
    return object;
}

QJsonObject apiJson(const Result<ApiIdentity> &api)
{
    if (!api)
        return errorJson(api.error());
    return {{u"ok"_s, true},
            {u"apiVersion"_s, api->apiVersion},
            {u"softwareVersion"_s, api->softwareVersion},
            {u"isScalelite"_s, api->isScalelite},
            {u"checksumAlgorithm"_s, checksumAlgorithmName(api->checksumAlgorithm)}};
}

QJsonObject diskJson(const Result<DiskIdentity> &disk)
{
    if (!disk)
        return errorJson(disk.error());
    return {{u"ok"_s, true},
            {u"dataRoot"_s, disk->dataRoot},
            {u"canReadRaw"_s, disk->canReadRaw},
            {u"canReadPublished"_s, disk->canReadPublished},
            {u"canReadEvents"_s, disk->canReadEvents},
            {u"unreadable"_s, QJsonArray::fromStringList(disk->unreadable)}};
}

QJsonObject deletionJson(const Result<DiskAbility> &deletion)
{
    if (!deletion)
        return errorJson(deletion.error());
    return {{u"ok"_s, true},
            {u"canRestore"_s, deletion->canRestore()},
            {u"canPurge"_s, deletion->canPurge()},
            {u"againstRestore"_s, diskObstacleName(deletion->againstRestore)},
            {u"againstPurge"_s, diskObstacleName(deletion->againstPurge)},
            {u"account"_s, deletion->account},
            {u"root"_s, deletion->root},
            {u"detail"_s, deletion->detail}};
}

QString obstacleText(DiskObstacle obstacle)
{
    switch (obstacle) {
    case DiskObstacle::None: break;
    case DiskObstacle::NoAccount: return Cli::tr("there is no SSH account");
    case DiskObstacle::NotInstalled: return Cli::tr("the script is not installed, see `server recipe`");
    case DiskObstacle::NotAllowed: return Cli::tr("sudo does not allow it, see `server recipe`");
    case DiskObstacle::OnlySftp: return Cli::tr("the account may run no commands");
    case DiskObstacle::OtherVersion: return Cli::tr("the script is of another version");
    case DiskObstacle::NotThere: return Cli::tr("a directory is missing");
    case DiskObstacle::LeadsElsewhere: return Cli::tr("a directory is a symbolic link");
    case DiskObstacle::NotWritable: return Cli::tr("its account may not write there");
    }
    return {};
}

QString deletionText(const Result<DiskAbility> &deletion)
{
    if (!deletion)
        return Cli::tr("Deleting: not known.") + u'\n' + textFor(deletion.error());
    QStringList lines;
    lines += deletion->canRestore()
                 ? Cli::tr("Trash: recordings can come back from the server's own deleted tree.")
                 : Cli::tr("Trash: recordings are only unpublished until they are deleted for good (%1).").arg(obstacleText(deletion->againstRestore));
    lines += deletion->canPurge()
                 ? Cli::tr("Purge: files leave the server's disk.")
                 : Cli::tr("Purge: the server only moves files, its disk is not freed (%1).").arg(obstacleText(deletion->againstPurge));
    return lines.join(u'\n');
}

QString apiText(const Result<ApiIdentity> &api)
{
    if (!api)
        return Cli::tr("Recording API: failed.") + u'\n' + textFor(api.error());
    QString version = api->isScalelite ? u"Scalelite"_s : u"BigBlueButton"_s;
    if (!api->softwareVersion.isEmpty())
        version += u' ' + api->softwareVersion;
    return Cli::tr("Recording API: %1, API %2, checksum %3.")
        .arg(version, api->apiVersion, checksumAlgorithmName(api->checksumAlgorithm));
}

QString yesNo(bool isYes)
{
    return isYes ? Cli::tr("readable") : Cli::tr("not readable");
}

QString diskText(const Result<DiskIdentity> &disk)
{
    if (!disk)
        return Cli::tr("Server's disk: failed.") + u'\n' + textFor(disk.error());
    QString text = Cli::tr("Server's disk: %1; raw %2, published %3, events %4.")
                       .arg(disk->dataRoot, yesNo(disk->canReadRaw), yesNo(disk->canReadPublished),
                            yesNo(disk->canReadEvents));
    for (const QString &directory : disk->unreadable)
        text += u'\n' + Cli::tr("  The account may not read %1.").arg(directory);
    return text;
}
} // namespace

QJsonObject connectionJson(const QString &serverName, const ConnectionReport &report)
{
    return {{u"server"_s, serverName},
            {u"api"_s, report.api ? QJsonValue(apiJson(*report.api)) : QJsonValue()},
            {u"disk"_s, report.disk ? QJsonValue(diskJson(*report.disk)) : QJsonValue()},
            {u"deletion"_s, report.deletion ? QJsonValue(deletionJson(*report.deletion)) : QJsonValue()}};
}

QString connectionText(const ConnectionReport &report)
{
    QStringList lines;
    if (report.api)
        lines += apiText(*report.api);
    if (report.disk)
        lines += diskText(*report.disk);
    if (report.deletion)
        lines += deletionText(*report.deletion);
    return lines.join(u'\n');
}

ExitCode exitCodeFor(const ConnectionReport &report)
{
    if (report.api && !*report.api)
        return exitCodeFor(report.api->error().kind);
    if (report.disk && !*report.disk)
        return exitCodeFor(report.disk->error().kind);
    return report.api ? ExitCode::Done : ExitCode::Failed;
}

std::optional<UntrustedCertificate> acceptedCertificate(const ConnectionReport &report, const TrustDecision &decision)
{
    if (!decision.certificateSha256 || !report.api || *report.api || report.api->error().kind != ErrorKind::TlsUntrusted)
        return std::nullopt;
    const auto *certificate = std::any_cast<UntrustedCertificate>(&report.api->error().evidence);
    if (!certificate || certificate->sha256 != *decision.certificateSha256 || !isAcceptable(certificate->problems))
        return std::nullopt;
    return *certificate;
}

std::optional<HostKey> acceptedHostKey(const ConnectionReport &report, const TrustDecision &decision)
{
    if (!decision.hostKeySha256 || !report.disk || *report.disk || report.disk->error().kind != ErrorKind::HostKeyUnknown)
        return std::nullopt;
    const auto *key = std::any_cast<HostKey>(&report.disk->error().evidence);
    if (!key || key->sha256 != *decision.hostKeySha256)
        return std::nullopt;
    return *key;
}

} // namespace letopis::cli
