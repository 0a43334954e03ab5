#pragma once

#include <QtGlobal>

namespace letopis {

// Makes UTF-8 bytes fit for an XML parser, in place and without changing their number: control characters and references to
// them become spaces, broken UTF-8 becomes question marks. Returns how many leading bytes are done; the others (at most 20)
// need more input and are to be given again, in front of it. With isLast all are done.
qsizetype filterXmlBytes(char *bytes, qsizetype size, bool isLast);

} // namespace letopis
