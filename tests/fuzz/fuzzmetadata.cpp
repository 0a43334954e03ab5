// Any bytes as a metadata.xml, and as a saved file of unknown kind.
#include "core/playback/metadataxmlreader.h"
#include "core/providers/bigbluebutton/savedanswer.h"

#include <QBuffer>

#include <cstdlib>

using namespace letopis;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto snapshot = readMetadataXml(QByteArrayView(data, qsizetype(size)));
    if (snapshot && (snapshot->externalId.isEmpty() || snapshot->startedAtMs < 0 || snapshot->endedAtMs < 0))
        std::abort();
    QBuffer file;
    file.setData(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    file.open(QIODevice::ReadOnly);
    const auto saved = readSavedAnswer(file);
    if (saved && saved->kind == SavedAnswer::Kind::EventsXml && !saved->meeting)
        std::abort();
    return 0;
}
