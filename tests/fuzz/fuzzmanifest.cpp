// Any bytes as the manifest of a backup.
#include "core/backup/backupmanifest.h"

#include <cstdlib>

using namespace letopis;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const Result<BackupManifest> read = manifestFromJson(input);
    if (!read)
        return 0;
    if (read->catalogBytes < 1 || read->storeBytes < 0 || read->storeFiles < 0 || read->settingsBytes < -1
        || read->auditHead.size() != 32 || read->application.size() > 100)
        std::abort();
    const Result<BackupManifest> again = manifestFromJson(toJson(*read));
    if (!again || !(*again == *read))
        std::abort();
    return 0;
}
