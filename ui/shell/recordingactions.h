#pragma once

#include "ui/shell/windowparts.h"

#include <QObject>

#include <optional>

namespace letopis {

class Actions;
class DetailsPane;
class MessageBar;

// What can be done to the selected recording: play, download, copy its ID.
class RecordingActions final : public QObject
{
    Q_OBJECT

public:
    RecordingActions(const WindowParts &parts, const WindowHooks &hooks, Actions &actions, QWidget *window);

    // What is selected; nothing disables the actions.
    void setRecording(const std::optional<RecordingDetails> &details);

    void play(const QString &format);
    void download(const QString &format);
    void downloadAs(RecordingId recording, const QString &title, const QString &format); // an empty title is looked up

private:
    void playBest();
    void downloadBest();
    void copyRecordId();
    QString bestFormat() const; // the first that plays: video before the presentation's cameras
    void updateEnabled();

    const WindowParts &m_parts;
    const WindowHooks &m_hooks;
    Actions &m_actions;
    QWidget *m_window = nullptr;
    std::optional<RecordingDetails> m_details;
};

// A file name that every system takes, made from a title a server sent.
QString safeFileName(const QString &title, const QString &format);

} // namespace letopis
