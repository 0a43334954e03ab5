#include "tests/contract/demoserverclient.h"
#include "tests/support/democonference.h"

#include "app/demo/programs.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

namespace {

demo::Options options(int recordings, demo::Media media = demo::Media::None)
{
    demo::Options options = DemoConference::defaultOptions(recordings);
    options.media = media;
    options.sshd = false;
    options.seed = 3;
    return options;
}

struct Event
{
    qint64 timestamp = 0;
    QString module, name;
    std::map<QString, QString> fields;
};

QList<Event> eventsOf(const QByteArray &xml)
{
    QList<Event> list;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement || reader.name() != u"event"_s)
            continue;
        Event event{reader.attributes().value(u"timestamp"_s).toLongLong(),
                    reader.attributes().value(u"module"_s).toString(),
                    reader.attributes().value(u"eventname"_s).toString(),
                    {}};
        while (reader.readNextStartElement()) {
            const QString name = reader.name().toString();
            event.fields[name] = reader.readElementText();
        }
        list.append(event);
    }
    return reader.hasError() ? QList<Event>() : list;
}

// By the rule of BigBlueButton's own scripts: marks are paired whatever they say, the last event closes an odd one.
qint64 recordedMs(const QList<Event> &events)
{
    QList<qint64> marks;
    for (const Event &event : events) {
        if (event.name == u"RecordStatusEvent"_s)
            marks.append(event.timestamp);
    }
    if (marks.size() % 2)
        marks.append(events.last().timestamp);
    qint64 sum = 0;
    for (qsizetype i = 0; i + 1 < marks.size(); i += 2)
        sum += marks[i + 1] - marks[i];
    return sum;
}

QString eventsFile(const DemoConference &conference, const QString &id)
{
    for (const QString &place : {u"/recording/raw/"_s, u"/events/"_s}) {
        const QString path = conference.connection().dataRoot + place + id + u"/events.xml"_s;
        if (QFile::exists(path))
            return path;
    }
    return {};
}

} // namespace

class tst_DemoServerFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishedFilesAreServedInRanges();
    void onlyPublishedFilesAreServed();
    void aCutAnswerBreaksOff();
    void everyFileOnTheDiskIsWellFormed();
    void eventsAgreeWithTheMetadata();
    void theFirstMeetingHasEverything();
    void namesakesAreDifferentPeople();
    void secretVotesHaveNoVoter();
    void publishedTimesLieOnTheRecordingClock();
    void mediaLastAsLongAsTheMetadataSays();
    void openSshsOwnSftpReadsTheDisk();
};

void tst_DemoServerFiles::publishedFilesAreServedInRanges()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(2)), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    const QString id = conference.recordIds().constFirst();
    const QByteArray path = "/presentation/" + id.toLatin1() + "/shapes.svg";
    const QByteArray whole = contentOf(conference.connection().dataRoot + u"/published"_s + QString::fromLatin1(path));
    QVERIFY(whole.size() > 500);

    const Reply full = client.get(path);
    QCOMPARE(full.status, 200);
    QCOMPARE(full.body, whole);
    QCOMPARE(full.headers.value("accept-ranges"), QByteArray("bytes"));
    QCOMPARE(full.headers.value("content-type"), QByteArray("image/svg+xml"));

    const Reply part = client.get(path, {{"Range", "bytes=10-19"}});
    QCOMPARE(part.status, 206);
    QCOMPARE(part.body, whole.mid(10, 10));
    QCOMPARE(part.headers.value("content-range"), "bytes 10-19/" + QByteArray::number(whole.size()));
    QCOMPARE(client.get(path, {{"Range", "bytes=100-"}}).body, whole.mid(100));
    QCOMPARE(client.get(path, {{"Range", "bytes=-7"}}).body, whole.right(7));
    QCOMPARE(client.get(path, {{"Range", "bytes=" + QByteArray::number(whole.size()) + "-"}}).status, 416);
    QCOMPARE(client.get(path, {{"Range", "bytes=0-3"}, {"If-Range", "\"other\""}}).status, 200);
    QCOMPARE(client.get(path, {{"If-None-Match", full.headers.value("etag")}}).status, 304);

    const Reply head = client.send("HEAD", path);
    QCOMPARE(head.status, 200);
    QCOMPARE(head.headers.value("content-length").toLongLong(), whole.size());
    QVERIFY(head.body.isEmpty());
}

