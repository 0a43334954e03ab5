#include "app/cli/auditsegmentcommands.h"

#include "app/cli/cataloganswer.h"
#include "app/cli/recordingscommand.h"
#include "app/cli/text.h"
#include "core/workspace/audittrail.h"
#include "core/workspace/workspace.h"

#include <QFileInfo>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

using Prepared = std::variant<UsageError, CommandFactory>;

QString absolute(const QString &path)
{
    return path.isEmpty() ? QString() : QFileInfo(path).absoluteFilePath();
}

QJsonObject segmentJson(const AuditSegment &segment)
{
    return {{u"first"_s, segment.firstSequence},
            {u"last"_s, segment.lastSequence},
            {u"lastHash"_s, QString::fromLatin1(segment.lastHash.toHex())},
            {u"from"_s, isoTime(segment.firstAtMs)},
            {u"to"_s, isoTime(segment.lastAtMs)},
            {u"sealedAt"_s, isoTime(segment.sealedAtMs)},
            {u"sealedBy"_s, segment.sealedBy},
            {u"file"_s, segment.fileName.isEmpty() ? QJsonValue() : QJsonValue(segment.fileName)},
            {u"storedAt"_s, segment.exportedAtMs ? QJsonValue(isoTime(segment.exportedAtMs)) : QJsonValue()},
            {u"droppedAt"_s, segment.droppedAtMs ? QJsonValue(isoTime(segment.droppedAtMs)) : QJsonValue()}};
}

// One of the commands about stretches of the journal.
class AuditSegmentCommand final : public Command
{
public:
    using Ask = std::function<QFuture<Result<AuditSegment>>(AuditTrail &, const Actor &)>;
    AuditSegmentCommand(Session &session, Ask ask)
        : Command(session), m_ask(std::move(ask))
    {
    }

    void start() override
    {
        if (m_ask)
            return onSegment(m_ask(workspace().audit(), session().actor));
        onValue(workspace().audit().segments(session().actor), [this](const QList<AuditSegment> &segments) { showSegments(segments); });
    }

private:
    void showSegments(const QList<AuditSegment> &segments)
    {
        Grid grid{{{Cli::tr("First"), u"first"_s, true, false},
                   {Cli::tr("Last"), u"last"_s, true, false},
                   {Cli::tr("From (UTC)"), u"from"_s, false, false},
                   {Cli::tr("To (UTC)"), u"to"_s, false, false},
                   {Cli::tr("Stored in"), u"file"_s, false, true},
                   {Cli::tr("Dropped"), u"dropped"_s, false, false, yesNoText}},
                  {}};
        QJsonArray array;
        for (const AuditSegment &segment : segments) {
            array += segmentJson(segment);
            grid.rows += {QString::number(segment.firstSequence), QString::number(segment.lastSequence), isoTime(segment.firstAtMs),
                          isoTime(segment.lastAtMs), segment.fileName, flagName(segment.droppedAtMs > 0)};
        }
        print(grid, {{u"segments"_s, array}});
        finish(ExitCode::Done);
    }

    // What a broken chain or a wrong file is to this command.
    void onSegment(const QFuture<Result<AuditSegment>> &future)
    {
        whenDone(future, this, [this](const Result<AuditSegment> &segment) {
            if (segment)
                return showSegments({*segment});
            const Error &error = segment.error();
            if (error.kind == ErrorKind::ContentMismatch && error.subject.toLongLong() > 0)
                session().terminal.say(Cli::tr("The journal's chain is broken at event %1: audit verify tells more.").arg(error.subject));
            else if (error.kind == ErrorKind::ContentMismatch)
                session().terminal.say(Cli::tr("%1 is not the whole stretch as it was stored.").arg(error.subject));
            else if (error.kind == ErrorKind::InvalidInput)
                session().terminal.say(Cli::tr("Stretches go from the oldest on, and only after `audit store`."));
            else
                return fail(error);
            finish(ExitCode::Failed);
        });
    }

    const Ask m_ask;
};

CommandSpec segmentSpec(const QString &word, const QString &arguments, const QString &summary, int count, const QList<QCommandLineOption> &options,
                        std::function<std::variant<UsageError, AuditSegmentCommand::Ask>(const QCommandLineParser &)> read)
{
    return {.words = {u"audit"_s, word},
            .arguments = arguments,
            .summary = summary,
            .details = {},
            .options = options,
            .leastArguments = count,
            .mostArguments = count,
            .needsWorkspace = true,
            .prepare = [read](const QCommandLineParser &parser) -> Prepared {
                auto ask = read(parser);
                if (const auto *error = std::get_if<UsageError>(&ask))
                    return *error;
                return CommandFactory([ask = std::get<AuditSegmentCommand::Ask>(ask)](Session &session) {
                    return std::make_unique<AuditSegmentCommand>(session, ask);
                });
            }};
}

} // namespace

QList<CommandSpec> auditSegmentSpecs()
{
    using Ask = AuditSegmentCommand::Ask;
    using Read = std::variant<UsageError, Ask>;
    const auto numberOf = [](const QCommandLineParser &parser) { return parser.positionalArguments().at(2).toLongLong(); };
    return {segmentSpec(u"segments"_s, {}, Cli::tr("Lists the stretches of the journal that were sealed."), 0, {},
                        [](const QCommandLineParser &) -> Read { return Ask(); }),
            segmentSpec(u"seal"_s, Cli::tr("--until DATE"), Cli::tr("Checks the journal and closes what is before a day, so that it can be stored."), 0,
                        {{u"until"_s, Cli::tr("Before this day (or moment), UTC."), u"DATE"_s}},
                        [](const QCommandLineParser &parser) -> Read {
                            const QDateTime until = moment(parser.value(u"until"_s), false);
                            if (!until.isValid())
                                return UsageError{Cli::tr("--%1 is a day or a moment such as 2024-05-31 or 2024-05-31T14:00:00Z.").arg(u"until"_s)};
                            return Ask([until](AuditTrail &audit, const Actor &actor) { return audit.seal(actor, until); });
                        }),
            segmentSpec(u"store"_s, Cli::tr("FIRST DIR [--unsigned]"), Cli::tr("Writes a sealed stretch into a signed, compressed file."), 2,
                        {{u"unsigned"_s, Cli::tr("Without a signature.")}},
                        [numberOf](const QCommandLineParser &parser) -> Read {
                            return Ask([first = numberOf(parser), folder = absolute(parser.positionalArguments().at(3)),
                                        isSigned = !parser.isSet(u"unsigned"_s)](AuditTrail &audit, const Actor &actor) {
                                return audit.exportSegment(actor, first, folder, isSigned);
                            });
                        }),
            segmentSpec(u"drop"_s, Cli::tr("FIRST FILE"), Cli::tr("Takes a stored stretch out of the catalog, once its file has been checked."), 2, {},
                        [numberOf](const QCommandLineParser &parser) -> Read {
                            return Ask([first = numberOf(parser), file = absolute(parser.positionalArguments().at(3))](AuditTrail &audit, const Actor &actor) {
                                return audit.dropSegment(actor, first, file);
                            });
                        })};
}

} // namespace letopis::cli
