#include "ui/forms/access/explanationview.h"

#include "core/base/whendone.h"
#include "core/workspace/accessdesk.h"
#include "core/workspace/peopledirectory.h"
#include "core/workspace/workspace.h"
#include "ui/text/accesstext.h"
#include "ui/text/peopletext.h"
#include "ui/widgets/textlabel.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

ExplanationView::ExplanationView(Workspace &workspace, Actor actor, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_actor(std::move(actor))
    , m_heading(makeTextLabel(u"explanationHeading"_s))
    , m_sentences(makeTextLabel(u"explanationText"_s))
{
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_sentences->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addWidget(m_heading);
    column->addWidget(m_sentences);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"explanationScroll"_s);
    scroll->setAccessibleName(tr("Why"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(NoFrame);
    scroll->setWidget(inside);
    inside->setAutoFillBackground(false); // the ground of the box it stands in
    scroll->viewport()->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(scroll);
    connect(&workspace.access(), &AccessDesk::accessChanged, this, &ExplanationView::ask);
    connect(&workspace.people(), &PeopleDirectory::peopleChanged, this, &ExplanationView::ask);
}

void ExplanationView::setHint(const QString &hint)
{
    m_hint = hint;
    if (!m_person)
        showText({}, {hint});
}

void ExplanationView::explain(const std::optional<NamedPrincipal> &person, const LibraryItem &item)
{
    m_person = person;
    m_item = item;
    ask();
}

QString ExplanationView::text() const
{
    return m_sentences->text();
}

void ExplanationView::showText(const QString &heading, const QStringList &sentences)
{
    m_heading->setVisible(!heading.isEmpty());
    m_heading->setText(heading);
    m_sentences->setText(sentences.join(u'\n'));
    m_sentences->setAccessibleName(m_sentences->text());
}

void ExplanationView::ask()
{
    ++m_generation;
    if (!m_person)
        return showText({}, {m_hint});
    const PersonId person = std::get<PersonId>(m_person->principal);
    whenDone(m_workspace.access().explain(m_actor, person, m_item), this,
             [this, generation = m_generation](const Result<AccessExplanation> &explanation) {
                 if (generation != m_generation)
                     return;
                 if (!explanation) {
                     const ErrorText text = peopleErrorText(explanation.error());
                     return showText(breakable(m_person->name), {text.sentence, text.advice});
                 }
                 //: %1: a person, %2: a recording or a folder
                 showText(tr("%1 and “%2”").arg(breakable(m_person->name), breakable(itemText(m_item, explanation->itemName))),
                          explanationSentences(*explanation));
             });
}

} // namespace letopis
