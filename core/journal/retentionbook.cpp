#include "core/journal/retentionbook.h"

#include "core/storage/deletedrecordings.h"
#include "core/storage/retentionnotices.h"
#include "core/storage/retentionrows.h"

#include <QSaveFile>
#include <QSet>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int mostRows = 10'000;

// What would go has to be typed; nothing that would go needs no word.
Result<> confirmed(const Result<RetentionForecast> &foreseen, std::optional<qint64> typed)
{
    if (!foreseen)
        return foreseen.error();
    if (foreseen->count == 0 || typed == foreseen->count)
        return {};
    return Error{ErrorKind::InvalidInput, u"the number of recordings is to be typed"_s, {},
                 ConfirmationEvidence{.expected = foreseen->count, .typed = typed}};
}

QSet<FolderId> foldersOf(const QList<RetentionPolicy> &policies, const QList<RetentionPolicy> &others)
{
    QSet<FolderId> folders;
    for (const RetentionPolicy &policy : policies) {
        if (policy.scope.kind == RetentionScope::Kind::Folder && !others.contains(policy))
            folders += policy.scope.folder;
    }
    return folders;
}
} // namespace

struct RetentionBook::Steps
{
    Connection &connection;
    const RetentionBook &book;
    const Actor &actor;

    qint64 nowMs() const { return book.m_visibility->nowMs(); }
    GuardCheck check(ServerId server) const { return {.server = server, .nowMs = nowMs(), .serverTimeMs = {}, .isGenuine = book.m_isGenuine}; }

    Result<> require(const QList<RecordingId> &recordings = {}) const
    {
        return book.m_control.requireIn(connection, actor, Capability::SetRetention, recordings);
    }

    // f() → Result<T>, where the actor may.
    template <typename F>
    auto allowed(F f) const -> std::invoke_result_t<F>
    {
        if (Result<> may = require(); !may)
            return may.error();
        return f();
    }

    // Whose titles may be shown: a condition over the recording r.
    Result<QString> visible() const
    {
        const std::optional<PersonId> viewer = AccessControl::viewer(actor);
        if (!viewer)
            return u"TRUE"_s;
        const Result<VisibleSet> set = book.m_visibility->prepare(connection, *viewer);
        return set ? Result<QString>(set->condition()) : Result<QString>(set.error());
    }

    // Who may not manage a folder says nothing of what is in it.
    Result<> requireFolders(const QList<RetentionPolicy> &before, const QList<RetentionPolicy> &after) const
    {
        for (const FolderId folder : foldersOf(before, after) + foldersOf(after, before)) {
            if (Result<> may = book.m_control.requireIn(connection, actor, Capability::SetRetention, folder); !may)
                return may;
        }
        return {};
    }

    Result<> setPolicies(const QList<RetentionPolicy> &before, const QList<RetentionPolicy> &after, std::optional<qint64> typed) const
    {
        if (Result<> may = require(); !may)
            return may;
        if (Result<> may = requireFolders(before, after); !may)
            return may;
        if (Result<> stored = replaceRetentionPolicies(connection, before, after, actor, nowMs()); !stored)
            return stored;
        return confirmed(makeWidening(connection, before, after, nowMs()), typed); // an error undoes all of it
    }

    Result<RetentionForecast> previewPolicies(const QList<RetentionPolicy> &after) const
    {
        if (Result<> may = require(); !may)
            return may.error();
        const bool areFine = after.size() <= RetentionPolicy::maxPolicies
                             && std::all_of(after.begin(), after.end(), [](const auto &one) { return isWellFormed(one); });
        if (!areFine)
            return Error{ErrorKind::InvalidInput, u"a policy is not well formed"_s, {}, {}};
        const Result<QList<RetentionPolicy>> before = readRetentionPolicies(connection);
        return before ? makeWidening(connection, *before, after, nowMs()) : Result<RetentionForecast>(before.error());
    }

