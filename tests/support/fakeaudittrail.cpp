#include "tests/support/fakeaudittrail.h"
