#include "ui/pages/recordings/participantstab.h"

#include "ui/models/participantmodel.h"
#include "ui/pages/recordings/participanttable.h"
#include "ui/text/attendancetext.h"
#include "ui/text/names.h"
#include "ui/text/quantities.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

QToolButton *makeButton(QAction *action, Qt::ToolButtonStyle style)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(style);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setObjectName(action->objectName() + u"Button"_s);
    return button;
}

QToolButton *makeMenuButton(const QString &text, const QString &name, QMenu *menu)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(menu);
    menu->setParent(button, menu->windowFlags());
    return button;
}

} // namespace

ParticipantsTab::ParticipantsTab(QWidget *parent)
    : QWidget(parent)
    , m_model(new ParticipantModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_messages(new MessageBar)
    , m_summary(makeTextLabel(u"participantsSummary"_s))
    , m_readOnly(makeTextLabel(u"participantsReadOnly"_s))
    , m_table(new ParticipantTable)
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget)
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(ParticipantModel::SortRole);
    m_sorted->setSortLocaleAware(true);
    m_table->setModel(m_sorted);
    m_summary->setContentsMargins(16, 4, 16, 8);
    makeActions();

    auto *page = new QWidget;
    auto *pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins({});
    pageLayout->setSpacing(0);
    pageLayout->addWidget(m_summary);
    pageLayout->addLayout(makeCannotWatch());
    pageLayout->addWidget(m_table, 1);
    m_stack->addWidget(page);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(makeTools());
    m_readOnly->setContentsMargins(16, 4, 16, 0);
    m_readOnly->hide();
    layout->addWidget(m_readOnly);
    layout->addWidget(m_stack, 1);

    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &position) { showContextMenu(m_table->viewport()->mapToGlobal(position)); });
    connect(m_table, &PlainTable::opened, this, &ParticipantsTab::opened);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ParticipantsTab::updateActions);
    connect(m_empty, &EmptyState::actionRequested, m_actions[Add], &QAction::trigger);
    connect(m_actions[ShowRemoved], &QAction::toggled, this, &ParticipantsTab::update);
    updateActions();
}

void ParticipantsTab::makeActions()
{
    const auto make = [this](Command command, const QString &name, const QString &text, QStringView icon = {},
                             const QKeySequence &key = {}) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        if (!icon.isEmpty())
            action->setIcon(themedIcon(icon));
        // For showing; the same keys mean other things in the rest of the window, so event() takes them by itself.
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_actions[command] = action;
    };
    make(Add, u"addParticipant"_s, tr("Add…"), u"add", Qt::Key_Insert);
    make(Edit, u"editParticipant"_s, tr("Edit…"), u"edit", Qt::Key_F2);
    make(Match, u"matchParticipant"_s, tr("Match to a known person…"), u"people");
    make(Merge, u"mergeParticipants"_s, tr("Merge into one"), {}, QKeySequence(Qt::CTRL | Qt::Key_M));
    make(Split, u"splitParticipant"_s, tr("Split into two…"));
    make(Remove, u"removeParticipants"_s, tr("Remove from the list"), u"remove", QKeySequence::Delete);
    make(Restore, u"restoreParticipants"_s, tr("Put back into the list"));
    make(MakeAutomatic, u"automaticParticipants"_s, tr("Restore all automatic values"), u"retry");
    make(ShowRemoved, u"showRemovedParticipants"_s, tr("Show removed"));
    m_actions[ShowRemoved]->setCheckable(true);
    make(Undo, u"undoParticipants"_s, tr("Undo"), u"undo", QKeySequence::Undo);
    make(Redo, u"redoParticipants"_s, tr("Redo"), u"redo", QKeySequence::Redo);
    make(Rights, u"participantRights"_s, tr("Rights in %1…").arg(serviceText(ServerKind::BigBlueButton)), u"role");
    make(AddToPeople, u"addToPeople"_s, tr("Add all to the people…"), u"people");
    m_actions[AddToPeople]->setToolTip(tr("Make known who attended with an ID at the server, and is not known yet"));
    make(CompareAccess, u"compareAccess"_s, tr("Attendance and access…"), u"key");
    m_actions[CompareAccess]->setToolTip(tr("Who attended and cannot watch, and who can watch and did not attend"));
    make(SavePdf, u"saveAttendancePdf"_s, tr("Save report as PDF…"), u"download");
    make(Print, u"printAttendance"_s, tr("Print report…"), {}, QKeySequence::Print);
    make(ExportCsv, u"exportAttendanceCsv"_s, tr("Export as CSV table…"));
    make(ExportJson, u"exportAttendanceJson"_s, tr("Export as JSON…"));
}

