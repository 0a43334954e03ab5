// The tables of rights that come with the program: whole, in both languages, and equal to the facts they tell. The
// facts are read from $LETOPIS_SHARED_DATA/roles; where they are absent, the tests that compare with them are skipped.
#include "core/domain/servicerights.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;
using State = RightCell::State;

namespace {

QJsonObject facts(const QString &name)
{
    QFile file(QDir(qEnvironmentVariable("LETOPIS_SHARED_DATA")).filePath(u"roles/%1.json"_s.arg(name)));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

#define READ_FACTS(variable, name)                                                                                     \
    const QJsonObject variable = facts(name);                                                                          \
    if (variable.isEmpty())                                                                                            \
    QSKIP("The facts of shared/data/roles are not on this machine (LETOPIS_SHARED_DATA)")

const RightsTable *tableOf(const ServiceRights &rights, const QString &id)
{
    for (const RightsTable &table : rights.tables) {
        if (table.id == id)
            return &table;
    }
    return nullptr;
}

QList<ServiceRight> rightsTelling(const RightsTable &table, const QString &fact)
{
    QList<ServiceRight> found;
    for (const RightSection &section : table.sections) {
        for (const ServiceRight &right : section.rights) {
            if (right.facts.contains(fact))
                found += right;
        }
    }
    return found;
}

const RightCell &cellOf(const RightsTable &table, const ServiceRight &right, const QString &column)
{
    static const RightCell none;
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        if (table.columns.at(i).id == column)
            return right.cells.at(i);
    }
    return none;
}

bool hasColumn(const RightsTable &table, const QString &column)
{
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [&](const RightsColumn &one) { return one.id == column; });
}

int countRights(const RightsTable &table)
{
    int count = 0;
    for (const RightSection &section : table.sections)
        count += static_cast<int>(section.rights.size());
    return count;
}

State stateOf(const QString &value)
{
    return value == u"yes" ? State::Yes : value == u"no" ? State::No : State::Conditional;
}

// Every row of a table of yes, no and conditions: told by exactly one right, cell for cell, in other words.
void compareCapabilities(const QString &service, const QJsonObject &source)
{
    const Result<ServiceRights> rights = serviceRights(service);
    QVERIFY(rights);
    const RightsTable &table = rights->tables.first();
    const QJsonArray columns = source.value(u"columns"_s).toArray();
    const QJsonArray rows = source.value(u"rows"_s).toArray();
    QVERIFY(!rows.isEmpty());
    QCOMPARE(countRights(table), static_cast<int>(rows.size()));
    for (const QJsonValue &row : rows) {
        const QString number = QString::number(row[u"n"_s].toInt());
        const QList<ServiceRight> telling = rightsTelling(table, number);
        QVERIFY2(telling.size() == 1, qPrintable(number));
        const ServiceRight &right = telling.first();
        if (const QString key = row[u"key"_s].toString(); !key.isEmpty())
            QCOMPARE(right.id, key);
        for (qsizetype i = 0; i < columns.size(); ++i) {
            const QString column = columns.at(i).toString();
            QVERIFY2(hasColumn(table, column), qPrintable(column));
            const State expected = stateOf(row[u"values"_s].toArray().at(i).toString());
            QVERIFY2(cellOf(table, right, column).state == expected, qPrintable(right.id + u' ' + column));
        }
        QVERIFY2(right.name.russian.compare(row[u"ru"_s].toString(), Qt::CaseInsensitive) != 0, qPrintable(right.id));
    }
}

// What a cell of Adobe's table says about publishing and managing a library.
std::pair<State, State> publishAndManage(const QString &cell)
{
    if (cell == u"Управление")
        return {State::No, State::Yes};
    if (cell == u"Все, кроме публикации")
        return {State::No, State::Yes};
    if (cell == u"Публикация/ управление")
        return {State::Yes, State::Yes};
    if (cell == u"Публикация/ управление личной папкой")
        return {State::Conditional, State::Conditional};
    return {cell == u"Нет" ? State::No : State::Unstated, cell == u"Нет" ? State::No : State::Unstated};
}

const QString &permissionWord(const QString &letter)
{
    static const QHash<QString, QString> words{{u"None"_s, u"Nothing"_s}, {u"V"_s, u"View"_s},
                                               {u"P"_s, u"Publish"_s},    {u"M"_s, u"Manage"_s},
                                               {u"D"_s, u"Denied"_s},     {u"P+M"_s, u"Publish + Manage"_s}};
    static const QString none;
    const auto found = words.constFind(letter);
    return found == words.constEnd() ? none : *found;
}