void tst_DemoServerFiles::onlyPublishedFilesAreServed()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(8)), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    const QStringList known = conference.recordIds();
    for (const QString &id : known) {
        const demo::RecordingPlan plan = conference.plan(id);
        const int expected = plan.state == demo::State::Published ? 200 : 404;
        if (plan.formats & demo::PresentationFormat)
            QCOMPARE(client.get("/presentation/" + id.toLatin1() + "/metadata.xml").status, expected);
        if (plan.formats & demo::VideoFormat)
            QCOMPARE(client.get("/playback/video/" + id.toLatin1() + "/").status, expected);
    }
    QCOMPARE(client.get("/presentation/").status, 403);
    QVERIFY(client.get("/presentation/%2e%2e/%2e%2e/recording/raw/" + known[0].toLatin1() + "/events.xml").status >=
            400);
    QCOMPARE(client.get("/recording/raw/" + known[0].toLatin1() + "/events.xml").status, 404);
    QCOMPARE(client.get("/playback/presentation/2.3/" + known[0].toLatin1()).status, 200);
}

void tst_DemoServerFiles::aCutAnswerBreaksOff()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(30)), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    conference.cutNextAnswerAfter(2'000);
    const Reply cut = client.raw("getRecordings", client.signedQuery("getRecordings", "state=any"));
    QVERIFY(cut.error != QNetworkReply::NoError);
    QVERIFY(cut.body.size() <= 2'000);
    QCOMPARE(texts(client.call("getRecordings", "state=any"), u"recordID"_s).size(), 30);
    QCOMPARE(conference.requestCount(u"getRecordings"_s), 2);
}

void tst_DemoServerFiles::everyFileOnTheDiskIsWellFormed()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(24)), qPrintable(conference.error()));
    int files = 0;
    QDirIterator it(conference.connection().dataRoot, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        const QByteArray content = contentOf(path);
        ++files;
        if (path.endsWith(u".xml"_s) || path.endsWith(u".svg"_s)) {
            QXmlStreamReader reader(content);
            while (!reader.atEnd())
                reader.readNext();
            QVERIFY2(!reader.hasError(), qPrintable(path + u": "_s + reader.errorString()));
        } else if (path.endsWith(u".json"_s)) {
            QJsonParseError error;
            QJsonDocument::fromJson(content, &error);
            QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(path + u": "_s + error.errorString()));
        } else if (path.endsWith(u".png"_s)) {
            QVERIFY2(content.startsWith("\x89PNG"), qPrintable(path));
        } else if (path.endsWith(u".vtt"_s)) {
            QVERIFY2(content.startsWith("WEBVTT"), qPrintable(path));
        }
    }
    QVERIFY(files > 400);
}

void tst_DemoServerFiles::eventsAgreeWithTheMetadata()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(24)), qPrintable(conference.error()));
    int checked = 0;
    const QStringList known = conference.recordIds();
    for (const QString &id : known) {
        const QString path = eventsFile(conference, id);
        const demo::RecordingPlan plan = conference.plan(id);
        QCOMPARE(path.isEmpty(), plan.eventsPlace == demo::EventsPlace::Gone);
        if (path.isEmpty())
            continue;
        const QList<Event> events = eventsOf(contentOf(path));
        QVERIFY2(events.size() > 50, qPrintable(path));
        QVERIFY(std::ranges::is_sorted(events, {}, &Event::timestamp));
        QCOMPARE(recordedMs(events), plan.durationMs);
        QCOMPARE(events.last().timestamp - events.first().timestamp, plan.endMs - plan.startMs);
        QCOMPARE(events.last().name, u"EndAndKickAllEvent"_s);
        QSet<QString> joined;
        for (const Event &event : events) {
            if (event.name == u"ParticipantJoinEvent"_s)
                joined.insert(event.fields.at(u"userId"_s));
        }
        QCOMPARE(joined.size(), plan.participants);
        ++checked;
    }
    QVERIFY(checked > 15);
}

