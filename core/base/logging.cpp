#include "core/base/logging.h"

#include <QUrl>
#include <QUrlQuery>

namespace letopis {

Q_LOGGING_CATEGORY(logSync, "letopis.sync")
Q_LOGGING_CATEGORY(logTransport, "letopis.transport")
Q_LOGGING_CATEGORY(logStorage, "letopis.storage")
Q_LOGGING_CATEGORY(logPlayer, "letopis.player")
Q_LOGGING_CATEGORY(logApp, "letopis.app")

QString loggableUrl(const QUrl &url)
{
    QUrlQuery query(url);
    for (const QString &secret : {QStringLiteral("checksum"), QStringLiteral("token"), QStringLiteral("password")}) {
        if (query.hasQueryItem(secret)) {
            query.removeAllQueryItems(secret);
            query.addQueryItem(secret, QStringLiteral("redacted"));
        }
    }
    QUrl shown = url;
    shown.setQuery(query);
    return shown.toString(QUrl::RemoveUserInfo);
}

} // namespace letopis
