#pragma once

#include "core/base/result.h"
#include "core/domain/participant.h"
#include "core/domain/server.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

namespace letopis {

// What each role of a conference service may do, in that service's own names for its roles: reference for people, never
// a right in Letopis (access.md). The facts are product data: resources/roles/<service>.json, one file per service.

// A text in both languages of the program; a data file without either is refused.
struct BilingualText
{
    QString english;
    QString russian;

    // `language` is a code or a locale's name ("ru", "ru_RU"); English for every language but Russian.
    const QString &in(QStringView language) const { return language.startsWith(u"ru") ? russian : english; }
    friend bool operator==(const BilingualText &, const BilingualText &) = default;
};

struct RightCell
{
    enum class State {
        Yes,
        No,
        Conditional, // `note` is the condition
        Unstated,    // the service's description says nothing about it
        Value,       // neither yes nor no: `note` is what it is
    };

    State state = State::Unstated;
    BilingualText note; // short, shown in the cell; may be empty with Yes and No only

    friend bool operator==(const RightCell &, const RightCell &) = default;
};

struct ServiceRight
{
    QString id; // stable, unique in its table: "screen.share"
    BilingualText name;
    QList<RightCell> cells; // one for each column, in the columns' order
    QStringList facts;      // the items of the source that this row tells
};

struct RightSection
{
    QString id;
    BilingualText title;
    QList<ServiceRight> rights;
};

struct RightsColumn
{
    QString id; // stable, unique in its table; a role's id in a service's first table
    BilingualText name;
    BilingualText about; // may be empty
};

struct RightsTable
{
    QString id;
    BilingualText title;
    BilingualText about;
    QList<RightsColumn> columns;
    QList<RightSection> sections;
};

struct ServiceRights
{
    QString id;
    BilingualText name;
    BilingualText source;      // where the facts come from
    QString sourceUrl;         // https
    QDate checkedOn;           // when they were last compared with it
    QList<RightsTable> tables; // never empty; the columns of the first are the service's roles

    const QList<RightsColumn> &roles() const { return tables.first().columns; }
};

// Reads one data file. Whatever is missing, empty, repeated or unknown is an error of kind BadAnswer that names the
// place.
Result<ServiceRights> readServiceRights(const QByteArray &json);

// The services that come with the program, in the order in which they are offered.
const QStringList &servicesWithRights();
Result<ServiceRights> serviceRights(const QString &service);

// The service's own name for a role ("bigbluebutton", "presenter", "ru" → Докладчик); empty for what it does not know.
// May be called from any thread and for every cell of a list: the names are read once.
QString roleName(const QString &service, const QString &role, QStringView language);

// The same for a participant of a server of ours.
QString serviceOf(ServerKind kind);
QString roleName(ServerKind kind, ConferenceRole role, QStringView language);

} // namespace letopis
