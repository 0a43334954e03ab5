#pragma once

#include "core/domain/audit.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace letopis {

class ChoiceButton;
class Clock;
class DateFilter;

// Which events of the journal: words, who, kinds, server, days, and the journal of one recording.
class AuditFilters final : public QWidget
{
    Q_OBJECT

public:
    // `tools`: before the search, in its row.
    AuditFilters(const Clock &clock, const QList<QWidget *> &tools, QWidget *parent = nullptr);

    AuditQuery query() const;
    bool isActive() const;
    void clear(); // the recording, too, where it may be left
    void setActors(const QList<AuditFacet> &actors);
    void setServers(const QList<std::pair<ServerId, QString>> &servers);
    void setRecording(RecordingId recording, const QString &title); // 0: none
    RecordingId recording() const { return m_recording; }
    // Who may not read the whole journal stays with the one of their recording.
    void setWhole(bool mayReadWhole);
    QLineEdit &search() const { return *m_search; }

Q_SIGNALS:
    void changed();

private:
    void update();

    QLineEdit *m_search;
    ChoiceButton *m_actors;
    ChoiceButton *m_groups;
    QComboBox *m_servers;
    DateFilter *m_dates;
    QToolButton *m_clear;
    QToolButton *m_recordingChip;
    RecordingId m_recording;
    QTimer m_delay;
    bool m_mayReadWhole = true;
};

} // namespace letopis
