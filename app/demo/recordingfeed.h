#pragma once

#include "app/demo/catalog.h"
#include "app/demo/httpanswer.h"

namespace letopis::demo {

// A complete getRecordings answer, made while it is sent. The catalog must outlive it.
class RecordingFeed : public BodySource
{
public:
    RecordingFeed(const Catalog &catalog, RecordingQuery query, QByteArray base, bool scalelite,
                  QList<QByteArray> extra);
    QByteArray next() override;

private:
    int indexAt(int position) const;

    const Catalog &m_catalog;
    RecordingQuery m_query;
    QByteArray m_base;
    bool m_scalelite;
    QList<QByteArray> m_extra;
    std::vector<int> m_newestFirst; // Scalelite's order
    int m_position = -1;
    bool m_isEmpty = true;
    bool m_isDone = false;
};

// The same for one page; the slice is small. `extra` comes after the last page's recordings, counted nowhere.
QByteArray directoryPage(const Catalog &catalog, const RecordingQuery &query, qint64 offset, qint64 limit,
                         const QByteArray &base, const QList<QByteArray> &extra);
QByteArray mergedPage(const Catalog &catalog, const RecordingQuery &query, qint64 offset, qint64 limit,
                      const QByteArray &base, const QList<QByteArray> &extra);

} // namespace letopis::demo
