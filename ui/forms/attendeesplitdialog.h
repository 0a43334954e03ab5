#pragma once

#include "core/domain/attendeeedits.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace letopis {

// Two people who share one entry: which of its sessions were the second one's.
class AttendeeSplitDialog final : public QDialog
{
    Q_OBJECT

public:
    AttendeeSplitDialog(const Attendee &attendee, QList<AttendeeSession> sessions, QWidget *parent = nullptr);

    QList<AttendeeSession> second() const;
    QString secondName() const;

private:
    void update();

    const QList<AttendeeSession> m_sessions;
    const QString m_firstName;
    QListWidget *m_list = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_outcome = nullptr;
    QPushButton *m_accept = nullptr;
};

} // namespace letopis
