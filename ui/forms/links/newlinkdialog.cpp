#include "ui/forms/links/newlinkdialog.h"

#include "core/base/clock.h"
#include "core/base/whendone.h"
#include "core/workspace/accessdesk.h"
#include "core/workspace/workspace.h"
#include "ui/text/accesstext.h"
#include "ui/text/linktext.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

// Tab leaves it; the arrows go from day to month.
class MomentEdit final : public QDateTimeEdit
{
public:
    using QDateTimeEdit::QDateTimeEdit;

protected:
    bool focusNextPrevChild(bool next) override { return QAbstractSpinBox::focusNextPrevChild(next); }
};

} // namespace

NewLinkDialog::NewLinkDialog(const AccessParts &parts, const AccessSubject &recording, const LinkPolicy &policy, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_recording(std::get<RecordingId>(recording.item))
    , m_policy(policy)
    , m_closing(*this, parts.questions)
    , m_messages(new MessageBar)
    , m_stack(new QStackedWidget)
    , m_label(new QLineEdit)
    , m_hasEnd(new QCheckBox(tr("&Ends:")))
    , m_end(new MomentEdit)
    , m_password(new QLineEdit)
    , m_uses(new QSpinBox)
    , m_download(new QCheckBox(tr("May be &downloaded")))
    , m_labelProblem(new ProblemLabel)
    , m_endProblem(new ProblemLabel)
    , m_passwordProblem(new ProblemLabel)
    , m_usesProblem(new ProblemLabel)
{
    setObjectName(u"newLinkDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("New link"));
    setMinimumWidth(520);
    m_stack->addWidget(buildForm());
    m_stack->addWidget(buildToken());
    auto *name = new ElidedLabel;
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    name->setFullText(itemText(recording.item, recording.name));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(name);
    layout->addWidget(m_messages);
    layout->addWidget(m_stack, 1);
    layOut();
    m_untouched = typed();
    m_label->setFocus();
}

QVariantList NewLinkDialog::typed() const
{
    return {m_label->text(), m_hasEnd->isChecked(), m_end->dateTime(), m_password->text(), m_uses->value(), m_download->isChecked()};
}

QWidget *NewLinkDialog::buildForm()
{
    const qint64 end = usualExpiry(m_policy, m_parts.clock.now().toMSecsSinceEpoch());
    m_label->setObjectName(u"linkLabel"_s);
    m_label->setPlaceholderText(tr("For whom, or what for"));
    m_label->setAccessibleName(tr("Label"));
    m_hasEnd->setObjectName(u"linkHasEnd"_s);
    m_hasEnd->setChecked(end > 0);
    m_end->setObjectName(u"linkEnd"_s);
    m_end->setAccessibleName(tr("When the link ends"));
    m_end->setCalendarPopup(true);
    m_end->setDateTime(QDateTime::fromMSecsSinceEpoch(end > 0 ? end : m_parts.clock.now().addDays(30).toMSecsSinceEpoch()));
    m_end->setEnabled(end > 0);
    m_password->setObjectName(u"linkPassword"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAccessibleName(tr("Password"));
    m_password->setPlaceholderText(m_policy.needsPassword ? tr("Needed here") : tr("None"));
    m_uses->setObjectName(u"linkUses"_s);
    m_uses->setRange(0, maxLinkUses);
    m_uses->setSpecialValueText(tr("any number"));
    m_uses->setAccessibleName(tr("How many times it opens"));
    m_download->setObjectName(u"linkDownload"_s);
    m_download->setChecked(m_policy.allowsDownload);
    auto *most = makeTextLabel(u"linkMostDays"_s);
    most->setText(m_policy.maxDays == 0 ? tr("Links may be without end.") : tr("At most %1 from now.").arg(daysText(m_policy.maxDays)));
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    form->setContentsMargins({});
    form->setHorizontalSpacing(16);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Label:"), m_label);
    form->addRow(QString(), m_labelProblem);
    form->addRow(m_hasEnd, m_end);
    form->addRow(QString(), most);
    form->addRow(QString(), m_endProblem);
    form->addRow(tr("&Password:"), m_password);
    form->addRow(QString(), m_passwordProblem);
    form->addRow(tr("&Opens:"), m_uses);
    form->addRow(QString(), m_usesProblem);
    form->addRow(QString(), m_download);
    connect(m_hasEnd, &QCheckBox::toggled, m_end, &QWidget::setEnabled);
    return page;
}

QWidget *NewLinkDialog::buildToken()
{
    auto *once = makeTextLabel(u"tokenOnce"_s);
    once->setText(tokenOnceText() + u' ' + tr("Copy it now."));
    m_token = new QLineEdit;
    m_token->setObjectName(u"linkToken"_s);
    m_token->setReadOnly(true);
    m_token->setAccessibleName(tr("Link"));
    m_copy = new QPushButton(themedIcon(u"copy"), tr("&Copy"));
    m_copy->setObjectName(u"copyToken"_s);
    m_copied = makeTextLabel(u"tokenCopied"_s);
    auto *reach = makeTextLabel(u"tokenReach"_s);
    reach->setText(linksReachText(m_policy));
    auto *row = new QHBoxLayout;
    row->addWidget(m_token, 1);
    row->addWidget(m_copy);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(12);
    layout->addWidget(once);
    layout->addLayout(row);
    layout->addWidget(m_copied);
    layout->addWidget(reach);
    layout->addStretch(1);
    connect(m_copy, &QPushButton::clicked, this, &NewLinkDialog::copy);
    return page;
}

void NewLinkDialog::layOut()
{
    auto *buttons = new QDialogButtonBox;
    m_close = buttons->addButton(tr("Ca&ncel"), QDialogButtonBox::RejectRole);
    m_close->setObjectName(u"closeNewLink"_s);
    m_create = buttons->addButton(tr("&Make link"), QDialogButtonBox::AcceptRole);
    m_create->setObjectName(u"makeLink"_s);
    layout()->addWidget(buttons);
    orderTabs(*buttons);
    m_create->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &NewLinkDialog::create);
    connect(buttons, &QDialogButtonBox::rejected, this, &NewLinkDialog::reject);
}

void NewLinkDialog::create()
{
    LinkDraft draft;
    draft.recording = m_recording;
    draft.label = m_label->text();
    if (!m_password->text().isEmpty())
        draft.password = SecretText(m_password->text().toUtf8());
    draft.expiresAtMs = m_hasEnd->isChecked() ? m_end->dateTime().toMSecsSinceEpoch() : 0;
    draft.maxUses = m_uses->value();
    draft.allowsDownload = m_download->isChecked();
    clearProblems();
    m_messages->clear();
    m_isMaking = true;
    m_create->setEnabled(false);
    whenDone(m_parts.workspace.access().createLink(m_parts.actor, draft), this, [this](const Result<NewLink> &link) { onMade(link); });
}

void NewLinkDialog::onMade(const Result<NewLink> &link)
{
    m_isMaking = false;
    m_create->setEnabled(true);
    if (!link) {
        if (const auto *found = std::any_cast<LinkProblemEvidence>(&link.error().evidence); found && !found->problems.isEmpty())
            return showProblems(found->problems);
        const ErrorText text = linkErrorText(link.error(), m_policy);
        m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
        return;
    }
    m_password->clear();
    m_token->setText(QString::fromLatin1(link->token.reveal()));
    m_token->setCursorPosition(0);
    m_stack->setCurrentIndex(1);
    m_create->hide();
    m_close->setText(tr("Cl&ose"));
    m_copy->setDefault(true);
    m_copy->setFocus(Qt::OtherFocusReason);
    Q_EMIT made(link->id);
}

ProblemLabel *NewLinkDialog::problemOf(LinkProblem problem) const
{
    switch (problem) {
    case LinkProblem::LabelTooLong: return m_labelProblem;
    case LinkProblem::ExpiryMissing:
    case LinkProblem::ExpiryPast:
    case LinkProblem::ExpiryTooLate: return m_endProblem;
    case LinkProblem::UsesOutOfRange: return m_usesProblem;
    case LinkProblem::PasswordMissing:
    case LinkProblem::PasswordTooShort:
    case LinkProblem::PasswordTooLong: return m_passwordProblem;
    }
    return m_labelProblem;
}

QWidget *NewLinkDialog::fieldOf(LinkProblem problem) const
{
    const ProblemLabel *label = problemOf(problem);
    if (label == m_endProblem)
        return m_hasEnd->isChecked() ? static_cast<QWidget *>(m_end) : m_hasEnd;
    return label == m_usesProblem ? static_cast<QWidget *>(m_uses) : label == m_passwordProblem ? m_password : m_label;
}

void NewLinkDialog::showProblems(const QList<LinkProblem> &problems)
{
    for (const LinkProblem problem : problems) {
        const QString text = linkProblemText(problem, m_policy);
        problemOf(problem)->setProblem(text);
        fieldOf(problem)->setAccessibleDescription(text);
    }
    fieldOf(problems.first())->setFocus(Qt::OtherFocusReason);
}

void NewLinkDialog::clearProblems()
{
    for (ProblemLabel *label : {m_labelProblem, m_endProblem, m_passwordProblem, m_usesProblem})
        label->setProblem({});
    for (QWidget *field : std::initializer_list<QWidget *>{m_label, m_hasEnd, m_end, m_password, m_uses})
        field->setAccessibleDescription({});
}

void NewLinkDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_token->text());
    m_isCopied = true;
    m_copied->setText(tr("Copied."));
}

void NewLinkDialog::reject()
{
    if (m_isMaking)
        return; // its token would be lost
    if (m_stack->currentIndex() == 0)
        return m_closing.close(typed() != m_untouched);
    Question question;
    question.text = tr("Close without copying the link?");
    question.details = tr("It cannot be shown again. The link stays and can be revoked.");
    question.answers = {tr("Close &without copying")};
    question.isDangerous = true;
    m_closing.close(!m_isCopied, question);
}

} // namespace letopis
