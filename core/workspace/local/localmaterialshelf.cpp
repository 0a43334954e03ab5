#include "core/workspace/local/localmaterialshelf.h"

#include <QDir>
#include <QFileInfo>
#include <QMimeDatabase>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Result<MaterialVersion> takeIn(const FileStore &store, const QString &localFile, ProgressCounters &progress,
                               const std::stop_token &stop)
{
    const Result<StoredContent> content = store.put(localFile, progress, stop);
    if (!content)
        return content.error();
    MaterialVersion version;
    version.fileName = QFileInfo(localFile).fileName();
    version.sizeBytes = content->sizeBytes;
    version.sha256 = content->sha256;
    version.mimeType = QMimeDatabase().mimeTypeForFile(localFile).name();
    return version;
}

// Every file becomes a material of its own, but those that did so in an earlier attempt. One that cannot be read does not stop
// the others.
struct Adding
{
    MaterialRepository materials;
    Actor actor;
    RecordingId recording;
    QStringList files;
    std::shared_ptr<QSet<qsizetype>> added; // one attempt at a time

    Result<> run(ProgressCounters &progress, MaterialsFeed &feed, const std::stop_token &stop)
    {
        if (const auto place = waitFor(materials.place(recording)); !place)
            return place.error();
        std::optional<Error> problem;
        for (qsizetype i = 0; i < files.size(); ++i) {
            if (added->contains(i))
                continue;
            const Result<> done = addOne(files[i], progress, stop);
            if (done) {
                added->insert(i);
                feed.add(recording);
            } else if (done.error().kind == ErrorKind::Cancelled) {
                return done;
            } else if (!problem) {
                problem = done.error();
            }
        }
        return problem ? Result<>(*problem) : Result<>();
    }

    Result<> addOne(const QString &file, ProgressCounters &progress, const std::stop_token &stop)
    {
        const Result<MaterialVersion> version = takeIn(materials.store(), file, progress, stop);
        if (!version)
            return version.error();
        const auto row = waitFor(materials.add(actor, recording, *version));
        return row ? Result<>() : Result<>(row.error());
    }
};

const MaterialVersion *versionOf(const Material &material, int number)
{
    const auto found = std::find_if(material.versions.begin(), material.versions.end(),
                                    [number](const MaterialVersion &one) { return one.number == number; });
    return found == material.versions.end() ? nullptr : &*found;
}

// What somebody threw away is for who may throw away.
Capability trashed(Capability capability)
{
    return capability == Capability::DownloadRecording ? Capability::EditMaterials : capability;
}

Error noSuchVersion(const Material &material, int number)
{
    return {ErrorKind::NotFound, u"no version %1"_s.arg(number), material.name, {}};
}

// Whether the store has it whole. One that somebody wrote into counts as lost, where the server has it.
Result<bool> isStored(MaterialRepository &materials, const MaterialVersion &version, ProgressCounters &progress,
                      const std::stop_token &stop)
{
    const FileStore &store = materials.store();
    if (version.localFile.isEmpty() || !store.has(version.sha256, version.sizeBytes))
        return false;
    const Result<> verified = store.verify(version.sha256, progress, stop);
    if (verified)
        return true;
    if (verified.error().kind != ErrorKind::ContentMismatch || !version.isOnServer)
        return verified.error();
    store.remove(version.sha256);
    const Result<> marked = waitFor(materials.markLocal(version.sha256, false));
    return marked ? Result<bool>(false) : Result<bool>(marked.error());
}

Result<QString> openableCopy(MaterialRepository &materials, MaterialId id, int number)
{
    const Result<StoredMaterial> stored = waitFor(materials.stored(id));
    if (!stored)
        return stored.error();
    const MaterialVersion *version = versionOf(stored->material, number);
    if (!version)
        return noSuchVersion(stored->material, number);
    ProgressCounters progress;
    const Result<bool> isThere = isStored(materials, *version, progress, {});
    if (!isThere)
        return isThere.error();
    if (!*isThere)
        return Error{ErrorKind::NotFound, u"it has to be fetched first"_s, version->fileName, {}};
    return materials.store().openable(version->sha256, version->fileName);
}
} // namespace

LocalMaterialShelf::LocalMaterialShelf(Parts parts, QObject *parent)
    : MaterialShelf(parent)
    , m_parts(std::move(parts))
    , m_gate(m_parts.access, this)
    , m_materials(m_parts.materials)
    , m_pauses(m_parts.clock)
{
    connect(&m_parts.runner, &JobRunner::changed, this, &LocalMaterialShelf::onJobChanged);
    m_soon.setSingleShot(true);
    m_soon.setInterval(1s);
    m_regularly.setInterval(30s);
    connect(&m_soon, &QTimer::timeout, this, &LocalMaterialShelf::exchangeDue);
    connect(&m_regularly, &QTimer::timeout, this, &LocalMaterialShelf::exchangeDue);
    if (m_parts.exchangesByItself)
        m_regularly.start();
}

