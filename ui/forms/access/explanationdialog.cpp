#include "ui/forms/access/explanationdialog.h"

#include "core/workspace/workspace.h"
#include "ui/forms/access/explanationview.h"
#include "ui/forms/access/principalpicker.h"
#include "ui/text/accesstext.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

ExplanationDialog::ExplanationDialog(const AccessParts &parts, const AccessSubject &subject, bool onlyOneself, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_subject(subject)
    , m_why(new ExplanationView(parts.workspace, parts.actor))
{
    setObjectName(u"explanationDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(onlyOneself ? tr("Why can I see this?") : tr("Why can somebody see this?"));
    if (!onlyOneself)
        m_picker = new PrincipalPicker(parts.workspace.people(), parts.actor, PrincipalPicker::Contents::GroupsAndPeople);
    layOut();
    if (m_picker) {
        m_picker->setSingleSelection();
        connect(m_picker, &PrincipalPicker::selectionChanged, this, &ExplanationDialog::showPerson);
        m_picker->setFocus();
    } else {
        m_person = NamedPrincipal{.principal = parts.actor.person, .name = parts.actor.displayName, .detail = parts.actor.login, .builtIn = {}};
        m_why->explain(m_person, m_subject.item);
    }
}

void ExplanationDialog::layOut()
{
    auto *name = new ElidedLabel;
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    name->setFullText(itemText(m_subject.item, m_subject.name));
    auto *panes = new QSplitter(Qt::Horizontal);
    panes->setChildrenCollapsible(false);
    panes->setHandleWidth(16);
    if (m_picker)
        panes->addWidget(m_picker);
    panes->addWidget(m_why);
    panes->setSizes({320, 440});
    m_why->setHint(tr("Choose a person. In a group its members are a step to the right."));
    auto *buttons = new QDialogButtonBox;
    m_sees = buttons->addButton(tr("What they can &see"), QDialogButtonBox::ActionRole);
    m_sees->setObjectName(u"whatTheySee"_s);
    m_sees->setVisible(m_picker);
    m_sees->setEnabled(false);
    buttons->addButton(tr("&Close"), QDialogButtonBox::RejectRole)->setObjectName(u"closeExplanation"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(name);
    layout->addWidget(panes, 1);
    layout->addWidget(buttons);
    resize(m_picker ? 820 : 520, m_picker ? 520 : 320);
    orderTabs(*buttons);
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_sees, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT recordingsOfRequested(*m_person);
    });
}

void ExplanationDialog::showPerson()
{
    const QList<NamedPrincipal> chosen = m_picker->selection();
    const bool isPerson = chosen.size() == 1 && std::holds_alternative<PersonId>(chosen.first().principal);
    m_person = isPerson ? std::optional(chosen.first()) : std::nullopt;
    m_sees->setEnabled(isPerson);
    m_why->explain(m_person, m_subject.item);
}

} // namespace letopis
