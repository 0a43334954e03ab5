#include "app/cli/auditverifycommand.h"

#include "app/bootstrap/profile.h"
#include "app/cli/cataloganswer.h"
#include "app/cli/text.h"
#include "core/journal/auditfiles.h"
#include "core/journal/auditkey.h"
#include "core/workspace/audittrail.h"
#include "core/workspace/workspace.h"

#include <QFileInfo>
#include <QTimer>
#include <QtConcurrent/QtConcurrentRun>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct VerifyWishes
{
    QString file; // empty: the catalog
    QString anchorFile;
    QString within;
    bool isCatalogToo = false;
};

QString breakText(const AuditBreak &found)
{
    const qint64 at = found.sequence;
    switch (found.kind) {
    case AuditBreakKind::Missing: return Cli::tr("Event %1 is missing.").arg(at);
    case AuditBreakKind::Changed:
        return at > 0 ? Cli::tr("Event %1 was changed.").arg(at) : Cli::tr("What is around the events was changed, or its signature is not of the named key.");
    case AuditBreakKind::Moved: return Cli::tr("In the place of event %1 stands event %2.").arg(at).arg(found.belongsAt);
    case AuditBreakKind::Unchained: return Cli::tr("Event %1 does not follow the one before it: one of the two was put there by another hand.").arg(at);
    case AuditBreakKind::CutOff: return Cli::tr("The journal was cut off: event %1 was there.").arg(at);
    case AuditBreakKind::Rewritten: return Cli::tr("Event %1 is another one than was seen earlier.").arg(at);
    case AuditBreakKind::BadSegment: return Cli::tr("From event %1 on a stretch is gone that the journal does not tell of.").arg(at);
    }
    return {};
}

QJsonValue breakJson(const std::optional<AuditBreak> &found)
{
    if (!found)
        return {};
    QJsonObject object{{u"sequence"_s, found->sequence}, {u"kind"_s, auditBreakName(found->kind)}};
    if (found->kind == AuditBreakKind::Moved)
        object.insert(u"belongsAt"_s, found->belongsAt);
    return object;
}

QString kindName(AuditFileVerdict::Kind kind)
{
    switch (kind) {
    case AuditFileVerdict::Kind::Extract: return u"extract"_s;
    case AuditFileVerdict::Kind::Segment: return u"segment"_s;
    case AuditFileVerdict::Kind::Anchor: return u"anchor"_s;
    case AuditFileVerdict::Kind::Certificate: return u"certificate"_s;
    }
    return {};
}

