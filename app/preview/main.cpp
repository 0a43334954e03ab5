// letopis-preview SIDE < file > picture.png: started by the client for each file, with an empty environment, so that what a
// decoder makes of a stranger's file happens in a process that lives shortly and within bounds (limits.h), which on Linux can also
// start nothing, connect to nothing and write no file (confinement.h). It can still read what its user can, but has nobody to tell
// but the client, who takes a picture. Ends with 0, 2 (wrong call), 3 (nothing to show) or 4 (the system would not confine it).
#include "app/preview/confinement.h"
#include "app/preview/limits.h"
#include "app/preview/render.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>
#include <cstring>

using namespace letopis;

namespace {

constexpr int leastSide = 16;
constexpr int mostSide = 4096;
constexpr qint64 largestFile = 256 * 1024 * 1024;

int tryConfined(const char *what)
{
    if (!canConfineProcesses())
        return 5;
    if (!confineThisProcess())
        return 4;
    tryForbidden(what);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    limitThisProcess();
    QCoreApplication application(argc, argv);
    if (argc == 3 && std::strcmp(argv[1], "--try-forbidden") == 0) // for tests: does not come back
        return tryConfined(argv[2]);
    bool isNumber = false;
    const int side = QCoreApplication::arguments().value(1).toInt(&isNumber);
    if (!isNumber || side < leastSide || side > mostSide || argc != 2) {
        std::fprintf(stderr, "letopis-preview SIDE < file > picture.png (SIDE: %d to %d pixels)\n", leastSide, mostSide);
        if (!canRenderPdf())
            std::fprintf(stderr, "Built without QtPdf: images only, no PDF files.\n");
        return 2;
    }
    QFile file;
    if (!file.open(stdin, QIODevice::ReadOnly) || file.isSequential() || file.size() > largestFile) {
        std::fprintf(stderr, "letopis-preview reads a plain file of at most 256 MiB\n");
        return 3;
    }
    if (!confineThisProcess()) {
        std::fprintf(stderr, "letopis-preview cannot be confined here\n");
        return 4;
    }
    const QImage image = previewOf(file, side);
    QFile picture;
    if (image.isNull() || !picture.open(stdout, QIODevice::WriteOnly) || !image.save(&picture, "png"))
        return 3;
    return picture.flush() ? 0 : 3;
}
