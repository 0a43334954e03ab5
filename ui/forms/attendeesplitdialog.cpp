#include "ui/forms/attendeesplitdialog.h"

#include "ui/text/attendancetext.h"
#include "ui/text/quantities.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

AttendeeSplitDialog::AttendeeSplitDialog(const Attendee &attendee, QList<AttendeeSession> sessions, QWidget *parent)
    : QDialog(parent)
    , m_sessions(std::move(sessions))
    , m_firstName(attendee.participant.name)
    , m_list(new QListWidget)
    , m_name(new QLineEdit)
    , m_outcome(makeTextLabel(u"splitOutcome"_s))
{
    setObjectName(u"attendeeSplitDialog"_s);
    setWindowTitle(tr("Split a participant"));
    setWindowModality(Qt::WindowModal);
    setMinimumWidth(460);
    QLabel *text = makeTextLabel(u"splitText"_s);
    text->setText(tr("Mark the sessions of %1 that were another person's.").arg(breakable(m_firstName)));
    m_list->setObjectName(u"splitSessions"_s);
    m_list->setAccessibleName(tr("Sessions"));
    for (const AttendeeSession &one : m_sessions) {
        const qint64 lengthMs = one.session.leftAtMs - one.session.joinedAtMs;
        auto *item = new QListWidgetItem(u"%1 · %2"_s.arg(sessionText(one.session), minutesText(lengthMs)), m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    m_list->setCurrentRow(0);
    m_name->setObjectName(u"splitName"_s);
    m_name->setMaxLength(longestAttendeeText);
    auto *label = new QLabel(tr("&Name of the other person:"));
    label->setBuddy(m_name);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(tr("&Split"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"acceptSplit"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::itemChanged, this, &AttendeeSplitDialog::update);
    connect(m_name, &QLineEdit::textChanged, this, &AttendeeSplitDialog::update);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(text);
    layout->addWidget(m_list, 1);
    layout->addWidget(label);
    layout->addWidget(m_name);
    layout->addWidget(m_outcome);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    m_accept->setDefault(true); // once it is in the dialog: else the first one is
    m_list->setFocus();
    update();
}

QList<AttendeeSession> AttendeeSplitDialog::second() const
{
    QList<AttendeeSession> marked;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            marked += m_sessions.at(row);
    }
    return marked;
}

QString AttendeeSplitDialog::secondName() const
{
    return m_name->text().simplified();
}

void AttendeeSplitDialog::update()
{
    const QList<AttendeeSession> marked = second();
    const bool isDivided = !marked.isEmpty() && marked.size() < m_sessions.size();
    m_accept->setEnabled(isDivided && !secondName().isEmpty());
    if (marked.isEmpty()) {
        m_outcome->setText(tr("No session is marked yet."));
    } else if (!isDivided) {
        m_outcome->setText(tr("One session at least has to stay."));
    } else {
        const int kept = static_cast<int>(m_sessions.size() - marked.size());
        m_outcome->setText(tr("%n session(s) stay, with talk, chat and polls.", nullptr, kept));
    }
}

} // namespace letopis
