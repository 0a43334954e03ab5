#pragma once

#include "core/domain/ports/recordingdisk.h"
#include "core/providers/bigbluebutton/scriptanswer.h"
#include "core/transport/sshcommand.h"

namespace letopis {

// A server's disk through resources/server/letopis-recordings over SSH.
class RecordingScript final : public RecordingDisk
{
public:
    // command: what runs the script, words as deletionCommandWords() takes them.
    RecordingScript(SshCommand ssh, const QString &command, QString dataRoot);

    Result<DiskAbility> probe(std::stop_token stop) override;
    Result<DiskRecording> inspect(const QString &externalId, std::stop_token stop) override;
    Result<DiskRecording> manifest(const QString &externalId, std::stop_token stop) override;
    // A tree that could not be looked at is an entry without an id; its marker says why.
    Result<> list(const EntrySink &sink, ProgressCounters &progress, std::stop_token stop) override;
    Result<> restore(const QString &externalId, std::stop_token stop) override;
    Result<DiskRecording> purge(const QString &externalId, std::stop_token stop) override;

private:
    // How the script ended, "ok" …; Unsupported where it did not even begin.
    Result<QByteArray> run(const QStringList &words, qint64 mostBytes, const ScriptAnswer::Line &line, std::stop_token stop);
    Result<DiskRecording> read(const QString &verb, const QString &externalId, qint64 mostBytes, std::stop_token stop);

    SshCommand m_ssh;
    const QStringList m_command;
    const QString m_dataRoot;
};

} // namespace letopis
