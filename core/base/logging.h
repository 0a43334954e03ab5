#pragma once

#include <QLoggingCategory>
#include <QUrl>

namespace letopis {

// Log categories. Secrets and bound SQL values are never logged; URLs only through loggableUrl().
Q_DECLARE_LOGGING_CATEGORY(logSync)
Q_DECLARE_LOGGING_CATEGORY(logTransport)
Q_DECLARE_LOGGING_CATEGORY(logStorage)
Q_DECLARE_LOGGING_CATEGORY(logPlayer)
Q_DECLARE_LOGGING_CATEGORY(logApp)

// The URL without user, password, checksum and token values.
QString loggableUrl(const QUrl &url);

} // namespace letopis
