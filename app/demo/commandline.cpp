#include "app/demo/commandline.h"

#include <QCommandLineParser>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace letopis::demo {
namespace {

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"A BigBlueButton server in miniature on loopback: recording API, published files, disk behind sshd."_s);
    parser.addHelpOption();
    parser.addOptions(
        {{u"recordings"_s, u"How many recordings there are (default 60)."_s, u"N"_s, u"60"_s},
         {u"on-disk"_s, u"How many of them have files (default 400)."_s, u"N"_s, u"400"_s},
         {u"port"_s, u"HTTPS port (default: a free one)."_s, u"P"_s, u"0"_s},
         {u"dir"_s, u"Where everything is written (default: a temporary directory)."_s, u"DIR"_s},
         {u"cache"_s, u"Where media is kept between starts."_s, u"DIR"_s},
         {u"seed"_s, u"The same seed gives the same recordings."_s, u"S"_s, u"1"_s},
         {u"secret"_s, u"Shared secret (default: random). Visible to other users of this machine."_s, u"TEXT"_s},
         {u"media"_s, u"none, short or full (default)."_s, u"KIND"_s, u"full"_s},
         {u"paging"_s, u"directories (2.6 to 3.0, default) or merged (after the fix)."_s, u"KIND"_s, u"directories"_s},
         {u"no-paging"_s, u"Answer as before 2.6: everything at once."_s},
         {u"no-fetch-all"_s, u"allowFetchAllRecordings=false."_s},
         {u"scalelite"_s, u"Answer as a Scalelite load balancer."_s},
         {u"checksums"_s, u"Supported algorithms."_s, u"LIST"_s, u"sha1,sha256,sha384,sha512"_s},
         {u"fail-after"_s, u"Cut every answer after that many bytes."_s, u"BYTES"_s, u"-1"_s},
         {u"latency"_s, u"Wait before each answer, ms."_s, u"MS"_s, u"0"_s},
         {u"now"_s, u"What time it is, ISO 8601 (default: this machine's clock); it stands still."_s, u"TIME"_s},
         {u"hostile"_s, u"Add recordings no client should trust."_s},
         {u"no-ssh"_s, u"Do not start sshd."_s},
         {u"exit-with-parent"_s, u"End when the starting process ends (Linux)."_s},
         {u"print-connection"_s, u"Print how to connect as JSON, then serve on."_s}});
}

// What is none of the words would silently be the default.
QString wrongWord(const QCommandLineParser &parser)
{
    const std::pair<QString, QStringList> words[] = {{u"media"_s, {u"none"_s, u"short"_s, u"full"_s}},
                                                     {u"paging"_s, {u"directories"_s, u"merged"_s}}};
    for (const auto &[option, allowed] : words) {
        if (!allowed.contains(parser.value(option)))
            return u"--%1 is one of %2"_s.arg(option, allowed.join(u", "_s));
    }
    return {};
}

Paging pagingOf(const QCommandLineParser &parser)
{
    if (parser.isSet(u"no-paging"_s))
        return Paging::None;
    return parser.value(u"paging"_s) == u"merged"_s ? Paging::Merged : Paging::Directories;
}

Media mediaOf(const QString &kind)
{
    return kind == u"none"_s ? Media::None : kind == u"short"_s ? Media::Short : Media::Full;
}

} // namespace

CommandLine parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    CommandLine line;
    if (!parser.parse(arguments)) {
        line.error = parser.errorText();
        return line;
    }
    if (parser.isSet(u"help"_s))
        parser.showHelp();
    Options &options = line.options;
    bool ok[6] = {};
    options.recordings = parser.value(u"recordings"_s).toInt(&ok[0]);
    options.onDisk = parser.value(u"on-disk"_s).toInt(&ok[1]);
    options.port = parser.value(u"port"_s).toUShort(&ok[2]);
    options.seed = parser.value(u"seed"_s).toULongLong(&ok[3]);
    options.failAfter = parser.value(u"fail-after"_s).toLongLong(&ok[4]);
    options.latencyMs = parser.value(u"latency"_s).toInt(&ok[5]);
    if (std::find(std::begin(ok), std::end(ok), false) != std::end(ok) || !parser.positionalArguments().isEmpty())
        line.error = u"not a number where one is needed, or an argument too many; see --help"_s;
    else
        line.error = wrongWord(parser);
    if (parser.isSet(u"now"_s)) {
        options.now = QDateTime::fromString(parser.value(u"now"_s), Qt::ISODate).toUTC();
        if (!options.now.isValid())
            line.error = u"--now is a time such as 2026-03-01T12:00:00Z"_s;
    }
    options.directory = parser.value(u"dir"_s);
    options.mediaCache = parser.value(u"cache"_s);
    options.secret = parser.value(u"secret"_s).toUtf8();
    options.checksums = parser.value(u"checksums"_s).toLatin1().split(',');
    options.paging = pagingOf(parser);
    options.media = mediaOf(parser.value(u"media"_s));
    options.scalelite = parser.isSet(u"scalelite"_s);
    options.allowFetchAll = !parser.isSet(u"no-fetch-all"_s);
    options.hostile = parser.isSet(u"hostile"_s);
    options.sshd = !parser.isSet(u"no-ssh"_s);
    line.printConnection = parser.isSet(u"print-connection"_s);
    line.exitsWithParent = parser.isSet(u"exit-with-parent"_s);
    return line;
}

QByteArray connectionJson(const Connection &connection)
{
    QJsonObject object{{u"apiUrl"_s, connection.apiUrl},         {u"secret"_s, QString::fromUtf8(connection.secret)},
                       {u"caFile"_s, connection.caFile},         {u"sshHost"_s, connection.sshHost},
                       {u"sshPort"_s, connection.sshPort},       {u"sshUser"_s, connection.sshUser},
                       {u"sshKeyFile"_s, connection.sshKeyFile}, {u"knownHostsFile"_s, connection.knownHostsFile},
                       {u"deletionCommand"_s, connection.deletionCommand},
                       {u"dataRoot"_s, connection.dataRoot}};
    if (!connection.notice.isEmpty())
        object.insert(u"notice"_s, connection.notice);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace letopis::demo
