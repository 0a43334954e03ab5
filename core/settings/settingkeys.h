#pragma once

#include <QByteArray>
#include <QString>

#include <type_traits>

namespace letopis {

// One setting: its name in the file, the value where the file has none and, for numbers, the bounds that a value read
// from the file is brought into. Texts and byte arrays are empty by default.
template <typename T>
struct SettingKey
{
    QLatin1StringView name;
};

template <typename T>
requires std::is_arithmetic_v<T>
struct SettingKey<T>
{
    QLatin1StringView name;
    T fallback{};
    T least{}; // least == most: no bounds
    T most{};
};

// Every setting of the profile. Secrets are never among them: those live in the SecretStore.
namespace settings {

using namespace Qt::Literals::StringLiterals;

// Windows, as QWidget::saveGeometry() and the like give them.
inline constexpr SettingKey<QByteArray> mainWindowGeometry{"window/geometry"_L1};
inline constexpr SettingKey<QByteArray> mainWindowState{"window/state"_L1};
inline constexpr SettingKey<QByteArray> catalogSplitter{"catalog/splitter"_L1};
inline constexpr SettingKey<QByteArray> recordingsHeader{"catalog/recordingsHeader"_L1}; // QHeaderView::saveState()
inline constexpr SettingKey<QByteArray> participantsHeader{"catalog/participantsHeader"_L1}; // the same, of its participants
inline constexpr SettingKey<bool> withFoldersBelow{"catalog/withFoldersBelow"_L1, true}; // of the folder that is shown
inline constexpr SettingKey<QString> folderPane{"catalog/folderPane"_L1}; // "shown", "hidden"; else shown where there are folders
inline constexpr SettingKey<QByteArray> playerGeometry{"player/geometry"_L1};

inline constexpr SettingKey<QString> language{"interface/language"_L1}; // "ru", "en"; empty: the system's
inline constexpr SettingKey<bool> themeFollowsSystem{"interface/themeFollowsSystem"_L1, true};
inline constexpr SettingKey<bool> darkTheme{"interface/darkTheme"_L1, false}; // where it does not follow the system
inline constexpr SettingKey<bool> notificationsEnabled{"interface/notifications"_L1, true};

inline constexpr SettingKey<int> defaultSyncIntervalMinutes{"sync/defaultIntervalMinutes"_L1, 15, 0, 7 * 24 * 60};

inline constexpr SettingKey<int> playerVolumePercent{"player/volumePercent"_L1, 80, 0, 100};
inline constexpr SettingKey<bool> playerMuted{"player/muted"_L1, false};
inline constexpr SettingKey<double> playerRate{"player/rate"_L1, 1.0, 0.5, 3.0};
inline constexpr SettingKey<QByteArray> playerPositions{
    "player/positions"_L1}; // JSON, the newest 200: ui/player/positions.h

// Backups of the catalog: core/backup/backupschedule.h. The passphrase is in the SecretStore.
inline constexpr SettingKey<QString> backupInterval{"backup/interval"_L1}; // "daily", "weekly"; else off
inline constexpr SettingKey<QString> backupFolder{"backup/folder"_L1};     // empty: none
inline constexpr SettingKey<QString> backupServer{"backup/server"_L1};     // a server's uuid; empty: none
inline constexpr SettingKey<bool> backupIsEncrypted{"backup/isEncrypted"_L1, true};
inline constexpr SettingKey<int> backupsKept{"backup/keep"_L1, 14, 1, 1000}; // at each destination
inline constexpr SettingKey<qint64> lastBackupAtMs{"backup/lastAtMs"_L1, 0}; // epoch, UTC, of the plan's last one that succeeded
inline constexpr SettingKey<QByteArray> lastBackupMade{"backup/lastMade"_L1}; // JSON: the last one of any kind, and where it is

// Where Letopis keeps materials on the servers, an absolute path there; empty: <data root>/letopis. Read at start.
inline constexpr SettingKey<QString> materialsRoot{"materials/root"_L1};

// Where this profile keeps its secrets: "keychain" or "file"; empty: not chosen yet. The choice, never a secret.
inline constexpr SettingKey<QString> secretStoreKind{"secrets/store"_L1};

} // namespace settings

} // namespace letopis
