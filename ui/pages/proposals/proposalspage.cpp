#include "ui/pages/proposals/proposalspage.h"

#include "core/base/whendone.h"
#include "core/workspace/accessdesk.h"
#include "core/workspace/attendancebook.h"
#include "core/workspace/peopledirectory.h"
#include "core/workspace/workspace.h"
#include "ui/forms/access/explanationview.h"
#include "ui/models/actorrights.h"
#include "ui/pages/proposals/proposallistmodel.h"
#include "ui/text/peopletext.h"
#include "ui/text/quantities.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/skeletonrows.h"
#include "ui/widgets/textlabel.h"

#include <QContextMenuEvent>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>
#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

ProposalsPage::ProposalsPage(const AccessParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_model(new ProposalListModel(parts.clock, this))
    , m_rights(new ActorRights(parts.workspace, parts.actor, this))
    , m_giver(new AccessGiver(parts, this))
    , m_messages(new MessageBar)
    , m_table(new PlainTable)
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget)
    , m_why(new ExplanationView(parts.workspace, parts.actor))
    , m_count(makeTextLabel(u"proposalCount"_s))
    , m_accept(new QPushButton(themedIcon(u"check"), tr("A&ccept…")))
    , m_decline(new QPushButton(tr("&Decline…")))
    , m_acceptAll(new QPushButton(tr("Accept a&ll…")))
    , m_go(new QPushButton(tr("&Go to recording")))
{
    setObjectName(u"proposalsPage"_s);
    buildTable();
    m_stack->addWidget(new SkeletonRows);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_empty->setObjectName(u"proposalsEmpty"_s);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    m_count->setContentsMargins(16, 8, 16, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(buildTools());
    layout->addWidget(m_messages);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_count);
    layout->addWidget(buildWhy());
    m_delay.setSingleShot(true);
    m_delay.setInterval(300ms); // a sync tells of every page of recordings
    connect(&m_delay, &QTimer::timeout, this, &ProposalsPage::read);
    connect(m_empty, &EmptyState::actionRequested, this, &ProposalsPage::peopleRequested);
    connect(m_rights, &ActorRights::changed, this, &ProposalsPage::updateChoice);
    connect(m_giver, &AccessGiver::failed, this, &ProposalsPage::showFailure);
    connect(m_giver, &AccessGiver::given, this, &ProposalsPage::onGiven);
    connect(m_giver, &AccessGiver::finished, this, &ProposalsPage::updateChoice);
    showRows();
}

QWidget *ProposalsPage::buildTools()
{
    m_accept->setObjectName(u"acceptProposal"_s);
    m_decline->setObjectName(u"declineProposal"_s);
    m_acceptAll->setObjectName(u"acceptAllProposals"_s);
    m_go->setObjectName(u"proposalRecording"_s);
    auto *tools = new QWidget;
    auto *layout = new QHBoxLayout(tools);
    layout->setContentsMargins(8, 8, 8, 8);
    for (QPushButton *button : {m_accept, m_decline, m_acceptAll, m_go}) {
        button->setAutoDefault(true);
        if (button == m_go)
            layout->addStretch(1);
        layout->addWidget(button);
    }
    connect(m_accept, &QPushButton::clicked, this, [this] { accept(selectedRows()); });
    connect(m_decline, &QPushButton::clicked, this, &ProposalsPage::decline);
    connect(m_go, &QPushButton::clicked, this, &ProposalsPage::goToRecording);
    connect(m_acceptAll, &QPushButton::clicked, this, [this] {
        QList<int> all(m_model->rowCount());
        std::iota(all.begin(), all.end(), 0);
        accept(all);
    });
    return tools;
}

