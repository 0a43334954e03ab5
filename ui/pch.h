// Precompiled for every target with a window.
#pragma once
#include "core/pch.h"
#include <QtWidgets>
