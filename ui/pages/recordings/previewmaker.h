#pragma once

#include <QImage>
#include <QObject>
#include <QProcess>

#include <chrono>
#include <deque>
#include <functional>

namespace letopis {

// Pictures of files, made by a helper program (app/preview): a file is anybody's, and whatever it makes of its decoder happens
// in a process of its own, which is ended when it takes too long, says too much or is not wanted any more. One at a time.
// Where the program is missing, nothing can be shown.
class PreviewMaker final : public QObject
{
    Q_OBJECT

public:
    // Null: there is nothing to show. Never called after cancelAll().
    using Made = std::function<void(const QImage &image)>;

    explicit PreviewMaker(QString program, QObject *parent = nullptr);
    ~PreviewMaker() override; // ends what runs

    static QString programBeside(); // this program, as both are installed

    void setTimeLimit(std::chrono::milliseconds most) { m_mostTime = most; }
    // At most `side` pixels wide and high.
    void make(const QString &localFile, int side, Made made);
    void cancelAll();

private:
    struct Wish
    {
        QString file;
        int side = 0;
        Made made;
    };

    void startNext();
    void onOutput();
    void end(bool isDone);

    const QString m_program;
    std::chrono::milliseconds m_mostTime;
    std::deque<Wish> m_wishes; // the first of them runs, where m_process is there
    QProcess *m_process = nullptr;
    QByteArray m_output;
};

// The picture of a helper that may have been taken over: a PNG of that size at most, or null.
QImage checkedPreview(const QByteArray &png, int side);

} // namespace letopis
