#include "ui/text/names.h"

#include "ui/text/backuptext.h"
#include "ui/text/dates.h"
#include "ui/text/errortext.h"
#include "ui/text/quantities.h"

#include <QCoreApplication>
#include <QHash>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct NameTr
{
    Q_DECLARE_TR_FUNCTIONS(NameText)
};

QString withText(const QString &kind, const QString &text)
{
    return text.isEmpty() ? kind : kind + u": "_s + text;
}

QString syncOutcome(const SyncReport &report)
{
    QStringList parts;
    if (report.added > 0)
        parts << NameTr::tr("%1 added", nullptr, static_cast<int>(report.added)).arg(numberText(report.added));
    if (report.updated > 0)
        parts << NameTr::tr("%1 updated", nullptr, static_cast<int>(report.updated)).arg(numberText(report.updated));
    if (report.gone > 0)
        parts << NameTr::tr("%1 gone", nullptr, static_cast<int>(report.gone)).arg(numberText(report.gone));
    if (!report.failed.isEmpty())
        parts << NameTr::tr("%1 unreadable", nullptr, static_cast<int>(report.failed.size())).arg(report.failed.size());
    return parts.isEmpty() ? NameTr::tr("Nothing new") : parts.join(u", "_s);
}

} // namespace

QString stateText(PublicationState state)
{
    switch (state) {
    //: State of a recording
    case PublicationState::Processing: return NameTr::tr("Processing");
    //: State of a recording
    case PublicationState::Processed: return NameTr::tr("Processed");
    //: State of a recording
    case PublicationState::Published: return NameTr::tr("Published");
    //: State of a recording
    case PublicationState::Unpublished: return NameTr::tr("Unpublished");
    //: State of a recording
    case PublicationState::Deleted: return NameTr::tr("Deleted");
    //: State of a recording
    case PublicationState::Gone: return NameTr::tr("Gone");
    }
    return {};
}

QString stateExplanation(PublicationState state)
{
    switch (state) {
    case PublicationState::Processing: return NameTr::tr("The server is still preparing this recording");
    case PublicationState::Processed: return NameTr::tr("Prepared, but not published yet");
    case PublicationState::Published: return NameTr::tr("Everyone with the link can play it on the server");
    case PublicationState::Unpublished: return NameTr::tr("Kept on the server, hidden from viewers");
    case PublicationState::Deleted: return NameTr::tr("Deleted on the server; its files may still be on the server's disk");
    case PublicationState::Gone: return NameTr::tr("The server no longer lists it; the catalog keeps what it knows");
    }
    return {};
}

QString roleText(ConferenceRole role)
{
    switch (role) {
    //: Role of a participant
    case ConferenceRole::Guest: return NameTr::tr("Guest");
    //: Role of a participant
    case ConferenceRole::Viewer: return NameTr::tr("Viewer");
    //: Role of a participant
    case ConferenceRole::Presenter: return NameTr::tr("Presenter");
    //: Role of a participant
    case ConferenceRole::Moderator: return NameTr::tr("Moderator");
    }
    return {};
}

QString columnText(RecordingColumn column)
{
    switch (column) {
    //: Column of the recordings table
    case RecordingColumn::Title: return NameTr::tr("Title");
    //: Column of the recordings table
    case RecordingColumn::Meeting: return NameTr::tr("Meeting");
    //: Column of the recordings table
    case RecordingColumn::Server: return NameTr::tr("Server");
    //: Column of the recordings table
    case RecordingColumn::StartedAt: return NameTr::tr("Date");
    //: Column of the recordings table
    case RecordingColumn::Duration: return NameTr::tr("Length");
    //: Column of the recordings table: the number of participants
    case RecordingColumn::Participants: return NameTr::tr("People");
    //: Column of the recordings table: playback formats
    case RecordingColumn::Formats: return NameTr::tr("Formats");
    //: Column of the recordings table
    case RecordingColumn::Size: return NameTr::tr("Size");
    //: Column of the recordings table
    case RecordingColumn::State: return NameTr::tr("State");
    }
    return {};
}

QString formatText(const QString &type)
{
    static const QHash<QString, const char *> known{
        {u"presentation"_s, QT_TRANSLATE_NOOP("NameText", "Presentation")},
        {u"video"_s, QT_TRANSLATE_NOOP("NameText", "Video")},
        {u"podcast"_s, QT_TRANSLATE_NOOP("NameText", "Podcast")},
        {u"notes"_s, QT_TRANSLATE_NOOP("NameText", "Notes")},
        {u"screenshare"_s, QT_TRANSLATE_NOOP("NameText", "Screen share")},
        {u"statistics"_s, QT_TRANSLATE_NOOP("NameText", "Statistics")},
    };
    const char *name = known.value(type);
    return name ? NameTr::tr(name) : type;
}

QString timelineKindText(TimelineKind kind)
{
    switch (kind) {
    case TimelineKind::MeetingStarted: return NameTr::tr("Meeting started");
    case TimelineKind::MeetingEnded: return NameTr::tr("Meeting ended");
    case TimelineKind::Joined: return NameTr::tr("Joined");
    case TimelineKind::Left: return NameTr::tr("Left");
    case TimelineKind::RoleChanged: return NameTr::tr("Role changed");
    case TimelineKind::PresenterChanged: return NameTr::tr("Presenter changed");
    case TimelineKind::RecordingStarted: return NameTr::tr("Recording started");
    case TimelineKind::RecordingStopped: return NameTr::tr("Recording stopped");
    case TimelineKind::PollStarted: return NameTr::tr("Poll started");
    case TimelineKind::PollPublished: return NameTr::tr("Poll results shown");
    case TimelineKind::ScreenShareStarted: return NameTr::tr("Screen share started");
    case TimelineKind::ScreenShareStopped: return NameTr::tr("Screen share stopped");
    }
    return {};
}

