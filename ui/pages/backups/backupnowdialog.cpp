#include "ui/pages/backups/backupnowdialog.h"

#include "ui/forms/passphrasefields.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/questions.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

BackupNowDialog::BackupNowDialog(const Offer &offer, Questions &questions, QWidget *parent)
    : QDialog(parent)
    , m_offer(offer)
    , m_questions(questions)
    , m_asPlanned(new QRadioButton(tr("As the sche&dule says")))
    , m_toFolder(new QRadioButton(tr("Into a &folder:")))
    , m_toServer(new QRadioButton(tr("To a &server:")))
    , m_toFile(new QRadioButton(tr("To a fi&le:")))
    , m_folder(new QLineEdit(QDir::toNativeSeparators(offer.lastFolder)))
    , m_server(new QComboBox)
    , m_file(new QLineEdit)
    , m_chooseFolder(new QPushButton(tr("&Choose…")))
    , m_chooseFile(new QPushButton(tr("Choos&e…")))
    , m_isEncrypted(new QCheckBox(tr("Encrypt &with a passphrase")))
    , m_openWarning(new QLabel(tr("Without a passphrase everybody who gets the file can read participants' names.")))
    , m_passphrase(new PassphraseFields)
    , m_problem(new ProblemLabel)
{
    setObjectName(u"backupNow"_s);
    setWindowTitle(tr("Back up the catalog"));
    m_isEncrypted->setObjectName(u"encryptBackup"_s);
    m_isEncrypted->setChecked(true);
    m_openWarning->setWordWrap(true);
    m_openWarning->setTextFormat(Qt::PlainText);
    m_problem->setObjectName(u"backupNowProblem"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false); // Enter is never that
    m_go = buttons->addButton(tr("&Back up"), QDialogButtonBox::AcceptRole);
    m_go->setObjectName(u"startBackup"_s);
    m_go->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(buildPlaces());
    layout->addWidget(m_isEncrypted);
    layout->addWidget(m_passphrase);
    layout->addWidget(m_openWarning);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(560);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &BackupNowDialog::start);
    connectFields();
    (offer.plan.hasDestination() ? m_asPlanned : m_toFolder)->setChecked(true);
    updateFields();
}

QWidget *BackupNowDialog::buildPlaces()
{
    m_asPlanned->setObjectName(u"backupAsPlanned"_s);
    m_toFolder->setObjectName(u"backupToFolder"_s);
    m_toServer->setObjectName(u"backupToServer"_s);
    m_toFile->setObjectName(u"backupToFile"_s);
    m_folder->setObjectName(u"backupFolder"_s);
    m_server->setObjectName(u"backupServer"_s);
    m_file->setObjectName(u"backupFile"_s);
    // The labels are radio buttons: no buddy names the fields.
    m_folder->setAccessibleName(tr("Folder for the backup"));
    m_server->setAccessibleName(tr("Server for the backup"));
    m_file->setAccessibleName(tr("File for the backup"));
    m_chooseFolder->setAccessibleName(tr("Choose a folder"));
    m_chooseFile->setAccessibleName(tr("Choose a file"));
    for (QPushButton *button : {m_chooseFolder, m_chooseFile})
        button->setAutoDefault(false);
    m_asPlanned->setVisible(m_offer.plan.hasDestination());
    m_toServer->setEnabled(!m_offer.servers.isEmpty());
    if (m_offer.servers.isEmpty())
        m_toServer->setToolTip(tr("No connected server has an SSH account that may write to its disk."));
    for (const ConferenceServer &server : m_offer.servers)
        m_server->addItem(server.name, server.uuid);
    auto *places = new QWidget;
    auto *grid = new QGridLayout(places);
    grid->setContentsMargins({});
    grid->setSpacing(8);
    grid->addWidget(m_asPlanned, 0, 0, 1, 3);
    grid->addWidget(m_toFolder, 1, 0);
    grid->addWidget(m_folder, 1, 1);
    grid->addWidget(m_chooseFolder, 1, 2);
    grid->addWidget(m_toServer, 2, 0);
    grid->addWidget(m_server, 2, 1, 1, 2);
    grid->addWidget(m_toFile, 3, 0);
    grid->addWidget(m_file, 3, 1);
    grid->addWidget(m_chooseFile, 3, 2);
    grid->setColumnStretch(1, 1);
    return places;
}

