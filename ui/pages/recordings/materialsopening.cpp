// MaterialsPresenter: what brings files out of the list, by opening, previewing and saving them.
#include "core/base/whendone.h"
#include "core/workspace/materialshelf.h"
#include "core/workspace/workspace.h"
#include "ui/models/materialmodel.h"
#include "ui/pages/recordings/materialpreview.h"
#include "ui/pages/recordings/materialspresenter.h"
#include "ui/pages/recordings/materialstab.h"
#include "ui/pages/recordings/materialthumbnails.h"
#include "ui/text/materialtext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/questions.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QStandardPaths>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

// "notes.pdf", "notes (2).pdf" …: nothing that is there, or was just given, is written over.
QString freeName(const QDir &folder, const QString &name, const QSet<QString> &given)
{
    const QFileInfo info(name);
    const QString ending = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    QString candidate = name;
    for (int number = 2; folder.exists(candidate) || given.contains(candidate.toCaseFolded()); ++number)
        candidate = u"%1 (%2)%3"_s.arg(info.completeBaseName()).arg(number).arg(ending);
    return candidate;
}

const MaterialVersion *versionIn(const Material &material, int number)
{
    const auto found = std::find_if(material.versions.begin(), material.versions.end(),
                                    [number](const MaterialVersion &one) { return one.number == number; });
    return found == material.versions.end() ? nullptr : &*found;
}

} // namespace

void MaterialsPresenter::open(const Material &material, int number)
{
    const MaterialVersion *version = versionIn(material, number);
    if (!version)
        return;
    if (isProgram(*version))
        return askAndOpen(material, *version);
    openCopy(material, number, true);
}

void MaterialsPresenter::askAndOpen(const Material &material, const MaterialVersion &version)
{
    Question question;
    question.title = tr("Open a program");
    question.text = tr("Open %1? It may run as a program on this computer.").arg(quotedName(version.fileName));
    question.details = version.addedBy.isEmpty()
        ? tr("Open it only if you know what it is and trust whoever added it.")
        : tr("%1 added it. Open it only if you know what it is and trust them.").arg(quotedName(version.addedBy));
    question.answers = {tr("Open it")};
    question.isDangerous = true;
    m_parts.questions.ask(&m_tab, question, [this, material, number = version.number](int answer) {
        if (answer == 0 && material.recording == m_current)
            openCopy(material, number, true);
    });
}

void MaterialsPresenter::openCopy(const Material &material, int version, bool mayFetch)
{
    whenDone(m_parts.workspace.materials().localCopy(m_parts.actor, material.id, version), this,
             [this, material, version, mayFetch](const Result<QString> &file) {
                 if (material.recording != m_current)
                     return; // the person went on to another recording
                 if (file)
                     return openLocal(*file, material.name);
                 if (file.error().kind != ErrorKind::NotFound || !mayFetch)
                     return m_tab.messages().showError(file.error());
                 m_tab.messages().showMessage(MessageBar::Level::Information,
                                              tr("Fetching %1. It opens when it is here.").arg(quotedName(material.name)));
                 const JobId job = m_parts.workspace.materials().startFetch(m_parts.actor, material.id, version, {});
                 watchJob(job, [this, material, version](const std::optional<Error> &error) {
                     m_tab.messages().clear();
                     if (error)
                         tell(*error);
                     else
                         openCopy(material, version, false);
                 });
             });
}

void MaterialsPresenter::preview(const Material &material, int number)
{
    const MaterialVersion *version = versionIn(material, number);
    if (!version)
        return;
    if (!canBePreviewed(version->mimeType, version->sizeBytes))
        return m_tab.messages().showMessage(MessageBar::Level::Information, tr("There is no preview of %1").arg(quotedName(material.name)),
                                            tr("Images and PDF documents have one. Others open in their own programs."));
    if (version->localFile.isEmpty())
        return m_tab.messages().showMessage(MessageBar::Level::Information,
                                            tr("%1 is not on this computer yet").arg(quotedName(material.name)),
                                            tr("Open it: that fetches it from the server."));
    auto *dialog = new MaterialPreviewDialog(m_parts.previewProgram, material.name, &m_tab);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MaterialPreviewDialog::openRequested, this, [this, material, number] { open(material, number); });
    dialog->showFile(version->localFile); // for reading only: not the copy that programs open
    dialog->open();
}

void MaterialsPresenter::openLocal(const QString &file, const QString &name)
{
    if (m_parts.openFile && m_parts.openFile(file))
        return;
    m_tab.messages().showMessage(MessageBar::Level::Warning, tr("No program opens %1").arg(quotedName(name)),
                                 tr("Save it with “Save as…” and open it with a program of your choice."));
}

QString MaterialsPresenter::folder() const
{
    return m_folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DownloadLocation) : m_folder;
}

void MaterialsPresenter::saveAs(const Material &material, int version)
{
    const FileQuestion question{tr("Save file"), QDir(folder()).filePath(safeFileName(material.name)), {}};
    m_parts.questions.chooseFileToSave(&m_tab, question, [this, id = material.id, version](const QString &path) {
        if (path.isEmpty())
            return;
        m_folder = QFileInfo(path).absolutePath();
        watchJob(m_parts.workspace.materials().startFetch(m_parts.actor, id, version, path),
                 [this, path](const std::optional<Error> &error) {
                     if (error)
                         return tell(*error);
                     m_tab.messages().showMessage(MessageBar::Level::Success,
                                                  tr("Saved as %1").arg(quotedName(QDir::toNativeSeparators(path))));
                 });
    });
}

void MaterialsPresenter::saveAll()
{
    m_parts.questions.chooseFolder(&m_tab, {tr("Save all files into a folder"), folder(), {}},
                                   [this, recording = m_current](const QString &path) {
                                       if (!path.isEmpty() && recording == m_current)
                                           saveAllInto(path);
                                   });
}

void MaterialsPresenter::saveAllInto(const QString &path)
{
    struct Tally
    {
        qsizetype left = 0;
        qsizetype saved = 0;
        std::optional<Error> error;
    };
    m_folder = path;
    const auto tally = std::make_shared<Tally>();
    const QDir folder(path);
    QSet<QString> given;
    QList<std::pair<Material, QString>> wanted;
    for (const Material &one : std::as_const(m_shown)) {
        if (one.isTrashed || one.versions.isEmpty())
            continue;
        const QString name = freeName(folder, safeFileName(one.name), given);
        given.insert(name.toCaseFolded());
        wanted.emplaceBack(one, folder.filePath(name));
    }
    tally->left = wanted.size();
    for (const auto &[material, file] : std::as_const(wanted)) {
        const JobId job =
            m_parts.workspace.materials().startFetch(m_parts.actor, material.id, material.newest().number, file);
        watchJob(job, [this, tally, path](const std::optional<Error> &error) {
            if (error && !tally->error)
                tally->error = error;
            tally->saved += error ? 0 : 1;
            if (--tally->left > 0)
                return;
            if (tally->error)
                tell(*tally->error);
            else
                m_tab.messages().showMessage(
                    MessageBar::Level::Success,
                    //: %1 is "3 files", %2 a folder
                    tr("Saved %1 in %2").arg(filesCount(tally->saved), quotedName(QDir::toNativeSeparators(path))));
        });
    }
}

} // namespace letopis