    Result<RetentionExplanation> decisionFor(RecordingId recording) const
    {
        if (Result<> may = book.m_control.requireIn(connection, actor, Capability::ViewRecording, {recording}); !may)
            return may.error();
        const auto policies = readRetentionPolicies(connection);
        const auto parents = folderParents(connection);
        const auto zone = retentionZone(connection);
        const auto facts = readRetentionFacts(connection, recording, true);
        const auto own = readOwnRetention(connection, recording);
        auto holds = readHolds(connection, recording);
        if (!policies || !parents || !zone)
            return !policies ? policies.error() : !parents ? parents.error() : zone.error();
        if (!facts || !own || !holds)
            return !facts ? facts.error() : !own ? own.error() : holds.error();
        RetentionRules rules(*policies, *parents, *zone);
        RetentionExplanation why;
        why.decision = rules.decide(*facts);
        why.own = own->own;
        why.ownSetBy = own->setBy;
        why.ownSetAtMs = own->setAtMs;
        why.policies = rules.trace(*facts);
        why.holds = *holds;
        why.stage = facts->stage;
        why.purgeAfterMs = facts->purgeAfterMs;
        why.timeZone = zone->id();
        const Result<ServerRetention> server = readServerRetention(connection, facts->server);
        why.isServerOn = server && server->isOn;
        if (!require({recording}))
            hideNames(why);
        return why;
    }

    static void hideNames(RetentionExplanation &why)
    {
        why.ownSetBy.clear();
        why.decision.policyName.clear();
        for (RetentionTraceLine &policy : why.policies)
            policy.name.clear();
        for (LegalHold &hold : why.holds) {
            hold.reason.clear();
            hold.setBy.clear();
            hold.releasedBy.clear();
        }
    }

    Result<> setOwn(const QList<RecordingId> &recordings, const std::optional<OwnRetention> &before, const OwnRetention &after) const
    {
        if (Result<> may = require(recordings); !may)
            return may;
        for (const RecordingId recording : recordings) {
            if (Result<> set = setOwnRetention(connection, recording, before, after, actor, nowMs()); !set)
                return set;
        }
        return {};
    }

    Result<> hold(const QList<RecordingId> &recordings, const QString &reason) const
    {
        if (Result<> may = require(recordings); !may)
            return may;
        for (const RecordingId recording : recordings) {
            if (const Result<HoldId> held = insertHold(connection, recording, reason, actor, nowMs()); !held)
                return held.error();
        }
        return {};
    }

    Result<> release(HoldId hold) const
    {
        if (Result<> may = require(); !may) // before anything is told of it
            return may;
        const Result<RecordingId> recording = heldBy(connection, hold);
        if (!recording)
            return recording.error();
        const Result<> may = require({*recording});
        return may ? releaseHold(connection, hold, actor, nowMs()) : may;
    }

    Result<QList<LegalHold>> holdsInForce(int limit) const
    {
        if (Result<> may = require(); !may)
            return may.error();
        Result<QList<LegalHold>> holds = readHoldsInForce(connection, std::clamp(limit, 0, mostRows));
        if (!holds)
            return holds;
        for (LegalHold &hold : *holds) {
            if (require({hold.recording}))
                continue;
            hold.title.clear();
            hold.reason.clear();
        }
        return holds;
    }

    Result<> activate(ServerId server, std::optional<qint64> typed) const
    {
        if (Result<> may = require(); !may)
            return may;
        const Result<RetentionForecast> foreseen = makeActivation(connection, server, nowMs());
        if (Result<> known = readServerRetention(connection, server) ? Result<>() : Result<>(Error{ErrorKind::NotFound, u"no such server"_s, {}, {}}); !known)
            return known;
        if (Result<> fine = confirmed(foreseen, typed); !fine)
            return fine;
        if (Result<> kept = keepZone(); !kept)
            return kept;
        return switchRetention(connection, server, true, foreseen->count, actor, nowMs());
    }

    // From then on dates are this zone's, on whatever machine the catalog is.
    Result<> keepZone() const
    {
        const Result<QByteArray> stored = storedRetentionZone(connection);
        if (!stored)
            return stored.error();
        if (!stored->isEmpty())
            return {};
        const Result<QTimeZone> zone = retentionZone(connection);
        return zone ? setRetentionZone(connection, {}, zone->id(), actor, nowMs()) : Result<>(zone.error());
    }

    Result<> setTimeZone(const QByteArray &before, const QByteArray &after, std::optional<qint64> typed) const
    {
        if (Result<> may = require(); !may)
            return may;
        const QTimeZone zone(after);
        if (zone.isValid()) {
            if (Result<> fine = confirmed(makeZoneChange(connection, zone, nowMs()), typed); !fine)
                return fine;
        }
        const Result<QByteArray> stored = storedRetentionZone(connection);
        if (!stored)
            return stored.error();
        // The machine's own counts as stored where none is.
        const Result<QTimeZone> present = stored->isEmpty() ? retentionZone(connection) : Result<QTimeZone>(QTimeZone(*stored));
        if (present && stored->isEmpty() && present->id() == before)
            return setRetentionZone(connection, {}, after, actor, nowMs());
        return setRetentionZone(connection, before, after, actor, nowMs());
    }

