#include "ui/text/materialtext.h"

#include "ui/text/dates.h"
#include "ui/text/quantities.h"

#include <QCoreApplication>
#include <QMimeDatabase>
#include <QSet>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct MaterialTr
{
    Q_DECLARE_TR_FUNCTIONS(MaterialText)
};

bool isHidden(QChar c)
{
    const char16_t code = c.unicode();
    const bool turnsDirection = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E
        || code == 0x200F || code == 0x061C;
    return turnsDirection || code == 0x200B || code == 0xFEFF || c.category() == QChar::Other_Control;
}

// Endings that Windows, Linux desktops or macOS run, or that start something else when opened.
const QSet<QString> &programEndings()
{
    static const QSet<QString> endings{
        u"exe"_s, u"com"_s, u"bat"_s, u"cmd"_s, u"msi"_s, u"msp"_s, u"msix"_s, u"appx"_s, u"scr"_s, u"pif"_s, u"cpl"_s,
        u"hta"_s, u"js"_s, u"jse"_s, u"mjs"_s, u"vbs"_s, u"vbe"_s, u"wsf"_s, u"wsh"_s, u"ps1"_s, u"psm1"_s, u"reg"_s,
        u"lnk"_s, u"url"_s, u"scf"_s, u"inf"_s, u"chm"_s, u"dll"_s, u"gadget"_s, u"iso"_s, u"img"_s, u"vhd"_s, u"vhdx"_s,
        u"settingcontent-ms"_s, u"application"_s, u"appref-ms"_s, u"desktop"_s, u"sh"_s, u"bash"_s, u"zsh"_s, u"csh"_s,
        u"ksh"_s, u"fish"_s, u"run"_s, u"bin"_s, u"appimage"_s, u"flatpakref"_s, u"snap"_s, u"deb"_s, u"rpm"_s, u"jar"_s,
        u"jnlp"_s, u"py"_s, u"pyw"_s, u"pyz"_s, u"pl"_s, u"rb"_s, u"php"_s, u"lua"_s, u"tcl"_s, u"app"_s, u"command"_s,
        u"dmg"_s, u"pkg"_s, u"mpkg"_s, u"workflow"_s, u"scpt"_s, u"terminal"_s, u"webloc"_s, u"apk"_s,
        u"docm"_s, u"dotm"_s, u"xlsm"_s, u"xltm"_s, u"xlam"_s, u"pptm"_s, u"potm"_s, u"ppsm"_s, u"htm"_s, u"html"_s,
        u"xhtml"_s, u"svg"_s, u"mht"_s, u"mhtml"_s};
    return endings;
}

QString endingOf(const QString &name)
{
    QString shown = shownName(name);
    while (shown.endsWith(u' ') || shown.endsWith(u'.'))
        shown.chop(1); // Windows does not see them
    const qsizetype dot = shown.lastIndexOf(u'.');
    return dot < 0 ? QString() : shown.mid(dot + 1).trimmed().toLower();
}

} // namespace

QString shownName(const QString &name)
{
    QString shown;
    shown.reserve(name.size());
    for (const QChar c : name) {
        if (!isHidden(c))
            shown += c;
        else if (c == u'\n' || c == u'\t')
            shown += u' ';
    }
    return shown.trimmed().isEmpty() ? MaterialTr::tr("Unnamed file") : shown;
}

QString quotedName(const QString &name)
{
    constexpr qsizetype longest = 120;
    QString shown = shownName(name);
    if (shown.size() > longest)
        shown = shown.left(longest / 2) + u'…' + shown.right(longest / 4);
    return QChar(0x2068) + shown + QChar(0x2069);
}

MaterialState materialState(const Material &material)
{
    const MaterialVersion &newest = material.newest();
    if (material.isTrashed)
        return MaterialState::Trashed;
    if (!material.problem.isEmpty())
        return MaterialState::Problem;
    if (material.isWaiting)
        return MaterialState::Waiting;
    if (!newest.localFile.isEmpty())
        return MaterialState::Offline;
    return newest.isOnServer ? MaterialState::OnServer : MaterialState::Elsewhere;
}

