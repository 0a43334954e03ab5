#include "core/secrets/keychainsecretstore.h"

#include "core/base/whendone.h"

#include <QTimer>

#include <qt6keychain/keychain.h>

using namespace Qt::Literals::StringLiterals;

namespace letopis {

namespace {

const auto serviceName = u"Letopis"_s;

QString keyOf(const SecretRef &ref)
{
    return ref.scope + u'/' + ref.purpose;
}

// QtKeychain's reason is the back end's own sentence; it never holds the secret.
Error errorOf(const QKeychain::Job &job, const SecretRef &ref)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {ErrorKind::SecretMissing, u"no such secret in the keychain"_s, ref.purpose, {}};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {
            ErrorKind::SecretStoreUnavailable, u"the keychain refused access: "_s + job.errorString(), ref.purpose, {}};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {ErrorKind::SecretStoreUnavailable,
                u"this computer has no keychain: "_s + job.errorString(),
                ref.purpose,
                {}};
    case QKeychain::NoError:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return {ErrorKind::SecretStoreUnavailable, u"the keychain failed: "_s + job.errorString(), ref.purpose, {}};
}

// Runs a QtKeychain job to its end or to the end of our patience, whichever comes first, and answers exactly once. A
// job that was given up on goes on by itself and its answer falls on the floor: QtKeychain cannot cancel.
template <typename T, typename KeychainJob, typename Outcome>
QFuture<Result<T>> runJob(std::unique_ptr<KeychainJob> job, const SecretRef &ref, std::chrono::milliseconds patience,
                          Outcome outcome)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    QFuture<Result<T>> future = promise->future();
    promise->start();
    const auto answer = [promise](Result<T> result) {
        if (promise->future().isFinished())
            return;
        promise->addResult(std::move(result));
        promise->finish();
    };
    job->setKey(keyOf(ref));
    job->setAutoDelete(true);
    QObject::connect(job.get(), &QKeychain::Job::finished, job.get(), [answer, outcome, ref](QKeychain::Job *done) {
        answer(outcome(static_cast<const KeychainJob &>(*done)));
    });
    QTimer::singleShot(patience, job.get(), [answer, ref, patience] {
        answer(
            Error{ErrorKind::SecretStoreUnavailable,
                  u"the keychain did not answer within %1 s; it may be locked"_s.arg(double(patience.count()) / 1000),
                  ref.purpose,
                  {}});
    });
    job.release()->start(); // deletes itself when it has finished
    return future;
}

} // namespace

KeychainSecretStore::KeychainSecretStore(std::chrono::milliseconds patience, std::chrono::milliseconds shortPatience)
    : m_patience(patience)
    , m_shortPatience(std::min(patience, shortPatience))
{
}

QFuture<Result<SecretText>> KeychainSecretStore::read(const SecretRef &ref)
{
    const auto outcome = [ref](const QKeychain::ReadPasswordJob &job) -> Result<SecretText> {
        if (job.error() != QKeychain::NoError)
            return errorOf(job, ref);
        return SecretText(job.binaryData());
    };
    const auto patience = ref == probeOfSecretStore() ? m_shortPatience : m_patience;
    return runJob<SecretText>(std::make_unique<QKeychain::ReadPasswordJob>(serviceName), ref, patience, outcome);
}

QFuture<Result<>> KeychainSecretStore::write(const SecretRef &ref, const SecretText &secret)
{
    auto job = std::make_unique<QKeychain::WritePasswordJob>(serviceName);
    job->setBinaryData(secret.reveal());
    const auto outcome = [ref](const QKeychain::WritePasswordJob &done) -> Result<> {
        if (done.error() != QKeychain::NoError)
            return errorOf(done, ref);
        return {};
    };
    return runJob<void>(std::move(job), ref, m_patience, outcome);
}

QFuture<Result<>> KeychainSecretStore::remove(const SecretRef &ref)
{
    const auto outcome = [ref](const QKeychain::DeletePasswordJob &job) -> Result<> {
        if (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound)
            return errorOf(job, ref);
        return {};
    };
    return runJob<void>(std::make_unique<QKeychain::DeletePasswordJob>(serviceName), ref, m_shortPatience, outcome);
}

QString KeychainSecretStore::description() const
{
    return u"the desktop's keychain"_s;
}

} // namespace letopis
