#pragma once

#include "core/retention/retentionanswers.h"
#include "ui/forms/access/accessparts.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace letopis {

class MessageBar;
class OwnDraft;
class ProblemLabel;

// How auto-deletion runs on a server: warnings, grace, limit, two people. Stays open until it is stored.
class ParametersDialog final : public QDialog
{
    Q_OBJECT

public:
    ParametersDialog(const AccessParts &parts, const ServerRetention &server, QWidget *parent = nullptr);

    RetentionParameters parameters() const; // as typed; the stages are empty where they cannot be read

    // Not while what was confirmed is being stored: closing would look as if it were taken back.
    void reject() override
    {
        if (!m_isStoring)
            QDialog::reject();
    }

Q_SIGNALS:
    void stored(const letopis::RetentionParameters &before, const letopis::RetentionParameters &after);

private:
    void layOut();
    void show(const RetentionParameters &parameters);
    void store();
    void update();
    QString problem() const;

    const AccessParts m_parts;
    const ServerRetention m_server;
    MessageBar *m_messages;
    QLineEdit *m_warnings;
    QSpinBox *m_grace;
    QSpinBox *m_percent;
    QSpinBox *m_count;
    QCheckBox *m_twoPeople;
    ProblemLabel *m_problem;
    OwnDraft *m_draft = nullptr;
    QPushButton *m_accept = nullptr;
    bool m_isStoring = false;
};

} // namespace letopis
