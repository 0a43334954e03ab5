#include "app/demo/apixml.h"
#include "app/demo/recordingapi.h"
#include "app/demo/staticfiles.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cctype>

using namespace Qt::Literals::StringLiterals;

namespace letopis::demo {

HttpAnswer RecordingApi::textTracks(const Call &call)
{
    HttpAnswer answer;
    answer.type = "application/json;charset=utf-8";
    const auto id = call.parameters.find("recordID");
    if (!isAuthentic(call)) {
        if (!call.request.header("accept").contains("json")) {
            answer.type = "text/xml;charset=utf-8";
            answer.body = failureXml("checksumError", "You did not pass the checksum security check");
            return answer;
        }
        answer.body = failureJson("checksumError", "You did not pass the checksum security check");
        return answer;
    }
    if (id == call.parameters.end() || id->second.isEmpty()) {
        answer.body = failureJson("missingParamRecordID", "You must specify a recordID.");
        return answer;
    }
    QFile file(m_disk.captionsFile(id->second, u"captions.json"_s));
    const bool isId = std::ranges::all_of(
        id->second, [](char letter) { return std::isalnum(static_cast<unsigned char>(letter)) || letter == '-'; });
    if (!isId || !file.open(QIODevice::ReadOnly)) {
        answer.body =
            failureJson("noRecordings", "No recording was found for " + (isId ? id->second : QByteArray("this id")));
        return answer;
    }
    QJsonArray tracks;
    const QJsonArray known = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue &value : known) {
        QJsonObject track = value.toObject();
        const QString name = track["kind"_L1].toString() + u'_' + track["lang"_L1].toString() + u".vtt"_s;
        const QByteArray token = sha1Hex(m_secret + QByteArray::number(++m_tokens));
        m_trackTokens.insert(token, id->second + '/' + name.toUtf8());
        track["href"_L1] =
            QString::fromLatin1(m_base + "/bigbluebutton/textTrack/" + token + '/' + id->second + '/') + name;
        tracks.append(track);
    }
    answer.body =
        QJsonDocument(QJsonObject{{u"response"_s, QJsonObject{{u"returncode"_s, u"SUCCESS"_s}, {u"tracks"_s, tracks}}}})
            .toJson(QJsonDocument::Compact);
    return answer;
}

HttpAnswer RecordingApi::textTrack(const QByteArray &path)
{
    const qsizetype slash = path.indexOf('/');
    const QByteArray wanted = m_trackTokens.take(path.left(slash));
    if (slash < 0 || wanted.isEmpty() || wanted != path.mid(slash + 1))
        return errorPage(403);
    const qsizetype split = wanted.indexOf('/');
    QFile file(m_disk.captionsFile(wanted.left(split), QString::fromUtf8(wanted.mid(split + 1))));
    if (!file.open(QIODevice::ReadOnly))
        return errorPage(404);
    HttpAnswer answer;
    answer.type = "text/vtt";
    answer.body = file.readAll();
    return answer;
}

} // namespace letopis::demo
