#include "core/domain/eventorigin.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdlib>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 lineSeconds = 5; // a Date header has whole seconds, and was on its way
constexpr qsizetype longestName = 100;
} // namespace

EventOrigin::EventOrigin(const QString &program, const QString &version, const QString &computer)
    : m_program(program.left(longestName))
    , m_version(version.left(longestName))
    , m_computer(computer.left(longestName))
{
    compose(u"system"_s);
}

void EventOrigin::setClockDifference(const QString &server, qint64 aheadSeconds)
{
    if (std::llabs(aheadSeconds) <= lineSeconds)
        return compose(u"system, as %1"_s.arg(server.left(longestName)));
    compose(u"system, %1 s %2 %3"_s.arg(std::llabs(aheadSeconds)).arg(aheadSeconds > 0 ? u"ahead of"_s : u"behind"_s, server.left(longestName)));
}

QByteArray EventOrigin::json() const
{
    const QMutexLocker locker(&m_mutex);
    return m_json;
}

void EventOrigin::compose(const QString &clock)
{
    const QByteArray json = QJsonDocument(QJsonObject{{u"program"_s, m_program},
                                                      {u"version"_s, m_version},
                                                      {u"computer"_s, m_computer},
                                                      {u"clock"_s, clock}})
                                .toJson(QJsonDocument::Compact);
    const QMutexLocker locker(&m_mutex);
    m_json = json;
}

OriginText originText(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    return {object.value(u"program"_s).toString(), object.value(u"version"_s).toString(), object.value(u"computer"_s).toString(),
            object.value(u"clock"_s).toString()};
}

} // namespace letopis
