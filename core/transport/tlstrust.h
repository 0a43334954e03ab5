#pragma once

#include "core/domain/trust.h"

#include <QDateTime>
#include <QList>
#include <QSslCertificate>
#include <QSslError>
#include <QUrl>

namespace letopis {

// What a person should know about a certificate that Qt's checks found wanting: each problem once, in the order of
// CertificateProblem. A key too weak for today (RSA below 2048 bits, EC below 224) counts even where Qt let it pass.
QList<CertificateProblem> certificateProblems(const QList<QSslError> &errors, const QSslCertificate &peer);

// The evidence of TlsUntrusted. The certificate's names are cut to a length that a dialog can show.
UntrustedCertificate describeUntrusted(const QUrl &url, const QSslCertificate &peer,
                                       const QList<CertificateProblem> &problems);

// True where one of the exceptions is for this host and exactly this certificate, has not ended at `now`, and accepts
// every one of the problems.
bool isAccepted(const QList<TlsException> &exceptions, const UntrustedCertificate &certificate, const QDateTime &now);

} // namespace letopis
