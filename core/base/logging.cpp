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
    // Named are those that are known to be harmless: what a server or a proxy may call its tokens is not.
    static const QStringList harmless{QStringLiteral("state"), QStringLiteral("offset"), QStringLiteral("limit"),
                                      QStringLiteral("recordID"), QStringLiteral("meetingID")};
    QUrlQuery shownQuery;
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyEncoded);
    for (const auto &[name, value] : items)
        shownQuery.addQueryItem(name, harmless.contains(name) ? value : QStringLiteral("redacted"));
    QUrl shown = url;
    shown.setFragment({});
    if (url.hasQuery())
        shown.setQuery(items.isEmpty() ? QStringLiteral("redacted") : shownQuery.query(QUrl::FullyEncoded));
    return shown.toString(QUrl::RemoveUserInfo);
}

} // namespace letopis
