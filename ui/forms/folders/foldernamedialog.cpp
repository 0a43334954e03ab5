#include "ui/forms/folders/foldernamedialog.h"

#include "core/base/whendone.h"
#include "ui/text/foldertext.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

FolderNameDialog::FolderNameDialog(FolderLibrary &library, Actor actor, const Folder &folder, const QString &place, QWidget *parent)
    : QDialog(parent)
    , m_library(library)
    , m_actor(std::move(actor))
    , m_folder(folder)
    , m_name(new QLineEdit)
    , m_problem(new ProblemLabel)
{
    setObjectName(u"folderNameDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(folder.id.isValid() ? tr("Rename folder") : tr("New folder"));
    setMinimumWidth(440);
    m_name->setObjectName(u"folderName"_s);
    m_name->setMaxLength(static_cast<int>(maxFolderName));
    m_name->setText(folder.name);
    m_name->selectAll();
    m_problem->setObjectName(u"folderNameProblem"_s);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *where = makeTextLabel(u"folderPlace"_s);
    where->setText(breakable(place));
    form->addRow(tr("In:"), where);
    form->addRow(tr("&Name:"), m_name);
    m_name->setAccessibleName(tr("Name"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(folder.id.isValid() ? tr("&Rename") : tr("&Create folder"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"acceptFolderName"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    m_accept->setDefault(true);
    m_name->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, &FolderNameDialog::store);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        m_problem->setProblem({});
        update();
    });
    update();
}

void FolderNameDialog::update()
{
    const QString name = m_name->text().trimmed();
    m_accept->setEnabled(!m_isStoring && !name.isEmpty() && name != m_folder.name);
}

void FolderNameDialog::store()
{
    m_isStoring = true;
    update();
    if (!m_folder.id.isValid()) {
        whenDone(m_library.create(m_actor, m_folder.parent, m_name->text()), this, [this](const Result<FolderId> &made) { onStored(made); });
        return;
    }
    whenDone(m_library.rename(m_actor, m_folder.id, m_name->text()), this, [this](const Result<> &renamed) {
        onStored(renamed ? Result<FolderId>(m_folder.id) : Result<FolderId>(renamed.error()));
    });
}

void FolderNameDialog::onStored(const Result<FolderId> &stored)
{
    m_isStoring = false;
    if (stored) {
        Q_EMIT this->stored(*stored);
        accept();
        return;
    }
    update();
    m_problem->setProblem(errorParagraph(folderErrorText(stored.error())));
    m_name->setFocus();
}

} // namespace letopis
