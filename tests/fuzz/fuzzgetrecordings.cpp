// Any bytes as a getRecordings answer, in pieces whose size the first byte chooses.
#include "core/providers/bigbluebutton/apianswer.h"

#include <cstdlib>

using namespace letopis;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const qsizetype piece = data[0] == 0 ? qsizetype(size) : data[0];
    const QByteArrayView input(data + 1, qsizetype(size) - 1);
    qint64 arrived = 0;
    const auto take = [&arrived](std::vector<RecordingSnapshot> page) -> Result<> {
        for (const RecordingSnapshot &snapshot : page) {
            ++arrived;
            const bool isKept = !snapshot.externalId.isEmpty() && snapshot.externalId.size() <= 255
                && !snapshot.externalId.contains(u'/') && snapshot.name.size() <= 1000 && snapshot.startedAtMs >= 0
                && snapshot.participantCount >= -1 && snapshot.rawSizeBytes >= -1;
            if (!isKept)
                std::abort();
            for (const PlaybackFormat &format : snapshot.formats) {
                if (format.type.isEmpty() || format.durationMs < -1 || format.sizeBytes < -1)
                    std::abort();
            }
        }
        return {};
    };
    // Every other recording's bytes count as known from an earlier sync: the way around the parser is fuzzed too.
    const auto recognise = [&arrived](const SourceDigest &source) {
        const bool isKnown = (source.low & 1) != 0;
        arrived += isKnown ? 1 : 0;
        return isKnown;
    };
    ApiAnswerReader reader(RecordingSink(take, recognise), 3);
    for (qsizetype at = 0; at < input.size(); at += piece) {
        if (!reader.feed(input.sliced(at, std::min(piece, input.size() - at))))
            return 0;
    }
    if (reader.finish() && arrived != reader.recordings())
        std::abort();
    return 0;
}
