// Any bytes as a material's description; what follows a NUL as the one that another profile wrote meanwhile.
#include "core/domain/materialdescription.h"

#include <QSet>

#include <cstdlib>

using namespace letopis;

namespace {
const QString uuid = QStringLiteral("6f9619ff-8b86-4011-b42d-00cf4fc964ff");

void check(bool isRight)
{
    if (!isRight)
        std::abort();
}

// Whatever is read can be written, and read again as the same.
std::optional<MaterialDescription> readAndCheck(const QByteArray &json)
{
    const Result<MaterialDescription> read = descriptionFromJson(json, uuid);
    if (!read)
        return {};
    check(!read->versions.isEmpty() && read->versions.size() <= mostMaterialVersions);
    const QByteArray written = toJson(*read);
    const Result<MaterialDescription> again = descriptionFromJson(written, uuid);
    check(again ? *again == *read : written.size() > mostDescriptionBytes);
    return *read;
}

bool isThere(const QList<MaterialVersion> &versions, const MaterialVersion &wanted)
{
    return std::any_of(versions.begin(), versions.end(), [&](const MaterialVersion &one) { return isSameVersion(one, wanted); });
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype end = input.indexOf('\0');
    const auto ours = readAndCheck(end < 0 ? input : input.first(end));
    const auto theirs = end < 0 ? std::nullopt : readAndCheck(input.sliced(end + 1));
    (void)uuidOfDescription(QString::fromUtf8(input));
    (void)isPartOfMaterial(QString::fromUtf8(input));
    if (!ours || !theirs)
        return 0;
    const MaterialDescription merged = mergeDescriptions(*ours, *ours, *theirs).merged;
    QSet<int> numbers;
    for (const MaterialVersion &one : merged.versions) {
        check(one.number >= 1 && one.number <= highestMaterialVersion && !numbers.contains(one.number));
        numbers.insert(one.number);
    }
    for (const QList<MaterialVersion> *side : {&ours->versions, &theirs->versions}) {
        for (const MaterialVersion &one : *side)
            check(isThere(merged.versions, one));
    }
    const MaterialDescription wanted = wantedAfter(baseAfter(*ours, *theirs), merged);
    const QByteArray written = toJson(wanted);
    if (wanted.versions.size() <= mostMaterialVersions && written.size() <= mostDescriptionBytes)
        check(descriptionFromJson(written, uuid).has_value());
    return 0;
}
