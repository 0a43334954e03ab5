#include "ui/pages/recordings/materialspresenter.h"

#include "core/base/clock.h"
#include "core/base/whendone.h"
#include "core/workspace/materialshelf.h"
#include "core/workspace/workspace.h"
#include "ui/forms/dialogdrafts.h"
#include "ui/models/materialmodel.h"
#include "ui/pages/recordings/changedcopies.h"
#include "ui/pages/recordings/materialdialogs.h"
#include "ui/pages/recordings/materiallist.h"
#include "ui/pages/recordings/materialstab.h"
#include "ui/pages/recordings/materialthumbnails.h"
#include "ui/pages/recordings/previewmaker.h"
#include "ui/text/materialtext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/questions.h"

#include <QAction>
#include <QJsonDocument>
#include <QStandardPaths>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype mostThumbnails = 400; // some 15 MB; a day's recordings come and go

MaterialsPresenter::Parts withPreviews(MaterialsPresenter::Parts parts)
{
    if (parts.previewProgram.isEmpty())
        parts.previewProgram = PreviewMaker::programBeside();
    return parts;
}

} // namespace

MaterialsPresenter::MaterialsPresenter(Parts parts, MaterialsTab &tab, QObject *parent)
    : QObject(parent)
    , m_parts(withPreviews(std::move(parts)))
    , m_tab(tab)
    , m_thumbnails(new MaterialThumbnails(m_parts.previewProgram, this))
    , m_copies(new ChangedCopies(m_parts.workspace, m_parts.actor, m_parts.questions, tab.copiesBar(), this))
    , m_drafts(new DialogDrafts(m_parts.workspace.drafts(), m_parts.actor, u"material/"_s, tab.messages(), this))
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(30ms);
    connect(&m_settle, &QTimer::timeout, this, &MaterialsPresenter::load);
    connect(&m_parts.workspace.materials(), &MaterialShelf::materialsChanged, this, [this](RecordingId recording) {
        if (recording == m_current && !m_settle.isActive())
            m_settle.start();
    });
    connect(&m_parts.workspace, &Workspace::jobChanged, this, &MaterialsPresenter::onJobChanged);
    connect(m_thumbnails, &MaterialThumbnails::made, &tab.model(), &MaterialModel::setThumbnail);
    connect(&tab, &MaterialsTab::filesDropped, this, &MaterialsPresenter::addFiles);
    connect(&tab, &MaterialsTab::unusableDropped, this, [this] {
        m_tab.messages().showMessage(MessageBar::Level::Warning, tr("Only files of this computer can be added"),
                                     tr("Add the files inside a folder, or pack it into an archive first."));
    });
    connect(&tab.model(), &MaterialModel::renameRequested, this,
            [this](MaterialId id, const QString &name) { change(id, {.name = name, .description = {}, .position = {}}); });
    // Not at once: a drop is still under way inside the view.
    connect(&tab.model(), &MaterialModel::orderRequested, this, &MaterialsPresenter::setOrder, Qt::QueuedConnection);
    connect(m_drafts, &DialogDrafts::continueRequested, this, &MaterialsPresenter::continueDraft);
    connect(m_copies, &ChangedCopies::failed, this, &MaterialsPresenter::tell);
    connectActions();
}

MaterialsPresenter::~MaterialsPresenter() = default;

void MaterialsPresenter::connectActions()
{
    const auto on = [this](MaterialsTab::Command command, auto call) {
        connect(m_tab.action(command), &QAction::triggered, this, call);
    };
    const auto onOne = [this, on](MaterialsTab::Command command, void (MaterialsPresenter::*call)(const Material &, int)) {
        on(command, [this, call] {
            const QList<Material> selected = m_tab.selection();
            if (selected.size() == 1)
                (this->*call)(selected.first(), selected.first().newest().number);
        });
    };
    on(MaterialsTab::Add, [this] { add(); });
    onOne(MaterialsTab::Open, &MaterialsPresenter::open);
    onOne(MaterialsTab::Preview, &MaterialsPresenter::preview);
    onOne(MaterialsTab::SaveAs, &MaterialsPresenter::saveAs);
    on(MaterialsTab::SaveAll, [this] { saveAll(); });
    on(MaterialsTab::NewVersion, [this] { addVersion(); });
    on(MaterialsTab::Versions, [this] { showVersions(); });
    on(MaterialsTab::Describe, [this] { describe(); });
    on(MaterialsTab::Trash, [this] { trash(); });
    on(MaterialsTab::Restore, [this] {
        QList<MaterialId> ids;
        for (const Material &one : m_tab.selection()) {
            if (one.isTrashed)
                ids += one.id;
        }
        restore(ids);
    });
    on(MaterialsTab::ShowTrash, [this] { load(); });
    on(MaterialsTab::Exchange, [this] { exchange(); });
    on(MaterialsTab::Undo, [this] { undoTrash(); });
}

