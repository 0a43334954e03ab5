#include "ui/forms/access/groupnamedialog.h"

#include "core/base/whendone.h"
#include "ui/text/peopletext.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/problemlabel.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

GroupNameDialog::GroupNameDialog(PeopleDirectory &directory, Actor actor, std::optional<Group> group, QWidget *parent)
    : QDialog(parent)
    , m_directory(directory)
    , m_actor(std::move(actor))
    , m_group(std::move(group))
    , m_name(new QLineEdit)
    , m_problem(new ProblemLabel)
{
    setObjectName(u"groupNameDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(m_group ? tr("Rename group") : tr("New group"));
    setMinimumWidth(420);
    m_name->setObjectName(u"groupName"_s);
    m_name->setMaxLength(maxPersonName);
    m_name->setText(m_group ? m_group->name : QString());
    m_name->selectAll();
    m_problem->setObjectName(u"groupNameProblem"_s);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Name:"), m_name);
    m_name->setAccessibleName(tr("Name"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(m_group ? tr("&Rename") : tr("&Create group"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"acceptGroupName"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &GroupNameDialog::store);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        m_problem->setProblem({});
        update();
    });
    update();
}

void GroupNameDialog::update()
{
    const QString name = m_name->text().simplified();
    m_accept->setEnabled(!m_isStoring && !name.isEmpty() && (!m_group || name != m_group->name));
}

void GroupNameDialog::store()
{
    m_isStoring = true;
    update();
    if (m_group) {
        whenDone(m_directory.renameGroup(m_actor, m_group->id, m_name->text()), this, [this](const Result<> &renamed) {
            if (!renamed)
                return showFailure(renamed.error());
            Q_EMIT stored(m_group->id);
            accept();
        });
        return;
    }
    whenDone(m_directory.addGroup(m_actor, m_name->text()), this, [this](const Result<GroupId> &added) {
        if (!added)
            return showFailure(added.error());
        Q_EMIT stored(*added);
        accept();
    });
}

void GroupNameDialog::showFailure(const Error &error)
{
    m_isStoring = false;
    update();
    m_problem->setProblem(error.kind == ErrorKind::AlreadyExists ? tr("There is a group of this name already.")
                          : error.kind == ErrorKind::InvalidInput && !error.evidence.has_value()
                              ? tr("A group's name has at most %1 characters, none of them invisible.").arg(maxPersonName)
                              : errorParagraph(peopleErrorText(error)));
    m_name->setFocus();
}

} // namespace letopis
