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
    return turnsDirection || code == 0x200B || code == 0x00AD || (code >= 0x2060 && code <= 0x2064) || code == 0xFEFF
        || c.category() == QChar::Other_Control;
}

// Endings that Windows, Linux desktops or macOS run, mount or install, or that start something else when opened. Documents
// only where their macros or connections are what such an ending is for.
const QSet<QString> &programEndings()
{
    static const QStringList lists{
        // Windows: programs, installers, scripts
        u"exe com bat cmd msi msp mst msu msix msixbundle appx appxbundle appinstaller scr pif cpl ocx dll sys drv gadget xbap "
        "vsto application appref-ms hta js jse mjs vb vbs vbe vbp ws wsf wsh wsc sct htc ps1 ps1xml ps2 psm1 psd1 psc1 cdxml msh "
        "csh ksh inf ins isp reg job"_s,
        // Windows: what leads to something else, consoles, settings, disks
        u"lnk url website scf shb shs xnk library-ms search-ms searchconnector-ms settingcontent-ms theme themepack "
        "deskthemepack msc chm hlp rdp diagcab diagpkg diagcfg webpnp printerexport udl iso img vhd vhdx wim"_s,
        // Office with macros, add-ins, queries
        u"docm dotm xlsm xltm xlam xlsb xll xla xlm xlw wll slk iqy oqy rqy dqy pptm potm ppsm ppam sldm ppa ade adp mda mde mam "
        "maw accde accda accdr"_s,
        // Linux and other systems
        u"desktop directory sh bash zsh fish tcsh run bin out elf so appimage flatpakref flatpakrepo flatpak snap deb rpm apk"_s,
        u"jar jnlp class py pyc pyo pyw pyz pyzw pl rb php lua tcl"_s,
        // macOS
        u"app command tool terminal workflow action scpt scptd applescript osax dmg sparseimage sparsebundle toast pkg mpkg "
        "webloc fileloc inetloc ftploc afploc mobileconfig prefpane saver qlgenerator kext wdgt"_s,
        // Pages with scripts
        u"htm html xht xhtml shtml svg svgz mht mhtml"_s};
    static const QSet<QString> endings = [] {
        QSet<QString> all;
        for (const QString &list : lists) {
            const QStringList words = list.split(u' ');
            all += QSet<QString>(words.begin(), words.end());
        }
        return all;
    }();
    return endings;
}

// Of the name it is opened under, which is not what the server says.
QString endingOf(const QString &name)
{
    QString opened = safeFileName(name);
    while (opened.endsWith(u' ') || opened.endsWith(u'.'))
        opened.chop(1); // Windows does not see them
    const qsizetype dot = opened.lastIndexOf(u'.');
    return dot < 0 ? QString() : opened.mid(dot + 1).trimmed().toLower();
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
