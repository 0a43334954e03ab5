#include "core/base/secrettext.h"

#include <QDebug>
#include <QTest>

#include <cstring>

using namespace letopis;

// Where the C library lets us look at memory in the moment it is given back.
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#    define CAN_WATCH_FREE
#endif

namespace {
constexpr char canary[] = "correct horse battery staple 0123456789";
constexpr size_t length = sizeof canary - 1;

template<typename T>
concept Printable = requires(QDebug debug, const T &value) { debug << value; };
} // namespace

#ifdef CAN_WATCH_FREE
namespace {
const char *watched = nullptr;
bool wasFreed = false;
bool wasWiped = false;
} // namespace

extern "C" void __libc_free(void *memory); // NOLINT: glibc's own name

extern "C" void free(void *memory)
{
    // The buffer begins a small header before its bytes.
    if (watched && memory && watched > memory && watched - static_cast<char *>(memory) <= 32) {
        wasFreed = true;
        wasWiped = std::memchr(watched, 'c', length) == nullptr && watched[0] == 0 && watched[length - 1] == 0;
        watched = nullptr;
    }
    __libc_free(memory);
}
#endif

class TestSecretText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
#ifdef CAN_WATCH_FREE
        watched = nullptr;
        wasFreed = wasWiped = false;
#endif
    }

    void theBufferIsWipedBeforeItsMemoryIsGivenBack_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"destroyed", "assigned over", "moved over"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }

    void theBufferIsWipedBeforeItsMemoryIsGivenBack()
    {
#ifdef CAN_WATCH_FREE
        QFETCH(const QString, how);
        auto secret = std::make_unique<SecretText>(QByteArray(canary, length));
        watched = secret->reveal().constData();
        const SecretText other{QByteArray("other")};
        if (how == QLatin1StringView("destroyed"))
            secret.reset();
        else if (how == QLatin1StringView("assigned over"))
            *secret = other;
        else
            *secret = SecretText(QByteArray("another"));
        QVERIFY(wasFreed);
        QVERIFY(wasWiped);
#else
        QSKIP("Memory can be watched in the moment it is freed only with glibc and without sanitizers.");
#endif
    }

    void aCopyOutlivesTheOriginal()
    {
        auto original = std::make_unique<SecretText>(QByteArray(canary, length));
        const SecretText copy = *original;
        original.reset();
        QCOMPARE(copy.reveal(), QByteArray(canary));
    }

    void assignmentToItselfKeepsIt()
    {
        SecretText secret{QByteArray(canary)};
        SecretText &same = secret;
        secret = same;
        QCOMPARE(secret.reveal(), QByteArray(canary));
    }

    void comparisonLooksAtTheBytes()
    {
        QVERIFY(SecretText{QByteArray("a")} == SecretText{QByteArray("a")});
        QVERIFY(!(SecretText{QByteArray("a")} == SecretText{QByteArray("b")}));
        QVERIFY(SecretText{}.isEmpty());
    }

    void itCannotBePrintedOrConverted()
    {
        QVERIFY(Printable<QByteArray>);
        QVERIFY(!Printable<SecretText>);
        QVERIFY((!std::is_convertible_v<SecretText, QByteArray>));
        QVERIFY((!std::is_convertible_v<SecretText, QString>));
        QVERIFY((!std::is_convertible_v<QByteArray, SecretText>));
    }
};

QTEST_APPLESS_MAIN(TestSecretText)
#include "tst_secrettext.moc"