    Result<QList<ForecastRow>> rows(const RetentionForecast &forecast, qsizetype from, int limit) const
    {
        const Result<> may = require();
        const Result<QString> visible = may ? this->visible() : Result<QString>(may.error());
        if (!visible)
            return visible.error();
        return readForecastRows(connection, forecast, from, std::clamp(limit, 0, mostRows), *visible);
    }

    Result<> exportForecast(const RetentionForecast &forecast, const QString &file) const
    {
        const Result<> may = require();
        const Result<QString> visible = may ? this->visible() : Result<QString>(may.error());
        if (!visible)
            return visible.error();
        QSaveFile out(file);
        if (!out.open(QIODevice::WriteOnly))
            return Error{ErrorKind::PermissionDenied, out.errorString(), file, {}};
        if (Result<> written = writeForecastCsv(connection, forecast, *visible, out); !written)
            return written;
        return out.commit() ? Result<>() : Result<>(Error{ErrorKind::DiskFull, out.errorString(), file, {}});
    }

    Result<QList<ForecastRow>> noticeRows(NoticeId notice, qsizetype from, int limit) const
    {
        const Result<> may = require();
        const Result<QString> visible = may ? this->visible() : Result<QString>(may.error());
        if (!visible)
            return visible.error();
        const Result<QList<ForecastItem>> items = readNoticeItems(connection, notice, from, std::clamp(limit, 0, mostRows));
        return items ? readForecastRows(connection, *items, {}, *visible) : Result<QList<ForecastRow>>(items.error());
    }

    Result<QList<DeletionItem>> planItems(DeletionPlanId plan, int from, int limit) const
    {
        const Result<> may = require();
        const Result<QString> visible = may ? this->visible() : Result<QString>(may.error());
        if (!visible)
            return visible.error();
        Result<QList<DeletionItem>> items = readDeletionItems(connection, plan, from, std::clamp(limit, 0, mostRows));
        if (!items || *visible == u"TRUE")
            return items;
        QList<ForecastItem> asked;
        for (const DeletionItem &item : *items) {
            ForecastItem one;
            one.recording = item.recording;
            asked += one;
        }
        const Result<QList<ForecastRow>> rows = readForecastRows(connection, asked, {}, *visible);
        if (!rows)
            return rows.error();
        for (qsizetype at = 0; at < items->size(); ++at) {
            // The recordID opens the playback of what is published.
            if (rows->at(at).externalId.isEmpty()) {
                (*items)[at].title.clear();
                (*items)[at].externalId.clear();
            }
        }
        return items;
    }
};

// f(Steps &) → Result<T>
template <typename F>
auto RetentionBook::reading(const Actor &actor, F f) const
{
    return m_database.read([book = *this, actor, f](Connection &connection) {
        return connection.transaction([&] {
            Steps steps{.connection = connection, .book = book, .actor = actor};
            return f(steps);
        });
    });
}

template <typename F>
auto RetentionBook::writing(const Actor &actor, F f) const
{
    return m_database.write([book = *this, actor, f](Connection &connection) {
        Steps steps{.connection = connection, .book = book, .actor = actor};
        return f(steps);
    });
}

QFuture<Result<QList<RetentionPolicy>>> RetentionBook::policies(const Actor &actor) const
{
    return reading(actor, [](Steps &steps) { return steps.allowed([&] { return readRetentionPolicies(steps.connection); }); });
}

QFuture<Result<RetentionForecast>> RetentionBook::previewPolicies(const Actor &actor, const QList<RetentionPolicy> &after) const
{
    return reading(actor, [after](Steps &steps) { return steps.previewPolicies(after); });
}

QFuture<Result<>> RetentionBook::setPolicies(const Actor &actor, const QList<RetentionPolicy> &before, const QList<RetentionPolicy> &after,
                                             std::optional<qint64> typed) const
{
    return writing(actor, [=](Steps &steps) { return steps.setPolicies(before, after, typed); });
}

QFuture<Result<RetentionExplanation>> RetentionBook::decisionFor(const Actor &actor, RecordingId recording) const
{
    return reading(actor, [recording](Steps &steps) { return steps.decisionFor(recording); });
}

