#pragma once

#include "core/access/accessanswers.h"
#include "ui/forms/access/accessparts.h"

#include <QDialog>
#include <QTimer>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace letopis {

class EmptyState;
class ExplanationView;
class HoldersModel;
class MessageBar;
class PlainTable;

// Everyone who can see one recording or what a folder holds, through what, and for whoever is chosen: why.
class HoldersDialog final : public QDialog
{
    Q_OBJECT

public:
    static constexpr int pageSize = 200;

    HoldersDialog(const AccessParts &parts, const AccessSubject &subject, QWidget *parent = nullptr);

    HoldersModel &model() const { return *m_model; }

Q_SIGNALS:
    void recordingsOfRequested(const letopis::NamedPrincipal &person); // what they can see; the dialog has closed

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void read();
    void readMore(qsizetype offset);
    void readFurtherAgain(qsizetype offset);
    void onRead(const Result<AccessHolders> &holders);
    void showError(const Error &error, std::function<void()> again);
    void showNote();
    void showCount();
    void showFound();
    void showPerson();

    const AccessParts m_parts;
    const AccessSubject m_subject;
    HoldersModel *m_model;
    MessageBar *m_messages;
    QLineEdit *m_search;
    QLabel *m_count;
    PlainTable *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    ExplanationView *m_why;
    QPushButton *m_sees = nullptr;
    QTimer m_delay;
    QString m_readText; // the search whose people are shown
    quint64 m_generation = 0;
    bool m_isRead = false;
};

} // namespace letopis
