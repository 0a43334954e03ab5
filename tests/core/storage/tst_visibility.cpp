#include "core/storage/recordingpagequery.h"
#include "tests/core/access/randomaccess.h"
#include "tests/core/storage/accessdata.h"
#include "tests/core/storage/testcatalog.h"

#include <QTest>

#include <set>

using namespace letopis;
using namespace letopis::testing;

namespace {
constexpr qint64 recordings = 240;

// What randomaccess.h makes, as a catalog may hold it: lists of entries by whole keys.
AccessRows storable(QRandomGenerator &random)
{
    AccessRows rows = randomRows(random);
    for (AccessRows::GroupRow &group : rows.groups) // ids of the built-in ones are the schema's
        group.builtIn = group.id.value <= 5 ? std::optional(BuiltInGroup(group.id.value - 1)) : std::nullopt;
    return rows;
}
} // namespace

// Every page of every person against the pure answer for each recording.
class TestVisibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_visibility.reset();
        m_catalog = std::make_unique<TestCatalog>();
        QVERIFY(m_catalog->sync({snapshots(1, recordings)}));
        m_visibility = std::make_shared<Visibility>(m_catalog->clock);
        m_random.seed(2026);
    }

    void aPageHoldsWhatThePersonCanSeeAndNothingElse()
    {
        for (int world = 0; world < 6; ++world) {
            const AccessRows rows = newWorld();
            const SlowAnswer slow(rows);
            for (const AccessRows::PersonRow &person : rows.people) {
                const std::set<qint64> expected = visibleTo(slow, person.id);
                for (const RecordingColumn sort : {RecordingColumn::StartedAt, RecordingColumn::Title, RecordingColumn::Server,
                                                   RecordingColumn::Participants, RecordingColumn::Formats}) {
                    RecordingQuery query;
                    query.sort = sort;
                    QCOMPARE(read(query, person.id), expected);
                }
                QCOMPARE(waitFor(repository().count({}, {}, person.id)).value(), qint64(expected.size()));
            }
        }
    }

    void searchAndFiltersStayWithinWhatIsVisible()
    {
        const AccessRows rows = newWorld();
        const SlowAnswer slow(rows);
        RecordingQuery search;
        search.search = u"lecture"_s;
        RecordingQuery folder;
        folder.folder = FolderId{3};
        RecordingQuery below;
        below.folder = sharedFolder;
        below.withFoldersBelow = true;
        for (const RecordingQuery &query : {search, folder, below}) {
            const std::set<qint64> all = read(query, {});
            QVERIFY(!all.empty());
            for (const AccessRows::PersonRow &person : rows.people) {
                std::set<qint64> expected;
                for (const qint64 id : visibleTo(slow, person.id)) {
                    if (all.contains(id))
                        expected.insert(id);
                }
                QCOMPARE(read(query, person.id), expected);
            }
        }
    }

    void whatAnotherPersonCanSeeIsCutToWhatTheViewerCanSee()
    {
        const AccessRows rows = newWorld();
        const SlowAnswer slow(rows);
        for (const AccessRows::PersonRow &viewer : rows.people) {
            for (const AccessRows::PersonRow &other : rows.people) {
                std::set<qint64> expected;
                for (const qint64 id : visibleTo(slow, viewer.id)) {
                    if (visibleTo(slow, other.id).contains(id))
                        expected.insert(id);
                }
                RecordingQuery query;
                query.visibleTo = other.id;
                QCOMPARE(read(query, viewer.id), expected);
            }
        }
    }

    void aChangeIsSeenByTheNextPage()
    {
        newWorld();
        const PersonId somebody{1000};
        QVERIFY(execute(u"INSERT INTO person (id, uuid, name, sort_key) VALUES (1000, 'x', 'x', 'x')"_s));
        QVERIFY(execute(u"UPDATE recording SET access_scope = access_scope & ~1"_s));
        QVERIFY(execute(u"UPDATE access_version SET version = version + 1"_s));
        QVERIFY(read({}, somebody).empty());
        QVERIFY(execute(u"INSERT INTO access_entry VALUES (4, 'person', 1000, 'view', %1, 'test', 0)"_s.arg(
            m_catalog->clock.now().toMSecsSinceEpoch() + 1000)));
        QVERIFY(execute(u"UPDATE access_version SET version = version + 1"_s));
        QVERIFY(!read({}, somebody).empty());
        m_catalog->clock.advance(1000); // the entry ends
        QVERIFY(read({}, somebody).empty());
    }

    void somebodyUnknownSeesNothing()
    {
        newWorld();
        QVERIFY(read({}, PersonId{4711}).empty());
        QCOMPARE(waitFor(repository().count({}, {}, PersonId{4711})).value(), 0);
    }

    void withoutRightsAtHandAQueryForThemIsRefused()
    {
        const auto page = waitFor(RecordingRepository(*m_catalog->database).page({}, {}, 10, {}, PersonId{1}));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::PermissionDenied);
    }

    void readersStillCannotWriteTheCatalog()
    {
        newWorld();
        read({}, PersonId{1});
        for (int reader = 0; reader < 4; ++reader) {
            const auto refused = waitFor(m_catalog->database->read([](Connection &connection) {
                return connection.execute({"test"_L1, u"DELETE FROM access_entry"_s}, Values{});
            }));
            QVERIFY(!refused);
        }
    }

    void walksAlongAnIndexNeverSort()
    {
        newWorld();
        for (const RecordingColumn sort : {RecordingColumn::StartedAt, RecordingColumn::Title, RecordingColumn::Participants,
                                           RecordingColumn::Formats, RecordingColumn::State}) {
            RecordingQuery query;
            query.sort = sort;
            const QString plan = waitFor(m_catalog->database->read([&](Connection &connection) -> Result<QString> {
                                     return connection.transaction([&]() -> Result<QString> {
                                         const Result<VisibleSet> set = m_visibility->prepare(connection, PersonId{1});
                                         if (!set)
                                             return set.error();
                                         VisibleSet scopes = set.value();
                                         scopes.reach = VisibleSet::Reach::Scopes;
                                         RecordingPageQuery sql(query, {scopes});
                                         QString lines;
                                         Statement page = sql.page({});
                                         page.sql.prepend(u"EXPLAIN QUERY PLAN "_s);
                                         Result<> read = connection.forEachRaw(page, sql.pageBindings({}, 100), [&](const QSqlQuery &row) {
                                             lines += row.value(3).toString() + u'\n';
                                         });
                                         if (!read)
                                             return read.error();
                                         return lines;
                                     });
                                 })).value();
            QVERIFY2(!plan.contains(u"TEMP B-TREE"_s), qPrintable(plan));
            QVERIFY2(plan.contains(u"recording_by_"_s), qPrintable(plan));
        }
    }