QMenu *ParticipantsTab::makeMoreMenu()
{
    auto *menu = new QMenu(this);
    menu->setToolTipsVisible(true); // why something is disabled
    for (const Command command : {Match, Merge, Split})
        menu->addAction(m_actions[command]);
    menu->addSeparator();
    for (const Command command : {Remove, Restore, ShowRemoved, MakeAutomatic})
        menu->addAction(m_actions[command]);
    menu->addSeparator();
    menu->addAction(m_actions[AddToPeople]);
    menu->addAction(m_actions[CompareAccess]);
    menu->addAction(m_actions[Rights]);
    return menu;
}

QWidget *ParticipantsTab::makeTools()
{
    auto *tools = new QWidget;
    auto *layout = new QHBoxLayout(tools);
    layout->setContentsMargins(12, 4, 12, 0);
    layout->setSpacing(4);
    layout->addWidget(makeButton(m_actions[Add], Qt::ToolButtonTextBesideIcon));
    layout->addWidget(makeButton(m_actions[Edit], Qt::ToolButtonTextBesideIcon));
    layout->addWidget(makeButton(m_actions[Undo], Qt::ToolButtonIconOnly));
    layout->addWidget(makeButton(m_actions[Redo], Qt::ToolButtonIconOnly));
    QToolButton *more = makeMenuButton(tr("More"), u"participantsMore"_s, makeMoreMenu());
    more->setAccessibleDescription(tr("More to do with the selected participants"));
    layout->addWidget(more);
    layout->addStretch();
    auto *reports = new QMenu(this);
    for (const Command command : {SavePdf, Print, ExportCsv, ExportJson})
        reports->addAction(m_actions[command]);
    QToolButton *report = makeMenuButton(tr("Report"), u"attendanceReport"_s, reports);
    report->setAccessibleDescription(tr("Attendance report: print, save, export"));
    layout->addWidget(report);
    return tools;
}

// Not the action's own button: what it says differs with the recording.
QLayout *ParticipantsTab::makeCannotWatch()
{
    m_cannotWatch = new QToolButton;
    m_cannotWatch->setObjectName(u"cannotWatch"_s);
    m_cannotWatch->setIcon(m_actions[CompareAccess]->icon());
    m_cannotWatch->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_cannotWatch->setAutoRaise(true);
    m_cannotWatch->setFocusPolicy(Qt::StrongFocus);
    m_cannotWatch->hide();
    connect(m_cannotWatch, &QToolButton::clicked, m_actions[CompareAccess], &QAction::trigger);
    auto *layout = new QHBoxLayout;
    layout->setContentsMargins(12, 0, 12, 0);
    layout->addWidget(m_cannotWatch);
    layout->addStretch();
    return layout;
}

void ParticipantsTab::setCannotWatch(int count)
{
    m_cannotWatch->setVisible(count > 0);
    m_cannotWatch->setText(tr("%n attended and cannot watch…", "people", count));
    m_cannotWatch->setToolTip(m_actions[CompareAccess]->toolTip());
}

