#include "ui/pages/people/peoplefiles.h"

#include "core/access/peoplecsv.h"

#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

template<typename T>
QFuture<Result<T>> elsewhere(std::function<Result<T>()> work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

ErrorKind kindOf(const QFileDevice &file)
{
    switch (file.error()) {
    case QFileDevice::PermissionsError: return ErrorKind::PermissionDenied;
    case QFileDevice::ResourceError: return ErrorKind::DiskFull;
    case QFileDevice::OpenError: return QFileInfo::exists(file.fileName()) ? ErrorKind::PermissionDenied : ErrorKind::NotFound;
    default: return ErrorKind::Internal;
    }
}

Error failure(const QFileDevice &file, const QString &path)
{
    // With an evidence that says nothing: the refusal is the disk's, not the directory's.
    return {.kind = kindOf(file), .detail = file.errorString(), .subject = path, .evidence = file.error()};
}

} // namespace

QFuture<Result<QByteArray>> readPeopleFile(const QString &path)
{
    return elsewhere<QByteArray>([path]() -> Result<QByteArray> {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return failure(file, path);
        return file.read(maxPeopleCsvBytes + 1); // the directory says that it is too large
    });
}

QFuture<Result<>> writePeopleFile(const QString &path, const QByteArray &csv)
{
    return elsewhere<void>([path, csv]() -> Result<> {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return failure(file, path);
        file.write("\xEF\xBB\xBF");
        file.write(csv);
        return file.commit() ? Result<>() : Result<>(failure(file, path));
    });
}

} // namespace letopis
