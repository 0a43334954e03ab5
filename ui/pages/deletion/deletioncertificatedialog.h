#pragma once

#include "core/retention/deletioncertificate.h"
#include "ui/forms/access/accessparts.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace letopis {

class MessageBar;

// One certificate, to be read, checked and saved.
class DeletionCertificateDialog final : public QDialog
{
    Q_OBJECT

public:
    // `isForeign`: out of a file, checked already; it is compared with what this catalog has.
    DeletionCertificateDialog(const AccessParts &parts, const IssuedCertificate &issued, bool isForeign, QWidget *parent = nullptr);

    MessageBar &messages() const { return *m_messages; }

private:
    void check();
    void compare();
    void save();
    QString suggestedName() const;

    const AccessParts m_parts;
    const IssuedCertificate m_issued;
    MessageBar *m_messages;
    QPlainTextEdit *m_text;
    QPushButton *m_check;
    QPushButton *m_save;
};

} // namespace letopis
