// Any bytes as the conditions of a filing rule.
#include "core/access/filingrule.h"

#include <cstdlib>

using namespace letopis;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const std::optional<FilingRule> rule = filingRuleFromJson(input, sharedFolder);
    if (!rule)
        return 0;
    if (!isWellFormed(*rule) || filingRuleFromJson(toJson(*rule), sharedFolder) != rule)
        std::abort();
    RecordingSnapshot recording;
    recording.name = QString::fromUtf8(input.first(qMin<qsizetype>(input.size(), 300)));
    recording.metadata = {{QStringLiteral("bbb-origin"), recording.name}};
    const bool doesFit = fits(*rule, ServerId{1}, recording);
    if (FilingRules({*rule}).firstFit(ServerId{1}, recording).has_value() != doesFit)
        std::abort();
    return 0;
}
