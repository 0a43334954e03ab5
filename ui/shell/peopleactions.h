#pragma once

#include "ui/shell/windowparts.h"

#include <QObject>

namespace letopis {

class Actions;
class DetailsPane;
class PeopleView;

// People and groups in the window: their page, and what a recording's participants have to do with it.
class PeopleActions final : public QObject
{
    Q_OBJECT

public:
    PeopleActions(const WindowParts &parts, Actions &actions, DetailsPane &details, QWidget *window);

    PeopleView &page() const { return *m_page; } // the window takes it

Q_SIGNALS:
    void pageRequested();

private:
    void tellBesideParticipants();

    DetailsPane &m_details;
    PeopleView *m_page;
};

} // namespace letopis
