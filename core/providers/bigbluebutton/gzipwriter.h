#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace letopis {

// Compresses a stream to one gzip member in memory.
class GzipWriter
{
public:
    GzipWriter();
    ~GzipWriter();
    GzipWriter(const GzipWriter &) = delete;
    GzipWriter &operator=(const GzipWriter &) = delete;

    void write(QByteArrayView bytes);
    // Ends the stream; empty where there was no memory for it.
    QByteArray finish();
    qsizetype size() const { return m_output.size(); } // so far

private:
    void run(QByteArrayView bytes, int flush);

    class Stream;
    std::unique_ptr<Stream> m_stream;
    QByteArray m_output;
};

} // namespace letopis
