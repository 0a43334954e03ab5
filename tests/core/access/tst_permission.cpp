#include "core/access/permission.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
// The tables' letters.
PermissionSet setOf(const QString &letters)
{
    PermissionSet set;
    for (const QString &letter : letters.split(u'+')) {
        if (letter == u"V")
            set |= Permission::View;
        else if (letter == u"P")
            set |= Permission::Publish;
        else if (letter == u"M")
            set |= Permission::Manage;
        else if (letter == u"D")
            set |= Permission::Denied;
    }
    return set;
}

std::optional<Permission> entryOf(const QString &letter)
{
    static const QHash<QString, Permission> entries{
        {u"V"_s, Permission::View}, {u"P"_s, Permission::Publish}, {u"M"_s, Permission::Manage}, {u"D"_s, Permission::Denied}};
    const auto entry = entries.find(letter);
    return entry == entries.end() ? std::nullopt : std::optional(*entry);
}

QJsonObject precedence()
{
    QFile file(qEnvironmentVariable("LETOPIS_SHARED_DATA") + u"/roles/adobe_precedence.json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

const std::array everyPermission{Permission::View, Permission::Publish, Permission::Manage, Permission::Denied};
} // namespace

class TestPermission : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSixRowsOfTheLibrary_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("together");
        QTest::addColumn<QString>("own");
        QTest::addColumn<QString>("result");
        QTest::newRow("1") << u"V"_s << u"P"_s << u"P"_s << u"M"_s << u"P+M"_s;
        QTest::newRow("2") << u"M"_s << u""_s << u"M"_s << u"P"_s << u"P+M"_s;
        QTest::newRow("3") << u"D"_s << u"P"_s << u"D"_s << u"M"_s << u"M"_s;
        QTest::newRow("4") << u"V"_s << u"M"_s << u"M"_s << u"V"_s << u"M"_s;
        QTest::newRow("5") << u"M"_s << u""_s << u"M"_s << u"D"_s << u"D"_s;
        QTest::newRow("6") << u""_s << u""_s << u""_s << u""_s << u""_s;
    }

    void theSixRowsOfTheLibrary()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(QString, together);
        QFETCH(QString, own);
        QFETCH(QString, result);
        QCOMPARE(setOf(first) | setOf(second), setOf(together));
        QCOMPARE(rule(setOf(together), entryOf(own), false, false).result, setOf(result));
    }

    void theWholeTableCellByCell()
    {
        const QJsonObject tables = precedence();
        if (tables.isEmpty())
            QSKIP("the reference data with the precedence tables is not here");
        int cells = 0;
        const QJsonObject unions = tables[u"group_union"].toObject();
        for (auto row = unions.begin(); row != unions.end(); ++row) {
            const QJsonObject columns = row->toObject();
            for (auto cell = columns.begin(); cell != columns.end(); ++cell, ++cells)
                QVERIFY2((setOf(row.key()) | setOf(cell.key())) == setOf(cell->toString()), qPrintable(row.key() + cell.key()));
        }
        const QJsonObject results = tables[u"result_by_union_and_user"].toObject();
        for (auto row = results.begin(); row != results.end(); ++row) {
            const QJsonObject columns = row->toObject();
            for (auto cell = columns.begin(); cell != columns.end(); ++cell, ++cells) {
                const Ruling ruling = rule(setOf(row.key()), entryOf(cell.key()), false, false);
                QVERIFY2(ruling.result == setOf(cell->toString()), qPrintable(row.key() + u" and own "_s + cell.key()));
            }
        }
        QCOMPARE(cells, 25 + 30);
    }

    void theLevelThatDecidedIsNamed()
    {
        QCOMPARE(rule(Permission::View, {}, false, false).level, RulingLevel::Groups);
        QCOMPARE(rule(Permission::Denied, {}, false, false).level, RulingLevel::GroupDenied);
        QCOMPARE(rule(Permission::Denied, Permission::Manage, false, false).level, RulingLevel::Own);
        QCOMPARE(rule(Permission::Manage, Permission::Denied, false, false).level, RulingLevel::OwnDenied);
        QCOMPARE(rule(Permission::Denied, Permission::Denied, true, false).level, RulingLevel::Administrator);
        QCOMPARE(rule({}, {}, false, false).level, RulingLevel::Nothing);
        QCOMPARE(rule({}, {}, false, true).level, RulingLevel::Public);
    }

    void whoIsDeniedStaysDeniedOnAPublicItem()
    {
        QVERIFY(rule({}, Permission::Denied, false, true).result.isDenied());
        QVERIFY(rule(Permission::Denied, {}, false, true).result.isDenied());
        QVERIFY(!rule(Permission::Denied, {}, false, true).result.allowsView());
    }

    void aDeniedNeverAddsARight()
    {
        for (const Permission first : everyPermission) {
            for (const Permission second : everyPermission) {
                const PermissionSet without = PermissionSet(first) | second;
                const PermissionSet with = without | Permission::Denied;
                QVERIFY(!with.allowsView() && !with.allowsPublish() && !with.allowsManage());
                for (const bool isPublic : {false, true})
                    QVERIFY(!rule(with, {}, false, isPublic).result.allowsView());
            }
        }
    }

    void namesComeBack()
    {
        for (const Permission permission : everyPermission)
            QCOMPARE(permissionFromName(permissionName(permission)), permission);
        QVERIFY(!permissionFromName(u"all"_s));
        QCOMPARE(permissionSetName(PermissionSet(Permission::Publish) | Permission::Manage), u"publish+manage"_s);
        QCOMPARE(permissionSetName({}), QString());
    }
};

QTEST_GUILESS_MAIN(TestPermission)
#include "tst_permission.moc"
