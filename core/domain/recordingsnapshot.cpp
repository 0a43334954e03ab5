#include "core/domain/recordingsnapshot.h"

namespace letopis {

namespace {
QString firstNonEmpty(const Metadata &metadata, std::initializer_list<QStringView> keys)
{
    for (const QStringView key : keys) {
        if (const QString value = metadataValue(metadata, key); !value.isEmpty())
            return value;
    }
    return {};
}
} // namespace

QString shownTitle(const RecordingSnapshot &snapshot)
{
    const QString fromMetadata = firstNonEmpty(snapshot.metadata, {u"name", u"bbb-recording-name"});
    return fromMetadata.isEmpty() ? snapshot.name : fromMetadata;
}

QString shownDescription(const RecordingSnapshot &snapshot)
{
    return firstNonEmpty(snapshot.metadata, {u"description", u"bbb-recording-description"});
}

} // namespace letopis
