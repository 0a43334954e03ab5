#pragma once

#include "core/access/accesslink.h"
#include "core/access/capability.h"
#include "ui/forms/access/accessparts.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace letopis {

class EmptyState;
class LinkListModel;
class MessageBar;
class PlainTable;

// The links of one recording, or all of them with their recordings: what state they are in, a new one, revoking.
class LinksDialog final : public QDialog
{
    Q_OBJECT

public:
    // `recording` none: all links, as far as the actor may make such.
    LinksDialog(const AccessParts &parts, const std::optional<AccessSubject> &recording, QWidget *parent = nullptr);

    LinkListModel &model() const { return *m_model; }
    PlainTable &table() const { return *m_table; }
    bool isRead() const { return m_isRead; }
    MessageBar &messages() const { return *m_messages; }

Q_SIGNALS:
    void recordingRequested(letopis::RecordingId recording); // the dialog has closed

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isOfAll() const { return !m_recording; }
    void layOut();
    void makeTable();
    void makeButtons();
    void readPolicy();
    void readStanding();
    void read();
    void onRead(const Result<QList<AccessLink>> &links);
    void showFound();
    void update();
    std::optional<AccessLink> chosen() const;
    void makeNew();
    void revoke();
    void goToRecording();
    void editPolicy();
    void showFailure(const Error &error);

    const AccessParts m_parts;
    const std::optional<AccessSubject> m_recording;
    LinkListModel *m_model;
    MessageBar *m_messages;
    QLineEdit *m_search;
    PlainTable *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QLabel *m_count;
    QLabel *m_reach;
    QPushButton *m_new = nullptr; // of one recording's
    QPushButton *m_revoke = nullptr;
    QPushButton *m_go = nullptr; // of all, as the settings
    QPushButton *m_settings = nullptr;
    std::optional<LinkPolicy> m_policy;
    std::optional<Standing> m_standing;
    PermissionSet m_permissions; // on the recording
    LinkId m_wanted;             // to be chosen once it is there
    quint64 m_generation = 0;
    bool m_isRead = false;
};

} // namespace letopis
