#include "core/workspace/local/localaudittrail.h"