QString timelineText(const TimelineEntry &entry)
{
    switch (entry.kind) {
    case TimelineKind::Joined: return NameTr::tr("%1 joined").arg(entry.person);
    case TimelineKind::Left: return NameTr::tr("%1 left").arg(entry.person);
    case TimelineKind::RoleChanged: {
        const std::optional<ConferenceRole> role = conferenceRoleFromName(entry.text);
        //: %1 is a person's name, %2 a role: "Anna: now moderator"
        return NameTr::tr("%1: now %2").arg(entry.person, role ? QLocale().toLower(roleText(*role)) : entry.text);
    }
    case TimelineKind::PresenterChanged: return NameTr::tr("%1 is presenting").arg(entry.person);
    case TimelineKind::MeetingStarted:
    case TimelineKind::MeetingEnded:
    case TimelineKind::RecordingStarted:
    case TimelineKind::RecordingStopped:
    case TimelineKind::PollStarted:
    case TimelineKind::PollPublished:
    case TimelineKind::ScreenShareStarted:
    case TimelineKind::ScreenShareStopped:
        return withText(timelineKindText(entry.kind), entry.text.isEmpty() ? entry.person : entry.text);
    }
    return {};
}

QString jobTitle(const JobStatus &job)
{
    switch (job.kind) {
    //: %1 is a server's name
    case JobKind::Sync: return NameTr::tr("Sync of %1").arg(job.subject);
    //: %1 is a file's or recording's name
    case JobKind::Download: return NameTr::tr("Download of %1").arg(job.subject);
    //: %1 is a server's name
    case JobKind::Push: return NameTr::tr("Edits to %1").arg(job.subject);
    //: %1 is a server's, a recording's or a file's name
    case JobKind::Materials: return NameTr::tr("Materials of %1").arg(job.subject);
    //: %1 is a folder's or a server's name
    case JobKind::Backup: return NameTr::tr("Backup to %1").arg(job.subject);
    //: %1 is a file's name
    case JobKind::BackupCheck: return NameTr::tr("Check of the backup %1").arg(job.subject);
    //: %1 is a file's name
    case JobKind::Restore: return NameTr::tr("Restore from %1").arg(job.subject);
    //: %1 is a server's name
    case JobKind::Deletion: return NameTr::tr("Deletion on %1").arg(job.subject);
    //: %1 is a server's name
    case JobKind::Reality: return NameTr::tr("Comparison with the disk of %1").arg(job.subject);
    }
    return {};
}

ErrorText jobErrorText(const JobStatus &job)
{
    if (!job.error)
        return {};
    switch (job.kind) {
    case JobKind::Sync:
    case JobKind::Download:
    case JobKind::Push:
    case JobKind::Materials:
    case JobKind::Deletion:
    case JobKind::Reality: return errorText(*job.error);
    case JobKind::Backup:
    case JobKind::BackupCheck:
    case JobKind::Restore: return backupErrorText(*job.error, job.kind, job.server.isValid());
    }
    return {};
}

QString jobOutcome(const JobStatus &job)
{
    if (job.error)
        return jobErrorText(job).sentence;
    if (job.kind == JobKind::BackupCheck && job.backup)
        return NameTr::tr("Whole: %1").arg(backupOutcome(*job.backup));
    if (job.backup)
        return backupOutcome(*job.backup);
    if (job.kind == JobKind::Restore)
        return NameTr::tr("Checked, and ready to be compared with the catalog");
    if (job.report)
        return syncOutcome(*job.report);
    return NameTr::tr("Done");
}

QString peopleStatusText(RecordingDetails::PeopleStatus status)
{
    using Status = RecordingDetails::PeopleStatus;
    switch (status) {
    case Status::Known: return {};
    case Status::NoDiskAccess:
        return NameTr::tr("Names come from the server's disk. Give this server an SSH account to see who took part.");
    case Status::NotFetchedYet: return NameTr::tr("Not read from the server's disk yet. The next sync fetches them.");
    case Status::EventsGone:
        return NameTr::tr("The server has already deleted this meeting's event log, as it does 14 days after publishing. "
                          "Only the number of participants is left.");
    case Status::EventsUnreadable: return NameTr::tr("This meeting's event log is damaged and could not be read.");
    }
    return {};
}

QString certificateProblemText(CertificateProblem problem, const UntrustedCertificate &certificate)
{
    switch (problem) {
    case CertificateProblem::SelfSigned:
        return NameTr::tr("The server signed its certificate itself: nobody else vouches for it.");
    case CertificateProblem::UnknownAuthority:
        return NameTr::tr("The authority that signed it is not among those this computer trusts.");
    case CertificateProblem::WrongHost:
        return NameTr::tr("It is for another host name, not for %1.").arg(certificate.host);
    case CertificateProblem::Expired:
        return NameTr::tr("It expired on %1.").arg(absoluteDate(certificate.validTo));
    case CertificateProblem::NotYetValid:
        return NameTr::tr("It is valid only from %1. Check this computer's clock.")
            .arg(absoluteDate(certificate.validFrom));
    case CertificateProblem::Revoked:
        return NameTr::tr("The authority has revoked it.");
    case CertificateProblem::WeakKey:
        return NameTr::tr("Its key or signature is too weak to be safe.");
    case CertificateProblem::Other:
        return NameTr::tr("It could not be checked.");
    }
    return {};
}

} // namespace letopis
