#include "ui/player/mediabackend.h"

#include <QtGlobal>

namespace letopis {

void initialiseMediaBackend()
{
#if defined(Q_OS_LINUX) && QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    if (qEnvironmentVariableIsEmpty("QT_MEDIA_BACKEND"))
        qputenv("QT_MEDIA_BACKEND", "gstreamer");
#endif
}

} // namespace letopis
