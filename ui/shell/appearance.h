#pragma once

#include <QObject>
#include <QPalette>

#include <functional>
#include <optional>

class QMenu;

namespace letopis {

class Settings;

enum class Theme { System, Light, Dark };

Theme chosenTheme(const Settings &settings);
void chooseTheme(Settings &settings, Theme theme);

// The program's own palettes, for where the system's is not wanted.
QPalette lightPalette();
QPalette darkPalette();

// Gives the application the chosen theme, at once and after each change of the setting. `fixed` overrules the setting.
class Appearance final : public QObject
{
    Q_OBJECT

public:
    explicit Appearance(Settings &settings, std::optional<Theme> fixed = {}, QObject *parent = nullptr);

private:
    void apply(Theme theme);

    const QString m_systemStyle;
};

// View › Theme and View › Language. `restartNeeded` comes after another language was chosen.
void addThemeMenu(QMenu &view, Settings &settings);
void addLanguageMenu(QMenu &view, Settings &settings, std::function<void()> restartNeeded);

} // namespace letopis
