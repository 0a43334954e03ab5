#include "core/storage/row.h"

#include <QSqlField>
#include <QSqlRecord>

namespace letopis {

Row::Row(const QSqlQuery &query)
    : m_query(query)
{
    const QSqlRecord record = query.record();
    for (int column = 0; column < record.count(); ++column)
        m_columns.insert(record.fieldName(column), column);
}

QVariant Row::value(QLatin1StringView column) const
{
    const auto found = m_columns.constFind(column);
    Q_ASSERT_X(found != m_columns.constEnd(), "Row::get", column.data());
    return found == m_columns.constEnd() ? QVariant() : m_query.value(*found);
}

} // namespace letopis
