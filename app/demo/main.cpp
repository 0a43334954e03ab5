#include "app/demo/commandline.h"
#include "app/demo/demoserver.h"
#include "app/demo/signals.h"

#include <QCoreApplication>

#include <cstdio>

using namespace letopis::demo;

namespace {

void print(FILE *stream, const QByteArray &text)
{
    std::fwrite(text.constData(), 1, std::size_t(text.size()), stream);
    std::fflush(stream);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const CommandLine line = parseCommandLine(QCoreApplication::arguments());
    if (!line.error.isEmpty()) {
        print(stderr, line.error.toLocal8Bit() + '\n');
        return 2;
    }
    DemoServer server(line.options);
    onSignals(&application, &QCoreApplication::quit, [&server] { server.addRecording(); });
    if (line.exitsWithParent)
        endWithParent();
    QString error;
    if (!server.start(&error)) {
        print(stderr, error.toLocal8Bit() + '\n');
        return 1;
    }
    const Connection &connection = server.connection();
    if (line.printConnection)
        print(stdout, connectionJson(connection));
    else
        print(stdout, "Serving " + connection.apiUrl.toUtf8() + " from " + connection.dataRoot.toUtf8() +
                          "; --print-connection prints all a client needs.\n");
    if (!connection.notice.isEmpty())
        print(stderr, connection.notice.toLocal8Bit() + '\n');
    return QCoreApplication::exec();
}
