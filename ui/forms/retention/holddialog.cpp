#include "ui/forms/retention/holddialog.h"

#include "core/base/whendone.h"
#include "core/workspace/retentiondesk.h"
#include "core/workspace/workspace.h"
#include "ui/forms/owndraft.h"
#include "ui/text/retentiontext.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

HoldDialog::HoldDialog(const AccessParts &parts, const QList<RecordingId> &recordings, const QString &title, QWidget *parent)
    : QDialog(parent), m_parts(parts), m_recordings(recordings), m_messages(new MessageBar), m_reason(new QPlainTextEdit)
{
    setObjectName(u"holdDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Hold"));
    resize(520, 320);
    auto *about = makeTextLabel(u"holdAbout"_s);
    about->setText((recordings.size() == 1 ? tr("Hold “%1”: while it is held nothing deletes it, neither a policy nor anybody by hand.").arg(title)
                                           : tr("Hold these %n recordings: while they are held nothing deletes them, neither a policy nor anybody by hand.",
                                                nullptr, static_cast<int>(recordings.size())))
                   + u' ' + tr("Who set the hold and why stays in the journal."));
    auto *label = new QLabel(tr("&Reason:"));
    label->setBuddy(m_reason);
    m_reason->setObjectName(u"holdReason"_s);
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setTabChangesFocus(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(tr("&Hold"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"acceptHold"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(about);
    layout->addWidget(m_messages);
    layout->addWidget(label);
    layout->addWidget(m_reason, 1);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &HoldDialog::store);
    const QString form = recordings.size() == 1 ? u"retention/hold/%1"_s.arg(recordings.first().value) : u"retention/hold/several"_s;
    const auto content = [this] {
        const QString typed = m_reason->toPlainText();
        return typed.trimmed().isEmpty() ? QJsonObject() : QJsonObject{{u"name"_s, windowTitle()}, {u"reason"_s, typed}};
    };
    m_draft = new OwnDraft(parts.workspace.drafts(), parts.actor, form,
                           {.content = content,
                            .restore =
                                [this](const QJsonObject &typed) {
                                    m_reason->setPlainText(typed[u"reason"_s].toString());
                                    return QStringList();
                                },
                            .putBack = [this] { m_reason->clear(); }},
                           *m_messages, *this);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &HoldDialog::update);
    update();
    m_draft->begin();
    m_reason->setFocus();
}

void HoldDialog::update()
{
    const QString reason = m_reason->toPlainText().trimmed();
    m_accept->setEnabled(!m_isStoring && !reason.isEmpty() && reason.size() <= LegalHold::maxReason);
    m_accept->setToolTip(reason.size() > LegalHold::maxReason ? tr("The reason is too long.") : QString());
    m_draft->typed();
}

void HoldDialog::store()
{
    m_isStoring = true;
    m_messages->clear();
    update();
    whenDone(m_parts.workspace.retention().hold(m_parts.actor, m_recordings, m_reason->toPlainText().trimmed()), this, [this](const Result<> &done) {
        m_isStoring = false;
        update();
        if (done) {
            Q_EMIT stored();
            return accept();
        }
        const ErrorText text = retentionErrorText(done.error());
        m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
    });
}

} // namespace letopis
