#pragma once

namespace letopis {

// Chooses Qt Multimedia's back end: GStreamer on Linux while Qt < 6.5, whose FFmpeg back end crashes without a sound
// device and cannot seek WebM. Before QGuiApplication; does nothing where the user set QT_MEDIA_BACKEND.
void initialiseMediaBackend();

} // namespace letopis
