#include "ui/pages/audit/auditeventmodel.h"

#include "core/base/clock.h"
#include "core/base/whendone.h"
#include "core/workspace/audittrail.h"
#include "core/workspace/workspace.h"
#include "ui/pages/audit/auditnamebook.h"
#include "ui/text/auditdetails.h"
#include "ui/text/dates.h"
#include "ui/widgets/textlabel.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype longestCell = 300;
}

QString auditTimeText(qint64 atMs)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(atMs, Qt::UTC);
    //: A time: the local one, and UTC
    return AuditEventModel::tr("%1 (UTC: %2)").arg(utc.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s), utc.toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s));
}

AuditEventModel::AuditEventModel(Workspace &workspace, Actor actor, const Clock &clock, AuditNameBook &names, QObject *parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
    , m_actor(std::move(actor))
    , m_clock(clock)
    , m_names(names)
{
    connect(&names, &AuditNameBook::changed, this, [this] {
        if (!m_entries.isEmpty())
            Q_EMIT dataChanged(index(0, What), index(rowCount() - 1, Change));
    });
}

void AuditEventModel::setQuery(const AuditQuery &query)
{
    if (m_query == query && m_phase != Phase::Failed && m_generation > 0)
        return;
    m_query = query;
    reload();
}

void AuditEventModel::reload()
{
    m_phase = Phase::Loading;
    m_error.reset();
    Q_EMIT phaseChanged();
    whenDone(m_workspace.audit().page(m_actor, m_query, 0, pageSize), this, [this, generation = ++m_generation](const Result<AuditPage> &page) {
        if (generation == m_generation)
            onFirstPage(page);
    });
}

void AuditEventModel::onFirstPage(const Result<AuditPage> &page)
{
    beginResetModel();
    m_isFetching = false;
    m_readsNewer = false;
    m_entries = page ? page->entries : QList<AuditEntry>();
    m_next = page ? page->next : 0;
    m_headSequence = page ? page->headSequence : m_headSequence;
    endResetModel();
    m_phase = page ? Phase::Ready : Phase::Failed;
    if (page)
        m_names.ask(m_entries);
    else
        m_error = page.error();
    Q_EMIT phaseChanged();
    Q_EMIT pageRead();
}

bool AuditEventModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next > 0 && !m_isFetching && m_phase == Phase::Ready;
}

void AuditEventModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isFetching = true;
    whenDone(m_workspace.audit().page(m_actor, m_query, m_next, pageSize), this, [this, generation = m_generation](const Result<AuditPage> &page) {
        if (generation != m_generation)
            return;
        m_isFetching = false;
        if (!page) { // it does not end here
            m_error = page.error();
            Q_EMIT furtherPageFailed();
            return;
        }
        m_error.reset();
        m_next = page->next;
        if (!page->entries.isEmpty()) {
            const auto first = static_cast<int>(m_entries.size());
            beginInsertRows({}, first, first + static_cast<int>(page->entries.size()) - 1);
            m_entries += page->entries;
            endInsertRows();
            m_names.ask(page->entries);
        }
        Q_EMIT pageRead();
    });
}

void AuditEventModel::readNewer()
{
    if (m_phase != Phase::Ready || m_readsNewer)
        return;
    if (m_entries.isEmpty())
        return reload();
    m_readsNewer = true;
    AuditQuery query = m_query;
    query.order = AuditQuery::Order::OldestFirst;
    const qint64 newest = m_entries.constFirst().event.sequence;
    whenDone(m_workspace.audit().page(m_actor, query, newest, pageSize), this, [this, generation = m_generation](const Result<AuditPage> &page) {
        if (generation == m_generation)
            onNewer(page);
    });
}

void AuditEventModel::onNewer(const Result<AuditPage> &page)
{
    m_readsNewer = false;
    if (!page)
        return; // what is shown is still true
    m_headSequence = page->headSequence;
    if (!page->entries.isEmpty()) {
        beginInsertRows({}, 0, static_cast<int>(page->entries.size()) - 1);
        for (const AuditEntry &entry : page->entries)
            m_entries.prepend(entry);
        endInsertRows();
        m_names.ask(page->entries);
    }
    Q_EMIT pageRead();
    if (page->next > 0)
        readNewer();
}

int AuditEventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int AuditEventModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AuditEventModel::text(const AuditEntry &entry, int column) const
{
    switch (column) {
    case When: return relativeDate(QDateTime::fromMSecsSinceEpoch(entry.event.atMs, Qt::UTC), m_clock.now());
    case Who: return auditActorText(entry.event);
    case What: return auditSentence(entry.event, m_names.names());
    case Recording:
        if (!entry.event.recording.isValid())
            return {};
        return entry.recordingTitle.isEmpty() ? tr("Untitled") : entry.recordingTitle;
    case Change: return auditChangeText(auditFacts(entry.event, m_names.names()));
    case Program: return auditProgramText(entry.event);
    default: return {};
    }
}

QString AuditEventModel::toolTip(const AuditEntry &entry, int column) const
{
    if (column == When)
        return auditTimeText(entry.event.atMs);
    const QString whole = text(entry, column);
    return column == Change ? QString(whole).replace(u"; "_s, u"\n"_s) : whole;
}

QVariant AuditEventModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const AuditEntry &one = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(one, index.column()).left(longestCell).simplified();
    case Qt::ToolTipRole: return plainToolTip(toolTip(one, index.column()).left(4000));
    default: return {};
    }
}

QVariant AuditEventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When: return tr("When");
    case Who: return tr("Who");
    case What: return tr("What");
    case Recording: return tr("Recording");
    case Change: return tr("Before → after");
    case Program: return tr("Program, computer");
    default: return {};
    }
}

} // namespace letopis
