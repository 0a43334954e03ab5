#include "core/base/sha256.h"

#include <openssl/evp.h>

namespace letopis {

namespace {

EVP_MD_CTX *contextOf(void *context)
{
    return static_cast<EVP_MD_CTX *>(context);
}

} // namespace

void Sha256::Freer::operator()(void *context) const
{
    EVP_MD_CTX_free(contextOf(context));
}

Sha256::Sha256()
    : m_context(EVP_MD_CTX_new())
{
    EVP_DigestInit_ex(contextOf(m_context.get()), EVP_sha256(), nullptr);
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

void Sha256::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(contextOf(m_context.get()), bytes.data(), size_t(bytes.size()));
}

QByteArray Sha256::result()
{
    QByteArray digest(32, 0);
    unsigned length = 0;
    EVP_DigestFinal_ex(contextOf(m_context.get()), reinterpret_cast<unsigned char *>(digest.data()), &length);
    digest.resize(qsizetype(length));
    return digest;
}

void Sha256::resultInto(QByteArray &digest)
{
    digest.resize(32);
    EVP_DigestFinal_ex(contextOf(m_context.get()), reinterpret_cast<unsigned char *>(digest.data()), nullptr);
    EVP_DigestInit_ex(contextOf(m_context.get()), nullptr, nullptr);
}

} // namespace letopis
