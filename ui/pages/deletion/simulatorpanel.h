#pragma once

#include "core/base/result.h"
#include "core/retention/retentionanswers.h"
#include "ui/forms/access/accessparts.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QTabWidget;

namespace letopis {

class BytePlot;
class DeletionCalendar;
class EmptyState;
class MessageBar;
class PlainTable;
class ServerChoice;
class SimulationModel;

// What would go by a day, with the rules as they are or with others: a list, a calendar of the coming year, and the space that it
// frees. Changes nothing.
class SimulatorPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit SimulatorPanel(const AccessParts &parts, QWidget *parent = nullptr);

    void reload(); // servers, rules and the time zone; then simulates
    PlainTable &table() const { return *m_table; }
    BytePlot &plot() const { return *m_plot; }
    DeletionCalendar &calendar() const { return *m_calendar; }
    QTabWidget &tabs() const { return *m_tabs; }
    MessageBar &messages() const { return *m_messages; }

Q_SIGNALS:
    void recordingRequested(letopis::RecordingId recording);
    void rulesRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildTools();
    QWidget *buildList();
    QWidget *buildCalendar();
    void connectAll();
    void showPolicies();
    void showDays();
    void later();
    void simulate();
    void onSimulated(const Result<RetentionForecast> &forecast);
    void sort();
    void showRows();
    void save();
    void goToRecording();
    void showFailure(const Error &error);
    ForecastRequest request(qint64 atMs) const;
    qint64 endOf(const QDate &day) const; // of the catalog's time zone
    QDate today() const;

    const AccessParts m_parts;
    QList<RetentionPolicy> m_policies;
    QByteArray m_zone;
    RetentionForecast m_forecast;
    SimulationModel *m_model;
    MessageBar *m_messages;
    ServerChoice *m_server;
    QDateEdit *m_date;
    QComboBox *m_rules;
    QSpinBox *m_days;
    QCheckBox *m_asIfOn;
    QLabel *m_summary;
    QTabWidget *m_tabs;
    QComboBox *m_order;
    QPushButton *m_save;
    QPushButton *m_recording;
    PlainTable *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    DeletionCalendar *m_calendar;
    QLabel *m_plotText;
    BytePlot *m_plot;
    QTimer m_delay;
    quint64 m_generation = 0;
    bool m_isStale = true;
    bool m_isRead = false;
};

} // namespace letopis
