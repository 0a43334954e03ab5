#include "ui/forms/access/attendancegapdialog.h"

#include "core/base/whendone.h"
#include "core/workspace/accessdesk.h"
#include "core/workspace/attendancebook.h"
#include "core/workspace/peopledirectory.h"
#include "core/workspace/workspace.h"
#include "ui/forms/access/explanationview.h"
#include "ui/forms/access/grantauthority.h"
#include "ui/models/actorrights.h"
#include "ui/text/accesstext.h"
#include "ui/text/peopletext.h"
#include "ui/text/quantities.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QGroupBox>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

AttendanceGapDialog::AttendanceGapDialog(const AccessParts &parts, const AccessSubject &recording, const QStringList &withoutId,
                                         QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_recording(recording)
    , m_withoutId(withoutId)
    , m_rights(new ActorRights(parts.workspace, parts.actor, this))
    , m_authority(new GrantAuthority(parts.workspace.people(), parts.actor, this))
    , m_giver(new AccessGiver(parts, this))
    , m_cannotWatch(new GapList(GapList::Side::CannotWatch, *m_authority))
    , m_didNotAttend(new GapList(GapList::Side::DidNotAttend, *m_authority))
    , m_why(new ExplanationView(parts.workspace, parts.actor))
    , m_messages(new MessageBar)
    , m_tabs(new QTabWidget)
{
    setObjectName(u"attendanceGapDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Attendance and access"));
    resize(820, 640);
    layOut();
    for (GapList *list : {m_cannotWatch, m_didNotAttend}) {
        connect(list, &GapList::choiceChanged, this, &AttendanceGapDialog::explain);
        connect(list, &GapList::giveRequested, this, &AttendanceGapDialog::give);
    }
    connect(m_tabs, &QTabWidget::currentChanged, this, &AttendanceGapDialog::explain);
    connect(m_rights, &ActorRights::changed, this, &AttendanceGapDialog::updateRights);
    connect(m_giver, &AccessGiver::failed, this, &AttendanceGapDialog::showFailure);
    connect(m_giver, &AccessGiver::given, this, &AttendanceGapDialog::onGiven);
    connect(&parts.workspace.access(), &AccessDesk::accessChanged, this, &AttendanceGapDialog::read);
    connect(&parts.workspace.people(), &PeopleDirectory::peopleChanged, this, &AttendanceGapDialog::read);
    connect(&parts.workspace.attendance(), &AttendanceBook::attendanceChanged, this, &AttendanceGapDialog::read);
    m_rights->setRecordings({this->recording()});
    updateRights();
    read();
    m_cannotWatch->table().setFocus();
}

void AttendanceGapDialog::layOut()
{
    auto *name = new ElidedLabel;
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    name->setFullText(itemText(m_recording.item, m_recording.name));
    m_tabs->setObjectName(u"gapTabs"_s);
    m_tabs->setAccessibleName(windowTitle());
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_cannotWatch, QString());
    m_tabs->addTab(m_didNotAttend, QString());
    auto *why = new QGroupBox(tr("Why"));
    auto *inWhy = new QVBoxLayout(why);
    inWhy->addWidget(m_why);
    why->setFixedHeight(fontMetrics().height() * 9 + 24);
    auto *buttons = new QDialogButtonBox;
    m_addToPeople = buttons->addButton(tr("Add to the &people…"), QDialogButtonBox::ActionRole);
    m_addToPeople->setObjectName(u"addUnknownToPeople"_s);
    buttons->addButton(tr("C&lose"), QDialogButtonBox::RejectRole)->setObjectName(u"closeGap"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(8);
    layout->addWidget(name);
    layout->addWidget(m_messages);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(why);
    layout->addSpacing(8);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_addToPeople, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT addToPeopleRequested();
    });
    showRows();
}

void AttendanceGapDialog::read()
{
    whenDone(m_parts.workspace.access().attendanceGap(m_parts.actor, recording()), this,
             [this, generation = ++m_generation](const Result<AttendanceGap> &gap) {
                 if (generation == m_generation)
                     onRead(gap);
             });
}

// Refused to those who add nobody: then nobody is told to.
void AttendanceGapDialog::readUnknown()
{
    whenDone(m_parts.workspace.people().peopleOfRecording(m_parts.actor, recording()), this,
             [this, generation = m_generation](const Result<QList<Person>> &unknown) {
                 if (generation != m_generation)
                     return;
                 m_unknown.clear();
                 for (const Person &one : unknown ? *unknown : QList<Person>())
                     m_unknown += one.name;
                 m_isRead = true;
                 showRows();
             });
}

