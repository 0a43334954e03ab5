#include "ui/forms/folders/filingrulesdialog.h"

#include "core/base/whendone.h"
#include "core/workspace/folderlibrary.h"
#include "core/workspace/workspace.h"
#include "ui/forms/access/accesspreviewdialog.h"
#include "ui/text/foldertext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/questions.h"

#include <numeric>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

// Who gains and who loses by it first, where anybody does.
void FilingRulesDialog::askToApply()
{
    m_isBusy = true;
    update();
    whenDone(m_parts.workspace.folders().previewByRules(m_parts.actor, m_rules), this, [this](const Result<NamedPreview> &preview) {
        m_isBusy = false;
        update();
        if (!preview)
            return showError(preview.error());
        const AccessPreview &found = preview->preview;
        if (found.guards.isEmpty() && found.peopleGaining + found.peopleLosing + found.peopleChanging == 0)
            askOnce(found);
        else
            showWhoGains(*preview);
    });
}

void FilingRulesDialog::askOnce(const AccessPreview &foreseen)
{
    Question question;
    question.title = tr("Apply the rules");
    question.text = tr("%n recording(s) of the Shared folder go into the folders of these rules.", nullptr, static_cast<int>(taken()));
    question.details = tr("Nobody gains or loses access by it.");
    if (isChanged())
        question.details += u' ' + tr("Your changes of the rules are saved first.");
    question.answers = {isChanged() ? tr("&Save and file") : tr("&File them")};
    m_parts.questions.ask(this, question, [this, foreseen](int answer) {
        if (answer == 0)
            saveAndApply(foreseen);
    });
}

void FilingRulesDialog::showWhoGains(const NamedPreview &preview)
{
    AccessPreviewDialog::Step step;
    step.subject = {sharedFolder, {}};
    step.preview = preview;
    step.apply = [](const AccessPreview &) { return readyFuture(Result<>()); }; // what comes of it is told here
    auto *dialog = new AccessPreviewDialog(m_parts, {tr("File %n recording(s) by the rules", nullptr, static_cast<int>(taken())),
                                                     isChanged() ? tr("&Save and file") : tr("&File them")},
                                           {step}, this);
    connect(dialog, &QDialog::accepted, this, [this, foreseen = preview.preview] { saveAndApply(foreseen); });
    dialog->open();
}

void FilingRulesDialog::saveAndApply(const AccessPreview &foreseen)
{
    if (isChanged())
        save([this, foreseen] { apply(foreseen); });
    else
        apply(foreseen);
}

void FilingRulesDialog::apply(const AccessPreview &foreseen)
{
    m_isBusy = true;
    update();
    whenDone(m_parts.workspace.folders().fileByRules(m_parts.actor, foreseen), this, [this](const Result<qint64> &count) {
        m_isBusy = false;
        if (!count) {
            showError(count.error());
            return update();
        }
        m_messages->showMessage(MessageBar::Level::Success, tr("%n recording(s) filed.", nullptr, static_cast<int>(*count)));
        m_counts.clear();
        setRules(m_rules, current());
        Q_EMIT filed(*count);
    });
}

void FilingRulesDialog::showError(const Error &error)
{
    const ErrorText text = folderErrorText(error);
    m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
}

qint64 FilingRulesDialog::taken() const
{
    return std::accumulate(m_counts.begin(), m_counts.end(), qint64(0));
}

} // namespace letopis
