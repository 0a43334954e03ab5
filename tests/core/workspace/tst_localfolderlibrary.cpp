// What windows are told of, over core/journal's folders.
#include "core/storage/accessgraphs.h"
#include "core/workspace/local/localfolderlibrary.h"
#include "tests/core/storage/testcatalog.h"

#include <QSignalSpy>
#include <QTest>

using namespace letopis;
using namespace letopis::testing;

namespace {
template <typename T>
Result<T> answerTo(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 60'000) || future.resultCount() == 0)
        return Error{ErrorKind::Timeout, {}, {}, {}};
    return future.result();
}

const Actor owner = ownerActor(u"owner"_s, {});
} // namespace

class TestLocalFolderLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folders.reset();
        m_catalog = std::make_unique<TestCatalog>();
        QVERIFY(m_catalog->sync({snapshots(1, 6)}));
        m_folders = std::make_unique<LocalFolderLibrary>(*m_catalog->database, std::make_shared<Visibility>(m_catalog->clock));
        m_changed = std::make_unique<QSignalSpy>(m_folders.get(), &FolderLibrary::foldersChanged);
        m_rulesChanged = std::make_unique<QSignalSpy>(m_folders.get(), &FolderLibrary::rulesChanged);
        m_accessChanged = std::make_unique<QSignalSpy>(m_folders.get(), &LocalFolderLibrary::accessChanged);
        m_catalogChanged = std::make_unique<QSignalSpy>(m_folders.get(), &LocalFolderLibrary::catalogChanged);
    }

    void eachChangeTellsWhatItTouched()
    {
        const FolderId a = make(u"A"_s);
        const FolderId b = make(u"B"_s);
        QVERIFY(told(2, 0, 0, 0));
        QVERIFY(answerTo(m_folders->rename(owner, a, u"C"_s)));
        QVERIFY(told(1, 0, 0, 0));
        QVERIFY(answerTo(m_folders->file(owner, {{1}, {2}}, a)));
        QCOMPARE(m_catalogChanged->last().first().value<CatalogChange>().updated, (QList<RecordingId>{{1}, {2}}));
        QVERIFY(told(1, 0, 1, 1));
        QVERIFY(answerTo(m_folders->move(owner, a, b)));
        QVERIFY(m_catalogChanged->last().first().value<CatalogChange>().isLarge);
        QVERIFY(told(1, 0, 1, 1));
        const FilingRule everything{.folder = b, .server = {}, .conditions = {}};
        QVERIFY(answerTo(m_folders->setRules(owner, {}, {everything})));
        QVERIFY(told(0, 1, 0, 0));
        QCOMPARE(answerTo(m_folders->countByRules(owner, {everything})).value(), QList<qint64>{4});
        QCOMPARE(answerTo(m_folders->fileByRules(owner)).value_or(0), 4);
        QVERIFY(told(1, 0, 1, 1));
        QVERIFY(answerTo(m_folders->remove(owner, b, sharedFolder)));
        QVERIFY(told(1, 1, 1, 1));
        QCOMPARE(answerTo(m_folders->rules(owner)).value(), QList<FilingRule>());
    }

    void whatIsRefusedOrOnlyAskedTellsNothing()
    {
        const FolderId a = make(u"A"_s);
        QVERIFY(told(1, 0, 0, 0));
        QVERIFY(!answerTo(m_folders->create(owner, sharedFolder, u"a"_s)));
        QVERIFY(!answerTo(m_folders->move(owner, a, a)));
        QVERIFY(!answerTo(m_folders->create({}, a, u"x"_s)));
        QVERIFY(!answerTo(m_folders->setRules(owner, {{.folder = a, .server = {}, .conditions = {}}}, {})));
        QVERIFY(answerTo(m_folders->file(owner, {}, a)));
        QVERIFY(answerTo(m_folders->previewFile(owner, {{1}}, a)));
        QVERIFY(answerTo(m_folders->previewMove(owner, a, peopleFolder)));
        QVERIFY(answerTo(m_folders->previewRemove(owner, a, {})));
        QCOMPARE(answerTo(m_folders->folderOf(owner, {1})).value_or(FolderId{}), sharedFolder);
        QCOMPARE(answerTo(m_folders->folders(owner)).value().size(), 3);
        QVERIFY(told(0, 0, 0, 0));
    }

private:
    FolderId make(const QString &name) { return answerTo(m_folders->create(owner, sharedFolder, name)).value_or(FolderId{}); }
    // How often, since it was asked last.
    bool told(qsizetype folders, qsizetype rules, qsizetype access, qsizetype catalog)
    {
        const bool isSo = m_changed->size() == folders && m_rulesChanged->size() == rules && m_accessChanged->size() == access
                          && m_catalogChanged->size() == catalog;
        if (!isSo)
            qWarning("told %lld %lld %lld %lld", m_changed->size(), m_rulesChanged->size(), m_accessChanged->size(), m_catalogChanged->size());
        for (QSignalSpy *spy : {m_changed.get(), m_rulesChanged.get(), m_accessChanged.get(), m_catalogChanged.get()})
            spy->clear();
        return isSo;
    }

    std::unique_ptr<TestCatalog> m_catalog;
    std::unique_ptr<LocalFolderLibrary> m_folders;
    std::unique_ptr<QSignalSpy> m_changed, m_rulesChanged, m_accessChanged, m_catalogChanged;
};

QTEST_GUILESS_MAIN(TestLocalFolderLibrary)
#include "tst_localfolderlibrary.moc"
