#pragma once

#include "core/base/error.h"
#include "core/retention/retentionanswers.h"
#include "ui/forms/access/accessparts.h"

#include <QDialog>
#include <QJsonObject>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace letopis {

class ConditionLines;
class FolderTreeModel;
class MessageBar;
class OwnDraft;
class ProblemLabel;

// One policy: which recordings, and when they go. Stays open until whoever stores it says how that ended.
class PolicyDialog final : public QDialog
{
    Q_OBJECT

public:
    PolicyDialog(const AccessParts &parts, const QList<ServerRetention> &servers, const std::optional<RetentionPolicy> &policy,
                 QWidget *parent = nullptr);

    RetentionPolicy policy() const; // as it is typed
    void onStored(const std::optional<Error> &error); // Cancelled: the person went back to it

    // Not while what was confirmed is being stored: closing would look as if it were taken back.
    void reject() override
    {
        if (!m_isStoring)
            QDialog::reject();
    }

Q_SIGNALS:
    void confirmed(const letopis::RetentionPolicy &policy);

private:
    void layOut();
    void buildScope(QFormLayout &form);
    void buildRule(QFormLayout &form);
    void connectFields();
    void show(const RetentionPolicy &policy);
    void chooseFolder();
    void chooseServer(ServerId server);
    void update();
    QString problem(const RetentionPolicy &policy) const;
    RetentionScope scope() const;
    RetentionRule rule() const;
    QJsonObject draft() const;

    const AccessParts m_parts;
    const QList<ServerRetention> m_servers;
    const RetentionPolicy m_initial;
    FolderTreeModel *m_folders;
    FolderId m_folder;
    MessageBar *m_messages;
    QFormLayout *m_form = nullptr;
    QLineEdit *m_name;
    QComboBox *m_scope;
    QComboBox *m_server;
    QLineEdit *m_meeting;
    QWidget *m_folderRow = nullptr;
    QLabel *m_place;
    QPushButton *m_choose;
    ConditionLines *m_conditions;
    QComboBox *m_rule;
    QSpinBox *m_days;
    QDateEdit *m_date;
    QSpinBox *m_keep;
    QSpinBox *m_unpublish;
    QCheckBox *m_enabled;
    QLabel *m_meaning;
    ProblemLabel *m_problem;
    OwnDraft *m_draft = nullptr;
    QPushButton *m_accept = nullptr;
    bool m_isStoring = false;
};

} // namespace letopis