void tst_DemoServerFiles::theFirstMeetingHasEverything()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(8)), qPrintable(conference.error()));
    const QList<Event> events = eventsOf(contentOf(eventsFile(conference, conference.recordIds().constFirst())));
    QStringList names;
    QHash<QString, QSet<QString>> idsOfPerson;
    bool guest = false, phone = false;
    for (const Event &event : events) {
        names.append(event.name == u"ParticipantStatusChangeEvent"_s ? event.fields.at(u"status"_s)
                                                                     : event.module + u'/' + event.name);
        if (event.name == u"ParticipantJoinEvent"_s) {
            idsOfPerson[event.fields.at(u"externalUserId"_s)].insert(event.fields.at(u"userId"_s));
            guest = guest || event.fields.at(u"externalUserId"_s) == event.fields.at(u"userId"_s);
        }
        phone = phone ||
                (event.name == u"ParticipantJoinedEvent"_s && event.fields.at(u"participant"_s).startsWith(u"v_"_s));
    }
    QVERIFY(guest);
    QVERIFY(phone);
    QVERIFY(
        std::ranges::any_of(idsOfPerson, [](const auto &ids) { return ids.size() == 2; })); // came back with a new id
    for (const QString &name :
         {u"role"_s, u"PARTICIPANT/AssignPresenterEvent"_s, u"PARTICIPANT/ParticipantLeftEvent"_s,
          u"VOICE/ParticipantLeftEvent"_s, u"VOICE/ParticipantTalkingEvent"_s, u"VOICE/ParticipantMutedEvent"_s,
          u"CHAT/PublicChatEvent"_s, u"POLL/PollStartedRecordEvent"_s, u"POLL/UserRespondedToPollRecordEvent"_s,
          u"POLL/PollPublishedRecordEvent"_s, u"bbb-webrtc-sfu/StartWebRTCDesktopShareEvent"_s,
          u"bbb-webrtc-sfu/StartWebRTCShareEvent"_s, u"PRESENTATION/GotoSlideEvent"_s,
          u"PRESENTATION/ResizeAndMoveSlideEvent"_s, u"WHITEBOARD/AddShapeEvent"_s,
          u"WHITEBOARD/WhiteboardCursorMoveEvent"_s})
        QVERIFY2(names.contains(name), qPrintable(name));
    QCOMPARE(names.count(u"PARTICIPANT/RecordStatusEvent"_s), 4); // with a pause
}

void tst_DemoServerFiles::namesakesAreDifferentPeople()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(2)), qPrintable(conference.error()));
    const demo::MeetingScript script = conference.script(conference.recordIds().constFirst());
    std::map<QByteArray, QSet<QByteArray>> accounts;
    for (const demo::Attendee &attendee : script.attendees)
        accounts[attendee.name].insert(attendee.externalId);
    QVERIFY(std::ranges::any_of(accounts, [](const auto &entry) { return entry.second.size() > 1; }));
}

void tst_DemoServerFiles::secretVotesHaveNoVoter()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(2)), qPrintable(conference.error()));
    const QList<Event> events = eventsOf(contentOf(eventsFile(conference, conference.recordIds().constFirst())));
    QHash<QString, bool> secret;
    int open = 0, hidden = 0;
    for (const Event &event : events) {
        if (event.name == u"PollStartedRecordEvent"_s)
            secret[event.fields.at(u"pollId"_s)] = event.fields.at(u"secretPoll"_s) == u"true"_s;
        if (event.name != u"UserRespondedToPollRecordEvent"_s)
            continue;
        const bool isSecret = secret.value(event.fields.at(u"pollId"_s));
        QCOMPARE(event.fields.at(u"userId"_s).isEmpty(), isSecret);
        ++(isSecret ? hidden : open);
    }
    QVERIFY(open > 0);
    QVERIFY(hidden > 0);
}

