#pragma once

#include "app/demo/recordingplan.h"
#include "core/retention/retentionpolicy.h"

#include <QHash>
#include <QTimeZone>

#include <map>
#include <optional>

namespace letopis::test {

using namespace Qt::Literals::StringLiterals;

// The year holds a leap day, and the zone both changes of its clocks.
inline const QDateTime begin(QDate(2027, 9, 6), QTime(10, 0), Qt::UTC);
inline const QTimeZone zone("Europe/Berlin");
constexpr int weeks = 53;

// What tst_yearahead's policies say of one recording, in other words than the program's.
struct Told
{
    demo::RecordingPlan plan;
    RecordingId id;
    enum { There, Unpublished, Trashed, Purged } stage = There;
    bool isUntouchable = false; // deleted by somebody else, or never finished
    QDateTime viewed;
    QDateTime trashed;
    QDateTime purged;
    QString folder; // "archive", "kept" or none
    bool isHeld = false;
    OwnRetention own;
    QHash<qint64, QList<std::pair<int, int>>> warnings; // by due date: stage and week

    bool isOnServer() const { return stage == There || stage == Unpublished; }
    bool hasOrigin(const QByteArray &origin) const
    {
        return std::find(plan.meta.begin(), plan.meta.end(), std::pair<QByteArray, QByteArray>("bbb-origin", origin)) != plan.meta.end();
    }
};

struct Dates
{
    QDateTime due;
    QDateTime unpublish; // invalid: not before
};

class Oracle
{
public:
    QByteArray meeting; // whose policy keeps the newest two
    std::map<QString, Told> recordings;

    // Nothing: it stays as it is.
    std::optional<Dates> dates(const Told &one) const
    {
        if (one.own.kind == OwnRetention::Kind::Never)
            return {};
        if (one.own.kind == OwnRetention::Kind::OnDate)
            return Dates{one.own.date.startOfDay(zone), {}};
        const QDateTime ended = QDateTime::fromMSecsSinceEpoch(one.plan.endMs, Qt::UTC);
        if (one.plan.meetingId == meeting)
            return newerOf(one) < 2 ? std::nullopt : std::optional(after(ended, 40));
        if (one.hasOrigin("Moodle"))
            return after(one.viewed.isValid() ? std::max(one.viewed, ended) : ended, 60);
        if (one.plan.meetingId.contains(" +") && !one.viewed.isValid())
            return after(ended, 90);
        const QDateTime leapDay = QDate(2028, 2, 29).startOfDay(zone);
        if (one.folder == u"kept" || (one.folder == u"archive" && ended >= leapDay))
            return {};
        if (one.folder == u"archive")
            return Dates{leapDay, QDate(2028, 2, 15).startOfDay(zone)};
        Dates dates = after(ended, 120);
        dates.unpublish = ended.toTimeZone(zone).date().addDays(121 - 30).startOfDay(zone);
        return dates;
    }

    // What has to be done at a moment: "trash ID" …
    QStringList due(const QDateTime &now) const
    {
        QStringList steps;
        for (const auto &[recordId, one] : recordings) {
            if (const QString step = stepOf(one, now); !step.isEmpty())
                steps += step + u' ' + recordId;
        }
        return steps;
    }

    void done(const QString &step, Told &one, const QDateTime &now) const
    {
        if (step == u"unpublish")
            one.stage = Told::Unpublished;
        else if (step == u"trash")
            one.stage = Told::Trashed, one.trashed = now;
        else
            one.stage = Told::Purged, one.purged = now;
    }

private:
    static Dates after(const QDateTime &moment, int days) { return {moment.toTimeZone(zone).date().addDays(days + 1).startOfDay(zone), {}}; }

    int newerOf(const Told &one) const
    {
        int newer = 0;
        for (const auto &[recordId, other] : recordings)
            newer += other.plan.meetingId == one.plan.meetingId && other.plan.startMs > one.plan.startMs && other.isOnServer() && !other.isUntouchable;
        return newer;
    }

    QString stepOf(const Told &one, const QDateTime &now) const
    {
        if (one.isUntouchable || one.isHeld || one.stage == Told::Purged)
            return {};
        if (one.stage == Told::Trashed)
            return one.trashed.addDays(30) <= now ? u"purge"_s : QString();
        const std::optional<Dates> dates = this->dates(one);
        if (!dates)
            return {};
        if (dates->due <= now)
            return u"trash"_s;
        const bool isOpen = one.stage == Told::There && one.plan.state == demo::State::Published;
        return isOpen && dates->unpublish.isValid() && dates->unpublish <= now ? u"unpublish"_s : QString();
    }
};

} // namespace letopis::test
