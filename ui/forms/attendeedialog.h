#pragma once

#include "core/domain/attendeeedits.h"
#include "core/domain/server.h"

#include <QDialog>
#include <QJsonObject>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace letopis {

// What the dialog shows. Without an attendee somebody is added.
struct AttendeeDraft
{
    ServerKind service = ServerKind::BigBlueButton;
    std::optional<Attendee> attendee;
    std::optional<Participant> automatic; // automaticValues(); none: nothing to restore
};

// One participant: name, role, user id, note, and minutes where nothing is measured. Each field that differs from the
// automatic list says so and can be given back to it.
class AttendeeDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit AttendeeDialog(AttendeeDraft draft, QWidget *parent = nullptr);

    AttendeeWishes wishes() const; // what is as the automatic list has it follows that again

    // What was typed over what; empty where nothing differs from what the dialog began with. restore() puts only that over the
    // values of now, and says so.
    QJsonObject draft() const;
    void restore(const QJsonObject &draft, const QDateTime &since);

Q_SIGNALS:
    void edited();

private:
    QJsonObject values() const;
    void setValue(const QString &key, const QJsonValue &value);
    QString nameOfField(const QString &key) const;
    void makeFields();
    void fill();
    QWidget *withRestore(QWidget *field, const QString &name, const QString &automaticText, const std::function<void()> &restore,
                         const std::function<bool()> &isAutomatic);
    void addRow(QFormLayout &form, const QString &label, QWidget *row, QWidget *field);
    void update();
    QString problem() const;

    const AttendeeDraft m_draft;
    QLineEdit *m_name = nullptr;
    QComboBox *m_role = nullptr;
    QLineEdit *m_externalId = nullptr;
    QSpinBox *m_minutes = nullptr; // only where there are no sessions
    QPlainTextEdit *m_note = nullptr;
    QLabel *m_restored = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_accept = nullptr;
    QJsonObject m_base; // values() as the dialog began
    QList<std::pair<QToolButton *, std::function<bool()>>> m_restores;
};

} // namespace letopis
