#include "ui/forms/access/mergepeopledialog.h"

#include "ui/text/peopletext.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

QString lineOf(const MergePeopleDialog::Candidate &candidate)
{
    QStringList parts;
    for (const QString &part : {candidate.person.login, candidate.person.email, personRoleText(candidate.person.role)}) {
        if (!part.isEmpty())
            parts += part;
    }
    return parts.join(u", "_s);
}

QLabel *makeHeading(const QString &text)
{
    auto *label = new QLabel(text);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

} // namespace

MergePeopleDialog::MergePeopleDialog(const Candidate &first, const Candidate &second, QWidget *parent)
    : QDialog(parent)
    , m_first(first)
    , m_second(second)
    , m_keepFirst(makeChoice(first, u"keepFirst"_s))
    , m_keepSecond(makeChoice(second, u"keepSecond"_s))
    , m_moves(makeTextLabel(u"mergeMoves"_s))
{
    setObjectName(u"mergePeopleDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Merge two people"));
    setMinimumWidth(520);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *merge = buttons->addButton(tr("&Merge"), QDialogButtonBox::AcceptRole);
    merge->setObjectName(u"acceptMerge"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(8);
    layout->addWidget(makeHeading(tr("Which of the two is kept?")));
    for (const auto &[choice, candidate] : {std::pair(m_keepFirst, &m_first), std::pair(m_keepSecond, &m_second)}) {
        layout->addWidget(choice);
        auto *about = makeTextLabel(choice->objectName() + u"About"_s);
        about->setText(lineOf(*candidate));
        about->setContentsMargins(28, 0, 0, 4);
        layout->addWidget(about);
    }
    layout->addSpacing(8);
    layout->addWidget(makeHeading(tr("What happens")));
    layout->addWidget(m_moves);
    layout->addStretch(1);
    layout->addSpacing(8);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true); // it cannot be undone
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT confirmed(kept().person.id, other().person.id);
        accept();
    });
    connect(m_keepFirst, &QRadioButton::toggled, this, &MergePeopleDialog::update);
    const bool isSecondBetter = first.person.login.isEmpty() && !second.person.login.isEmpty();
    (isSecondBetter ? m_keepSecond : m_keepFirst)->setChecked(true);
    (isSecondBetter ? m_keepSecond : m_keepFirst)->setFocus();
    update();
}

QRadioButton *MergePeopleDialog::makeChoice(const Candidate &candidate, const QString &name)
{
    QString text = candidate.person.name.left(60);
    auto *choice = new QRadioButton(text.replace(u'&', u"&&"_s));
    choice->setObjectName(name);
    choice->setAccessibleDescription(lineOf(candidate));
    return choice;
}

const MergePeopleDialog::Candidate &MergePeopleDialog::kept() const
{
    return m_keepSecond->isChecked() ? m_second : m_first;
}

const MergePeopleDialog::Candidate &MergePeopleDialog::other() const
{
    return m_keepSecond->isChecked() ? m_first : m_second;
}

QStringList MergePeopleDialog::moves() const
{
    const Person &to = kept().person;
    const Person &from = other().person;
    QStringList lines;
    if (to.login.isEmpty() && !from.login.isEmpty())
        lines += tr("The login %1 goes over.").arg(from.login);
    else if (!from.login.isEmpty())
        lines += tr("The login %1 goes away.").arg(from.login);
    if (to.email.isEmpty() && !from.email.isEmpty())
        lines += tr("The e-mail %1 goes over.").arg(from.email);
    else if (!from.email.isEmpty() && from.email != to.email)
        lines += tr("The e-mail %1 goes away.").arg(from.email);
    QStringList ids;
    for (const auto &id : from.externalIds)
        ids += id.second;
    if (!ids.isEmpty())
        lines += tr("IDs at servers go over: %1.").arg(ids.join(u", "_s));
    QStringList groups;
    for (const Group &group : other().groups) {
        if (!kept().groups.contains(group))
            groups += groupText(group);
    }
    if (!groups.isEmpty())
        lines += tr("Groups go over: %1.").arg(groups.join(u", "_s));
    lines += tr("Where each attended, and what was opened or denied to them, goes over. Where both have something on one "
                "item, a denial stays, else the wider permission.");
    return lines;
}

void MergePeopleDialog::update()
{
    QStringList lines{tr("%1 stays, %2 is removed.").arg(breakable(kept().person.name.left(80)), breakable(other().person.name.left(80)))};
    for (const QString &line : moves())
        lines += u"• "_s + line;
    lines += tr("This cannot be undone.");
    m_moves->setText(lines.join(u'\n'));
}

} // namespace letopis
