#include "tests/support/fakeworkspace.h"

#include "core/base/whendone.h"

#include <QTimer>

#include <algorithm>

namespace letopis::test {

using namespace Qt::Literals::StringLiterals;

namespace {

bool contains(const RecordingDetails &details, const QList<Participant> &people, const QString &word)
{
    const auto has = [&word](const QString &text) { return text.contains(word, Qt::CaseInsensitive); };
    if (has(details.row.title) || has(details.description) || has(details.row.meetingName) || has(details.name))
        return true;
    if (std::any_of(people.begin(), people.end(), [&](const Participant &person) { return has(person.name); }))
        return true;
    return std::any_of(details.metadata.begin(), details.metadata.end(), [&](const auto &pair) { return has(pair.second); });
}

// Three-way comparison of one column.
int compare(const RecordingRow &a, const RecordingRow &b, RecordingColumn column)
{
    const auto numbers = [](qint64 x, qint64 y) { return x < y ? -1 : x > y ? 1 : 0; };
    switch (column) {
    case RecordingColumn::Title: return QString::compare(a.title, b.title, Qt::CaseInsensitive);
    case RecordingColumn::Meeting: return QString::compare(a.meetingName, b.meetingName, Qt::CaseInsensitive);
    case RecordingColumn::Server: return QString::compare(a.serverName, b.serverName, Qt::CaseInsensitive);
    case RecordingColumn::StartedAt: return numbers(a.startedAt.toMSecsSinceEpoch(), b.startedAt.toMSecsSinceEpoch());
    case RecordingColumn::Duration: return numbers(a.durationMs, b.durationMs);
    case RecordingColumn::Participants: return numbers(a.participantCount, b.participantCount);
    case RecordingColumn::Formats: return a.formats.join(u' ').compare(b.formats.join(u' '));
    case RecordingColumn::Size: return numbers(a.sizeBytes, b.sizeBytes);
    case RecordingColumn::State: return numbers(static_cast<int>(a.state), static_cast<int>(b.state));
    }
    return 0;
}

} // namespace

FakeWorkspace::FakeWorkspace(QObject *parent) : Workspace(parent)
{
    m_connectionReport.api = Result<ApiIdentity>(ApiIdentity{u"2.0"_s, u"2.7.3"_s, false, ChecksumAlgorithm::Sha256});
}

RecordingId FakeWorkspace::addEntry(Entry entry)
{
    const RecordingId id{m_nextId++};
    entry.details.row.id = id;
    if (entry.details.row.externalId.isEmpty())
        entry.details.row.externalId = u"rec-%1"_s.arg(id.value);
    if (ConferenceServer *home = server(entry.details.row.server))
        entry.details.row.serverName = home->name;
    m_entries.insert(id, std::move(entry));
    return id;
}

FakeWorkspace::Entry *FakeWorkspace::entry(RecordingId id)
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : &*found;
}

void FakeWorkspace::removeEntry(RecordingId id)
{
    m_entries.remove(id);
}

ServerId FakeWorkspace::putServer(ConferenceServer server)
{
    if (!server.id.isValid())
        server.id = ServerId{m_nextId++};
    m_servers.insert(server.id, server);
    return server.id;
}

ConferenceServer *FakeWorkspace::server(ServerId id)
{
    const auto found = m_servers.find(id);
    return found == m_servers.end() ? nullptr : &*found;
}

void FakeWorkspace::failNext(const QString &call, Error error)
{
    m_failures.insert(call, std::move(error));
}

void FakeWorkspace::setHoldsAnswers(bool holds)
{
    m_holdsAnswers = holds;
    if (holds)
        return;
    std::deque<std::function<void()>> held;
    held.swap(m_held);
    for (const auto &deliverNow : held)
        deliverNow();
}

void FakeWorkspace::releaseAnswer(int index)
{
    const auto held = m_held.begin() + index;
    const std::function<void()> deliverNow = *held;
    m_held.erase(held);
    deliverNow();
}

void FakeWorkspace::deliver(std::function<void()> answer)
{
    if (m_holdsAnswers)
        m_held.push_back(std::move(answer));
    else
        QTimer::singleShot(0, this, std::move(answer));
}

