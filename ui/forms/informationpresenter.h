#pragma once

#include "core/domain/actor.h"
#include "ui/forms/draftsaver.h"
#include "ui/forms/informationdraft.h"

#include <QTimer>

#include <functional>
#include <map>
#include <memory>

namespace letopis {

class InformationForm;
class Workspace;

// Brings recordings' information into the form and back to the catalog. What was typed into one recording waits here while
// another one is looked at, and in the workspace's drafts should the program end.
class InformationPresenter final : public QObject
{
    Q_OBJECT

public:
    InformationPresenter(Workspace &workspace, Actor actor, InformationForm &form, QObject *parent = nullptr);

    void show(RecordingId recording); // reads again where it is shown already
    InformationDraft *draft() const;  // of the shown one; none while it is read
    qsizetype unsavedCount() const;   // recordings with changes that are not applied
    DraftSaver &saver() { return m_saver; }
    // All of them; `done` says whether all came into the catalog. What did not stays in its draft.
    void applyAll(const std::function<void(bool isAll)> &done);
    void apply();

Q_SIGNALS:
    void draftShown(); // or gone: see draft()

private:
    void load();
    void onInformation(RecordingId recording, const QList<FieldDefinition> &definitions,
                       const Result<RecordingInformation> &information);
    void readDraft(RecordingId recording, const QList<FieldDefinition> &definitions, const RecordingInformation &information);
    void showInformation(RecordingId recording, const QList<FieldDefinition> &definitions,
                         const RecordingInformation &information, const FormDraft *kept);
    void restore(InformationDraft &draft, const FormDraft &kept);
    void onUnkept(const Error &error);
    void onApplied(RecordingId recording, const Result<EditReport> &report);
    void showHistory(const QString &field);
    void showConflict(const QString &field);

    Workspace &m_workspace;
    const Actor m_actor;
    InformationForm &m_form;
    RecordingId m_current;
    quint64 m_generation = 0;
    std::map<RecordingId, std::unique_ptr<InformationDraft>> m_drafts;
    DraftSaver m_saver; // goes before the drafts it asks
    bool m_saysUnkept = false;
    QTimer m_settle; // several signals tell of one change
};

} // namespace letopis
