#include "ui/forms/serverform.h"

#include "core/base/whendone.h"
#include "core/workspace/materialshelf.h"
#include "core/workspace/workspace.h"
#include "ui/forms/draftfields.h"
#include "ui/forms/secretplace.h"
#include "ui/widgets/messagebar.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScrollArea>
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
    , m_messages(new MessageBar)
    , m_tabs(new QTabWidget)
    , m_address(new AddressFields(false))
    , m_ssh(new SshFields(false, questions))
    , m_network(new NetworkFields(false, questions))
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
    m_network->load(draft);
    m_loaded = value();
    const auto update = [this] { m_save->setEnabled(isModified()); };
    for (const DraftFields *fields : {static_cast<DraftFields *>(m_address), static_cast<DraftFields *>(m_ssh),
                                      static_cast<DraftFields *>(m_network)})
        connect(fields, &DraftFields::edited, this, update);
    update();
    m_address->findChild<QWidget *>(u"apiUrl"_s)->setFocus();
    m_secrets->check();
    resize(600, 480);
}

void ServerForm::layOut()
{
    m_tabs->addTab(tabPage(m_address), tr("Address"));
    m_tabs->addTab(tabPage(m_ssh), tr("Disk (SSH)"));
    m_tabs->addTab(tabPage(m_network), tr("Network and sync"));
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

ServerDraft ServerForm::value() const
{
    ServerDraft draft = draftOf(m_server);
    m_address->store(draft);
    m_ssh->store(draft);
    m_network->store(draft);
    return draft;
}

void ServerForm::save()
{
    m_messages->clear();
    const std::array<DraftFields *, 3> pages{m_address, m_ssh, m_network};
    for (int i = 0; i < int(pages.size()); ++i) {
        if (pages[i]->showProblems())
            continue;
        m_tabs->setCurrentIndex(i);
        pages[i]->showProblems(); // again: the focus could not go to a hidden page
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
    whenDone(chain(updated, this, [this] { return writeMaterialsFolder(); }), this, [this](const Result<> &result) {
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

} // namespace letopis
