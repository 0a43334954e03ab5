#include "tests/ui/uitest.h"

#include <QApplication>
#include <QFileInfo>
#include <QLabel>

namespace letopis::test {

using namespace Qt::Literals::StringLiterals;

WindowBench::WindowBench()
{
    settings = std::make_unique<Settings>(directory.filePath(u"settings.ini"_s));
}

WindowBench::~WindowBench()
{
    window.reset();
}

WindowHooks WindowBench::hooks()
{
    WindowHooks hooks;
    hooks.canPlay = [](const QString &format) {
        return format == u"video"_s || format == u"podcast"_s || format == u"presentation"_s;
    };
    hooks.play = [this](QWidget *, RecordingId id, const QString &format) {
        played.append(u"%1 %2"_s.arg(id.value).arg(format));
    };
    hooks.makeServersPage = [](QWidget *parent) {
        auto *page = new QLabel(u"servers page"_s, parent);
        page->setObjectName(u"serversPage"_s);
        page->setFocusPolicy(Qt::StrongFocus);
        return page;
    };
    hooks.connectServer = [this](QWidget *, const std::function<void(ServerId, bool)> &) { ++wizardsOpened; };
    hooks.askTrust = [this](QWidget *, ServerId server, const Error &, const std::function<void(const Result<> &)> &accepted) {
        trustAsked.append(server);
        if (trusts)
            accepted({});
    };
    hooks.openUrl = [this](const QUrl &url) {
        mailed.append(url);
        return takesMail;
    };
    return hooks;
}

void WindowBench::makeWindow()
{
    window.reset();
    window = std::make_unique<MainWindow>(WindowParts{workspace, actor, *settings, questions, clock}, hooks());
    window->show();
    window->activateWindow();
}

Language::Language(const QString &code)
{
    const QDir folder(qEnvironmentVariable("LETOPIS_TRANSLATIONS"));
    m_isTranslated = m_translator.load(folder.filePath(u"letopis_%1.qm"_s.arg(code)));
    if (m_isTranslated)
        QCoreApplication::installTranslator(&m_translator);
    QLocale::setDefault(code == u"ru"_s ? QLocale(QLocale::Russian, QLocale::Russia)
                                        : QLocale(QLocale::English, QLocale::UnitedKingdom));
}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_translator);
    QLocale::setDefault(QLocale::c());
}

} // namespace letopis::test
