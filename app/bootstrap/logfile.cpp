#include "app/bootstrap/logfile.h"

#include <QDateTime>
#include <QFile>
#include <QMutex>

#include <cstdio>

namespace letopis {

namespace {

constexpr qint64 largestLog = 2 * 1024 * 1024;

struct LogFile
{
    QMutex mutex;
    QFile file;
};

// Qt's message handler is a plain function: this is the one place where the program needs a global. Never deleted:
// statics of Qt and of libraries still log while the program ends, and each line is flushed as it is written.
LogFile &logFile()
{
    static LogFile *log = new LogFile;
    return *log;
}

void openFresh(QFile &file)
{
    if (file.size() > largestLog) {
        const QString older = file.fileName() + QStringLiteral(".1");
        QFile::remove(older);
        file.rename(older);
        file.setFileName(older.chopped(2));
    }
    if (file.open(QIODevice::Append | QIODevice::Text))
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

void writeMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QString line = qFormatLogMessage(type, context, message);
    if (type != QtDebugMsg && type != QtInfoMsg)
        std::fprintf(stderr, "%s\n", qUtf8Printable(line));
    LogFile &log = logFile();
    const QMutexLocker lock(&log.mutex);
    if (!log.file.isOpen())
        return;
    log.file.write(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toUtf8() + ' ' + line.toUtf8() + '\n');
    log.file.flush();
    if (log.file.size() > largestLog) {
        log.file.close();
        openFresh(log.file);
    }
}

} // namespace

void installLogFile(const QString &path)
{
    logFile().file.setFileName(path);
    openFresh(logFile().file);
    qInstallMessageHandler(writeMessage);
}

} // namespace letopis
