#pragma once

#include "core/jobs/materialsrun.h"
#include "tests/core/jobs/testdisk.h"
#include "tests/core/storage/testcatalog.h"
#include "tests/core/transport/testfiles.h"

namespace letopis::test {

using namespace letopis::testing;

// A profile with one recording of one server.
class MaterialsProfile
{
public:
    explicit MaterialsProfile(const QString &dataRoot, const QString &login = u"anna"_s)
        : actor{login, login}
        , m_dataRoot(dataRoot)
        , repository(*catalog.database, FileStore(catalog.folder() + u"/materials"_s), catalog.clock)
    {
        const auto synced = catalog.sync({snapshots(1, 2)});
        Q_ASSERT(synced);
        recording = *waitFor(catalog.recordings->find(recordIdOf(1)));
    }

    static QString folder(const QString &dataRoot) { return u"%1/letopis/%2/materials"_s.arg(dataRoot, recordIdOf(1)); }

    Result<MaterialId> add(const QString &name, const QByteArray &content)
    {
        const auto version = taken(name, content);
        return version ? waitFor(repository.add(actor, recording, *version)) : Result<MaterialId>(version.error());
    }
    Result<> addVersion(MaterialId id, const QString &name, const QByteArray &content)
    {
        catalog.clock.advance(1);
        const auto version = taken(name, content);
        return version ? waitFor(repository.addVersion(actor, id, *version)) : Result<>(version.error());
    }
    Result<> rename(MaterialId id, const QString &name)
    {
        MaterialChange change;
        change.name = name;
        return waitFor(repository.change(actor, id, change));
    }
    Result<> describe(MaterialId id, const QString &description)
    {
        MaterialChange change;
        change.description = description;
        return waitFor(repository.change(actor, id, change));
    }
    Result<> exchange(std::shared_ptr<FileTransport> files, MaterialsScope scope = MaterialsScope::Everything)
    {
        ProgressCounters progress;
        return run(std::move(files)).exchange(scope, progress, {});
    }
    Result<> exchange(MaterialsScope scope = MaterialsScope::Everything) { return exchange(disk, scope); }
    Result<> fetch(MaterialId id, int number, std::shared_ptr<FileTransport> files)
    {
        const auto stored = waitFor(repository.stored(id));
        if (!stored)
            return stored.error();
        ProgressCounters progress;
        return run(std::move(files)).fetch(*stored, stored->material.versions.value(number - 1), progress, {});
    }
    QList<Material> materials(bool withTrash = true) { return waitFor(repository.materials(recording, withTrash)).value_or({}); }
    Material only()
    {
        const QList<Material> all = materials();
        return all.size() == 1 ? all.first() : Material();
    }
    int auditLines(const QString &action)
    {
        return int(numberFrom(*catalog.database,
                              u"SELECT count(*) AS value FROM audit_event WHERE action = '%1'"_s.arg(action)));
    }

    ConferenceServer server() const
    {
        ConferenceServer known;
        known.id = catalog.server;
        known.dataRoot = m_dataRoot;
        return known;
    }

    TestCatalog catalog;
    Actor actor;
    std::shared_ptr<TestDisk> disk = std::make_shared<TestDisk>();
    RecordingId recording;
    QString materialsRoot;

private:
    MaterialsRun run(std::shared_ptr<FileTransport> files)
    {
        return MaterialsRun({server(), std::move(files), materialsRoot}, repository, actor, std::make_shared<MaterialsFeed>());
    }
    Result<MaterialVersion> taken(const QString &name, const QByteArray &content)
    {
        const QString file = catalog.folder() + u"/added"_s;
        write(file, content);
        ProgressCounters progress;
        const auto stored = repository.store().put(file, progress, {});
        if (!stored)
            return stored.error();
        MaterialVersion version;
        version.fileName = name;
        version.sizeBytes = stored->sizeBytes;
        version.sha256 = stored->sha256;
        version.mimeType = u"application/octet-stream"_s;
        return version;
    }

    QString m_dataRoot;

public:
    MaterialRepository repository;
};

} // namespace letopis::test
