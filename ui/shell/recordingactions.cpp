#include "ui/shell/recordingactions.h"

#include "core/workspace/workspace.h"
#include "ui/shell/actions.h"
#include "ui/text/filenames.h"
#include "ui/text/names.h"
#include "ui/widgets/questions.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QStandardPaths>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

QString safeFileName(const QString &title, const QString &format)
{
    const QString name = safeBaseName(title);
    // BigBlueButton's own containers; what the server really has is known only once it answers.
    if (format == u"podcast"_s)
        return name + u".ogg"_s;
    return name + (format == u"presentation"_s || format == u"screenshare"_s ? u".webm"_s : u".mp4"_s);
}

RecordingActions::RecordingActions(const WindowParts &parts, const WindowHooks &hooks, Actions &actions, QWidget *window)
    : QObject(window), m_parts(parts), m_hooks(hooks), m_actions(actions), m_window(window)
{
    connect(actions[Actions::Play], &QAction::triggered, this, &RecordingActions::playBest);
    connect(actions[Actions::Download], &QAction::triggered, this, &RecordingActions::downloadBest);
    connect(actions[Actions::CopyRecordId], &QAction::triggered, this, &RecordingActions::copyRecordId);
    updateEnabled();
}

void RecordingActions::setRecording(const std::optional<RecordingDetails> &details)
{
    m_details = details;
    updateEnabled();
}

void RecordingActions::updateEnabled()
{
    const bool canPlay = m_details && !bestFormat().isEmpty();
    m_actions[Actions::Play]->setEnabled(canPlay);
    m_actions[Actions::Download]->setEnabled(canPlay);
    m_actions[Actions::CopyRecordId]->setEnabled(m_details.has_value());
    m_actions[Actions::OpenRecording]->setEnabled(m_details.has_value());
}

QString RecordingActions::bestFormat() const
{
    if (!m_details || !m_hooks.canPlay)
        return {};
    for (const QString &preferred : {u"video"_s, u"presentation"_s, u"podcast"_s}) {
        if (m_details->row.formats.contains(preferred) && m_hooks.canPlay(preferred))
            return preferred;
    }
    for (const QString &other : m_details->row.formats) {
        if (m_hooks.canPlay(other))
            return other;
    }
    return {};
}

void RecordingActions::playBest()
{
    play(bestFormat());
}

void RecordingActions::downloadBest()
{
    download(bestFormat());
}

void RecordingActions::play(const QString &format)
{
    if (m_details && m_hooks.play && !format.isEmpty())
        m_hooks.play(m_window, m_details->row.id, format);
}

void RecordingActions::download(const QString &format)
{
    if (m_details && !format.isEmpty())
        downloadAs(m_details->row.id, m_details->row.title, format);
}

void RecordingActions::downloadAs(RecordingId id, const QString &title, const QString &format)
{
    if (title.isEmpty() && m_details && m_details->row.id == id && !m_details->row.title.isEmpty())
        return downloadAs(id, m_details->row.title, format);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    FileQuestion question;
    question.title = tr("Download %1").arg(formatText(format));
    question.suggestedPath = QDir(folder).filePath(safeFileName(title, format));
    m_parts.questions.chooseFileToSave(m_window, question, [this, id, format](const QString &path) {
        if (!path.isEmpty())
            m_parts.workspace.startDownload(m_parts.actor, id, format, path);
    });
}

void RecordingActions::copyRecordId()
{
    if (m_details)
        QGuiApplication::clipboard()->setText(m_details->row.externalId);
}

} // namespace letopis
