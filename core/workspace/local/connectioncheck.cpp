#include "core/workspace/local/connectioncheck.h"

namespace letopis {

Result<ConnectionReport> checkConnectionOf(ConferenceService &service, const ConferenceServer &server, std::stop_token stop)
{
    ConnectionReport report;
    report.api = service.checkApi(stop);
    if (!*report.api && report.api->error().kind == ErrorKind::Cancelled)
        return report.api->error();
    if (!server.ssh)
        return report;
    // Tried even where the API failed: a person mends both in one go.
    report.disk = service.checkDisk(stop);
    if (!*report.disk && report.disk->error().kind == ErrorKind::Cancelled)
        return report.disk->error();
    // What the account cannot be logged in with needs no second attempt: it might be a locked account after that.
    if (RecordingDisk *disk = *report.disk ? service.recordingDisk() : nullptr) {
        report.deletion = disk->probe(stop);
        if (!*report.deletion && report.deletion->error().kind == ErrorKind::Cancelled)
            return report.deletion->error();
    }
    return report;
}

} // namespace letopis
