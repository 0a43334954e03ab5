#include "core/workspace/local/credentials.h"

#include "core/base/whendone.h"

#include <array>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Purpose
{
    QLatin1StringView name;
    SecretText ServerCredentials::*member;
    bool isRequired;
};

constexpr std::array<Purpose, 4> purposes{{
    {"api-secret"_L1, &ServerCredentials::apiSecret, true},
    {"ssh-password"_L1, &ServerCredentials::sshPassword, false},
    {"ssh-key-passphrase"_L1, &ServerCredentials::sshKeyPassphrase, false},
    {"proxy-password"_L1, &ServerCredentials::proxyPassword, false},
}};

// One after the other: keychains ask their user for one thing at a time.
template<typename T>
class Sequence : public std::enable_shared_from_this<Sequence<T>>
{
public:
    using Step = std::function<QFuture<Result<>>(const Purpose &, T &)>;

    Sequence(QObject *context, T state, Step step) : m_context(context), m_state(std::move(state)), m_step(std::move(step))
    {
        m_promise.start();
    }

    QFuture<Result<T>> start()
    {
        QFuture<Result<T>> future = m_promise.future();
        next(0);
        return future;
    }

private:
    void next(size_t index)
    {
        if (index == purposes.size()) {
            m_promise.addResult(Result<T>(std::move(m_state)));
            m_promise.finish();
            return;
        }
        whenDone(m_step(purposes[index], m_state), m_context, [self = this->shared_from_this(), index](const Result<> &done) {
            if (done) {
                self->next(index + 1);
                return;
            }
            self->m_promise.addResult(Result<T>(done.error()));
            self->m_promise.finish();
        });
    }

    QObject *m_context;
    T m_state;
    Step m_step;
    QPromise<Result<T>> m_promise;
};

struct Nothing
{};

struct FirstFailure
{
    std::optional<Error> error;
};

QFuture<Result<>> discardValue(QFuture<Result<Nothing>> future, QObject *context)
{
    auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    whenDone(future, context, [promise](const Result<Nothing> &done) {
        promise->addResult(done ? Result<>() : Result<>(done.error()));
        promise->finish();
    });
    return promise->future();
}

} // namespace

Credentials::Credentials(SecretStore &store, QObject *parent) : QObject(parent), m_store(&store) {}

void Credentials::use(SecretStore &store)
{
    m_store = &store;
}

QFuture<Result<>> Credentials::check()
{
    auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    whenDone(m_store->read(probeOfSecretStore()), this, [promise](const Result<SecretText> &probe) {
        const bool isWorking = probe || probe.error().kind == ErrorKind::SecretMissing;
        Error error = isWorking ? Error{} : probe.error();
        error.subject.clear(); // the probe's name says nothing to anybody
        promise->addResult(isWorking ? Result<>() : Result<>(std::move(error)));
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<ServerCredentials>> Credentials::load(const QString &serverUuid)
{
    const auto step = [this, serverUuid](const Purpose &purpose, ServerCredentials &loaded) {
        auto promise = std::make_shared<QPromise<Result<>>>();
        promise->start();
        whenDone(m_store->read({serverUuid, purpose.name}), this,
                 [promise, purpose, target = &(loaded.*purpose.member)](const Result<SecretText> &secret) {
                     if (secret)
                         *target = *secret;
                     const bool isFine = secret || (secret.error().kind == ErrorKind::SecretMissing && !purpose.isRequired);
                     promise->addResult(isFine ? Result<>() : Result<>(secret.error()));
                     promise->finish();
                 });
        return promise->future();
    };
    return std::make_shared<Sequence<ServerCredentials>>(this, ServerCredentials{}, step)->start();
}

QFuture<Result<>> Credentials::save(const QString &serverUuid, const ServerCredentials &credentials)
{
    const auto step = [this, serverUuid, credentials](const Purpose &purpose, Nothing &) {
        const SecretText &secret = credentials.*purpose.member;
        return secret.isEmpty() ? readyFuture(Result<>()) : m_store->write({serverUuid, purpose.name}, secret);
    };
    return discardValue(std::make_shared<Sequence<Nothing>>(this, Nothing{}, step)->start(), this);
}

QFuture<Result<>> Credentials::removeAll(const QString &serverUuid)
{
    // Each is asked for, whatever became of the one before: a write that was given up on may still succeed, and a removal
    // asked for after it undoes it then.
    const auto step = [this, serverUuid](const Purpose &purpose, FirstFailure &first) {
        auto promise = std::make_shared<QPromise<Result<>>>();
        promise->start();
        whenDone(m_store->remove({serverUuid, purpose.name}), this, [promise, &first](const Result<> &removed) {
            if (!removed && removed.error().kind != ErrorKind::SecretMissing && !first.error)
                first.error = removed.error();
            promise->addResult(Result<>());
            promise->finish();
        });
        return promise->future();
    };
    const auto all = std::make_shared<Sequence<FirstFailure>>(this, FirstFailure{}, step)->start();
    return chain(all, this, [](const FirstFailure &first) {
        return readyFuture(first.error ? Result<>(*first.error) : Result<>());
    });
}

} // namespace letopis
