#include "tests/support/fakeserverreality.h"