QFuture<Result<>> LocalMaterialShelf::require(const Actor &actor, Capability capability, MaterialId id)
{
    auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    const auto answer = [promise](const Result<> &result) {
        promise->addResult(result);
        promise->finish();
    };
    whenDone(m_materials.material(id), this, [=, this](const Result<Material> &material) {
        const bool isUnknown = !material && material.error().kind == ErrorKind::NotFound && actor.kind != ActorKind::Owner;
        if (!material && !isUnknown)
            answer(material.error());
        else
            whenDone(m_gate.access().require(actor, isUnknown || !material->isTrashed ? capability : trashed(capability),
                                             {isUnknown ? RecordingId() : material->recording}),
                     this, answer);
    });
    return promise->future();
}

template <typename F>
auto LocalMaterialShelf::pass(const Actor &actor, Capability capability, MaterialId id, F f)
{
    return chain(require(actor, capability, id), this, std::move(f));
}

QFuture<Result<QList<Material>>> LocalMaterialShelf::materials(const Actor &actor, RecordingId id, bool withTrash)
{
    const auto found = m_gate.pass(actor, Capability::ViewRecording, id, [=, this] {
        return withTrash ? withTrashFor(actor, id) : m_materials.materials(id, false);
    });
    whenDone(found, this, [this](const Result<QList<Material>> &all) {
        for (const Material &one : all.value_or({}))
            m_fileNames.insert(one.id, one.newest().fileName);
    });
    return found;
}

QFuture<Result<QList<Material>>> LocalMaterialShelf::withTrashFor(Actor actor, RecordingId id)
{
    actor.onlyLooks = false; // sees what the person would
    auto promise = std::make_shared<QPromise<Result<QList<Material>>>>();
    promise->start();
    whenDone(m_gate.access().require(actor, Capability::EditMaterials, {id}), this, [=, this](const Result<> &may) {
        whenDone(m_materials.materials(id, bool(may)), this, [promise](const Result<QList<Material>> &all) {
            promise->addResult(all);
            promise->finish();
        });
    });
    return promise->future();
}

JobId LocalMaterialShelf::startAdd(const Actor &actor, RecordingId id, const QStringList &localFiles)
{
    const auto added = std::make_shared<QSet<qsizetype>>();
    const QString subject = localFiles.size() == 1 ? QFileInfo(localFiles.first()).fileName() : QString();
    const Admission admit = m_gate.admission(actor, Capability::EditMaterials, {id});
    return submit(actor, admit, {}, subject, [=, this](const auto &counters, const auto &feed, std::stop_token stop) {
        return m_parts.pool.run([adding = Adding{m_materials, actor, id, localFiles, added}, counters, feed, stop]() mutable {
            return adding.run(*counters, *feed, stop);
        });
    });
}

JobId LocalMaterialShelf::startAddVersion(const Actor &actor, MaterialId id, const QString &localFile)
{
    const QString subject = QFileInfo(localFile).fileName();
    const Admission admit = [=, this] { return require(actor, Capability::EditMaterials, id); };
    return submit(actor, admit, {}, subject, [=, this](const auto &counters, const auto &feed, std::stop_token stop) {
        return m_parts.pool.run([=, materials = m_materials]() mutable -> Result<> {
            const Result<StoredMaterial> stored = waitFor(materials.stored(id));
            if (!stored)
                return stored.error();
            const Result<MaterialVersion> version = takeIn(materials.store(), localFile, *counters, stop);
            if (!version)
                return version.error();
            feed->add(stored->place.recording);
            return waitFor(materials.addVersion(actor, id, *version));
        });
    });
}

QFuture<Result<>> LocalMaterialShelf::change(const Actor &actor, MaterialId id, const MaterialChange &change)
{
    return thenTell(pass(actor, Capability::EditMaterials, id, [=, this] { return m_materials.change(actor, id, change); }), id);
}

QFuture<Result<>> LocalMaterialShelf::setOrder(const Actor &actor, RecordingId id, const QList<MaterialId> &order)
{
    const auto ordered = m_gate.pass(actor, Capability::EditMaterials, id,
                                     [=, this] { return m_materials.setOrder(actor, id, order); });
    return chain(ordered, this, [this, id] {
        tellChanged(id);
        return readyFuture(Result<>());
    });
}

QFuture<Result<>> LocalMaterialShelf::moveToTrash(const Actor &actor, MaterialId id)
{
    return thenTell(pass(actor, Capability::EditMaterials, id, [=, this] { return m_materials.setTrashed(actor, id, true); }), id);
}

