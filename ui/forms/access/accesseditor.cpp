#include "ui/forms/access/accesseditor.h"

#include "core/base/clock.h"
#include "core/base/whendone.h"
#include "core/workspace/accessdesk.h"
#include "core/workspace/workspace.h"
#include "ui/forms/access/accesslistmodel.h"
#include "ui/forms/access/explanationview.h"
#include "ui/forms/access/grantauthority.h"
#include "ui/forms/access/principalpicker.h"
#include "ui/forms/owndraft.h"
#include "ui/text/accesstext.h"
#include "ui/text/dates.h"
#include "ui/text/peopletext.h"
#include "ui/text/refusaltext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>
#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

AccessEditor::AccessEditor(const AccessParts &parts, const QList<AccessSubject> &subjects, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_closing(*this, parts.questions)
    , m_model(new AccessListModel(this))
    , m_authority(new GrantAuthority(parts.workspace.people(), parts.actor, this))
    , m_picker(new PrincipalPicker(parts.workspace.people(), parts.actor, PrincipalPicker::Contents::GroupsAndPeople))
    , m_table(new PlainTable)
    , m_why(new ExplanationView(parts.workspace, parts.actor))
    , m_messages(new MessageBar)
    , m_name(new ElidedLabel)
    , m_source(makeTextLabel(u"accessSource"_s))
    , m_addProblem(makeTextLabel(u"addProblem"_s))
    , m_addAs(new QComboBox)
    , m_add(new QPushButton(tr("A&dd")))
    , m_permission(new QComboBox)
    , m_hasEnd(new QCheckBox(tr("&Until")))
    , m_end(new QDateEdit)
    , m_remove(new QPushButton(tr("Re&move")))
    , m_public(new QCheckBox(tr("Pub&lic: anyone may watch without signing in")))
    , m_reset(new QPushButton(tr("Reset &to parent…")))
    , m_holders(new QPushButton(tr("&Who can see this…")))
    , m_links(new QPushButton(tr("Lin&ks…")))
    , m_sees(new QPushButton(tr("What they can &see")))
{
    m_selectedCount = subjects.size();
    for (const AccessSubject &subject : subjects.first(std::min(subjects.size(), mostItems)))
        m_items += {.subject = subject, .list = {}, .problem = {}};
    setObjectName(u"accessEditor"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Access"));
    resize(1120, 760);
    layOut();
    connectParts();
    keepDraft();
    m_why->setHint(tr("Choose a person: here stands why they can or cannot see this, step by step."));
    updateButtons();
    read();
    m_picker->setFocus();
}

void AccessEditor::connectParts()
{
    connect(m_picker, &PrincipalPicker::chosen, this, &AccessEditor::add);
    connect(m_picker, &PrincipalPicker::selectionChanged, this, [this] {
        showPerson(m_picker->selection());
        updateButtons();
    });
    connect(m_add, &QPushButton::clicked, this, &AccessEditor::add);
    connect(m_authority, &GrantAuthority::changed, this, &AccessEditor::updateReasons);
    connect(m_model, &AccessListModel::edited, this, [this] {
        updateStrip();
        updateButtons();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        QList<NamedPrincipal> principals;
        for (const int row : selectedRows())
            principals += m_model->principal(row);
        showPerson(principals);
        updateStrip();
        updateButtons();
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, &AccessEditor::showMenu);
    auto *remove = new QShortcut(QKeySequence::Delete, m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, m_remove, &QPushButton::click);
    connect(m_permission, &QComboBox::activated, this, &AccessEditor::setPermission);
    connect(m_hasEnd, &QCheckBox::clicked, this, &AccessEditor::setUntil);
    connect(m_end, &QDateEdit::dateChanged, this, &AccessEditor::setUntil);
    connect(m_remove, &QPushButton::clicked, this, &AccessEditor::removeOrPutBack);
    connect(m_public, &QCheckBox::clicked, this, &AccessEditor::setPublic);
    connect(m_reset, &QPushButton::clicked, this, &AccessEditor::reset);
    connect(m_holders, &QPushButton::clicked, this, [this] { Q_EMIT holdersRequested(m_items.first().subject); });
    connect(m_links, &QPushButton::clicked, this, [this] { Q_EMIT linksRequested(m_items.first().subject); });
    connect(m_sees, &QPushButton::clicked, this, [this] {
        closeThen([this, person = *m_person] { Q_EMIT recordingsOfRequested(person); });
    });
    connect(&m_parts.workspace.access(), &AccessDesk::accessChanged, this, &AccessEditor::read);
}

void AccessEditor::read()
{
    whenDone(m_parts.workspace.access().standing(m_parts.actor), this, [this, generation = ++m_generation](const Result<Standing> &standing) {
        if (generation != m_generation)
            return;
        if (standing)
            m_standing = *standing;
        readNext(0, m_items, generation);
    });
}

// One after another: a hundred lists at once would stand in the way of everything else.
void AccessEditor::readNext(qsizetype item, QList<Item> items, quint64 generation)
{
    if (item == items.size())
        return onRead(items);
    whenDone(m_parts.workspace.access().list(m_parts.actor, items.at(item).subject.item), this,
             [this, item, items, generation](const Result<AccessList> &list) mutable {
                 if (generation != m_generation)
                     return;
                 Item &one = items[item];
                 one.list = list ? std::optional(*list) : std::nullopt;
                 const Refusal why = list && m_standing ? refusal(*m_standing, Capability::GrantToViewers, list->forActor) : Refusal::None;
                 one.problem = list ? refusalText({Capability::GrantToViewers, why}) : peopleErrorText(list.error()).sentence;
                 readNext(item + 1, items, generation);
             });
}

void AccessEditor::onRead(const QList<Item> &items)
{
    const auto entriesOf = [](const Item &item) {
        QList<GrantEntry> entries;
        for (const NamedGrant &grant : item.list ? item.list->entries : QList<NamedGrant>())
            entries += grant.entry;
        return entries;
    };
    const bool isSame = std::equal(items.begin(), items.end(), m_items.begin(),
                                   [&](const Item &a, const Item &b) { return entriesOf(a) == entriesOf(b); });
    const bool isOwnChange = std::exchange(m_isOwnChange, false); // told of once, whatever came of it
    const bool isChangedByOthers = m_isRead && !isSame && !isOwnChange && m_model->hasEdits();
    m_items = items;
    m_isRead = true;
    m_shown.clear();
    const bool isAnyEditable = std::any_of(items.begin(), items.end(), [](const Item &one) { return one.problem.isEmpty(); });
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (items.at(i).list && (!isAnyEditable || items.at(i).problem.isEmpty()))
            m_shown += i;
    }
    if (isChangedByOthers)
        m_messages->showMessage(MessageBar::Level::Warning, tr("The permissions were changed meanwhile."),
                                tr("What you chose is kept. Look through the list, and apply it again."));
    showProblems();
    showItems();
    if (m_draft && mayEdit())
        m_draft->begin();
}

void AccessEditor::showProblems()
{
    const auto problems = std::count_if(m_items.begin(), m_items.end(), [](const Item &one) { return !one.problem.isEmpty(); });
    if (problems == 0) {
        if (std::exchange(m_showsProblem, false))
            m_messages->clear();
        return;
    }
    const auto first = std::find_if(m_items.begin(), m_items.end(), [](const Item &one) { return !one.problem.isEmpty(); });
    m_showsProblem = true;
    if (m_items.size() == 1)
        m_messages->showMessage(m_items.first().list ? MessageBar::Level::Information : MessageBar::Level::Error, first->problem);
    else
        m_messages->showMessage(MessageBar::Level::Warning,
                                tr("%1 of %2 can be changed here.").arg(m_items.size() - problems).arg(m_items.size()), first->problem);
}

void AccessEditor::showItems()
{
    QList<AccessList> lists;
    for (const qsizetype shown : std::as_const(m_shown))
        lists += *m_items.at(shown).list;
    std::optional<Principal> current;
    if (m_table->currentIndex().isValid())
        current = m_model->principal(m_table->currentIndex().row()).principal;
    QList<Principal> selected;
    for (const int row : selectedRows())
        selected += m_model->principal(row).principal;
    m_model->setLists(lists, m_parts.clock.now().toMSecsSinceEpoch());
    select(selected, current);
    const AccessSubject &first = m_items.first().subject;
    m_name->setFullText(m_items.size() == 1 ? itemText(first.item, first.name)
                        : m_items.size() < m_selectedCount
                            ? tr("The first %1 of %2 selected recordings").arg(m_items.size()).arg(m_selectedCount)
                            : tr("%n recording(s)", nullptr, static_cast<int>(m_items.size())));
    m_source->setText(sourceText());
    const auto publicCount = std::count_if(lists.begin(), lists.end(), [](const AccessList &list) { return list.isPublic; });
    const QSignalBlocker blocker(m_public);
    m_public->setTristate(false);
    m_public->setChecked(publicCount > 0 && publicCount == lists.size());
    if (publicCount > 0 && publicCount < lists.size())
        m_public->setCheckState(Qt::PartiallyChecked);
    m_authority->setMayGrantToAll(refusalOn(Capability::GrantToModerators) == Refusal::None);
    updateReasons();
}

// Those of before, as far as they are there still; else the first row.
void AccessEditor::select(const QList<Principal> &selected, const std::optional<Principal> &current)
{
    if (m_model->rowCount() == 0)
        return;
    QItemSelection rows;
    for (const Principal &principal : selected) {
        if (const int row = m_model->rowOf(principal); row >= 0)
            rows.select(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1));
    }
    const int row = std::max(current ? m_model->rowOf(*current) : -1, 0);
    if (rows.isEmpty())
        return m_table->selectRow(row);
    m_table->selectionModel()->setCurrentIndex(m_model->index(row, 0), QItemSelectionModel::NoUpdate);
    m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
}

QString AccessEditor::sourceText() const
{
    if (m_shown.isEmpty())
        return m_isRead ? QString() : tr("Reading the permissions…");
    if (m_items.size() > 1)
        return tr("What you add, change or remove here is done on each of them. Their other permissions stay as they are.");
    const AccessList &list = *m_items.first().list;
    if (list.isOwn)
        return isRecording() ? tr("This recording has a list of its own.") : tr("This folder has a list of its own.");
    return tr("Inherited from the folder “%1”. With the first change this gets a list of its own, which begins as a copy.")
        .arg(breakable(itemText(list.holder, list.holderName)));
}

bool AccessEditor::isRecording() const
{
    return std::holds_alternative<RecordingId>(m_items.first().subject.item);
}

bool AccessEditor::mayEdit() const
{
    return !m_shown.isEmpty() && m_items.at(m_shown.first()).problem.isEmpty();
}

Refusal AccessEditor::refusalOn(Capability capability) const
{
    for (const qsizetype shown : m_shown) {
        const Refusal why = m_standing ? refusal(*m_standing, capability, m_items.at(shown).list->forActor) : Refusal::Role;
        if (why != Refusal::None)
            return why;
    }
    return m_shown.isEmpty() ? Refusal::NoAccess : Refusal::None;
}

void AccessEditor::updateReasons()
{
    QHash<qint64, QString> reasons;
    for (int row = 0; row < m_model->rowCount() && mayEdit(); ++row) {
        const Principal &principal = m_model->principal(row).principal;
        reasons.insert(AccessListModel::keyOf(principal), m_authority->reasonAgainst(principal).value_or(QString()));
    }
    m_model->setReasons(reasons);
}

QList<int> AccessEditor::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows += index.row();
    std::sort(rows.begin(), rows.end());
    return rows;
}

