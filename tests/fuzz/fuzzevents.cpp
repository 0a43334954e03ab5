// Any bytes as an events.xml, in pieces whose size the first byte chooses.
#include "core/playback/eventsreader.h"

#include <cstdlib>

using namespace letopis;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const qsizetype piece = data[0] == 0 ? qsizetype(size) : data[0];
    const QByteArrayView input(data + 1, qsizetype(size) - 1);
    EventsReader reader;
    for (qsizetype at = 0; at < input.size(); at += piece) {
        if (!reader.feed(input.sliced(at, std::min(piece, input.size() - at))))
            return 0;
    }
    const auto record = reader.finish();
    if (!record)
        return 0;
    if (record->recordedMs < 0 || record->startedAtMs < 0 || record->endedAtMs < record->startedAtMs)
        std::abort();
    for (const Participant &participant : record->participants) {
        if (participant.presentMs < 0 || participant.talkMs < 0)
            std::abort();
        for (const PresenceSession &session : participant.sessions) {
            if (session.leftAtMs < session.joinedAtMs)
                std::abort();
        }
    }
    for (qsizetype i = 1; i < record->timeline.size(); ++i) {
        if (record->timeline[i - 1].atMs > record->timeline[i].atMs)
            std::abort();
    }
    return 0;
}
