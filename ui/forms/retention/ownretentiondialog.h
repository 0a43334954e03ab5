#pragma once

#include "core/retention/retentionanswers.h"
#include "ui/forms/access/accessparts.h"

#include <QDialog>

class QDateEdit;
class QLabel;
class QPushButton;
class QRadioButton;

namespace letopis {

class MessageBar;
class OwnDraft;

// What is said of recordings themselves: a date, never, or as the policies say. Stays open until it is stored.
class OwnRetentionDialog final : public QDialog
{
    Q_OBJECT

public:
    // `stored`: of them all; nothing: they differ, or nobody knows.
    OwnRetentionDialog(const AccessParts &parts, const QList<RecordingId> &recordings, const QString &title, const std::optional<OwnRetention> &stored,
                       const QByteArray &timeZone, QWidget *parent = nullptr);

    OwnRetention chosen() const;

    // Not while what was confirmed is being stored: closing would look as if it were taken back.
    void reject() override
    {
        if (!m_isStoring)
            QDialog::reject();
    }

Q_SIGNALS:
    void stored(const letopis::OwnRetention &own);

private:
    void layOut(const QString &title);
    void show(const OwnRetention &own);
    void store();
    void update();
    QJsonObject draft() const;
    QStringList restore(const QJsonObject &draft);
    QDate today() const;

    const AccessParts m_parts;
    const QList<RecordingId> m_recordings;
    const std::optional<OwnRetention> m_stored;
    const QByteArray m_timeZone;
    MessageBar *m_messages;
    QRadioButton *m_asPolicies;
    QRadioButton *m_onDate;
    QRadioButton *m_never;
    QDateEdit *m_date;
    QLabel *m_note;
    OwnDraft *m_draft = nullptr;
    QPushButton *m_accept = nullptr;
    bool m_isStoring = false;
};

} // namespace letopis
