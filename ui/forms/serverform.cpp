#include "ui/forms/serverform.h"

#include "core/base/whendone.h"
#include "core/workspace/accessdesk.h"
#include "core/workspace/materialshelf.h"
#include "core/workspace/workspace.h"
#include "ui/forms/deletionfields.h"
#include "ui/forms/deletionrecipedialog.h"
#include "ui/forms/draftfields.h"
#include "ui/forms/secretplace.h"
#include "ui/text/accesstext.h"
#include "ui/text/peopletext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

QWidget *tabPage(QWidget *fields)
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addWidget(fields);
    layout->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

} // namespace

ServerForm::ServerForm(const ConferenceServer &server, Workspace &workspace, Actor actor, Questions &questions,
                       QWidget *parent)
    : QDialog(parent)
    , m_server(server)
    , m_workspace(workspace)
    , m_actor(actor)
    , m_questions(questions)
    , m_messages(new MessageBar)
    , m_tabs(new QTabWidget)
    , m_address(new AddressFields(false))
    , m_ssh(new SshFields(false, questions))
    , m_deletion(new DeletionFields)
    , m_network(new NetworkFields(false, questions))
    , m_proposals(new QComboBox)
    , m_proposalNote(makeTextLabel(u"proposalNote"_s))
    , m_secrets(new SecretPlace(workspace, std::move(actor)))
    , m_save(new QPushButton(tr("Sa&ve")))
{
    setObjectName(u"serverForm"_s);
    setWindowModality(Qt::WindowModal);
    //: Title of a dialog: a server's name
    setWindowTitle(tr("Server “%1”").arg(server.name));
    layOut();
    ServerDraft draft = draftOf(server);
    draft.materialsFolder = workspace.materials().serverFolder();
    m_address->load(draft);
    m_ssh->load(draft);
    m_deletion->load(draft);
    m_deletion->setOffered(draft.usesSsh);
    m_network->load(draft);
    m_loaded = value();
    const auto update = [this] { m_save->setEnabled(isModified()); };
    for (const DraftFields *fields : {static_cast<DraftFields *>(m_address), static_cast<DraftFields *>(m_ssh),
                                      static_cast<DraftFields *>(m_deletion), static_cast<DraftFields *>(m_network)})
        connect(fields, &DraftFields::edited, this, update);
    connect(m_ssh, &DraftFields::edited, this, [this] { m_deletion->setOffered(value().usesSsh); });
    connect(m_deletion, &DeletionFields::recipeRequested, this, &ServerForm::showRecipe);
    // A box with a list would take the keys for a search in it.
    for (const int step : {1, -1}) {
        auto *keys = new QShortcut(step > 0 ? QKeySequence(Qt::CTRL | Qt::Key_Tab) : QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), this);
        connect(keys, &QShortcut::activated, this, [this, step] { switchTab(step); });
    }
    connect(m_proposals, &QComboBox::currentIndexChanged, this, [this, update] {
        explainMode();
        update();
    });
    update();
    readMode();
    m_address->findChild<QWidget *>(u"apiUrl"_s)->setFocus();
    m_secrets->check();
    resize(600, 600);
}

