#include "ui/pages/backups/passphrasedialog.h"

#include "ui/forms/passphrasefields.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

PassphraseDialog::PassphraseDialog(const QString &backup, bool isRefused, QWidget *parent)
    : QDialog(parent)
    , m_passphrase(makePassphraseEdit(u"backupPassphrase"_s))
{
    setObjectName(u"passphraseDialog"_s);
    setWindowTitle(tr("Passphrase of the backup"));
    QLabel *what = makeTextLabel(u"passphraseOf"_s);
    what->setText(tr("The backup is encrypted: %1").arg(breakable(backup)));
    auto *isShown = new QCheckBox(tr("Show what I t&ype"));
    auto *problem = new ProblemLabel;
    problem->setProblem(isRefused ? tr("The passphrase is wrong.") : QString());
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Passphrase:"), m_passphrase);
    form->addRow(QString(), isShown);
    form->addRow(QString(), problem);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false); // Enter is never that
    m_go = buttons->addButton(tr("&Open the backup"), QDialogButtonBox::AcceptRole);
    m_go->setObjectName(u"openBackup"_s);
    m_go->setDefault(true);
    m_go->setEnabled(false);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(what);
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(480);
    connect(isShown, &QCheckBox::toggled, this,
            [this](bool shows) { m_passphrase->setEchoMode(shows ? QLineEdit::Normal : QLineEdit::Password); });
    connect(m_passphrase, &QLineEdit::textChanged, this, [this](const QString &text) { m_go->setEnabled(!text.isEmpty()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        const SecretText passphrase(m_passphrase->text().toUtf8());
        accept();
        Q_EMIT given(passphrase);
    });
    m_passphrase->setFocus();
}

} // namespace letopis