QFuture<Result<>> RetentionBook::setOwn(const Actor &actor, const QList<RecordingId> &recordings, const std::optional<OwnRetention> &before,
                                        const OwnRetention &after) const
{
    return writing(actor, [=](Steps &steps) { return steps.setOwn(recordings, before, after); });
}

QFuture<Result<>> RetentionBook::hold(const Actor &actor, const QList<RecordingId> &recordings, const QString &reason) const
{
    return writing(actor, [=](Steps &steps) { return steps.hold(recordings, reason); });
}

QFuture<Result<>> RetentionBook::release(const Actor &actor, HoldId hold) const
{
    return writing(actor, [hold](Steps &steps) { return steps.release(hold); });
}

QFuture<Result<QList<LegalHold>>> RetentionBook::holdsInForce(const Actor &actor, int limit) const
{
    return reading(actor, [limit](Steps &steps) { return steps.holdsInForce(limit); });
}

QFuture<Result<QList<ServerRetention>>> RetentionBook::servers(const Actor &actor) const
{
    return reading(actor, [](Steps &steps) { return steps.allowed([&] { return readServerRetentions(steps.connection); }); });
}

QFuture<Result<RetentionForecast>> RetentionBook::previewActivation(const Actor &actor, ServerId server) const
{
    return reading(actor, [server](Steps &steps) {
        return steps.allowed([&] { return makeActivation(steps.connection, server, steps.nowMs()); });
    });
}

QFuture<Result<>> RetentionBook::activate(const Actor &actor, ServerId server, std::optional<qint64> typed) const
{
    return writing(actor, [=](Steps &steps) { return steps.activate(server, typed); });
}

QFuture<Result<>> RetentionBook::deactivate(const Actor &actor, ServerId server) const
{
    return writing(actor, [server](Steps &steps) {
        return steps.allowed([&] { return switchRetention(steps.connection, server, false, 0, steps.actor, steps.nowMs()); });
    });
}

QFuture<Result<>> RetentionBook::setParameters(const Actor &actor, ServerId server, const RetentionParameters &before,
                                               const RetentionParameters &after) const
{
    return writing(actor, [=](Steps &steps) {
        return steps.allowed([&] { return setRetentionParameters(steps.connection, server, before, after, steps.actor, steps.nowMs()); });
    });
}

QFuture<Result<QByteArray>> RetentionBook::timeZone(const Actor &actor) const
{
    return reading(actor, [](Steps &steps) {
        return steps.allowed([&]() -> Result<QByteArray> {
            const Result<QTimeZone> zone = retentionZone(steps.connection);
            return zone ? Result<QByteArray>(zone->id()) : Result<QByteArray>(zone.error());
        });
    });
}

QFuture<Result<>> RetentionBook::setTimeZone(const Actor &actor, const QByteArray &before, const QByteArray &after,
                                             std::optional<qint64> typed) const
{
    return writing(actor, [=](Steps &steps) { return steps.setTimeZone(before, after, typed); });
}

QFuture<Result<RetentionForecast>> RetentionBook::simulate(const Actor &actor, const ForecastRequest &request) const
{
    return reading(actor, [request](Steps &steps) {
        return steps.allowed([&] { return makeForecast(steps.connection, request, steps.nowMs()); });
    });
}

QFuture<Result<QList<ForecastRow>>> RetentionBook::forecastRows(const Actor &actor, const RetentionForecast &forecast, qsizetype from,
                                                                int limit) const
{
    return reading(actor, [=](Steps &steps) { return steps.rows(forecast, from, limit); });
}

QFuture<Result<RetentionCalendar>> RetentionBook::calendar(const Actor &actor, const ForecastRequest &request) const
{
    return reading(actor, [request](Steps &steps) { return steps.allowed([&] { return makeCalendar(steps.connection, request); }); });
}

QFuture<Result<>> RetentionBook::exportForecast(const Actor &actor, const RetentionForecast &forecast, const QString &file) const
{
    return reading(actor, [=](Steps &steps) { return steps.exportForecast(forecast, file); });
}

QFuture<Result<qint64>> RetentionBook::makeNotices(const Actor &actor) const
{
    return writing(actor, [](Steps &steps) {
        return steps.allowed([&] { return makeRetentionNotices(steps.connection, steps.actor, steps.nowMs()); });
    });
}

