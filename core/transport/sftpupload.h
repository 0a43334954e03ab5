#pragma once

#include "core/transport/sftpcrew.h"

namespace letopis {

// See FileTransport::upload(). Inside a watched call on the first session.
Result<Transferred> uploadFile(SftpSession &session, SftpCrew &crew, const UploadRequest &request,
                               ProgressCounters &progress, LineWatch::Call &call);

} // namespace letopis
