#pragma once

#include "core/retention/retentionanswers.h"
#include "ui/pages/retention/rulessection.h"

namespace letopis {

class FolderTreeModel;
class PolicyDialog;

// The policies in their order, and the time zone whose days they count. Each change is looked at before it is stored.
class PolicyRules final : public RulesSection
{
    Q_OBJECT

public:
    PolicyRules(const AccessParts &parts, MessageBar &messages, QWidget *parent = nullptr);

    void read() override;
    void setServers(const QList<ServerRetention> &servers);
    const QList<RetentionPolicy> &policies() const { return m_policies; }
    void addPolicy() { edit(-1); }

protected:
    void updateButtons() override;

private:
    using Policies = QList<RetentionPolicy>;
    using Done = std::function<void(const Result<> &)>;

    void readZone();
    void show();
    void edit(int row); // -1: a new one
    void save(PolicyDialog &dialog, const RetentionPolicy &policy);
    void remove();
    void shift(int by);
    void toggle();
    void store(QWidget *over, const Policies &after, const QString &what, const Done &done);
    void change(const Policies &after, const QString &what, const QString &done, int row);
    void sayChanged(const QString &done, const Policies &before);
    void undo(const Policies &before);
    void changeZone();
    QString serverName(ServerId server) const;

    FolderTreeModel *m_folders;
    QList<ServerRetention> m_servers;
    Policies m_policies;
    QByteArray m_zone;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QPushButton *m_toggle;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_changeZone;
    quint64 m_generation = 0;
    int m_wanted = -1; // row to be chosen when it is read
    bool m_isKnown = false;
    bool m_isBusy = false;
};

} // namespace letopis
