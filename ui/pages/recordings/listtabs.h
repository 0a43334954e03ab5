#pragma once

#include "core/domain/recording.h"
#include "core/domain/timeline.h"

#include <QStackedWidget>

class QStandardItemModel;

namespace letopis {

class EmptyState;
class PlainTable;
class TimelineModel;

// What the server tells about the recording, key by key, in its own spelling.
class MetadataTab final : public QStackedWidget
{
    Q_OBJECT

public:
    explicit MetadataTab(QWidget *parent = nullptr);

    void showMetadata(const Metadata &metadata);

private:
    QStandardItemModel *m_model = nullptr;
    PlainTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
};

// What happened in the meeting, in order.
class TimelineTab final : public QStackedWidget
{
    Q_OBJECT

public:
    explicit TimelineTab(QWidget *parent = nullptr);

    void clear(const RecordingDetails &details);
    void showEntries(const QList<TimelineEntry> &entries, const RecordingDetails &details);

private:
    TimelineModel *m_model = nullptr;
    PlainTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
};

} // namespace letopis
