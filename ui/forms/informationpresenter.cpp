#include "ui/forms/informationpresenter.h"

#include "core/base/whendone.h"
#include "core/workspace/draftbook.h"
#include "core/workspace/recordingeditor.h"
#include "core/workspace/workspace.h"
#include "ui/forms/conflictquestion.h"
#include "ui/forms/informationform.h"
#include "ui/forms/informationhistory.h"
#include "ui/text/dates.h"
#include "ui/text/errortext.h"
#include "ui/text/fieldtext.h"
#include "ui/widgets/messagebar.h"

#include <QJsonDocument>

#include <QPointer>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QLatin1StringView draftForm("information");

} // namespace

InformationPresenter::InformationPresenter(Workspace &workspace, Actor actor, InformationForm &form, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_actor(std::move(actor))
    , m_form(form)
    , m_saver(workspace.drafts(), m_actor)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(40ms);
    connect(&m_settle, &QTimer::timeout, this, &InformationPresenter::load);
    const auto reload = [this] {
        if (m_current.isValid())
            m_settle.start();
    };
    connect(&workspace.editor(), &RecordingEditor::outboxChanged, this, reload);
    connect(&workspace.editor(), &RecordingEditor::fieldDefinitionsChanged, this, reload);
    connect(&m_saver, &DraftSaver::failed, this,
            [this](RecordingId, const QString &, const Error &error) { onUnkept(error); });
    connect(&form, &InformationForm::becameVisible, this, &InformationPresenter::load);
    connect(&form, &InformationForm::applyRequested, this, &InformationPresenter::apply);
    connect(&form, &InformationForm::historyRequested, this, &InformationPresenter::showHistory);
    connect(&form, &InformationForm::decisionRequested, this, &InformationPresenter::showConflict);
}

InformationDraft *InformationPresenter::draft() const
{
    const auto found = m_drafts.find(m_current);
    return found == m_drafts.end() || m_form.draft() != found->second.get() ? nullptr : found->second.get();
}

qsizetype InformationPresenter::unsavedCount() const
{
    return std::count_if(m_drafts.begin(), m_drafts.end(), [](const auto &one) { return one.second->isDirty(); });
}

void InformationPresenter::show(RecordingId recording)
{
    if (recording != m_current) {
        m_form.showDraft(nullptr);
        m_saver.flush();
        m_saysUnkept = false;
        if (const auto left = m_drafts.find(m_current); left != m_drafts.end() && !left->second->isDirty())
            m_drafts.erase(left);
        m_current = recording;
        ++m_generation;
        Q_EMIT draftShown();
    }
    load();
}

void InformationPresenter::load()
{
    m_settle.stop();
    if (!m_current.isValid() || !m_form.isVisible())
        return; // asked for when somebody looks
    const quint64 generation = ++m_generation;
    const RecordingId recording = m_current;
    whenDone(m_workspace.editor().fieldDefinitions(m_actor, false), this,
             [=, this](const Result<QList<FieldDefinition>> &definitions) {
                 if (generation != m_generation)
                     return;
                 if (!definitions) {
                     m_form.messages().showError(definitions.error());
                     return;
                 }
                 whenDone(m_workspace.editor().information(m_actor, recording), this,
                          [=, this, all = *definitions](const Result<RecordingInformation> &information) {
                              if (generation == m_generation)
                                  onInformation(recording, all, information);
                          });
             });
}

void InformationPresenter::onInformation(RecordingId recording, const QList<FieldDefinition> &definitions,
                                         const Result<RecordingInformation> &information)
{
    if (!information) {
        m_form.messages().showError(information.error());
        m_form.messages().addAction(tr("Tr&y again"), [this] {
            m_form.messages().clear();
            load();
        });
        return;
    }
    if (m_drafts.contains(recording))
        showInformation(recording, definitions, *information, nullptr);
    else
        readDraft(recording, definitions, *information);
}

// Once, when a recording is shown that has no draft in memory: of an earlier start, perhaps.
void InformationPresenter::readDraft(RecordingId recording, const QList<FieldDefinition> &definitions,
                                     const RecordingInformation &information)
{
    whenDone(m_workspace.drafts().drafts(m_actor, recording), this,
             [=, this, generation = m_generation](const Result<QList<FormDraft>> &drafts) {
                 if (generation != m_generation)
                     return;
                 // Without them the form works as ever; what is kept there stays.
                 const QList<FormDraft> all = drafts.value_or({});
                 const auto kept = std::find_if(all.begin(), all.end(), [](const FormDraft &one) { return one.form == draftForm; });
                 showInformation(recording, definitions, information, kept == all.end() ? nullptr : &*kept);
             });
}

