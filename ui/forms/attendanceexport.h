#pragma once

#include "core/base/result.h"
#include "core/domain/attendancereport.h"
#include "core/domain/server.h"

#include <QObject>

#include <functional>

class QWidget;

namespace letopis {

class MessageBar;
class Questions;

// Takes the attendance report out of the program: to a file the person chooses, or to a printer.
class AttendanceExport final : public QObject
{
    Q_OBJECT

public:
    AttendanceExport(Questions &questions, MessageBar &messages, QWidget *window);

    void savePdf(const AttendanceReport &report, ServerKind service);
    void saveCsv(const AttendanceReport &report, ServerKind service);
    void saveJson(const AttendanceReport &report, ServerKind service);
    void print(const AttendanceReport &report, ServerKind service);

private:
    void save(const AttendanceReport &report, const QString &suffix, const QString &filter,
              std::function<Result<>(const QString &path)> write);

    Questions &m_questions;
    MessageBar &m_messages;
    QWidget *m_window = nullptr;
};

} // namespace letopis
