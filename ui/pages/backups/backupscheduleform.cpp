#include "ui/pages/backups/backupscheduleform.h"

#include "core/base/whendone.h"
#include "core/workspace/workspace.h"
#include "ui/forms/passphrasefields.h"
#include "ui/forms/secretplace.h"
#include "ui/text/backuptext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/questions.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int formWidth = 640; // wider lines do not read better
}

BackupScheduleForm::BackupScheduleForm(Workspace &workspace, Actor actor, Questions &questions, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_actor(actor)
    , m_questions(questions)
    , m_messages(new MessageBar)
    , m_interval(new QComboBox)
    , m_folder(new QLineEdit)
    , m_choose(new QPushButton(tr("&Choose…")))
    , m_server(new QComboBox)
    , m_keep(new QSpinBox)
    , m_isEncrypted(new QCheckBox(tr("Encrypt &with a passphrase")))
    , m_changesPassphrase(new QCheckBox(tr("Chan&ge the passphrase")))
    , m_passphrase(new PassphraseFields)
    , m_place(new SecretPlace(workspace, actor))
    , m_openWarning(new QLabel(tr("Without a passphrase everybody who gets the file can read participants' names.")))
    , m_problem(new ProblemLabel)
    , m_discard(new QPushButton(tr("&Discard")))
    , m_apply(new QPushButton(tr("&Apply")))
{
    setObjectName(u"backupSchedule"_s);
    auto *column = new QWidget;
    column->setMaximumWidth(formWidth);
    auto *form = buildForm();
    column->setLayout(form);
    auto *scroll = new QScrollArea;
    scroll->setWidget(column);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(16, 8, 16, 8);
    buttons->setSpacing(8);
    buttons->addWidget(m_problem, 1);
    buttons->addStretch(0);
    buttons->addWidget(m_discard);
    buttons->addWidget(m_apply);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(scroll, 1);
    layout->addLayout(buttons);
    setFocusProxy(m_interval);
    connectForm();
    onEdited();
}

QFormLayout *BackupScheduleForm::buildForm()
{
    m_interval->setObjectName(u"backupInterval"_s);
    for (const BackupInterval interval : {BackupInterval::Off, BackupInterval::Daily, BackupInterval::Weekly})
        m_interval->addItem(backupIntervalText(interval), static_cast<int>(interval));
    m_folder->setObjectName(u"planFolder"_s);
    m_folder->setClearButtonEnabled(true);
    m_folder->setPlaceholderText(tr("No folder"));
    m_choose->setObjectName(u"choosePlanFolder"_s);
    m_choose->setAutoDefault(false);
    m_server->setObjectName(u"planServer"_s);
    m_keep->setObjectName(u"planKeep"_s);
    m_keep->setRange(1, BackupPlan::mostKept);
    m_isEncrypted->setObjectName(u"planEncrypted"_s);
    m_changesPassphrase->setObjectName(u"changePassphrase"_s);
    m_problem->setObjectName(u"planProblem"_s);
    m_apply->setObjectName(u"applyPlan"_s);
    m_discard->setObjectName(u"discardPlan"_s);
    auto *when = new QLabel(tr("Letopis makes them while it runs; what fell due before is made soon after its start."));
    auto *kept = new QLabel(tr("At each place; older ones of this catalog are removed there."));
    for (QLabel *hint : {when, kept, m_openWarning}) {
        hint->setTextFormat(Qt::PlainText);
        hint->setWordWrap(true);
        hint->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred); // the whole width of the form
    }
    m_place->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *folder = new QHBoxLayout;
    folder->setSpacing(8);
    folder->addWidget(m_folder, 1);
    folder->addWidget(m_choose);
    auto *form = new QFormLayout;
    form->setContentsMargins(16, 16, 16, 16);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    const auto addRow = [form](const QString &text, QWidget *buddy, QLayout *field) {
        auto *label = new QLabel(text);
        label->setBuddy(buddy);
        form->addRow(label, field);
    };
    form->addRow(tr("&Make a backup:"), m_interval);
    form->addRow(QString(), when);
    addRow(tr("Into the fo&lder:"), m_folder, folder);
    form->addRow(tr("T&o the server:"), m_server);
    form->addRow(tr("Backups &kept:"), m_keep);
    form->addRow(QString(), kept);
    form->addRow(QString(), m_isEncrypted);
    form->addRow(QString(), m_changesPassphrase);
    form->addRow(QString(), m_passphrase);
    form->addRow(QString(), m_place);
    form->addRow(QString(), m_openWarning);
    return form;
}

void BackupScheduleForm::connectForm()
{
    connect(m_interval, &QComboBox::currentIndexChanged, this, &BackupScheduleForm::onEdited);
    connect(m_folder, &QLineEdit::textChanged, this, &BackupScheduleForm::onEdited);
    connect(m_server, &QComboBox::currentIndexChanged, this, &BackupScheduleForm::onEdited);
    connect(m_keep, &QSpinBox::valueChanged, this, &BackupScheduleForm::onEdited);
    connect(m_isEncrypted, &QCheckBox::toggled, this, &BackupScheduleForm::onEdited);
    connect(m_changesPassphrase, &QCheckBox::toggled, this, &BackupScheduleForm::onEdited);
    connect(m_passphrase, &PassphraseFields::edited, this, &BackupScheduleForm::onEdited);
    connect(m_place, &SecretPlace::changed, this, &BackupScheduleForm::onEdited);
    connect(m_choose, &QPushButton::clicked, this, &BackupScheduleForm::chooseFolder);
    connect(m_apply, &QPushButton::clicked, this, &BackupScheduleForm::apply);
    connect(m_discard, &QPushButton::clicked, this, &BackupScheduleForm::discard);
}

