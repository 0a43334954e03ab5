#include "ui/forms/access/accesseditor.h"

#include "core/workspace/accessdesk.h"
#include "core/workspace/workspace.h"
#include "ui/forms/access/accesslistmodel.h"
#include "ui/forms/owndraft.h"
#include "ui/text/peopletext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/questions.h"

#include <algorithm>
#include <utility>

// What happens to the changes: previewed, applied, or let go.

namespace letopis {

using namespace Qt::Literals::StringLiterals;

void AccessEditor::apply()
{
    AccessDesk &desk = m_parts.workspace.access();
    QList<AccessPreviewDialog::Step> steps;
    for (qsizetype list = 0; list < m_shown.size(); ++list) {
        const AccessSubject &subject = m_items.at(m_shown.at(list)).subject;
        const QList<GrantEntry> before = m_model->before(list);
        const QList<GrantEntry> after = m_model->after(list);
        const bool isSame = before.size() == after.size() && std::is_permutation(before.begin(), before.end(), after.begin());
        if (isSame)
            continue;
        steps += {.subject = subject, .change = SetAccessList{subject.item, after},
                  .apply = [&desk, actor = m_parts.actor, subject, before, after](const AccessPreview &) {
                      return desk.replaceList(actor, subject.item, before, after);
                  }};
    }
    if (!steps.isEmpty())
        openPreview({.title = tr("Apply changes"), .accept = tr("&Apply")}, steps);
}

void AccessEditor::reset()
{
    AccessDesk &desk = m_parts.workspace.access();
    QList<AccessPreviewDialog::Step> steps;
    for (const qsizetype shown : std::as_const(m_shown)) {
        const AccessSubject &subject = m_items.at(shown).subject;
        if (m_items.at(shown).list->isOwn)
            steps += {.subject = subject, .change = ResetAccessList{subject.item},
                      .apply = [&desk, actor = m_parts.actor, subject](const AccessPreview &foreseen) {
                          return desk.resetToParent(actor, subject.item, foreseen);
                      }};
    }
    openPreview({.title = tr("Reset to parent"), .accept = tr("&Reset")}, steps);
}

void AccessEditor::setPublic(bool isPublic)
{
    AccessDesk &desk = m_parts.workspace.access();
    QList<AccessPreviewDialog::Step> steps;
    for (const qsizetype shown : std::as_const(m_shown)) {
        const AccessSubject &subject = m_items.at(shown).subject;
        const RecordingId recording = std::get<RecordingId>(subject.item);
        if (m_items.at(shown).list->isPublic != isPublic)
            steps += {.subject = subject, .change = SetPublicView{recording, isPublic},
                      .apply = [&desk, actor = m_parts.actor, recording, isPublic](const AccessPreview &) { return desk.setPublic(actor, recording, isPublic); }};
    }
    showItems(); // as it is, until it is done
    openPreview({.title = isPublic ? tr("Make public") : tr("Make private"), .accept = isPublic ? tr("&Make public") : tr("&Make private")},
                steps);
}

void AccessEditor::openPreview(const AccessPreviewDialog::Wording &wording, const QList<AccessPreviewDialog::Step> &steps)
{
    auto *dialog = new AccessPreviewDialog(m_parts, wording, steps, this);
    connect(dialog, &AccessPreviewDialog::applied, this, [this](const QList<Result<>> &results) { onApplied(results); });
    dialog->open();
}

void AccessEditor::onApplied(const QList<Result<>> &results)
{
    const auto failed = std::find_if(results.begin(), results.end(), [](const Result<> &one) { return !one; });
    m_isOwnChange = std::any_of(results.begin(), results.end(), [](const Result<> &one) { return one.has_value(); });
    m_showsProblem = false;
    if (failed == results.end()) { // what is stored is no change any more, once it is read
        m_messages->showMessage(MessageBar::Level::Success, tr("The permissions were changed."));
        if (m_draft)
            m_draft->remove();
    } else if (failed->error().kind == ErrorKind::ContentMismatch) {
        m_messages->showMessage(MessageBar::Level::Warning, tr("The permissions were changed meanwhile."),
                                tr("What you chose is kept. Look through the list, and apply it again."));
    } else {
        const ErrorText text = peopleErrorText(failed->error());
        m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
    }
    read();
}

void AccessEditor::closeThen(std::function<void()> then)
{
    Question question;
    question.text = tr("Discard the changes that are not applied?");
    question.details = tr("Nothing of them is stored yet.");
    question.answers = {tr("&Discard")};
    question.isDangerous = true;
    m_closing.close(m_model->hasEdits(), question, std::move(then));
}

void AccessEditor::reject()
{
    closeThen([] {});
}

} // namespace letopis
