#pragma once

#include "ui/forms/access/accessparts.h"
#include "ui/shell/windowparts.h"

#include <QObject>
#include <QTimer>

namespace letopis {

class ActorRights;
class DetailsPane;

// Attendance beside access, from the participants of the shown recording: how many of them cannot watch it, and both lists.
class GapActions final : public QObject
{
    Q_OBJECT

public:
    GapActions(const WindowParts &parts, DetailsPane &details, QWidget *window);

private:
    void count();
    void open();

    const WindowParts &m_parts;
    DetailsPane &m_details;
    QWidget *m_window;
    ActorRights *m_rights; // on the shown recording
    QTimer m_delay;
    quint64 m_generation = 0;
};

} // namespace letopis