// A table of permissions: a row of the source's by its own name, its columns by theirs.
void compareMatrix(const RightsTable &table, const QJsonObject &source, const QString &name)
{
    const QJsonObject rows = source.value(name).toObject();
    QVERIFY(!rows.isEmpty());
    QCOMPARE(countRights(table), static_cast<int>(rows.size()));
    for (const QString &row : rows.keys()) {
        const QList<ServiceRight> telling = rightsTelling(table, name + u'/' + row);
        QCOMPARE(telling.size(), 1);
        QCOMPARE(telling.first().name.english, permissionWord(row));
        const QJsonObject cells = rows.value(row).toObject();
        QCOMPARE(table.columns.size(), cells.size());
        for (qsizetype i = 0; i < table.columns.size(); ++i) {
            const RightCell &cell = telling.first().cells.at(i);
            QString column;
            for (const QString &key : cells.keys()) {
                if (permissionWord(key) == table.columns.at(i).name.english)
                    column = key;
            }
            QVERIFY(!column.isEmpty());
            QCOMPARE(cell.state, State::Value);
            QCOMPARE(cell.note.english, permissionWord(cells.value(column).toString()));
        }
    }
}

// JSON written with ' instead of ", which moc and people read more easily here.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

} // namespace

class TestServiceRights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyServicesFileIsWhole_data() { services(); }
    void everyServicesFileIsWhole()
    {
        QFETCH(const QString, service);
        const Result<ServiceRights> rights = serviceRights(service);
        QVERIFY2(rights, rights ? "" : qPrintable(rights.error().detail));
        QCOMPARE(rights->id, service);
        for (const RightsTable &table : rights->tables) {
            for (const RightSection &section : table.sections) {
                for (const ServiceRight &right : section.rights)
                    QCOMPARE(right.cells.size(), table.columns.size());
            }
        }
        for (const RightsColumn &role : rights->roles())
            QVERIFY2(!role.about.english.isEmpty() && !role.about.russian.isEmpty(), qPrintable(role.id));
    }

    void russianIsCyrillicAndEnglishIsNot_data() { services(); }
    void russianIsCyrillicAndEnglishIsNot()
    {
        QFETCH(const QString, service);
        const ServiceRights rights = serviceRights(service).value();
        const auto verify = [](const BilingualText &text) {
            static const QRegularExpression cyrillic(u"[А-Яа-яЁё]"_s);
            static const QRegularExpression quoted(u"«[^»]*»"_s);
            const bool isRight = cyrillic.match(text.russian).hasMatch() &&
                                 !cyrillic.match(QString(text.english).remove(quoted)).hasMatch();
            QVERIFY2(isRight, qPrintable(text.english));
        };
        verify(rights.source);
        for (const RightsTable &table : rights.tables) {
            verify(table.title);
            verify(table.about);
            for (const RightsColumn &column : table.columns)
                verify(column.name);
            for (const RightSection &section : table.sections) {
                verify(section.title);
                for (const ServiceRight &right : section.rights)
                    verify(right.name);
            }
        }
    }

    void everyFileInTheResourcesIsOffered()
    {
        QVERIFY(serviceRights(u"bigbluebutton"_s)); // registers the resources
        QStringList files = QDir(u":/letopis/roles"_s).entryList();
        QCOMPARE(files.size(), servicesWithRights().size());
        for (const QString &service : servicesWithRights())
            QVERIFY(files.contains(service + u".json"_s));
    }

    void anUnknownServiceIsNotFound() { QCOMPARE(serviceRights(u"../secrets"_s).error().kind, ErrorKind::NotFound); }

    void rolesAreNamedInTheServicesOwnWords()
    {
        QCOMPARE(roleName(u"bigbluebutton"_s, u"moderator"_s, u"ru"), u"Модератор"_s);
        QCOMPARE(roleName(u"bigbluebutton"_s, u"presenter"_s, u"ru_RU"), u"Докладчик"_s);
        QCOMPARE(roleName(u"bigbluebutton"_s, u"viewer"_s, u"ru"), u"Зритель"_s);
        QCOMPARE(roleName(u"bigbluebutton"_s, u"guest"_s, u"ru"), u"Гость"_s);
        QCOMPARE(roleName(u"bigbluebutton"_s, u"presenter"_s, u"en"), u"Presenter"_s);
        QCOMPARE(roleName(u"videomost"_s, u"organizer"_s, u"en_GB"), u"Owner"_s);
        QCOMPARE(roleName(u"adobe_connect"_s, u"meeting_host"_s, u"ru"), u"Организатор собрания"_s);
        QCOMPARE(roleName(u"adobe_connect"_s, u"view"_s, u"en"), QString()); // a permission, not a role
        QCOMPARE(roleName(u"bigbluebutton"_s, u"owner"_s, u"en"), QString());
    }

    void everyRoleOfAParticipantHasAName()
    {
        for (int role = 0; role <= static_cast<int>(ConferenceRole::Moderator); ++role) {
            for (const char16_t *const language : {u"en", u"ru"})
                QVERIFY(!roleName(ServerKind::BigBlueButton, ConferenceRole(role), language).isEmpty());
        }
    }

    void bigBlueButtonsTableIsToldRowByRow()
    {
        READ_FACTS(source, u"bbb_capabilities"_s);
        compareCapabilities(u"bigbluebutton"_s, source);
    }

    void kontursTableIsToldRowByRow()
    {
        READ_FACTS(source, u"ktalk_capabilities"_s);
        compareCapabilities(u"ktalk"_s, source);
        QCOMPARE(serviceRights(u"ktalk"_s)->roles().size(), source.value(u"columns"_s).toArray().size());
    }

    void whatVideoMostListsForARoleIsThatRolesRight()
    {
        READ_FACTS(source, u"videomost_capabilities"_s);
        const ServiceRights rights = serviceRights(u"videomost"_s).value();
        const RightsTable &table = rights.tables.first();
        int told = 0;
        for (const QString &role : {u"organizer"_s, u"moderator"_s, u"participant"_s}) {
            const QJsonArray items = source.value(role).toArray();
            QVERIFY(!items.isEmpty());
            for (qsizetype i = 1; i <= items.size(); ++i) {
                const QString fact = u"%1/%2"_s.arg(role).arg(i);
                const QList<ServiceRight> telling = rightsTelling(table, fact);
                QVERIFY2(!telling.isEmpty(), qPrintable(fact));
                for (const ServiceRight &right : telling) {
                    QCOMPARE(cellOf(table, right, role).state, State::Yes);
                    QVERIFY(right.name.russian != items.at(i - 1).toString());
                }
                ++told;
            }
        }
        QCOMPARE(told, 21);
    }

    void adobesGroupsHaveTheirRightsOverEachLibrary()
    {
        READ_FACTS(source, u"adobe_builtin_groups"_s);
        const ServiceRights rights = serviceRights(u"adobe_connect"_s).value();
        const RightsTable &table = rights.tables.first();
        const QJsonArray columns = source.value(u"columns"_s).toArray();
        const QJsonArray rows = source.value(u"rows"_s).toArray();
        QCOMPARE(table.columns.size(), rows.size() + 1); // the limited administrator is not in Adobe's table
        for (const QJsonValue &row : rows) {
            QString group;
            for (const RightsColumn &column : table.columns) {
                if (column.name.russian == row[0].toString())
                    group = column.id;
            }
            QVERIFY2(!group.isEmpty(), qPrintable(row[0].toString()));
            for (qsizetype i = 1; i < columns.size(); ++i) {
                const QString fact = columns.at(i).toString();
                const QString expected = row[i].toString();
                const QList<ServiceRight> telling = rightsTelling(table, fact);
                QVERIFY(!telling.isEmpty());
                int granted = 0;
                for (const ServiceRight &right : telling) {
                    const State state = cellOf(table, right, group).state;
                    granted += state == State::Yes;
                    const auto [publish, manage] = publishAndManage(expected);
                    if (fact != u"additional")
                        QVERIFY2(state == (right.id.endsWith(u".publish") ? publish : manage),
                                 qPrintable(group + right.id));
                }
                if (fact == u"additional")
                    QCOMPARE(granted > 0, expected != u"Нет");
            }
        }
    }

    void adobesPrecedenceIsToldRowByRow()
    {
        READ_FACTS(source, u"adobe_precedence"_s);
        const ServiceRights rights = serviceRights(u"adobe_connect"_s).value();
        const RightsTable *together = tableOf(rights, u"groups_together"_s);
        const RightsTable *person = tableOf(rights, u"groups_and_person"_s);
        const RightsTable *examples = tableOf(rights, u"examples"_s);
        QVERIFY(together && person && examples);
        compareMatrix(*together, source, u"group_union"_s);
        compareMatrix(*person, source, u"result_by_union_and_user"_s);
        const QJsonArray rows = source.value(u"seed_rows"_s).toArray();
        QVERIFY(!rows.isEmpty());
        QCOMPARE(countRights(*examples), static_cast<int>(rows.size()));
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QList<ServiceRight> telling = rightsTelling(*examples, u"seed_rows/%1"_s.arg(i + 1));
            QCOMPARE(telling.size(), 1);
            for (const QString &column : {u"g1"_s, u"g2"_s, u"union"_s, u"user"_s, u"result"_s}) {
                QCOMPARE(cellOf(*examples, telling.first(), column).note.english,
                         permissionWord(rows.at(i)[column].toString()));
            }
        }
    }

    void aFileWithAMistakeIsRefusedAndThePlaceNamed_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("told");
        const auto add = [](const char *name, const char *from, const char *to, const QString &told) {
            QTest::newRow(name) << json(from) << json(to) << told;
        };
        add("not JSON", "{'id'", "{id", u"rights: "_s);
        add("a language missing", ", 'ru': 'Право'", "", u"s/t/a/b.c/name: ru"_s);
        add("an empty text", "'Право'", "' '", u"s/t/a/b.c/name: ru"_s);
        add("another language", "'ru': 'Право'", "'ru': 'Право', 'de': 'Recht'", u"unknown member de"_s);
        add("a cell missing", ", 'two': 'no'", "", u"s/t/a/b.c: no cell for two"_s);
        add("a cell too many", "'two': 'no'", "'two': 'no', 'three': 'no'", u"do not exist"_s);
        add("an unknown value", "'two': 'no'", "'two': 'perhaps'", u"perhaps"_s);
        add("an unknown note", "'two': 'no'", "'two': 'if: asked'", u"unknown note"_s);
        add("a condition that is not told", "'two': 'no'", "'two': 'if'", u"unknown note"_s);
        add("a column twice", "'id': 'two'", "'id': 'one'", u"twice: one"_s);
        add("a row without an id", "'id': 'b.c', ", "", u"id"_s);
        add("no columns", "'columns'", "'colums'", u"colums"_s);
        add("a date that is none", "2026-11-22", "2026-13-22", u"checkedOn"_s);
        add("a source that is not https", "https:", "http:", u"sourceUrl"_s);
    }
    void aFileWithAMistakeIsRefusedAndThePlaceNamed()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QFETCH(const QString, told);
        const QByteArray good =
            json("{'id': 's', 'name': {'en': 'S', 'ru': 'С'}, 'source': {'en': 'x', 'ru': 'х'}, "
                 "'sourceUrl': 'https://s.example/', 'checkedOn': '2026-11-22', 'tables': [{'id': 't', 'title': {'en': "
                 "'T', 'ru': 'Т'}, "
                 "'about': {'en': 'A', 'ru': 'А'}, 'columns': [{'id': 'one', 'name': {'en': '1', 'ru': '1'}}, "
                 "{'id': 'two', 'name': {'en': '2', 'ru': '2'}}], 'notes': {}, 'sections': [{'id': 'a', 'title': "
                 "{'en': 'A', 'ru': 'А'}, "
                 "'rights': [{'id': 'b.c', 'name': {'en': 'Right', 'ru': 'Право'}, 'cells': {'one': 'yes', 'two': "
                 "'no'}, 'facts': []}]}]}]}");
        const Result<ServiceRights> whole = readServiceRights(good);
        QVERIFY2(whole, whole ? "" : qPrintable(whole.error().detail));
        QByteArray bad = good;
        QVERIFY(bad.contains(from));
        bad.replace(from, to);
        const Result<ServiceRights> refused = readServiceRights(bad);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::BadAnswer);
        QVERIFY2(refused.error().detail.contains(told), qPrintable(refused.error().detail));
    }

private:
    static void services()
    {
        QTest::addColumn<QString>("service");
        for (const QString &service : servicesWithRights())
            QTest::newRow(qPrintable(service)) << service;
    }
};

QTEST_APPLESS_MAIN(TestServiceRights)
#include "tst_servicerights.moc"
