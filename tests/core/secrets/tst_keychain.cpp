#include "core/base/whendone.h"
#include "core/secrets/keychainsecretstore.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {

template <typename T>
Result<T> answerOf(const QFuture<Result<T>> &future)
{
    // The store's own watchdog is to end it long before.
    [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 30'000); }();
    if (!future.isFinished())
        return Error{ErrorKind::Internal, u"hung"_s, {}, {}};
    return future.result();
}

// Owns the keychain's name, takes every question and never answers.
class SilentService final : public QDBusVirtualObject
{
public:
    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &) override
    {
        message.setDelayedReply(true);
        isAsked = true;
        return true;
    }

    bool isAsked = false;
};

const SecretRef apiSecret{u"5f0c4a58-0000-4000-8000-000000000001"_s, u"api-secret"_s};
const SecretRef sshPassword{u"5f0c4a58-0000-4000-8000-000000000001"_s, u"ssh-password"_s};
const SecretRef otherServer{u"5f0c4a58-0000-4000-8000-000000000002"_s, u"api-secret"_s};

} // namespace

// QSKIP leaves only the function it stands in.
#define SKIP_WITHOUT_KEYRING                                                                                           \
    if (!m_hasKeyring)                                                                                                 \
    QSKIP("this situation has no open keyring; another run of this test has")

