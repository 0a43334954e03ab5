#pragma once

#include "ui/forms/access/principalpicker.h"

#include <QDialog>

class QPushButton;

namespace letopis {

// Asks for people or groups.
class PrincipalDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Wording
    {
        QString title;
        QString text;
        QString accept; // a verb
    };

    PrincipalDialog(PeopleDirectory &directory, Actor actor, PrincipalPicker::Contents contents, const Wording &wording,
                    QWidget *parent = nullptr);

    PrincipalPicker &picker() const { return *m_picker; }

Q_SIGNALS:
    void chosen(const QList<letopis::NamedPrincipal> &principals);

private:
    void choose();

    PrincipalPicker *m_picker;
    QPushButton *m_accept = nullptr;
};

} // namespace letopis
