#pragma once

#include "core/access/accessgraph.h"

namespace letopis {

// What holds for one person on many items: one decision for each scope that occurs, however many recordings there are. The
// graph outlives it.
class Decisions
{
public:
    Decisions(const AccessGraph &graph, PersonId person, qint64 nowMs)
        : m_graph(&graph)
        , m_person(person)
        , m_nowMs(nowMs)
    {
    }

    PermissionSet of(AccessScope scope)
    {
        const auto [at, isNew] = m_known.try_emplace(scope.value());
        if (isNew)
            at->second = m_graph->ruling(m_person, scope, m_nowMs).result;
        return at->second;
    }

private:
    const AccessGraph *m_graph;
    PersonId m_person;
    qint64 m_nowMs;
    std::unordered_map<qint64, PermissionSet> m_known;
};

} // namespace letopis
