#include "ui/pages/retention/holdlist.h"

#include "core/base/clock.h"
#include "core/base/whendone.h"
#include "core/workspace/retentiondesk.h"
#include "core/workspace/workspace.h"
#include "ui/text/dates.h"
#include "ui/text/quantities.h"
#include "ui/text/retentiontext.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/questions.h"

#include <QLabel>
#include <QPushButton>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int mostShown = 1000;

// What the policies say once this one hold is gone: another one may still hold it.
QString afterRelease(RetentionExplanation why, const LegalHold &hold, qint64 nowMs)
{
    why.holds.removeIf([&hold](const LegalHold &one) { return one.id == hold.id; });
    why.decision.isHeld = false;
    return retentionSentence(why, nowMs);
}
} // namespace

HoldList::HoldList(const AccessParts &parts, MessageBar &messages, QWidget *parent) : RulesSection(parts, messages, tr("Holds"), parent)
{
    setObjectName(u"holdList"_s);
    makeTable(u"holdTable"_s, {tr("Recording"), tr("Reason"), tr("Held by"), tr("Since")});
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
                 for (const LegalHold &hold : std::as_const(m_holds)) {
                     rows += QStringList{hold.title.isEmpty() ? tr("A recording you cannot see") : hold.title, hold.reason, hold.setBy,
                                         absoluteDate(QDateTime::fromMSecsSinceEpoch(hold.setAtMs, Qt::UTC))};
                 }
                 setRows(rows, tr("Nothing is held. A hold is set in a recording's details: while it is in force, nothing deletes the recording."));
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

void askToRelease(const AccessParts &parts, QWidget *parent, const LegalHold &hold, const std::function<void(const Result<> &)> &done)
{
    RetentionDesk &desk = parts.workspace.retention();
    whenDone(desk.decisionFor(parts.actor, hold.recording), parent, [=, &desk](const Result<RetentionExplanation> &why) {
        Question question;
        question.title = HoldList::tr("Release the hold");
        question.text = hold.title.isEmpty() ? HoldList::tr("Release the hold?") : HoldList::tr("Release the hold on “%1”?").arg(hold.title);
        QStringList details;
        if (!hold.reason.isEmpty())
            details += HoldList::tr("%1: %2").arg(holdText(hold), hold.reason);
        if (why)
            details += HoldList::tr("Then: %1").arg(afterRelease(*why, hold, parts.clock.now().toMSecsSinceEpoch()));
        question.details = details.join(u'\n');
        question.answers = {HoldList::tr("&Release")};
        question.isDangerous = true;
        parts.questions.ask(parent, question, [=, &desk](int answer) {
            if (answer != 0)
                return done(Error{ErrorKind::Cancelled, {}, {}, {}});
            whenDone(desk.release(parts.actor, hold.id), parent, done);
        });
    });
}

} // namespace letopis