void MaterialsPresenter::show(RecordingId recording, ServerId server)
{
    m_server = server;
    if (recording != m_current) {
        m_current = recording;
        m_copies->look({}); // until the list is read
        ++m_generation;
        m_selectsNew = false;
        m_shown.clear();
        m_jobs.clear(); // the drawer goes on showing them
        forgetTrashed();
        if (m_versions)
            m_versions->close();
        m_tab.clear();
        if (m_tab.model().thumbnailCount() > mostThumbnails) {
            m_tab.model().dropThumbnails();
            m_thumbnails->forgetAll();
        }
    }
    load();
}

void MaterialsPresenter::load()
{
    if (!m_current.isValid())
        return;
    const quint64 generation = ++m_generation;
    whenDone(m_parts.workspace.materials().materials(m_parts.actor, m_current, m_tab.showsTrash()), this,
             [this, generation](const Result<QList<Material>> &materials) {
                 if (generation != m_generation)
                     return;
                 if (materials)
                     return onMaterials(*materials);
                 m_tab.showUnread();
                 m_tab.messages().showError(materials.error());
                 m_tab.messages().addAction(tr("Try again"), [this] {
                     m_tab.messages().clear();
                     load();
                 });
             });
}

void MaterialsPresenter::onMaterials(const QList<Material> &materials)
{
    QList<MaterialId> added;
    for (const Material &one : materials) {
        const bool wasThere = std::any_of(m_shown.cbegin(), m_shown.cend(), [&](const Material &old) { return old.id == one.id; });
        if (!wasThere && !one.isTrashed)
            added += one.id;
    }
    m_shown = materials;
    m_tab.showMaterials(materials, m_parts.clock.now());
    m_drafts->setRecording(m_current);
    if (std::exchange(m_selectsNew, m_selectsNew && added.isEmpty()) && !added.isEmpty())
        m_tab.select(added);
    requestThumbnails(materials);
    m_copies->look(m_current);
    if (!m_versions)
        return;
    const int row = m_tab.model().rowOf(m_versions->material());
    if (row >= 0)
        m_versions->showMaterial(m_tab.model().material(row), m_parts.clock.now());
}

void MaterialsPresenter::requestThumbnails(const QList<Material> &materials)
{
    for (const Material &one : materials) {
        if (one.versions.isEmpty())
            continue;
        const MaterialVersion &newest = one.newest();
        if (newest.localFile.isEmpty() || m_tab.model().hasThumbnail(newest.sha256)
            || !m_thumbnails->begin(newest.sha256, newest.mimeType, newest.sizeBytes))
            continue;
        // What the profile keeps, for reading only: a copy to be opened is made when somebody opens it.
        m_thumbnails->make(newest.sha256, newest.localFile);
    }
}

void MaterialsPresenter::add()
{
    const FileQuestion question{tr("Add files"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), {}};
    m_parts.questions.chooseFilesToOpen(&m_tab, question, [this, recording = m_current](const QStringList &files) {
        if (recording == m_current)
            addFiles(files);
    });
}

void MaterialsPresenter::addFiles(const QStringList &files)
{
    if (files.isEmpty() || !m_current.isValid())
        return;
    m_selectsNew = true;
    const JobId job = m_parts.workspace.materials().startAdd(m_parts.actor, m_current, files);
    watchJob(job, [this](const std::optional<Error> &error) {
        if (error)
            tell(*error);
    });
}

void MaterialsPresenter::addVersion()
{
    const QList<Material> selected = m_tab.selection();
    if (selected.size() != 1)
        return;
    const FileQuestion question{tr("New version of %1").arg(quotedName(selected.first().name)),
                                QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                {}};
    m_parts.questions.chooseFileToOpen(&m_tab, question, [this, id = selected.first().id](const QString &file) {
        if (file.isEmpty())
            return;
        watchJob(m_parts.workspace.materials().startAddVersion(m_parts.actor, id, file),
                 [this](const std::optional<Error> &error) {
                     if (error)
                         tell(*error);
                 });
    });
}

void MaterialsPresenter::showVersions()
{
    const QList<Material> selected = m_tab.selection();
    if (selected.size() != 1)
        return;
    if (m_versions)
        m_versions->close();
    m_versions = new MaterialVersionsDialog(&m_tab);
    m_versions->setAttribute(Qt::WA_DeleteOnClose);
    m_versions->showMaterial(selected.first(), m_parts.clock.now());
    const auto withShown = [this](void (MaterialsPresenter::*call)(const Material &, int), int version) {
        const int row = m_versions ? m_tab.model().rowOf(m_versions->material()) : -1;
        if (row >= 0)
            (this->*call)(Material(m_tab.model().material(row)), version);
    };
    connect(m_versions, &MaterialVersionsDialog::openRequested, this,
            [withShown](int version) { withShown(&MaterialsPresenter::open, version); });
    connect(m_versions, &MaterialVersionsDialog::saveRequested, this,
            [withShown](int version) { withShown(&MaterialsPresenter::saveAs, version); });
    m_versions->open();
}

void MaterialsPresenter::describe()
{
    const QList<Material> selected = m_tab.selection();
    if (selected.size() == 1)
        openDescription(selected.first(), {});
}