void AccessEditor::showPerson(const QList<NamedPrincipal> &principals)
{
    const bool isPerson = principals.size() == 1 && std::holds_alternative<PersonId>(principals.first().principal);
    m_person = isPerson ? std::optional(principals.first()) : std::nullopt;
    m_why->explain(m_items.size() == 1 ? m_person : std::nullopt, m_items.first().subject.item);
}

void AccessEditor::updateStrip()
{
    const QList<int> rows = selectedRows();
    QString reason;
    bool areAllRemoved = !rows.isEmpty();
    QSet<int> permissions; // -1: not the same on all items
    QSet<qint64> ends;     // likewise
    for (const int row : rows) {
        reason = reason.isEmpty() ? m_model->reason(row) : reason;
        areAllRemoved = areAllRemoved && m_model->state(row) == AccessListModel::State::Removed;
        const std::optional<Permission> permission = m_model->permission(row);
        permissions += permission ? static_cast<int>(*permission) : -1;
        ends += m_model->until(row).value_or(-1);
    }
    const qint64 until = ends.size() == 1 ? std::max<qint64>(*ends.begin(), 0) : 0;
    m_isShowing = true;
    m_permission->setCurrentIndex(permissions.size() == 1 ? m_permission->findData(*permissions.begin()) : -1);
    m_hasEnd->setChecked(until > 0);
    const QDate today = localDate(m_parts.clock.now());
    const QDate end = until > 0 ? lastLocalDay(QDateTime::fromMSecsSinceEpoch(until, Qt::UTC)) : today.addMonths(1);
    m_end->setMinimumDate(std::min(end, today));
    m_end->setDate(end);
    m_isShowing = false;
    const bool isPossible = mayEdit() && !rows.isEmpty() && reason.isEmpty();
    m_permission->setEnabled(isPossible && !areAllRemoved);
    m_hasEnd->setEnabled(isPossible && !areAllRemoved);
    m_end->setEnabled(m_hasEnd->isEnabled() && m_hasEnd->isChecked());
    m_remove->setEnabled(isPossible);
    m_remove->setText(areAllRemoved ? tr("Put &back") : tr("Re&move"));
    m_remove->setToolTip(plainToolTip(!reason.isEmpty() ? reason
                                      : areAllRemoved  ? tr("Leave it as it is stored")
                                                       : tr("Takes the entry out of the list. That is not Denied: what groups give stays.")));
    for (QWidget *one : {static_cast<QWidget *>(m_permission), static_cast<QWidget *>(m_hasEnd)})
        one->setToolTip(plainToolTip(reason));
}

