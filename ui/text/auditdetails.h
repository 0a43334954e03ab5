#pragma once

#include "ui/text/audittext.h"

#include <QJsonValue>

namespace letopis {

// What an event's details say, one by one.
struct AuditFact
{
    QString label;
    QString before; // of a change
    QString after;  // of a change; else what is said
    bool isChange = false;

    friend bool operator==(const AuditFact &, const AuditFact &) = default;
};

// Changes first, as the event orders them.
QList<AuditFact> auditFacts(const AuditEvent &event, const AuditNames &names = {});
// The changes in one line each: "Title: Ряды → Ряды Фурье".
QString auditChangeText(const QList<AuditFact> &facts);

// One value under its key: dates, sizes, states and permissions in words.
QString auditValueText(const QString &key, const QJsonValue &value, const AuditNames &names);
// Who of the people, by number, an event speaks of.
QList<qint64> auditPeopleIn(const AuditEvent &event);

} // namespace letopis
