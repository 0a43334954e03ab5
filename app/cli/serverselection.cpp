#include "app/cli/serverselection.h"

#include <QRegularExpression>

#include <algorithm>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype sha256Bytes = 32;
}

Result<ConferenceServer> serverNamed(const QList<ConferenceServer> &servers, const QString &name)
{
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        const auto found = std::find_if(servers.begin(), servers.end(), [&](const ConferenceServer &server) {
            return server.name.compare(name, sensitivity) == 0;
        });
        if (found != servers.end())
            return *found;
    }
    return Error{ErrorKind::NotFound, u"no such server"_s, name, {}};
}

std::optional<QByteArray> certificateFingerprint(const QString &typed)
{
    static const QRegularExpression form(u"^(?:SHA-?256[:=\\s]\\s*)?((?:[0-9A-F]{2}:?){32})$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(typed.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const QByteArray bytes = QByteArray::fromHex(match.captured(1).remove(u':').toLatin1());
    return bytes.size() == sha256Bytes ? std::optional(bytes) : std::nullopt;
}

std::optional<QByteArray> hostKeyFingerprint(const QString &typed)
{
    static const QRegularExpression form(u"^SHA256:([A-Za-z0-9+/]{43})=?$"_s);
    const QRegularExpressionMatch match = form.match(typed.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const QByteArray bytes = QByteArray::fromBase64(match.captured(1).toLatin1());
    return bytes.size() == sha256Bytes ? std::optional(bytes) : std::nullopt;
}

} // namespace letopis::cli
