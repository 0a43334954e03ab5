#include "ui/models/librarymime.h"

#include <QMimeData>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

QString recordingsMimeType()
{
    return u"application/x-letopis-recordings"_s;
}

QString folderMimeType()
{
    return u"application/x-letopis-folder"_s;
}

QMimeData *mimeOf(const QList<RecordingId> &recordings)
{
    QByteArrayList lines;
    for (const RecordingId recording : recordings)
        lines += QByteArray::number(recording.value);
    auto *data = new QMimeData;
    data->setData(recordingsMimeType(), lines.join('\n'));
    return data;
}

QMimeData *mimeOf(FolderId folder)
{
    auto *data = new QMimeData;
    data->setData(folderMimeType(), QByteArray::number(folder.value));
    return data;
}

QList<RecordingId> recordingsIn(const QMimeData &data)
{
    QList<RecordingId> recordings;
    const QByteArrayList lines = data.data(recordingsMimeType()).split('\n');
    for (const QByteArray &line : lines) {
        if (const qint64 id = line.toLongLong(); id > 0)
            recordings += RecordingId{id};
    }
    return recordings;
}

FolderId folderIn(const QMimeData &data)
{
    return FolderId{qMax<qint64>(0, data.data(folderMimeType()).toLongLong())};
}

} // namespace letopis
