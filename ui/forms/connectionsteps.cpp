#include "ui/forms/connectionsteps.h"

#include "core/base/whendone.h"
#include "core/workspace/workspace.h"
#include "ui/forms/connectionresults.h"
#include "ui/forms/deletionrecipedialog.h"
#include "ui/forms/draftfields.h"
#include "ui/forms/secretplace.h"
#include "ui/widgets/icons.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QUuid>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

QVBoxLayout *column(QWidget *page)
{
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    return layout;
}

QLabel *wrapped(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

ConferenceServer asServer(const NewServer &server)
{
    ConferenceServer made = serverOf(server.draft, {});
    made.tlsExceptions = server.tlsExceptions;
    return made;
}

} // namespace

AddressStep::AddressStep(NewServer &server, Questions &questions, QWidget *parent)
    : ConnectionStep(parent)
    , m_server(server)
    , m_fields(new AddressFields(true))
    , m_network(new NetworkFields(true, questions))
    , m_advanced(new QPushButton(tr("Pro&xy and certificates…")))
{
    m_advanced->setObjectName(u"advanced"_s);
    m_advanced->setCheckable(true);
    m_advanced->setAutoDefault(false);
    m_network->hide();
    connect(m_advanced, &QPushButton::toggled, m_network, &QWidget::setVisible);
    QVBoxLayout *layout = column(this);
    layout->addWidget(m_fields);
    layout->addWidget(m_advanced, 0, Qt::AlignLeft);
    layout->addWidget(m_network);
    layout->addStretch();
    setFocusProxy(m_fields->findChild<QWidget *>(u"apiUrl"_s));
}

void AddressStep::evaluate()
{
    m_fields->store(m_server.draft);
    m_network->store(m_server.draft);
    const bool isNetworkGood = m_network->showProblems();
    if (!isNetworkGood)
        m_advanced->setChecked(true);
    Q_EMIT evaluated(m_fields->showProblems() && isNetworkGood);
}

SshStep::SshStep(NewServer &server, Questions &questions, QWidget *parent)
    : ConnectionStep(parent)
    , m_server(server)
    , m_fields(new SshFields(true, questions))
{
    QVBoxLayout *layout = column(this);
    layout->addWidget(m_fields);
    layout->addStretch();
    setFocusProxy(m_fields->findChild<QWidget *>(u"usesSsh"_s));
}

void SshStep::evaluate()
{
    m_fields->store(m_server.draft);
    Q_EMIT evaluated(m_fields->showProblems());
}

TestStep::TestStep(NewServer &server, Workspace &workspace, Actor actor, Questions &questions, QWidget *parent)
    : ConnectionStep(parent)
    , m_server(server)
    , m_workspace(workspace)
    , m_actor(std::move(actor))
    , m_results(new ConnectionResults)
    , m_warning(wrapped(u"testWarning"_s))
    , m_again(new QPushButton(themedIcon(u"retry"), tr("Test &again")))
    , m_question(new QPushButton)
    , m_recipe(new QPushButton(tr("&How to free the disk…")))
{
    m_recipe->setObjectName(u"deletionRecipe"_s);
    m_recipe->setAutoDefault(false);
    m_recipe->hide();
    m_again->setObjectName(u"testAgain"_s);
    m_again->setAutoDefault(false);
    m_question->setObjectName(u"trustQuestion"_s);
    m_question->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_question);
    buttons->addWidget(m_again);
    buttons->addWidget(m_recipe);
    buttons->addStretch();
    QVBoxLayout *layout = column(this);
    layout->addWidget(m_results);
    layout->addLayout(buttons);
    layout->addWidget(m_warning);
    layout->addStretch();
    connect(m_again, &QPushButton::clicked, this, &TestStep::test);
    connect(m_recipe, &QPushButton::clicked, this, [this, &questions] {
        const Result<SshEndpoint> endpoint = parseSshEndpoint(m_server.draft.sshAddress);
        (new DeletionRecipeDialog(m_server.draft.dataRoot.trimmed(), endpoint ? endpoint->user : QString(), questions, this))->open();
    });
    connect(m_question, &QPushButton::clicked, this, [this] {
        if (m_server.report) {
            askForTrust(trustQuestionIn(*m_server.report), m_server.draft.name.trimmed(), this,
                        [this](const TrustAnswer &answer) { onTrusted(answer); });
        }
    });
}

TestStep::~TestStep()
{
    m_stop.request_stop();
}

void TestStep::enter()
{
    // Exceptions that were granted before the person went back and typed another host.
    const QString host = asServer(m_server).apiUrl.host();
    m_server.tlsExceptions.removeIf([&host](const TlsException &exception) { return exception.host != host; });
    test();
}

