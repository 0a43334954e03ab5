#pragma once

#include <QDateTime>
#include <QHash>
#include <QSqlQuery>
#include <QString>
#include <QTimeZone>
#include <QVariant>

namespace letopis {

// The row a query stands on; read by column name only. Valid inside fromRow().
class Row
{
public:
    explicit Row(const QSqlQuery &query);

    template <typename T>
    T get(QLatin1StringView column) const
    {
        return value(column).template value<T>();
    }
    bool isNull(QLatin1StringView column) const { return value(column).isNull(); }

private:
    QVariant value(QLatin1StringView column) const;

    const QSqlQuery &m_query;
    QHash<QString, int> m_columns;
};

// Specialised beside each repository: one row → one value.
template <typename T>
T fromRow(const Row &row);

// Times in the database are epoch milliseconds, UTC; 0 is "unknown".
inline QDateTime fromUtcMs(qint64 ms)
{
    return ms == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

inline qint64 toUtcMs(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

} // namespace letopis
