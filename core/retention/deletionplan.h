#pragma once

#include "core/domain/recording.h"

#include <optional>

namespace letopis {

using PolicyId = StrongId<struct PolicyTag>;
using DeletionPlanId = StrongId<struct DeletionPlanTag>;

// What is done to a recording on its way out or back; one item of a plan does one of them.
enum class DeletionStep {
    Unpublish, // its URL opens nothing any more; nothing is removed
    Trash,     // the server's delete where it can be undone, else only unpublished; the grace period begins
    Restore,   // back from the trash, published if it was
    Purge,     // for good: server, its disk where it can be reached, local copies; ends with a certificate
};

QString deletionStepName(DeletionStep step); // "unpublish" …: database, command line, JSON
std::optional<DeletionStep> deletionStepFromName(const QString &name);

// Why an item is in a plan.
struct DeletionReason
{
    enum class Kind {
        Policy,
        OwnDate,   // the recording's own
        GraceOver, // of what was in the trash
        Manual,    // somebody asked for it
        Mend,      // a finding of the reality check
    };

    Kind kind = Kind::Manual;
    PolicyId policy;    // of Policy
    QString policyName; // when the plan was made

    friend bool operator==(const DeletionReason &, const DeletionReason &) = default;
};

// As it is stored with the item: {"kind":"policy","policy":12,"name":"…"}; the last two of a policy only.
QString deletionReasonName(DeletionReason::Kind kind); // "policy", "ownDate", "graceOver", "manual", "mend"
QByteArray toJson(const DeletionReason &reason);
std::optional<DeletionReason> deletionReasonFromJson(const QByteArray &json);

// Why an item was not done. Stored by name.
enum class DeletionRefusal {
    None,
    Held,         // a legal hold
    NotDue,       // the policy, its date or a view since the plan changed that
    Changed,      // the server describes it otherwise than at the time of the plan
    AlreadyThere, // it is as the step would leave it
    Unrestorable, // nothing is left to restore from
    UnsafeId,     // no id that may be sent to the server's disk
};

struct DeletionItem
{
    enum class State { Planned, Running, Done, Skipped, Failed };

    int position = 0; // in its plan
    RecordingId recording;
    QString externalId; // this and the next as they were when the plan was made
    QString title;
    DeletionStep step = DeletionStep::Trash;
    DeletionReason reason;
    qint64 dueAtMs = 0;       // epoch
    qint64 sizeBytes = -1;    // what a purge frees on the server: formats and raw; -1: unknown
    qint64 lastViewedAtMs = 0; // through Letopis; 0: never
    QByteArray basis;         // digest of what the plan rests on; another one later is Changed

    State state = State::Planned;
    DeletionRefusal refusal = DeletionRefusal::None; // of Skipped
    QString problem;    // of Failed: the error's kind, a colon, its detail
    qint64 endedAtMs = 0;
    qint64 freedBytes = -1; // measured on the server's disk; -1: could not be
    QByteArray certificateSha256; // of a purge that is done
};

// One server's items, made at once and then run exactly as they are.
struct DeletionPlan
{
    enum class State {
        Proposed,  // nothing happens yet
        Confirmed, // somebody typed the number of items, or there was no need to
        Finished,  // every item has ended
        Discarded,
    };

    DeletionPlanId id;
    QString uuid;
    ServerId server;
    qint64 createdAtMs = 0;
    QString createdBy; // login; empty: the catalog itself
    State state = State::Proposed;
    QString confirmedBy;
    QString approvedBy; // of a purge by two people: another than confirmedBy
    bool needsConfirmation = false; // past the limit of a run, or with what nobody was warned of on an earlier day
    bool needsApproval = false;
    qint64 itemCount = 0;
    qint64 sizeBytes = 0; // of the items whose size is known
};

QString deletionItemStateName(DeletionItem::State state);
std::optional<DeletionItem::State> deletionItemStateFromName(const QString &name);
QString deletionPlanStateName(DeletionPlan::State state);
std::optional<DeletionPlan::State> deletionPlanStateFromName(const QString &name);
QString deletionRefusalName(DeletionRefusal refusal);
std::optional<DeletionRefusal> deletionRefusalFromName(const QString &name);

} // namespace letopis
