#include "app/cli/commands.h"
#include "app/cli/recordingscommand.h"
#include "app/cli/serverselection.h"

#include <QRegularExpression>
#include <QTest>

using namespace letopis;
using namespace letopis::cli;
using namespace Qt::Literals::StringLiterals;

namespace {
Parsed parsed(const QString &line)
{
    return parseCommandLine(line.split(u' ', Qt::SkipEmptyParts), allCommands());
}
} // namespace

class TestCliCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsComplete_data()
    {
        QTest::addColumn<QString>("line");
        for (const auto line : {
                 u"server list", u"--profile p server list", u"server list --profile p", u"--format=json server list",
                 u"server add uni --url https://h/ --secret-stdin",
                 u"server add uni --url http://127.0.0.1:8080/ --secret-stdin",
                 u"server add uni --url https://h/ --secret-stdin --ssh a@h:22 --ssh-password-stdin --data-root /var/bbb",
                 u"server add uni --url https://h/ --secret-stdin --proxy socks5://u@p:1080 --proxy-password-stdin",
                 u"server check uni", u"server remove uni", u"sync", u"sync uni", u"recordings",
                 u"recordings --search a --server uni --state published,gone --since 2024-01-01 --until "
                 u"2024-01-31T10:00:00Z --sort -size --limit 5 --after abc --format csv",
                 u"show 5", u"participants 5", u"timeline 5", u"inspect file", u"--secrets file sync", u"--lang ru sync"})
            QTest::newRow(qPrintable(QString::fromUtf16(line))) << QString::fromUtf16(line);
    }

    void whatIsComplete()
    {
        QFETCH(const QString, line);
        const Parsed result = parsed(line);
        if (const auto *failure = std::get_if<UsageFailure>(&result))
            QFAIL(qPrintable(failure->text));
        QVERIFY(std::holds_alternative<RunCommand>(result));
    }

    void whatIsWrongIsSaidWithTheSyntax_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("says");
        const auto row = [](const QString &line, const QString &says) { QTest::newRow(qPrintable(line)) << line << says; };
        row(u""_s, u"Which command"_s);
        row(u"fly"_s, u"fly"_s);
        row(u"server fly"_s, u"server fly"_s);
        row(u"server add"_s, u"missing"_s);
        row(u"server add uni"_s, u"--url"_s);
        row(u"server add uni --url https://h/"_s, u"--secret-stdin"_s);
        row(u"server add uni --url http://h/ --secret-stdin"_s, u"unencrypted"_s);
        row(u"server add uni --url https://h/ --secret CANARY"_s, u"secret"_s);
        row(u"server add uni --url ftp://h/ --secret-stdin"_s, u"--url"_s);
        row(u"server add uni --url https://h/ --secret-stdin --ssh-password-stdin"_s, u"--ssh"_s);
        row(u"server add uni --url https://h/ --secret-stdin --ssh a@h:99999"_s, u"user@host:port"_s);
        row(u"server add uni --url https://h/ --secret-stdin --ssh a@h --ssh-key nowhere"_s, u"no file"_s);
        row(u"server add uni --url https://h/ --secret-stdin --ca-file nowhere"_s, u"no file"_s);
        row(u"server add uni --url https://h/ --secret-stdin --data-root var"_s, u"absolute"_s);
        row(u"server add uni --url https://h/ --secret-stdin --proxy http://u:CANARY@p:1"_s, u"--proxy-password-stdin"_s);
        row(u"server add uni --url https://h/ --secret-stdin --accept-certificate any"_s, u"SHA-256"_s);
        row(u"server add uni --url https://h/ --secret-stdin --ssh a@h --accept-host-key SHA256:short"_s, u"fingerprint"_s);
        row(u"server list extra"_s, u"one argument too many"_s);
        row(u"sync a b"_s, u"one argument too many"_s);
        row(u"recordings --state sleeping"_s, u"sleeping"_s);
        row(u"recordings --sort colour"_s, u"colour"_s);
        row(u"recordings --since yesterday"_s, u"--since"_s);
        row(u"recordings --until 2024-13-01"_s, u"--until"_s);
        row(u"recordings --limit many"_s, u"--limit"_s);
        row(u"recordings --limit -1"_s, u"--limit"_s);
        row(u"server check uni --revoke-certificate any"_s, u"SHA-256"_s);
        row(u"server"_s, u"Which command"_s);
        row(u"show"_s, u"missing"_s);
        row(u"show 5 --format xml"_s, u"--format"_s);
        row(u"show 5 --secrets paper"_s, u"--secrets"_s);
        row(u"show 5 --lang de"_s, u"--lang"_s);
        row(u"show 5 --colour"_s, u"colour"_s);
    }

    void whatIsWrongIsSaidWithTheSyntax()
    {
        QFETCH(const QString, line);
        QFETCH(const QString, says);
        const Parsed result = parsed(line);
        const auto *failure = std::get_if<UsageFailure>(&result);
        QVERIFY(failure);
        QVERIFY2(failure->text.contains(says), qPrintable(failure->text));
        QVERIFY(failure->help.contains(u"letopis-cli"_s));
        QVERIFY(!failure->text.contains(u"CANARY"_s));
    }

    void noArgumentIsEmpty()
    {
        for (const CommandSpec &spec : allCommands()) {
            const QStringList words = spec.words + QStringList(qMin(spec.mostArguments, 3), QString());
            const Parsed result = parseCommandLine(words, allCommands());
            if (spec.mostArguments == 0)
                continue;
            const auto *failure = std::get_if<UsageFailure>(&result);
            QVERIFY2(failure && failure->text.contains(u"empty"_s), qPrintable(spec.words.join(u' ')));
        }
    }

    void onlySomeOptionsSaySomethingWithoutAValue()
    {
        const auto isUsage = [](const QStringList &words) { return std::holds_alternative<UsageFailure>(parseCommandLine(words, allCommands())); };
        QVERIFY(isUsage({u"person"_s, u"list"_s, u"--group"_s, QString()}));
        QVERIFY(isUsage({u"recordings"_s, u"--server="_s}));
        QVERIFY(isUsage({u"grant"_s, u"1"_s, u"--until"_s, u"2020-01-01"_s}));
        for (const QStringList &clears : {QStringList{u"person"_s, u"set"_s, u"a"_s, u"--email"_s, QString()},
                                          QStringList{u"set"_s, u"1"_s, u"--description"_s, QString()},
                                          QStringList{u"link"_s, u"policy"_s, u"--service"_s, QString()},
                                          QStringList{u"backup"_s, u"schedule"_s, u"--folder"_s, QString()},
                                          QStringList{u"outbox"_s, u"decide"_s, u"1"_s, u"title"_s, u"ours"_s, u"--seen"_s, QString()},
                                          QStringList{u"participant"_s, u"edit"_s, u"1"_s, u"a"_s, u"--note"_s, QString()}})
            QVERIFY2(!isUsage(clears), qPrintable(clears.join(u' ')));
    }

    void everyCommandExplainsItself()
    {
        for (const CommandSpec &spec : allCommands()) {
            const QString name = spec.words.join(u' ');
            for (const QString &line : {u"help "_s + name, name + u" --help"_s, name + u" -h"_s}) {
                const Parsed result = parsed(line);
                const auto *help = std::get_if<PrintText>(&result);
                QVERIFY2(help, qPrintable(line));
                QVERIFY(help->text.contains(u"letopis-cli "_s + name));
                QVERIFY(help->text.contains(spec.summary));
                for (const QCommandLineOption &option : spec.options)
                    QVERIFY(help->text.contains(u"--"_s + option.names().constLast()));
            }
        }
    }

    void theOverviewNamesEveryCommand()
    {
        for (const QString &line : {u"--help"_s, u"help"_s, u"-h"_s}) {
            const Parsed result = parsed(line);
            QVERIFY(std::holds_alternative<PrintText>(result));
            for (const CommandSpec &spec : allCommands())
                QVERIFY(std::get<PrintText>(result).text.contains(spec.words.join(u' ')));
        }
        const Parsed group = parsed(u"help server"_s);
        QVERIFY(std::get<PrintText>(group).text.contains(u"server check"_s));
        QVERIFY(std::get<PrintText>(parsed(u"server --help"_s)).text.contains(u"server add"_s));
        const Parsed alone = parsed(u"server"_s);
        QVERIFY(std::get<UsageFailure>(alone).help.contains(u"server check"_s));
        QVERIFY(!std::get<UsageFailure>(alone).help.contains(u"participants"_s));
        QVERIFY(std::holds_alternative<UsageFailure>(parsed(u"help fly"_s)));
    }

    void commonOptionsCountOnBothSidesOfTheCommand()
    {
        for (const QString &line : {u"--profile p --format json --secrets file sync"_s,
                                    u"sync --profile p --format json --secrets file"_s,
                                    u"--profile p sync --format json --secrets=file"_s}) {
            const Parsed result = parsed(line);
            QVERIFY2(std::holds_alternative<RunCommand>(result), qPrintable(line));
            const CommonOptions &common = std::get<RunCommand>(result).common;
            QCOMPARE(common.profileDirectory, u"p"_s);
            QCOMPARE(common.format, OutputFormat::Json);
            QVERIFY(common.areSecretsInFile);
        }
    }

    void onlyWhatReadsAFileNeedsNoCatalog()
    {
        const QStringList fileReaders{u"inspect"_s, u"backup verify"_s, u"backup restore"_s, u"retention verify"_s};
        for (const CommandSpec &spec : allCommands())
            QCOMPARE(spec.needsWorkspace, !fileReaders.contains(spec.words.join(u' ')));
    }

    void theListOfCommandsKeepsNamesAndSummariesApart()
    {
        const Parsed result = parseCommandLine({u"help"_s}, allCommands());
        QVERIFY(std::holds_alternative<PrintText>(result));
        const QString text = std::get<PrintText>(result).text;
        for (const CommandSpec &spec : allCommands())
            QVERIFY2(text.contains(u"  "_s + spec.words.join(u' ') + u"  "_s), qPrintable(spec.words.join(u' ')));
    }

    void aDayIsAWholeDayAndAMomentAMoment_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isEnd");
        QTest::addColumn<QString>("utc");
        QTest::newRow("since a day") << u"2024-05-31"_s << false << u"2024-05-31T00:00:00.000Z"_s;
        QTest::newRow("until a day: its end") << u"2024-05-31"_s << true << u"2024-06-01T00:00:00.000Z"_s;
        QTest::newRow("UTC") << u"2024-05-31T14:30:00Z"_s << true << u"2024-05-31T14:30:00.000Z"_s;
        QTest::newRow("offset") << u"2024-05-31T14:30:00+03:00"_s << false << u"2024-05-31T11:30:00.000Z"_s;
        QTest::newRow("no offset is UTC") << u"2024-05-31T14:30"_s << false << u"2024-05-31T14:30:00.000Z"_s;
        QTest::newRow("no date") << u"soon"_s << false << QString();
        QTest::newRow("no such day") << u"2024-02-30"_s << false << QString();
    }

    void aDayIsAWholeDayAndAMomentAMoment()
    {
        QFETCH(const QString, typed);
        QFETCH(const bool, isEnd);
        QTEST(moment(typed, isEnd).toString(Qt::ISODateWithMs), "utc");
    }

    void fingerprintsAreReadAsPrinted()
    {
        const QByteArray sha256 = QByteArray::fromHex(QByteArray("ab").repeated(32));
        QCOMPARE(certificateFingerprint(colonFingerprint(sha256)), sha256);
        QCOMPARE(certificateFingerprint(u"SHA256:"_s + colonFingerprint(sha256)), sha256);
        QCOMPARE(certificateFingerprint(QString::fromLatin1(sha256.toHex())), sha256);
        QCOMPARE(hostKeyFingerprint(opensshFingerprint(sha256)), sha256);
        for (const QString &wrong : {QString(), u"any"_s, u"AB"_s, colonFingerprint(sha256).chopped(2),
                                     colonFingerprint(sha256) + u":AB"_s, u"SHA256:"_s + QString(43, u'*')}) {
            QVERIFY(!certificateFingerprint(wrong));
            QVERIFY(!hostKeyFingerprint(wrong));
        }
    }

    void theExactNameOfAServerWins()
    {
        ConferenceServer lower;
        lower.name = u"uni"_s;
        ConferenceServer upper;
        upper.name = u"Uni"_s;
        QCOMPARE(serverNamed({lower, upper}, u"Uni"_s)->name, u"Uni"_s);
        QCOMPARE(serverNamed({lower}, u"UNI"_s)->name, u"uni"_s);
        QCOMPARE(serverNamed({lower}, u"other"_s).error().kind, ErrorKind::NotFound);
    }
};

QTEST_APPLESS_MAIN(TestCliCommandLine)
#include "tst_clicommandline.moc"
