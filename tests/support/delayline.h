#pragma once

#include <chrono>
#include <memory>

namespace letopis::test {

// A TCP proxy on 127.0.0.1 to the server at `targetPort` that keeps every byte for half the round trip in each direction,
// in order, without holding the bandwidth back: up to 256 MiB are on their way at once. Runs in a thread of its own. For
// kernels without netem. Unix only.
class DelayLine
{
public:
    DelayLine(int targetPort, std::chrono::microseconds roundTrip);
    ~DelayLine();
    DelayLine(const DelayLine &) = delete;
    DelayLine &operator=(const DelayLine &) = delete;

    int port() const; // 0 where it could not be made
    int connections() const; // so far
    // Closes what is open now, within a moment.
    void cutAll();
    void cutAllButTheFirst();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace letopis::test
