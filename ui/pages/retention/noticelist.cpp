#include "ui/pages/retention/noticelist.h"

#include "core/base/clock.h"
#include "core/base/whendone.h"
#include "core/workspace/retentiondesk.h"
#include "core/workspace/workspace.h"
#include "ui/forms/retention/noticedialog.h"
#include "ui/text/dates.h"
#include "ui/text/quantities.h"
#include "ui/text/retentiontext.h"
#include "ui/widgets/plaintable.h"

#include <QPushButton>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

NoticeList::NoticeList(const AccessParts &parts, MessageBar &messages, QWidget *parent) : RulesSection(parts, messages, tr("Warnings"), parent)
{
    setObjectName(u"noticeList"_s);
    makeTable(u"noticeTable"_s, {tr("What goes"), tr("Size"), tr("Warned")}, {1}, {1});
    m_show = addButton(u"showNotice"_s, tr("Show the re&cordings…"), [this] { showRecordings(); });
    m_dismiss = addButton(u"dismissNotice"_s, tr("&Dismiss"), [this] { dismiss(); });
    addStretch();
    connect(&table(), &PlainTable::opened, m_show, &QPushButton::click);
    hide();
}

void NoticeList::read()
{
    RetentionDesk &desk = parts().workspace.retention();
    const auto both = chain(desk.timeZone(parts().actor), this, [this, &desk](const Result<QByteArray> &zone) {
        m_zone = *zone;
        return desk.notices(parts().actor, false);
    });
    whenDone(both, this, [this, generation = ++m_generation](const Result<QList<RetentionNotice>> &notices) {
        if (generation != m_generation)
            return;
        if (!notices)
            return tellReading(notices.error());
        m_notices = *notices;
        QList<QStringList> rows;
        QStringList keys;
        for (const RetentionNotice &notice : std::as_const(m_notices)) {
            rows += QStringList{noticeText(notice, m_zone), sizeText(notice.sizeBytes),
                                relativeDate(QDateTime::fromMSecsSinceEpoch(notice.madeAtMs, Qt::UTC), parts().clock.now())};
            keys += QString::number(notice.id.value);
        }
        setRows(rows, keys, {});
        setVisible(!m_notices.isEmpty());
        Q_EMIT counted(m_notices.size());
    });
}

void NoticeList::updateButtons()
{
    const bool isChosen = current() >= 0 && current() < m_notices.size();
    m_show->setEnabled(isChosen);
    enable(m_dismiss, isChosen, tr("It is not shown again; the journal keeps it."));
}

void NoticeList::showRecordings()
{
    if (current() < 0 || current() >= m_notices.size())
        return;
    auto *dialog = new NoticeDialog(parts(), m_notices.at(current()), m_zone, this);
    connect(dialog, &NoticeDialog::recordingRequested, this, &NoticeList::recordingRequested);
    dialog->open();
}

void NoticeList::dismiss()
{
    if (current() < 0 || current() >= m_notices.size())
        return;
    whenDone(parts().workspace.retention().dismissNotice(parts().actor, m_notices.at(current()).id), this, [this](const Result<> &done) {
        if (!done)
            return tell(done.error());
        say(tr("The warning is dismissed."));
    });
}

} // namespace letopis
