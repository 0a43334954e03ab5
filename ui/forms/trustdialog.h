#pragma once

#include "core/domain/trust.h"

#include <QDialog>

class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace letopis {

// A decision about trust. Not modal by itself: open() it and wait for decided(). "No" is the default, and Escape,
// closing and Enter all mean it.
class TrustDialog : public QDialog
{
    Q_OBJECT

Q_SIGNALS:
    void decided(bool isTrusted);

protected:
    explicit TrustDialog(QWidget *parent);
    void setIcon(QStringView name, bool isStop = false); // a stop is red
    void setHeading(const QString &heading, const QString &text);
    void addFact(const QString &label, const QString &value, bool isFixedWidth = false);
    void addText(const QString &text);
    QFormLayout *facts() const { return m_facts; }
    QDialogButtonBox *buttons() const { return m_buttons; }
    QPushButton *addTrust(const QString &text);
    void addRefusal(const QString &text);

private:
    QLabel *m_icon;
    QLabel *m_heading;
    QLabel *m_text;
    QFormLayout *m_facts;
    QLabel *m_notes;
    QDialogButtonBox *m_buttons;
};

// A TLS certificate that is not trusted: what is wrong, whose it says it is, and its fingerprint.
class CertificateDialog final : public TrustDialog
{
    Q_OBJECT

public:
    CertificateDialog(const UntrustedCertificate &certificate, const QString &serverName, QWidget *parent = nullptr);
};

// An SSH host key: unknown ones can be compared and recorded, a changed one is a stop without a way on.
class HostKeyDialog final : public TrustDialog
{
    Q_OBJECT

public:
    enum class Case { Unknown, Changed };
    HostKeyDialog(Case which, const HostKey &key, QWidget *parent = nullptr);

private:
    void addComparison(const QString &fingerprint);

    QPushButton *m_trust = nullptr;
};

// Whether a pasted text holds this fingerprint, in any of the spellings people have: SHA256:base64, with or without
// padding, colon-separated hex, a whole `ssh-keygen -lf` line.
bool holdsFingerprint(const QString &pasted, const QByteArray &sha256);

} // namespace letopis
