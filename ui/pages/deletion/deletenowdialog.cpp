#include "ui/pages/deletion/deletenowdialog.h"

#include "ui/text/deletiontext.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/textlabel.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

DeleteNowDialog::DeleteNowDialog(int recordings, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_steps(new QButtonGroup(this))
{
    setObjectName(u"deleteNowDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Delete now"));
    auto *what = makeTextLabel(u"deleteNowWhat"_s);
    QFont bold = what->font();
    bold.setBold(true);
    what->setFont(bold);
    what->setText(recordings == 1 && !title.isEmpty() ? tr("What becomes of “%1”?").arg(breakable(title))
                                                      : tr("What becomes of %n recording(s)?", nullptr, recordings));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(8);
    layout->addWidget(what);
    addSteps(*layout);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *go = buttons->addButton(tr("&Show what goes…"), QDialogButtonBox::AcceptRole);
    go->setObjectName(u"acceptDeleteNow"_s);
    layout->addStretch(1);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    go->setDefault(true);
    setMinimumWidth(520);
    m_steps->checkedButton()->setFocus();
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        const DeletionStep step = this->step();
        accept();
        Q_EMIT chosen(step);
    });
}

void DeleteNowDialog::addSteps(QVBoxLayout &layout)
{
    const std::pair<DeletionStep, QString> steps[]{{DeletionStep::Trash, tr("To the &trash")},
                                                   {DeletionStep::Unpublish, tr("Only &unpublish")},
                                                   {DeletionStep::Purge, tr("Delete for &good")}};
    for (const auto &[step, name] : steps) {
        auto *choice = new QRadioButton(name);
        choice->setObjectName(u"deleteNow_"_s + deletionStepName(step));
        choice->setAccessibleDescription(planStepsText(step));
        choice->setChecked(step == DeletionStep::Trash);
        m_steps->addButton(choice, static_cast<int>(step));
        auto *means = makeTextLabel(u"deleteNowMeans_"_s + deletionStepName(step));
        means->setText(planStepsText(step));
        means->setContentsMargins(24, 0, 0, 8);
        layout.addWidget(choice);
        layout.addWidget(means);
    }
}

DeletionStep DeleteNowDialog::step() const
{
    return static_cast<DeletionStep>(m_steps->checkedId());
}

} // namespace letopis
