#include "tests/support/democonference.h"

#include "app/demo/demoserver.h"

#include <QThread>

namespace letopis::test {

struct DemoConference::Private
{
    // Runs f in the server's thread and waits.
    template <typename F>
    void there(F f)
    {
        if (thread.isRunning())
            QMetaObject::invokeMethod(&home, std::move(f), Qt::BlockingQueuedConnection);
    }

    QThread thread;
    QObject home;
    std::unique_ptr<demo::DemoServer> server;
    demo::Connection connection;
    QString error;
};

demo::Options DemoConference::defaultOptions(int recordings)
{
    demo::Options options;
    options.recordings = recordings;
    options.media = demo::Media::Short;
    return options;
}

DemoConference::DemoConference()
    : d(std::make_unique<Private>())
{
}

DemoConference::~DemoConference()
{
    stop();
}

bool DemoConference::start(const demo::Options &options)
{
    stop();
    d->home.moveToThread(&d->thread);
    d->thread.start();
    bool ok = false;
    d->there([&] {
        d->server = std::make_unique<demo::DemoServer>(options);
        ok = d->server->start(&d->error);
        if (ok)
            d->connection = d->server->connection();
    });
    if (!ok)
        stop();
    return ok;
}

void DemoConference::stop()
{
    if (!d->thread.isRunning())
        return;
    d->there([this] {
        d->server.reset();
        d->home.moveToThread(d->thread.thread()); // back to the caller's thread, for the next start
    });
    d->thread.quit();
    d->thread.wait();
}

QString DemoConference::error() const
{
    return d->error;
}

const demo::Connection &DemoConference::connection() const
{
    return d->connection;
}

QString DemoConference::addRecording()
{
    QByteArray id;
    d->there([&] { id = d->server->addRecording(); });
    return QString::fromLatin1(id);
}

bool DemoConference::purgeRecording(const QString &recordId)
{
    bool known = false;
    d->there([&] { known = d->server->purgeRecording(recordId.toLatin1()); });
    return known;
}

QStringList DemoConference::recordIds()
{
    QStringList ids;
    d->there([&] {
        for (const QByteArray &id : d->server->recordIds())
            ids.append(QString::fromLatin1(id));
    });
    return ids;
}

void DemoConference::cutNextAnswerAfter(qint64 bytes, const QString &pathPart)
{
    d->there([&] { d->server->http().cutNext(bytes, pathPart.toUtf8()); });
}

void DemoConference::muteNext(bool isDone, const QString &pathPart)
{
    d->there([&] { d->server->http().muteNext(isDone, pathPart.toUtf8()); });
}

void DemoConference::cutEveryAnswerAfter(qint64 bytes)
{
    d->there([&] { d->server->http().cutEvery(bytes); });
}

void DemoConference::setLatency(int milliseconds)
{
    d->there([&] { d->server->http().setLatency(milliseconds); });
}

void DemoConference::setSecret(const QByteArray &secret)
{
    d->there([&] { d->server->api().setSecret(secret); });
    d->connection.secret = secret;
}

void DemoConference::setPaging(demo::Paging paging)
{
    d->there([&] { d->server->api().setPaging(paging); });
}

int DemoConference::requestCount(const QString &pathPart)
{
    int count = 0;
    d->there([&] { count = d->server->http().requestCount(pathPart.toUtf8()); });
    return count;
}

void DemoConference::setObedience(Obedience obedience)
{
    using Api = demo::RecordingApi;
    const auto how = obedience == Obedience::Lies      ? Api::Obedience::Lies
                     : obedience == Obedience::Refuses ? Api::Obedience::Refuses
                                                       : Api::Obedience::Obeys;
    d->there([&] { d->server->api().setObedience(how); });
}

void DemoConference::setNow(const QDateTime &now)
{
    d->there([&] { d->server->setNow(now); });
}

void DemoConference::dropSshConnections()
{
    d->there([this] { d->server->sshd().dropConnections(); });
}

demo::MeetingScript DemoConference::script(const QString &recordId)
{
    demo::MeetingScript script;
    d->there([&] { script = d->server->script(recordId.toLatin1()); });
    return script;
}

demo::RecordingPlan DemoConference::plan(const QString &recordId)
{
    demo::RecordingPlan plan;
    d->there([&] {
        const int index = d->server->catalog().find(recordId.toLatin1());
        if (index >= 0)
            plan = d->server->catalog().plan(index);
    });
    return plan;
}

} // namespace letopis::test
