#pragma once

#include "core/base/clock.h"
#include "core/storage/accessgraphs.h"

namespace letopis {

// What one person can see, laid out for queries over recordings on one connection.
struct VisibleSet
{
    enum class Reach { Nothing, Scopes, Everything }; // the blocked, most people, Administrators

    PersonId person;
    Reach reach = Reach::Nothing;
    int slot = 0;
    qint64 recordings = 0; // how many, up to countBound; an estimate for choosing how to query
    qint64 newestRecording = 0; // the highest id of all: likewise

    static constexpr qint64 countBound = 20'000;

    // Whether the recording `r` is among them; its index entries suffice.
    QString condition() const;
    // "(SELECT id …)": all of them, each once. Of Reach::Scopes.
    QString ids() const;
};

struct ViewerSlot;

// Lays out what people can see as temporary tables of the connection: the scopes that are open to them. They are made again
// when access changed or an entry ended; a connection keeps those of the last few people. Shared by all connections; thread-safe.
class Visibility
{
public:
    explicit Visibility(const Clock &clock)
        : m_clock(clock)
    {
    }

    // Inside the transaction of the query, which may use at most one other set. Somebody unknown or blocked sees nothing.
    Result<VisibleSet> prepare(Connection &connection, PersonId person, const QList<VisibleSet> &inUse = {});
    AccessGraphs &graphs() { return m_graphs; }
    qint64 nowMs() const { return m_clock.now().toMSecsSinceEpoch(); }

private:
    Result<> refresh(Connection &connection, PersonId person, ViewerSlot &slot);

    const Clock &m_clock;
    AccessGraphs m_graphs;
};

} // namespace letopis
