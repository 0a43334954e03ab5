#include "ui/forms/links/linksdialog.h"

#include "core/base/whendone.h"
#include "core/workspace/accessdesk.h"
#include "core/workspace/workspace.h"
#include "ui/forms/links/linklistmodel.h"
#include "ui/forms/links/linkpolicydialog.h"
#include "ui/forms/links/newlinkdialog.h"
#include "ui/text/accesstext.h"
#include "ui/text/linktext.h"
#include "ui/text/quantities.h"
#include "ui/text/refusaltext.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/skeletonrows.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

LinksDialog::LinksDialog(const AccessParts &parts, const std::optional<AccessSubject> &recording, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_recording(recording)
    , m_model(new LinkListModel(parts.clock, this))
    , m_messages(new MessageBar)
    , m_search(new QLineEdit)
    , m_table(new PlainTable)
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget)
    , m_count(makeTextLabel(u"linksCount"_s))
    , m_reach(makeTextLabel(u"linksReach"_s))
{
    setObjectName(isOfAll() ? u"allLinksDialog"_s : u"linksDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(isOfAll() ? tr("All links") : tr("Links"));
    resize(isOfAll() ? 1180 : 900, 520);
    layOut();
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setSearch(text);
        showFound();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LinksDialog::update);
    connect(m_table, &PlainTable::opened, this, &LinksDialog::goToRecording);
    AccessDesk &desk = parts.workspace.access();
    connect(&desk, &AccessDesk::linksChanged, this, &LinksDialog::read);
    connect(&desk, &AccessDesk::linksChanged, this, &LinksDialog::readPolicy);
    connect(&desk, &AccessDesk::accessChanged, this, [this] {
        readStanding();
        read();
    });
    readPolicy();
    readStanding();
    read();
    update();
    if (isOfAll())
        m_search->setFocus();
    else
        m_table->setFocus();
}

void LinksDialog::makeTable()
{
    m_table->setObjectName(u"linksTable"_s);
    m_table->setAccessibleName(windowTitle());
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::StyledPanel);
    m_table->setColumnHidden(LinkListModel::Recording, !isOfAll());
    QHeaderView *header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(LinkListModel::Label, QHeaderView::Stretch);
    header->setSectionResizeMode(LinkListModel::Recording, QHeaderView::Stretch);
    header->resizeSection(LinkListModel::State, 112);
    header->resizeSection(LinkListModel::Ends, 184);
    header->resizeSection(LinkListModel::Uses, 96);
    header->resizeSection(LinkListModel::Password, 84);
    header->resizeSection(LinkListModel::Download, 112);
    header->resizeSection(LinkListModel::MadeBy, 100);
    m_stack->addWidget(new SkeletonRows);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
}

void LinksDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox;
    const auto add = [buttons](const QString &text, const QString &name) {
        QPushButton *button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setObjectName(name);
        return button;
    };
    if (!isOfAll())
        m_new = add(tr("&New link…"), u"newLink"_s);
    m_revoke = add(tr("&Revoke…"), u"revokeLink"_s);
    if (isOfAll()) {
        m_go = add(tr("&Go to recording"), u"goToRecording"_s);
        m_settings = add(tr("&Settings…"), u"linkSettings"_s);
    }
    buttons->addButton(tr("&Close"), QDialogButtonBox::RejectRole)->setObjectName(u"closeLinks"_s);
    layout()->addWidget(buttons);
    orderTabs(*buttons);
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    if (m_new)
        connect(m_new, &QPushButton::clicked, this, &LinksDialog::makeNew);
    connect(m_revoke, &QPushButton::clicked, this, &LinksDialog::revoke);
    if (!isOfAll())
        return;
    connect(m_go, &QPushButton::clicked, this, &LinksDialog::goToRecording);
    connect(m_settings, &QPushButton::clicked, this, &LinksDialog::editPolicy);
}

void LinksDialog::layOut()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(8);
    if (m_recording) {
        auto *name = new ElidedLabel;
        QFont bold = name->font();
        bold.setBold(true);
        name->setFont(bold);
        name->setFullText(itemText(m_recording->item, m_recording->name));
        layout->addWidget(name);
    }
    m_search->setObjectName(u"linksSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(u"search"), QLineEdit::LeadingPosition);
    m_search->setPlaceholderText(tr("Label, recording or who made it"));
    m_search->setAccessibleName(tr("Search links"));
    m_search->setVisible(isOfAll());
    m_search->installEventFilter(this);
    makeTable();
    layout->addWidget(m_messages);
    layout->addWidget(m_search);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_count);
    layout->addWidget(m_reach);
    layout->addSpacing(8);
    makeButtons();
}

void LinksDialog::readPolicy()
{
    whenDone(m_parts.workspace.access().linkPolicy(m_parts.actor), this, [this](const Result<LinkPolicy> &policy) {
        m_policy = policy ? std::optional(*policy) : std::nullopt;
        m_reach->setText(policy ? linksReachText(*policy) : QString());
        update();
    });
}

void LinksDialog::readStanding()
{
    AccessDesk &desk = m_parts.workspace.access();
    whenDone(desk.standing(m_parts.actor), this, [this](const Result<Standing> &standing) {
        m_standing = standing ? std::optional(*standing) : std::nullopt;
        update();
    });
    if (!m_recording)
        return;
    const auto recording = std::get<RecordingId>(m_recording->item);
    whenDone(desk.permissionsOn(m_parts.actor, {recording}), this,
             [this, recording](const Result<QHash<RecordingId, PermissionSet>> &sets) {
                 m_permissions = sets ? sets->value(recording) : PermissionSet();
                 update();
             });
}

