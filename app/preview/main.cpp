// letopis-preview SIDE < file > picture.png: started by the client for each file, so that what a decoder makes of a stranger's
// file happens in a process that has nothing and lives shortly. Ends with 0, 2 (wrong call) or 3 (nothing to show).
#include "app/preview/limits.h"
#include "app/preview/render.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace letopis;

namespace {

constexpr int leastSide = 16;
constexpr int mostSide = 4096;
constexpr qint64 largestFile = 256 * 1024 * 1024;

} // namespace

int main(int argc, char **argv)
{
    limitThisProcess();
    QCoreApplication application(argc, argv);
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
    const QImage image = previewOf(file, side);
    QFile picture;
    if (image.isNull() || !picture.open(stdout, QIODevice::WriteOnly) || !image.save(&picture, "png"))
        return 3;
    return picture.flush() ? 0 : 3;
}
