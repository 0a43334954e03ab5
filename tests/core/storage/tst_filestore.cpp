#include "core/storage/filestore.h"

#include "core/domain/material.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;

namespace {
QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace

class FileStoreTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    ProgressCounters m_progress;

    FileStore store() const { return FileStore(m_folder->filePath(u"materials"_s)); }
    QString file(const QByteArray &content) const
    {
        const QString path = m_folder->filePath(u"file"_s);
        QFile written(path);
        return written.open(QIODevice::WriteOnly) && written.write(content) == content.size() ? path : QString();
    }
    QStringList leftovers() const
    {
        QStringList found;
        for (QDirIterator files(m_folder->path(), {u"*.part"_s}, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();)
            found += files.next();
        return found;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsPutIsThereUnderItsHash_data()
    {
        QTest::addColumn<qsizetype>("size");
        for (const qsizetype size : {0, 1, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 5'000'000})
            QTest::addRow("%lld bytes", qlonglong(size)) << size;
    }

    void whatIsPutIsThereUnderItsHash()
    {
        QFETCH(qsizetype, size);
        const QByteArray content(size, 'x');
        const auto stored = store().put(file(content), m_progress, {});
        QVERIFY(stored);
        QCOMPARE(stored->sizeBytes, size);
        QCOMPARE(stored->sha256, QCryptographicHash::hash(content, QCryptographicHash::Sha256));
        QCOMPARE(m_progress.done.load(), size);
        QVERIFY(store().has(stored->sha256, size));
        QVERIFY(store().verify(stored->sha256, m_progress, {}));
        QVERIFY(contentOf(store().pathOf(stored->sha256)) == content);
        QVERIFY(!QFileInfo(store().pathOf(stored->sha256)).permission(QFile::ReadOther));
        QVERIFY(store().put(file(content), m_progress, {})); // once more: the same
        QCOMPARE(leftovers(), QStringList());
    }

    void whatCannotBeTakenLeavesNothing()
    {
        QCOMPARE(store().put(m_folder->filePath(u"missing"_s), m_progress, {}).error().kind, ErrorKind::NotFound);
        QCOMPARE(store().put(m_folder->path(), m_progress, {}).error().kind, ErrorKind::InvalidInput);
        std::stop_source stopped;
        stopped.request_stop();
        QCOMPARE(store().put(file("x"), m_progress, stopped.get_token()).error().kind, ErrorKind::Cancelled);
        QCOMPARE(leftovers(), QStringList());
    }

    void whatWasChangedOrLostIsNoticed()
    {
        const auto stored = store().put(file("right"), m_progress, {});
        const QString path = store().pathOf(stored->sha256);
        QFile(path).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        QFile broken(path);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("wrong");
        broken.close();
        QCOMPARE(store().verify(stored->sha256, m_progress, {}).error().kind, ErrorKind::ContentMismatch);
        const QString target = m_folder->filePath(u"target"_s);
        QCOMPARE(store().saveAs(stored->sha256, target, m_progress, {}).error().kind, ErrorKind::ContentMismatch);
        QVERIFY(!QFileInfo::exists(target));
        store().remove(stored->sha256);
        QCOMPARE(store().verify(stored->sha256, m_progress, {}).error().kind, ErrorKind::NotFound);
        QCOMPARE(leftovers(), QStringList());
    }

    void aCopyReplacesWhatWasThereAndMayBeWrittenInto()
    {
        const auto stored = store().put(file("content"), m_progress, {});
        const QString target = m_folder->filePath(u"target.txt"_s);
        QVERIFY(QFile::copy(file("before"), target));
        QVERIFY(store().saveAs(stored->sha256, target, m_progress, {}));
        QCOMPARE(contentOf(target), "content");
        QVERIFY(QFileInfo(target).isWritable());
        QCOMPARE(store().saveAs(stored->sha256, m_folder->path(), m_progress, {}).error().kind, ErrorKind::InvalidInput);
    }

    void whatIsOpenedHasItsOwnNameAndIsAlwaysTheContent()
    {
        const auto stored = store().put(file("content"), m_progress, {});
        const auto path = store().openable(stored->sha256, u"../Отчёт?.pdf"_s);
        QVERIFY(path);
        QVERIFY(QFileInfo(*path).fileName().endsWith(u"Отчёт_.pdf"_s));
        QCOMPARE(contentOf(*path), "content");
        QCOMPARE(*store().openable(stored->sha256, u"../Отчёт?.pdf"_s), *path);
        QVERIFY(!store().openable(QByteArray(32, 'x'), u"a"_s));
        QCOMPARE(leftovers(), QStringList());
    }

    void whatAProgramSavedIntoAnOpenedCopyStays()
    {
        const auto stored = store().put(file("content"), m_progress, {});
        const QString path = *store().openable(stored->sha256, u"notes.pdf"_s);
        // Some put another file in its place …
        QVERIFY(QFile::remove(path));
        QVERIFY(QFile::copy(file("CONTENT"), path));
        const QString second = *store().openable(stored->sha256, u"notes.pdf"_s);
        QCOMPARE(contentOf(second), "content");
        QCOMPARE(QFileInfo(second).fileName(), u"notes (2).pdf"_s);
        QCOMPARE(contentOf(path), "CONTENT");
        // … and some write into the one that is there.
        QFile inPlace(second);
        QVERIFY(inPlace.open(QIODevice::ReadWrite));
        QCOMPARE(inPlace.write("C"), 1);
        inPlace.close();
        QVERIFY(store().verify(stored->sha256, m_progress, {}));
        const QString third = *store().openable(stored->sha256, u"notes.pdf"_s);
        QCOMPARE(contentOf(third), "content");
        QCOMPARE(contentOf(second), "Content");
        QCOMPARE(contentOf(path), "CONTENT");
        QCOMPARE(*store().openable(stored->sha256, u"notes.pdf"_s), third);
    }

    void openedCopiesGoWithTheirContentAndWorkStays()
    {
        const auto stored = store().put(file("content"), m_progress, {});
        const QString first = *store().openable(stored->sha256, u"notes.pdf"_s);
        const QString second = *store().openable(stored->sha256, u"lecture.pdf"_s);
        QFile inPlace(second);
        QVERIFY(inPlace.open(QIODevice::ReadWrite) && inPlace.write("C") == 1);
        inPlace.close();
        const FileStore::RemovedCopies removed = store().removeOpenedCopies(stored->sha256);
        QCOMPARE(removed.files, 1);
        QCOMPARE(removed.bytes, 7);
        QCOMPARE(removed.changed, 1);
        QVERIFY(!QFile::exists(first));
        QCOMPARE(contentOf(second), "Content");
        QVERIFY(QFile::remove(second));
        QCOMPARE(store().removeOpenedCopies(stored->sha256).files, 0);
        QVERIFY(!QFile::exists(QFileInfo(second).path()));
        QCOMPARE(store().removeOpenedCopies(QByteArray(32, 'x')).changed, 0);
    }

    void whatIsNotNeededAnyMoreIsSweptAndWorkIsLeft()
    {
        const auto stored = store().put(file("content"), m_progress, {});
        const auto age = [](const QString &path, int days) {
            QFile aged(path);
            QVERIFY(aged.open(QIODevice::ReadWrite));
            QVERIFY(aged.setFileTime(QDateTime::currentDateTimeUtc().addDays(-days), QFileDevice::FileModificationTime));
        };
        const QString old = *store().openable(stored->sha256, u"old.pdf"_s);
        const QString young = *store().openable(stored->sha256, u"young.pdf"_s);
        const QString changed = *store().openable(stored->sha256, u"changed.pdf"_s);
        QVERIFY(QFile::remove(changed) && QFile::copy(file("CONTENT"), changed));
        const QString path = store().pathOf(stored->sha256);
        const QString givenUp = path + u".part"_s;
        const QString note = path + u".part.origin"_s;
        const QString going = QFileInfo(path).path() + u"/other.part"_s;
        for (const QString &part : {givenUp, note, going})
            QVERIFY(QFile::copy(file("half"), part));
        for (const QString &one : {old, changed, givenUp, note})
            age(one, 40);
        age(young, 10);
        age(going, 10);
        store().sweep({});
        for (const QString &gone : {old, givenUp, note})
            QVERIFY2(!QFileInfo::exists(gone), qPrintable(gone));
        for (const QString &left : {young, changed, going, path})
            QVERIFY2(QFileInfo::exists(left), qPrintable(left));
        QCOMPARE(contentOf(changed), "CONTENT");
        // Once that is a version of its own, the copy is only one more of it.
        QVERIFY(store().put(changed, m_progress, {}));
        age(changed, 40);
        store().sweep({});
        QVERIFY(!QFileInfo::exists(changed));
        // Where the store lost it, the copy may be the last one.
        age(young, 40);
        store().remove(stored->sha256);
        store().sweep({});
        QCOMPARE(contentOf(young), "content");
    }

    void aLockIsHeldByOne()
    {
        auto first = store().lock(u"name"_s, {});
        QVERIFY(first);
        std::stop_source stop;
        std::atomic<bool> hasIt = false;
        std::thread second([&] { hasIt = store().lock(u"name"_s, stop.get_token()).has_value(); });
        QTest::qWait(300);
        QVERIFY(!hasIt);
        stop.request_stop();
        second.join();
        QVERIFY(!hasIt);
        first->reset();
        QVERIFY(store().lock(u"name"_s, {}));
    }
};

QTEST_GUILESS_MAIN(FileStoreTest)
#include "tst_filestore.moc"
