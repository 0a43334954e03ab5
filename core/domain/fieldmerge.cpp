#include "core/domain/fieldmerge.h"

#include <algorithm>

namespace letopis {

namespace {
bool has(const QStringList &tags, const QString &tag)
{
    // The canonical form decides what is one tag: "Ёлка" and "елка" are.
    const QString alone = tagsValue({tag});
    return std::any_of(tags.begin(), tags.end(),
                       [&](const QString &one) { return tagsValue({one, alone}) == tagsValue({one}); });
}

QString mergedTags(const QString &base, const QString &ours, const QString &theirs)
{
    const QStringList before = tagsOf(base);
    const QStringList one = tagsOf(ours);
    const QStringList other = tagsOf(theirs);
    QStringList all = before + one + other;
    all.sort(); // the spelling that stays must not depend on whose side it came from
    QStringList merged;
    for (const QString &tag : all) {
        const bool wasThere = has(before, tag);
        const bool stays = wasThere ? has(one, tag) && has(other, tag) : has(one, tag) || has(other, tag);
        if (stays)
            merged += tag;
    }
    return tagsValue(merged);
}
} // namespace

FieldMerge mergeField(FieldType type, const QString &base, const QString &ours, const QString &theirs)
{
    if (ours == theirs)
        return {MergeOutcome::Agreed, ours};
    if (ours == base)
        return {MergeOutcome::Theirs, theirs};
    if (theirs == base)
        return {MergeOutcome::Ours, ours};
    if (type == FieldType::Tags)
        return {MergeOutcome::Combined, mergedTags(base, ours, theirs)};
    return {MergeOutcome::Conflict, ours};
}

QString baseAfterPush(FieldType type, const QString &base, const QString &pushed, const QString &ours)
{
    if (type != FieldType::Tags)
        return pushed;
    const QString removedAgain = withoutTags(pushed, tagsOf(ours));
    const QString addedAgain = withoutTags(ours, tagsOf(pushed));
    return tagsValue(tagsOf(withoutTags(base, tagsOf(addedAgain))) + tagsOf(removedAgain));
}

} // namespace letopis