void LinksDialog::read()
{
    const auto recording = m_recording ? std::optional(std::get<RecordingId>(m_recording->item)) : std::nullopt;
    whenDone(m_parts.workspace.access().links(m_parts.actor, recording), this,
             [this, generation = ++m_generation](const Result<QList<AccessLink>> &links) {
                 if (generation == m_generation)
                     onRead(links);
             });
}

void LinksDialog::onRead(const Result<QList<AccessLink>> &links)
{
    m_isRead = true;
    if (!links) {
        showFailure(links.error());
        m_messages->addAction(tr("T&ry again"), [this] {
            m_messages->clear();
            read();
        });
    }
    const std::optional<AccessLink> before = chosen();
    m_model->setLinks(links ? *links : QList<AccessLink>());
    showFound();
    const LinkId wanted = m_wanted.isValid() ? m_wanted : before ? before->id : LinkId();
    if (const int row = m_model->rowOf(wanted); row >= 0) {
        m_table->selectRow(row);
        m_wanted = {};
    }
}

void LinksDialog::showFound()
{
    const bool isSearch = m_model->count() > 0;
    if (isSearch)
        m_empty->setState(u"search", tr("Nothing found"), tr("Each word must be part of the label, the recording's title or who made it."));
    else
        m_empty->setState(u"link", tr("No links"), isOfAll() ? tr("A recording's links are made from its menu.")
                                                             : tr("A link opens this recording to whoever holds it."));
    m_count->setText(m_model->count() == 0 ? QString()
                     : m_model->rowCount() == m_model->count()
                         ? tr("%n link(s)", nullptr, m_model->rowCount())
                         : tr("%1 of %n link(s)", nullptr, static_cast<int>(m_model->count())).arg(numberText(m_model->rowCount())));
    m_stack->setCurrentWidget(!m_isRead ? m_stack->widget(0) : m_model->rowCount() > 0 ? static_cast<QWidget *>(m_table) : m_empty);
    if (m_model->rowCount() > 0)
        m_table->selectRow(0);
    update();
}

std::optional<AccessLink> LinksDialog::chosen() const
{
    const QModelIndex current = m_table->currentIndex();
    const bool isChosen = current.isValid() && current.row() < m_model->rowCount();
    return isChosen ? std::optional(m_model->link(current.row())) : std::nullopt;
}

void LinksDialog::update()
{
    const std::optional<AccessLink> link = chosen();
    const auto reason = [this](Capability capability, bool isByRole) {
        if (!m_standing)
            return QString();
        return refusalText({capability, isByRole ? refusalByRole(*m_standing, capability) : refusal(*m_standing, capability, m_permissions)});
    };
    const QString noSharing = reason(Capability::ShareByLink, isOfAll());
    const QString noPolicy = reason(Capability::ManageCatalog, true);
    const auto set = [](QPushButton *button, bool isPossible, const QString &why) {
        if (!button)
            return;
        button->setEnabled(isPossible && why.isEmpty());
        button->setToolTip(why.isEmpty() ? QString() : plainToolTip(why));
    };
    const bool isRevoked = link && link->revokedAtMs > 0;
    set(m_new, m_standing && m_policy, noSharing);
    set(m_revoke, m_standing && link, isRevoked ? tr("The link is revoked already.") : noSharing);
    set(m_go, link.has_value(), {});
    set(m_settings, m_standing && m_policy, noPolicy);
}

void LinksDialog::makeNew()
{
    auto *dialog = new NewLinkDialog(m_parts, *m_recording, *m_policy, this);
    connect(dialog, &NewLinkDialog::made, this, [this](LinkId link) {
        m_messages->clear();
        m_wanted = link;
        read();
    });
    dialog->open();
}

void LinksDialog::revoke()
{
    const std::optional<AccessLink> link = chosen();
    if (!link || !m_revoke->isEnabled())
        return;
    Question question;
    question.title = tr("Revoke a link");
    question.text = link->label.isEmpty() ? tr("Revoke the link to “%1”?").arg(link->recordingTitle) : tr("Revoke the link “%1”?").arg(link->label);
    question.details = tr("It opens nothing from then on, and does not come back. A new link can be made.");
    question.answers = {tr("&Revoke")};
    question.isDangerous = true;
    m_parts.questions.ask(this, question, [this, id = link->id](int answer) {
        if (answer != 0)
            return;
        whenDone(m_parts.workspace.access().revokeLink(m_parts.actor, id), this, [this](const Result<> &revoked) {
            if (!revoked)
                return showFailure(revoked.error());
            m_messages->showMessage(MessageBar::Level::Success, tr("The link is revoked."));
            read();
        });
    });
}

void LinksDialog::goToRecording()
{
    const std::optional<AccessLink> link = chosen();
    if (!link || !isOfAll())
        return;
    accept();
    Q_EMIT recordingRequested(link->recording);
}

void LinksDialog::editPolicy()
{
    auto *dialog = new LinkPolicyDialog(m_parts, *m_policy, this);
    connect(dialog, &LinkPolicyDialog::stored, this, &LinksDialog::readPolicy);
    dialog->open();
}

void LinksDialog::showFailure(const Error &error)
{
    const ErrorText text = linkErrorText(error, m_policy.value_or(LinkPolicy()));
    m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
}

bool LinksDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down
        && m_model->rowCount() > 0) {
        m_table->setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace letopis
