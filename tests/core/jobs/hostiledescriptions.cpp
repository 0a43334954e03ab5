#include "tests/core/jobs/hostiledescriptions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace letopis::test {

QList<QPair<QByteArray, QByteArray>> hostileDescriptions()
{
    QList<QPair<QByteArray, QByteArray>> all;
    const QByteArray versions = R"([{"number":1,"fileName":"a","size":1,"sha256":")" + QByteArray(64, '0')
                                + R"(","mimeType":"","addedBy":"","addedAt":"2026-01-01T00:00:00.000Z"}])";
    const auto with = [&](const QByteArray &key, const QByteArray &value, const QByteArray &in = {}) {
        const QByteArray revisions = R"({"name":1,"description":1,"position":1,"trashed":1})";
        QByteArray json = R"({"format":1,"uuid":"UUID","name":"x","description":"","position":0,"trashed":null,"revisions":)"
                          + revisions + R"(,"versions":)" + (in.isEmpty() ? versions : in) + "}";
        QJsonObject object = QJsonDocument::fromJson(json).object();
        object[QString::fromLatin1(key)] = QJsonDocument::fromJson("[" + value + "]").array().at(0);
        return QJsonDocument(object).toJson();
    };
    const auto withVersion = [&](const QByteArray &key, const QByteArray &value) {
        QJsonObject version = QJsonDocument::fromJson(versions).array().at(0).toObject();
        version[QString::fromLatin1(key)] = QJsonDocument::fromJson("[" + value + "]").array().at(0);
        return with("name", R"("x")", QJsonDocument(QJsonArray{version}).toJson());
    };
    all.append({"nothing", QByteArray()});
    all.append({"no JSON", QByteArray("\x7f" "ELF")});
    all.append({"an array", QByteArray("[]")});
    all.append({"deep", QByteArray(100'000, '[')});
    all.append({"large", QByteArray(1'000'000, ' ')});
    all.append({"another's uuid", with("uuid", R"("00000000-0000-4000-8000-000000000000")")});
    all.append({"no name", with("name", R"(" ")")});
    all.append({"a long name", with("name", '"' + QByteArray(301, 'x') + '"')});
    all.append({"a number for a name", with("name", "5")});
    all.append({"a long description", with("description", '"' + QByteArray(4001, 'x') + '"')});
    all.append({"negative position", with("position", "-1")});
    all.append({"huge position", with("position", "1e300")});
    all.append({"trashed when?", with("trashed", R"("yesterday")")});
    all.append({"huge revision", with("revisions", R"({"name":1e18,"description":1,"position":1,"trashed":1})")});
    all.append({"no versions", with("versions", "[]")});
    all.append({"version zero", withVersion("number", "0")});
    all.append({"negative version", withVersion("number", "-1")});
    all.append({"a version of 2^31", withVersion("number", "2147483648")});
    all.append({"a version of 2^63", withVersion("number", "9223372036854775808")});
    all.append({"a version of 2^64 + 1", withVersion("number", "18446744073709551617")});
    all.append({"a version beyond all numbers", withVersion("number", "1e999")});
    all.append({"half a version", withVersion("number", "1.5")});
    all.append({"a text for a version", withVersion("number", R"("1")")});
    all.append({"no version", withVersion("number", "null")});
    all.append({"negative size", withVersion("size", "-1")});
    all.append({"size beyond all disks", withVersion("size", "9e18")});
    all.append({"short hash", withVersion("sha256", R"("abcd")")});
    all.append({"a path for a hash", withVersion("sha256", R"("../../../../../../../../../../../../../../../../../etc/passwd...")")});
    all.append({"no time", withVersion("addedAt", R"("")")});
    QJsonArray twice = QJsonDocument::fromJson(versions).array();
    twice.append(twice.at(0));
    all.append({"a number twice", with("name", R"("x")", QJsonDocument(twice).toJson())});
    QJsonArray many;
    QJsonObject one = QJsonDocument::fromJson(versions).array().at(0).toObject();
    for (int number = 1; number <= 101; ++number) {
        one[QStringLiteral("number")] = number;
        many.append(one);
    }
    all.append({"101 versions", with("name", R"("x")", QJsonDocument(many).toJson())});
    return all;
}

} // namespace letopis::test
