#include "core/backup/backupfile.h"
#include "core/backup/backupmanifest.h"
#include "core/domain/backupname.h"
#include "core/backup/passphrasekey.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;

namespace {

constexpr qsizetype message = 65536;

QByteArray sampleBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator generator(7);
    for (char &byte : bytes)
        byte = char(generator.generate());
    // What a plain one begins with: zstd's magic.
    return "\x28\xb5\x2f\xfd" + bytes;
}

constexpr KeyCost quick{1, 8 << 20};

SecretText passphrase()
{
    return SecretText("верный лошадь battery staple");
}

} // namespace

class TestBackupFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_count = 0;

    QString newPath() { return m_folder.filePath(QString::number(++m_count)); }

    QString written(const QByteArray &bytes, const std::optional<SecretText> &secret)
    {
        const QString path = newPath();
        const auto writer = BackupFileWriter::create(path, secret, quick);
        if (!writer)
            return {};
        for (qsizetype at = 0; at < bytes.size(); at += 10'007) {
            if (!(*writer)->write(QByteArrayView(bytes).sliced(at, std::min<qsizetype>(10'007, bytes.size() - at))))
                return {};
        }
        return (*writer)->finish() ? path : QString();
    }

    static Result<QByteArray> readBack(const QString &path, const std::optional<SecretText> &secret)
    {
        const auto reader = BackupFileReader::open(path, secret);
        if (!reader)
            return reader.error();
        QByteArray all;
        for (;;) {
            const Result<QByteArrayView> piece = (*reader)->read();
            if (!piece)
                return piece.error();
            if (piece->isEmpty())
                return all;
            all.append(*piece);
        }
    }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QString withContent(const QByteArray &bytes)
    {
        const QString path = newPath();
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
    }

private Q_SLOTS:
    // What every new backup has, and what the format promises to readers of later versions.
    void theUsualKeyCostIsWrittenAndRead()
    {
        const QString path = newPath();
        {
            const auto writer = BackupFileWriter::create(path, passphrase());
            QVERIFY(writer);
            QVERIFY((*writer)->write("x"));
            QVERIFY((*writer)->finish());
        }
        QCOMPARE(contentOf(path).first(20), QByteArray("LETOBAK\1\3\0\0\0\0\0\0\x10\0\0\0\0", 20));
        const Result<QByteArray> read = readBack(path, passphrase());
        QVERIFY(read);
        QCOMPARE(*read, "x");
    }

    void bytesComeBackWhateverTheirNumber_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<bool>("isEncrypted");
        for (const qsizetype size : {qsizetype(0), qsizetype(1), message - 5, message - 4, message - 3, 2 * message - 4,
                                     3 * message + 11}) {
            QTest::addRow("%d plain", int(size)) << size << false;
            if (size == 0 || size == message - 4 || size > 3 * message)
                QTest::addRow("%d encrypted", int(size)) << size << true;
        }
    }
    void bytesComeBackWhateverTheirNumber()
    {
        QFETCH(qsizetype, size);
        QFETCH(bool, isEncrypted);
        const auto secret = isEncrypted ? std::optional(passphrase()) : std::nullopt;
        const QByteArray bytes = sampleBytes(size);
        const QString path = written(bytes, secret);
        const Result<QByteArray> read = readBack(path, secret);
        QVERIFY(read);
        QCOMPARE(*read, bytes);
        const Result<bool> kind = isEncryptedBackup(path);
        QVERIFY(kind);
        QCOMPARE(*kind, isEncrypted);
        QCOMPARE(int(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther)), 0);
    }

    void oneFlippedBitAnywhereIsFound_data()
    {
        QTest::addColumn<bool>("isEncrypted");
        QTest::newRow("plain") << false;
        QTest::newRow("encrypted") << true;
    }
    void oneFlippedBitAnywhereIsFound()
    {
        QFETCH(bool, isEncrypted);
        const auto secret = isEncrypted ? std::optional(passphrase()) : std::nullopt;
        const QByteArray whole = contentOf(written(sampleBytes(message + 300), secret));
        // Every byte of the beginning and of the end, some between.
        QList<qsizetype> places;
        for (qsizetype at = 0; at < 120; ++at)
            places += at;
        for (qsizetype at = whole.size() - 60; at < whole.size(); ++at)
            places += at;
        for (qsizetype at = 120; at < whole.size() - 60; at += 997)
            places += at;
        for (const qsizetype at : places) {
            QByteArray changed = whole;
            changed[at] = char(changed[at] ^ (1 << (at % 8)));
            const Result<QByteArray> read = readBack(withContent(changed), secret);
            QVERIFY2(!read, qPrintable(QString::number(at)));
            // In the magic it is no backup, in the version a newer one; nowhere the passphrase's fault.
            const bool isNamed = read.error().kind == ErrorKind::ContentMismatch ||
                                 (at < 7 && read.error().kind == ErrorKind::InvalidInput) ||
                                 (at == 7 && read.error().kind == ErrorKind::Unsupported);
            QVERIFY2(isNamed, qPrintable(QString::number(at) + u' ' + errorKindName(read.error().kind)));
        }
    }

    void aFileCutOffAnywhereIsFound_data() { oneFlippedBitAnywhereIsFound_data(); }
    void aFileCutOffAnywhereIsFound()
    {
        QFETCH(bool, isEncrypted);
        const auto secret = isEncrypted ? std::optional(passphrase()) : std::nullopt;
        const QByteArray whole = contentOf(written(sampleBytes(2 * message), secret));
        const qsizetype header = 109;
        for (const qsizetype size :
             {qsizetype(0), qsizetype(3), qsizetype(40), header - 1, header, header + 5, header + message + 17,
              header + message + 18, whole.size() - 48, whole.size() - 17, whole.size() - 1}) {
            const Result<QByteArray> read = readBack(withContent(whole.first(size)), secret);
            QVERIFY2(!read, qPrintable(QString::number(size)));
            QVERIFY(read.error().kind == ErrorKind::ContentMismatch || (size < 8 && read.error().kind == ErrorKind::InvalidInput));
        }
    }

    void whatIsAddedAtTheEndIsFound_data() { oneFlippedBitAnywhereIsFound_data(); }
    void whatIsAddedAtTheEndIsFound()
    {
        QFETCH(bool, isEncrypted);
        const auto secret = isEncrypted ? std::optional(passphrase()) : std::nullopt;
        const QByteArray whole = contentOf(written(sampleBytes(1000), secret));
        for (const QByteArray &more : {QByteArray("x"), whole}) {
            const Result<QByteArray> read = readBack(withContent(whole + more), secret);
            QVERIFY(!read);
            QCOMPARE(read.error().kind, ErrorKind::ContentMismatch);
        }
    }

    void messagesInAnotherOrderAreFound()
    {
        QByteArray whole = contentOf(written(sampleBytes(3 * message), passphrase()));
        const qsizetype size = message + 17;
        const QByteArray first = whole.sliced(109, size);
        whole.replace(109, size, whole.sliced(109 + size, size)).replace(109 + size, size, first);
        const Result<QByteArray> read = readBack(withContent(whole), passphrase());
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::ContentMismatch);
    }

    void aWrongPassphraseIsToldFromADamagedFile()
    {
        const QString path = written(sampleBytes(1000), passphrase());
        const Result<QByteArray> wrong = readBack(path, SecretText("верный лошадь battery staplE"));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().kind, ErrorKind::AuthenticationRefused);
        const Result<QByteArray> none = readBack(path, std::nullopt);
        QVERIFY(!none);
        QCOMPARE(none.error().kind, ErrorKind::SecretMissing);
        QByteArray damaged = contentOf(path);
        damaged[30] = char(damaged[30] ^ 4); // the salt
        const Result<QByteArray> read = readBack(withContent(damaged), passphrase());
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::ContentMismatch);
    }

    void aLetterComposedInAnotherWayIsTheSamePassphrase()
    {
        const QString path = written(sampleBytes(10), SecretText("\xd0\xb9")); // й
        QVERIFY(readBack(path, SecretText("\xd0\xb8\xcc\x86")));               // и and a breve
    }

    void anEmptyPassphraseIsRefused()
    {
        const auto writer = BackupFileWriter::create(newPath(), SecretText());
        QVERIFY(!writer);
        QCOMPARE(writer.error().kind, ErrorKind::InvalidInput);
    }

    void aFileThatAsksForTheMemoryOfAnotherComputerIsRefused()
    {
        QByteArray salt(16, 's');
        for (const KeyCost &cost : {KeyCost{3, 1ULL << 40}, KeyCost{100'000, 64ULL << 20}, KeyCost{0, 64ULL << 20}, KeyCost{3, 0}}) {
            const auto key = PassphraseKey::derive(passphrase(), salt, cost);
            QVERIFY(!key);
            QCOMPARE(key.error().kind, ErrorKind::Unsupported);
        }
    }

    void whatIsNoBackupIsNamedSo()
    {
        for (const QByteArray &bytes : {QByteArray(), QByteArray("PK\3\4"), QByteArray("SQLite format 3"), QByteArray("LETOBA")}) {
            const Result<QByteArray> read = readBack(withContent(bytes), passphrase());
            QVERIFY(!read);
            QCOMPARE(read.error().kind, ErrorKind::InvalidInput);
        }
        const Result<QByteArray> missing = readBack(newPath(), {});
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, ErrorKind::NotFound);
    }

    void nothingOfThePlainTextIsInAnEncryptedFile()
    {
        const QByteArray text = "Participants: Анна, Борис. ";
        const QByteArray file = contentOf(written(text.repeated(10'000), passphrase()));
        QVERIFY(!file.isEmpty());
        QVERIFY(!file.contains(text.first(12)));
        QVERIFY(!file.contains(passphrase().reveal().first(8)));
    }

    void theSameTextIsEncryptedDifferentlyEachTime()
    {
        const QByteArray one = contentOf(written(sampleBytes(1000), passphrase()));
        const QByteArray other = contentOf(written(sampleBytes(1000), passphrase()));
        QCOMPARE(one.size(), other.size());
        QVERIFY(one.sliced(20) != other.sliced(20));
    }

    void aFileThatIsThereIsNotWrittenOver()
    {
        const QString path = withContent("mine");
        QVERIFY(!BackupFileWriter::create(path, {}));
        QCOMPARE(contentOf(path), "mine");
    }

    void namesSayCatalogTimeAndKind()
    {
        const QDateTime at = QDateTime::fromSecsSinceEpoch(1'790'000'000, Qt::UTC);
        for (const bool isEncrypted : {false, true}) {
            const BackupName name{u"00ab12ef"_s, at, isEncrypted};
            const auto read = backupNameFrom(name.fileName());
            QVERIFY(read);
            QCOMPARE(*read, name);
        }
        for (const QString &other :
             {u"letopis-00ab12ef-20260921T142640Z.tar.zst.part"_s, u"letopis-00AB12EF-20260921T142640Z.tar.zst"_s,
              u"letopis-00ab12ef-20261321T142640Z.tar.zst"_s, u"../letopis-00ab12ef-20260921T142640Z.tar.zst"_s,
              u"letopis-00ab12ef-20260921T142640Z.tar.zst\n"_s, QString()})
            QVERIFY2(!backupNameFrom(other), qPrintable(other));
    }

    void aManifestWithAbsurdNumbersIsRefused()
    {
        BackupManifest manifest{.application = u"letopis 1"_s,
                                .createdAt = QDateTime::fromSecsSinceEpoch(1'790'000'000, Qt::UTC),
                                .catalogId = u"00ab12ef"_s,
                                .schema = 2,
                                .catalogBytes = 4096,
                                .settingsBytes = -1,
                                .storeFiles = 3,
                                .storeBytes = 300,
                                .auditEvents = 9,
                                .auditHead = QByteArray(32, 'h')};
        const Result<BackupManifest> same = manifestFromJson(toJson(manifest));
        QVERIFY(same);
        QCOMPARE(*same, manifest);
        manifest.storeBytes = -1;
        QVERIFY(!manifestFromJson(toJson(manifest)));
        manifest.storeBytes = std::numeric_limits<qint64>::max();
        QVERIFY(!manifestFromJson(toJson(manifest)));
        for (const QByteArray &json : {QByteArray("{}"), QByteArray("[]"), QByteArray("{\"format\":1}"), QByteArray("\0", 1)})
            QVERIFY(!manifestFromJson(json));
        const Result<BackupManifest> newer = manifestFromJson("{\"format\": 2}");
        QCOMPARE(newer.error().kind, ErrorKind::Unsupported);
    }
};

QTEST_GUILESS_MAIN(TestBackupFile)
#include "tst_backupfile.moc"
