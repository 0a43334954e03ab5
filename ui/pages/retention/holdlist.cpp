#include "ui/pages/retention/holdlist.h"

#include "core/base/whendone.h"
#include "core/workspace/retentiondesk.h"
#include "core/workspace/workspace.h"
#include "ui/forms/retention/releasequestion.h"
#include "ui/text/dates.h"
#include "ui/text/quantities.h"
#include "ui/widgets/plaintable.h"

#include <QLabel>
#include <QPushButton>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int mostShown = 1000;
} // namespace

HoldList::HoldList(const AccessParts &parts, MessageBar &messages, QWidget *parent) : RulesSection(parts, messages, tr("Holds"), parent)
{
    setObjectName(u"holdList"_s);
    makeTable(u"holdTable"_s, {tr("Recording"), tr("Reason"), tr("Held by"), tr("Since")}, {1, 1});
    note().setObjectName(u"holdNote"_s);
    m_release = addButton(u"releaseHold"_s, tr("Re&lease…"), [this] { release(); });
    m_go = addButton(u"heldRecording"_s, tr("G&o to recording"), [this] {
        if (current() >= 0 && current() < m_holds.size())
            Q_EMIT recordingRequested(m_holds.at(current()).recording);
    });
    addStretch();
    connect(&table(), &PlainTable::opened, m_go, &QPushButton::click);
}

void HoldList::read()
{
    whenDone(parts().workspace.retention().holdsInForce(parts().actor, mostShown + 1), this,
             [this, generation = ++m_generation](const Result<QList<LegalHold>> &holds) {
                 if (generation != m_generation)
                     return;
                 if (!holds)
                     return tellReading(holds.error());
                 m_holds = holds->first(std::min<qsizetype>(mostShown, holds->size()));
                 note().setText(tr("The newest %1 are shown.").arg(numberText(mostShown)));
                 note().setVisible(holds->size() > mostShown);
                 QList<QStringList> rows;
                 QStringList keys;
                 for (const LegalHold &hold : std::as_const(m_holds)) {
                     rows += QStringList{hold.title.isEmpty() ? tr("A recording you cannot see") : hold.title, hold.reason, hold.setBy,
                                         absoluteDate(QDateTime::fromMSecsSinceEpoch(hold.setAtMs, Qt::UTC))};
                     keys += QString::number(hold.recording.value);
                 }
                 setRows(rows, keys, tr("Nothing is held. A hold is set in a recording's details: while it is in force, nothing deletes the recording."));
             });
}

void HoldList::updateButtons()
{
    const bool isChosen = current() >= 0 && current() < m_holds.size();
    enable(m_release, isChosen);
    m_go->setEnabled(isChosen && !m_holds.at(current()).title.isEmpty());
}

void HoldList::release()
{
    if (current() < 0 || current() >= m_holds.size())
        return;
    askToRelease(parts(), this, m_holds.at(current()), [this](const Result<> &done) {
        if (!done)
            return tell(done.error());
        say(tr("The hold is released."));
    });
}

} // namespace letopis
