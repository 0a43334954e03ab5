#include "ui/forms/access/holdersdialog.h"

#include "core/base/whendone.h"
#include "core/workspace/accessdesk.h"
#include "core/workspace/workspace.h"
#include "ui/forms/access/explanationview.h"
#include "ui/forms/access/holdersmodel.h"
#include "ui/text/accesstext.h"
#include "ui/text/peopletext.h"
#include "ui/text/quantities.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/skeletonrows.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

HoldersDialog::HoldersDialog(const AccessParts &parts, const AccessSubject &subject, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_subject(subject)
    , m_model(new HoldersModel(this))
    , m_messages(new MessageBar)
    , m_search(new QLineEdit)
    , m_count(makeTextLabel(u"holdersCount"_s))
    , m_table(new PlainTable)
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget)
    , m_why(new ExplanationView(parts.workspace, parts.actor))
{
    setObjectName(u"holdersDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Who can see this"));
    resize(760, 640);
    layOut();
    m_delay.setSingleShot(true);
    m_delay.setInterval(150ms);
    connect(&m_delay, &QTimer::timeout, this, &HoldersDialog::read);
    connect(m_model, &HoldersModel::moreWanted, this, &HoldersDialog::readMore);
    connect(m_search, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HoldersDialog::showPerson);
    connect(m_sees, &QPushButton::clicked, this, [this] {
        const NamedPrincipal person = m_model->holder(m_table->currentIndex().row()).person;
        accept();
        Q_EMIT recordingsOfRequested(person);
    });
    connect(&parts.workspace.access(), &AccessDesk::accessChanged, this, &HoldersDialog::read);
    read();
    m_search->setFocus();
}

void HoldersDialog::layOut()
{
    auto *name = new ElidedLabel;
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    name->setFullText(itemText(m_subject.item, m_subject.name));
    m_search->setObjectName(u"holdersSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(u"search"), QLineEdit::LeadingPosition);
    m_search->setPlaceholderText(tr("Name or login"));
    m_search->setAccessibleName(tr("Search who can see this"));
    m_search->installEventFilter(this);
    m_table->setObjectName(u"holdersTable"_s);
    m_table->setAccessibleName(tr("Who can see this"));
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::StyledPanel);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(HoldersModel::Name, QHeaderView::Stretch);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->resizeSection(HoldersModel::Login, 140);
    const PermissionSet widest = PermissionSet(Permission::Publish) | Permission::Manage;
    header->resizeSection(HoldersModel::What, fontMetrics().horizontalAdvance(permissionSetText(widest)) + 24);
    header->resizeSection(HoldersModel::Through, 200);
    m_stack->addWidget(new SkeletonRows);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *why = new QGroupBox(tr("Why"));
    auto *inWhy = new QVBoxLayout(why);
    inWhy->addWidget(m_why);
    why->setFixedHeight(fontMetrics().height() * 9 + 24);
    auto *buttons = new QDialogButtonBox;
    m_sees = buttons->addButton(tr("What they can &see"), QDialogButtonBox::ActionRole);
    m_sees->setObjectName(u"whatTheySee"_s);
    buttons->addButton(tr("&Close"), QDialogButtonBox::RejectRole)->setObjectName(u"closeHolders"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(8);
    layout->addWidget(name);
    layout->addWidget(m_messages);
    layout->addWidget(m_search);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_count);
    layout->addWidget(why);
    layout->addSpacing(8);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false);
    m_why->setHint(tr("Choose a person."));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void HoldersDialog::read()
{
    const QString text = m_search->text();
    whenDone(m_parts.workspace.access().whoCanSee(m_parts.actor, m_subject.item, pageSize, {.text = text, .offset = 0}), this,
             [this, text, generation = ++m_generation](const Result<AccessHolders> &holders) {
                 if (generation != m_generation)
                     return;
                 ++m_generation; // further pages of what was shown until now come too late
                 m_readText = text;
                 onRead(holders);
             });
}

void HoldersDialog::readMore(qsizetype offset)
{
    whenDone(m_parts.workspace.access().whoCanSee(m_parts.actor, m_subject.item, pageSize, {.text = m_readText, .offset = offset}), this,
             [this, offset, generation = m_generation](const Result<AccessHolders> &holders) {
                 if (generation != m_generation)
                     return;
                 if (!holders)
                     return showError(holders.error(), [this, offset] { readFurtherAgain(offset); });
                 m_model->append(*holders);
                 showCount();
             });
}

// The model waits for the page it has asked for: nothing is asked twice.
void HoldersDialog::readFurtherAgain(qsizetype offset)
{
    if (m_model->holders().people.size() != offset)
        return;
    showNote();
    readMore(offset);
}

void HoldersDialog::showError(const Error &error, std::function<void()> again)
{
    const ErrorText text = peopleErrorText(error);
    m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
    m_messages->addAction(tr("T&ry again"), std::move(again));
}

void HoldersDialog::showNote()
{
    if (m_model->holders().isPublic)
        m_messages->showMessage(MessageBar::Level::Information, tr("The recording is public: anyone can watch it."),
                                tr("Below are those who were given something besides."));
    else
        m_messages->clear();
}

void HoldersDialog::onRead(const Result<AccessHolders> &holders)
{
    m_isRead = true;
    m_model->setHolders(holders ? *holders : AccessHolders());
    if (holders)
        showNote();
    else
        showError(holders.error(), [this] { read(); });
    showFound();
}

void HoldersDialog::showCount()
{
    const qint64 all = m_model->holders().count;
    const qint64 found = m_model->holders().found;
    m_count->setText(found == all ? peopleCount(all) : tr("%1 of %2").arg(numberText(found), peopleCount(all)));
}

void HoldersDialog::showFound()
{
    showCount();
    const bool isSearch = m_model->holders().count > 0;
    m_empty->setState(isSearch ? u"search" : u"people", isSearch ? tr("Nobody is found") : tr("Nobody"),
                      isSearch ? tr("Each word must be part of the name or the login.") : tr("Nobody was given anything here."));
    m_stack->setCurrentWidget(!m_isRead                  ? m_stack->widget(0)
                              : m_model->rowCount() > 0 ? static_cast<QWidget *>(m_table)
                                                         : m_empty);
    if (m_model->rowCount() > 0)
        m_table->selectRow(0);
    showPerson();
}

void HoldersDialog::showPerson()
{
    const int row = m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
    const bool isChosen = row >= 0 && row < m_model->rowCount();
    m_sees->setEnabled(isChosen);
    m_why->explain(isChosen ? std::optional(m_model->holder(row).person) : std::nullopt, m_subject.item);
}

bool HoldersDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down
        && m_model->rowCount() > 0) {
        m_table->setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace letopis
