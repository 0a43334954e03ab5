#include "ui/forms/conflictquestion.h"

#include "core/base/whendone.h"
#include "core/workspace/recordingeditor.h"
#include "core/workspace/workspace.h"
#include "ui/forms/informationconflict.h"

namespace letopis {

namespace {

// One question, to be asked again.
struct Question
{
    Workspace &workspace;
    Actor actor;
    FieldDefinition definition;
    QWidget *page;
    std::function<void(const Result<> &)> done;
};

void ask(const std::shared_ptr<Question> &question, const FieldEditState &edit, bool hasChanged);

void lookAgain(const std::shared_ptr<Question> &question, const FieldEditState &edit)
{
    whenDone(question->workspace.editor().information(question->actor, edit.recording), question->page,
             [=](const Result<RecordingInformation> &now) {
                 if (!now)
                     return question->done(now.error());
                 const FieldEditState *left = now->editOf(edit.field);
                 if (left && left->state == EditState::Conflict)
                     return ask(question, *left, true);
                 question->done({}); // they agree by now
             });
}

void ask(const std::shared_ptr<Question> &question, const FieldEditState &edit, bool hasChanged)
{
    auto *dialog = new InformationConflict(edit, question->definition, hasChanged, question->page->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &InformationConflict::decided, question->page, [=](ConflictDecision how) {
        RecordingEditor &editor = question->workspace.editor();
        whenDone(editor.decide(question->actor, edit.recording, edit.field, how, edit.theirs), question->page,
                 [=](const Result<> &decided) {
                     if (!decided && decided.error().kind == ErrorKind::ContentMismatch)
                         lookAgain(question, edit);
                     else
                         question->done(decided);
                 });
    });
    dialog->open();
}

} // namespace

void askAboutConflict(Workspace &workspace, const Actor &actor, const FieldEditState &edit, const FieldDefinition &definition,
                      QWidget *page, std::function<void(const Result<> &)> done)
{
    ask(std::make_shared<Question>(Question{workspace, actor, definition, page, std::move(done)}), edit, false);
}

} // namespace letopis
