#pragma once

#include "core/base/secrettext.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace letopis {

// Asks for the passphrase of a backup that is there.
class PassphraseDialog final : public QDialog
{
    Q_OBJECT

public:
    // `isRefused`: the one before was wrong.
    PassphraseDialog(const QString &backup, bool isRefused, QWidget *parent);

Q_SIGNALS:
    void given(const letopis::SecretText &passphrase);

private:
    QLineEdit *m_passphrase;
    QPushButton *m_go = nullptr;
};

} // namespace letopis
