#include "ui/forms/links/linkpolicydialog.h"

#include "core/base/whendone.h"
#include "core/workspace/accessdesk.h"
#include "core/workspace/workspace.h"
#include "ui/text/linktext.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

LinkPolicyDialog::LinkPolicyDialog(const AccessParts &parts, const LinkPolicy &policy, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_closing(*this, parts.questions)
    , m_messages(new MessageBar)
    , m_usual(new QSpinBox)
    , m_most(new QSpinBox)
    , m_needsPassword(new QCheckBox(tr("Every link needs a &password")))
    , m_download(new QCheckBox(tr("New links may be &downloaded")))
    , m_address(new QLineEdit)
    , m_daysProblem(new ProblemLabel)
    , m_addressProblem(new ProblemLabel)
{
    setObjectName(u"linkPolicyDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Settings of links"));
    setMinimumWidth(520);
    m_usual->setObjectName(u"usualDays"_s);
    m_usual->setAccessibleName(tr("Days that a new link lasts"));
    m_most->setObjectName(u"mostDays"_s);
    m_most->setAccessibleName(tr("Days that a link lasts at most"));
    for (QSpinBox *days : {m_usual, m_most}) {
        days->setRange(0, maxLinkDays);
        days->setSpecialValueText(daysText(0));
        days->setSuffix(tr(" d", "days"));
    }
    m_usual->setValue(policy.defaultDays);
    m_most->setValue(policy.maxDays);
    m_needsPassword->setObjectName(u"needsPassword"_s);
    m_needsPassword->setChecked(policy.needsPassword);
    m_download->setObjectName(u"usuallyDownload"_s);
    m_download->setChecked(policy.allowsDownload);
    m_address->setObjectName(u"serviceAddress"_s);
    m_address->setAccessibleName(tr("Address of the service that answers for links"));
    m_address->setPlaceholderText(tr("https://… – none yet"));
    m_address->setText(policy.serviceAddress);
    layOut();
    m_before = this->policy();
    m_usual->setFocus();
}

void LinkPolicyDialog::layOut()
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("A &new link lasts:"), m_usual);
    form->addRow(tr("A &link lasts at most:"), m_most);
    form->addRow(QString(), m_daysProblem);
    form->addRow(QString(), m_needsPassword);
    form->addRow(QString(), m_download);
    form->addRow(tr("Ser&vice:"), m_address);
    form->addRow(QString(), m_addressProblem);
    auto *note = makeTextLabel(u"policyNote"_s);
    note->setText(tr("Links that were made before stay as they are."));
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(tr("&Cancel"), QDialogButtonBox::RejectRole)->setObjectName(u"closePolicy"_s);
    m_store = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    m_store->setObjectName(u"storePolicy"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_messages);
    layout->addLayout(form);
    layout->addWidget(note);
    layout->addStretch(1);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    m_store->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &LinkPolicyDialog::store);
    connect(buttons, &QDialogButtonBox::rejected, this, &LinkPolicyDialog::reject);
}

void LinkPolicyDialog::reject()
{
    if (m_store->isEnabled())
        m_closing.close(policy() != m_before);
}

LinkPolicy LinkPolicyDialog::policy() const
{
    return {.defaultDays = m_usual->value(),
            .maxDays = m_most->value(),
            .needsPassword = m_needsPassword->isChecked(),
            .allowsDownload = m_download->isChecked(),
            .serviceAddress = m_address->text().trimmed()};
}

void LinkPolicyDialog::store()
{
    m_daysProblem->setProblem({});
    m_addressProblem->setProblem({});
    m_messages->clear();
    m_store->setEnabled(false);
    whenDone(m_parts.workspace.access().setLinkPolicy(m_parts.actor, policy()), this, [this](const Result<> &stored) {
        m_store->setEnabled(true);
        if (stored) {
            Q_EMIT this->stored();
            return accept();
        }
        if (const auto *found = std::any_cast<LinkPolicyEvidence>(&stored.error().evidence); found && !found->problems.isEmpty())
            return showProblems(found->problems);
        const ErrorText text = linkErrorText(stored.error());
        m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
    });
}

void LinkPolicyDialog::showProblems(const QList<LinkPolicyProblem> &problems)
{
    for (const LinkPolicyProblem problem : problems)
        (problem == LinkPolicyProblem::AddressNotHttps ? m_addressProblem : m_daysProblem)->setProblem(linkPolicyProblemText(problem));
    (problems.first() == LinkPolicyProblem::AddressNotHttps ? static_cast<QWidget *>(m_address) : m_usual)->setFocus();
}

} // namespace letopis
