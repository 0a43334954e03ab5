// Parsing speed: EventsReader on an events.xml of the true distribution, ApiAnswerReader on one getRecordings answer, each
// against `xmllint --stream` on the same file in the same run. bench_parsing [events megabytes] [recordings]. Asserts nothing.
#include "core/playback/eventsreader.h"
#include "core/providers/bigbluebutton/apianswer.h"
#include "tests/benchmark/recordingsanswer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int rounds = 3;

double secondsOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e9;
}

double secondsOfXmllint(const QString &file)
{
    return secondsOf([&file] { QProcess::execute(u"xmllint"_s, {u"--stream"_s, u"--noout"_s, file}); });
}

template<typename Reader>
void feedFile(const QString &name, Reader &reader)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return;
    for (QByteArray piece = file.read(1 << 18); !piece.isEmpty(); piece = file.read(1 << 18)) {
        if (!reader.feed(piece))
            std::printf("refused\n");
    }
}

// Best of some rounds of both, taken in turn.
void compare(const char *what, const QString &file, const std::function<void()> &ours)
{
    double best = 1e9;
    double xmllint = 1e9;
    for (int round = 0; round < rounds; ++round) {
        xmllint = std::min(xmllint, secondsOfXmllint(file));
        best = std::min(best, secondsOf(ours));
    }
    const double megabytes = double(QFileInfo(file).size()) / 1e6;
    std::printf("%s: %.1f MB, ours %.3f s (%.0f MB/s), xmllint --stream %.3f s (%.0f MB/s), ratio %.2f\n", what, megabytes, best,
                megabytes / best, xmllint, megabytes / xmllint, best / xmllint);
}
} // namespace

int main(int argc, char **argv)
{
    const int megabytes = argc > 1 ? QByteArray(argv[1]).toInt() : 100;
    const int recordings = argc > 2 ? QByteArray(argv[2]).toInt() : 100'000;
    QTemporaryDir directory;
    const QString events = directory.filePath(u"events.xml"_s);
    const QString answer = directory.filePath(u"answer.xml"_s);
    QFile eventsFile(events);
    QFile answerFile(answer);
    if (!eventsFile.open(QIODevice::WriteOnly) || !answerFile.open(QIODevice::WriteOnly))
        return 1;
    bench::writeEventsFile(eventsFile, megabytes);
    bench::writeRecordingsAnswer(answerFile, recordings);
    eventsFile.close();
    answerFile.close();

    compare("events.xml", events, [&events] {
        EventsReader reader;
        feedFile(events, reader);
        const auto record = reader.finish();
        if (!record || record->participants.size() != 30)
            std::printf("not read\n");
    });
    compare("getRecordings", answer, [&answer, recordings] {
        qint64 arrived = 0;
        ApiAnswerReader reader([&arrived](std::vector<RecordingSnapshot> page) -> Result<> {
            arrived += qint64(page.size());
            return {};
        });
        feedFile(answer, reader);
        if (!reader.finish() || arrived != recordings)
            std::printf("not read\n");
    });
    return 0;
}
