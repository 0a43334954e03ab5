#pragma once

#include "core/base/result.h"
#include "core/domain/attendancereport.h"
#include "core/domain/server.h"

#include <QObject>

#include <functional>

class QWidget;

namespace letopis {

struct ExportNote;
class MessageBar;
class Questions;

// Takes the attendance report of a recording out of the program: to a file the person chooses, or to a printer.
class AttendanceExport final : public QObject
{
    Q_OBJECT

public:
    AttendanceExport(Questions &questions, MessageBar &messages, QWidget *window);

    void savePdf(const AttendanceReport &report, ServerKind service, RecordingId recording);
    void saveCsv(const AttendanceReport &report, ServerKind service, RecordingId recording);
    void saveJson(const AttendanceReport &report, ServerKind service, RecordingId recording);
    void print(const AttendanceReport &report, ServerKind service, RecordingId recording);

Q_SIGNALS:
    void exported(const letopis::ExportNote &note); // for the journal

private:
    void save(const AttendanceReport &report, RecordingId recording, const QString &suffix, const QString &filter,
              std::function<Result<>(const QString &path)> write);

    Questions &m_questions;
    MessageBar &m_messages;
    QWidget *m_window = nullptr;
};

} // namespace letopis
