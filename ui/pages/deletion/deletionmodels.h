#pragma once

#include "core/retention/deletedrecording.h"
#include "core/retention/deletionplan.h"
#include "core/retention/retentionanswers.h"
#include "ui/pages/deletion/pagedtablemodel.h"

#include <QHash>

namespace letopis {

class Clock;

inline qint64 keyOf(const DeletionPlan &plan) { return plan.id.value; }
inline qint64 keyOf(const DeletionItem &item) { return item.position; }
inline qint64 keyOf(const TrashedRecording &recording) { return recording.recording.value; }
inline QByteArray keyOf(const CertificateEntry &entry) { return entry.sha256; }

inline std::pair<qint64, int> keyOf(const ForecastRow &row) { return {row.item.recording.value, static_cast<int>(row.item.step)}; }

using ServerNames = QHash<ServerId, QString>;

class PlanListModel final : public PagedRows<DeletionPlan>
{
    Q_OBJECT

public:
    enum Column { Made, Server, Recordings, Size, State, MadeBy };

    explicit PlanListModel(const Clock &clock, QObject *parent = nullptr) : PagedRows(parent), m_clock(clock) {}
    void setServers(const ServerNames &names) { m_names = names; }

protected:
    QList<PagedTableModel::Column> columns() const override;
    QString text(int row, int column) const override;
    QString toolTip(int row, int column) const override;

private:
    const Clock &m_clock;
    ServerNames m_names;
};

// What a plan does to each recording, and what became of that.
class PlanItemModel final : public PagedRows<DeletionItem>
{
    Q_OBJECT

public:
    enum Column { Title, Step, Why, Size, LastView, Result };

    explicit PlanItemModel(const Clock &clock, QObject *parent = nullptr) : PagedRows(parent), m_clock(clock) {}

protected:
    QList<PagedTableModel::Column> columns() const override;
    QString text(int row, int column) const override;
    QString toolTip(int row, int column) const override;
    QString icon(int row, int column) const override;

private:
    const Clock &m_clock;
};

class TrashListModel final : public PagedRows<TrashedRecording>
{
    Q_OBJECT

public:
    enum Column { Title, Server, Since, Until, Place, Size, By };

    explicit TrashListModel(const Clock &clock, QObject *parent = nullptr) : PagedRows(parent), m_clock(clock) {}
    void setServers(const ServerNames &names) { m_names = names; }

protected:
    QList<PagedTableModel::Column> columns() const override;
    QString text(int row, int column) const override;
    QString toolTip(int row, int column) const override;
    QString icon(int row, int column) const override;

private:
    const Clock &m_clock;
    ServerNames m_names;
};

class CertificateListModel final : public PagedRows<CertificateEntry>
{
    Q_OBJECT

public:
    enum Column { Title, Server, Issued, Freed, By };

    explicit CertificateListModel(const Clock &clock, QObject *parent = nullptr) : PagedRows(parent), m_clock(clock) {}
    void setServers(const ServerNames &names) { m_names = names; }

protected:
    QList<PagedTableModel::Column> columns() const override;
    QString text(int row, int column) const override;
    QString toolTip(int row, int column) const override;

private:
    const Clock &m_clock;
    ServerNames m_names;
};

// What would go.
class SimulationModel final : public PagedRows<ForecastRow>
{
    Q_OBJECT

public:
    enum Column { Title, Server, Goes, Size, Why, LastView };

    explicit SimulationModel(const Clock &clock, QObject *parent = nullptr) : PagedRows(parent), m_clock(clock) {}
    void setServers(const ServerNames &names) { m_names = names; }
    void setTimeZone(const QByteArray &zone) { m_zone = zone; }

protected:
    QList<PagedTableModel::Column> columns() const override;
    QString text(int row, int column) const override;
    QString toolTip(int row, int column) const override;
    QString icon(int row, int column) const override;

private:
    const Clock &m_clock;
    ServerNames m_names;
    QByteArray m_zone;
};

} // namespace letopis
