#include "ui/forms/trustdialog.h"

#include "ui/text/dates.h"
#include "ui/text/names.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

QLabel *plain(const QString &text, const QString &name = {})
{
    auto *label = new QLabel(text);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

} // namespace

bool holdsFingerprint(const QString &pasted, const QByteArray &sha256)
{
    const QString base64 = QString::fromLatin1(sha256.toBase64(QByteArray::OmitTrailingEquals));
    // Base64 tells upper from lower case; a longer word that merely contains it is another fingerprint.
    for (QString word : pasted.simplified().split(u' ')) {
        if (word.startsWith(u"SHA256:"_s, Qt::CaseInsensitive))
            word.remove(0, 7);
        while (word.endsWith(u'='))
            word.chop(1);
        if (word == base64)
            return true;
        word.remove(u':');
        if (word.compare(QString::fromLatin1(sha256.toHex()), Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

TrustDialog::TrustDialog(QWidget *parent)
    : QDialog(parent)
    , m_icon(new QLabel)
    , m_heading(plain({}, u"heading"_s))
    , m_text(plain({}, u"text"_s))
    , m_facts(new QFormLayout)
    , m_notes(plain({}, u"notes"_s))
    , m_buttons(new QDialogButtonBox)
{
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    QFont font = m_heading->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.2);
    m_heading->setFont(font);
    m_notes->hide();
    m_facts->setHorizontalSpacing(16);
    m_facts->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *column = new QVBoxLayout;
    column->setSpacing(16);
    column->addWidget(m_heading);
    column->addWidget(m_text);
    column->addLayout(m_facts);
    column->addWidget(m_notes);
    column->addStretch();
    auto *top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(m_icon, 0, Qt::AlignTop);
    top->addLayout(column, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    layout->addLayout(top, 1);
    layout->addWidget(m_buttons);
    setMinimumWidth(600);
    connect(this, &QDialog::finished, this, [this](int result) { Q_EMIT decided(result == Accepted); });
}

void TrustDialog::setIcon(QStringView name, bool isStop)
{
    QPixmap picture = themedIcon(name).pixmap(QSize(40, 40), devicePixelRatioF());
    if (isStop) {
        QPainter painter(&picture);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        const bool isDark = palette().color(QPalette::Window).lightness() < 128;
        painter.fillRect(picture.rect(), isDark ? QColor(0xff, 0x6b, 0x60) : QColor(0xb3, 0x26, 0x1e));
    }
    m_icon->setPixmap(picture);
}

void TrustDialog::setHeading(const QString &heading, const QString &text)
{
    m_heading->setText(heading);
    m_text->setText(text);
}

void TrustDialog::addFact(const QString &label, const QString &value, bool isFixedWidth)
{
    // A certificate says of itself what it likes: no name may push the buttons off the screen.
    constexpr qsizetype longestFact = 300;
    QLabel *fact = plain(isFixedWidth ? value : breakable(value.left(longestFact)));
    if (isFixedWidth)
        fact->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    fact->setAccessibleName(label + u' ' + value.left(longestFact));
    auto *name = new QLabel(label);
    name->setAlignment(Qt::AlignLeft | Qt::AlignTop); // beside the first of several lines
    m_facts->addRow(name, fact);
}

void TrustDialog::addText(const QString &text)
{
    m_notes->setText(m_notes->text().isEmpty() ? text : m_notes->text() + u"\n\n"_s + text);
    m_notes->show();
}

QPushButton *TrustDialog::addTrust(const QString &text)
{
    QPushButton *button = m_buttons->addButton(text, QDialogButtonBox::AcceptRole);
    button->setObjectName(u"trust"_s);
    button->setAutoDefault(false); // Enter never means yes, whatever has the focus
    connect(button, &QPushButton::clicked, this, &QDialog::accept);
    return button;
}

void TrustDialog::addRefusal(const QString &text)
{
    QPushButton *button = m_buttons->addButton(text, QDialogButtonBox::RejectRole);
    button->setObjectName(u"refuse"_s);
    button->setAutoDefault(true);
    button->setDefault(true);
    button->setFocus();
    connect(button, &QPushButton::clicked, this, &QDialog::reject);
}

CertificateDialog::CertificateDialog(const UntrustedCertificate &certificate, const QString &serverName,
                                     QWidget *parent)
    : TrustDialog(parent)
{
    setObjectName(u"certificateDialog"_s);
    setWindowTitle(tr("Certificate not trusted"));
    setIcon(u"warning");
    QStringList problems;
    for (const CertificateProblem problem : certificate.problems)
        problems.append(u"• "_s + certificateProblemText(problem, certificate));
    setHeading(tr("Is this really %1?").arg(certificate.host),
               tr("Its certificate cannot be trusted as it is:") + u'\n' + problems.join(u'\n'));
    addFact(tr("Server:"),
            certificate.port == 443 ? certificate.host : u"%1:%2"_s.arg(certificate.host).arg(certificate.port));
    addFact(tr("Issued to:"), certificate.subject);
    addFact(tr("Issued by:"), certificate.issuer);
    addFact(tr("Valid:"),
            tr("from %1 until %2").arg(absoluteDate(certificate.validFrom), absoluteDate(certificate.validTo)));
    // Two lines of sixteen bytes: people compare by eye.
    const QString colons = colonFingerprint(certificate.sha256);
    addFact(tr("SHA-256:"), colons.left(48) + u'\n' + colons.mid(48), true);
    addText(
        tr("Ask the server's administrator for the fingerprint, by another way than this connection, and compare it. "
           "Whoever stands between you and the server could show you a certificate of their own, and read the shared "
           "secret."));
    if (!isAcceptable(certificate.problems)) {
        addRefusal(tr("&Do not trust"));
        return;
    }
    addText(tr("An exception is for “%1” only, until %2. It is written to the journal and can be withdrawn on the "
               "Servers page.")
                .arg(serverName.isEmpty() ? certificate.host : serverName,
                     absoluteDate(exceptionFor(certificate, QDateTime::currentDateTimeUtc()).expiresAt)));
    addTrust(tr("&Trust this certificate"));
    addRefusal(tr("&Do not trust"));
}

HostKeyDialog::HostKeyDialog(Case which, const HostKey &key, QWidget *parent)
    : TrustDialog(parent)
{
    setObjectName(u"hostKeyDialog"_s);
    const QString fingerprint = opensshFingerprint(key.sha256);
    const QString host = key.port == 22 ? key.host : u"[%1]:%2"_s.arg(key.host).arg(key.port);
    if (which == Case::Unknown) {
        setWindowTitle(tr("Unknown SSH server"));
        setIcon(u"key");
        setHeading(
            tr("Is this really %1?").arg(host),
            tr("This computer has not met this SSH server before. Compare its key with the one that the server's "
               "administrator tells you."));
    } else {
        setWindowTitle(tr("The SSH server's key has changed"));
        setIcon(u"error", true);
        setHeading(tr("Stop: %1 shows another key than before").arg(host),
                   tr("There are two explanations:\n"
                      "• the server was set up anew, or its key was replaced;\n"
                      "• somebody stands between you and the server and wants your password and files."));
    }
    addFact(tr("Server:"), host);
    addFact(tr("Key's type:"), key.type);
    addFact(tr("Fingerprint:"), fingerprint, true);
    addFact(tr("Recorded in:"), key.knownHostsFile);
    if (which == Case::Unknown) {
        m_trust = addTrust(tr("&Record this key and go on"));
        addRefusal(tr("&Do not trust"));
        addComparison(fingerprint);
        return;
    }
    addText(tr("Letopis does not connect. Ask the server's administrator. If the key was really replaced, remove the "
               "old one "
               "from the file yourself, and check the connection again:\n%1")
                .arg(u"ssh-keygen -R \"%1\" -f \"%2\""_s.arg(host, key.knownHostsFile)));
    addRefusal(tr("&Close"));
}

void HostKeyDialog::addComparison(const QString &fingerprint)
{
    auto *paste = new QLineEdit;
    paste->setObjectName(u"compare"_s);
    paste->setPlaceholderText(tr("Paste the fingerprint you were told"));
    auto *verdict = new QLabel;
    verdict->setObjectName(u"verdict"_s);
    verdict->setWordWrap(true);
    facts()->addRow(tr("Co&mpare with:"), paste);
    facts()->addRow(QString(), verdict);
    facts()->setRowVisible(verdict, false);
    const QByteArray sha256 = QByteArray::fromBase64(fingerprint.mid(7).toLatin1());
    connect(paste, &QLineEdit::textChanged, this, [this, paste, verdict, sha256](const QString &text) {
        const bool isEmpty = text.trimmed().isEmpty();
        const bool isSame = holdsFingerprint(text, sha256);
        const QString told = isSame ? tr("✓ The same key.") : tr("✗ Another key. Do not trust this server.");
        verdict->setText(told);
        paste->setAccessibleDescription(isEmpty ? QString() : told);
        facts()->setRowVisible(verdict, !isEmpty);
        m_trust->setEnabled(isEmpty || isSame);
    });
}

} // namespace letopis