// Run by with-keyring.sh, which says in the environment what this computer has.
class KeychainTest : public QObject
{
    Q_OBJECT

private:
    const QByteArray m_situation = qgetenv("LETOPIS_KEYCHAIN_SITUATION");
    const bool m_hasKeyring = m_situation == "keyring";

private Q_SLOTS:
    void initTestCase()
    {
        if (m_situation.isEmpty())
            QSKIP("run through with-keyring.sh: this test leaves the user's own keychain alone");
        if (!m_hasKeyring && m_situation != "locked")
            return;
        // The daemon was started a moment ago: wait until it owns its name on the bus.
        KeychainSecretStore store;
        QTRY_COMPARE_WITH_TIMEOUT(errorKindName(answerOf(store.read(apiSecret)).error().kind), u"secretMissing"_s,
                                  30'000);
    }

    void secretComesBackAsItWas_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("plain") << QByteArray("639259d4-9dd8-4b25-bf01-95f9567eaf4b");
        QTest::newRow("Russian") << QByteArray("пароль");
        QTest::newRow("binary") << QByteArray("\x00\xff\n\x01 ", 5);
        QTest::newRow("long") << QByteArray(20'000, 'x');
    }
    void secretComesBackAsItWas()
    {
        SKIP_WITHOUT_KEYRING;
        QFETCH(const QByteArray, secret);
        KeychainSecretStore store;
        const Result<> written = answerOf(store.write(apiSecret, SecretText(secret)));
        QVERIFY2(written, qPrintable(written ? QString() : written.error().detail));
        const Result<SecretText> read = answerOf(store.read(apiSecret));
        QVERIFY(read);
        QCOMPARE(read->reveal(), secret);
        QVERIFY(answerOf(store.remove(apiSecret)));
    }

    void secretsOfOneServerAndOfTwoStayApart()
    {
        SKIP_WITHOUT_KEYRING;
        KeychainSecretStore store;
        QVERIFY(answerOf(store.write(apiSecret, SecretText("one"))));
        QVERIFY(answerOf(store.write(sshPassword, SecretText("two"))));
        QVERIFY(answerOf(store.write(otherServer, SecretText("three"))));
        QCOMPARE(answerOf(KeychainSecretStore().read(apiSecret)).value().reveal(), QByteArray("one"));
        QCOMPARE(answerOf(store.read(sshPassword)).value().reveal(), QByteArray("two"));
        QVERIFY(answerOf(store.remove(apiSecret)));
        QCOMPARE(answerOf(store.read(apiSecret)).error().kind, ErrorKind::SecretMissing);
        QCOMPARE(answerOf(store.read(otherServer)).value().reveal(), QByteArray("three"));
        QVERIFY(answerOf(store.remove(sshPassword)));
        QVERIFY(answerOf(store.remove(otherServer)));
    }

    void newSecretReplacesTheOldOne()
    {
        SKIP_WITHOUT_KEYRING;
        KeychainSecretStore store;
        QVERIFY(answerOf(store.write(apiSecret, SecretText("old"))));
        QVERIFY(answerOf(store.write(apiSecret, SecretText("new"))));
        QCOMPARE(answerOf(store.read(apiSecret)).value().reveal(), QByteArray("new"));
        QVERIFY(answerOf(store.remove(apiSecret)));
    }

    void removingWhatIsNotThereSucceeds()
    {
        SKIP_WITHOUT_KEYRING;
        KeychainSecretStore store;
        QVERIFY(answerOf(store.remove(sshPassword)));
    }

    void questionsAskedAtOnceAreAllAnswered()
    {
        SKIP_WITHOUT_KEYRING;
        KeychainSecretStore store;
        QVERIFY(answerOf(store.write(apiSecret, SecretText("one"))));
        QList<QFuture<Result<SecretText>>> answers;
        for (int i = 0; i < 20; ++i)
            answers.append(store.read(apiSecret));
        for (const auto &answer : answers)
            QCOMPARE(answerOf(answer).value().reveal(), QByteArray("one"));
        QVERIFY(answerOf(store.remove(apiSecret)));
    }

    void withoutKeyringEveryCallSaysSoAndNoneHangs()
    {
        if (m_hasKeyring || m_situation == "locked")
            QSKIP("this situation has a keyring");
        KeychainSecretStore store;
        const Result<SecretText> read = answerOf(store.read(apiSecret));
        QVERIFY(!read);
        QCOMPARE(errorKindName(read.error().kind), u"secretStoreUnavailable"_s);
        QVERIFY(!read.error().detail.isEmpty());
        qInfo().noquote() << read.error().detail;
        const Result<> written = answerOf(store.write(apiSecret, SecretText("s3cr3t")));
        QCOMPARE(errorKindName(written.error().kind), u"secretStoreUnavailable"_s);
        QVERIFY(!written.error().detail.contains("s3cr3t"_L1));
        QCOMPARE(errorKindName(answerOf(store.remove(apiSecret)).error().kind), u"secretStoreUnavailable"_s);
    }

    void lockedKeyringThatNobodyOpensIsUnavailable()
    {
        if (m_situation != "locked")
            QSKIP("this situation has no locked keyring");
        KeychainSecretStore store(std::chrono::milliseconds(2000));
        const Result<> written = answerOf(store.write(apiSecret, SecretText("s3cr3t")));
        QVERIFY(!written);
        QCOMPARE(errorKindName(written.error().kind), u"secretStoreUnavailable"_s);
        qInfo().noquote() << written.error().detail;
    }

    void keychainThatNeverAnswersIsGivenUpOn()
    {
        if (m_situation != "bus-only")
            QSKIP("the bus of this situation has no room for a silent keychain");
        SilentService silent;
        QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"silent"_s);
        QVERIFY(bus.registerVirtualObject(u"/"_s, &silent, QDBusConnection::SubPath));
        QVERIFY(bus.registerService(u"org.freedesktop.secrets"_s));
        // The probe is not waited for as long as a person is.
        KeychainSecretStore patient(std::chrono::hours(1), std::chrono::milliseconds(100));
        QCOMPARE(errorKindName(answerOf(patient.read(probeOfSecretStore())).error().kind), u"secretStoreUnavailable"_s);
        const auto waiting = patient.write(apiSecret, SecretText("x"));
        QCOMPARE(errorKindName(answerOf(patient.remove(apiSecret)).error().kind), u"secretStoreUnavailable"_s);
        QVERIFY(!waiting.isFinished());
        KeychainSecretStore store(std::chrono::milliseconds(300));
        const Result<SecretText> read = answerOf(store.read(apiSecret));
        QVERIFY(!read);
        QCOMPARE(errorKindName(read.error().kind), u"secretStoreUnavailable"_s);
        QVERIFY(silent.isAsked);
        QVERIFY2(read.error().detail.contains("did not answer"_L1), qPrintable(read.error().detail));
        // QtKeychain works through its questions in turn: the ones behind are answered in time, too
        QCOMPARE(errorKindName(answerOf(store.write(apiSecret, SecretText("x"))).error().kind),
                 u"secretStoreUnavailable"_s);
        QDBusConnection::disconnectFromBus(u"silent"_s);
    }

    void aLateWriteIsUndoneByTheRemovalAskedForAfterIt()
    {
        SKIP_WITHOUT_KEYRING;
        KeychainSecretStore impatient(std::chrono::milliseconds(0));
        QVERIFY(!answerOf(impatient.write(apiSecret, SecretText("late"))));
        (void)answerOf(impatient.remove(apiSecret)); // given up on as well: both go on by themselves
        KeychainSecretStore store;
        QCOMPARE(errorKindName(answerOf(store.read(apiSecret)).error().kind), u"secretMissing"_s);
    }

    void watchdogAnswersWhereTheKeychainDoesNot()
    {
        KeychainSecretStore impatient(std::chrono::milliseconds(0));
        const Result<SecretText> read = answerOf(impatient.read(apiSecret));
        QVERIFY(!read);
        QVERIFY(read.error().kind == ErrorKind::SecretStoreUnavailable ||
                read.error().kind == ErrorKind::SecretMissing);
        if (m_hasKeyring) { // and the late answer hurts nobody
            KeychainSecretStore store;
            QCOMPARE(errorKindName(answerOf(store.read(apiSecret)).error().kind), u"secretMissing"_s);
        }
    }
};

QTEST_GUILESS_MAIN(KeychainTest)
#include "tst_keychain.moc"
