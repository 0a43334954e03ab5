// Any bytes as what the script on the server prints, whole and in two pieces.
#include "core/providers/bigbluebutton/scriptanswer.h"

#include <cstdlib>

using namespace letopis;

namespace {
struct Heard
{
    bool isWhole = false;
    QByteArray end;
    DiskRecording recording;
    DiskAbility ability;
    qint64 entries = 0;
};

Heard hear(QByteArrayView first, QByteArrayView second)
{
    DiskRecordingReader recording;
    AbilityReader ability;
    Heard heard;
    ScriptAnswer answer([&](const QList<QByteArray> &fields) -> Result<> {
        heard.entries += diskEntryFrom(fields).has_value();
        static_cast<void>(ability.take(fields));
        return recording.take(fields);
    });
    const Result<> fed = answer.feed(first);
    heard.isWhole = fed && answer.feed(second) && answer.finish();
    heard.end = answer.end();
    heard.recording = recording.recording();
    heard.ability = ability.ability();
    return heard;
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView input(reinterpret_cast<const char *>(data), qsizetype(size));
    const Heard whole = hear(input, {});
    const Heard pieces = hear(input.first(input.size() / 2), input.sliced(input.size() / 2));
    if (whole.isWhole != pieces.isWhole)
        std::abort();
    if (whole.isWhole && (whole.end != pieces.end || whole.entries != pieces.entries || whole.recording.bytes() != pieces.recording.bytes()))
        std::abort();
    for (const DiskTree &tree : whole.recording.trees) {
        if (tree.files < 0 || tree.bytes < 0 || tree.tree.contains(u'\n'))
            std::abort();
    }
    for (const DiskFile &file : whole.recording.files) {
        if (file.bytes < 0 || (!file.sha256.isEmpty() && file.sha256.size() != 32))
            std::abort();
    }
    return 0;
}
