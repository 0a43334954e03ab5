#include "app/demo/demoserver.h"

#include "app/demo/certificateauthority.h"
#include "app/demo/staticfiles.h"
#include "core/domain/serverrecipe.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace letopis::demo {
namespace {

constexpr char apiPath[] = "/bigbluebutton/api";
constexpr char trackPath[] = "/bigbluebutton/textTrack/";

QByteArray randomSecret()
{
    QByteArray bytes(30, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(QRandomGenerator::system()->bounded(256));
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

DemoServer::DemoServer(Options options)
    : m_options(std::move(options))
{
}

DemoServer::~DemoServer()
{
    stop();
}

bool DemoServer::prepareDirectory(QString *error)
{
    if (m_options.directory.isEmpty()) {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_directory = m_temporary->path();
    } else {
        m_directory = QDir(m_options.directory).absolutePath();
    }
    if (QDir().mkpath(m_directory) && (!m_temporary || m_temporary->isValid()))
        return true;
    *error = u"cannot write %1"_s.arg(m_directory);
    return false;
}

bool DemoServer::startHttp(QString *error)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (!makeCertificates(m_directory + u"/tls"_s, &tls, error))
        return false;
    m_http = std::make_unique<HttpServer>(tls, [this](const HttpRequest &request) { return answer(request); });
    m_http->cutEvery(m_options.failAfter);
    m_http->setLatency(m_options.latencyMs);
    if (!m_http->listen(m_options.port)) {
        *error = u"cannot listen on port %1: %2"_s.arg(m_options.port).arg(m_http->errorString());
        return false;
    }
    return true;
}

bool DemoServer::start(QString *error)
{
    if (!prepareDirectory(error) || !startHttp(error))
        return false;
    if (!m_media.prepare(m_options)) {
        *error = m_media.notice();
        return false;
    }
    const qint64 nowMs =
        (m_options.now.isValid() ? m_options.now : QDateTime::currentDateTimeUtc()).toMSecsSinceEpoch();
    const QByteArray base = "https://127.0.0.1:" + QByteArray::number(m_http->port());
    const QByteArray secret = m_options.secret.isEmpty() ? randomSecret() : m_options.secret;
    m_catalog = std::make_unique<Catalog>(m_options, nowMs);
    m_disk = std::make_unique<ServerDisk>(m_directory + u"/bigbluebutton"_s, m_media, base);
    m_api = std::make_unique<RecordingApi>(m_options, *m_catalog, *m_disk, base, secret);
    if (!fill(base, error))
        return false;
    m_connection = {QString::fromLatin1(base) + u"/bigbluebutton/"_s,
                    secret,
                    m_directory + u"/tls/ca.pem"_s,
                    {},
                    0,
                    {},
                    {},
                    {},
                    {},
                    m_disk->root(),
                    m_media.notice()};
    m_http->setNow(m_options.now);
    QString sshNotice;
    if (m_options.sshd && m_sshd.start(m_directory + u"/ssh"_s, &sshNotice)) {
        m_connection.sshHost = u"127.0.0.1"_s;
        m_connection.sshPort = m_sshd.port();
        m_connection.sshUser = m_sshd.user();
        m_connection.sshKeyFile = m_sshd.keyFile();
        m_connection.knownHostsFile = m_sshd.knownHostsFile();
        m_connection.deletionCommand = installScript();
    }
    if (!sshNotice.isEmpty())
        m_connection.notice += (m_connection.notice.isEmpty() ? u""_s : u"; "_s) + sshNotice;
    return true;
}

// Without sudo: the account of this server is the owner of its disk.
QString DemoServer::installScript() const
{
    const QString file = m_directory + u"/bin/letopis-recordings"_s;
    QDir().mkpath(m_directory + u"/bin"_s);
    const QByteArray script = recordingsScript(m_disk->root());
    if (script.isEmpty() || !writeFile(file, script))
        return {};
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup);
    return file;
}

void DemoServer::setNow(const QDateTime &now)
{
    m_options.now = now;
    m_http->setNow(now);
}

bool DemoServer::fill(const QByteArray &base, QString *error)
{
    if (!m_disk->prepare()) {
        *error = u"cannot write %1"_s.arg(m_disk->root());
        return false;
    }
    const int onDisk = std::min(m_options.onDisk, m_catalog->size());
    for (int index = 0; index < onDisk; ++index) {
        RecordingPlan plan = m_catalog->plan(index);
        if (!m_disk->write(plan, writeScript(plan, m_options.seed))) {
            *error = u"cannot write %1"_s.arg(m_disk->root());
            return false;
        }
        m_catalog->keep(std::move(plan), true);
    }
    if (m_options.hostile) {
        m_api->setHostile(hostileRecordings(base));
        writeHostileDisk();
    }
    return true;
}

// Files no reader should trust, under ids of the hostile recordings.
void DemoServer::writeHostileDisk()
{
    const QString raw = m_disk->root() + u"/recording/raw/"_s + QString(40, u'd') + u"-170000000000"_s;
    const auto events = [&](int number, const QByteArray &content) {
        const QString dir = raw + QString::number(number);
        QDir().mkpath(dir);
        writeFile(dir + u"/events.xml"_s, content);
    };
    events(1, "<?xml version=\"1.0\"?>\n<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
              "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e "
              "\"&d;&d;&d;&d;&d;&d;&d;&d;\">"
              "<!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;\">]>\n<recording "
              "meeting_id=\"&g;\"/>\n");
    events(2, "<?xml version=\"1.0\"?>\n<recording meeting_id=\"x\"><event timestamp=\"1\" module=\"PARTICIPANT\" "
              "eventname=\"Partic");
    events(3, "<recording><event timestamp=\"9223372036854775807\" module=\"" + QByteArray(1'000'000, 'M') +
                  "\" eventname=\"x\"/></recording>");
    events(4, QByteArray("\xff\xfe\x00\x01 not xml", 12));
}

void DemoServer::stop()
{
    m_sshd.stop();
    m_http.reset();
}

QByteArray DemoServer::addRecording()
{
    RecordingPlan plan = m_catalog->newPlan(m_http->now().toMSecsSinceEpoch());
    m_disk->write(plan, writeScript(plan, m_options.seed));
    const QByteArray id = plan.recordId;
    m_catalog->keep(std::move(plan), true);
    return id;
}

bool DemoServer::purgeRecording(const QByteArray &recordId)
{
    const int index = m_catalog->find(recordId);
    if (index < 0)
        return false;
    if (m_catalog->isOnDisk(index))
        m_disk->purge(m_catalog->plan(index));
    m_catalog->forget(index);
    return true;
}

QList<QByteArray> DemoServer::recordIds() const
{
    QList<QByteArray> ids;
    for (int index = 0; index < m_catalog->size(); ++index) {
        if (m_catalog->exists(index))
            ids.append(m_catalog->recordId(index));
    }
    return ids;
}

MeetingScript DemoServer::script(const QByteArray &recordId) const
{
    const int index = m_catalog->find(recordId);
    if (index < 0)
        return {};
    return writeScript(m_catalog->plan(index), m_options.seed);
}

HttpAnswer DemoServer::answer(const HttpRequest &request)
{
    if (!m_api)
        return errorPage(404);
    const QByteArray path = QByteArray::fromPercentEncoding(request.path);
    if (path == apiPath || path.startsWith(QByteArray(apiPath) + '/'))
        return m_api->answer(path.mid(qsizetype(sizeof apiPath)), request);
    if (path.startsWith(trackPath))
        return m_api->textTrack(path.mid(qsizetype(sizeof trackPath) - 1));
    if (path.startsWith("/demo/"))
        return control(request);
    if (request.method != "GET" && request.method != "HEAD")
        return errorPage(405);
    return staticFile(m_disk->root(), request);
}

// For scripts, with the shared secret as a bearer token: POST /demo/new-recording; POST /demo/now with a time as its body.
HttpAnswer DemoServer::control(const HttpRequest &request)
{
    if (request.header("authorization") != "Bearer " + m_api->secret())
        return errorPage(401);
    HttpAnswer answer;
    if (request.method == "POST" && request.path == "/demo/now") {
        const QDateTime now = QDateTime::fromString(QString::fromLatin1(request.body.trimmed()), Qt::ISODate).toUTC();
        if (!request.body.trimmed().isEmpty() && !now.isValid())
            return errorPage(400);
        setNow(now);
        answer.type = "application/json";
        answer.body = "{}\n";
        return answer;
    }
    if (request.method != "POST" || request.path != "/demo/new-recording")
        return errorPage(404);
    answer.type = "application/json";
    answer.body = "{\"recordId\":\"" + addRecording() + "\"}\n";
    return answer;
}

} // namespace letopis::demo
