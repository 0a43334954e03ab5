#pragma once

#include "core/domain/recordingfield.h"

namespace letopis {

// How the two sides of one field come together: `base` is what both last agreed on.
enum class MergeOutcome {
    Agreed,   // both sides say the same
    Theirs,   // only they changed it
    Ours,     // only we did
    Combined, // both changed it and both changes fit (tags)
    Conflict, // both changed it differently: a person decides; the value is ours meanwhile
};

struct FieldMerge
{
    MergeOutcome outcome = MergeOutcome::Agreed;
    QString value;

    friend bool operator==(const FieldMerge &, const FieldMerge &) = default;
};

// Three-way and symmetric: with sides exchanged the value is the same, save that a Conflict keeps the own side. Tags are
// merged one by one: what either side added or removed stays added or removed; they never conflict.
FieldMerge mergeField(FieldType type, const QString &base, const QString &ours, const QString &theirs);

// The base of `ours`, edited on top of what was pushed and has not settled yet. Of tags only what the later edit takes back
// counts as agreed on: another one that is missing may have been lost to somebody who wrote at the same moment.
QString baseAfterPush(FieldType type, const QString &base, const QString &pushed, const QString &ours);

} // namespace letopis
