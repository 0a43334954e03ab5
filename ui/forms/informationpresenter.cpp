#include "ui/forms/informationpresenter.h"

#include "core/base/whendone.h"
#include "core/workspace/recordingeditor.h"
#include "core/workspace/workspace.h"
#include "ui/forms/informationconflict.h"
#include "ui/forms/informationform.h"
#include "ui/forms/informationhistory.h"
#include "ui/text/fieldtext.h"
#include "ui/widgets/messagebar.h"

#include <algorithm>

namespace letopis {

using namespace std::chrono_literals;

InformationPresenter::InformationPresenter(Workspace &workspace, Actor actor, InformationForm &form, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_actor(std::move(actor)), m_form(form)
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
    std::unique_ptr<InformationDraft> &draft = m_drafts[recording];
    if (!draft)
        draft = std::make_unique<InformationDraft>();
    const bool isShown = m_form.draft() == draft.get() && draft->definitions() == definitions;
    draft->setInformation(definitions, *information);
    if (isShown)
        return;
    m_form.showDraft(draft.get());
    Q_EMIT draftShown();
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
    auto *dialog = new InformationConflict(*edit, fieldDefinition(field, shown->definitions()), m_form.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &InformationConflict::decided, this, [this, field](ConflictDecision how) { decide(field, how); });
    dialog->open();
}

void InformationPresenter::decide(const QString &field, ConflictDecision how)
{
    whenDone(m_workspace.editor().decide(m_actor, m_current, field, how), this, [this](const Result<> &decided) {
        if (!decided)
            m_form.messages().showError(decided.error());
        load();
    });
}

} // namespace letopis
