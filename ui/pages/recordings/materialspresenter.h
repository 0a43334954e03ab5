#pragma once

#include "core/domain/actor.h"
#include "core/domain/formdraft.h"
#include "core/domain/jobstatus.h"
#include "core/domain/material.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace letopis {

class ChangedCopies;
class Clock;
class DialogDrafts;
class MaterialThumbnails;
class MaterialVersionsDialog;
class MaterialsTab;
class Questions;
class Workspace;

// Brings a recording's materials into the tab, and what is done there to the workspace. Long work is the jobs drawer's to
// show; how it ended is said in the tab too, while it shows the same recording.
class MaterialsPresenter final : public QObject
{
    Q_OBJECT

public:
    struct Parts // outlive it
    {
        Workspace &workspace;
        Actor actor;
        Questions &questions;
        const Clock &clock;
        std::function<bool(const QString &localFile)> openFile; // with the program the person has for it; false: none
        QString previewProgram = {}; // letopis-preview; empty: the one beside this program
    };

    MaterialsPresenter(Parts parts, MaterialsTab &tab, QObject *parent = nullptr);
    ~MaterialsPresenter() override;

    void show(RecordingId recording, ServerId server); // none: nothing; the same one again: reads again

private:
    using Ended = std::function<void(const std::optional<Error> &)>;

    void connectActions();
    void load();
    void onMaterials(const QList<Material> &materials);
    void requestThumbnails(const QList<Material> &materials);

    void add();
    void addFiles(const QStringList &files);
    void addVersion();
    void open(const Material &material, int version);
    void askAndOpen(const Material &material, const MaterialVersion &version);
    void openCopy(const Material &material, int version, bool mayFetch);
    void preview(const Material &material, int version);
    void openLocal(const QString &file, const QString &name);
    void saveAs(const Material &material, int version);
    void saveAll();
    void saveAllInto(const QString &folder);
    void showVersions();
    void describe();
    void openDescription(const Material &material, const FormDraft &draft);
    void continueDraft(const FormDraft &draft);
    void change(MaterialId id, const MaterialChange &change);
    void setOrder(const QList<MaterialId> &order);
    void trash();
    void restore(const QList<MaterialId> &ids);
    void undoTrash();
    void forgetTrashed();

    void exchange();
    void watchJob(JobId job, Ended ended); // `ended` comes only while the same recording is shown
    void onJobChanged(const JobStatus &status);
    void tell(const Error &error);
    void onDone(const QFuture<Result<>> &future);
    QString folder() const; // last saved into

    Parts m_parts;
    MaterialsTab &m_tab;
    MaterialThumbnails *m_thumbnails;
    ChangedCopies *m_copies;
    DialogDrafts *m_drafts;
    QPointer<MaterialVersionsDialog> m_versions;
    RecordingId m_current;
    ServerId m_server;
    quint64 m_generation = 0;
    QTimer m_settle; // several signals tell of one change
    QMultiHash<JobId, Ended> m_jobs; // asked for twice, the same fetch is one job
    QList<Material> m_shown;
    QList<MaterialId> m_trashed; // what Undo brings back
    QString m_folder;
    bool m_selectsNew = false; // what was just added is to be found selected
};

} // namespace letopis