void ProposalsPage::buildTable()
{
    m_table->setObjectName(u"proposalTable"_s);
    m_table->setAccessibleName(tr("Proposals"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    QHeaderView *header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(ProposalListModel::Who, QHeaderView::Stretch);
    header->setSectionResizeMode(ProposalListModel::Recording, QHeaderView::Stretch);
    header->setSectionResizeMode(ProposalListModel::Meeting, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ProposalListModel::What, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ProposalListModel::Why, QHeaderView::ResizeToContents);
    auto *remove = new QShortcut(Qt::Key_Delete, m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, m_decline, &QPushButton::click);
    connect(m_table, &PlainTable::opened, m_accept, &QPushButton::click);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ProposalsPage::updateChoice);
}

QWidget *ProposalsPage::buildWhy()
{
    m_whyBox = new QGroupBox(tr("What they may do now"));
    auto *inside = new QVBoxLayout(m_whyBox);
    inside->addWidget(m_why);
    m_why->setHint(tr("Choose one proposal."));
    m_whyBox->setFixedHeight(fontMetrics().height() * 9 + 32);
    auto *margins = new QWidget;
    auto *layout = new QVBoxLayout(margins);
    layout->setContentsMargins(16, 8, 16, 16);
    layout->addWidget(m_whyBox);
    return margins;
}

void ProposalsPage::start()
{
    if (std::exchange(m_isStarted, true))
        return;
    const AccessDesk &desk = m_parts.workspace.access();
    connect(&desk, &AccessDesk::proposalsChanged, this, &ProposalsPage::later);
    connect(&desk, &AccessDesk::accessChanged, this, &ProposalsPage::later);
    connect(&m_parts.workspace.people(), &PeopleDirectory::peopleChanged, this, &ProposalsPage::later);
    connect(&m_parts.workspace.attendance(), &AttendanceBook::attendanceChanged, this, &ProposalsPage::later);
    connect(&m_parts.workspace, &Workspace::catalogChanged, this, &ProposalsPage::later);
    read();
}

void ProposalsPage::later()
{
    if (!m_delay.isActive())
        m_delay.start();
}

void ProposalsPage::read()
{
    whenDone(m_parts.workspace.access().proposals(m_parts.actor, std::nullopt), this,
             [this, generation = ++m_generation](const Result<GrantProposals> &proposals) {
                 if (generation == m_generation)
                     onRead(proposals);
             });
}

void ProposalsPage::onRead(const Result<GrantProposals> &proposals)
{
    if (!proposals) {
        m_showsReadFailure = true;
        showFailure(proposals.error());
        m_messages->addAction(tr("T&ry again"), [this] { read(); });
    } else if (std::exchange(m_showsReadFailure, false)) {
        m_messages->clear();
    }
    m_isRead = true;
    const QList<int> rows = selectedRows();
    const int row = rows.isEmpty() ? 0 : rows.first();
    const auto chosen = rows.isEmpty() ? std::nullopt : std::optional(m_model->proposal(row));
    m_model->setProposals(proposals ? *proposals : GrantProposals());
    showRows();
    if (const int last = m_model->rowCount() - 1; last >= 0) {
        const int same = chosen ? m_model->rowOf(chosen->recording, chosen->person.principal) : -1;
        m_table->selectRow(same >= 0 ? same : std::min(row, last)); // where the chosen one went, the next
    }
    updateChoice();
    if (proposals)
        Q_EMIT counted(proposals->count);
}

void ProposalsPage::showRows()
{
    const GrantProposals &proposals = m_model->proposals();
    const qsizetype shown = proposals.proposals.size();
    m_empty->setState(u"check", tr("Nothing is proposed"),
                      tr("Who moderates a meeting, is known among the people and cannot manage its recording, is proposed here after a "
                         "sync. People are known by their ID at the server or by their e-mail address."),
                      tr("See &people"));
    m_count->setText(proposals.count > shown ? tr("The first %1 of %n proposal(s), newest meetings first.", nullptr, static_cast<int>(proposals.count))
                                                   .arg(numberText(shown))
                                             : QString());
    m_count->setVisible(!m_count->text().isEmpty());
    m_stack->setCurrentIndex(!m_isRead ? 0 : shown > 0 ? 1 : 2);
    m_whyBox->parentWidget()->setVisible(shown > 0);
}

QList<int> ProposalsPage::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows += index.row();
    std::sort(rows.begin(), rows.end());
    return rows;
}

void ProposalsPage::updateChoice()
{
    const QList<int> rows = selectedRows();
    const auto count = static_cast<int>(rows.size());
    const QString reason = m_rights->reasonByRole(Capability::GrantToViewers);
    const bool isPossible = m_rights->isKnown() && reason.isEmpty() && !m_giver->isBusy() && !m_isDeclining;
    m_accept->setEnabled(isPossible && count > 0);
    m_decline->setEnabled(isPossible && count > 0);
    m_acceptAll->setEnabled(isPossible && m_model->rowCount() > 0);
    m_go->setEnabled(count == 1);
    m_accept->setText(count > 1 ? tr("A&ccept %n proposal(s)…", nullptr, count) : tr("A&ccept…"));
    m_decline->setText(count > 1 ? tr("&Decline %n proposal(s)…", nullptr, count) : tr("&Decline…"));
    const auto tip = [&reason](QPushButton *button, const QString &text) { button->setToolTip(plainToolTip(reason.isEmpty() ? text : reason)); };
    tip(m_accept, tr("Shows who gains what, then gives it (%1)").arg(QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText)));
    tip(m_decline, tr("Proposes it no more (%1)").arg(QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText)));
    tip(m_acceptAll, tr("Shows for all of them who gains what, then gives it"));
    const auto one = count == 1 ? std::optional(m_model->proposal(rows.first())) : std::nullopt;
    m_why->explain(one ? std::optional(one->person) : std::nullopt, one ? LibraryItem(one->recording) : LibraryItem());
}