void tst_DemoServerFiles::publishedTimesLieOnTheRecordingClock()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(24)), qPrintable(conference.error()));
    int checked = 0;
    const QStringList known = conference.recordIds();
    for (const QString &id : known) {
        const demo::RecordingPlan plan = conference.plan(id);
        const QString dir = conference.connection().dataRoot + u"/published/presentation/"_s + id;
        if (!QFile::exists(dir))
            continue;
        const double length = double(plan.durationMs) / 1000;
        QXmlStreamReader shapes(contentOf(dir + u"/shapes.svg"_s));
        double last = 0;
        while (!shapes.atEnd()) {
            if (shapes.readNext() != QXmlStreamReader::StartElement || shapes.name() != u"image"_s)
                continue;
            const double in = shapes.attributes().value(u"in"_s).toDouble(),
                         out = shapes.attributes().value(u"out"_s).toDouble();
            QCOMPARE(in, last); // no hole and no overlap
            QVERIFY(out > in && out <= length + 0.05);
            const QString href = shapes.attributes().value(u"http://www.w3.org/1999/xlink"_s, u"href"_s).toString();
            QVERIFY2(QFile::exists(dir + u'/' + href), qPrintable(href));
            last = out;
        }
        QVERIFY(std::abs(last - length) < 0.1);
        QXmlStreamReader chat(contentOf(dir + u"/slides_new.xml"_s));
        int lines = 0;
        while (!chat.atEnd()) {
            if (chat.readNext() == QXmlStreamReader::StartElement && chat.name() == u"chattimeline"_s) {
                ++lines;
                QVERIFY(chat.attributes().value(u"in"_s).toDouble() <= length);
            }
        }
        QCOMPARE(lines, 8); // ten were written; one before the recording, one in the pause
        ++checked;
    }
    QVERIFY(checked > 5);
}

void tst_DemoServerFiles::mediaLastAsLongAsTheMetadataSays()
{
    const QString ffprobe = demo::findProgram(u"ffprobe"_s);
    if (ffprobe.isEmpty())
        QSKIP("ffprobe is not installed");
    DemoConference conference;
    QVERIFY2(conference.start(options(1, demo::Media::Short)), qPrintable(conference.error()));
    QVERIFY2(conference.connection().notice.isEmpty(), qPrintable(conference.connection().notice));
    const QString id = conference.recordIds().constFirst();
    const double length = double(conference.plan(id).durationMs) / 1000;
    for (const QString &file :
         {u"/published/presentation/%1/video/webcams.webm"_s, u"/published/presentation/%1/deskshare/deskshare.webm"_s,
          u"/published/video/%1/video-0.m4v"_s, u"/published/podcast/%1/audio.ogg"_s}) {
        QProcess probe;
        probe.start(ffprobe, {u"-v"_s, u"error"_s, u"-show_entries"_s, u"format=duration"_s, u"-of"_s, u"csv=p=0"_s,
                              conference.connection().dataRoot + file.arg(id)});
        QVERIFY(probe.waitForFinished());
        const double found = probe.readAllStandardOutput().trimmed().toDouble();
        QVERIFY2(std::abs(found - length) < 1.1,
                 qPrintable(u"%1: %2 s instead of %3"_s.arg(file).arg(found).arg(length)));
    }
}

void tst_DemoServerFiles::openSshsOwnSftpReadsTheDisk()
{
    const QString sftp = demo::findProgram(u"sftp"_s);
    demo::Options withSsh = options(2);
    withSsh.sshd = true;
    DemoConference conference;
    QVERIFY2(conference.start(withSsh), qPrintable(conference.error()));
    const demo::Connection &to = conference.connection();
    if (sftp.isEmpty() || to.sshHost.isEmpty())
        QSKIP("OpenSSH is not installed");
    const QTemporaryDir here;
    const QString id = conference.recordIds().constFirst();
    const QString remote = to.dataRoot + u"/recording/raw/"_s + id + u"/events.xml"_s;
    QFile batch(here.filePath(u"batch"_s));
    QVERIFY(batch.open(QIODevice::WriteOnly));
    batch.write("get \"" + remote.toUtf8() + "\" \"" + here.filePath(u"events.xml"_s).toUtf8() + "\"\n");
    batch.close();
    QProcess client;
    client.setProcessChannelMode(QProcess::MergedChannels);
    client.start(sftp, {u"-q"_s, u"-F"_s, u"/dev/null"_s, u"-o"_s, u"IdentitiesOnly=yes"_s, u"-o"_s,
                        u"StrictHostKeyChecking=yes"_s, u"-o"_s, u"UserKnownHostsFile="_s + to.knownHostsFile, u"-i"_s,
                        to.sshKeyFile, u"-P"_s, QString::number(to.sshPort), u"-b"_s, batch.fileName(),
                        to.sshUser + u'@' + to.sshHost});
    QVERIFY(client.waitForFinished(60'000));
    QVERIFY2(client.exitCode() == 0, client.readAll().constData());
    QCOMPARE(contentOf(here.filePath(u"events.xml"_s)), contentOf(remote));
}

QTEST_GUILESS_MAIN(tst_DemoServerFiles)
#include "tst_demoserver_files.moc"
