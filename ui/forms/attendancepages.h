#pragma once

#include "core/base/result.h"
#include "core/domain/attendancereport.h"
#include "core/domain/server.h"

class QPagedPaintDevice;

namespace letopis {

// The attendance report on paper: title, date and recorded time; a table of everybody with its head on every page; the
// title above and the page's number below each page. Needs fonts: main thread.
class AttendancePages
{
public:
    AttendancePages(AttendanceReport report, ServerKind service);

    // Paints every page onto the device, at its size and resolution; the number of pages. Internal where nothing can be
    // painted there.
    Result<int> paint(QPagedPaintDevice &device) const;

    // A4 with 15 mm of margin, replacing the file as a whole.
    Result<int> savePdf(const QString &path) const;

private:
    const AttendanceReport m_report;
    const ServerKind m_service;
};

} // namespace letopis
