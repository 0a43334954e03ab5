// Any bytes as an extract of the journal, and as an anchor.
#include "core/journal/auditextract.h"

#include <cstdlib>

using namespace letopis;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const Result<AuditAnchor> anchor = anchorFromText(input)) {
        const Result<AuditAnchor> again = anchorFromText(anchorText(*anchor));
        if (anchor->hash.size() != 32 || !again || again->hash != anchor->hash || again->sequence != anchor->sequence)
            std::abort();
    }
    ExtractReader reader(3);
    for (const QByteArray &line : input.split('\n')) {
        if (!reader.addLine(line))
            return 0;
    }
    const AuditFileVerdict verdict = reader.finish();
    if (verdict.events < 0 || verdict.withheld < 0)
        std::abort();
    // Whole means: each number once, from the first to the last.
    if (verdict.isIntact() && verdict.events + verdict.withheld != verdict.lastSequence - verdict.firstSequence + 1)
        std::abort();
    return 0;
}
