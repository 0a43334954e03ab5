#pragma once

#include "core/domain/recording.h"
#include "ui/pages/audit/auditparts.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace letopis {

class AuditEventModel;
class AuditNameBook;
class PlainTable;

// What was done with the recording whose details are shown. Asks for nothing before somebody looks.
class JournalTab final : public QWidget
{
    Q_OBJECT

public:
    explicit JournalTab(const AuditParts &parts, QWidget *parent = nullptr);

    void setRecording(RecordingId recording);
    AuditEventModel &model() const { return *m_model; }

Q_SIGNALS:
    void journalRequested(); // all of it, in the page

protected:
    void showEvent(QShowEvent *event) override;

private:
    void read();
    void showRows();

    AuditNameBook *m_names;
    AuditEventModel *m_model;
    PlainTable *m_table;
    QLabel *m_note;
    QStackedWidget *m_stack;
    QPushButton *m_open;
    RecordingId m_recording;
    QTimer m_delay;
};

} // namespace letopis
