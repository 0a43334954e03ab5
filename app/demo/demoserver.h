#pragma once

#include "app/demo/catalog.h"
#include "app/demo/demooptions.h"
#include "app/demo/httpserver.h"
#include "app/demo/recordingapi.h"
#include "app/demo/serverdisk.h"
#include "app/demo/sshdprocess.h"

#include <QTemporaryDir>

#include <memory>

namespace letopis::demo {

// The whole server. Belongs to one thread with an event loop; start() blocks while files and media are made.
class DemoServer
{
public:
    explicit DemoServer(Options options);
    ~DemoServer();

    bool start(QString *error);
    void stop();
    const Connection &connection() const { return m_connection; }

    QByteArray addRecording();
    // What time it is from now on; it stands still. Invalid: as it is.
    void setNow(const QDateTime &now);
    bool purgeRecording(const QByteArray &recordId);
    QList<QByteArray> recordIds() const;

    // What happened in the meeting of a recording on the disk; empty for an unknown id.
    MeetingScript script(const QByteArray &recordId) const;

    const Catalog &catalog() const { return *m_catalog; }
    HttpServer &http() { return *m_http; }
    RecordingApi &api() { return *m_api; }
    SshdProcess &sshd() { return m_sshd; }

private:
    bool prepareDirectory(QString *error);
    bool startHttp(QString *error);
    bool fill(const QByteArray &base, QString *error);
    void writeHostileDisk();
    QString installScript() const; // the command that runs it
    HttpAnswer answer(const HttpRequest &request);
    HttpAnswer control(const HttpRequest &request);

    Options m_options;
    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_directory;
    Connection m_connection;
    MediaCache m_media;
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<ServerDisk> m_disk;
    std::unique_ptr<RecordingApi> m_api;
    std::unique_ptr<HttpServer> m_http;
    SshdProcess m_sshd;
};

} // namespace letopis::demo
