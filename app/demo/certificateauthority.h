#pragma once

#include <QSslConfiguration>
#include <QString>

namespace letopis::demo {

// Makes a certificate authority and a server certificate for 127.0.0.1, ::1 and localhost with the openssl program.
// Files go to `directory`; the authority is ca.pem there. False and a sentence when it failed.
bool makeCertificates(const QString &directory, QSslConfiguration *configuration, QString *error);

} // namespace letopis::demo
