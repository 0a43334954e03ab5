#include "ui/pages/audit/auditexportdialog.h"

#include "core/workspace/audittrail.h"
#include "ui/text/auditverdicttext.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

AuditExportDialog::AuditExportDialog(const AuditQuery &query, const std::optional<AuditSigning> &signing, QWidget *parent)
    : QDialog(parent)
    , m_csv(new QRadioButton(tr("&Table (CSV)")))
    , m_lines(new QRadioButton(tr("&Lines of JSON")))
    , m_extract(new QRadioButton(tr("&Extract that proves itself")))
    , m_sign(new QCheckBox(tr("&Sign it with the catalog's key")))
    , m_signNote(makeTextLabel(u"auditSignNote"_s))
{
    setObjectName(u"auditExportDialog"_s);
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export the journal"));
    m_canSign = signing && signing->isAvailable;
    auto *about = makeTextLabel(u"auditExportAbout"_s);
    about->setText(query.isFiltered() ? tr("What the filters show is written to a file. That it was exported is noted in the journal.")
                                      : tr("The whole journal is written to a file. That it was exported is noted in the journal."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(about);
    m_csv->setObjectName(u"exportCsv"_s);
    m_lines->setObjectName(u"exportLines"_s);
    m_extract->setObjectName(u"exportExtract"_s);
    m_sign->setObjectName(u"exportSigned"_s);
    m_csv->setChecked(true);
    addChoice(layout, m_csv, AuditFileFormat::Csv);
    addChoice(layout, m_lines, AuditFileFormat::JsonLines);
    addChoice(layout, m_extract, AuditFileFormat::Extract);
    m_sign->setChecked(m_canSign);
    if (m_canSign && !signing->fingerprint.isEmpty())
        m_signNote->setText(tr("Key: %1. Tell it to the reader by another way than the file.").arg(signing->fingerprint));
    else if (m_canSign && signing->store.isEmpty())
        m_signNote->setText(tr("An administrator of the catalog knows the key's fingerprint."));
    else if (m_canSign)
        m_signNote->setText(tr("A key is made and kept where the secrets are: %1.").arg(signing->store));
    else
        m_signNote->setText(tr("The place where secrets are kept does not answer, so there is no key to sign with. Unsigned, the extract can be "
                               "checked as well, but anybody could have made it."));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_sign, m_signNote}) {
        widget->setContentsMargins(24, 0, 0, 0);
        layout->addWidget(widget);
    }
    layout->addStretch();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    QPushButton *go = buttons->addButton(tr("Choose a &file…"), QDialogButtonBox::AcceptRole);
    go->setObjectName(u"exportGo"_s);
    go->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(go, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(format(), isSigned());
        accept();
    });
    for (QRadioButton *button : {m_csv, m_lines, m_extract})
        connect(button, &QRadioButton::toggled, this, &AuditExportDialog::update);
    update();
    orderTabs(*buttons);
    m_csv->setFocus();
    resize(520, layout->totalHeightForWidth(520));
}

void AuditExportDialog::addChoice(QLayout *layout, QRadioButton *button, AuditFileFormat format)
{
    auto *note = makeTextLabel({});
    note->setText(auditFormatExplanation(format));
    note->setContentsMargins(24, 0, 0, 4);
    button->setAccessibleDescription(note->text());
    layout->addWidget(button);
    layout->addWidget(note);
}

AuditFileFormat AuditExportDialog::format() const
{
    return m_csv->isChecked() ? AuditFileFormat::Csv : m_lines->isChecked() ? AuditFileFormat::JsonLines : AuditFileFormat::Extract;
}

bool AuditExportDialog::isSigned() const
{
    return format() == AuditFileFormat::Extract && m_sign->isChecked();
}

void AuditExportDialog::update()
{
    m_sign->setEnabled(m_canSign && m_extract->isChecked());
    m_signNote->setEnabled(m_extract->isChecked());
}

} // namespace letopis