// One change for each recording, whoever of it is accepted.
void ProposalsPage::accept(const QList<int> &rows)
{
    QList<WishedAccess> wishes;
    QHash<RecordingId, qsizetype> places;
    m_isCut = false;
    for (const int row : rows) {
        const GrantProposal &one = m_model->proposal(row);
        if (!places.contains(one.recording)) {
            m_isCut = m_isCut || wishes.size() == AccessGiver::mostItems;
            if (m_isCut)
                continue;
            places.insert(one.recording, wishes.size());
            wishes += {.subject = {.item = one.recording, .name = one.recordingTitle}, .people = {}, .permission = Permission::Manage};
        }
        wishes[places.value(one.recording)].people += std::get<PersonId>(one.person.principal);
    }
    m_messages->clear();
    m_giver->give({.title = tr("Accept proposals"), .accept = tr("&Give access")}, wishes);
    updateChoice();
}

void ProposalsPage::onGiven(const QList<WishedAccess> &wishes, const QList<Result<>> &results)
{
    int accepted = 0;
    const Error *failure = nullptr;
    for (qsizetype i = 0; i < results.size(); ++i) {
        accepted += results.at(i) ? static_cast<int>(wishes.at(i).people.size()) : 0;
        failure = !failure && !results.at(i) ? &results.at(i).error() : failure;
    }
    if (failure)
        showFailure(*failure);
    else
        m_messages->showMessage(MessageBar::Level::Success, tr("%n proposal(s) accepted.", nullptr, accepted),
                                m_isCut ? tr("At most %1 recordings at once: the others are still open.").arg(AccessGiver::mostItems) : QString());
}

void ProposalsPage::decline()
{
    Declined proposals;
    for (const int row : selectedRows())
        proposals += {m_model->proposal(row).recording, std::get<PersonId>(m_model->proposal(row).person.principal)};
    if (proposals.isEmpty())
        return;
    const GrantProposal &first = m_model->proposal(selectedRows().first());
    Question question;
    question.title = tr("Decline proposals");
    question.text = proposals.size() > 1 ? tr("Decline %n proposal(s)?", nullptr, static_cast<int>(proposals.size()))
                                         : tr("Decline to give “%1” to %2?").arg(first.recordingTitle, first.person.name);
    question.details = tr("It is not proposed again. Access can still be given in the recording's permissions.");
    question.answers = {tr("&Decline")};
    question.defaultAnswer = 0;
    m_parts.questions.ask(this, question, [this, proposals](int answer) {
        if (answer != 0 || m_isDeclining)
            return;
        m_messages->clear();
        m_isDeclining = true;
        updateChoice();
        declineNext(proposals, 0);
    });
}

void ProposalsPage::declineNext(const Declined &proposals, qsizetype next)
{
    const auto end = [this] {
        m_isDeclining = false;
        updateChoice();
    };
    if (next == proposals.size()) {
        end();
        m_messages->showMessage(MessageBar::Level::Success, tr("%n proposal(s) declined.", nullptr, static_cast<int>(next)));
        m_messages->addAction(tr("&Undo"), [this, proposals] { reopenNext(proposals, 0); });
        return;
    }
    const auto &[recording, person] = proposals.at(next);
    whenDone(m_parts.workspace.access().declineProposal(m_parts.actor, recording, person), this,
             [this, proposals, next, end](const Result<> &declined) {
                 if (declined || declined.error().kind == ErrorKind::NotFound) // somebody else was faster
                     return declineNext(proposals, next + 1);
                 end();
                 showFailure(declined.error());
             });
}

// Takes the declining back.
void ProposalsPage::reopenNext(const Declined &proposals, qsizetype next)
{
    m_isDeclining = next < proposals.size();
    updateChoice();
    if (!m_isDeclining) {
        m_messages->showMessage(MessageBar::Level::Success, tr("%n proposal(s) open again.", nullptr, static_cast<int>(next)));
        return;
    }
    const auto &[recording, person] = proposals.at(next);
    whenDone(m_parts.workspace.access().reopenProposal(m_parts.actor, recording, person), this, [this, proposals, next](const Result<> &reopened) {
        if (reopened || reopened.error().kind == ErrorKind::NotFound) // somebody else was faster
            return reopenNext(proposals, next + 1);
        m_isDeclining = false;
        updateChoice();
        showFailure(reopened.error());
    });
}

void ProposalsPage::goToRecording()
{
    if (const QList<int> rows = selectedRows(); !rows.isEmpty())
        Q_EMIT recordingRequested(m_model->proposal(rows.first()).recording);
}

void ProposalsPage::showFailure(const Error &error)
{
    const ErrorText text = error.kind == ErrorKind::ContentMismatch ? ErrorText{tr("The permissions were changed meanwhile."), tr("Accept it again.")}
                                                                    : peopleErrorText(error);
    m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
}

void ProposalsPage::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_table->geometry().contains(m_stack->mapFrom(this, event->pos())) || selectedRows().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (QPushButton *button : {m_accept, m_decline, m_go}) {
        QAction *action = menu->addAction(button->text(), button, &QPushButton::click);
        action->setEnabled(button->isEnabled());
        action->setToolTip(button->toolTip());
    }
    menu->popup(event->globalPos());
}

} // namespace letopis
