#include "ui/pages/servers/serverdetails.h"

#include "ui/forms/serverdraft.h"
#include "ui/text/dates.h"

#include <QFontDatabase>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

QString intervalText(int minutes)
{
    if (minutes <= 0)
        return ServerDetails::tr("Only on request");
    if (minutes % 60 == 0)
        return ServerDetails::tr("Every %n hour(s)", nullptr, minutes / 60);
    return ServerDetails::tr("Every %n minute(s)", nullptr, minutes);
}

ServerDetails::ServerDetails(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout)
    , m_exceptionsBox(new QGroupBox(tr("Certificate exceptions")))
{
    m_form->setVerticalSpacing(8);
    m_form->setHorizontalSpacing(16);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_api = addFact(tr("API URL:"));
    m_ssh = addFact(tr("SSH account:"));
    m_root = addFact(tr("Data root:"));
    m_interval = addFact(tr("Syncs:"));
    m_lastSync = addFact(tr("Last sync:"));
    m_exceptionsBox->setObjectName(u"exceptions"_s);
    m_exceptions = new QVBoxLayout(m_exceptionsBox);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(16);
    layout->addLayout(m_form);
    layout->addWidget(m_exceptionsBox);
    layout->addStretch();
}

QLabel *ServerDetails::addFact(const QString &label)
{
    auto *fact = new QLabel;
    fact->setTextFormat(Qt::PlainText);
    fact->setWordWrap(true);
    fact->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    fact->setFocusPolicy(Qt::NoFocus);
    auto *name = new QLabel(label);
    name->setAlignment(Qt::AlignLeft | Qt::AlignTop); // beside the first of several lines
    m_form->addRow(name, fact);
    return fact;
}

void ServerDetails::setFact(QLabel *fact, const QString &text)
{
    fact->setText(text);
    const auto *name = qobject_cast<const QLabel *>(m_form->labelForField(fact));
    fact->setAccessibleName(name->text() + u' ' + text);
}

void ServerDetails::show(const ConferenceServer &server)
{
    setFact(m_api, server.apiUrl.toString());
    setFact(m_ssh, server.ssh ? sshAddressText(*server.ssh) : tr("None: participants' names are not known"));
    m_form->setRowVisible(m_root, server.ssh.has_value());
    setFact(m_root, server.dataRoot);
    setFact(m_interval, intervalText(server.syncIntervalMinutes));
    setFact(m_lastSync, server.lastSyncAt.isValid() ? absoluteDate(server.lastSyncAt) : tr("Never"));
    showExceptions(server);
}

void ServerDetails::showExceptions(const ConferenceServer &server)
{
    qDeleteAll(m_exceptionsBox->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    m_exceptionsBox->setVisible(!server.tlsExceptions.isEmpty());
    for (const TlsException &exception : server.tlsExceptions) {
        auto *row = new QWidget;
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        const QString colons = colonFingerprint(exception.sha256);
        auto *text = new QLabel(tr("%1, until %2").arg(exception.host, absoluteDate(exception.expiresAt)) +
                                u"\nSHA-256 "_s + colons.left(48) + u'\n' + colons.mid(48));
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        auto *revoke = new QPushButton(tr("Withdraw"));
        revoke->setObjectName(u"revoke"_s);
        revoke->setAccessibleDescription(text->text());
        connect(revoke, &QPushButton::clicked, this,
                [this, sha256 = exception.sha256] { Q_EMIT revokeRequested(sha256); });
        layout->addWidget(text, 1);
        layout->addWidget(revoke, 0, Qt::AlignTop);
        m_exceptions->addWidget(row);
    }
}

} // namespace letopis
