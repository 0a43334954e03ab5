#include "core/workspace/local/localretentiondesk.h"
