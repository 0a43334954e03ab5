#pragma once

#include "core/base/clock.h"
#include "core/settings/settings.h"
#include "tests/support/fakequestions.h"
#include "tests/support/fakeworkspace.h"
#include "ui/shell/mainwindow.h"

#include <QTemporaryDir>
#include <QTranslator>

#include <memory>

namespace letopis::test {

class FixedClock final : public Clock
{
public:
    QDateTime now() const override { return value; }
    QDateTime value = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
};

// A main window over a fake workspace, with hooks that write down what was wanted.
struct WindowBench
{
    WindowBench();
    ~WindowBench();

    void makeWindow(); // again, for tests of what is restored
    WindowHooks hooks();

    QTemporaryDir directory;
    FixedClock clock;
    FakeWorkspace workspace;
    FakeQuestions questions;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<MainWindow> window;

    Actor actor = ownerActor(QStringLiteral("anna"), QStringLiteral("Anna")); // of the next window
    QStringList played; // "<id> <format>"
    int wizardsOpened = 0;
    QList<ServerId> trustAsked;
    bool trusts = false; // what the person answers
    QList<QUrl> mailed;
    bool takesMail = true; // there is a program for it
};

// Installs English or Russian, with the locale that goes with it, for as long as it lives.
class Language
{
public:
    explicit Language(const QString &code); // "en", "ru"
    ~Language();
    bool isTranslated() const { return m_isTranslated; }

private:
    QTranslator m_translator;
    bool m_isTranslated = false;
};

} // namespace letopis::test
