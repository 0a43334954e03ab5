#include "core/access/accesslink.h"

#include <QSet>
#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(letopis::LinkDraft)
Q_DECLARE_METATYPE(letopis::LinkPolicy)

namespace {
constexpr qint64 now = 1'800'000'000'000;
constexpr qint64 day = 86'400'000;

LinkDraft draft(qint64 expiresAtMs, const QByteArray &password = {})
{
    LinkDraft one;
    one.recording = RecordingId{1};
    one.expiresAtMs = expiresAtMs;
    if (!password.isNull())
        one.password = SecretText(password);
    return one;
}
} // namespace

class TestAccessLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draftsAreHeldToThePolicy_data()
    {
        QTest::addColumn<LinkDraft>("link");
        QTest::addColumn<LinkPolicy>("policy");
        QTest::addColumn<QList<LinkProblem>>("problems");
        const LinkPolicy usual;
        LinkPolicy endless = usual;
        endless.maxDays = 0;
        LinkPolicy strict = usual;
        strict.needsPassword = true;
        QTest::newRow("as usual") << draft(usualExpiry(usual, now)) << usual << QList<LinkProblem>{};
        QTest::newRow("without end") << draft(0) << usual << QList{LinkProblem::ExpiryMissing};
        QTest::newRow("without end, allowed") << draft(0) << endless << QList<LinkProblem>{};
        QTest::newRow("the last moment") << draft(now + 365 * day) << usual << QList<LinkProblem>{};
        QTest::newRow("a moment more") << draft(now + 365 * day + 1) << usual << QList{LinkProblem::ExpiryTooLate};
        QTest::newRow("ages, allowed") << draft(now + 9999 * day) << endless << QList<LinkProblem>{};
        QTest::newRow("over already") << draft(now) << endless << QList{LinkProblem::ExpiryPast};
        QTest::newRow("negative") << draft(-1) << endless << QList{LinkProblem::ExpiryPast};
        QTest::newRow("no password") << draft(now + 1) << strict << QList{LinkProblem::PasswordMissing};
        QTest::newRow("an empty password") << draft(now + 1, ""_ba) << usual << QList{LinkProblem::PasswordTooShort};
        QTest::newRow("seven letters") << draft(now + 1, "пароль7"_ba) << strict << QList{LinkProblem::PasswordTooShort};
        QTest::newRow("eight letters") << draft(now + 1, "пароль78"_ba) << strict << QList<LinkProblem>{};
        QTest::newRow("a long one") << draft(now + 1, QByteArray(256, 'x')) << strict << QList<LinkProblem>{};
        QTest::newRow("too long a one") << draft(now + 1, QByteArray(257, 'x')) << strict << QList{LinkProblem::PasswordTooLong};
        LinkDraft labelled = draft(now + 1);
        labelled.label = QString(maxLinkLabel + 1, u'x');
        labelled.maxUses = -1;
        QTest::newRow("label and uses") << labelled << usual << QList{LinkProblem::LabelTooLong, LinkProblem::UsesOutOfRange};
    }

    void draftsAreHeldToThePolicy()
    {
        QFETCH(LinkDraft, link);
        QFETCH(LinkPolicy, policy);
        QFETCH(QList<LinkProblem>, problems);
        QCOMPARE(problemsIn(link, policy, now), problems);
    }

    void aPolicyMakesSense_data()
    {
        using enum LinkPolicyProblem;
        QTest::addColumn<LinkPolicy>("policy");
        QTest::addColumn<QList<LinkPolicyProblem>>("problems");
        const auto days = [](int usual, int most) {
            return LinkPolicy{.defaultDays = usual, .maxDays = most, .needsPassword = false, .allowsDownload = true, .serviceAddress = {}};
        };
        const auto at = [](const QString &address) {
            LinkPolicy policy;
            policy.serviceAddress = address;
            return policy;
        };
        QTest::newRow("usual") << LinkPolicy() << QList<LinkPolicyProblem>{};
        QTest::newRow("without end") << days(0, 0) << QList<LinkPolicyProblem>{};
        QTest::newRow("usually longer than allowed") << days(31, 30) << QList{UsualBeyondMost};
        QTest::newRow("usually without end, not allowed") << days(0, 30) << QList{UsualBeyondMost};
        QTest::newRow("negative") << days(-1, 30) << QList{DaysOutOfRange};
        QTest::newRow("ages") << days(30, 99999) << QList{DaysOutOfRange};
        QTest::newRow("https") << at(u"https://letopis.example/share/"_s) << QList<LinkPolicyProblem>{};
        for (const QString &address : {u"http://letopis.example"_s, u"javascript:alert(1)"_s, u"letopis.example"_s, u"https://"_s,
                                       u"https://user:secret@letopis.example"_s, u"https://letopis.example/?a=b"_s})
            QTest::newRow(qPrintable(address)) << at(address) << QList{AddressNotHttps};
    }

    void aPolicyMakesSense()
    {
        QFETCH(LinkPolicy, policy);
        QFETCH(QList<LinkPolicyProblem>, problems);
        QCOMPARE(problemsIn(policy), problems);
    }

    void aLinkEndsInEachOfItsWays()
    {
        AccessLink link;
        QCOMPARE(link.stateAt(now), AccessLink::State::Active);
        link.expiresAtMs = now + 1;
        QCOMPARE(link.stateAt(now), AccessLink::State::Active);
        QCOMPARE(link.stateAt(now + 1), AccessLink::State::Expired);
        link.maxUses = 2;
        link.useCount = 1;
        QCOMPARE(link.stateAt(now), AccessLink::State::Active);
        link.useCount = 2;
        QCOMPARE(link.stateAt(now), AccessLink::State::UsedUp);
        link.revokedAtMs = now - 5;
        QCOMPARE(link.stateAt(now), AccessLink::State::Revoked);
    }

    void onlyTheRightPasswordOpens()
    {
        AccessLink link;
        QCOMPARE(linkRefusal(nullptr, true, now), LinkRefusal::Unknown);
        QCOMPARE(linkRefusal(&link, {}, now), std::nullopt);
        QCOMPARE(linkRefusal(&link, false, now), std::nullopt); // one that nobody asked for
        link.hasPassword = true;
        QCOMPARE(linkRefusal(&link, {}, now), LinkRefusal::PasswordMissing);
        QCOMPARE(linkRefusal(&link, false, now), LinkRefusal::PasswordWrong);
        QCOMPARE(linkRefusal(&link, true, now), std::nullopt);
        link.revokedAtMs = 1;
        QCOMPARE(linkRefusal(&link, true, now), LinkRefusal::Revoked);
    }

    void tokensAre256RandomBits()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < 1000; ++i) {
            const Result<LinkToken> token = LinkToken::create();
            QVERIFY(token);
            const QByteArray &text = token.value().text.reveal();
            QCOMPARE(text.size(), 43);
            QCOMPARE(QByteArray::fromBase64(text, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors).size(), 32);
            QCOMPARE(linkTokenHash(QString::fromLatin1(text)), token.value().sha256);
            QVERIFY(!text.contains('+') && !text.contains('/') && !text.contains('='));
            seen += text;
        }
        QCOMPARE(seen.size(), 1000);
    }

    void passwordsAreHashedByArgon2id()
    {
        const Result<QString> hash = hashLinkPassword(SecretText("Пароль-й"_ba)); // й of one character
        QVERIFY(hash);
        QVERIFY2(hash.value().startsWith(u"$argon2id$v=19$m=65536,t=2,p=1$"), qPrintable(hash.value()));
        QVERIFY(isLinkPassword(hash.value(), SecretText(u"Пароль-и\u0306"_s.toUtf8()))); // of two, as another system types it
        QVERIFY(!isLinkPassword(hash.value(), SecretText("Пароль-и"_ba)));
        QVERIFY(!isLinkPassword({}, SecretText("Пароль-й"_ba)));
        QVERIFY(!isLinkPassword(u"damaged"_s, SecretText("Пароль-й"_ba)));
        QVERIFY(hashLinkPassword(SecretText("Пароль-й"_ba)).value() != hash.value()); // salted
    }
};

QTEST_GUILESS_MAIN(TestAccessLink)
#include "tst_accesslink.moc"
