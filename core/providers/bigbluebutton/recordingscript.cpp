#include "core/providers/bigbluebutton/recordingscript.h"

#include "core/base/plaintext.h"
#include "core/domain/server.h"
#include "core/providers/bigbluebutton/recordingupdate.h"

#include <any>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
// Sums of a long meeting's raw media take their time, and nothing is printed meanwhile.
constexpr auto patience = 30min;
constexpr qint64 shortAnswer = 1 << 20;
constexpr qint64 longAnswer = 64 << 20;
constexpr qint64 longestAnswer = qint64(4) << 30;
constexpr int statusNotFound = 127; // of a shell
constexpr int statusNotExecutable = 126;

DiskObstacle obstacleFor(const CommandEnd &end)
{
    if (end.status == statusNotFound || end.errors.contains("not found"))
        return DiskObstacle::NotInstalled;
    if (end.errors.contains("sudo") || end.errors.contains("password") || end.status == statusNotExecutable)
        return DiskObstacle::NotAllowed;
    return DiskObstacle::OnlySftp;
}

Error didNotBegin(DiskObstacle obstacle, const QByteArray &said)
{
    const QString detail = diskObstacleName(obstacle) + u": "_s + visibleControls(QString::fromUtf8(said.left(400)).simplified());
    return {ErrorKind::Unsupported, detail, {}, obstacle};
}

DiskAbility unable(DiskObstacle obstacle, const QString &detail)
{
    return {.againstRestore = obstacle, .againstPurge = obstacle, .detail = detail, .account = {}, .root = {}};
}
} // namespace

RecordingScript::RecordingScript(SshCommand ssh, const QString &command, QString dataRoot)
    : m_ssh(std::move(ssh))
    , m_command(deletionCommandWords(command))
    , m_dataRoot(std::move(dataRoot))
{
}

Result<QByteArray> RecordingScript::run(const QStringList &words, qint64 mostBytes, const ScriptAnswer::Line &line,
                                        std::stop_token stop)
{
    if (m_command.isEmpty())
        return didNotBegin(DiskObstacle::NotInstalled, "no command is configured");
    ScriptAnswer answer(line);
    Result<> heard; // what else may answer in its place is told apart by how it ends
    const auto sink = [&](QByteArrayView bytes) -> Result<> {
        if (heard)
            heard = answer.feed(bytes);
        return heard || !answer.hasBegun() ? Result<>() : heard;
    };
    const Result<CommandEnd> ended = m_ssh.run(m_command + words, mostBytes, sink, patience, stop);
    if (!ended)
        return ended.error();
    if (!answer.hasBegun())
        return didNotBegin(obstacleFor(*ended), ended->errors);
    if (const Result<> finished = answer.finish(); !finished)
        return finished.error();
    return answer.end();
}

Result<DiskAbility> RecordingScript::probe(std::stop_token stop)
{
    AbilityReader reader;
    const Result<QByteArray> end =
        run({u"probe"_s}, shortAnswer, [&](const QList<QByteArray> &fields) { return reader.take(fields); }, stop);
    if (!end && end.error().kind == ErrorKind::Unsupported) {
        const auto *obstacle = std::any_cast<DiskObstacle>(&end.error().evidence);
        return unable(obstacle ? *obstacle : DiskObstacle::OtherVersion, end.error().detail);
    }
    if (!end)
        return end.error();
    DiskAbility ability = reader.ability();
    if (*end == "missing")
        return unable(DiskObstacle::NotThere, u"the script's data root is not there"_s);
    if (*end != "ok")
        return unable(DiskObstacle::OtherVersion, u"the script ended with "_s + QString::fromLatin1(*end));
    return ability;
}

Result<DiskRecording> RecordingScript::read(const QString &verb, const QString &externalId, qint64 mostBytes,
                                            std::stop_token stop)
{
    if (!isFullRecordId(externalId))
        return Error{ErrorKind::InvalidInput, u"not a full record ID"_s, externalId, {}};
    DiskRecordingReader reader;
    const Result<QByteArray> end = run({verb, externalId}, mostBytes,
                                       [&](const QList<QByteArray> &fields) { return reader.take(fields); }, stop);
    if (!end)
        return end.error();
    if (*end == "ok" || *end == "busy")
        return reader.recording();
    QStringList why;
    for (const DiskLeft &left : reader.recording().left)
        why += left.tree + u": "_s + left.why;
    const bool exists = why.filter(u"exists"_s).size() == why.size() && !why.isEmpty();
    return Error{exists ? ErrorKind::AlreadyExists : ErrorKind::PermissionDenied,
                 u"the server's script: "_s + QString::fromLatin1(*end) + u' ' + why.join(u", "_s), externalId, {}};
}

Result<DiskRecording> RecordingScript::inspect(const QString &externalId, std::stop_token stop)
{
    return read(u"inspect"_s, externalId, shortAnswer, stop);
}

Result<DiskRecording> RecordingScript::manifest(const QString &externalId, std::stop_token stop)
{
    return read(u"manifest"_s, externalId, longAnswer, stop);
}

Result<DiskRecording> RecordingScript::purge(const QString &externalId, std::stop_token stop)
{
    return read(u"purge"_s, externalId, shortAnswer, stop);
}

Result<> RecordingScript::restore(const QString &externalId, std::stop_token stop)
{
    const Result<DiskRecording> done = read(u"restore"_s, externalId, shortAnswer, stop);
    return done ? Result<>() : Result<>(done.error());
}

Result<> RecordingScript::list(const EntrySink &sink, ProgressCounters &progress, std::stop_token stop)
{
    const auto take = [&](const QList<QByteArray> &fields) -> Result<> {
        const auto entry = diskEntryFrom(fields);
        if (!entry)
            return {};
        progress.done += entry->externalId.isEmpty() ? 0 : 1;
        return sink(*entry);
    };
    const Result<QByteArray> end = run({u"list"_s}, longestAnswer, take, stop);
    if (!end)
        return end.error();
    if (*end != "ok")
        return Error{ErrorKind::NotFound, u"the server's script: "_s + QString::fromLatin1(*end), m_dataRoot, {}};
    return {};
}

} // namespace letopis
