#pragma once

#include "ui/shell/windowparts.h"

#include <QObject>

namespace letopis {

class Actions;
class JournalPage;
class DetailsPane;
class JournalTab;

// The journal in the window: its page, and the way there from the recording that is shown.
class AuditActions final : public QObject
{
    Q_OBJECT

public:
    AuditActions(const WindowParts &parts, const WindowHooks &hooks, Actions &actions, DetailsPane &details, QWidget *window);

    JournalPage &page() const { return *m_page; } // the window takes it
    void showShown(); // the journal of the recording that is shown

Q_SIGNALS:
    void pageRequested();

private:
    JournalPage *m_page;
    JournalTab *m_tab;
    DetailsPane &m_details;
};

} // namespace letopis
