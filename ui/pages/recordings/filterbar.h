#pragma once

#include "core/access/group.h"
#include "core/domain/recordingquery.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace letopis {

class ChoiceButton;
class Clock;
class DateFilter;
class ServerDirectory;

// Narrows the recordings: server, dates, states, formats.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    FilterBar(const ServerDirectory &servers, const Clock &clock, QWidget *parent = nullptr);

    // Puts the chosen filters into the query; leaves the rest of it alone.
    void applyTo(RecordingQuery &query) const;
    bool isActive() const;

    std::optional<ServerId> server() const;
    void setServer(std::optional<ServerId> server);
    // Only what this person can see; a button says so and takes it back.
    void setVisibleTo(const std::optional<NamedPrincipal> &person);
    const std::optional<NamedPrincipal> &visibleTo() const { return m_person; }
    void setFormats(const QStringList &types);

    // In a small window the filters squeeze together rather than widen it.
    QSize minimumSizeHint() const override { return {320, QWidget::minimumSizeHint().height()}; }

public Q_SLOTS:
    void clear();

Q_SIGNALS:
    void filtersChanged();

private:
    void updateServers();
    void onChanged();

    const ServerDirectory &m_directory;
    QComboBox *m_servers = nullptr;
    DateFilter *m_dates = nullptr;
    ChoiceButton *m_states = nullptr;
    ChoiceButton *m_formats = nullptr;
    QToolButton *m_clear = nullptr;
    QToolButton *m_visibleTo = nullptr;
    std::optional<NamedPrincipal> m_person;
};

} // namespace letopis