QString materialStateText(const Material &material)
{
    switch (materialState(material)) {
    //: %1 is a date
    case MaterialState::Trashed: return MaterialTr::tr("In the trash since %1").arg(absoluteDate(material.trashedAt));
    //: %1 is the reason, in English
    case MaterialState::Problem:
        return (material.isWaiting ? MaterialTr::tr("Not on the server yet: %1") : MaterialTr::tr("Missing on the server: %1"))
            .arg(material.problem.simplified().left(300));
    case MaterialState::Waiting:
        return material.newest().isOnServer ? MaterialTr::tr("Change waiting for the server")
                                            : MaterialTr::tr("Waiting to be uploaded");
    case MaterialState::Offline:
    case MaterialState::OnServer:
    case MaterialState::Elsewhere: return versionStateText(material.newest());
    }
    return {};
}

QString versionStateText(const MaterialVersion &version)
{
    if (version.localFile.isEmpty())
        return version.isOnServer ? MaterialTr::tr("On the server") : MaterialTr::tr("On another computer");
    return version.isOnServer ? MaterialTr::tr("On the server, available offline") : MaterialTr::tr("On this computer only");
}

QString materialFacts(const Material &material, const QDateTime &nowUtc, const QLocale &locale)
{
    const MaterialVersion &newest = material.newest();
    const QString facts = versionFacts(newest, nowUtc, locale);
    if (newest.number < 2)
        return facts;
    //: Size, then the version's number
    return MaterialTr::tr("Version %1").arg(newest.number) + u" · "_s + facts;
}

QString versionFacts(const MaterialVersion &version, const QDateTime &nowUtc, const QLocale &locale)
{
    QStringList parts{sizeText(version.sizeBytes, locale)};
    if (!version.addedBy.isEmpty())
        parts << shownName(version.addedBy).left(60);
    if (version.addedAt.isValid())
        parts << relativeDate(version.addedAt, nowUtc, locale);
    return parts.join(u" · "_s);
}

QString filesCount(qint64 count)
{
    return MaterialTr::tr("%n file(s)", nullptr, static_cast<int>(count));
}

bool isProgram(const MaterialVersion &version)
{
    if (programEndings().contains(endingOf(version.fileName)))
        return true;
    const QMimeType type = QMimeDatabase().mimeTypeForName(version.mimeType);
    for (const QString &runs : {u"application/x-executable"_s, u"application/x-shellscript"_s, u"application/x-desktop"_s,
                                u"application/x-ms-dos-executable"_s, u"application/x-sharedlib"_s}) {
        if (type.isValid() && type.inherits(runs))
            return true;
    }
    return false;
}

QStringView materialIcon(const MaterialVersion &version)
{
    const QMimeDatabase types;
    // What its bytes were when it was added says more than the name; a type nobody knows is guessed from the name.
    QMimeType type = types.mimeTypeForName(version.mimeType);
    if (!type.isValid() || type.isDefault())
        type = types.mimeTypeForFile(version.fileName, QMimeDatabase::MatchExtension);
    const QString name = type.name();
    const auto is = [&](QLatin1StringView part) { return name.contains(part); };
    if (isProgram(version) && !is("svg"_L1) && !is("html"_L1))
        return u"file-program";
    if (name == "application/pdf"_L1)
        return u"file-pdf";
    if (name.startsWith("image/"_L1))
        return u"file-image";
    if (name.startsWith("audio/"_L1) || name.startsWith("video/"_L1))
        return u"file-media";
    if (is("presentation"_L1) || is("powerpoint"_L1))
        return u"file-slides";
    if (is("spreadsheet"_L1) || is("excel"_L1) || is("csv"_L1))
        return u"file-table";
    if (is("zip"_L1) || is("compressed"_L1) || is("x-tar"_L1) || is("-rar"_L1))
        return u"file-archive";
    if (name.startsWith("text/"_L1) || is("wordprocessing"_L1) || is("msword"_L1) || is("opendocument.text"_L1))
        return u"file-text";
    return u"file";
}

} // namespace letopis