private:
    RecordingRepository repository() const { return RecordingRepository(*m_catalog->database, m_visibility); }

    bool execute(const QString &sql)
    {
        return bool(waitFor(m_catalog->database->write([sql](Connection &connection) {
            return connection.execute({"test"_L1, sql}, Values{});
        })));
    }

    // Throws the old world away, and files the recordings anew.
    AccessRows newWorld()
    {
        const AccessRows rows = storable(m_random);
        m_scopes.clear();
        std::vector<std::pair<qint64, AccessScope>> places;
        for (qint64 id = 1; id <= recordings; ++id) {
            const FolderId folder{1 + m_random.bounded(7)};
            const bool hasOwnList = id <= 6;
            const AccessScope scope = hasOwnList ? AccessScope::ofOwnList(RecordingId{id}) : AccessScope::ofFolder(folder);
            m_scopes[id] = scope.asPublic(m_random.bounded(8) == 0);
            places.emplace_back(folder.value, m_scopes[id]);
        }
        const auto done = waitFor(m_catalog->database->write([&](Connection &connection) -> Result<> {
            for (const QString &table : {u"access_entry"_s, u"group_person"_s, u"group_group"_s, u"person"_s}) {
                if (auto cleared = connection.execute({"test"_L1, u"DELETE FROM "_s + table}, Values{}); !cleared)
                    return cleared.error();
            }
            for (const QString &sql : {u"DELETE FROM folder WHERE id > 2"_s, u"DELETE FROM person_group WHERE built_in IS NULL"_s}) {
                if (auto cleared = connection.execute({"test"_L1, u"PRAGMA defer_foreign_keys = ON"_s}, Values{}); !cleared)
                    return cleared.error();
                if (auto cleared = connection.execute({"test"_L1, sql}, Values{}); !cleared)
                    return cleared.error();
            }
            for (qint64 id = 1; id <= recordings; ++id) {
                const auto &[folder, scope] = places[size_t(id - 1)];
                const auto filed = connection.execute({"test"_L1, u"UPDATE recording SET folder_id = ?, access_scope = ? WHERE id = ?"_s},
                                                      Values{folder, scope.value(), id});
                if (!filed)
                    return filed.error();
            }
            return storeAccess(connection, rows);
        }));
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
        return rows;
    }

    std::set<qint64> visibleTo(const SlowAnswer &slow, PersonId person) const
    {
        std::set<qint64> ids;
        for (const auto &[id, scope] : m_scopes) {
            if (slow.ruling(person, scope).result.allowsView())
                ids.insert(id);
        }
        return ids;
    }

    // All pages; a recording that comes twice is a failure.
    std::set<qint64> read(const RecordingQuery &query, std::optional<PersonId> viewer) const
    {
        std::set<qint64> ids;
        QByteArray after;
        do {
            const RecordingPage page = waitFor(repository().page(query, after, 17, {}, viewer)).value();
            for (const RecordingRow &row : page.rows) {
                if (!ids.insert(row.id.value).second)
                    qFatal("a recording came twice");
            }
            after = page.next;
        } while (!after.isEmpty());
        return ids;
    }

    std::unique_ptr<TestCatalog> m_catalog;
    std::shared_ptr<Visibility> m_visibility;
    QRandomGenerator m_random;
    std::map<qint64, AccessScope> m_scopes;
};

QTEST_GUILESS_MAIN(TestVisibility)
#include "tst_visibility.moc"
