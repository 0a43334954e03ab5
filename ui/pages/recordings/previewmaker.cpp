#include "ui/pages/recordings/previewmaker.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QPointer>
#include <QTimer>

#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Four bytes for each pixel is what the worst picture takes, and a little.
qint64 mostOutput(int side)
{
    return qint64(side) * side * 4 + 64 * 1024;
}

// Ends it without waiting: it is reaped when it is dead.
void drop(QProcess *process)
{
    process->disconnect();
    if (process->state() == QProcess::NotRunning)
        return process->deleteLater();
    process->setParent(nullptr);
    QObject::connect(process, &QProcess::finished, process, &QObject::deleteLater);
    QObject::connect(process, &QProcess::errorOccurred, process, &QObject::deleteLater);
    process->kill();
}

} // namespace

PreviewMaker::PreviewMaker(QString program, QObject *parent)
    : QObject(parent)
    , m_program(std::move(program))
    , m_mostTime(20s)
{
}

PreviewMaker::~PreviewMaker()
{
    cancelAll();
}

QString PreviewMaker::programBeside()
{
    QString program = QCoreApplication::applicationDirPath() + u"/letopis-preview"_s;
#ifdef Q_OS_WIN
    program += u".exe"_s;
#endif
    return program;
}

void PreviewMaker::make(const QString &localFile, int side, Made made)
{
    m_wishes.push_back({localFile, side, std::move(made)});
    startNext();
}

void PreviewMaker::cancelAll()
{
    m_wishes.clear();
    if (m_process)
        drop(std::exchange(m_process, nullptr));
    m_output.clear();
}

void PreviewMaker::startNext()
{
    if (m_process || m_wishes.empty())
        return;
    m_output.clear();
    m_process = new QProcess(this);
    m_process->setStandardInputFile(m_wishes.front().file); // opened here, for reading: the helper opens nothing by name
    m_process->setStandardErrorFile(QProcess::nullDevice());
    m_process->setProcessEnvironment(QProcessEnvironment()); // nothing of ours is in it to be read
    connect(m_process, &QProcess::readyReadStandardOutput, this, &PreviewMaker::onOutput);
    connect(m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        end(code == 0 && status == QProcess::NormalExit);
    });
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(false);
    });
    // One that was dropped lives until it is reaped, which may be after this, or while the next runs.
    QTimer::singleShot(m_mostTime, this, [this, process = QPointer(m_process)] {
        if (process && process == m_process)
            end(false);
    });
    m_process->start(m_program, {QString::number(m_wishes.front().side)}, QIODevice::ReadOnly);
}

void PreviewMaker::onOutput()
{
    m_output += m_process->readAllStandardOutput();
    if (m_output.size() > mostOutput(m_wishes.front().side))
        end(false);
}

void PreviewMaker::end(bool isDone)
{
    if (!m_process)
        return;
    if (isDone)
        m_output += m_process->readAllStandardOutput();
    drop(std::exchange(m_process, nullptr));
    const Wish wish = std::move(m_wishes.front());
    m_wishes.pop_front();
    const QImage image = isDone ? checkedPreview(m_output, wish.side) : QImage();
    // Not from inside: what is told may ask for more, or end this.
    QMetaObject::invokeMethod(this, &PreviewMaker::startNext, Qt::QueuedConnection);
    wish.made(image);
}

QImage checkedPreview(const QByteArray &png, int side)
{
    if (png.size() > mostOutput(side))
        return {};
    QBuffer buffer;
    buffer.setData(png);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, "png");
    reader.setAutoDetectImageFormat(false);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty() || size.width() > side || size.height() > side)
        return {};
    return reader.read();
}

} // namespace letopis
