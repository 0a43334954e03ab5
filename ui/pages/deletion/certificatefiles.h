#pragma once

#include "core/base/result.h"
#include "core/retention/deletioncertificate.h"

#include <QFuture>

namespace letopis {

// Certificates on the disk, in another thread. ContentMismatch, BadAnswer and Unsupported as core/retention/deletioncertificate.h has
// them; the disk's own errors.
QFuture<Result<>> writeCertificate(const QString &path, const IssuedCertificate &issued);
QFuture<Result<IssuedCertificate>> readVerifiedCertificate(const QString &path);

} // namespace letopis
