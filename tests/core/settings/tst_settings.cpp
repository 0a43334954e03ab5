#include "core/settings/settings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

class SettingsTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;

    bool put(const QByteArray &content) const
    {
        QFile file(m_path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
        m_path = m_dir->filePath(u"letopis.ini"_s);
    }

    void newProfileHasTheDefaultsAndNoFile()
    {
        Settings profile(m_path);
        QCOMPARE(profile.value(settings::defaultSyncIntervalMinutes), 15);
        QCOMPARE(profile.value(settings::playerRate), 1.0);
        QCOMPARE(profile.value(settings::notificationsEnabled), true);
        QCOMPARE(profile.value(settings::language), QString());
        QCOMPARE(profile.value(settings::mainWindowGeometry), QByteArray());
        QVERIFY(profile.save());
        QVERIFY(!QFile::exists(m_path));
    }

    void everyTypeSurvivesARestart()
    {
        const QByteArray geometry("\x01\xd9\x00\xff binary", 11);
        {
            Settings profile(m_path);
            profile.setValue(settings::defaultSyncIntervalMinutes, 60);
            profile.setValue(settings::playerRate, 1.75);
            profile.setValue(settings::notificationsEnabled, false);
            profile.setValue(settings::language, u"ru"_s);
            profile.setValue(settings::recordingsHeader, geometry);
        }
        const Settings profile(m_path);
        QCOMPARE(profile.value(settings::defaultSyncIntervalMinutes), 60);
        QCOMPARE(profile.value(settings::playerRate), 1.75);
        QCOMPARE(profile.value(settings::notificationsEnabled), false);
        QCOMPARE(profile.value(settings::language), u"ru"_s);
        QCOMPARE(profile.value(settings::recordingsHeader), geometry);
    }

    void changesAreToldOnce()
    {
        Settings profile(m_path);
        QSignalSpy changed(&profile, &Settings::changed);
        QList<int> volumes;
        auto context = std::make_unique<QObject>();
        profile.onChanged(settings::playerVolumePercent, context.get(), [&](int percent) { volumes.append(percent); });
        profile.setValue(settings::playerVolumePercent, 30);
        profile.setValue(settings::playerVolumePercent, 30);
        profile.setValue(settings::playerMuted, true);
        QCOMPARE(changed.count(), 2);
        profile.reset(settings::playerVolumePercent);
        profile.reset(settings::playerVolumePercent);
        QCOMPARE(changed.count(), 3);
        QCOMPARE(volumes, (QList<int>{30, 80}));
        context.reset();
        profile.setValue(settings::playerVolumePercent, 10);
        QCOMPARE(volumes.size(), 2);
    }

    void rubbishInTheFileIsReadAsSomethingSane_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("interval");
        QTest::addColumn<double>("rate");
        QTest::addColumn<bool>("notifications");
        QTest::newRow("text") << QByteArray("[sync]\ndefaultIntervalMinutes=often\n[player]\nrate=fast\n[interface]\n"
                                            "notifications=perhaps\n")
                              << 15 << 1.0 << true;
        QTest::newRow("too large") << QByteArray("[sync]\ndefaultIntervalMinutes=99999999999\n[player]\nrate=1e300\n")
                                   << 10080 << 3.0 << true;
        QTest::newRow("too small") << QByteArray("[sync]\ndefaultIntervalMinutes=-1\n[player]\nrate=-7\n") << 0 << 0.5
                                   << true;
        QTest::newRow("no numbers") << QByteArray("[sync]\ndefaultIntervalMinutes=nan\n[player]\nrate=inf\n") << 15
                                    << 1.0 << true;
        QTest::newRow("list") << QByteArray("[sync]\ndefaultIntervalMinutes=1, 2\n[player]\nrate=1, 2\n[interface]\n"
                                            "notifications=true, false\n")
                              << 15 << 1.0 << true;
        QTest::newRow("hostile") << QByteArray("[player]\nrate=@Variant(\\0\\0\\0\\x7f\\0\\0)\n[interface]\n"
                                               "notifications=@Invalid()\n")
                                 << 15 << 1.0 << true;
        QTest::newRow("off") << QByteArray("[interface]\nnotifications=false\n") << 15 << 1.0 << false;
    }
    void rubbishInTheFileIsReadAsSomethingSane()
    {
        QFETCH(const QByteArray, line);
        QVERIFY(put(line));
        const Settings profile(m_path);
        QTEST(profile.value(settings::defaultSyncIntervalMinutes), "interval");
        QTEST(profile.value(settings::playerRate), "rate");
        QTEST(profile.value(settings::notificationsEnabled), "notifications");
    }

    void renamedKeyIsMovedOnce()
    {
        constexpr RenamedKey renamed[]{{"old/volume"_L1, settings::playerVolumePercent.name},
                                       {"older/volume"_L1, settings::playerVolumePercent.name}};
        QVERIFY(put("[old]\nvolume=33\n[older]\nvolume=44\n"));
        {
            const Settings profile(m_path, renamed);
            QCOMPARE(profile.value(settings::playerVolumePercent), 33);
        }
        const QSettings file(m_path, QSettings::IniFormat);
        QCOMPARE(file.allKeys(), QStringList{u"player/volumePercent"_s});
    }

    void newKeyWinsOverTheOldName()
    {
        constexpr RenamedKey renamed[]{{"old/volume"_L1, settings::playerVolumePercent.name}};
        QVERIFY(put("[old]\nvolume=33\n[player]\nvolumePercent=55\n"));
        const Settings profile(m_path, renamed);
        QCOMPARE(profile.value(settings::playerVolumePercent), 55);
    }

    void fileThatCannotBeWrittenIsSaidSo()
    {
        Settings profile(m_dir->filePath(u"letopis.ini/below-a-file.ini"_s));
        QVERIFY(put("[player]\n"));
        profile.setValue(settings::playerMuted, true);
        QVERIFY(!profile.save());
    }
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