void InformationPresenter::showInformation(RecordingId recording, const QList<FieldDefinition> &definitions,
                                           const RecordingInformation &information, const FormDraft *kept)
{
    std::unique_ptr<InformationDraft> &draft = m_drafts[recording];
    if (!draft) {
        draft = std::make_unique<InformationDraft>();
        connect(draft.get(), &InformationDraft::stateChanged, this, [this, recording] {
            m_saver.typed(recording, draftForm, [this, recording] {
                const auto found = m_drafts.find(recording); // gone: it was clean
                return found == m_drafts.end() ? QJsonObject() : found->second->content();
            });
        });
    }
    const bool isShown = m_form.draft() == draft.get() && draft->definitions() == definitions;
    draft->setInformation(definitions, information);
    if (!isShown)
        m_form.showDraft(draft.get());
    if (kept)
        restore(*draft, *kept);
    if (!isShown)
        Q_EMIT draftShown();
}

void InformationPresenter::restore(InformationDraft &draft, const FormDraft &kept)
{
    m_saver.onRead(kept);
    if (!draft.restore(QJsonDocument::fromJson(kept.content).object()))
        return; // all of it is in the catalog, however it came there: the saver tidies up
    const QStringList dirty = draft.dirtyFields();
    const auto overtaken = static_cast<int>(
        std::count_if(dirty.begin(), dirty.end(), [&draft](const QString &field) { return draft.isOvertaken(field); }));
    m_form.showRestored(tr("Not applied since %1: what you typed then is here.").arg(absoluteDate(kept.since)),
                        overtaken > 0 ? tr("%n of these field(s) were changed by somebody else meanwhile; see there.", nullptr, overtaken)
                                      : tr("Apply it, or discard it."));
}

// Closing will ask now; until then each key tries again.
void InformationPresenter::onUnkept(const Error &error)
{
    if (std::exchange(m_saysUnkept, true))
        return;
    m_form.messages().showMessage(MessageBar::Level::Warning,
                                  tr("What you type cannot be kept for a restart of Letopis."),
                                  tr("Apply it before you close the window. %1").arg(errorText(error).sentence));
}

void InformationPresenter::apply()
{
    InformationDraft *shown = draft();
    if (!shown || !shown->isDirty())
        return;
    if (shown->hasProblems()) {
        m_form.showProblems();
        return;
    }
    const QList<FieldEdit> edits = shown->edits();
    shown->expect(edits);
    shown->endStep();
    m_form.messages().clear();
    m_form.setBusy(true);
    whenDone(m_workspace.editor().apply(m_actor, edits), this,
             [this, recording = m_current](const Result<EditReport> &report) { onApplied(recording, report); });
}

void InformationPresenter::onApplied(RecordingId recording, const Result<EditReport> &report)
{
    m_form.setBusy(false);
    if (recording == m_current && !report)
        m_form.messages().showError(report.error());
    if (recording == m_current && report) {
        const auto refused = std::find_if(report->results.begin(), report->results.end(), [](const FieldEditResult &one) {
            return one.outcome != EditOutcome::Applied && one.outcome != EditOutcome::Unchanged;
        });
        if (refused != report->results.end() && m_form.draft()) {
            m_form.messages().showMessage(MessageBar::Level::Warning,
                                          tr("%1: %2.").arg(fieldLabel(refused->edit.field, m_form.draft()->definitions()),
                                                            editOutcomeText(*refused)));
            m_form.focusField(refused->edit.field);
        }
    }
    load();
}

void InformationPresenter::applyAll(const std::function<void(bool)> &done)
{
    QList<FieldEdit> edits;
    bool isSound = true;
    for (const auto &[recording, draft] : m_drafts) {
        edits += draft->edits();
        isSound = isSound && !draft->hasProblems();
        draft->expect(draft->edits());
    }
    if (!isSound) {
        done(false);
        return;
    }
    whenDone(m_workspace.editor().apply(m_actor, edits), this, [this, done](const Result<EditReport> &report) {
        load();
        const auto isIn = [](const FieldEditResult &one) {
            return one.outcome == EditOutcome::Applied || one.outcome == EditOutcome::Unchanged;
        };
        if (!report)
            m_form.messages().showError(report.error());
        done(report && std::all_of(report->results.begin(), report->results.end(), isIn));
    });
}

void InformationPresenter::showHistory(const QString &field)
{
    InformationDraft *shown = draft();
    if (!shown)
        return;
    auto *dialog = new InformationHistory(m_workspace, m_actor, m_current, field, shown->definitions(), m_form.window());
    dialog->setReadOnly(m_form.isReadOnly());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &InformationHistory::restoreRequested, this,
            [this, recording = m_current](const QString &restored, const QString &value) {
                InformationDraft *now = draft();
                if (!now || recording != m_current)
                    return;
                now->endStep();
                now->edit(restored, value);
                now->endStep();
                m_form.showDraft(now);
                m_form.focusField(restored);
            });
    dialog->open();
}

void InformationPresenter::showConflict(const QString &field)
{
    const InformationDraft *shown = draft();
    const FieldEditState *edit = shown ? shown->information().editOf(field) : nullptr;
    if (!edit)
        return;
    askAboutConflict(m_workspace, m_actor, *edit, fieldDefinition(field, shown->definitions()), &m_form,
                     [self = QPointer(this)](const Result<> &decided) {
                         if (!self)
                             return;
                         if (!decided)
                             self->m_form.messages().showError(decided.error());
                         self->load();
                     });
}

} // namespace letopis
