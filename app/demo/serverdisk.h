#pragma once

#include "app/demo/mediacache.h"
#include "app/demo/meetingscript.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace letopis::demo {

// /var/bigbluebutton of the server: published, unpublished, deleted, recording/{raw,status,process}, events, captions.
class ServerDisk
{
public:
    // `base` is "https://host:port", for the links in metadata.xml.
    ServerDisk(QString root, const MediaCache &media, QByteArray base);

    const QString &root() const { return m_root; }
    // Makes the directories every server has.
    bool prepare() const;
    // Writes a recording's files and puts their true sizes, times and head-count into the plan.
    bool write(RecordingPlan &plan, const MeetingScript &script) const;
    // Moves every format's directory after the plan's state changed, and rewrites the metadata.
    bool move(const RecordingPlan &plan, State from) const;
    // Where its formats lie now, whoever moved them; nothing: no more on the disk.
    std::optional<State> stateOf(const RecordingPlan &plan) const;
    void rewriteMetadata(const RecordingPlan &plan) const;
    // What `bbb-record --delete` does.
    void purge(const RecordingPlan &plan) const;
    QString captionsFile(const QByteArray &recordId, const QString &name) const;

private:
    QString formatDirectory(const RecordingPlan &plan, std::size_t format, State state) const;
    qint64 writeRaw(const RecordingPlan &plan, const MeetingScript &script) const;
    void writeStatus(const RecordingPlan &plan) const;
    void writeFormat(RecordingPlan &plan, std::size_t format, const MeetingScript &script) const;
    qint64 writePresentation(const QString &dir, const RecordingPlan &plan, const MeetingScript &script) const;
    void writeProcessing(const RecordingPlan &plan) const;

    QString m_root;
    const MediaCache &m_media;
    QByteArray m_base;
};

} // namespace letopis::demo
