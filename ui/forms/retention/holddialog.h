#pragma once

#include "core/domain/recording.h"
#include "ui/forms/access/accessparts.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace letopis {

class MessageBar;
class OwnDraft;

// Holds recordings, with the reason. Stays open until it is stored.
class HoldDialog final : public QDialog
{
    Q_OBJECT

public:
    HoldDialog(const AccessParts &parts, const QList<RecordingId> &recordings, const QString &title, QWidget *parent = nullptr);

    // Not while what was confirmed is being stored: closing would look as if it were taken back.
    void reject() override
    {
        if (!m_isStoring)
            QDialog::reject();
    }

Q_SIGNALS:
    void stored();

private:
    void store();
    void update();

    const AccessParts m_parts;
    const QList<RecordingId> m_recordings;
    MessageBar *m_messages;
    QPlainTextEdit *m_reason;
    OwnDraft *m_draft = nullptr;
    QPushButton *m_accept = nullptr;
    bool m_isStoring = false;
};

} // namespace letopis
