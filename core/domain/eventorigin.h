#pragma once

#include <QByteArray>
#include <QMutex>
#include <QString>

namespace letopis {

// Where the events of this process come from: program and version, computer, and whose time its clock tells. Thread-safe.
class EventOrigin
{
public:
    EventOrigin(const QString &program, const QString &version, const QString &computer);

    // What a server's own clock showed against this one's: positive where this computer is ahead. Differences under a few
    // seconds are the line's, not the clock's.
    void setClockDifference(const QString &server, qint64 aheadSeconds);

    // Compact JSON, as stored and hashed: {"program":…,"version":…,"computer":…,"clock":"system"}
    QByteArray json() const;

private:
    void compose(const QString &clock);

    const QString m_program;
    const QString m_version;
    const QString m_computer;
    mutable QMutex m_mutex;
    QByteArray m_json;
};

// One of them read back; empty members where it does not say.
struct OriginText
{
    QString program;
    QString version;
    QString computer;
    QString clock;

    friend bool operator==(const OriginText &, const OriginText &) = default;
};
OriginText originText(const QByteArray &json);

} // namespace letopis
