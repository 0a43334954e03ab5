#pragma once

#include <QIODevice>

namespace letopis::bench {

// A getRecordings answer as old servers give it: `count` recordings at once, about 2.2 KB each, in Russian and English, with
// a presentation, its previews, and for every third one a video. The same for the same count.
void writeRecordingsAnswer(QIODevice &device, int count);

// An events.xml of about `megabytes`, more than nine tenths of it cursor, shape and talking events, as real ones are.
void writeEventsFile(QIODevice &device, int megabytes);

} // namespace letopis::bench
