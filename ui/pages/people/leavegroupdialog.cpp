#include "ui/pages/people/leavegroupdialog.h"

#include "ui/text/peopletext.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

LeaveGroupDialog::LeaveGroupDialog(const Person &person, const QList<Group> &groups, QWidget *parent)
    : QDialog(parent)
    , m_groups(groups)
    , m_list(new QListWidget)
{
    m_groups.removeIf([](const Group &group) { return group.builtIn && roleOf(*group.builtIn); });
    setObjectName(u"leaveGroupDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Take out of groups"));
    setMinimumSize(420, 340);
    QLabel *text = makeTextLabel(u"leaveGroupText"_s);
    text->setText(m_groups.isEmpty() ? tr("%1 is in no group.").arg(breakable(person.name))
                                     : tr("Out of which groups is %1 taken?").arg(breakable(person.name)));
    m_list->setObjectName(u"groupsOfPerson"_s);
    m_list->setAccessibleName(tr("Groups"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    for (const Group &group : std::as_const(m_groups)) {
        auto *item = new QListWidgetItem(themedIcon(u"people"), groupText(group), m_list);
        item->setSizeHint({0, plainRowHeight(*m_list)});
    }
    m_list->setVisible(!m_groups.isEmpty());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(tr("&Take out"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"acceptLeave"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(text);
    layout->addWidget(m_list, 1);
    layout->addStretch(m_groups.isEmpty() ? 1 : 0);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        QList<Group> left;
        for (qsizetype i = 0; i < m_groups.size(); ++i) {
            if (m_list->item(static_cast<int>(i))->isSelected())
                left += m_groups.at(i);
        }
        Q_EMIT chosen(left);
        accept();
    });
    connect(m_list, &QListWidget::itemSelectionChanged, this, [this] { m_accept->setEnabled(!m_list->selectedItems().isEmpty()); });
    m_accept->setEnabled(false);
    if (m_groups.size() == 1)
        m_list->setCurrentRow(0);
    m_list->setFocus();
}

} // namespace letopis
