#pragma once

#include "core/base/whendone.h"
#include "core/journal/accesscontrol.h"

#include <functional>
#include <utility>

namespace letopis {

// What every command of a part of the workspace passes first: who asks may do it, or gets PermissionDenied with RefusalEvidence
// and nothing has happened. Main thread; `context` is the part itself.
class Gate
{
public:
    Gate(AccessControl access, QObject *context)
        : m_access(std::move(access))
        , m_context(context)
    {
    }

    const AccessControl &access() const { return m_access; }

    // f() → QFuture<Result<T>>.
    template <typename F>
    auto pass(const Actor &actor, Capability capability, const QList<RecordingId> &recordings, F f) const
    {
        return chain(m_access.require(actor, capability, recordings), m_context, std::move(f));
    }
    template <typename F>
    auto pass(const Actor &actor, Capability capability, RecordingId recording, F f) const
    {
        return pass(actor, capability, QList<RecordingId>{recording}, std::move(f));
    }
    // What is about the catalog as a whole, or for any of the role.
    template <typename F>
    auto pass(const Actor &actor, Capability capability, F f) const
    {
        return pass(actor, capability, QList<RecordingId>(), std::move(f));
    }

    // For a job: asked before each of its attempts.
    std::function<QFuture<Result<>>()> admission(const Actor &actor, Capability capability,
                                                 const QList<RecordingId> &recordings = {}) const
    {
        return [access = m_access, actor, capability, recordings] { return access.require(actor, capability, recordings); };
    }

private:
    AccessControl m_access;
    QObject *m_context;
};

} // namespace letopis
