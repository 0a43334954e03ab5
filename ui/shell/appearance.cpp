#include "ui/shell/appearance.h"

#include "core/settings/settings.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QStyle>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct AppearanceTr
{
    Q_DECLARE_TR_FUNCTIONS(AppearanceMenu)
};

QAction *addChoice(QMenu *menu, QActionGroup *group, const QString &text, const QString &name, bool isChosen)
{
    QAction *action = menu->addAction(text);
    action->setObjectName(name);
    action->setCheckable(true);
    action->setActionGroup(group);
    action->setChecked(isChosen);
    return action;
}

} // namespace

Theme chosenTheme(const Settings &settings)
{
    if (settings.value(settings::themeFollowsSystem))
        return Theme::System;
    return settings.value(settings::darkTheme) ? Theme::Dark : Theme::Light;
}

void chooseTheme(Settings &settings, Theme theme)
{
    if (theme != Theme::System)
        settings.setValue(settings::darkTheme, theme == Theme::Dark);
    settings.setValue(settings::themeFollowsSystem, theme == Theme::System);
}

QPalette lightPalette()
{
    QPalette palette(QColor(239, 239, 239));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(247, 247, 247));
    palette.setColor(QPalette::PlaceholderText, QColor(105, 105, 105));
    palette.setColor(QPalette::Highlight, QColor(31, 101, 171));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0, 87, 174));
    return palette;
}

QPalette darkPalette()
{
    QPalette palette(QColor(45, 45, 48));
    palette.setColor(QPalette::Window, QColor(45, 45, 48));
    palette.setColor(QPalette::Base, QColor(30, 30, 32));
    palette.setColor(QPalette::AlternateBase, QColor(38, 38, 41));
    palette.setColor(QPalette::Button, QColor(58, 58, 62));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, QColor(232, 232, 232));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(140, 140, 140));
    palette.setColor(QPalette::ToolTipBase, QColor(38, 38, 41));
    palette.setColor(QPalette::PlaceholderText, QColor(160, 160, 160));
    palette.setColor(QPalette::Highlight, QColor(52, 113, 188));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(110, 170, 240));
    return palette;
}

Appearance::Appearance(Settings &settings, std::optional<Theme> fixed, QObject *parent)
    : QObject(parent), m_systemStyle(QApplication::style()->name())
{
    apply(fixed.value_or(chosenTheme(settings)));
    if (fixed)
        return;
    const auto follow = [this, &settings](bool) { apply(chosenTheme(settings)); };
    settings.onChanged(settings::themeFollowsSystem, this, follow);
    settings.onChanged(settings::darkTheme, this, follow);
}

void Appearance::apply(Theme theme)
{
    // Native styles paint with the system's colours whatever the palette says; Fusion does as it is told.
    const QString style = theme == Theme::System ? m_systemStyle : u"fusion"_s;
    if (QApplication::style()->name() != style)
        QApplication::setStyle(style);
    switch (theme) {
    case Theme::System: QApplication::setPalette(QPalette()); break;
    case Theme::Light: QApplication::setPalette(lightPalette()); break;
    case Theme::Dark: QApplication::setPalette(darkPalette()); break;
    }
}

void addThemeMenu(QMenu &view, Settings &settings)
{
    QMenu *menu = view.addMenu(AppearanceTr::tr("&Theme"));
    auto *group = new QActionGroup(menu);
    const auto add = [&](Theme theme, const QString &text, const QString &name) {
        QAction *action = addChoice(menu, group, text, name, chosenTheme(settings) == theme);
        QObject::connect(action, &QAction::triggered, menu, [&settings, theme] { chooseTheme(settings, theme); });
    };
    add(Theme::System, AppearanceTr::tr("As the &system"), u"themeSystem"_s);
    add(Theme::Light, AppearanceTr::tr("&Light"), u"themeLight"_s);
    add(Theme::Dark, AppearanceTr::tr("&Dark"), u"themeDark"_s);
}

void addLanguageMenu(QMenu &view, Settings &settings, std::function<void()> restartNeeded)
{
    QMenu *menu = view.addMenu(AppearanceTr::tr("&Language"));
    auto *group = new QActionGroup(menu);
    const QString chosen = settings.value(settings::language);
    const auto add = [&](const QString &code, const QString &text, const QString &name) {
        QAction *action = addChoice(menu, group, text, name, chosen == code);
        QObject::connect(action, &QAction::triggered, menu, [&settings, code, restartNeeded] {
            if (settings.value(settings::language) == code)
                return;
            settings.setValue(settings::language, code);
            restartNeeded();
        });
    };
    add({}, AppearanceTr::tr("As the &system"), u"languageSystem"_s);
    // Each in its own language: who cannot read the present one must find theirs.
    add(u"ru"_s, u"Русский"_s, u"languageRussian"_s);
    add(u"en"_s, u"English"_s, u"languageEnglish"_s);
}

} // namespace letopis
