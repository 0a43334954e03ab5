#include "core/journal/auditfiles.h"

#include "core/journal/auditextract.h"
#include "core/journal/auditkey.h"
#include "core/journal/auditlinefile.h"
#include "core/retention/deletioncertificate.h"
#include "core/storage/auditchain.h"

#include <QFile>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 mostSmallBytes = 64 * 1024 * 1024; // of a certificate with all its files

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.exists() ? ErrorKind::PermissionDenied : ErrorKind::NotFound, file.errorString(), path, {}};
    if (file.size() > mostSmallBytes)
        return Error{ErrorKind::TooLarge, u"the file is too large"_s, path, {}};
    return file.readAll();
}

// The hash that the catalog has at this number; empty: none.
Result<QByteArray> hashInCatalog(const QString &catalogFile, qint64 sequence)
{
    const Result<std::unique_ptr<Connection>> connection = Connection::open(catalogFile, ConnectionMode::ReadOnly, {});
    if (!connection)
        return connection.error();
    Result<ChainReader> chain = ChainReader::on(**connection);
    return chain ? chain->hashAt(sequence) : Result<QByteArray>(chain.error());
}

struct Extract
{
    AuditFileVerdict verdict;
    QByteArray watchedHash;
};

Result<Extract> checkExtract(const QString &file, qint64 watched, const std::stop_token &stop)
{
    ExtractReader reader(watched);
    const Result<> read = readLines(file, [&reader](QByteArrayView line) { return reader.addLine(line); }, stop);
    // Damage that the compression notices is a break of the frame; what was never an extract is an error.
    if (!read && (!reader.hasHead() || read.error().kind != ErrorKind::BadAnswer))
        return read.error();
    if (!reader.hasHead())
        return Error{ErrorKind::BadAnswer, u"the file is empty"_s, file, {}};
    Extract extract{reader.finish(), reader.watchedHash()};
    const bool claimsSignature = !extract.verdict.publicKey.isEmpty() || !reader.signature().isEmpty();
    const bool isSigned = claimsSignature && extract.verdict.isIntact()
        && isSignature(reader.signature(), reader.message(), extract.verdict.publicKey);
    if (claimsSignature && extract.verdict.isIntact() && !isSigned)
        extract.verdict.broken = AuditBreak{0, AuditBreakKind::Changed};
    if (!isSigned)
        extract.verdict.publicKey.clear();
    return extract;
}

Result<AuditFileVerdict> checkExtractFile(const AuditFileCheck &check, const std::stop_token &stop)
{
    Result<Extract> extract = checkExtract(check.file, check.anchor ? check.anchor->sequence : 0, stop);
    if (!extract)
        return extract.error();
    AuditFileVerdict &verdict = extract->verdict;
    if (!check.anchor || !verdict.isIntact())
        return verdict;
    verdict.isAnchored = extract->watchedHash == check.anchor->hash;
    if (!extract->watchedHash.isEmpty() && !verdict.isAnchored)
        verdict.broken = AuditBreak{check.anchor->sequence, AuditBreakKind::Rewritten};
    else if (check.anchor->sequence > verdict.lastSequence)
        verdict.broken = AuditBreak{verdict.lastSequence + 1, AuditBreakKind::CutOff};
    return verdict;
}

Result<AuditFileVerdict> checkAnchor(const AuditAnchor &anchor, const AuditFileCheck &check)
{
    AuditFileVerdict verdict;
    verdict.kind = AuditFileVerdict::Kind::Anchor;
    verdict.catalog = anchor.catalog;
    verdict.firstSequence = verdict.lastSequence = anchor.sequence;
    verdict.lastHash = anchor.hash;
    verdict.madeAtMs = anchor.atMs;
    verdict.publicKey = anchor.publicKey;
    if (!check.catalogFile.isEmpty()) {
        const Result<QByteArray> hash = hashInCatalog(check.catalogFile, anchor.sequence);
        if (!hash)
            return hash.error();
        verdict.isAnchored = *hash == anchor.hash || anchor.sequence == 0;
        if (!verdict.isAnchored)
            verdict.broken = AuditBreak{anchor.sequence, hash->isEmpty() ? AuditBreakKind::CutOff : AuditBreakKind::Rewritten};
    }
    return verdict;
}

// The event that names it is right in itself; that it stands in the chain is what catalog or extract say.
Result<AuditFileVerdict> checkCertificate(const CertificateFile &certificate, const AuditFileCheck &check, const std::stop_token &stop)
{
    AuditFileVerdict verdict;
    verdict.kind = AuditFileVerdict::Kind::Certificate;
    verdict.firstSequence = verdict.lastSequence = certificate.event.sequence;
    verdict.madeAtMs = certificate.event.atMs;
    verdict.lastHash = certificate.event.hash;
    verdict.events = 1;
    if (const Result<> right = verifyCertificate(certificate.certificate, certificate.event); !right) {
        verdict.events = 0;
        verdict.broken = AuditBreak{certificate.event.sequence, AuditBreakKind::Changed};
        return verdict;
    }
    QByteArray inChain;
    if (!check.within.isEmpty()) {
        Result<Extract> extract = checkExtract(check.within, certificate.event.sequence, stop);
        if (!extract)
            return extract.error();
        verdict.catalog = extract->verdict.catalog;
        verdict.publicKey = extract->verdict.publicKey;
        verdict.broken = extract->verdict.broken;
        inChain = extract->watchedHash;
    } else if (!check.catalogFile.isEmpty()) {
        const Result<QByteArray> hash = hashInCatalog(check.catalogFile, certificate.event.sequence);
        if (!hash)
            return hash.error();
        inChain = *hash;
    } else {
        return verdict;
    }
    verdict.isAnchored = inChain == certificate.event.hash;
    if (!verdict.broken && !verdict.isAnchored)
        verdict.broken = AuditBreak{certificate.event.sequence, inChain.isEmpty() ? AuditBreakKind::Missing : AuditBreakKind::Rewritten};
    return verdict;
}
} // namespace

Result<AuditAnchor> readAnchorFile(const QString &file)
{
    const Result<QByteArray> text = contentOf(file);
    if (!text)
        return text.error();
    const Result<AuditAnchor> anchor = anchorFromText(*text);
    if (anchor && !anchor->signature.isEmpty() && !isSignature(anchor->signature, signedPart(*anchor), anchor->publicKey))
        return Error{ErrorKind::ContentMismatch, u"the anchor's signature is not of its lines"_s, file, {}};
    return anchor;
}

Result<AuditFileVerdict> checkAuditFile(const AuditFileCheck &check, std::stop_token stop)
{
    const Result<AuditFileVerdict> extract = checkExtractFile(check, stop);
    if (extract || extract.error().kind != ErrorKind::BadAnswer)
        return extract;
    const Result<QByteArray> content = contentOf(check.file);
    if (!content)
        return content.error();
    if (const Result<CertificateFile> certificate = readCertificateFile(*content))
        return checkCertificate(*certificate, check, stop);
    const Result<AuditAnchor> anchor = readAnchorFile(check.file);
    if (anchor)
        return checkAnchor(*anchor, check);
    if (anchor.error().kind == ErrorKind::ContentMismatch) {
        AuditFileVerdict verdict;
        verdict.kind = AuditFileVerdict::Kind::Anchor;
        verdict.broken = AuditBreak{0, AuditBreakKind::Changed};
        return verdict;
    }
    return Error{ErrorKind::BadAnswer, u"neither an extract, nor an anchor, nor a certificate"_s, check.file, {}};
}

} // namespace letopis
