#include "ui/pages/deletion/deletioncertificatedialog.h"

#include "core/base/whendone.h"
#include "core/workspace/audittrail.h"
#include "core/workspace/retentiondesk.h"
#include "core/workspace/workspace.h"
#include "ui/pages/deletion/certificatefiles.h"
#include "ui/text/deletiontext.h"
#include "ui/text/filenames.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/questions.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

DeletionCertificateDialog::DeletionCertificateDialog(const AccessParts &parts, const IssuedCertificate &issued, bool isForeign, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_issued(issued)
    , m_messages(new MessageBar)
    , m_text(new QPlainTextEdit(certificateText(issued)))
    , m_check(new QPushButton(tr("&Verify")))
    , m_save(new QPushButton(tr("&Save…")))
{
    setObjectName(u"deletionCertificateDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Certificate of deletion"));
    m_text->setObjectName(u"certificateText"_s);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Certificate of deletion"));
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_text->document()->setDocumentMargin(12);
    m_check->setObjectName(u"verifyCertificate"_s);
    m_save->setObjectName(u"saveCertificate"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_check, QDialogButtonBox::ActionRole);
    buttons->addButton(m_save, QDialogButtonBox::ActionRole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_messages);
    layout->addWidget(m_text, 1);
    layout->addWidget(buttons);
    resize(760, 600);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_check, &QPushButton::clicked, this, &DeletionCertificateDialog::check);
    connect(m_save, &QPushButton::clicked, this, &DeletionCertificateDialog::save);
    m_save->setVisible(!isForeign);
    if (isForeign)
        check();
}

// The certificate against the event that names it, then that event against the journal of this catalog.
void DeletionCertificateDialog::check()
{
    if (m_issued.event.sequence == 0) {
        m_messages->showMessage(MessageBar::Level::Warning, tr("The journal's event that names it is no more in this catalog."),
                                tr("Look into the file that the stretch of the journal was stored in."));
        return;
    }
    if (const Result<> verified = verifyCertificate(m_issued.json, m_issued.event); !verified) {
        const ErrorText text = certificateErrorText(verified.error());
        m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
        return;
    }
    compare();
}

void DeletionCertificateDialog::compare()
{
    const QByteArray sum = certificateSha256(m_issued.json);
    whenDone(m_parts.workspace.retention().certificate(m_parts.actor, sum), this, [this](const Result<IssuedCertificate> &ours) {
        if (!ours && ours.error().kind == ErrorKind::NotFound) {
            m_messages->showMessage(MessageBar::Level::Information, tr("The certificate is whole: it is what its event names."),
                                    tr("It is of another catalog. Only that catalog's journal, an extract of it or an anchor proves the event."));
        } else if (!ours) {
            m_messages->showError(ours.error());
        } else if (ours->event.hash != m_issued.event.hash || ours->event.sequence != m_issued.event.sequence) {
            m_messages->showMessage(MessageBar::Level::Error, tr("The certificate is whole, but this catalog's journal names another event."),
                                    tr("Verify the journal: one of the two was changed."));
        } else {
            m_messages->showMessage(MessageBar::Level::Success, tr("The certificate is whole, and this catalog's journal names it."),
                                    tr("That nobody changed the journal itself is verified on the journal's page."));
        }
    });
}

QString DeletionCertificateDialog::suggestedName() const
{
    const Result<DeletionCertificate> one = certificateFromJson(m_issued.json);
    const QString title = one ? (one->title.isEmpty() ? one->externalId : one->title) : QString();
    //: A file's name; %1: a recording's title
    return safeBaseName(tr("Deletion of %1").arg(title)) + u".json"_s;
}

void DeletionCertificateDialog::save()
{
    const FileQuestion question{.title = tr("Save the certificate"), .suggestedPath = suggestedName(), .filter = tr("Certificates (*.json)")};
    m_parts.questions.chooseFileToSave(this, question, [this](const QString &file) {
        if (file.isEmpty())
            return;
        whenDone(writeCertificate(file, m_issued), this, [this, file](const Result<> &saved) {
            if (!saved) {
                m_messages->showError(saved.error());
                return;
            }
            m_messages->showMessage(MessageBar::Level::Success, tr("The certificate was saved with the journal's event that names it."));
            m_parts.workspace.audit().noteExport(m_parts.actor, {.action = u"certificate.exported"_s,
                                                                 .recording = m_issued.event.recording,
                                                                 .format = u"json"_s,
                                                                 .file = QFileInfo(file).fileName()});
        });
    });
}

} // namespace letopis