QList<RecordingRow> FakeWorkspace::matching(const RecordingQuery &query) const
{
    QList<RecordingRow> rows;
    const QStringList words = QString(query.search).remove(u'"').split(u' ', Qt::SkipEmptyParts);
    for (const Entry &entry : m_entries) {
        const RecordingRow &row = entry.details.row;
        const bool hasFormat = query.formats.isEmpty()
            || std::any_of(query.formats.begin(), query.formats.end(), [&](const QString &f) { return row.formats.contains(f); });
        const bool fits = (!query.server || row.server == *query.server) && hasFormat
            && (query.states.isEmpty() || query.states.contains(row.state)) && (!query.onlyNew || row.isNew)
            && (!query.folder || m_folders.isIn(row.id, *query.folder, query.withFoldersBelow))
            && (!query.visibleTo || m_access.sees(*query.visibleTo, row.id))
            && (!query.since.isValid() || row.startedAt >= query.since) && (!query.until.isValid() || row.startedAt < query.until)
            && std::all_of(words.begin(), words.end(), [&](const QString &word) {
                   return contains(entry.details, entry.participants, word);
               });
        if (fits)
            rows.append(row);
    }
    std::stable_sort(rows.begin(), rows.end(), [&query](const RecordingRow &a, const RecordingRow &b) {
        const int order = compare(a, b, query.sort);
        if (order == 0)
            return query.order == Qt::AscendingOrder ? a.id < b.id : b.id < a.id;
        return query.order == Qt::AscendingOrder ? order < 0 : order > 0;
    });
    return rows;
}

QFuture<Result<RecordingPage>> FakeWorkspace::recordings(const Actor &, const RecordingQuery &query, const QByteArray &after,
                                                         int limit)
{
    m_lastQuery = query;
    return answer<RecordingPage>(u"recordings"_s, [&]() -> Result<RecordingPage> {
        const QList<RecordingRow> rows = matching(query);
        qsizetype from = 0;
        if (!after.isEmpty()) {
            const RecordingId last{after.toLongLong()};
            const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto &row) { return row.id == last; });
            from = found - rows.begin() + (found == rows.end() ? 0 : 1);
        }
        RecordingPage page;
        page.rows = rows.mid(from, limit);
        if (from + page.rows.size() < rows.size())
            page.next = QByteArray::number(page.rows.last().id.value);
        return page;
    });
}

QFuture<Result<qint64>> FakeWorkspace::countRecordings(const Actor &, const RecordingQuery &query)
{
    return answer<qint64>(u"countRecordings"_s, [&]() -> Result<qint64> { return qint64(matching(query).size()); });
}

QFuture<Result<RecordingDetails>> FakeWorkspace::recording(const Actor &, RecordingId id)
{
    return answer<RecordingDetails>(u"recording"_s, [&]() -> Result<RecordingDetails> {
        if (const Entry *found = entry(id))
            return found->details;
        return Error{ErrorKind::NotFound, {}, {}, {}};
    });
}

QFuture<Result<RecordingId>> FakeWorkspace::findRecording(const Actor &, const QString &text)
{
    return answer<RecordingId>(u"findRecording"_s, [&]() -> Result<RecordingId> {
        for (const Entry &entry : m_entries) {
            if (entry.details.row.externalId == text || QString::number(entry.details.row.id.value) == text)
                return entry.details.row.id;
        }
        return Error{ErrorKind::NotFound, {}, text, {}};
    });
}

QFuture<Result<QList<Participant>>> FakeWorkspace::participants(const Actor &, RecordingId id)
{
    return answer<QList<Participant>>(u"participants"_s, [&]() -> Result<QList<Participant>> {
        const Entry *found = entry(id);
        return found ? found->participants : QList<Participant>{};
    });
}

QFuture<Result<QList<TimelineEntry>>> FakeWorkspace::timeline(const Actor &, RecordingId id)
{
    return answer<QList<TimelineEntry>>(u"timeline"_s, [&]() -> Result<QList<TimelineEntry>> {
        const Entry *found = entry(id);
        return found ? found->timeline : QList<TimelineEntry>{};
    });
}

QFuture<Result<QStringList>> FakeWorkspace::knownFormats(const Actor &)
{
    return answer<QStringList>(u"knownFormats"_s, [&]() -> Result<QStringList> {
        QStringList formats;
        for (const Entry &entry : m_entries)
            formats += entry.details.row.formats;
        formats.removeDuplicates();
        formats.sort();
        return formats;
    });
}

