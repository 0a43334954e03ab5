#include "core/journal/profileanchor.h"

#include "core/base/durablefile.h"
#include "core/journal/auditfiles.h"
#include "core/storage/auditchain.h"
#include "core/storage/auditnotes.h"
#include "core/storage/auditrepository.h"
#include "core/storage/restoremark.h"

#include <QSaveFile>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<> writeAnchor(const QString &path, const AuditAnchor &anchor)
{
    QSaveFile file(path); // several programs may keep one at once
    const QByteArray text = anchorText(anchor);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return writeError(file);
    return {};
}

Result<AuditAnchor> headOf(Connection &connection, qint64 nowMs)
{
    const Result<AuditHead> head = readAuditHead(connection);
    const Result<QString> uuid = catalogUuid(connection);
    if (!head || !uuid)
        return head ? uuid.error() : head.error();
    return AuditAnchor{*uuid, head->sequence, head->hash, nowMs, {}, {}};
}

// An anchor that cannot be read is no reason to trust: somebody has had a hand in the profile.
Result<CatalogAgeReport> compared(Connection &connection, const QString &anchorFile)
{
    CatalogAgeReport report;
    Result<ChainReader> chain = ChainReader::on(connection);
    if (!chain)
        return chain.error();
    const Result<ChainOutline> outline = chain->outline();
    if (!outline)
        return outline.error();
    report.headSequence = outline->last;
    const Result<AuditAnchor> seen = readAnchorFile(anchorFile);
    if (!seen && seen.error().kind == ErrorKind::NotFound) {
        report.age = CatalogAge::NoAnchor;
        return report;
    }
    if (!seen) {
        report.age = CatalogAge::Branched;
        return report;
    }
    report.seen = *seen;
    bool isThere = false;
    const Result<std::optional<AuditBreak>> differs = chain->compare(*seen, *outline, isThere);
    if (!differs)
        return differs.error();
    if (*differs)
        report.age = (*differs)->kind == AuditBreakKind::CutOff ? CatalogAge::Older : CatalogAge::Branched;
    return report;
}

Result<AuditAnchor> accept(Connection &connection, const Actor &actor, const QJsonObject &details, qint64 nowMs)
{
    if (Result<> noted = noteEvent(connection, actor, {u"catalog.restored"_s, {}, details}, nowMs); !noted)
        return noted.error();
    return headOf(connection, nowMs);
}

} // namespace

Result<CatalogAgeReport> catalogAge(const QString &anchorFile, const QString &catalogFile)
{
    const Result<std::unique_ptr<Connection>> connection = Connection::open(catalogFile, ConnectionMode::ReadOnly, {});
    return connection ? compared(**connection, anchorFile) : Result<CatalogAgeReport>(connection.error());
}

Result<CatalogAgeReport> rememberHead(const QString &anchorFile, const QString &catalogFile, qint64 nowMs)
{
    const Result<std::unique_ptr<Connection>> connection = Connection::open(catalogFile, ConnectionMode::ReadOnly, {});
    if (!connection)
        return connection.error();
    const Result<CatalogAgeReport> report = compared(**connection, anchorFile);
    if (!report || !report->isTrustworthy() || report->headSequence == 0)
        return report;
    const Result<AuditAnchor> head = headOf(**connection, nowMs);
    if (!head)
        return head.error();
    // What stands there is as good, and the disk is spared.
    if (report->seen && report->seen->sequence == head->sequence)
        return report;
    const Result<> written = writeAnchor(anchorFile, *head);
    return written ? report : Result<CatalogAgeReport>(written.error());
}

Result<AuditAnchor> acceptCatalog(Database &database, const Actor &actor, const QString &anchorFile, const QJsonObject &details, qint64 nowMs)
{
    const Result<AuditAnchor> head =
        waitFor(database.writeDurably([=](Connection &connection) { return accept(connection, actor, details, nowMs); }));
    if (!head)
        return head;
    const Result<> written = writeAnchor(anchorFile, *head);
    return written ? head : Result<AuditAnchor>(written.error());
}

Result<bool> acceptRestored(Database &database, const Actor &actor, const QString &anchorFile, qint64 nowMs)
{
    const std::optional<RestoreMark> mark = readRestoreMark(database.path());
    if (!mark)
        return false;
    const Result<AuditHead> head = waitFor(database.read([](Connection &connection) { return readAuditHead(connection); }));
    if (!head)
        return head.error();
    // The mark is written before the catalog takes its place: where that failed, the catalog is another.
    const bool isThis = head->sequence == mark->auditEvents && head->hash == mark->auditHead;
    if (isThis) {
        const QJsonObject details{{u"backupMadeAt"_s, QDateTime::fromMSecsSinceEpoch(mark->backupAtMs, Qt::UTC).toString(Qt::ISODate)},
                                  {u"events"_s, mark->auditEvents}};
        if (const Result<AuditAnchor> accepted = acceptCatalog(database, actor, anchorFile, details, nowMs); !accepted)
            return accepted.error();
    }
    removeRestoreMark(database.path());
    return isThis;
}

} // namespace letopis
