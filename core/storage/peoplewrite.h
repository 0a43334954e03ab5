#pragma once

#include "core/access/peopleauthority.h"
#include "core/storage/auditrepository.h"
#include "core/storage/executed.h"
#include "core/storage/jsontext.h"

#include <QHash>

namespace letopis {

// One transaction's writing of people and groups: who writes and how far they may go, the journal, and what every change of
// rights brings with it. A value of the transaction that it was made in.
class PeopleWrite
{
public:
    PeopleWrite(Connection &connection, const Actor &actor, PeopleAuthority authority, qint64 nowMs)
        : m_connection(connection)
        , m_actor(actor)
        , m_authority(authority)
        , m_nowMs(nowMs)
    {
    }

    Connection &connection() { return m_connection; }
    const Actor &actor() const { return m_actor; }
    PeopleAuthority authority() const { return m_authority; }
    qint64 nowMs() const { return m_nowMs; }

    Result<> journal(const QString &action, const JsonObjectWriter &details);

    // f() → Result<T> changes what rights rest on. Afterwards whoever became a Moderator has a folder of their own, the access
    // version has grown, where there was an Administrator who can sign in, there still is one, and who changes has kept their
    // role: else InvalidInput with GuardEvidence, and the transaction is to be rolled back. A nested call joins.
    template <typename F>
    auto changeRights(F f) -> std::invoke_result_t<F>
    {
        if (m_isChangingRights)
            return f();
        const Result<Before> before = beginChange();
        if (!before)
            return before.error();
        m_isChangingRights = true;
        auto result = f();
        m_isChangingRights = false;
        if (!result)
            return result;
        if (Result<> settled = endChange(*before); !settled)
            return settled.error();
        return result;
    }

private:
    struct Before
    {
        bool hadAdministrator = false;
        Role ownRole = Role::Viewer;
        QHash<PersonId, QString> withoutFolder;
    };

    Result<Before> beginChange();
    Result<> endChange(const Before &before);
    Result<Role> ownRole() const;
    Result<> addFolder(PersonId owner, const QString &name);
    Result<QString> freeFolderName(const QString &wanted);

    Connection &m_connection;
    Actor m_actor;
    PeopleAuthority m_authority;
    qint64 m_nowMs;
    AuditAppender m_audit;
    bool m_isChangingRights = false;
};

// PermissionDenied with RefusalEvidence: the role does not go so far.
Error beyondAuthority(PeopleAuthority authority, const QString &subject);

} // namespace letopis
