#include "ui/pages/audit/auditcommands.h"

#include "core/base/whendone.h"
#include "core/workspace/audittrail.h"
#include "core/workspace/workspace.h"
#include "ui/pages/audit/auditexportdialog.h"
#include "ui/pages/audit/auditprogress.h"
#include "ui/text/auditverdicttext.h"
#include "ui/text/dates.h"
#include "ui/text/filenames.h"
#include "ui/text/quantities.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/questions.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

QString inDocuments(const QString &name)
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(name);
}

QString suffixOf(AuditFileFormat format)
{
    switch (format) {
    case AuditFileFormat::Csv: return u"csv"_s;
    case AuditFileFormat::JsonLines: return u"jsonl"_s;
    case AuditFileFormat::Extract: return u"extract.jsonl"_s;
    }
    return {};
}

Result<> written(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return Error{ErrorKind::PermissionDenied, file.errorString(), path, file.error()}; // the disk's refusal, not a role's
    return {};
}

} // namespace

AuditCommands::AuditCommands(const AuditParts &parts, MessageBar &messages, AuditProgress &progress, QWidget *window)
    : QObject(window), m_parts(parts), m_messages(messages), m_progress(progress), m_window(window)
{
}

void AuditCommands::verify(const QString &anchorFile)
{
    if (m_progress.isRunning())
        return;
    m_messages.clear();
    const AuditProgress::Run run = m_progress.begin(tr("Checking every event…"));
    whenDone(m_parts.workspace.audit().verify(m_parts.actor, anchorFile, run.counters, run.stop), this,
             [this, wasAnchorGiven = !anchorFile.isEmpty()](const Result<AuditVerdict> &verdict) {
                 m_progress.end();
                 if (!verdict)
                     return showFailure(verdict.error());
                 const ErrorText text = auditVerdictText(*verdict, wasAnchorGiven);
                 m_messages.showMessage(verdict->isIntact() ? MessageBar::Level::Success : MessageBar::Level::Error, text.sentence, text.advice);
             });
}

void AuditCommands::verifyAgainst()
{
    m_parts.questions.chooseFileToOpen(m_window, {tr("Check against an anchor"), inDocuments({}), tr("Anchors (*.txt);;All files (*)")},
                                       [this](const QString &path) {
                                           if (!path.isEmpty())
                                               verify(path);
                                       });
}

void AuditCommands::exportEvents(const AuditQuery &query, const QString &subject)
{
    if (m_progress.isRunning())
        return;
    whenDone(m_parts.workspace.audit().signing(m_parts.actor), this, [this, query, subject](const Result<AuditSigning> &signing) {
        std::optional<AuditSigning> known = signing ? std::optional(*signing) : std::nullopt;
        // Who reads the journal of their recording only is told nothing of the key, and may sign with it.
        if (!signing && signing.error().kind == ErrorKind::PermissionDenied)
            known = AuditSigning{.isAvailable = true, .store = {}, .publicKey = {}, .fingerprint = {}};
        auto *dialog = new AuditExportDialog(query, known, m_window);
        connect(dialog, &AuditExportDialog::chosen, this, [this, query, subject](AuditFileFormat format, bool isSigned) {
            const QString name = subject.isEmpty() ? tr("Journal") : tr("Journal of %1").arg(subject);
            FileQuestion question{tr("Export the journal"), inDocuments(safeBaseName(name) + u'.' + suffixOf(format)), {}};
            question.filter = format == AuditFileFormat::Csv ? tr("CSV tables (*.csv)") : tr("Lines of JSON (*.jsonl *.jsonl.zst)");
            m_parts.questions.chooseFileToSave(m_window, question, [this, query, format, isSigned](const QString &chosen) {
                if (chosen.isEmpty())
                    return;
                write(query, format, QFileInfo(chosen).suffix().isEmpty() ? chosen + u'.' + suffixOf(format) : chosen, isSigned);
            });
        });
        dialog->open();
    });
}

