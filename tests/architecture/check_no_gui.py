#!/usr/bin/env python3
"""check_no_gui.py PROGRAM: fails where the program, or any library it loads at its start, needs Qt's GUI libraries."""

import re
import subprocess
import sys

loaded = subprocess.run(["ldd", sys.argv[1]], capture_output=True, text=True, check=True).stdout
names = re.findall(r"^\s*(\S+)", loaded, re.MULTILINE)
gui = [name for name in names if re.match(r"libQt6(Gui|Widgets|Multimedia|Svg|OpenGL)", name)]
core = [name for name in names if name.startswith("libQt6Core")]
print(f"{len(names)} libraries; of Qt: {', '.join(sorted(n for n in names if n.startswith('libQt6')))}")
if gui or not core:
    print("must not be there: " + ", ".join(gui) if gui else "no Qt at all: this checks the wrong program")
    sys.exit(1)