void TestStep::abandon()
{
    m_stop.request_stop();
    ++m_attempt;
    m_isTesting = false;
}

void TestStep::test()
{
    m_isTesting = true;
    m_stop = std::stop_source();
    m_server.report.reset();
    m_results->showTesting(m_server.draft.usesSsh);
    m_again->setEnabled(false);
    m_question->hide();
    m_recipe->hide();
    m_warning->clear();
    Q_EMIT changed();
    ServerCredentials credentials = credentialsOf(m_server.draft);
    credentials.acceptHostKeySha256 = std::exchange(m_server.acceptedHostKey, {});
    const int attempt = ++m_attempt;
    whenDone(m_workspace.checkConnection(m_actor, asServer(m_server), credentials, m_stop.get_token()), this,
             [this, attempt](const Result<ConnectionReport> &report) {
                 if (attempt == m_attempt)
                     onReport(report);
             });
}

void TestStep::onReport(const Result<ConnectionReport> &result)
{
    m_isTesting = false;
    m_again->setEnabled(true);
    ConnectionReport report;
    if (result)
        report = *result;
    else
        report.api = Result<ApiIdentity>(result.error());
    m_server.report = report;
    m_results->showReport(report, m_server.draft.usesSsh);
    m_recipe->setVisible(report.deletion && wantsRecipe(*report.deletion));
    const TrustQuestion question = trustQuestionIn(report);
    m_question->setVisible(!question.isEmpty());
    m_question->setText(question.certificate ? tr("Look at the &certificate…") : tr("Look at the host &key…"));
    if (report.isUsable() && report.disk && !*report.disk)
        m_warning->setText(
            tr("You can connect now all the same. Participants will come once the SSH connection works."));
    Q_EMIT changed();
}

void TestStep::onTrusted(const TrustAnswer &answer)
{
    if (answer.tlsException)
        m_server.tlsExceptions.append(*answer.tlsException);
    m_server.acceptedHostKey = answer.hostKeySha256;
    test();
}

QString TestStep::nextText() const
{
    const bool isPartial = m_server.report && m_server.report->disk && !*m_server.report->disk;
    return isPartial ? tr("&Continue without participants") : tr("&Next");
}

bool TestStep::canGoOn() const
{
    return !m_isTesting && m_server.report && m_server.report->isUsable();
}

void TestStep::evaluate()
{
    Q_EMIT evaluated(canGoOn());
}

SaveStep::SaveStep(NewServer &server, Workspace &workspace, Actor actor, QWidget *parent)
    : ConnectionStep(parent)
    , m_server(server)
    , m_workspace(workspace)
    , m_actor(actor)
    , m_summary(wrapped(u"summary"_s))
    , m_secrets(new SecretPlace(workspace, std::move(actor)))
    , m_syncNow(new QCheckBox(tr("&Sync now")))
{
    m_syncNow->setObjectName(u"syncNow"_s);
    m_syncNow->setChecked(true);
    QVBoxLayout *layout = column(this);
    layout->addWidget(m_summary);
    layout->addWidget(m_secrets);
    layout->addWidget(m_syncNow);
    layout->addStretch();
    connect(m_secrets, &SecretPlace::changed, this, &ConnectionStep::changed);
}

void SaveStep::enter()
{
    const ConferenceServer server = asServer(m_server);
    QStringList lines{tr("“%1” is ready to be connected.").arg(server.name),
                      tr("Recordings come from %1").arg(server.apiUrl.toString())};
    if (server.ssh)
        lines << tr("Participants come from %1, %2").arg(sshAddressText(*server.ssh), server.dataRoot);
    m_summary->setText(lines.join(u'\n'));
    m_secrets->check();
}

bool SaveStep::canGoOn() const
{
    return !m_isSaving && m_secrets->isSettled();
}

void SaveStep::evaluate()
{
    m_server.syncNow = m_syncNow->isChecked();
    m_secrets->settle([this] { save(); });
}

void SaveStep::save()
{
    if (std::exchange(m_isSaving, true))
        return;
    Q_EMIT changed();
    ConferenceServer server = asServer(m_server);
    server.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (m_server.report && m_server.report->api && *m_server.report->api)
        server.checksumAlgorithm = (*m_server.report->api)->checksumAlgorithm;
    whenDone(m_workspace.addServer(m_actor, server, credentialsOf(m_server.draft)), this,
             [this](const Result<ServerId> &result) {
                 m_isSaving = false;
                 Q_EMIT changed();
                 if (!result) {
                     Q_EMIT failed(result.error());
                     return;
                 }
                 m_server.saved = *result;
                 Q_EMIT evaluated(true);
             });
}

} // namespace letopis