QFuture<Result<>> LocalMaterialShelf::restore(const Actor &actor, MaterialId id)
{
    return thenTell(pass(actor, Capability::EditMaterials, id, [=, this] { return m_materials.setTrashed(actor, id, false); }), id);
}

JobId LocalMaterialShelf::startFetch(const Actor &actor, MaterialId id, int version, const QString &saveAs)
{
    const QString target = saveAs.isEmpty() ? QString() : QDir::cleanPath(QFileInfo(saveAs).absoluteFilePath());
    const QString key = u"%1/%2/%3/%4"_s.arg(actor.person.value).arg(id.value).arg(version).arg(target);
    if (const auto running = m_fetches.constFind(key); running != m_fetches.constEnd())
        return *running;
    // The names are those that anybody was shown: of a person's own rights a refused job must tell nothing.
    const QString shown = actor.kind == ActorKind::Owner ? m_fileNames.value(id) : QString();
    const QString subject = target.isEmpty() ? shown : QFileInfo(target).fileName();
    const Admission admit = [=, this] { return require(actor, Capability::DownloadRecording, id); };
    const JobId job = submit(actor, admit, {}, subject, [=, this](const auto &counters, const auto &feed, std::stop_token stop) {
        return chain(m_materials.stored(id), this, [=, this](const StoredMaterial &stored) {
            if (const auto running = m_fetches.constFind(key); running != m_fetches.constEnd())
                m_parts.runner.setServer(*running, stored.place.server); // it ends with the server
            return chain(fetch(stored, version, target, counters, feed, stop), this, [=, this] {
                if (!target.isEmpty())
                    noteTaken(actor, u"material.downloaded"_s, stored, version);
                return readyFuture(Result<>());
            });
        });
    });
    m_fetches.insert(key, job);
    return job;
}

void LocalMaterialShelf::noteTaken(const Actor &actor, const QString &action, const StoredMaterial &stored, int version)
{
    if (m_parts.note) {
        m_parts.note(actor, {action, stored.place.recording,
                             {{u"uuid"_s, stored.material.uuid}, {u"name"_s, stored.material.name}, {u"version"_s, version}}});
    }
}

QFuture<Result<>> LocalMaterialShelf::fetch(const StoredMaterial &stored, int number, const QString &saveAs,
                                            std::shared_ptr<ProgressCounters> counters,
                                            std::shared_ptr<MaterialsFeed> feed, std::stop_token stop)
{
    const MaterialVersion *version = versionOf(stored.material, number);
    if (!version)
        return readyFuture(Result<>(noSuchVersion(stored.material, number)));
    const auto look = [materials = m_materials, version = *version, counters, stop]() mutable {
        return isStored(materials, version, *counters, stop);
    };
    const auto bring = [=, this, version = *version](bool isThere) {
        if (isThere)
            return readyFuture(Result<>());
        return chain(m_parts.open(stored.place.server), this, [=, this](const OpenedDisk &opened) {
            return m_parts.pool.run([=, materials = m_materials] {
                return MaterialsRun(opened, materials, programActor(), feed).fetch(stored, version, *counters, stop);
            });
        });
    };
    return chain(chain(m_parts.pool.run(look), this, bring), this, [=, this, sha256 = version->sha256] {
        if (saveAs.isEmpty())
            return readyFuture(Result<>());
        return m_parts.pool.run([=, store = m_materials.store()] { return store.saveAs(sha256, saveAs, *counters, stop); });
    });
}

QFuture<Result<QString>> LocalMaterialShelf::localCopy(const Actor &actor, MaterialId id, int version)
{
    return pass(actor, Capability::DownloadRecording, id, [=, this] {
        return chain(m_parts.pool.run([=, materials = m_materials]() mutable { return openableCopy(materials, id, version); }), this,
                     [=, this](const QString &copy) {
                         whenDone(m_materials.stored(id), this, [=, this](const Result<StoredMaterial> &stored) {
                             if (stored)
                                 noteTaken(actor, u"material.opened"_s, *stored, version);
                         });
                         return readyFuture(Result<QString>(copy));
                     });
    });
}

JobId LocalMaterialShelf::startExchange(const Actor &actor, ServerId server)
{
    // Who asks wants all of it tried now.
    whenDone(m_gate.pass(actor, Capability::EditMaterials, [=, this] { return m_materials.hasten(server); }), this,
             [](const Result<> &) {});
    return submitExchange(actor, server, MaterialsScope::Everything);
}

void LocalMaterialShelf::afterSync(ServerId server)
{
    m_pauses.end(server);
    exchangeByItself(server, MaterialsScope::Everything);
}

