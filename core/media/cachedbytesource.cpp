#include "core/media/cachedbytesource.h"

#include "core/media/cachefiller.h"
#include "core/media/sparsecachefile.h"

#include <QPointer>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

CachedByteSource::CachedByteSource(std::shared_ptr<SparseCacheFile> file, std::shared_ptr<ConferenceService> service,
                                   const RecordingAsset &asset, QThreadPool &workers, const Options &options,
                                   QObject *parent)
    : QIODevice(parent)
    , m_file(std::move(file))
    , m_service(std::move(service))
    , m_asset(asset)
    , m_workers(&workers)
    , m_options(options)
    , m_wasSizeKnown(m_file->size() >= 0)
    , m_wasComplete(m_file->isComplete())
{
}

CachedByteSource::~CachedByteSource()
{
    stopFilling();
}

bool CachedByteSource::open(OpenMode mode)
{
    if (mode & WriteOnly)
        return false;
    // Buffered, QIODevice would read 16 KiB pieces of its own, and starve on bytes that nobody asked for.
    if (!QIODevice::open(ReadOnly | Unbuffered))
        return false;
    startFilling();
    return true;
}

qint64 CachedByteSource::size() const
{
    return std::max(qint64(0), m_file->size());
}

bool CachedByteSource::isSizeKnown() const
{
    return m_file->size() >= 0;
}

bool CachedByteSource::isComplete() const
{
    return m_file->isComplete();
}

QString CachedByteSource::filePath() const
{
    return m_file->path();
}

QList<ByteRange> CachedByteSource::buffered() const
{
    return m_file->present().list();
}

bool CachedByteSource::holds(qint64 from, qint64 length) const
{
    return m_file->holds(from, length);
}

void CachedByteSource::retry()
{
    m_error.reset();
    startFilling();
}

bool CachedByteSource::isQuiet() const
{
    constexpr qint64 Moment = 60;
    return !m_sinceRead.isValid() || m_sinceRead.elapsed() > Moment;
}

void CachedByteSource::prefer(qint64 position)
{
    if (m_filler)
        m_filler->prefer(position);
}

void CachedByteSource::stopFilling()
{
    m_workers = nullptr;
    if (!m_filler)
        return;
    m_filler->detach();
    m_filler->stop();
    m_filler.reset();
}

void CachedByteSource::startFilling()
{
    if (m_filler || !m_workers || !m_service || m_file->isComplete())
        return;
    m_filler = std::make_shared<CacheFiller>(m_file, m_service, m_asset,
                                             CacheFiller::Options{.priorityWindow = m_options.priorityWindow,
                                                                  .chunk = m_options.chunk,
                                                                  .retry = m_options.retry});
    m_filler->attach(this, [this] { onFillerProgress(); });
    if (m_starved)
        m_filler->prefer(m_starved->from, m_starved->length());
    m_workers->start([filler = m_filler] { filler->run(); });
}

qint64 CachedByteSource::readData(char *data, qint64 maxSize)
{
    m_sinceRead.start();
    const qint64 from = pos();
    const qint64 length = std::min(maxSize, size() - from);
    if (length <= 0)
        return 0;
    const qint64 count = m_file->read(from, data, length);
    if (count == 0)
        noteStarvation(from, length);
    else if (m_filler)
        m_filler->prefer(from + length);
    return count;
}

void CachedByteSource::noteStarvation(qint64 from, qint64 length)
{
    m_starved = ByteRange{from, from + length};
    if (m_filler)
        m_filler->prefer(from, length);
    else {
        // Nobody fetches any more: the reader learns why at each hole it comes to.
        if (!m_error)
            m_error = Error{ErrorKind::HostUnreachable, u"not cached, and offline"_s, m_asset.name, {}};
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_error)
                    Q_EMIT failed(*m_error);
            },
            Qt::QueuedConnection);
    }
    Q_EMIT starved(from, length);
}

void CachedByteSource::onFillerProgress()
{
    const QPointer<CachedByteSource> self = this;
    const std::shared_ptr<CacheFiller> filler = m_filler; // a slot may stop the filling
    if (!filler)
        return;
    if (!m_wasSizeKnown && isSizeKnown()) {
        m_wasSizeKnown = true;
        Q_EMIT sizeBecameKnown();
    }
    if (self)
        Q_EMIT bufferedChanged();
    if (self && m_starved && holds(m_starved->from, m_starved->length())) {
        m_starved.reset();
        Q_EMIT readyRead();
    }
    if (!self || !filler->isFinished() || m_filler != filler)
        return;
    m_filler.reset();
    if (isComplete()) {
        if (!std::exchange(m_wasComplete, true))
            Q_EMIT completed();
    } else if (m_error = filler->error(); m_error) {
        Q_EMIT failed(*m_error);
    }
}

} // namespace letopis
