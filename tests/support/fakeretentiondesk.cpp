#include "tests/support/fakeretentiondesk.h"