JobId LocalMaterialShelf::submit(const Actor &actor, const Admission &admit, ServerId server, const QString &subject,
                                 const MaterialsJob::Start &start)
{
    const auto make = [=, this](JobId) -> std::unique_ptr<Job> {
        auto job = std::make_unique<MaterialsJob>(start);
        connect(job.get(), &MaterialsJob::recordingChanged, this, &LocalMaterialShelf::tellChanged);
        return job;
    };
    return m_parts.runner.submit({.kind = JobKind::Materials,
                                  .server = server,
                                  .subject = subject,
                                  .make = make,
                                  .admit = admit,
                                  .startedBy = actor});
}

JobId LocalMaterialShelf::submitExchange(const Actor &actor, ServerId server, MaterialsScope scope)
{
    if (const auto running = m_exchanges.constFind(server); running != m_exchanges.constEnd()) {
        if (scope == MaterialsScope::Everything && running->scope == MaterialsScope::Waiting)
            whenDone(m_gate.access().require(actor, Capability::EditMaterials, {}), this, [this, server](const Result<> &may) {
                if (may && m_exchanges.contains(server))
                    m_again.insert(server);
            });
        return running->job;
    }
    const auto hasGoneThrough = std::make_shared<std::atomic<bool>>(false);
    const MaterialsJob::Start start = [=, this](const auto &counters, const auto &feed, std::stop_token stop) {
        return chain(m_parts.open(server), this, [=, this](const OpenedDisk &opened) {
            const auto run = std::make_shared<MaterialsRun>(opened, m_materials, actor, feed);
            return m_parts.pool.run([=] {
                const Result<> exchanged = run->exchange(scope, *counters, stop);
                *hasGoneThrough = run->hasGoneThrough();
                return exchanged;
            });
        });
    };
    // Told of a job, its status is looked up here: the entry has to be there first.
    m_exchanges.insert(server, {JobId{}, scope, hasGoneThrough});
    const auto make = [=, this](JobId) -> std::unique_ptr<Job> {
        auto job = std::make_unique<MaterialsJob>(start);
        connect(job.get(), &MaterialsJob::recordingChanged, this, &MaterialShelf::materialsChanged);
        return job;
    };
    const JobId job = m_parts.runner.submit({.kind = JobKind::Materials,
                                             .server = server,
                                             .subject = m_parts.server(server).name,
                                             .make = make,
                                             .admit = m_gate.admission(actor, Capability::EditMaterials),
                                             .startedBy = actor});
    if (m_exchanges.contains(server))
        m_exchanges[server].job = job;
    return job;
}

QFuture<Result<>> LocalMaterialShelf::thenTell(const QFuture<Result<>> &done, MaterialId id)
{
    return chain(done, this, [this, id] {
        return chain(m_materials.material(id), this, [this](const Material &material) {
            tellChanged(material.recording);
            return readyFuture(Result<>());
        });
    });
}

void LocalMaterialShelf::tellChanged(RecordingId recording)
{
    Q_EMIT materialsChanged(recording);
    if (m_parts.exchangesByItself)
        m_soon.start();
}

void LocalMaterialShelf::exchangeDue()
{
    whenDone(m_materials.serversWithDue(), this, [this](const Result<QList<ServerId>> &servers) {
        for (const ServerId server : servers.value_or({}))
            exchangeByItself(server, MaterialsScope::Waiting);
    });
}

// A server that cannot be reached is left alone for a while, and one without an SSH account altogether: its materials wait in
// the profile, as the job that a person starts will say.
void LocalMaterialShelf::exchangeByItself(ServerId server, MaterialsScope scope)
{
    const ConferenceServer known = m_parts.server(server);
    if (!m_parts.exchangesByItself || !known.ssh || known.isRemoved || m_pauses.isPaused(server))
        return;
    if (scope == MaterialsScope::Waiting && m_exchanges.contains(server))
        return; // the next look finds what it left
    submitExchange(programActor(), server, scope);
}

void LocalMaterialShelf::onJobChanged(const JobStatus &status)
{
    if (status.kind != JobKind::Materials || status.state != Job::State::Finished)
        return;
    m_fetches.removeIf([&](const auto &one) { return one.value() == status.id; });
    const auto exchange = m_exchanges.constFind(status.server);
    if (exchange == m_exchanges.constEnd() || exchange->job != status.id)
        return;
    // One material that was refused is tried later by itself; only a line or server that failed is left alone.
    // One that a person cancelled says nothing of either.
    const bool isCancelled = status.error && status.error->kind == ErrorKind::Cancelled;
    const bool hasFailed = status.error && !isCancelled && !*exchange->hasGoneThrough;
    m_exchanges.erase(exchange);
    const bool isAskedAgain = m_again.remove(status.server);
    if (hasFailed)
        m_pauses.begin(status.server);
    else if (isAskedAgain)
        submitExchange(programActor(), status.server, MaterialsScope::Everything);
    else if (m_parts.exchangesByItself)
        m_soon.start(); // it may have passed what came since
}

} // namespace letopis
