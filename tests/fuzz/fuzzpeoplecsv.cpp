// Any bytes as a list of people. What was read and written once is the same when it is read and written again.
#include "core/access/peoplecsv.h"

#include <cstdlib>

using namespace letopis;

namespace {
QList<PeopleCsvRow> readAgain(const QList<PeopleCsvRow> &rows)
{
    const Result<PeopleCsv> csv = readPeopleCsv(writePeopleCsv(rows));
    if (!csv)
        std::abort();
    QList<PeopleCsvRow> read = csv->rows;
    for (PeopleCsvRow &row : read)
        row.line = 0;
    return read;
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Result<PeopleCsv> csv = readPeopleCsv(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!csv) {
        if (!std::any_cast<PeopleCsvProblem>(&csv.error().evidence))
            std::abort();
        return 0;
    }
    QList<PeopleCsvRow> readable;
    int line = 1;
    for (const PeopleCsvRow &row : csv->rows) {
        if (row.line <= line)
            std::abort();
        line = row.line;
        if (row.unreadable.isEmpty())
            readable += row;
    }
    const QList<PeopleCsvRow> once = readAgain(readable);
    if (readAgain(once) != once)
        std::abort();
    return 0;
}
