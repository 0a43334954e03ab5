#include "app/desktop/commandline.h"

#include <QCommandLineParser>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<Theme> themeNamed(const QString &name)
{
    if (name == u"system"_s)
        return Theme::System;
    if (name == u"light"_s)
        return Theme::Light;
    return name == u"dark"_s ? std::optional(Theme::Dark) : std::nullopt;
}

} // namespace

DesktopCommandLine parseDesktopCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("Desktop", "Letopis keeps a catalog of your conference recordings."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption profile(
        u"profile"_s, QCoreApplication::translate("Desktop", "Use the profile in this directory."), u"directory"_s);
    const QCommandLineOption secrets(
        u"secrets"_s,
        QCoreApplication::translate("Desktop", "Keep secrets in the desktop's keychain, or in a file of the profile."),
        u"keychain|file"_s);
    const QCommandLineOption language(u"lang"_s, QCoreApplication::translate("Desktop", "Interface language: ru or en."),
                                      u"language"_s);
    const QCommandLineOption screenshots(
        u"screenshots"_s,
        QCoreApplication::translate("Desktop", "Save pictures of the main windows in this directory, then end."),
        u"directory"_s);
    const QCommandLineOption theme(u"theme"_s, QCoreApplication::translate("Desktop", "Colours: system, light or dark."),
                                   u"theme"_s);
    parser.addOptions({profile, secrets, language, screenshots, theme});

    DesktopCommandLine line;
    if (!parser.parse(arguments))
        line.problem = parser.errorText();
    line.isHelpWanted = parser.isSet(help);
    line.isVersionWanted = parser.isSet(version);
    line.help = parser.helpText();
    if (parser.isSet(profile))
        line.application.profileDirectory = parser.value(profile);
    if (parser.value(secrets) == u"file"_s)
        line.application.secrets = SecretsKind::File;
    else if (parser.value(secrets) == u"keychain"_s)
        line.application.secrets = SecretsKind::Keychain;
    else if (parser.isSet(secrets))
        line.problem = QCoreApplication::translate("Desktop", "--secrets is keychain or file.");
    line.language = parser.value(language);
    line.theme = themeNamed(parser.value(theme));
    if (parser.isSet(theme) && !line.theme)
        line.problem = QCoreApplication::translate("Desktop", "--theme is system, light or dark.");
    line.screenshotsDirectory = parser.value(screenshots);
    line.application.hasBackgroundSync = line.screenshotsDirectory.isEmpty();
    return line;
}

} // namespace letopis
