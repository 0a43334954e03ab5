#pragma once

#include "core/base/error.h"
#include "core/retention/retentionanswers.h"

#include <QWidget>

class QGroupBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace letopis {

class MessageBar;

// A recording's auto-deletion: what happens to it and when, what decided that, its own date, its holds. Shows what it is given;
// RetentionPresenter asks for it.
class RetentionForm final : public QWidget
{
    Q_OBJECT

public:
    explicit RetentionForm(QWidget *parent = nullptr);

    void clear();
    void showExplanation(const RetentionExplanation &why, qint64 nowMs);
    void showError(const Error &error);
    void setReadOnlyReason(const QString &reason); // empty: it may be changed
    MessageBar &messages() const { return *m_messages; }
    const std::optional<RetentionExplanation> &explanation() const { return m_why; }

Q_SIGNALS:
    void changeRequested();
    void holdRequested();
    void releaseRequested(const letopis::LegalHold &hold);
    void retryRequested();

private:
    QWidget *buildSections();
    void showHolds();
    void addHold(const LegalHold &hold);
    void updateButtons();

    std::optional<RetentionExplanation> m_why;
    MessageBar *m_messages;
    QLabel *m_readOnly;
    QWidget *m_inside = nullptr;
    QLabel *m_sentence;
    QLabel *m_decision;
    QLabel *m_own;
    QPushButton *m_change;
    QVBoxLayout *m_holds;
    QWidget *m_holdRows = nullptr; // made anew with each showing
    QLabel *m_noHold;
    QPushButton *m_hold;
    QGroupBox *m_traceBox = nullptr;
    QLabel *m_trace;
    bool m_showsReadFailure = false;
};

} // namespace letopis