void BackupNowDialog::connectFields()
{
    for (QRadioButton *button : {m_asPlanned, m_toFolder, m_toServer, m_toFile})
        connect(button, &QRadioButton::toggled, this, &BackupNowDialog::updateFields);
    connect(m_folder, &QLineEdit::textChanged, this, &BackupNowDialog::updateFields);
    connect(m_file, &QLineEdit::textChanged, this, &BackupNowDialog::updateFields);
    connect(m_isEncrypted, &QCheckBox::toggled, this, &BackupNowDialog::updateFields);
    connect(m_passphrase, &PassphraseFields::edited, this, &BackupNowDialog::updateFields);
    connect(m_chooseFolder, &QPushButton::clicked, this, &BackupNowDialog::choose);
    connect(m_chooseFile, &QPushButton::clicked, this, &BackupNowDialog::choose);
}

void BackupNowDialog::choose()
{
    QLineEdit *field = m_toFile->isChecked() ? m_file : m_folder;
    const auto take = [field](const QString &path) {
        if (!path.isEmpty())
            field->setText(QDir::toNativeSeparators(path));
    };
    if (field == m_folder) {
        m_questions.chooseFolder(this, {tr("Folder for backups"), QDir::fromNativeSeparators(m_folder->text()), {}}, take);
        return;
    }
    const QString suffix = m_isEncrypted->isChecked() ? u".letopis-backup"_s : u".tar.zst"_s;
    m_questions.chooseFileToSave(this, {tr("File for the backup"), m_offer.suggestedFile + suffix, {}}, take);
}

void BackupNowDialog::updateFields()
{
    const bool isPlanned = m_asPlanned->isChecked();
    m_folder->setEnabled(m_toFolder->isChecked());
    m_chooseFolder->setEnabled(m_toFolder->isChecked());
    m_server->setEnabled(m_toServer->isChecked());
    m_file->setEnabled(m_toFile->isChecked());
    m_chooseFile->setEnabled(m_toFile->isChecked());
    m_isEncrypted->setVisible(!isPlanned);
    m_passphrase->setVisible(!isPlanned && m_isEncrypted->isChecked());
    m_openWarning->setVisible(isPlanned ? !m_offer.plan.isEncrypted : !m_isEncrypted->isChecked());
    m_problem->setProblem({});
    adjustSize();
}

BackupDestination BackupNowDialog::destination() const
{
    if (m_toServer->isChecked())
        return {BackupDestination::Kind::Server, m_server->currentData().toString()};
    const bool isFile = m_toFile->isChecked();
    const QString path = QDir::cleanPath(QDir::fromNativeSeparators((isFile ? m_file : m_folder)->text().trimmed()));
    return {isFile ? BackupDestination::Kind::File : BackupDestination::Kind::Folder, path};
}

QString BackupNowDialog::problem() const
{
    const BackupDestination to = destination();
    if (to.kind == BackupDestination::Kind::Folder && !QDir::isAbsolutePath(to.where))
        return tr("Choose a folder.");
    if (to.kind == BackupDestination::Kind::File && (!QDir::isAbsolutePath(to.where) || QFileInfo(to.where).isDir()))
        return tr("Choose a file.");
    if (to.kind == BackupDestination::Kind::File && QFileInfo::exists(to.where))
        return tr("There is a file of this name already. Choose another name.");
    return {};
}

void BackupNowDialog::start()
{
    if (m_asPlanned->isChecked()) {
        accept();
        Q_EMIT plannedChosen();
        return;
    }
    if (const QString why = problem(); !why.isEmpty()) {
        m_problem->setProblem(why);
        return;
    }
    if (m_isEncrypted->isChecked() && !m_passphrase->problem().isEmpty()) {
        m_passphrase->showProblem();
        m_passphrase->setFocus();
        return;
    }
    const auto passphrase = m_isEncrypted->isChecked() ? std::optional(m_passphrase->passphrase()) : std::nullopt;
    const BackupDestination to = destination();
    accept();
    Q_EMIT destinationChosen(to, passphrase);
}

} // namespace letopis
