#include "ui/pages/recordings/selectionsummary.h"

#include "ui/text/quantities.h"
#include "ui/widgets/emptystate.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

SelectionSummary::SelectionSummary(QWidget *parent) : QWidget(parent), m_state(new EmptyState), m_editFound(new QPushButton)
{
    m_state->setObjectName(u"selectionSummary"_s);
    m_editFound->setObjectName(u"editFound"_s);
    m_editFound->setAutoDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 16);
    layout->addWidget(m_state, 1);
    layout->addWidget(m_editFound, 0, Qt::AlignHCenter);
    connect(m_state, &EmptyState::actionRequested, this, &SelectionSummary::editSelectedRequested);
    connect(m_editFound, &QPushButton::clicked, this, &SelectionSummary::editFoundRequested);
}

void SelectionSummary::showCounts(int selected, qint64 found)
{
    m_state->setState(u"edit", tr("%n recording(s) selected", nullptr, selected),
                      tr("Edit title, description, tags and other fields of all of them in one go. Before anything changes, "
                         "you see what will."),
                      tr("Edit %n recording(s)…", nullptr, selected));
    m_editFound->setVisible(found > selected);
    m_editFound->setText(tr("Edit all that were found: %1…").arg(numberText(found)));
}

} // namespace letopis
