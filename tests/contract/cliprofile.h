#pragma once

#include "core/storage/meetingrepository.h"
#include "tests/core/storage/testcatalog.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace letopis::test {

using namespace Qt::Literals::StringLiterals;

struct CliAnswer
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QJsonArray array(const QString &key) const { return json()[key].toArray(); }
    QJsonValue value(const QString &key) const { return json()[key]; }
};

enum CliExit { Done = 0, Failed = 1, Usage = 2, NotFound = 5 };

// A profile with recordings 1 to 4 of one server, "First", as a sync would have left it, for letopis-cli to work in.
class CliProfile
{
public:
    bool fill()
    {
        QDir().mkpath(path());
        auto database = Database::open(path() + u"/catalog.sqlite"_s);
        if (!database)
            return false;
        const testing::HandClock clock;
        ServerRepository servers(**database, clock);
        const Result<ServerId> server = waitFor(servers.add(testing::administrator(), testing::serverNamed(u"First"_s)));
        if (!server)
            return false;
        return bool(testing::syncPages(**database, clock, *server, {testing::snapshots(1, 4)}, testing::completeListing(4)));
    }

    bool hold(RecordingId recording, const QList<Participant> &participants)
    {
        auto database = Database::open(path() + u"/catalog.sqlite"_s);
        const testing::HandClock clock;
        MeetingRepository meetings(**database, ContentStore(path() + u"/test-store"_s), clock);
        FetchedMeeting meeting;
        meeting.record.participants = participants;
        return bool(waitFor(meetings.store(testing::administrator(), recording, meeting)));
    }

    // As the profile's owner; `login`: with that person's rights.
    CliAnswer cli(const QStringList &words, const QByteArray &input = {}) { return run({}, words, input); }
    CliAnswer as(const QString &login, const QStringList &words, const QByteArray &input = {})
    {
        return run({u"--as"_s, login}, words, input);
    }

    QString path() const { return m_directory.filePath(u"profile"_s); }

    // In which of the profile's files these bytes are.
    QStringList filesWith(const QByteArray &bytes) const
    {
        QStringList found;
        QDirIterator files(m_directory.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
                found += file.fileName();
        }
        return found;
    }

private:
    CliAnswer run(const QStringList &options, const QStringList &words, const QByteArray &input)
    {
        QProcess process;
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert(u"HOME"_s, m_directory.path());
        variables.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        process.setProcessEnvironment(variables);
        process.start(QStringLiteral(LETOPIS_CLI), QStringList{u"--profile"_s, path(), u"--format"_s, u"json"_s} + options + words);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(120'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    QTemporaryDir m_directory;
};

} // namespace letopis::test
