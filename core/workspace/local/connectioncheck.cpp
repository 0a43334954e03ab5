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
    return report;
}

} // namespace letopis
