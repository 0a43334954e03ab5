#pragma once

#include "core/domain/actor.h"
#include "core/domain/recording.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace letopis {

class MediaEngine;
class Settings;
class Workspace;

// Plays one recording's format. Show it, then open().
class PlayerWindow : public QWidget
{
    Q_OBJECT

public:
    using EngineFactory = std::function<std::unique_ptr<MediaEngine>()>;

    // Without a factory: Qt Multimedia.
    PlayerWindow(Workspace &workspace, Actor actor, Settings &settings, QWidget *parent = nullptr,
                 EngineFactory makeEngine = {});
    ~PlayerWindow() override;

    // Formats that Qt Multimedia plays by itself; the presentation's composition is a later issue, its webcams stream
    // is not.
    static bool canPlay(const QString &format);

    void open(RecordingId recording, const QString &format);
    MediaEngine &engine() const;

Q_SIGNALS:
    // The user asked for the file before playing; the window that owns the downloads asks where to.
    void downloadRequested(letopis::RecordingId recording, const QString &format);

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace letopis
