#pragma once

#include "core/access/grantproposal.h"
#include "core/base/result.h"
#include "ui/forms/access/accessgiver.h"

#include <QTimer>
#include <QWidget>

class QGroupBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace letopis {

class ActorRights;
class EmptyState;
class ExplanationView;
class MessageBar;
class PlainTable;
class ProposalListModel;

// What attendance proposes: to whoever moderated a meeting and is known, its recording. Accepted through the preview, or
// declined for good. Asks for nothing before start().
class ProposalsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ProposalsPage(const AccessParts &parts, QWidget *parent = nullptr);

    void start(); // reads, and keeps itself up to date from then on
    bool isRead() const { return m_isRead; }
    ProposalListModel &model() const { return *m_model; }
    PlainTable &table() const { return *m_table; }
    MessageBar &messages() const { return *m_messages; }

Q_SIGNALS:
    void counted(qint64 proposals); // open ones, of all
    void recordingRequested(letopis::RecordingId recording);
    void peopleRequested();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    using Declined = QList<std::pair<RecordingId, PersonId>>;

    QWidget *buildTools();
    QWidget *buildWhy();
    void buildTable();
    void later();
    void read();
    void onRead(const Result<GrantProposals> &proposals);
    void showRows();
    void updateChoice();
    QList<int> selectedRows() const;

    void accept(const QList<int> &rows);
    void onGiven(const QList<WishedAccess> &wishes, const QList<Result<>> &results);
    void decline();
    void reopenNext(const Declined &proposals, qsizetype next);
    void declineNext(const Declined &proposals, qsizetype next);
    void goToRecording();
    void showFailure(const Error &error);

    const AccessParts m_parts;
    ProposalListModel *m_model;
    ActorRights *m_rights;
    AccessGiver *m_giver;
    MessageBar *m_messages;
    PlainTable *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    ExplanationView *m_why;
    QGroupBox *m_whyBox = nullptr;
    QLabel *m_count;
    QPushButton *m_accept;
    QPushButton *m_decline;
    QPushButton *m_acceptAll;
    QPushButton *m_go;
    QTimer m_delay;
    quint64 m_generation = 0;
    bool m_isStarted = false;
    bool m_isRead = false;
    bool m_isDeclining = false;
    bool m_isCut = false; // not all that was accepted fits into one go
    bool m_showsReadFailure = false;
};

} // namespace letopis
