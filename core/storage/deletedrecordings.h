#pragma once

#include "core/retention/deletedrecording.h"
#include "core/retention/deletioncertificate.h"
#include "core/storage/connection.h"

namespace letopis {

// What deletion left, for lists. Inside the caller's transaction; whether who asks may is asked before. `visible`: a condition over
// the recording r, for titles.
Result<QList<TrashedRecording>> readTrash(Connection &connection, std::optional<ServerId> server, int from, int limit,
                                          const QString &visible); // the soonest to go for good first
Result<QList<CertificateEntry>> readCertificates(Connection &connection, int from, int limit, const QString &visible); // the newest first

struct StoredCertificate
{
    RecordingId recording;
    IssuedCertificate issued;
};
Result<StoredCertificate> readCertificate(Connection &connection, const QByteArray &sha256); // NotFound

} // namespace letopis
