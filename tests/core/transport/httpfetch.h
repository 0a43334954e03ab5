#pragma once

#include "core/transport/httpclient.h"

#include <future>

namespace letopis::test {

// What one GET brought.
struct Fetched
{
    Result<HttpResponse> result = HttpResponse{};
    QByteArray body;

    ErrorKind kind() const { return result ? ErrorKind::Internal : result.error().kind; }
    int status() const { return result ? result->status : -1; }
};

// A GET from a worker thread, as the program makes them; the sink collects.
inline Fetched fetch(HttpClient &client, const HttpRequest &request, std::stop_token stop = {})
{
    return std::async(std::launch::async,
                      [&client, &request, stop] {
                          Fetched fetched;
                          ProgressCounters progress;
                          const auto collect = [&fetched](QByteArrayView bytes) -> Result<> {
                              fetched.body.append(bytes);
                              return {};
                          };
                          fetched.result = client.get(request, collect, progress, stop);
                          return fetched;
                      })
        .get();
}

inline HttpRequest request(const QUrl &url)
{
    HttpRequest wanted;
    wanted.url = url;
    return wanted;
}

} // namespace letopis::test