void AttendanceGapDialog::onRead(const Result<AttendanceGap> &gap)
{
    m_gap = gap ? *gap : AttendanceGap();
    if (!gap) {
        showFailure(gap.error());
        m_messages->addAction(tr("T&ry again"), [this] {
            m_messages->clear();
            read();
        });
    } else if (m_gap.isPublic) {
        m_showsPublic = true;
        m_messages->showMessage(MessageBar::Level::Information, tr("The recording is public: anyone can watch it."),
                                tr("Who is listed here was denied it, or was given something besides."));
    } else if (std::exchange(m_showsPublic, false)) {
        m_messages->clear();
    }
    readUnknown();
}

void AttendanceGapDialog::showRows()
{
    QList<GapListModel::Row> cannot;
    for (const NamedPrincipal &one : std::as_const(m_gap.attendedCannotWatch))
        cannot += {.person = one, .name = one.name, .whyNot = {}};
    for (const QString &name : std::as_const(m_unknown))
        cannot += {.person = {}, .name = name, .whyNot = tr("Not known to Letopis: add them to the people first")};
    for (const QString &name : m_withoutId)
        cannot += {.person = {}, .name = name, .whyNot = tr("Came without an ID: match them to a known person first")};
    QList<GapListModel::Row> absent;
    for (const NamedPrincipal &one : std::as_const(m_gap.canWatchDidNotAttend))
        absent += {.person = one, .name = one.name, .whyNot = {}};
    const auto tab = [this](GapList *list, const QString &text, qint64 count) {
        const int index = m_tabs->indexOf(list);
        m_tabs->setTabText(index, count > 0 ? u"%1 (%2)"_s.arg(text, numberText(count)) : text);
    };
    tab(m_cannotWatch, tr("Attended, cannot watch"), m_gap.attendedCannotWatch.size());
    tab(m_didNotAttend, tr("Can watch, did not attend"), m_gap.canWatchDidNotAttendCount);
    m_addToPeople->setVisible(!m_unknown.isEmpty());
    if (!m_isRead)
        return;
    m_cannotWatch->setRows(cannot, cannot.size());
    m_didNotAttend->setRows(absent, m_gap.canWatchDidNotAttendCount);
    explain();
}

void AttendanceGapDialog::updateRights()
{
    const QString reason = m_rights->reason(Capability::GrantToViewers);
    m_authority->setMayGrantToAll(m_rights->isKnown() && m_rights->refusal(Capability::GrantToModerators) == Refusal::None);
    for (GapList *list : {m_cannotWatch, m_didNotAttend})
        list->setPossible(m_rights->isKnown(), reason);
    const QString noAdding = m_rights->reasonByRole(Capability::AddViewers);
    m_addToPeople->setEnabled(m_rights->isKnown() && noAdding.isEmpty());
    m_addToPeople->setToolTip(plainToolTip(noAdding));
}

void AttendanceGapDialog::explain()
{
    const GapList *shown = m_tabs->currentWidget() == m_cannotWatch ? m_cannotWatch : m_didNotAttend;
    m_why->setHint(shown->isUnknownCurrent() ? tr("Letopis does not know who this is.")
                                             : tr("Choose one person: here stands why they can or cannot watch."));
    m_why->explain(shown->current(), m_recording.item);
}

void AttendanceGapDialog::give(const QList<PersonId> &people, Permission permission)
{
    m_messages->clear();
    const bool isTaking = permission == Permission::Denied;
    m_giver->give({.title = isTaking ? tr("Deny access") : tr("Give access"), .accept = isTaking ? tr("&Deny access") : tr("&Give access")},
                  {{.subject = m_recording, .people = people, .permission = permission}});
}

void AttendanceGapDialog::onGiven(const QList<WishedAccess> &wishes, const QList<Result<>> &results)
{
    if (!results.first())
        return showFailure(results.first().error());
    const auto count = static_cast<int>(wishes.first().people.size());
    m_messages->showMessage(MessageBar::Level::Success, tr("The permissions of %n people were changed.", nullptr, count));
}

void AttendanceGapDialog::showFailure(const Error &error)
{
    const ErrorText text = error.kind == ErrorKind::ContentMismatch
        ? ErrorText{tr("The permissions were changed meanwhile."), tr("Give it again.")}
        : peopleErrorText(error);
    m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
}

} // namespace letopis
