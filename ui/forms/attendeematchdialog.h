#pragma once

#include "core/domain/actor.h"
#include "core/domain/attendance.h"

#include <QDialog>
#include <QTimer>

class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace letopis {

class AttendanceBook;
class EmptyState;
class MessageBar;

// Who of the people known to Letopis a participant was: searched as one types, or made known now.
class AttendeeMatchDialog final : public QDialog
{
    Q_OBJECT

public:
    // `server`: whose user ids the attendee's is one of. `suggested` is offered first.
    AttendeeMatchDialog(AttendanceBook &book, Actor actor, Attendee attendee, ServerId server,
                        std::optional<KnownPerson> suggested, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(letopis::PersonId person); // none: matched no longer; the dialog closes then

private:
    void layOut();
    void search();
    void showFound(const QList<KnownPerson> &people);
    void chooseCurrent();
    void createPerson();
    void finish(PersonId person);
    void update();

    AttendanceBook &m_book;
    const Actor m_actor;
    const Attendee m_attendee;
    const ServerId m_server;
    const std::optional<KnownPerson> m_suggested;
    QList<KnownPerson> m_people; // as listed
    QLineEdit *m_text = nullptr;
    QListWidget *m_list = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_stack = nullptr;
    MessageBar *m_messages = nullptr;
    QPushButton *m_match = nullptr;
    QPushButton *m_create = nullptr;
    QPushButton *m_unmatch = nullptr;
    QTimer m_delay; // the next key may follow
    quint64 m_generation = 0;
};

} // namespace letopis
