#pragma once

#include "core/base/secrettext.h"
#include "core/domain/backup.h"
#include "core/domain/server.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace letopis {

class PassphraseFields;
class ProblemLabel;
class Questions;

// Where a backup goes that is made now, and whether it is encrypted.
class BackupNowDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Offer
    {
        BackupPlan plan;
        QString lastFolder;
        QList<ConferenceServer> servers; // with an account on the disk
        QString suggestedFile;
    };

    BackupNowDialog(const Offer &offer, Questions &questions, QWidget *parent);

Q_SIGNALS:
    void plannedChosen();
    void destinationChosen(const letopis::BackupDestination &to, const std::optional<letopis::SecretText> &passphrase);

private:
    QWidget *buildPlaces();
    void connectFields();
    void choose();
    void updateFields();
    void start();
    BackupDestination destination() const;
    QString problem() const;

    const Offer m_offer;
    Questions &m_questions;
    QRadioButton *m_asPlanned;
    QRadioButton *m_toFolder;
    QRadioButton *m_toServer;
    QRadioButton *m_toFile;
    QLineEdit *m_folder;
    QComboBox *m_server;
    QLineEdit *m_file;
    QPushButton *m_chooseFolder;
    QPushButton *m_chooseFile;
    QCheckBox *m_isEncrypted;
    QLabel *m_openWarning;
    PassphraseFields *m_passphrase;
    ProblemLabel *m_problem;
    QPushButton *m_go = nullptr;
};

} // namespace letopis
