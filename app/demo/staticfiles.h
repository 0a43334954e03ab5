#pragma once

#include "app/demo/httpanswer.h"

#include <QString>

namespace letopis::demo {

// What nginx serves of the data root: published files with ranges; nothing unpublished or deleted, no listings.
HttpAnswer staticFile(const QString &dataRoot, const HttpRequest &request);
// nginx's own error page.
HttpAnswer errorPage(int status);

} // namespace letopis::demo
