#include "ui/pages/deletion/certificatefiles.h"

#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>

#include <memory>

namespace letopis {

namespace {

constexpr qint64 mostBytes = 256 << 20;

template<typename T, typename F>
QFuture<Result<T>> elsewhere(F work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

Error failure(const QFileDevice &file, const QString &path)
{
    const bool isFull = file.error() == QFileDevice::ResourceError || file.error() == QFileDevice::WriteError;
    const bool isThere = QFileInfo::exists(path);
    // With an evidence that says nothing: the refusal is the disk's, not the directory's.
    return {isFull ? ErrorKind::DiskFull : isThere ? ErrorKind::PermissionDenied : ErrorKind::NotFound, file.errorString(), path, file.error()};
}

} // namespace

QFuture<Result<>> writeCertificate(const QString &path, const IssuedCertificate &issued)
{
    return elsewhere<void>([path, issued]() -> Result<> {
        const QByteArray content = certificateFile(issued.json, issued.event);
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
            return failure(file, path);
        return {};
    });
}

QFuture<Result<IssuedCertificate>> readVerifiedCertificate(const QString &path)
{
    return elsewhere<IssuedCertificate>([path]() -> Result<IssuedCertificate> {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return failure(file, path);
        const Result<CertificateFile> read = readCertificateFile(file.read(mostBytes));
        if (!read)
            return read.error();
        if (const Result<> verified = verifyCertificate(read->certificate, read->event); !verified)
            return verified.error();
        return IssuedCertificate{read->certificate, read->event};
    });
}

} // namespace letopis