QString hexOf(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

class AuditVerifyCommand final : public Command
{
public:
    AuditVerifyCommand(Session &session, VerifyWishes wishes)
        : Command(session)
        , m_wishes(std::move(wishes))
    {
        connect(&m_sampling, &QTimer::timeout, this, [this] {
            if (m_progress->total > 0)
                this->session().terminal.showProgress(Cli::tr("%1 of %2").arg(m_progress->done).arg(m_progress->total));
        });
        m_sampling.start(200ms);
    }

    void start() override
    {
        if (m_wishes.file.isEmpty()) {
            return onValue(workspace().audit().verify(session().actor, m_wishes.anchorFile, m_progress, stopToken()),
                           [this](const AuditVerdict &verdict) { show(verdict); });
        }
        const QString catalogFile = m_wishes.isCatalogToo ? Profile{QFileInfo(session().profileDirectory).absoluteFilePath()}.catalogFile() : QString();
        onValue(QtConcurrent::run([wishes = m_wishes, catalogFile, stop = stopToken()]() -> Result<AuditFileVerdict> {
                    AuditFileCheck check{.file = wishes.file, .within = wishes.within, .catalogFile = catalogFile};
                    if (!catalogFile.isEmpty() && !QFileInfo::exists(catalogFile))
                        return Error{ErrorKind::NotFound, {}, catalogFile, {}};
                    if (!wishes.anchorFile.isEmpty()) {
                        const Result<AuditAnchor> anchor = readAnchorFile(wishes.anchorFile);
                        if (!anchor)
                            return anchor.error();
                        check.anchor = *anchor;
                    }
                    return checkAuditFile(check, stop);
                }),
                [this](const AuditFileVerdict &verdict) { show(verdict); });
    }

private:
    void show(const AuditVerdict &verdict)
    {
        const QJsonObject json{{u"kind"_s, u"catalog"_s},
                               {u"intact"_s, verdict.isIntact()},
                               {u"first"_s, verdict.firstSequence},
                               {u"events"_s, verdict.events},
                               {u"head"_s, hexOf(verdict.head)},
                               {u"anchored"_s, verdict.isAnchored},
                               {u"broken"_s, breakJson(verdict.broken)}};
        QStringList text{verdict.isIntact() ? Cli::tr("Intact: %1 events.").arg(verdict.events)
                                            : Cli::tr("Broken after %1 events.").arg(verdict.events)};
        if (verdict.firstSequence > 1)
            text += Cli::tr("It begins with event %1; what was before it is kept in files.").arg(verdict.firstSequence);
        if (verdict.isIntact() && m_wishes.anchorFile.isEmpty())
            text += Cli::tr("That nothing was cut off its end can be told with --anchor only.");
        if (verdict.isAnchored)
            text += Cli::tr("The anchor's event is there.");
        answer(json, text, verdict.broken);
    }

    void show(const AuditFileVerdict &verdict)
    {
        using Kind = AuditFileVerdict::Kind;
        const QJsonObject json{{u"kind"_s, kindName(verdict.kind)},
                               {u"intact"_s, verdict.isIntact()},
                               {u"catalog"_s, verdict.catalog.isEmpty() ? QJsonValue() : QJsonValue(verdict.catalog)},
                               {u"first"_s, verdict.firstSequence},
                               {u"last"_s, verdict.lastSequence},
                               {u"events"_s, verdict.events},
                               {u"withheld"_s, verdict.withheld},
                               {u"head"_s, hexOf(verdict.lastHash)},
                               {u"madeAt"_s, isoTime(verdict.madeAtMs)},
                               {u"publicKey"_s, verdict.publicKey.isEmpty() ? QJsonValue() : QJsonValue(hexOf(verdict.publicKey))},
                               {u"anchored"_s, verdict.isAnchored},
                               {u"broken"_s, breakJson(verdict.broken)}};
        QStringList text;
        if (verdict.kind == Kind::Anchor)
            text += Cli::tr("An anchor of %1 (UTC): %2 events.").arg(isoTime(verdict.madeAtMs)).arg(verdict.lastSequence);
        else if (verdict.kind == Kind::Certificate)
            text += Cli::tr("A deletion's certificate of %1 (UTC), named by event %2.").arg(isoTime(verdict.madeAtMs)).arg(verdict.firstSequence);
        else
            text += Cli::tr("Events %1 to %2: %3 in full, %4 withheld.").arg(verdict.firstSequence).arg(verdict.lastSequence).arg(verdict.events).arg(verdict.withheld);
        if (verdict.isIntact())
            text += Cli::tr("Intact.");
        if (!verdict.publicKey.isEmpty())
            text += Cli::tr("Signed by the key %1.").arg(keyFingerprint(verdict.publicKey));
        else if (verdict.kind != Kind::Certificate)
            text += Cli::tr("Not signed: anybody could have written it.");
        if (verdict.kind == Kind::Certificate && verdict.isIntact() && !verdict.isAnchored)
            text += Cli::tr("That its event is in the journal can be told with --within or --catalog only.");
        if (verdict.isAnchored)
            text += verdict.kind == Kind::Certificate ? Cli::tr("Its event is in the journal.") : Cli::tr("The anchor's event is there.");
        answer(json, text, verdict.broken);
    }

    void answer(const QJsonObject &json, QStringList text, const std::optional<AuditBreak> &broken)
    {
        if (broken)
            text += breakText(*broken);
        session().terminal.showProgress({});
        if (session().format == OutputFormat::Json)
            session().terminal.write(asJsonLine(json) + '\n');
        else
            session().terminal.write(text.join(u'\n') + u'\n');
        if (broken)
            session().terminal.say(Cli::tr("The journal does not hold."));
        finish(broken ? ExitCode::Failed : ExitCode::Done);
    }

    const VerifyWishes m_wishes;
    std::shared_ptr<ProgressCounters> m_progress = std::make_shared<ProgressCounters>();
    QTimer m_sampling;
};

QString absolute(const QString &path)
{
    return path.isEmpty() ? QString() : QFileInfo(path).absoluteFilePath();
}

std::variant<UsageError, CommandFactory> prepare(const QCommandLineParser &arguments)
{
    VerifyWishes wishes{absolute(arguments.positionalArguments().value(2)), absolute(arguments.value(u"anchor"_s)), absolute(arguments.value(u"within"_s)),
                        arguments.isSet(u"catalog"_s)};
    if (wishes.file.isEmpty() && (!wishes.within.isEmpty() || wishes.isCatalogToo))
        return UsageError{Cli::tr("--within and --catalog go with a FILE.")};
    return CommandFactory([wishes](Session &session) { return std::make_unique<AuditVerifyCommand>(session, wishes); });
}

} // namespace

CommandSpec auditVerifySpec()
{
    return {.words = {u"audit"_s, u"verify"_s},
            .arguments = Cli::tr("[FILE] [--anchor FILE] [--within EXTRACT | --catalog]"),
            .summary = Cli::tr("Checks that nobody changed the journal, or a file that came from it."),
            .details = Cli::tr("Without FILE the catalog's own journal, which may be in use: every hash anew. FILE is an extract, a stored stretch of the\n"
                               "journal, an anchor or a deletion's certificate; it is checked without a profile. Names the first broken place and ends\n"
                               "with 1. A signature says who made a file only where you know the key by another way."),
            .options = {{u"anchor"_s, Cli::tr("This anchor's event must be there: nothing was cut off since."), u"FILE"_s},
                        {u"within"_s, Cli::tr("A certificate's event must be in this extract."), u"EXTRACT"_s},
                        {u"catalog"_s, Cli::tr("A certificate's or anchor's event must be in the profile's catalog.")}},
            .leastArguments = 0,
            .mostArguments = 1,
            .needsWorkspace = true,
            .needsNoWorkspace = [](const QCommandLineParser &arguments) { return arguments.positionalArguments().size() > 2; },
            .prepare = prepare};
}

} // namespace letopis::cli
