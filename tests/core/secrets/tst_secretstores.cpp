#include "core/secrets/filesecretstore.h"
#include "core/secrets/memorysecretstore.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {

const SecretRef apiSecret{u"server-one"_s, u"api-secret"_s};
const SecretRef sshPassword{u"server-one"_s, u"ssh-password"_s};
const SecretRef otherServer{u"server-two"_s, u"api-secret"_s};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool put(const QString &path, const QByteArray &content, QFileDevice::Permissions mode)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.setPermissions(mode);
}

constexpr QFileDevice::Permissions ownersOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace

class SecretStoresTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;

    void bothStores()
    {
        QTest::addColumn<bool>("isFile");
        QTest::newRow("memory") << false;
        QTest::newRow("file") << true;
    }

    std::unique_ptr<SecretStore> makeStore(bool isFile) const
    {
        if (isFile)
            return std::make_unique<FileSecretStore>(m_path);
        return std::make_unique<MemorySecretStore>();
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
        m_path = m_dir->filePath(u"secrets.json"_s);
    }

    void secretsComeBackAndStayApart_data() { bothStores(); }
    void secretsComeBackAndStayApart()
    {
        QFETCH(const bool, isFile);
        const auto store = makeStore(isFile);
        const QByteArray binary("\x00\xff\n", 3);
        QVERIFY(store->write(apiSecret, SecretText("old")).result());
        QVERIFY(store->write(apiSecret, SecretText(binary)).result());
        QVERIFY(store->write(sshPassword, SecretText("пароль")).result());
        QVERIFY(store->write(otherServer, SecretText("three")).result());
        QCOMPARE(store->read(apiSecret).result().value().reveal(), binary);
        QCOMPARE(store->read(sshPassword).result().value().reveal(), QByteArray("пароль"));
        QVERIFY(store->remove(apiSecret).result());
        QCOMPARE(store->read(apiSecret).result().error().kind, ErrorKind::SecretMissing);
        QCOMPARE(store->read(otherServer).result().value().reveal(), QByteArray("three"));
    }

    void removingWhatIsNotThereSucceeds_data() { bothStores(); }
    void removingWhatIsNotThereSucceeds()
    {
        QFETCH(const bool, isFile);
        const auto store = makeStore(isFile);
        QVERIFY(store->remove(apiSecret).result());
        QCOMPARE(store->read(apiSecret).result().error().kind, ErrorKind::SecretMissing);
        QVERIFY(!QFile::exists(m_path)); // nothing to keep, no file
    }

    void fileIsItsOwnersAloneAndOutlivesTheStore()
    {
        QVERIFY(FileSecretStore(m_path).write(apiSecret, SecretText("s3cr3t")).result());
        QCOMPARE(FileSecretStore(m_path).read(apiSecret).result().value().reveal(), QByteArray("s3cr3t"));
#ifdef Q_OS_UNIX
        const auto others =
            QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QCOMPARE(QFile::permissions(m_path) & others, QFileDevice::Permissions());
        QVERIFY(FileSecretStore(m_path).write(sshPassword, SecretText("2")).result());
        QCOMPARE(QFile::permissions(m_path) & others, QFileDevice::Permissions());
#endif
        // No copy left beside it
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"secrets.json"_s});
    }

    void fileThatOthersMayOpenIsRefused_data()
    {
        QTest::addColumn<int>("extra");
        QTest::newRow("group reads") << int(QFileDevice::ReadGroup);
        QTest::newRow("others read") << int(QFileDevice::ReadOther);
        QTest::newRow("group writes") << int(QFileDevice::WriteGroup);
    }
    void fileThatOthersMayOpenIsRefused()
    {
#ifndef Q_OS_UNIX
        QSKIP("this system has no file modes");
#else
        QFETCH(const int, extra);
        FileSecretStore store(m_path);
        QVERIFY(store.write(apiSecret, SecretText("s3cr3t")).result());
        QVERIFY(QFile::setPermissions(m_path, ownersOnly | QFileDevice::Permissions(extra)));
        const QByteArray before = contentOf(m_path);
        QCOMPARE(store.read(apiSecret).result().error().kind, ErrorKind::SecretStoreUnavailable);
        QCOMPARE(store.write(sshPassword, SecretText("2")).result().error().kind, ErrorKind::SecretStoreUnavailable);
        QCOMPARE(store.remove(apiSecret).result().error().kind, ErrorKind::SecretStoreUnavailable);
        QCOMPARE(contentOf(m_path), before);
        QCOMPARE(store.read(apiSecret).result().error().subject, m_path);
        QVERIFY(QFile::setPermissions(m_path, ownersOnly));
        QCOMPARE(store.read(apiSecret).result().value().reveal(), QByteArray("s3cr3t"));
#endif
    }

    void fileOfAnotherKindIsRefusedAndLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("truncated") << QByteArray("{\"version\": 1, \"secrets\": {\"server-one\": {\"api-se");
        QTest::newRow("later version") << QByteArray("{\"version\": 2, \"secrets\": {}}");
        QTest::newRow("no object") << QByteArray("{\"version\": 1, \"secrets\": []}");
    }
    void fileOfAnotherKindIsRefusedAndLeftAlone()
    {
        QFETCH(const QByteArray, content);
        QVERIFY(put(m_path, content, ownersOnly));
        FileSecretStore store(m_path);
        QCOMPARE(store.read(apiSecret).result().error().kind, ErrorKind::SecretStoreUnavailable);
        QCOMPARE(store.write(apiSecret, SecretText("x")).result().error().kind, ErrorKind::SecretStoreUnavailable);
        QCOMPARE(contentOf(m_path), content);
    }

    void damagedSecretIsSaidSo()
    {
        QVERIFY(put(m_path, "{\"version\": 1, \"secrets\": {\"server-one\": {\"api-secret\": \"!!\"}}}", ownersOnly));
        QCOMPARE(FileSecretStore(m_path).read(apiSecret).result().error().kind, ErrorKind::SecretStoreUnavailable);
    }

    void folderThatIsNotThereIsSaidSo()
    {
        FileSecretStore store(m_dir->filePath(u"no/such/secrets.json"_s));
        QCOMPARE(store.write(apiSecret, SecretText("x")).result().error().kind, ErrorKind::SecretStoreUnavailable);
    }

    void twoStoresOfOneFileDoNotUndoEachOther()
    {
        FileSecretStore one(m_path);
        FileSecretStore two(m_path);
        QVERIFY(one.write(apiSecret, SecretText("1")).result());
        QVERIFY(two.write(sshPassword, SecretText("2")).result());
        QVERIFY(one.write(otherServer, SecretText("3")).result());
        QCOMPARE(two.read(apiSecret).result().value().reveal(), QByteArray("1"));
        QCOMPARE(one.read(sshPassword).result().value().reveal(), QByteArray("2"));
    }

    void fileHeldByAnotherProgramIsSaidSo()
    {
        FileSecretStore store(m_path);
        QVERIFY(store.write(apiSecret, SecretText("1")).result());
        QLockFile held(m_path + ".lock"_L1);
        QVERIFY(held.lock());
        QCOMPARE(store.write(apiSecret, SecretText("2")).result().error().kind, ErrorKind::SecretStoreUnavailable);
        held.unlock();
        QCOMPARE(store.read(apiSecret).result().value().reveal(), QByteArray("1"));
    }

    void secretIsNotInTheFileAsText()
    {
        // Encoded, so that a search over the profile for what was typed does not find it by chance; not a protection.
        QVERIFY(FileSecretStore(m_path).write(apiSecret, SecretText("s3cr3t-canary")).result());
        QVERIFY(!contentOf(m_path).contains("s3cr3t-canary"));
    }
};

QTEST_GUILESS_MAIN(SecretStoresTest)
#include "tst_secretstores.moc"