QString AccessEditor::reasonToAdd()
{
    for (const NamedPrincipal &one : m_picker->selection()) {
        const QString reason = mayEdit() ? m_authority->reasonAgainst(one.principal).value_or(QString()) : QString();
        if (!reason.isEmpty())
            return reason;
    }
    return {};
}

QString AccessEditor::reasonToReset() const
{
    const bool isAnyOwn = std::any_of(m_shown.begin(), m_shown.end(), [this](qsizetype shown) { return m_items.at(shown).list->isOwn; });
    const LibraryItem &item = m_items.first().subject.item;
    if (item == LibraryItem(sharedFolder) || item == LibraryItem(peopleFolder))
        return tr("This folder has no parent.");
    if (!isAnyOwn)
        return tr("There is nothing to reset: the list is the parent's.");
    if (m_model->hasEdits())
        return tr("Apply or discard your changes first.");
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!m_model->reason(row).isEmpty())
            return m_model->reason(row);
    }
    return {};
}

void AccessEditor::updateButtons()
{
    const QString noAdding = reasonToAdd();
    m_add->setEnabled(mayEdit() && !m_picker->selection().isEmpty() && noAdding.isEmpty());
    m_add->setToolTip(plainToolTip(noAdding));
    m_addAs->setEnabled(mayEdit());
    m_addProblem->setText(noAdding);
    m_addProblem->setVisible(!noAdding.isEmpty());
    const QString noReset = m_shown.isEmpty() ? QString() : reasonToReset();
    m_reset->setEnabled(mayEdit() && noReset.isEmpty());
    m_reset->setToolTip(plainToolTip(noReset.isEmpty() ? tr("Drops this list: what the folder above says holds again.") : noReset));
    const Refusal noPublic = refusalOn(Capability::LiftPrivacy);
    const bool isAnyPublic = m_public->checkState() != Qt::Unchecked;
    m_public->setEnabled(!m_shown.isEmpty() && (noPublic == Refusal::None || (isAnyPublic && mayEdit())));
    m_public->setToolTip(plainToolTip(refusalText({Capability::LiftPrivacy, noPublic})));
    m_holders->setEnabled(m_items.size() == 1 && !m_shown.isEmpty());
    const Refusal noLinks = refusalOn(Capability::ShareByLink);
    m_links->setEnabled(m_items.size() == 1 && !m_shown.isEmpty() && noLinks == Refusal::None);
    m_links->setToolTip(plainToolTip(m_items.size() > 1 ? tr("Links are made for one recording at a time.")
                                     : m_shown.isEmpty() ? QString()
                                                         : refusalText({Capability::ShareByLink, noLinks})));
    m_sees->setEnabled(m_person.has_value());
    m_discard->setEnabled(m_model->hasEdits());
    m_apply->setEnabled(mayEdit() && m_model->hasEdits());
}

