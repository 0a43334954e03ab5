#pragma once

#include "core/jobs/openedserver.h"
#include "core/storage/materialrows.h"

namespace letopis {

// Where the materials of a server's recordings are. Nothing below the data root, or the folder configured instead, is reached
// through a link.
RemotePath materialsBelow(const OpenedDisk &disk);

// Errors that are about one material or recording; the others go on all the same. Anything else is about the line, the account
// or the catalog.
bool isAboutOneMaterial(ErrorKind kind);

// The part of one profile's upload of a version: the same for every attempt, another for each profile that adds the content.
QString partIdOf(const MaterialVersion &version);

// What goes wrong with one thing is remembered and does no more harm.
class MaterialsProblems
{
public:
    Result<> note(const Result<> &done, const QString &subject); // an error only where it is about more than one
    const std::optional<Error> &first() const { return m_first; }

private:
    std::optional<Error> m_first;
};

// Materials' files on a server's disk. Blocks: for a worker thread.
class MaterialsDisk
{
public:
    struct Said
    {
        bool isThere = false;
        std::optional<MaterialDescription> description; // nothing: not there, or not readable by anybody
    };

    explicit MaterialsDisk(OpenedDisk opened)
        : m_opened(std::move(opened))
    {
    }

    FileTransport &files() const { return *m_opened.files; }
    ServerId server() const { return m_opened.server.id; }
    RemotePath root() const { return materialsBelow(m_opened); }
    bool isElsewhere() const { return !m_opened.materialsRoot.isEmpty(); } // than below the data root
    RemotePath folderOf(const MaterialPlace &place) const;
    RemotePath contentOf(const StoredMaterial &stored, const MaterialVersion &version) const;
    Result<Said> read(const MaterialPlace &place, const QString &uuid, std::stop_token stop) const;
    // Whether a file of that size is where the version's content belongs.
    Result<bool> hasContent(const StoredMaterial &stored, const MaterialVersion &version, std::stop_token stop) const;
    // Below the root is nothing, though there should be: NotFound where the disk may only not be mounted.
    Result<> checkMounted(std::stop_token stop) const;

private:
    OpenedDisk m_opened;
};

} // namespace letopis
