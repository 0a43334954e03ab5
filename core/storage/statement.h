#pragma once

#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QVariant>

#include <utility>

namespace letopis {

// SQL with a name: logs and the statement observer see the name, never a bound value.
struct Statement
{
    QLatin1StringView name;
    QString sql;
};

// Values for :named placeholders.
using Bindings = QList<std::pair<QLatin1StringView, QVariant>>;

// Values for ? placeholders, in order: the faster form, for statements that run once per recording.
using Values = QVariantList;

} // namespace letopis
