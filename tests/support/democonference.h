#pragma once

#include "app/demo/demooptions.h"
#include "app/demo/meetingscript.h"

#include <QStringList>

#include <memory>

namespace letopis::test {

// A real conference server in miniature inside the test: HTTPS API, published files, BigBlueButton's disk behind sshd.
// Its server runs in a thread of its own, so a test may block on it. Call from one thread. Stopped by the destructor.
class DemoConference
{
public:
    // Media::Short unless told otherwise; ask for Media::None where no byte of media matters.
    static demo::Options defaultOptions(int recordings = 12);

    DemoConference();
    ~DemoConference();

    // False with error() when it could not start.
    bool start(const demo::Options &options = defaultOptions());
    void stop();
    QString error() const;

    const demo::Connection &connection() const;

    // A new recording, published, of a meeting that has just ended; returns its recordID.
    QString addRecording();
    // Removes a recording from disk and API as `bbb-record --delete` does.
    bool purgeRecording(const QString &recordId);
    // Every recordID the server knows, in any state, oldest first.
    QStringList recordIds();
    // What the server says about a recording, and what happened in its meeting: the truth to compare a sync with. The
    // script is only meaningful for recordings on the disk; both are empty for an unknown id.
    demo::RecordingPlan plan(const QString &recordId);
    demo::MeetingScript script(const QString &recordId);

    // The next answer to an API call (or any answer whose path contains `pathPart`) ends with a closed connection after
    // `bytes` of its body.
    void cutNextAnswerAfter(qint64 bytes, const QString &pathPart = QStringLiteral("getRecordings"));
    // The next such call is taken, done or not, and never answered; its line stays open.
    void muteNext(bool isDone, const QString &pathPart);
    // Cuts every answer from now on; -1: no longer.
    void cutEveryAnswerAfter(qint64 bytes);
    void setLatency(int milliseconds);
    void setSecret(const QByteArray &secret);
    void setPaging(demo::Paging paging);
    // Number of HTTP requests that have arrived so far, answered or not, whose path contains `pathPart`.
    int requestCount(const QString &pathPart = {});
    enum class Obedience { Obeys, Lies, Refuses };
    void setObedience(Obedience obedience); // of publishing and deleting
    void setNow(const QDateTime &now);      // it stands still; invalid: as it is
    // Breaks every SSH connection; the sshd itself goes on.
    void dropSshConnections();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace letopis::test
