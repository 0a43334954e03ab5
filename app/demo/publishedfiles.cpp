#include "app/demo/publishedfiles.h"

#include "app/demo/boardfiles.h"
#include "app/demo/xmltext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace letopis::demo {
namespace {

// Public chat of the recorded parts; the same list feeds slides_new.xml and video.xml.
QByteArray chatXml(const MeetingScript &script, Board board)
{
    QByteArray out = "<?xml version=\"1.0\"?>\n<popcorn>\n";
    for (const ChatLine &line : script.chat) {
        if (!script.isRecordedAt(line.atMs))
            continue;
        const Attendee &author = script.attendees[line.attendee];
        out += "  <chattimeline in=\"" + seconds(script.recordingTime(line.atMs)) + '"';
        if (script.chatClearedMs > line.atMs)
            out += " out=\"" + seconds(script.recordingTime(script.chatClearedMs)) + '"';
        out += " direction=\"down\" name=\"" + escaped(author.name) + "\" message=\"" + escaped(line.html) +
               "\" target=\"chat\"";
        if (board != Board::Legacy) {
            const bool moderator = author.isModeratorAt(line.atMs);
            out += QByteArray(" senderRole=\"") + (moderator ? "MODERATOR" : "VIEWER") + "\" chatEmphasizedText=\"" +
                   (moderator ? "true" : "false") + '"';
        }
        if (board == Board::TldrawV2)
            out += " id=\"" + QByteArray::number(script.startMs + line.atMs) + '-' +
                   author.sessions[0].userId.right(8) + "\" senderId=\"" + author.userIdAt(line.atMs) + '"';
        out += "/>\n";
    }
    return out + "</popcorn>\n";
}

QByteArray deskshareXml(const MeetingScript &script)
{
    QByteArray out = "<?xml version=\"1.0\"?>\n<recording id=\"deskshare_events\">\n";
    for (const Span &share : script.screenShares)
        out += "  <event start_timestamp=\"" + seconds(script.recordingTime(share.fromMs)) + "\" stop_timestamp=\"" +
               seconds(script.recordingTime(share.toMs)) + "\" video_width=\"720\" video_height=\"405\"/>\n";
    return out + "</recording>\n";
}

QByteArray vttTime(qint64 ms)
{
    return QByteArray::number(ms / 3'600'000).rightJustified(2, '0') + ':' +
           QByteArray::number(ms / 60'000 % 60).rightJustified(2, '0') + ':' +
           QByteArray::number(ms / 1000 % 60).rightJustified(2, '0') + '.' +
           QByteArray::number(ms % 1000).rightJustified(3, '0');
}

QByteArray captions(const RecordingPlan &plan, bool russian)
{
    static constexpr std::array<const char *, 5> other[2] = {
        {"Good afternoon, let us begin", "Please look at this slide", "Are there any questions?",
         "I am sharing my screen", "Thank you, goodbye"},
        {"Добрый день, начинаем", "Посмотрите на этот слайд", "Есть ли вопросы?", "Показываю экран",
         "Спасибо, до встречи"}};
    const auto &lines = plan.about().russian == russian ? plan.about().speech : other[russian ? 1 : 0];
    QByteArray out = "WEBVTT\n\n";
    const qint64 step = plan.durationMs / qint64(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const qint64 from = step * qint64(i) + 500;
        out += vttTime(from) + " --> " + vttTime(from + std::min<qint64>(step - 700, 6'000)) + '\n' +
               escaped(lines[i]) + "\n\n";
    }
    return out;
}

void addCaptions(std::vector<TextFile> &files, const RecordingPlan &plan)
{
    if (!hasCaptions(plan)) {
        files.push_back({u"captions.json"_s, "[]"});
        return;
    }
    files.push_back(
        {u"captions.json"_s,
         "[{\"locale\":\"ru\",\"localeName\":\"Русский\"},{\"locale\":\"en\",\"localeName\":\"English\"}]"});
    files.push_back({u"caption_ru.vtt"_s, captions(plan, true)});
    files.push_back({u"caption_en.vtt"_s, captions(plan, false)});
}

QByteArray slideText(const SlideText &slide)
{
    QByteArray text = slide.title;
    for (const char *line : slide.lines)
        text += QByteArray("\n") + line;
    return text + '\n';
}

QByteArray presentationTextJson(const RecordingPlan &plan)
{
    QJsonObject slides;
    int number = 0;
    for (const SlideText &slide : plan.about().slides)
        slides.insert(u"slide-%1"_s.arg(++number), QString::fromUtf8(slideText(slide)));
    return QJsonDocument(QJsonObject{{QString::fromLatin1(plan.presentationId), slides}})
        .toJson(QJsonDocument::Compact);
}

QByteArray pollsJson(const MeetingScript &script)
{
    QJsonArray list;
    for (const Poll &poll : script.polls) {
        if (!script.isRecordedAt(poll.publishMs))
            continue;
        QJsonArray answers;
        for (std::size_t i = 0; i < poll.answers.size(); ++i)
            answers.append(QJsonObject{{u"id"_s, int(i)},
                                       {u"key"_s, QString::fromUtf8(poll.answers[i])},
                                       {u"numVotes"_s, poll.votesFor(int(i))}});
        list.append(QJsonObject{{u"timestamp"_s, script.recordingTime(poll.publishMs) / 1000},
                                {u"type"_s, QString::fromLatin1(poll.type)},
                                {u"question"_s, QString::fromUtf8(poll.question)},
                                {u"answers"_s, answers},
                                {u"respondents"_s, poll.asked},
                                {u"responders"_s, int(poll.votes.size())}});
    }
    return list.isEmpty() ? QByteArray() : QJsonDocument(list).toJson(QJsonDocument::Compact);
}

QByteArray notesHtml(const RecordingPlan &plan)
{
    QByteArray out = "<!DOCTYPE HTML>\n<html>\n<head><title>" + escaped(plan.name) +
                     "</title><meta charset=\"utf-8\"></head>\n<body>\n<strong>" + escaped(plan.about().sessions[0]) +
                     "</strong><br><ul class=\"bullet\">";
    for (const char *line : plan.about().speech)
        out += "<li>" + escaped(line) + "</li>";
    return out + "</ul>\n</body>\n</html>\n";
}

} // namespace

bool hasCaptions(const RecordingPlan &plan)
{
    return plan.index % 2 == 0;
}

std::vector<TextFile> presentationFiles(const RecordingPlan &plan, const MeetingScript &script)
{
    const Board board = boardOf(plan);
    std::vector<TextFile> files;
    files.push_back({u"shapes.svg"_s, shapesSvg(plan, script, board)});
    files.push_back({u"panzooms.xml"_s, panzoomsXml(script, board)});
    files.push_back({u"cursor.xml"_s, cursorXml(script, board)});
    files.push_back({u"slides_new.xml"_s, chatXml(script, board)});
    files.push_back({u"deskshare.xml"_s, deskshareXml(script)});
    files.push_back({u"presentation_text.json"_s, presentationTextJson(plan)});
    if (board != Board::Legacy)
        files.push_back({u"tldraw.json"_s, tldrawJson(plan, script, board)});
    if (QByteArray polls = pollsJson(script); !polls.isEmpty())
        files.push_back({u"polls.json"_s, std::move(polls)});
    if (script.externalVideoMs >= 0)
        files.push_back({u"external_videos.json"_s,
                         "[{\"timestamp\":" + QByteArray::number(script.recordingTime(script.externalVideoMs) / 1000) +
                             ",\"external_video_url\":\"https://example.org/watch/demo\"}]"});
    if (plan.index % 4 != 3)
        files.push_back({u"notes.html"_s, notesHtml(plan)});
    addCaptions(files, plan);
    return files;
}

std::vector<TextFile> videoFiles(const RecordingPlan &plan, const MeetingScript &script)
{
    std::vector<TextFile> files;
    files.push_back(
        {u"index.html"_s, "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>" + escaped(plan.name) +
                              "</title></head><body><video controls src=\"video-0.m4v\"></video></body></html>\n"});
    files.push_back({u"video.xml"_s, chatXml(script, boardOf(plan))});
    addCaptions(files, plan);
    return files;
}

std::vector<TextFile> notesFiles(const RecordingPlan &plan)
{
    return {{u"notes.html"_s, notesHtml(plan)}};
}

std::vector<TextFile> textTrackFiles(const RecordingPlan &plan, const MeetingScript &)
{
    if (!hasCaptions(plan))
        return {};
    return {{u"captions.json"_s,
             "[{\"kind\":\"subtitles\",\"label\":\"Русский\",\"lang\":\"ru\",\"source\":\"upload\"},"
             "{\"kind\":\"captions\",\"label\":\"English\",\"lang\":\"en\",\"source\":\"live\"}]"},
            {u"subtitles_ru.vtt"_s, captions(plan, true)},
            {u"captions_en.vtt"_s, captions(plan, false)}};
}

} // namespace letopis::demo
