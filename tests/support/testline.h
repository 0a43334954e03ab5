#pragma once

#include <atomic>
#include <memory>

namespace letopis::test {

// A TCP proxy on 127.0.0.1 that can break: stands between a client and the server at `targetPort`. Runs in a thread of
// its own. Bytes are counted from the server to the client, over the newest connection.
class TestLine
{
public:
    explicit TestLine(int targetPort);
    ~TestLine();
    TestLine(const TestLine &) = delete;
    TestLine &operator=(const TestLine &) = delete;

    int port() const;
    // Closes the connection after so many bytes; -1: never. Holds for the next connections too.
    void cutAfter(qint64 bytes);
    // The same for bytes from the client to the server.
    void cutAfterSent(qint64 bytes);
    // Passes nothing on after so many bytes but keeps the connection; -1: never.
    void hangAfter(qint64 bytes);
    // What is open now stays open and silent.
    void hangNow();
    // Closes what is open now.
    void cutNow();
    int connections() const;
    // Blocks until there was a connection and so many bytes passed over the newest.
    void waitForBytes(qint64 bytes) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace letopis::test