void ServerForm::layOut()
{
    m_tabs->addTab(tabPage(m_address), tr("Address"));
    m_tabs->addTab(makeDisk(), tr("Disk (SSH)"));
    m_tabs->addTab(tabPage(m_network), tr("Network and sync"));
    m_tabs->addTab(tabPage(makeAccess()), tr("Access"));
    m_save->setObjectName(u"save"_s);
    m_save->setDefault(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false); // Enter never throws away what was typed
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_messages);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_secrets);
    layout->addWidget(buttons);
    connect(m_save, &QPushButton::clicked, this, &ServerForm::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QWidget *ServerForm::makeDisk()
{
    auto *both = new QWidget;
    auto *layout = new QVBoxLayout(both);
    layout->setContentsMargins({});
    layout->setSpacing(16);
    layout->addWidget(m_ssh);
    layout->addWidget(m_deletion);
    return tabPage(both);
}

void ServerForm::switchTab(int step)
{
    m_tabs->setCurrentIndex((m_tabs->currentIndex() + step + m_tabs->count()) % m_tabs->count());
    m_tabs->tabBar()->setFocus(Qt::TabFocusReason);
}

void ServerForm::showRecipe()
{
    const ServerDraft draft = value();
    const Result<SshEndpoint> endpoint = parseSshEndpoint(draft.sshAddress);
    (new DeletionRecipeDialog(draft.dataRoot.trimmed(), endpoint ? endpoint->user : QString(), m_questions, this))->open();
}

QWidget *ServerForm::makeAccess()
{
    m_proposals->setObjectName(u"proposalMode"_s);
    for (const ProposalMode mode : {ProposalMode::Off, ProposalMode::Propose, ProposalMode::Grant})
        m_proposals->addItem(proposalModeText(mode), static_cast<int>(mode));
    m_proposals->setEnabled(false);
    m_proposalNote->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    form->setContentsMargins({});
    form->setVerticalSpacing(8);
    form->setHorizontalSpacing(16);
    form->addRow(tr("Mo&derators of meetings:"), m_proposals);
    form->addRow(QString(), m_proposalNote);
    return page;
}

void ServerForm::readMode()
{
    whenDone(m_workspace.access().proposalMode(m_actor, m_server.id), this, [this](const Result<ProposalMode> &mode) {
        if (!mode) {
            m_proposalNote->setText(peopleErrorText(mode.error()).sentence);
            return;
        }
        m_mode = *mode;
        m_proposals->setEnabled(true);
        m_proposals->setCurrentIndex(m_proposals->findData(static_cast<int>(*mode)));
        explainMode();
    });
}

ProposalMode ServerForm::mode() const
{
    return static_cast<ProposalMode>(m_proposals->currentData().toInt());
}

void ServerForm::explainMode()
{
    if (!m_mode)
        return;
    switch (mode()) {
    case ProposalMode::Off: m_proposalNote->setText(tr("Who moderates a meeting gets nothing by it.")); break;
    case ProposalMode::Propose:
        m_proposalNote->setText(tr("Who moderates a meeting and is known among the people is proposed for the permission Manage on its "
                                   "recording. Nothing changes until somebody accepts it on the page “Proposals”."));
        break;
    case ProposalMode::Grant:
        m_proposalNote->setText(tr("Who moderates a meeting and is known among the people gets the permission Manage on its recording after "
                                   "the next sync. Open proposals of this server are granted then, too."));
        break;
    }
}

ServerDraft ServerForm::value() const
{
    ServerDraft draft = draftOf(m_server);
    m_address->store(draft);
    m_ssh->store(draft);
    m_deletion->store(draft);
    m_network->store(draft);
    return draft;
}

void ServerForm::save()
{
    m_messages->clear();
    const std::array<std::pair<DraftFields *, int>, 4> pages{{{m_address, 0}, {m_ssh, 1}, {m_deletion, 1}, {m_network, 2}}};
    for (const auto &[fields, tab] : pages) {
        if ((fields == m_deletion && !value().usesSsh) || fields->showProblems()) // hidden then, and not stored
            continue;
        m_tabs->setCurrentIndex(tab);
        fields->showProblems(); // again: the focus could not go to a hidden page
        return;
    }
    const ServerCredentials secrets = credentialsOf(value());
    const bool hasNewSecret = !secrets.apiSecret.isEmpty() || !secrets.sshPassword.isEmpty() ||
                              !secrets.sshKeyPassphrase.isEmpty() || !secrets.proxyPassword.isEmpty();
    if (!hasNewSecret)
        return write();
    // Without a keychain and without the person's word for the file nothing is written: the message there says what to
    // do.
    m_secrets->settle([this] { write(); });
}

void ServerForm::setWriting(bool isWriting)
{
    m_tabs->setEnabled(!isWriting);
    m_save->setEnabled(!isWriting);
}

void ServerForm::write()
{
    setWriting(true);
    const auto updated = m_workspace.updateServer(m_actor, serverOf(value(), m_server), credentialsOf(value()));
    const auto filed = chain(updated, this, [this] { return writeMaterialsFolder(); });
    whenDone(chain(filed, this, [this] { return writeMode(); }), this, [this](const Result<> &result) {
        setWriting(false);
        if (!result)
            return m_messages->showError(result.error());
        Q_EMIT saved(m_server.id);
        accept();
    });
}

// The profile's, not this server's: written only where somebody changed it here.
QFuture<Result<>> ServerForm::writeMaterialsFolder()
{
    const QString folder = value().materialsFolder.trimmed();
    if (folder == m_loaded.materialsFolder)
        return readyFuture(Result<>());
    return m_workspace.materials().setServerFolder(m_actor, folder);
}

QFuture<Result<>> ServerForm::writeMode()
{
    return isModeModified() ? m_workspace.access().setProposalMode(m_actor, m_server.id, mode()) : readyFuture(Result<>());
}

} // namespace letopis
