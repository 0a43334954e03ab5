#include "core/providers/bigbluebutton/gzipwriter.h"

#include <zlib.h>

#include <array>

namespace letopis {

namespace {
constexpr int gzipWindow = 15 + 16; // the largest window, with a gzip header
constexpr int level = 5;            // events.xml repeats itself: more effort brings little
} // namespace

class GzipWriter::Stream
{
public:
    Stream() { m_isOpen = deflateInit2(&z, level, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY) == Z_OK; }
    ~Stream()
    {
        if (m_isOpen)
            deflateEnd(&z);
    }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;
    bool isOpen() const { return m_isOpen; }

    z_stream z{};

private:
    bool m_isOpen = false;
};

GzipWriter::GzipWriter() : m_stream(std::make_unique<Stream>()) {}

GzipWriter::~GzipWriter() = default;

void GzipWriter::run(QByteArrayView bytes, int flush)
{
    if (!m_stream->isOpen())
        return;
    std::array<char, 32 * 1024> out;
    z_stream &z = m_stream->z;
    z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    z.avail_in = uInt(bytes.size());
    do {
        z.next_out = reinterpret_cast<Bytef *>(out.data());
        z.avail_out = uInt(out.size());
        deflate(&z, flush);
        m_output.append(out.data(), qsizetype(out.size() - z.avail_out));
    } while (z.avail_out == 0);
}

void GzipWriter::write(QByteArrayView bytes)
{
    if (!bytes.isEmpty())
        run(bytes, Z_NO_FLUSH);
}

QByteArray GzipWriter::finish()
{
    run({}, Z_FINISH);
    return m_stream->isOpen() ? std::move(m_output) : QByteArray();
}

} // namespace letopis
