#pragma once

#include "core/providers/bigbluebutton/apiclient.h"

#include <QSet>

namespace letopis {

// Lists every recording of a server in every state. Asks for pages of 100; a server that cannot page answers with
// everything at once, which is complete and is read in one pass.
class Listing
{
public:
    Listing(ApiClient &api, const RecordingSink &sink, ProgressCounters &progress);

    Result<ListingSummary> run(std::stop_token stop);

private:
    Result<> take(std::vector<RecordingSnapshot> page);
    bool recognises(const SourceDigest &source);
    RecordingSink counting();

    ApiClient &m_api;
    const RecordingSink &m_sink;
    ProgressCounters &m_progress;
    QSet<quint64> m_seen; // hashes of recordIDs, of recognised descriptions themselves: a paging server may list one recording twice, with other formats
    ListingSummary m_summary;
};

} // namespace letopis
