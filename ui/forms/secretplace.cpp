#include "ui/forms/secretplace.h"

#include "core/base/whendone.h"
#include "core/workspace/workspace.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

SecretPlace::SecretPlace(Workspace &workspace, Actor actor, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_actor(std::move(actor))
    , m_messages(new MessageBar)
    , m_place(new QLabel)
    , m_useFile(new QCheckBox(tr("Keep the secrets in a &file that only you can read")))
{
    m_messages->setObjectName(u"secretMessages"_s);
    m_place->setObjectName(u"secretPlace"_s);
    m_place->setTextFormat(Qt::PlainText);
    m_place->setWordWrap(true);
    m_useFile->setObjectName(u"useSecretFile"_s);
    m_useFile->hide();
    m_place->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_place);
    layout->addWidget(m_messages);
    layout->addWidget(m_useFile);
    connect(m_useFile, &QCheckBox::toggled, this, &SecretPlace::changed);
}

void SecretPlace::check()
{
    m_isAvailable = false;
    m_isChecking = true;
    whenDone(m_workspace.checkSecretStore(m_actor), this, [this](const Result<> &result) {
        m_isAvailable = bool(result);
        m_isChecking = false;
        m_useFile->setVisible(!result);
        m_place->setVisible(m_isAvailable);
        if (result) {
            m_messages->clear();
            m_place->setText(tr("Secrets are kept in %1.").arg(m_workspace.secretStoreDescription()));
        } else {
            m_messages->showMessage(MessageBar::Level::Warning,
                                    tr("This computer has no keychain that Letopis can use, or it is locked."),
                                    tr("Unlock it and try again, or keep the secrets in a file in your profile. "
                                       "Whoever can read your files can "
                                       "then read them."));
            m_messages->addAction(tr("&Try again"), [this] { check(); });
        }
        Q_EMIT changed();
        if (const auto waiting = std::exchange(m_waiting, {}); waiting && m_isAvailable)
            waiting();
    });
}

bool SecretPlace::isSettled() const
{
    return m_isAvailable || (m_useFile->isChecked() && !m_isSwitching);
}

void SecretPlace::settle(std::function<void()> done)
{
    if (m_isAvailable)
        return done();
    if (m_isChecking) {
        m_waiting = std::move(done);
        return;
    }
    if (!m_useFile->isChecked() || m_isSwitching)
        return;
    m_isSwitching = true;
    Q_EMIT changed();
    whenDone(m_workspace.useSecretFile(m_actor), this, [this, done = std::move(done)](const Result<> &result) {
        m_isSwitching = false;
        m_isAvailable = bool(result);
        m_useFile->setVisible(!result);
        if (result)
            m_messages->clear();
        else
            m_messages->showError(result.error());
        Q_EMIT changed();
        if (result)
            done();
    });
}

} // namespace letopis