void AuditCommands::write(const AuditQuery &query, AuditFileFormat format, const QString &file, bool isSigned)
{
    if (m_progress.isRunning())
        return;
    m_messages.clear();
    const AuditProgress::Run run = m_progress.begin(tr("Exporting the journal…"));
    AuditQuery inOrder = query;
    inOrder.order = AuditQuery::Order::OldestFirst;
    whenDone(m_parts.workspace.audit().exportTo(m_parts.actor, inOrder, format, file, isSigned, run.counters, run.stop), this,
             [=, this](const Result<AuditExportReport> &report) {
                 m_progress.end();
                 onWritten(report, [=, this] { write(query, format, file, false); });
             });
}

void AuditCommands::onWritten(const Result<AuditExportReport> &report, const std::function<void()> &withoutSigning)
{
    if (!report) {
        showFailure(report.error());
        if (report.error().kind == ErrorKind::SecretStoreUnavailable)
            m_messages.addAction(tr("Write it &unsigned"), withoutSigning);
        return;
    }
    QStringList facts{tr("%1, %2").arg(eventsCount(report->events), sizeText(report->sizeBytes))};
    if (report->withheld > 0)
        facts += tr("Of %1 more only the hashes are in it.").arg(eventsCount(report->withheld));
    if (!report->publicKey.isEmpty())
        facts += tr("It is signed.");
    m_messages.showMessage(MessageBar::Level::Success, tr("Saved to %1").arg(QDir::toNativeSeparators(report->file)), facts.join(u' '));
    Q_EMIT journalGrew();
}

void AuditCommands::saveAnchor()
{
    whenDone(m_parts.workspace.audit().anchor(m_parts.actor), this, [this](const Result<AuditAnchor> &anchor) {
        if (!anchor)
            return showFailure(anchor.error());
        const QString day = QDateTime::fromMSecsSinceEpoch(anchor->atMs, Qt::UTC).date().toString(Qt::ISODate);
        const FileQuestion question{tr("Save the anchor"), inDocuments(tr("Letopis anchor %1").arg(day) + u".txt"_s), tr("Anchors (*.txt)")};
        m_parts.questions.chooseFileToSave(m_window, question, [this, text = anchorText(*anchor), at = anchor->sequence](const QString &chosen) {
            if (chosen.isEmpty())
                return;
            const QString path = QFileInfo(chosen).suffix().isEmpty() ? chosen + u".txt"_s : chosen;
            if (const Result<> saved = written(path, text); !saved)
                return showFailure(saved.error());
            m_messages.showMessage(MessageBar::Level::Success, tr("Saved to %1").arg(QDir::toNativeSeparators(path)),
                                   tr("It stands for the journal up to event %1. Keep it where nobody who uses this catalog can change it.").arg(numberText(at)));
            Q_EMIT journalGrew();
        });
    });
}

void AuditCommands::mailAnchor()
{
    whenDone(m_parts.workspace.audit().anchor(m_parts.actor), this, [this](const Result<AuditAnchor> &anchor) {
        if (!anchor)
            return showFailure(anchor.error());
        const QString subject = tr("Anchor of the Letopis journal, event %1").arg(anchor->sequence);
        const QString text = tr("Keep this letter. With it anybody can prove later that nothing was cut off the journal: save the lines below as a "
                                "file and choose “Check against an anchor”.")
            + u"\n\n"_s + QString::fromUtf8(anchorText(*anchor));
        // Encoded whole: mail programs read "+" as it stands.
        const QByteArray address = "mailto:?subject=" + QUrl::toPercentEncoding(subject) + "&body=" + QUrl::toPercentEncoding(QString(text).replace(u"\n"_s, u"\r\n"_s));
        if (!m_parts.openUrl || !m_parts.openUrl(QUrl::fromEncoded(address)))
            return m_messages.showMessage(MessageBar::Level::Warning, tr("There is no mail program that takes a letter from here."),
                                          tr("Save the anchor to a file and send that."));
        m_messages.showMessage(MessageBar::Level::Information, tr("The letter is open in the mail program."),
                               tr("Send it to somebody who cannot change this catalog."));
        Q_EMIT journalGrew();
    });
}

void AuditCommands::showFailure(const Error &error)
{
    if (error.kind == ErrorKind::Cancelled)
        return m_messages.showMessage(MessageBar::Level::Information, tr("Stopped. Nothing was found out and nothing was written."));
    const ErrorText text = auditErrorText(error);
    m_messages.showMessage(MessageBar::Level::Error, text.sentence, text.advice);
}

} // namespace letopis
