#include "core/workspace/local/localserverreality.h"
