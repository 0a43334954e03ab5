#include "core/base/whendone.h"
#include "core/jobs/downloadjob.h"
#include "tests/support/fakeconferenceservice.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestDownloadJob : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    std::shared_ptr<FakeConference> m_conference;
    AssetDownload m_download;
    QByteArray m_content;

    Result<> download()
    {
        FakeConferenceService service(m_conference);
        ProgressCounters progress;
        return downloadAsset(service, m_download, progress, {});
    }

    QStringList files() const { return QDir(m_directory.path()).entryList(QDir::Files); }

private Q_SLOTS:
    void init()
    {
        for (const QString &name : files())
            QFile::remove(m_directory.filePath(name));
        m_conference = std::make_shared<FakeConference>();
        const RecordingSnapshot snapshot = sampleSnapshot(1);
        for (int i = 0; i < 10'000; ++i)
            m_content.append(char(i * 7));
        m_conference->files[snapshot.formats.first().url] = m_content;
        m_download = {ServerId{1},
                      {snapshot.externalId, snapshot.internalMeetingId},
                      snapshot.formats.first(),
                      m_directory.filePath(u"lecture.m4v"_s)};
    }
    void cleanup() { m_content.clear(); }

    void aWholeDownloadCarriesItsName()
    {
        QVERIFY(download());
        QCOMPARE(files(), QStringList(u"lecture.m4v"_s));
        QCOMPARE(readAll(m_download.localFile), m_content);
    }

    void aCutDownloadIsResumedWhereItStopped_data()
    {
        QTest::addColumn<qint64>("cutAt");
        for (const qint64 at : {0, 1000, 5000, 9000})
            QTest::addRow("%lld", at) << at;
    }
    void aCutDownloadIsResumedWhereItStopped()
    {
        QFETCH(const qint64, cutAt);
        m_conference->failAtByte = cutAt;
        QCOMPARE(download().error().kind, ErrorKind::ConnectionLost);
        QVERIFY(!QFile::exists(m_download.localFile));
        QCOMPARE(QFileInfo(m_download.localFile + u".10000.part"_s).size(), cutAt);
        m_conference->failAtByte = -1;
        QVERIFY(download());
        QCOMPARE(readAll(m_download.localFile), m_content);
        QCOMPARE(files(), QStringList(u"lecture.m4v"_s));
    }

    void aFileThatGrewOnTheServerIsNotGluedToItsOldBeginning()
    {
        m_conference->failAtByte = 5000;
        QVERIFY(!download());
        m_conference->failAtByte = -1;
        m_content = QByteArray(12'000, 'x');
        m_conference->files[m_download.format.url] = m_content;
        QVERIFY(download());
        QCOMPARE(readAll(m_download.localFile), m_content);
    }

    void anOlderFileIsReplacedOnlyByAWholeOne()
    {
        QFile old(m_download.localFile);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        m_conference->failAtByte = 3000;
        QVERIFY(!download());
        QCOMPARE(readAll(m_download.localFile), "old");
        m_conference->failAtByte = -1;
        QVERIFY(download());
        QCOMPARE(readAll(m_download.localFile), m_content);
    }

    void aDirectoryThatCannotBeWrittenIsNamed()
    {
        m_download.localFile = m_directory.filePath(u"nowhere/lecture.m4v"_s);
        const Result<> done = download();
        QVERIFY(!done);
        QVERIFY(done.error().subject.contains(u"nowhere"_s));
    }

    void theJobCountsBytesAndEndsOnce()
    {
        WorkerPool pool(1);
        const auto open = [this](ServerId) {
            return readyFuture(Result<OpenedServer>({{}, std::make_shared<FakeConferenceService>(m_conference)}));
        };
        DownloadJob job([this] { return readyFuture(Result<AssetDownload>(m_download)); }, open, pool);
        QSignalSpy finished(&job, &Job::finished);
        job.start();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(finished[0][0].value<Result<>>());
        QCOMPARE(job.progress().done, 10'000);
        QCOMPARE(job.progress().total, 10'000);
        QCOMPARE(job.progress().unit, ProgressUnit::Bytes);
    }
};

QTEST_GUILESS_MAIN(TestDownloadJob)
#include "tst_downloadjob.moc"