void ParticipantsTab::showContextMenu(const QPoint &globalPosition)
{
    QMenu *menu = makeMoreMenu();
    menu->setObjectName(u"participantMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->insertAction(menu->actions().first(), m_actions[Edit]);
    menu->insertAction(m_actions[Edit], m_actions[Add]);
    menu->addMenu(m_table->makeColumnMenu(menu));
    menu->popup(globalPosition);
}

void ParticipantsTab::clear(const RecordingDetails &details)
{
    m_details = details;
    m_attendees.clear();
    m_timeline.clear();
    m_report.reset();
    m_messages->clear();
    m_model->setRows({});
    m_stack->setCurrentIndex(0);
    m_summary->clear();
    setCannotWatch(0);
    updateActions();
}

void ParticipantsTab::showAttendance(const QList<Attendee> &attendees, const RecordingDetails &details)
{
    m_details = details;
    m_attendees = attendees;
    m_report.emplace();
    update();
}

void ParticipantsTab::showTimeline(const QList<TimelineEntry> &entries, const RecordingDetails &details)
{
    m_details = details;
    m_timeline = entries;
    if (m_report)
        update();
}

void ParticipantsTab::update()
{
    if (!m_details || !m_report)
        return;
    m_report = attendanceReport(*m_details, m_attendees, m_timeline);
    ParticipantRows rows{.rows = m_report->rows,
                         .startedAtMs = m_details->row.startedAt.toMSecsSinceEpoch(),
                         .endedAtMs = m_details->endedAt.isValid() ? m_details->endedAt.toMSecsSinceEpoch() : 0,
                         .recorded = recordedSpans(*m_details, m_timeline),
                         .service = ServerKind::BigBlueButton};
    if (m_actions[ShowRemoved]->isChecked()) {
        for (const Attendee &one : std::as_const(m_attendees)) {
            if (one.isRemoved)
                rows.rows += AttendanceReportRow{.attendee = one};
        }
    }
    QStringList selected;
    for (const Attendee &one : selection())
        selected += one.uid;
    const int place = m_table->verticalScrollBar()->value();
    m_model->setRows(rows);
    if (!selected.isEmpty())
        select(selected);
    m_table->verticalScrollBar()->setValue(place);
    updateEmpty(rows.rows);
    m_summary->setText(summaryText());
    m_table->fitColumns();
    updateActions();
}

void ParticipantsTab::updateEmpty(const QList<AttendanceReportRow> &rows)
{
    m_stack->setCurrentIndex(rows.isEmpty() ? 1 : 0);
    if (!rows.isEmpty())
        return;
    if (!m_attendees.isEmpty()) {
        m_empty->setState(u"people", tr("Everybody was removed"), tr("“Show removed” in the menu “More” brings them into sight."));
        return;
    }
    const bool isEmptyMeeting = m_details->people == RecordingDetails::PeopleStatus::Known;
    const QString title = m_details->row.participantCount > 0 ? participantsCount(m_details->row.participantCount)
        : isEmptyMeeting                                      ? tr("Nobody took part")
                                                              : tr("No names");
    m_empty->setState(u"people", title, peopleStatusText(m_details->people),
                      m_readOnly->text().isEmpty() ? tr("Add a participant…") : QString());
}

QString ParticipantsTab::summaryText() const
{
    const QList<AttendanceReportRow> &rows = m_report->rows;
    const auto moderators = std::count_if(rows.begin(), rows.end(), [](const AttendanceReportRow &row) {
        return row.attendee.participant.role == ConferenceRole::Moderator;
    });
    QStringList parts{participantsCount(rows.size()), tr("%n moderator(s)", "in the conference service's words", static_cast<int>(moderators))};
    if (m_report->recordedMs > 0)
        parts << tr("recorded %1").arg(minutesText(m_report->recordedMs));
    if (const qsizetype removed = m_attendees.size() - rows.size(); removed > 0)
        parts << tr("%n removed", nullptr, static_cast<int>(removed));
    return parts.join(u" · "_s);
}

QList<Attendee> ParticipantsTab::selection() const
{
    QModelIndexList selected = m_table->selectionModel()->selectedRows();
    std::sort(selected.begin(), selected.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    QList<Attendee> attendees;
    for (const QModelIndex &index : std::as_const(selected))
        attendees += m_model->attendee(m_sorted->mapToSource(index).row());
    return attendees;
}

void ParticipantsTab::select(const QStringList &uids)
{
    QItemSelection wanted;
    QModelIndex first;
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        const QModelIndex index = m_sorted->index(row, 0);
        if (!uids.contains(index.data(ParticipantModel::UidRole).toString()))
            continue;
        wanted.select(index, m_sorted->index(row, ParticipantModel::ColumnCount - 1));
        if (!first.isValid())
            first = index;
    }
    if (!first.isValid())
        return;
    m_table->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    m_table->selectionModel()->select(wanted, QItemSelectionModel::ClearAndSelect);
}

void ParticipantsTab::setReadOnlyReason(const QString &reason)
{
    m_readOnly->setText(reason);
    m_readOnly->setVisible(!reason.isEmpty());
    update();
}

void ParticipantsTab::setEditable(bool isEditable)
{
    m_isEditable = isEditable;
    updateActions();
}

// While the focus is in here the keys are the participants' alone, those that can do nothing just now, too: F2 and Undo
// would otherwise reach another form.
bool ParticipantsTab::event(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QWidget::event(event);
    const auto *key = static_cast<QKeyEvent *>(event);
    for (QAction *action : m_actions) {
        if (!action->shortcuts().contains(QKeySequence(key->keyCombination())))
            continue;
        event->accept();
        if (event->type() == QEvent::KeyPress)
            action->trigger(); // nothing where it is disabled
        return true;
    }
    return QWidget::event(event);
}

void ParticipantsTab::updateActions()
{
    const QList<Attendee> selected = selection();
    const bool canEdit = m_isEditable && m_report.has_value();
    const auto any = [&](auto condition) { return std::any_of(selected.begin(), selected.end(), condition); };
    m_actions[Add]->setEnabled(canEdit);
    m_actions[Edit]->setEnabled(canEdit && selected.size() == 1);
    m_actions[Match]->setEnabled(canEdit && selected.size() == 1);
    m_actions[Merge]->setEnabled(canEdit && selected.size() > 1);
    m_actions[Split]->setEnabled(canEdit && selected.size() == 1 && selected.first().participant.sessions.size() > 1);
    m_actions[Remove]->setEnabled(canEdit && any([](const Attendee &one) { return !one.isRemoved; }));
    m_actions[Restore]->setEnabled(canEdit && any([](const Attendee &one) { return one.isRemoved; }));
    m_actions[MakeAutomatic]->setEnabled(canEdit && any([](const Attendee &one) { return one.provenance == Provenance::Edited; }));
    m_actions[ShowRemoved]->setEnabled(m_report.has_value());
    for (const Command command : {SavePdf, Print, ExportCsv, ExportJson})
        m_actions[command]->setEnabled(m_report && !m_report->rows.isEmpty());
}

} // namespace letopis
