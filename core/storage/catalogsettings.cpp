#include "core/storage/catalogsettings.h"

#include <QJsonDocument>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
struct SettingRow
{
    QString value;
};
} // namespace

template <>
SettingRow fromRow(const Row &row)
{
    return {.value = row.get<QString>("value"_L1)};
}

Result<QJsonObject> catalogSetting(Connection &connection, const QString &key)
{
    static const Statement select{"setting.read"_L1, u"SELECT value FROM catalog_setting WHERE key = :key"_s};
    const Result<std::optional<SettingRow>> row = connection.selectOne<SettingRow>(select, {{":key"_L1, key}});
    if (!row)
        return row.error();
    return row.value() ? QJsonDocument::fromJson(row.value()->value.toUtf8()).object() : QJsonObject();
}

Result<> setCatalogSetting(Connection &connection, const QString &key, const QJsonObject &value)
{
    static const Statement put{"setting.write"_L1, u"INSERT OR REPLACE INTO catalog_setting (key, value) VALUES (?, ?)"_s};
    const Result<Executed> done =
        connection.executeWith(put, key, QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact)));
    return done ? Result<>() : Result<>(done.error());
}

} // namespace letopis
