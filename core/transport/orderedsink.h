#pragma once

#include "core/domain/ports/filetransport.h"

#include <map>
#include <mutex>

namespace letopis {

// Turns pieces that come in any order, from several threads, into the stream that a sink expects; what comes early waits
// in memory. The sink is called by one thread at a time.
class OrderedSink
{
public:
    OrderedSink(qint64 from, const ByteSink &sink)
        : m_next(from)
        , m_sink(sink)
    {
    }

    Result<> put(qint64 offset, QByteArrayView bytes)
    {
        const std::lock_guard lock(m_mutex);
        if (offset != m_next) {
            m_early.emplace(offset, bytes.toByteArray());
            return {};
        }
        Result<> taken = pass(bytes);
        while (taken && !m_early.empty() && m_early.begin()->first == m_next) {
            taken = pass(m_early.begin()->second);
            m_early.erase(m_early.begin());
        }
        return taken;
    }

private:
    Result<> pass(QByteArrayView bytes)
    {
        m_next += bytes.size();
        return m_sink(bytes);
    }

    std::mutex m_mutex;
    qint64 m_next;
    const ByteSink &m_sink;
    std::map<qint64, QByteArray> m_early;
};

} // namespace letopis
