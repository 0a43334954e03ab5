#include "ui/forms/attendanceexport.h"

#include "core/base/durablefile.h"
#include "core/domain/attendanceexport.h"
#include "core/workspace/audittrail.h"
#include "ui/forms/attendancepages.h"
#include "ui/text/filenames.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/questions.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QStandardPaths>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<> written(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return writeError(file);
    return {};
}

} // namespace

AttendanceExport::AttendanceExport(Questions &questions, MessageBar &messages, QWidget *window)
    : QObject(window), m_questions(questions), m_messages(messages), m_window(window)
{
}

void AttendanceExport::save(const AttendanceReport &report, RecordingId recording, const QString &suffix, const QString &filter,
                            std::function<Result<>(const QString &path)> write)
{
    FileQuestion question;
    question.title = tr("Save the attendance report");
    question.filter = filter;
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    //: File name, %1 is a recording's title
    question.suggestedPath = folder.filePath(safeBaseName(tr("%1, attendance").arg(report.title)) + u'.' + suffix);
    m_questions.chooseFileToSave(m_window, question, [this, suffix, recording, count = report.rows.size(), write = std::move(write)](const QString &chosen) {
        if (chosen.isEmpty())
            return;
        const QString path = QFileInfo(chosen).suffix().isEmpty() ? chosen + u'.' + suffix : chosen;
        if (const Result<> done = write(path); !done)
            return m_messages.showError(done.error());
        m_messages.showMessage(MessageBar::Level::Success, tr("Saved to %1").arg(QDir::toNativeSeparators(path)));
        Q_EMIT exported({.action = u"participants.exported"_s, .recording = recording, .format = suffix, .file = QFileInfo(path).fileName(), .count = count});
    });
}

void AttendanceExport::savePdf(const AttendanceReport &report, ServerKind service, RecordingId recording)
{
    save(report, recording, u"pdf"_s, tr("PDF documents (*.pdf)"), [report, service](const QString &path) -> Result<> {
        const Result<int> pages = AttendancePages(report, service).savePdf(path);
        return pages ? Result<>() : Result<>(pages.error());
    });
}

void AttendanceExport::saveCsv(const AttendanceReport &report, ServerKind, RecordingId recording)
{
    save(report, recording, u"csv"_s, tr("CSV tables (*.csv)"), [report](const QString &path) {
        // Without the mark common spreadsheets take UTF-8 for the country's old encoding.
        return written(path, "\xEF\xBB\xBF" + attendanceCsv(report));
    });
}

void AttendanceExport::saveJson(const AttendanceReport &report, ServerKind, RecordingId recording)
{
    save(report, recording, u"json"_s, tr("JSON files (*.json)"), [report](const QString &path) {
        return written(path, QJsonDocument(attendanceJson(report)).toJson());
    });
}

void AttendanceExport::print(const AttendanceReport &report, ServerKind service, RecordingId recording)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(safeBaseName(report.title));
    printer->setPageMargins({15, 15, 15, 15}, QPageLayout::Millimeter);
    auto *dialog = new QPrintDialog(printer.get(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Print the attendance report"));
    // The dialog uses the printer to its end.
    connect(dialog, &QObject::destroyed, this, [printer] {});
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this, [this, report, service, recording](QPrinter *chosen) {
        if (const Result<int> pages = AttendancePages(report, service).paint(*chosen); !pages)
            return m_messages.showError(pages.error());
        Q_EMIT exported({.action = u"participants.printed"_s, .recording = recording, .format = {}, .file = {}, .count = report.rows.size()});
    });
    dialog->open();
}

} // namespace letopis