QFuture<Result<QList<RetentionNotice>>> RetentionBook::notices(const Actor &actor, bool withDismissed) const
{
    return reading(actor, [withDismissed](Steps &steps) {
        return steps.allowed([&] { return readRetentionNotices(steps.connection, withDismissed); });
    });
}

QFuture<Result<QList<ForecastRow>>> RetentionBook::noticeRows(const Actor &actor, NoticeId notice, qsizetype from, int limit) const
{
    return reading(actor, [=](Steps &steps) { return steps.noticeRows(notice, from, limit); });
}

QFuture<Result<>> RetentionBook::dismissNotice(const Actor &actor, NoticeId notice) const
{
    return writing(actor, [notice](Steps &steps) {
        return steps.allowed([&] { return dismissRetentionNotice(steps.connection, notice, steps.actor, steps.nowMs()); });
    });
}

QFuture<Result<DeletionPlan>> RetentionBook::makePlan(const Actor &actor, ServerId server) const
{
    return writing(actor, [server](Steps &steps) {
        return steps.allowed([&] { return makeRetentionPlan(steps.connection, steps.check(server), steps.actor); });
    });
}

QFuture<Result<QList<DeletionPlan>>> RetentionBook::plans(const Actor &actor, std::optional<ServerId> server, int limit) const
{
    return reading(actor, [=](Steps &steps) {
        return steps.allowed([&] { return readDeletionPlans(steps.connection, server, std::clamp(limit, 0, mostRows)); });
    });
}

QFuture<Result<QList<DeletionItem>>> RetentionBook::planItems(const Actor &actor, DeletionPlanId plan, int from, int limit) const
{
    return reading(actor, [=](Steps &steps) { return steps.planItems(plan, from, limit); });
}

QFuture<Result<>> RetentionBook::discardPlan(const Actor &actor, DeletionPlanId plan) const
{
    return writing(actor, [plan](Steps &steps) {
        return steps.allowed([&] { return discardDeletionPlan(steps.connection, plan, steps.actor, steps.nowMs()); });
    });
}

QFuture<Result<>> RetentionBook::confirmPlan(const Actor &actor, DeletionPlanId plan, std::optional<qint64> typed) const
{
    return writing(actor, [=](Steps &steps) {
        return steps.allowed([&] { return confirmDeletionPlan(steps.connection, plan, typed, steps.actor, steps.nowMs()); });
    });
}

QFuture<Result<>> RetentionBook::approvePlan(const Actor &actor, DeletionPlanId plan) const
{
    return writing(actor, [plan](Steps &steps) {
        return steps.allowed([&] { return approveDeletionPlan(steps.connection, plan, steps.actor, steps.nowMs()); });
    });
}

QFuture<Result<QList<RetentionGuard>>> RetentionBook::guards(const Actor &actor, ServerId server) const
{
    return reading(actor, [server](Steps &steps) {
        return steps.allowed([&] { return retentionGuards(steps.connection, steps.check(server)); });
    });
}

QFuture<Result<QList<TrashedRecording>>> RetentionBook::trash(const Actor &actor, std::optional<ServerId> server, int from, int limit) const
{
    return reading(actor, [=](Steps &steps) {
        return steps.allowed([&]() -> Result<QList<TrashedRecording>> {
            const Result<QString> visible = steps.visible();
            return visible ? readTrash(steps.connection, server, from, std::clamp(limit, 0, mostRows), *visible)
                           : Result<QList<TrashedRecording>>(visible.error());
        });
    });
}

QFuture<Result<QList<CertificateEntry>>> RetentionBook::certificateList(const Actor &actor, int from, int limit) const
{
    return reading(actor, [=](Steps &steps) {
        return steps.allowed([&]() -> Result<QList<CertificateEntry>> {
            const Result<QString> visible = steps.visible();
            return visible ? readCertificates(steps.connection, from, std::clamp(limit, 0, mostRows), *visible)
                           : Result<QList<CertificateEntry>>(visible.error());
        });
    });
}

QFuture<Result<IssuedCertificate>> RetentionBook::certificate(const Actor &actor, const QByteArray &sha256) const
{
    return reading(actor, [=](Steps &steps) {
        return steps.allowed([&]() -> Result<IssuedCertificate> {
            const Result<StoredCertificate> stored = readCertificate(steps.connection, sha256);
            const Result<> may = stored ? steps.require({stored->recording}) : Result<>(stored.error());
            return may ? Result<IssuedCertificate>(stored->issued) : Result<IssuedCertificate>(may.error());
        });
    });
}

} // namespace letopis
