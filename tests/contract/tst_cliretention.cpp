// letopis-cli sets when recordings go, as scripts do: nothing goes by surprise, and a plan can be reviewed as JSON.
#include "tests/contract/cliprofile.h"

#include <QTest>

using namespace letopis;
using namespace letopis::test;

class TestCliRetention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_profile.fill()); }

    void policiesAreKeptInOrder()
    {
        QCOMPARE(retention({u"zone"_s, u"UTC"_s}).code, Done);
        const CliAnswer added = retention({u"policy"_s, u"add"_s, u"Everything"_s, u"--server"_s, u"first"_s, u"--days"_s, u"30"_s});
        QVERIFY2(added.code == Done, added.err.constData());
        QCOMPARE(retention({u"policy"_s, u"add"_s, u"Algebra"_s, u"--if"_s, u"title contains algebra"_s, u"--if"_s, u"shorter-than 500"_s, u"--never"_s,
                            u"--at"_s, u"1"_s}).code, Done);
        QCOMPARE(retention({u"policy"_s, u"add"_s, u"Shared"_s, u"--folder"_s, u"/Shared"_s, u"--days"_s, u"10"_s, u"--after-view"_s, u"--keep-newest"_s, u"2"_s,
                            u"--unpublish-days"_s, u"5"_s}).code, Done);
        const QJsonArray policies = retention({u"policy"_s, u"list"_s}).array(u"policies"_s);
        QCOMPARE(policies.size(), 3);
        QCOMPARE(policies[0][u"name"].toString(), u"Algebra"_s);
        QCOMPARE(policies[0][u"conditions"].toArray(), (QJsonArray{u"title contains algebra"_s, u"shorter-than 500"_s}));
        QCOMPARE(policies[1][u"server"].toString(), u"First"_s);
        QCOMPARE(policies[2][u"folder"].toString(), u"/Shared"_s);
        QCOMPARE(policies[2][u"rule"].toObject(), (QJsonObject{{u"kind"_s, u"afterLastView"_s}, {u"days"_s, 10}, {u"keepNewest"_s, 2}, {u"unpublishDays"_s, 5}}));
        QCOMPARE(retention({u"policy"_s, u"set"_s, u"3"_s, u"--disable"_s, u"--name"_s, u"Later"_s}).array(u"policies"_s)[2][u"isEnabled"].toBool(), false);
        QCOMPARE(retention({u"policy"_s, u"remove"_s, u"3"_s}).array(u"policies"_s).size(), 2);
        QCOMPARE(retention({u"policy"_s, u"remove"_s, u"3"_s}).code, NotFound);
    }

    void nothingIsDueUntilItIsSwitchedOn()
    {
        QCOMPARE(retention({u"plan"_s}).value(u"count"_s).toInt(), 0);
        const CliAnswer simulated = retention({u"simulate"_s, u"--server"_s, u"First"_s});
        QCOMPARE(simulated.value(u"count"_s).toInt(), 3); // algebra stays
        const QJsonObject item = simulated.array(u"items"_s)[0].toObject();
        QCOMPARE(item[u"step"_s].toString(), u"trash"_s);
        QCOMPARE(item[u"policy"_s].toString(), u"Everything"_s);
        QVERIFY(item[u"dueAt"_s].toString().endsWith(u"T00:00:00.000Z"));
        const CliAnswer refused = retention({u"on"_s, u"First"_s});
        QCOMPARE(refused.code, Failed);
        QVERIFY2(refused.err.contains("--confirm 3"), refused.err.constData());
        QCOMPARE(retention({u"on"_s, u"First"_s, u"--confirm"_s, u"4"_s}).code, Failed);
        QCOMPARE(retention({u"on"_s, u"First"_s, u"--dry-run"_s}).value(u"dueNow"_s).toInt(), 3);
        QCOMPARE(retention({u"show"_s, u"First"_s}).value(u"isOn"_s).toBool(), false);
        QCOMPARE(retention({u"on"_s, u"First"_s, u"--confirm"_s, u"3"_s}).code, Done);
        QCOMPARE(retention({u"plan"_s}).value(u"count"_s).toInt(), 3);
        // The catalog was last synced years ago.
        const CliAnswer stopped = retention({u"plan"_s, u"--server"_s, u"First"_s, u"--make"_s});
        QCOMPARE(stopped.code, Failed);
        QVERIFY2(stopped.err.contains("sync first"), stopped.err.constData());
    }

    void wideningNeedsTheNumber()
    {
        const QStringList narrower{u"policy"_s, u"set"_s, u"2"_s, u"--days"_s, u"20000"_s};
        QCOMPARE(retention(narrower).code, Done);
        QCOMPARE(retention({u"plan"_s}).value(u"count"_s).toInt(), 0);
        const QStringList wider{u"policy"_s, u"set"_s, u"2"_s, u"--days"_s, u"30"_s};
        QCOMPARE(retention(wider).code, Failed);
        QCOMPARE(retention(wider + QStringList{u"--dry-run"_s}).value(u"count"_s).toInt(), 3);
        QCOMPARE(retention({u"plan"_s}).value(u"count"_s).toInt(), 0);
        QCOMPARE(retention(wider + QStringList{u"--confirm"_s, u"3"_s}).code, Done);
        QCOMPARE(retention({u"plan"_s}).value(u"count"_s).toInt(), 3);
    }

    void aRecordingTellsWhy()
    {
        const QJsonObject first = retention({u"show"_s, u"1"_s}).json();
        QCOMPARE(first[u"decision"_s][u"why"_s].toString(), u"policy"_s);
        QCOMPARE(first[u"decision"_s][u"policy"_s].toString(), u"Algebra"_s);
        QVERIFY(first[u"decision"_s][u"dueAt"_s].isNull());
        QCOMPARE(first[u"policies"_s].toArray().size(), 2);
        QVERIFY(first[u"isServerOn"_s].toBool());
        QCOMPARE(retention({u"set"_s, u"1"_s, u"--on"_s, u"2024-02-29"_s}).code, Done);
        QCOMPARE(retention({u"show"_s, u"1"_s}).json()[u"decision"_s][u"dueOn"_s].toString(), u"2024-02-29"_s);
        QCOMPARE(retention({u"plan"_s}).value(u"count"_s).toInt(), 4);
        QCOMPARE(retention({u"set"_s, u"1"_s, u"2"_s, u"--never"_s}).code, Done);
        QCOMPARE(retention({u"plan"_s}).value(u"count"_s).toInt(), 2);
        QCOMPARE(retention({u"set"_s, u"1"_s, u"2"_s, u"--policy"_s}).code, Done);
        QCOMPARE(retention({u"plan"_s}).value(u"count"_s).toInt(), 3);
    }

    void aHoldKeepsUntilItIsReleased()
    {
        QCOMPARE(retention({u"hold"_s, u"2"_s, u"3"_s, u"--reason"_s, u"Case 17"_s}).code, Done);
        const CliAnswer plan = retention({u"plan"_s});
        QCOMPARE(plan.value(u"count"_s).toInt(), 1);
        QCOMPARE(plan.value(u"held"_s).toInt(), 2);
        QCOMPARE(retention({u"show"_s, u"all"_s}).array(u"holds"_s).size(), 2);
        QCOMPARE(retention({u"show"_s, u"2"_s}).array(u"holds"_s)[0][u"reason"].toString(), u"Case 17"_s);
        QCOMPARE(retention({u"release"_s, u"2"_s}).code, Done);
        QCOMPARE(retention({u"release"_s, u"2"_s}).code, NotFound);
        QCOMPARE(retention({u"release"_s, u"3"_s, u"--hold"_s, u"99"_s}).code, NotFound);
        QCOMPARE(retention({u"release"_s, u"3"_s}).code, Done);
        QCOMPARE(retention({u"plan"_s}).value(u"count"_s).toInt(), 3);
    }

    void theSimulatorTriesOtherDays()
    {
        QCOMPARE(retention({u"simulate"_s, u"--server"_s, u"First"_s, u"--days"_s, u"36500"_s}).value(u"count"_s).toInt(), 0);
        QCOMPARE(retention({u"simulate"_s, u"--date"_s, u"2020-09-01"_s}).value(u"count"_s).toInt(), 0);
        QCOMPARE(retention({u"simulate"_s, u"--calendar"_s}).array(u"days"_s)[0][u"trashed"].toInt(), 3);
        QCOMPARE(retention({u"off"_s, u"First"_s}).array(u"servers"_s)[0][u"isOn"].toBool(), false);
        const QJsonValue changed = retention({u"parameters"_s, u"First"_s, u"--warn"_s, u"14,2"_s, u"--grace"_s, u"7"_s, u"--two-people"_s}).array(u"servers"_s)[0];
        QCOMPARE(changed[u"warningDays"].toArray(), (QJsonArray{14, 2}));
        QCOMPARE(changed[u"graceDays"].toInt(), 7);
        QVERIFY(changed[u"twoPeoplePurge"].toBool());
        QCOMPARE(retention({u"notices"_s}).array(u"notices"_s).size(), 0);
    }

    void wrongUseIsToldApart_data()
    {
        QTest::addColumn<QStringList>("words");
        for (const QStringList &words : QList<QStringList>{{u"set"_s, u"1"_s}, {u"set"_s, u"1"_s, u"--never"_s, u"--policy"_s}, {u"set"_s, u"1"_s, u"--on"_s, u"2025-02-30"_s},
                                                           {u"hold"_s, u"1"_s}, {u"plan"_s, u"--date"_s, u"soon"_s}, {u"plan"_s, u"--make"_s}, {u"on"_s, u"First"_s, u"--confirm"_s, u"all"_s},
                                                           {u"simulate"_s, u"--days"_s, u"3"_s}, {u"parameters"_s, u"First"_s, u"--warn"_s, u"1,30"_s},
                                                           {u"policy"_s, u"add"_s, u"X"_s, u"--days"_s, u"3"_s}, {u"policy"_s, u"add"_s, u"X"_s, u"--server"_s, u"First"_s},
                                                           {u"policy"_s, u"add"_s, u"X"_s, u"--if"_s, u"title is"_s, u"--days"_s, u"3"_s},
                                                           {u"policy"_s, u"add"_s, u"X"_s, u"--server"_s, u"First"_s, u"--days"_s, u"3"_s, u"--unpublish-days"_s, u"9"_s}})
            QTest::newRow(qPrintable(words.join(u' '))) << words;
    }

    void wrongUseIsToldApart()
    {
        QFETCH(const QStringList, words);
        const CliAnswer answer = retention(words);
        QVERIFY2(answer.code == Usage && !answer.err.isEmpty(), answer.err.constData());
    }

private:
    CliAnswer retention(const QStringList &words) { return m_profile.cli(QStringList{u"retention"_s} + words); }

    CliProfile m_profile;
};

QTEST_GUILESS_MAIN(TestCliRetention)
#include "tst_cliretention.moc"
