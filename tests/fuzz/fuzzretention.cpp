// Any bytes as what the catalog holds of retention: scopes, rules, parameters, reasons, certificates.
#include "core/retention/deletioncertificate.h"
#include "core/retention/retentionanswers.h"
#include "core/retention/retentionpolicy.h"

#include <QJsonDocument>

#include <cstdlib>

using namespace letopis;

namespace {
template <typename T>
QByteArray bytesOf(const T &value)
{
    return QJsonDocument(toJson(value)).toJson(QJsonDocument::Compact);
}

void require(bool holds)
{
    if (!holds)
        std::abort();
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    RetentionPolicy policy;
    policy.name = QStringLiteral("Any");
    policy.scope.server = ServerId{1};
    // What was read and is well formed is read again as it was written.
    if (const auto scope = retentionScopeFromJson(input)) {
        policy.scope = *scope;
        require(!isWellFormed(policy) || retentionScopeFromJson(bytesOf(*scope)) == scope);
    }
    if (const auto rule = retentionRuleFromJson(input)) {
        policy.rule = *rule;
        require(!isWellFormed(policy) || retentionRuleFromJson(bytesOf(*rule)) == rule);
    }
    const RetentionParameters parameters = retentionParametersFromJson(QJsonDocument::fromJson(input).object());
    require(isWellFormed(parameters));
    require(retentionParametersFromJson(toJson(parameters)) == parameters);
    if (const auto reason = deletionReasonFromJson(input))
        require(deletionReasonFromJson(toJson(*reason)) == reason);
    if (const auto certificate = certificateFromJson(input))
        require(toJson(*certificate) == input);
    if (const auto file = readCertificateFile(input))
        static_cast<void>(verifyCertificate(file->certificate, file->event));
    return 0;
}
