#include "app/cli/trustoptions.h"

#include "app/cli/serverselection.h"
#include "app/cli/text.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

QList<QCommandLineOption> trustOptions()
{
    return {{u"accept-certificate"_s, Cli::tr("Accepts exactly this untrusted certificate."), u"SHA256"_s},
            {u"accept-host-key"_s, Cli::tr("Accepts and records exactly this unknown host key."), u"SHA256:…"_s}};
}

std::variant<UsageError, TrustDecision> trustDecision(const QCommandLineParser &arguments)
{
    TrustDecision decision;
    if (arguments.isSet(u"accept-certificate"_s)) {
        decision.certificateSha256 = certificateFingerprint(arguments.value(u"accept-certificate"_s));
        if (!decision.certificateSha256)
            return UsageError{Cli::tr("--accept-certificate needs the certificate's whole SHA-256.")};
    }
    if (arguments.isSet(u"accept-host-key"_s)) {
        decision.hostKeySha256 = hostKeyFingerprint(arguments.value(u"accept-host-key"_s));
        if (!decision.hostKeySha256)
            return UsageError{Cli::tr("--accept-host-key needs the key's whole fingerprint, SHA256:….")};
    }
    return decision;
}

} // namespace letopis::cli
