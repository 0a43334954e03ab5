#pragma once

#include "app/cli/output.h"
#include "core/access/group.h"
#include "core/access/peopleimport.h"

#include <QJsonArray>

namespace letopis::cli {

// People and groups under the JSON keys that docs/cli.md promises.

QJsonObject personJson(const Person &person);
QJsonObject groupJson(const Group &group);
QJsonObject principalJson(const NamedPrincipal &principal);
QJsonObject importLineJson(const PeopleImportPlan::Line &line);

QString principalKindName(const Principal &principal); // "person", "group"
QString principalKindText(const QString &name);

Grid personTable(const QList<Person> &people);
Grid groupTable(const QList<Group> &groups);
Grid memberTable(const QList<NamedPrincipal> &members);
Grid importTable(const PeopleImportPlan &plan, OutputFormat format); // without what stays as it is

QString problemText(const PersonProblem &problem); // a sentence

} // namespace letopis::cli
