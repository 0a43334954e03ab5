#pragma once

#include <QIcon>
#include <QStringView>

namespace letopis {

// One of Letopis's own monochrome icons (resources/icons/<name>.svg), drawn in the colour of the application's palette at
// the moment of painting: follows a change of theme by itself, greys when disabled, turns to the highlight's text colour
// when selected.
QIcon themedIcon(QStringView name);

// The coloured one of the program itself.
QIcon applicationIcon();

} // namespace letopis
