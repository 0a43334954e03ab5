#pragma once

#include "core/domain/ports/recordingdisk.h"

#include <QByteArray>
#include <QHash>

#include <functional>

namespace letopis {

// Reads what resources/server/letopis-recordings prints, while it arrives: a first line with its version, lines of fields
// separated by tabs, a last one with how it ended. Lines that are none of these are passed over, up to the first line's bounds.
class ScriptAnswer
{
public:
    // Called for each line between, split into fields; its error ends the reading.
    using Line = std::function<Result<>(const QList<QByteArray> &fields)>;

    explicit ScriptAnswer(Line line)
        : m_line(std::move(line))
    {
    }

    // BadAnswer: not what the script says.
    Result<> feed(QByteArrayView bytes);
    // After the last byte. BadAnswer: it was cut off.
    Result<> finish();

    bool hasBegun() const { return m_version > 0; }
    int version() const { return m_version; }
    const QByteArray &end() const { return m_end; } // "ok", "failed", "busy", "missing", "usage"

private:
    Result<> take(const QByteArray &line);

    const Line m_line;
    QByteArray m_rest;
    QByteArray m_end;
    qsizetype m_greeting = 0;
    int m_version = 0;
};

// What the lines of inspect, manifest, purge and restore tell of one recording. Numbers and names are checked, not believed.
class DiskRecordingReader
{
public:
    Result<> take(const QList<QByteArray> &fields);
    DiskRecording recording() const; // files with their sums
    bool hasMoved() const { return m_hasMoved; }

private:
    DiskRecording m_recording;
    QHash<QString, QByteArray> m_sums; // by path
    bool m_hasMoved = false;
};

// Of "list"; nothing where the line is none of its. Without an id: a tree that could not be looked at, and why.
std::optional<DiskEntry> diskEntryFrom(const QList<QByteArray> &fields);

// What probe() tells, against the data root that is configured.
class AbilityReader
{
public:
    Result<> take(const QList<QByteArray> &fields);
    DiskAbility ability() const;

private:
    DiskAbility m_ability;
    QHash<QByteArray, QByteArray> m_states; // of trees
};

} // namespace letopis
