#include "core/domain/serverrecipe.h"

#include <QFile>
#include <QRegularExpression>

// In the global namespace, as Qt asks.
static void initServerResources()
{
    Q_INIT_RESOURCE(server);
}

namespace letopis {

using namespace Qt::Literals::StringLiterals;

QByteArray recordingsScript(const QString &dataRoot)
{
    static const QRegularExpression plain(u"\\A/[A-Za-z0-9_./+@-]*\\z"_s);
    initServerResources();
    QFile file(u":/letopis/server/letopis-recordings"_s);
    if (!plain.match(dataRoot).hasMatch() || !file.open(QIODevice::ReadOnly))
        return {};
    QByteArray script = file.readAll();
    return script.replace("\nROOT=/var/bigbluebutton\n", "\nROOT=" + dataRoot.toLatin1() + '\n');
}

QByteArray recordingsSudoers(const QString &account)
{
    static const QRegularExpression plain(u"\\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}\\z"_s);
    const QByteArray user = plain.match(account).hasMatch() ? account.toLatin1() : QByteArray("letopis");
    return user + " ALL=(bigbluebutton) NOPASSWD: /usr/local/sbin/letopis-recordings\n";
}

} // namespace letopis