QFuture<Result<>> FakeWorkspace::markSeen(const Actor &, RecordingId id)
{
    if (Entry *found = entry(id); found && found->details.row.isNew) {
        found->details.row.isNew = false;
        deliver([this, change = CatalogChange{found->details.row.server, {}, {id}, false}] { Q_EMIT catalogChanged(change); });
    }
    return answer<void>(u"markSeen"_s, []() -> Result<> { return {}; });
}

QFuture<Result<QList<ConferenceServer>>> FakeWorkspace::servers(const Actor &)
{
    return answer<QList<ConferenceServer>>(u"servers"_s, [&]() -> Result<QList<ConferenceServer>> {
        QList<ConferenceServer> shown;
        for (const ConferenceServer &server : m_servers) {
            if (!server.isRemoved)
                shown.append(server);
        }
        return shown;
    });
}

QFuture<Result<QList<ConferenceServer>>> FakeWorkspace::serversOfCatalog(const Actor &)
{
    return answer<QList<ConferenceServer>>(u"serversOfCatalog"_s, [&]() -> Result<QList<ConferenceServer>> { return m_servers.values(); });
}

QFuture<Result<ConnectionReport>> FakeWorkspace::checkConnection(const Actor &, const ConferenceServer &draft,
                                                                 const ServerCredentials &credentials, std::stop_token)
{
    m_lastServer = draft;
    m_lastCredentials = credentials;
    return answer<ConnectionReport>(u"checkConnection"_s, [&]() -> Result<ConnectionReport> { return m_connectionReport; });
}

QFuture<Result<ConnectionReport>> FakeWorkspace::checkServer(const Actor &, ServerId id, const QByteArray &acceptHostKeySha256,
                                                             std::stop_token)
{
    m_lastCredentials = {};
    m_lastCredentials.acceptHostKeySha256 = acceptHostKeySha256;
    return answer<ConnectionReport>(u"checkServer"_s, [&]() -> Result<ConnectionReport> {
        return server(id) ? Result<ConnectionReport>(m_connectionReport) : Error{ErrorKind::NotFound, {}, {}, {}};
    });
}

QFuture<Result<ServerId>> FakeWorkspace::addServer(const Actor &, const ConferenceServer &server,
                                                   const ServerCredentials &credentials)
{
    m_lastServer = server;
    m_lastCredentials = credentials;
    return answer<ServerId>(u"addServer"_s, [&]() -> Result<ServerId> {
        const bool isTaken = std::any_of(m_servers.begin(), m_servers.end(), [&](const ConferenceServer &other) {
            return !other.isRemoved && other.name == server.name;
        });
        if (isTaken)
            return Error{ErrorKind::AlreadyExists, {}, server.name, {}};
        const ServerId id = putServer(server);
        deliver([this] { Q_EMIT serversChanged(); });
        return id;
    });
}

QFuture<Result<>> FakeWorkspace::updateServer(const Actor &, const ConferenceServer &server,
                                              const ServerCredentials &credentials)
{
    m_lastServer = server;
    m_lastCredentials = credentials;
    return answer<void>(u"updateServer"_s, [&]() -> Result<> {
        if (!m_servers.contains(server.id))
            return Error{ErrorKind::NotFound, {}, server.name, {}};
        putServer(server);
        deliver([this] { Q_EMIT serversChanged(); });
        return {};
    });
}

QFuture<Result<>> FakeWorkspace::removeServer(const Actor &, ServerId id)
{
    return answer<void>(u"removeServer"_s, [&]() -> Result<> {
        ConferenceServer *found = server(id);
        if (!found)
            return Error{ErrorKind::NotFound, {}, {}, {}};
        found->isRemoved = true;
        deliver([this] { Q_EMIT serversChanged(); });
        return {};
    });
}

QFuture<Result<>> FakeWorkspace::grantTlsException(const Actor &, ServerId id, const TlsException &exception)
{
    return answer<void>(u"grantTlsException"_s, [&]() -> Result<> {
        ConferenceServer *found = server(id);
        if (!found)
            return Error{ErrorKind::NotFound, {}, {}, {}};
        found->tlsExceptions.append(exception);
        deliver([this] { Q_EMIT serversChanged(); });
        return {};
    });
}

QFuture<Result<>> FakeWorkspace::revokeTlsException(const Actor &, ServerId id, const QByteArray &sha256)
{
    return answer<void>(u"revokeTlsException"_s, [&]() -> Result<> {
        ConferenceServer *found = server(id);
        if (!found)
            return Error{ErrorKind::NotFound, {}, {}, {}};
        found->tlsExceptions.removeIf([&](const TlsException &exception) { return exception.sha256 == sha256; });
        deliver([this] { Q_EMIT serversChanged(); });
        return {};
    });
}