void MaterialsPresenter::openDescription(const Material &material, const FormDraft &draft)
{
    auto *dialog = new MaterialDescriptionDialog(material, &m_tab);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MaterialDescriptionDialog::edited, m_drafts,
            m_drafts->watch(*dialog, m_drafts->form(material.uuid), [dialog] { return dialog->draft(); }));
    if (!draft.content.isEmpty())
        dialog->restore(QJsonDocument::fromJson(draft.content).object(), draft.since);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = material.id, before = material.description] {
        const FormDraft accepted = m_drafts->takeAccepted();
        if (dialog->text() == before)
            return m_drafts->onStored(accepted);
        const MaterialChange wish{.name = {}, .description = dialog->text(), .position = {}};
        whenDone(m_parts.workspace.materials().change(m_parts.actor, id, wish), this,
                 [this, accepted, recording = m_current](const Result<> &done) {
                     if (done)
                         return m_drafts->onStored(accepted);
                     if (recording != m_current)
                         return; // kept, and offered there
                     tell(done.error());
                     m_drafts->offerAgain(accepted);
                     load();
                 });
    });
    dialog->open();
}

void MaterialsPresenter::continueDraft(const FormDraft &draft)
{
    const auto found = std::find_if(m_shown.begin(), m_shown.end(),
                                    [uuid = m_drafts->key(draft)](const Material &one) { return one.uuid == uuid; });
    if (found != m_shown.end())
        openDescription(*found, draft);
    else
        m_tab.messages().showMessage(MessageBar::Level::Warning, tr("The file is not in the list any more"),
                                     QJsonDocument::fromJson(draft.content)[u"typed"_s].toString());
}

void MaterialsPresenter::change(MaterialId id, const MaterialChange &change)
{
    onDone(m_parts.workspace.materials().change(m_parts.actor, id, change));
}

// Shown at once: under a held key each step begins from the last one.
void MaterialsPresenter::setOrder(const QList<MaterialId> &order)
{
    std::stable_sort(m_shown.begin(), m_shown.end(), [&order](const Material &a, const Material &b) {
        const auto place = [&order](const Material &one) {
            const qsizetype at = order.indexOf(one.id);
            return at < 0 ? order.size() : at;
        };
        return place(a) < place(b);
    });
    ++m_generation; // an answer that is on its way knows the former order
    m_tab.showMaterials(m_shown, m_parts.clock.now());
    onDone(m_parts.workspace.materials().setOrder(m_parts.actor, m_current, order));
}

void MaterialsPresenter::trash()
{
    QList<MaterialId> ids;
    QString name;
    for (const Material &one : m_tab.selection()) {
        if (one.isTrashed)
            continue;
        ids += one.id;
        name = one.name;
    }
    if (ids.isEmpty())
        return;
    for (const MaterialId id : std::as_const(ids))
        onDone(m_parts.workspace.materials().moveToTrash(m_parts.actor, id));
    m_trashed = ids;
    m_tab.action(MaterialsTab::Undo)->setEnabled(true);
    m_tab.messages().showMessage(MessageBar::Level::Information,
                                 ids.size() == 1 ? tr("%1 moved to the trash").arg(quotedName(name))
                                                 //: %1 is "3 files"
                                                 : tr("%1 moved to the trash").arg(filesCount(ids.size())));
    m_tab.messages().addAction(tr("Undo"), [this] { undoTrash(); });
}

void MaterialsPresenter::restore(const QList<MaterialId> &ids)
{
    for (const MaterialId id : ids)
        onDone(m_parts.workspace.materials().restore(m_parts.actor, id));
}

void MaterialsPresenter::undoTrash()
{
    const QList<MaterialId> ids = m_trashed;
    forgetTrashed();
    m_tab.messages().clear();
    restore(ids);
    m_selectsNew = !ids.isEmpty(); // found where it was
}

void MaterialsPresenter::forgetTrashed()
{
    m_trashed.clear();
    m_tab.action(MaterialsTab::Undo)->setEnabled(false);
}

void MaterialsPresenter::exchange()
{
    watchJob(m_parts.workspace.materials().startExchange(m_parts.actor, m_server), [this](const std::optional<Error> &error) {
        if (error)
            tell(*error);
    });
}

void MaterialsPresenter::watchJob(JobId job, Ended ended)
{
    m_jobs.insert(job, std::move(ended));
    for (const JobStatus &status : m_parts.workspace.jobs(m_parts.actor)) {
        if (status.id == job)
            onJobChanged(status); // it may have ended before it was known here
    }
}

void MaterialsPresenter::onJobChanged(const JobStatus &status)
{
    if (status.state != Job::State::Finished || !m_jobs.contains(status.id))
        return;
    const QList<Ended> all = m_jobs.values(status.id);
    m_jobs.remove(status.id);
    for (const Ended &ended : all)
        ended(status.error);
}

// Who cancelled something knows.
void MaterialsPresenter::tell(const Error &error)
{
    if (error.kind != ErrorKind::Cancelled)
        m_tab.messages().showError(error);
}

void MaterialsPresenter::onDone(const QFuture<Result<>> &future)
{
    whenDone(future, this, [this, recording = m_current](const Result<> &done) {
        if (done || recording != m_current)
            return;
        tell(done.error());
        load(); // what is shown is what is
    });
}

} // namespace letopis