void BackupScheduleForm::show(const BackupStatus &status, const QList<ConferenceServer> &servers)
{
    const bool wasDirty = isDirty();
    m_isLoaded = true;
    const QString chosen = m_server->currentData().toString();
    m_shown = status.plan;
    m_hasPassphrase = status.hasPassphrase;
    m_servers = servers;
    if (wasDirty)
        showServers(chosen);
    else
        showPlan();
}

void BackupScheduleForm::showPlan()
{
    m_isShowing = true;
    m_interval->setCurrentIndex(m_interval->findData(static_cast<int>(m_shown.interval)));
    m_folder->setText(QDir::toNativeSeparators(m_shown.folder));
    m_keep->setValue(m_shown.keep);
    m_isEncrypted->setChecked(m_shown.isEncrypted);
    m_changesPassphrase->setChecked(false);
    m_passphrase->clear();
    m_isShowing = false;
    showServers(m_shown.serverUuid);
}

void BackupScheduleForm::showServers(const QString &chosen)
{
    m_isShowing = true;
    m_server->clear();
    m_server->addItem(tr("No server"), QString());
    for (const ConferenceServer &server : std::as_const(m_servers))
        m_server->addItem(server.name, server.uuid);
    if (!chosen.isEmpty() && m_server->findData(chosen) < 0)
        m_server->addItem(tr("A server that was removed"), chosen);
    m_server->setCurrentIndex(qMax(0, m_server->findData(chosen)));
    m_isShowing = false;
    onEdited();
}

BackupPlan BackupScheduleForm::edited() const
{
    const QString folder = m_folder->text().trimmed();
    return {.interval = static_cast<BackupInterval>(m_interval->currentData().toInt()),
            .folder = folder.isEmpty() ? QString() : QDir::cleanPath(QDir::fromNativeSeparators(folder)),
            .serverUuid = m_server->currentData().toString(),
            .isEncrypted = m_isEncrypted->isChecked(),
            .keep = m_keep->value()};
}

bool BackupScheduleForm::isDirty() const
{
    return m_isLoaded && (edited() != m_shown || m_changesPassphrase->isChecked() || !m_passphrase->isEmpty());
}

bool BackupScheduleForm::needsPassphrase() const
{
    return m_isEncrypted->isChecked() && edited().interval != BackupInterval::Off
        && (!m_hasPassphrase || m_changesPassphrase->isChecked());
}

QString BackupScheduleForm::problem() const
{
    const BackupPlan plan = edited();
    if (!plan.folder.isEmpty() && !QDir::isAbsolutePath(plan.folder))
        return tr("The folder needs its whole path.");
    if (plan.interval != BackupInterval::Off && !plan.hasDestination())
        return tr("Choose a folder, a server, or both.");
    return {};
}

void BackupScheduleForm::chooseFolder()
{
    m_questions.chooseFolder(this, {tr("Folder for backups"), QDir::fromNativeSeparators(m_folder->text()), {}},
                             [this](const QString &path) {
                                 if (!path.isEmpty())
                                     m_folder->setText(QDir::toNativeSeparators(path));
                             });
}

void BackupScheduleForm::onEdited()
{
    if (m_isShowing)
        return;
    const bool isOn = edited().interval != BackupInterval::Off;
    m_changesPassphrase->setVisible(isOn && m_isEncrypted->isChecked() && m_hasPassphrase);
    const bool asks = needsPassphrase();
    if (asks && !m_passphrase->isVisibleTo(this))
        m_place->check();
    m_passphrase->setVisible(asks);
    m_place->setVisible(asks);
    m_openWarning->setVisible(isOn && !m_isEncrypted->isChecked());
    m_problem->setProblem(isDirty() ? problem() : QString());
    m_apply->setEnabled(isDirty() && !m_isApplying && problem().isEmpty());
    m_discard->setEnabled(isDirty() && !m_isApplying);
}

void BackupScheduleForm::apply()
{
    if (!needsPassphrase()) {
        store();
        return;
    }
    if (!m_passphrase->problem().isEmpty()) {
        m_passphrase->showProblem();
        m_passphrase->setFocus();
        return;
    }
    m_place->settle([this] { store(); });
}

void BackupScheduleForm::store()
{
    m_isApplying = true;
    onEdited();
    const auto passphrase = needsPassphrase() ? std::optional(m_passphrase->passphrase()) : std::nullopt;
    const BackupPlan plan = edited();
    whenDone(m_workspace.backups().setPlan(m_actor, plan, passphrase), this, [this, plan](const Result<> &stored) {
        m_isApplying = false;
        if (stored) {
            m_shown = plan;
            m_hasPassphrase = plan.isEncrypted && plan.interval != BackupInterval::Off;
            m_changesPassphrase->setChecked(false);
            m_passphrase->clear();
            m_messages->clear();
            onEdited();
            Q_EMIT applied();
            return;
        }
        if (stored.error().kind == ErrorKind::SecretMissing) { // forgotten by the keychain meanwhile
            m_hasPassphrase = false;
            m_messages->showMessage(MessageBar::Level::Warning, tr("The stored passphrase is gone."), tr("Type it again."));
        } else {
            m_messages->showError(stored.error());
        }
        onEdited();
    });
}

void BackupScheduleForm::discard()
{
    m_messages->clear();
    showPlan();
}

} // namespace letopis
