#include "core/base/turn.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

class TestTurn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAtATime()
    {
        auto first = takeTurn(m_file, {});
        QVERIFY(first);
        age(); // however long it is held
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(takeTurn(m_file, stop.get_token()).error().kind, ErrorKind::Cancelled);
        first->reset();
        QVERIFY(takeTurn(m_file, {}));
    }

    // Killed between making the file and writing into it.
    void aLockThatNamesNobodyIsTakenOver()
    {
        QFile empty(m_file);
        QVERIFY(empty.open(QIODevice::WriteOnly));
        empty.close();
        age();
        QVERIFY(takeTurn(m_file, {}));
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        QCOMPARE(takeTurn(m_folder.filePath(u"nowhere/lock"_s), {}).error().kind, ErrorKind::PermissionDenied);
    }

private:
    void age() const
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-1), QFileDevice::FileModificationTime));
    }

    QTemporaryDir m_folder;
    const QString m_file = m_folder.filePath(u"the.lock"_s);
};

QTEST_GUILESS_MAIN(TestTurn)
#include "tst_turn.moc"
