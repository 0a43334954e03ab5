#include "ui/forms/access/principaldialog.h"

#include "ui/widgets/buttonorder.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

PrincipalDialog::PrincipalDialog(PeopleDirectory &directory, Actor actor, PrincipalPicker::Contents contents, const Wording &wording,
                                 QWidget *parent)
    : QDialog(parent)
    , m_picker(new PrincipalPicker(directory, std::move(actor), contents))
{
    setObjectName(u"principalDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(wording.title);
    resize(480, 520);
    QLabel *text = makeTextLabel(u"principalText"_s);
    text->setText(wording.text);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(wording.accept, QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"acceptPrincipals"_s);
    m_accept->setEnabled(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(text);
    layout->addWidget(m_picker, 1);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &PrincipalDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_picker, &PrincipalPicker::chosen, this, &PrincipalDialog::choose);
    connect(m_picker, &PrincipalPicker::selectionChanged, this, [this] { m_accept->setEnabled(!m_picker->selection().isEmpty()); });
    m_picker->setFocus();
}

void PrincipalDialog::choose()
{
    const QList<NamedPrincipal> principals = m_picker->selection();
    if (principals.isEmpty() || !m_accept->isEnabled()) // Enter goes where the button goes
        return;
    Q_EMIT chosen(principals);
    accept();
}

} // namespace letopis
