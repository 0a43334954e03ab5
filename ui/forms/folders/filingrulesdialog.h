#pragma once

#include "core/access/accessanswers.h"
#include "core/access/filingrule.h"
#include "core/domain/server.h"
#include "ui/forms/access/accessparts.h"
#include "ui/widgets/closingquestion.h"

#include <QDialog>
#include <QTimer>

#include <array>
#include <functional>

class QPushButton;
class QStandardItemModel;

namespace letopis {

class FolderTreeModel;
class MessageBar;
class OwnDraft;
class PlainTable;

// Into which folders new recordings go: rules in their order, how many recordings of the Shared folder each would take now, and
// the command that lets them take these.
class FilingRulesDialog final : public QDialog
{
    Q_OBJECT

public:
    FilingRulesDialog(const AccessParts &parts, QWidget *parent = nullptr);

    const QList<FilingRule> &rules() const { return m_rules; } // as they are edited
    void reject() override;                                   // asks where something is not saved

Q_SIGNALS:
    void filed(qint64 recordings);

private:
    enum Button { Add, Edit, Remove, Up, Down, ButtonCount };

    void layOut();
    void read();
    void editRule(int row); // -1: a new one
    void removeRule();
    void shift(int by);
    void setRules(const QList<FilingRule> &rules, int current);
    void show(int row);
    void count();
    void save(std::function<void()> saved);
    void askToApply();
    void askOnce(const AccessPreview &foreseen);
    void showWhoGains(const NamedPreview &preview);
    void saveAndApply(const AccessPreview &foreseen);
    void apply(const AccessPreview &foreseen);
    void showError(const Error &error);
    qint64 taken() const; // by all rules
    void update();
    bool isChanged() const { return m_rules != m_stored; }
    int current() const;
    QJsonObject draft() const;
    QStringList restore(const QJsonObject &draft);
    QString serverName(const FilingRule &rule) const;

    const AccessParts m_parts;
    ClosingQuestion m_closing;
    FolderTreeModel *m_folders;
    QList<ConferenceServer> m_servers;
    QList<FilingRule> m_stored;
    QList<FilingRule> m_rules;
    QList<qint64> m_counts; // empty: not known yet
    MessageBar *m_messages;
    OwnDraft *m_draft; // of what is not saved
    PlainTable *m_table;
    QStandardItemModel *m_model;
    std::array<QPushButton *, ButtonCount> m_buttons{};
    QPushButton *m_apply = nullptr;
    QPushButton *m_save = nullptr;
    QTimer m_delay;
    quint64 m_generation = 0;
    bool m_isRead = false;
    bool m_isBusy = false;
    bool m_mayLose = false;
};

} // namespace letopis