void AccessEditor::add()
{
    const QList<NamedPrincipal> principals = m_picker->selection();
    if (!m_add->isEnabled() || principals.isEmpty())
        return;
    m_model->add(principals, static_cast<Permission>(m_addAs->currentData().toInt()));
    updateReasons();
    m_table->clearSelection();
    for (const NamedPrincipal &one : principals) {
        const QModelIndex index = m_model->index(m_model->rowOf(one.principal), 0);
        m_table->selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
        m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        m_table->scrollTo(index);
    }
}

void AccessEditor::setPermission()
{
    if (m_permission->currentIndex() >= 0)
        m_model->setPermission(selectedRows(), static_cast<Permission>(m_permission->currentData().toInt()));
}

void AccessEditor::setUntil()
{
    if (!m_isShowing)
        m_model->setUntil(selectedRows(), m_hasEnd->isChecked() ? endOfLocalDay(m_end->date()).toMSecsSinceEpoch() : 0);
}

void AccessEditor::removeOrPutBack()
{
    const QList<int> rows = selectedRows();
    const bool areAllRemoved =
        std::all_of(rows.begin(), rows.end(), [this](int row) { return m_model->state(row) == AccessListModel::State::Removed; });
    const bool hadFocus = m_remove->hasFocus();
    if (areAllRemoved)
        m_model->putBack(rows);
    else
        m_model->remove(rows);
    if (hadFocus && !m_remove->isEnabled())
        m_table->setFocus();
}

} // namespace letopis