QFuture<Result<>> FakeWorkspace::checkSecretStore(const Actor &)
{
    return answer<void>(u"checkSecretStore"_s, [&]() -> Result<> {
        if (m_secretStoreError && !m_usesSecretFile)
            return *m_secretStoreError;
        return {};
    });
}

QFuture<Result<>> FakeWorkspace::useSecretFile(const Actor &)
{
    m_usesSecretFile = true;
    return answer<void>(u"useSecretFile"_s, []() -> Result<> { return {}; });
}

QString FakeWorkspace::secretStoreDescription() const
{
    return m_usesSecretFile ? u"/home/anna/.local/share/letopis/secrets"_s : u"GNOME Keyring"_s;
}

JobId FakeWorkspace::startSync(const Actor &, ServerId id)
{
    m_calls.append(u"startSync"_s);
    return startFakeJob(JobKind::Sync, id);
}

JobId FakeWorkspace::startFakeJob(JobKind kind, ServerId id, const QString &subject)
{
    for (const JobStatus &job : std::as_const(m_jobs)) {
        if (job.kind == kind && job.server == id && job.state != Job::State::Finished)
            return job.id;
    }
    JobStatus status;
    status.id = JobId{m_nextId++};
    status.kind = kind;
    status.server = id;
    status.subject = subject.isEmpty() && server(id) ? server(id)->name : subject;
    status.state = Job::State::Running;
    status.startedAt = QDateTime::currentDateTimeUtc();
    setJob(status);
    return status.id;
}

JobId FakeWorkspace::startDownload(const Actor &, RecordingId id, const QString &format, const QString &localFile)
{
    m_calls.append(u"startDownload %1 %2"_s.arg(format, localFile));
    JobStatus status;
    status.id = JobId{m_nextId++};
    status.kind = JobKind::Download;
    status.server = entry(id) ? entry(id)->details.row.server : ServerId{};
    status.subject = localFile.section(u'/', -1);
    status.state = Job::State::Running;
    status.progress.unit = ProgressUnit::Bytes;
    status.startedAt = QDateTime::currentDateTimeUtc();
    setJob(status);
    return status.id;
}

void FakeWorkspace::setJob(const JobStatus &status)
{
    m_jobs.insert(status.id, status);
    Q_EMIT jobChanged(status);
}

void FakeWorkspace::finishJob(JobId id, const std::optional<Error> &error, const std::optional<SyncReport> &report)
{
    JobStatus status = m_jobs.value(id);
    status.id = id;
    status.state = Job::State::Finished;
    status.error = error;
    status.report = report;
    status.canRetry = error.has_value();
    status.finishedAt = QDateTime::currentDateTimeUtc();
    setJob(status);
}

QList<JobStatus> FakeWorkspace::jobs(const Actor &actor) const
{
    QList<JobStatus> own = m_jobs.values();
    own.removeIf([&actor](const JobStatus &job) { return !mayFollow(actor, job); });
    return own;
}

void FakeWorkspace::cancelJob(const Actor &, JobId id)
{
    m_calls.append(u"cancelJob"_s);
    JobStatus status = m_jobs.value(id);
    status.isCancelling = true;
    setJob(status);
    deliver([this, id] { finishJob(id, Error{ErrorKind::Cancelled, {}, {}, {}}); });
}

void FakeWorkspace::retryJob(const Actor &, JobId id)
{
    m_calls.append(u"retryJob"_s);
    JobStatus status = m_jobs.value(id);
    status.state = Job::State::Running;
    status.error.reset();
    status.isCancelling = false;
    status.canRetry = false;
    setJob(status);
}

void FakeWorkspace::dismissJob(const Actor &, JobId id)
{
    m_calls.append(u"dismissJob"_s);
    if (m_jobs.remove(id) > 0)
        Q_EMIT jobDismissed(id);
}

QFuture<Result<MediaSource>> FakeWorkspace::openMedia(const Actor &, RecordingId id, const QString &format)
{
    return answer<MediaSource>(u"openMedia"_s, [&]() -> Result<MediaSource> {
        if (m_openMedia)
            return m_openMedia(id, format);
        return Error{ErrorKind::NotFound, {}, {}, {}};
    });
}

} // namespace letopis::test
