#include "core/media/cachefiller.h"

#include "core/base/logging.h"

#include <exception>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 FirstRequest = 64 << 10; // small: it only has to tell the size, and nothing can start before it
constexpr qint64 MapEvery = 16 << 20;     // bytes at most lost to a crash

} // namespace

CacheFiller::CacheFiller(std::shared_ptr<SparseCacheFile> file, std::shared_ptr<ConferenceService> service,
                         RecordingAsset asset, const Options &options)
    : m_file(std::move(file))
    , m_service(std::move(service))
    , m_asset(std::move(asset))
    , m_options(options)
{
}

void CacheFiller::attach(QObject *receiver, std::function<void()> notified)
{
    const std::lock_guard lock(m_mutex);
    m_receiver = receiver;
    m_notified = std::move(notified);
}

void CacheFiller::detach()
{
    const std::lock_guard lock(m_mutex);
    m_receiver = nullptr;
    m_notified = {};
}

void CacheFiller::stop()
{
    m_stop.request_stop();
}

void CacheFiller::prefer(qint64 position, qint64 length)
{
    m_preferredLength = length;
    m_preferred = position;
}

std::optional<Error> CacheFiller::error() const
{
    const std::lock_guard lock(m_mutex);
    return m_error;
}

void CacheFiller::run()
{
    const std::stop_token stop = m_stop.get_token();
    int failures = 0;
    qint64 savedTotal = m_file->present().total();
    while (!stop.stop_requested()) {
        const std::optional<ByteRange> next = nextRange();
        if (!next)
            return end({});
        const qint64 before = m_file->present().total();
        const Result<> fetched = fetch(*next);
        const qint64 now = m_file->present().total();
        if (now - savedTotal >= MapEvery && m_file->saveMap())
            savedTotal = now;
        if (now > before)
            failures = 0; // it moves on, if in small steps
        if (fetched || stop.stop_requested())
            continue;
        if (fetched.error().kind == ErrorKind::Cancelled)
            continue; // given up for a more urgent range
        if (fetched.error().kind == ErrorKind::ContentMismatch)
            m_file->reset();
        if (!pauseAfter(fetched.error(), ++failures))
            return end(fetched.error());
    }
    end(Error{ErrorKind::Cancelled, {}, {}, {}});
}

std::optional<ByteRange> CacheFiller::nextRange() const
{
    const qint64 size = m_file->size();
    if (size < 0)
        return ByteRange{0, FirstRequest};
    const ByteRanges present = m_file->present();
    const qint64 wanted = std::clamp(m_preferred.load(), qint64(0), size);
    ByteRange gap = present.firstGap(wanted, size);
    if (gap.length() == 0)
        gap = present.firstGap(0, size);
    if (gap.length() == 0)
        return std::nullopt;
    const bool isUrgent = gap.from >= wanted && gap.from < wanted + m_options.priorityWindow;
    return ByteRange{gap.from, std::min(gap.end, gap.from + (isUrgent ? m_options.priorityWindow : m_options.chunk))};
}

Result<> CacheFiller::fetch(const ByteRange &range)
{
    qint64 at = range.from;
    bool isGivenUp = false;
    const ByteSink sink = [&](QByteArrayView bytes) -> Result<> {
        Result<> kept = keep(at, range, bytes);
        if (!kept)
            return kept;
        at += bytes.size();
        isGivenUp = m_stop.stop_requested() || isWantedElsewhere(at, range);
        return isGivenUp ? Result<>(Error{ErrorKind::Cancelled, {}, {}, {}}) : Result<>();
    };
    try {
        Result<qint64> whole =
            m_service->readAsset(m_asset, range.from, range.length(), sink, m_progress, m_stop.get_token());
        if (isGivenUp)
            return Error{ErrorKind::Cancelled, {}, {}, {}};
        if (!whole)
            return whole.error();
        if (Result<> sized = m_file->setSize(*whole); !sized)
            return sized;
        notify();
        // A server that ends early without an error must not be asked again at once, for ever.
        if (at < std::min(range.end, *whole))
            return Error{ErrorKind::ConnectionLost, u"the answer ended early"_s, m_asset.name, {}};
        return {};
    } catch (const std::exception &e) {
        return Error{ErrorKind::Internal, QString::fromUtf8(e.what()), m_asset.name, {}};
    }
}

Result<> CacheFiller::keep(qint64 at, const ByteRange &range, QByteArrayView bytes)
{
    if (at + bytes.size() > range.end)
        return Error{ErrorKind::BadAnswer, u"more bytes than were asked for"_s, m_asset.name, {}};
    Result<> written = m_file->write(at, bytes);
    if (written)
        notify();
    return written;
}

bool CacheFiller::isWantedElsewhere(qint64 at, const ByteRange &range) const
{
    const qint64 size = m_file->size();
    if (size < 0)
        return false;
    const qint64 wanted = m_preferred;
    const qint64 window = std::max(m_options.priorityWindow, m_preferredLength.load());
    const ByteRange gap = m_file->present().firstGap(wanted, std::min(size, wanted + window));
    const bool isSoonHere = gap.from >= at && gap.from < range.end && gap.from - at <= m_options.priorityWindow;
    return gap.length() > 0 && !isSoonHere;
}

bool CacheFiller::pauseAfter(const Error &error, int failures)
{
    const auto delay = m_options.retry.delayAfter(failures, error.kind);
    if (!delay)
        return false;
    qCDebug(logPlayer) << "media fetching pauses after" << errorKindName(error.kind) << error.detail;
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, m_stop.get_token(), *delay, [] { return false; });
    return true;
}

void CacheFiller::end(std::optional<Error> error)
{
    if (const Result<> saved = m_file->saveMap(); !saved && !error)
        error = saved.error();
    {
        const std::lock_guard lock(m_mutex);
        m_error = std::move(error);
    }
    m_isFinished = true;
    notify();
}

void CacheFiller::notify()
{
    if (m_isNotifying.exchange(true))
        return;
    const std::lock_guard lock(m_mutex);
    if (!m_receiver)
        return;
    QMetaObject::invokeMethod(
        m_receiver,
        [self = shared_from_this(), notified = m_notified] {
            self->m_isNotifying = false;
            notified();
        },
        Qt::QueuedConnection);
}

} // namespace letopis
