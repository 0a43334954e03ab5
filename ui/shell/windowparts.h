#pragma once

#include "core/base/result.h"
#include "core/domain/actor.h"
#include "core/domain/recording.h"
#include "core/domain/server.h"

#include <QUrl>
#include <QWidget>

#include <functional>

namespace letopis {

class Clock;
class Questions;
class Settings;
class Workspace;

// What the windows are made over. All of it outlives them.
struct WindowParts
{
    Workspace &workspace;
    Actor actor;
    Settings &settings;
    Questions &questions;
    const Clock &clock;
};

// The windows the main window opens but does not know. standardHooks() (ui/shell/standardhooks.h) gives the program's own.
struct WindowHooks
{
    std::function<bool(const QString &format)> canPlay;
    std::function<void(QWidget *parent, RecordingId recording, const QString &format)> play;
    std::function<QWidget *(QWidget *parent)> makeServersPage;
    std::function<void(QWidget *page, ServerId server)> selectServer;
    // Opens the form; `added` comes after the server was saved.
    std::function<void(QWidget *parent, std::function<void(ServerId server, bool syncNow)> added)> connectServer;
    // Shows the certificate or host key of `error`; `accepted` comes if the person said yes, with the error where that
    // could not be stored.
    std::function<void(QWidget *parent, ServerId server, const Error &error, std::function<void(const Result<> &)> accepted)>
        askTrust;
    // The same over other parts: for a window that another actor works in. Unset: as these are.
    std::function<WindowHooks(const WindowParts &parts)> madeFor;
    // With the program the person has for it; false where there is none. Unset: nothing is opened.
    std::function<bool(const QString &localFile)> openFile;
    std::function<bool(const QUrl &url)> openUrl; // a letter; likewise
};

} // namespace letopis
