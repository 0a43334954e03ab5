#pragma once

#include "core/access/accesspreview.h"
#include "core/access/peopleimport.h"
#include "core/access/peoplequery.h"
#include "core/domain/actor.h"

#include <QFuture>
#include <QObject>

namespace letopis {

// The part of the workspace that knows people and groups. Main thread only; nothing blocks. Whom the actor may add or change:
// core/access/capability.h; PermissionDenied otherwise, with a RefusalEvidence.
class PeopleDirectory : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QFuture<Result<PeoplePage>> people(const Actor &actor, const PeopleQuery &query, const QByteArray &after, int limit) = 0;
    virtual QFuture<Result<qint64>> countPeople(const Actor &actor, const PeopleQuery &query) = 0;
    virtual QFuture<Result<Person>> person(const Actor &actor, PersonId id) = 0;              // NotFound
    virtual QFuture<Result<Person>> findPerson(const Actor &actor, const QString &login) = 0; // or e-mail. NotFound
    // What is wrong with it as things are now, warnings such as a look-alike login too.
    virtual QFuture<Result<QList<PersonProblem>>> check(const Actor &actor, const Person &draft) = 0;
    // InvalidInput, AlreadyExists (login, e-mail or external id of another). A Moderator gets a personal folder.
    virtual QFuture<Result<PersonId>> add(const Actor &actor, const Person &draft) = 0;
    virtual QFuture<Result<>> update(const Actor &actor, const Person &person) = 0;
    virtual QFuture<Result<>> remove(const Actor &actor, PersonId id) = 0;
    // All of `other` goes to `kept`: identities, memberships, entries (the wider one where both have one), attendance.
    virtual QFuture<Result<>> merge(const Actor &actor, PersonId kept, PersonId other) = 0;

    // CSV: UTF-8 with or without BOM, comma or semicolon, RFC 4180 quotes; the first line names columns.
    virtual QFuture<Result<PeopleImportPlan>> planImport(const Actor &actor, const QByteArray &csv) = 0;
    // All lines or none: InvalidInput where the plan has errors, ContentMismatch where people changed meanwhile.
    virtual QFuture<Result<>> applyImport(const Actor &actor, const PeopleImportPlan &plan) = 0;
    virtual QFuture<Result<QByteArray>> exportCsv(const Actor &actor) = 0;
    // The registered participants of a recording who are not known yet, as drafts.
    virtual QFuture<Result<QList<Person>>> peopleOfRecording(const Actor &actor, RecordingId recording) = 0;

    virtual QFuture<Result<QList<Group>>> groups(const Actor &actor) = 0; // built-in ones first, then by name
    virtual QFuture<Result<QList<NamedPrincipal>>> members(const Actor &actor, GroupId group) = 0; // direct; groups first; at most 10,000
    virtual QFuture<Result<QList<Group>>> groupsOf(const Actor &actor, const Principal &principal) = 0; // direct
    virtual QFuture<Result<GroupId>> addGroup(const Actor &actor, const QString &name) = 0; // InvalidInput, AlreadyExists
    virtual QFuture<Result<>> renameGroup(const Actor &actor, GroupId group, const QString &name) = 0; // PermissionDenied: built-in
    virtual QFuture<Result<>> removeGroup(const Actor &actor, GroupId group) = 0;
    // InvalidInput: a cycle, its groups' names in the subject.
    virtual QFuture<Result<>> setMember(const Actor &actor, GroupId group, const Principal &member, bool isMember) = 0;

Q_SIGNALS:
    void peopleChanged();
};

} // namespace letopis
