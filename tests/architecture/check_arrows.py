#!/usr/bin/env python3
"""Checks what compilers do not: which room may include which, and what no room may contain.

check_arrows.py TREE      checks the tree; prints one line per finding, exit code 1 where there is any
check_arrows.py --self-test   plants one violation of each rule and sees that it is found
"""

import re
import sys
import tempfile
from pathlib import Path

# A -> B: A may include B. A room may always include itself. Longest prefix wins.
ARROWS = {
    "core/base": [],
    "core/domain": ["core/base"],
    "core/access": ["core/domain", "core/base"],
    "core/retention": ["core/domain", "core/base"],
    "core/playback": ["core/domain", "core/base"],
    "core/storage": ["core/access", "core/retention", "core/domain", "core/base"],
    "core/settings": ["core/domain", "core/base"],
    "core/transport": ["core/domain", "core/base"],
    "core/secrets": ["core/domain", "core/base"],
    "core/backup": ["core/storage", "core/settings", "core/domain", "core/base"],
    "core/providers": ["core/transport", "core/playback", "core/domain", "core/base"],
    "core/media": ["core/domain", "core/base"],
    "core/jobs": ["core/storage", "core/retention", "core/domain", "core/base"],
    "core/journal": [
        "core/jobs", "core/storage", "core/settings", "core/playback", "core/access", "core/retention", "core/domain", "core/base",
    ],
    "core/workspace": ["core/access", "core/retention", "core/domain", "core/base"],
    "core/workspace/local": [
        "core/journal", "core/jobs", "core/backup", "core/storage", "core/settings", "core/media", "core/workspace", "core/access",
        "core/retention", "core/domain", "core/base",
    ],
    "ui": ["core/workspace", "core/access", "core/retention", "core/playback", "core/media", "core/settings", "core/domain", "core/base"],
    "app": ["app", "core", "ui"],
}
# What an arrow to a folder does not carry: the rooms inside it have arrows of their own.
NOT_CARRIED = {"core/workspace": ["core/workspace/local"]}

# The files that call the operating system, so that no other has to.
POSIX_FILES = {
    "core/base/durablefile.cpp", "core/transport/sockets.cpp", "core/transport/sftpsession.cpp",
    "app/bootstrap/coredumps.cpp",
    "app/preview/limits.cpp", "app/preview/confinement_linux.cpp",
    "app/cli/terminal_posix.cpp", "app/cli/terminal_windows.cpp",
    "app/cli/interruptwatcher_posix.cpp", "app/cli/interruptwatcher_windows.cpp",
}
# The demo server runs sshd and signals; it is a Unix program by nature.
POSIX_FOLDERS = ("app/demo/",)

POSIX_HEADER = re.compile(
    r"^(unistd\.h|fcntl\.h|termios\.h|pthread\.h|poll\.h|signal\.h|pwd\.h|netdb\.h|dirent\.h|sys/.*|arpa/.*|netinet/.*"
    r"|linux/.*|windows\.h|winsock2?\.h|io\.h)$")
GUI_HEADER = re.compile(
    r"^(QtGui|QtWidgets|QtMultimedia\w*|QtSvg\w*)(/|$)|^Q(Widget|Application|GuiApplication|Window|Icon|Pixmap|Image|Painter|Font"
    r"|Color|Palette|Action|Clipboard|Desktop\w*|MainWindow|Dialog|MessageBox|Label|Push\w+|Abstract(Button|ItemView)|TableView"
    r"|TreeView|ListView|Layout|StyleOption\w*|Style|Media\w+|Video\w+|AudioOutput|SvgRenderer|Screen|Cursor|KeyEvent)$")

# Nothing waits by turning another event loop, by sleeping, or trusts everybody.
BANNED = [
    ("nested event loop", re.compile(r"\bprocessEvents\s*\(|\bQEventLoop\b")),
    ("blocking wait for a future", re.compile(r"\bwaitForFinished\s*\(")),
    ("string-based connect", re.compile(r"\b(SIGNAL|SLOT)\s*\(")),
    ("sleep", re.compile(r"\b(sleep|usleep|nanosleep|msleep|sleep_for|sleep_until)\s*\(")),
    ("TLS errors ignored without naming them", re.compile(r"\bignoreSslErrors\s*\(\s*\)")),
    ("verification switched off", re.compile(r"\bVerifyNone\b|\bQueryPeer\b")),
    ("singleton", re.compile(r"\bstatic\s+\w[\w:]*\s*[&*]\s*instance\s*\(|\bQ_GLOBAL_STATIC\b")),
    ("unfinished", re.compile(r"\b(TODO|FIXME|XXX)\b")),
    ("path of one machine", re.compile(r"""["'(=\s](/tmp/|/root/|/home/\w)""")),
]
# (rule, file prefix): why it may.
ALLOWED = {
    ("nested event loop", "tests/"): "tests are the outermost loop",
    ("blocking wait for a future", "core/storage/database.h"): "waitFor() itself, for worker threads",
    ("blocking wait for a future", "core/storage/database.cpp"): "closes the connections at the end",
    ("blocking wait for a future", "core/storage/catalogsyncwriter.cpp"): "lives on a worker thread",
    ("blocking wait for a future", "tests/"): "a test may block on what it tests",
    ("sleep", "tests/support/"): "servers that misbehave on purpose",
    ("sleep", "tests/core/transport/"): "a sink that is slow on purpose",
    ("sleep", "tests/ui/player/"): "a server that is slow on purpose, in the worker",
    ("sleep", "app/demo/"): "--latency, in a thread of its own",
    ("blocking wait for a future", "app/demo/"): "QProcess of ffmpeg and ssh-keygen at start",
    ("path of one machine", "tests/"): "hostile input",
    ("verification switched off", "tests/support/"): "servers that ask no client for a certificate",
    ("verification switched off", "app/demo/"): "a server that asks no client for a certificate",
}
DIALOG_EXEC = re.compile(r"(?:\b\w*(?:[dD]ialog|[bB]ox|[wW]izard|[mM]enu)\w*|\))\s*(?:\.|->)\s*exec\s*\(")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]', re.MULTILINE)
COMMENT_OR_STRING = re.compile(
    r'R"(?P<d>[^()\\ ]{0,16})\((?:.|\n)*?\)(?P=d)"|"(?:\\.|[^"\\\n])*"|//[^\n]*|/\*(?:.|\n)*?\*/')


def longest_prefix(path, prefixes):
    fitting = [p for p in prefixes if path == p or path.startswith(p + "/")]
    return max(fitting, key=len, default=None)


def code_only(text):
    """The text without comments and the insides of strings, line numbers kept."""
    def blank(match):
        found = match.group(0)
        return ("" if found.startswith("/") else '""') + "\n" * found.count("\n")
    return COMMENT_OR_STRING.sub(blank, text)


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def is_allowed(rule, path):
    return any(rule == known and path.startswith(prefix) for known, prefix in ALLOWED)


def check_include(path, room, quoted, header):
    if not quoted or "/" not in header:
        if GUI_HEADER.match(header) and path.startswith("core/"):
            return f"GUI header <{header}> in core"
        if POSIX_HEADER.match(header) and path not in POSIX_FILES and not path.startswith(POSIX_FOLDERS) \
                and not path.startswith("tests/"):
            return f"system header <{header}> outside the files declared for it"
    if not quoted:
        return None
    if path == "ui/pch.h" and header == "core/pch.h":
        return None
    target = longest_prefix(header, list(ARROWS) + ["core", "tests"])
    if target == "tests" and not path.startswith("tests/"):
        return f"product code includes the test file {header}"
    if room is None or target is None or target == room:
        return None
    for may in ARROWS[room]:
        carried = header == may or header.startswith(may + "/")
        if carried and not any(header.startswith(inner + "/") for inner in NOT_CARRIED.get(may, []) if inner != room):
            return None
    return f"{room} may not include {header}"


def check_file(path, text):
    room = longest_prefix(path, ARROWS)
    for match in INCLUDE.finditer(text):
        finding = check_include(path, room, match.group(1) == '"', match.group(2))
        if finding:
            yield line_of(text, match.start()), finding
    code = code_only(text)
    for rule, pattern in BANNED:
        # What is unfinished and where it lives hides in comments and strings.
        searched = text if rule in ("unfinished", "path of one machine") else code
        if is_allowed(rule, path):
            continue
        for match in pattern.finditer(searched):
            yield line_of(searched, match.start()), f"{rule}: {match.group(0).strip()}"
    if not path.startswith("tests/"):
        for match in DIALOG_EXEC.finditer(code):
            yield line_of(code, match.start()), f"nested event loop: {match.group(0).strip()}"


def sources(tree):
    for folder in ("core", "ui", "app", "tests"):
        for file in sorted((tree / folder).rglob("*")):
            if file.suffix in (".cpp", ".h"):
                yield file


def check(tree):
    findings = []
    for file in sources(tree):
        path = file.relative_to(tree).as_posix()
        text = file.read_text(encoding="utf-8", errors="replace")
        findings += [f"{path}:{line}: {finding}" for line, finding in check_file(path, text)]
    for name in ("CMakeLists.txt", "dev", ".ci/run", "README.md", "CONTRIBUTING.md", "SECURITY.md", "DECISIONS.md"):
        file = tree / name
        if not file.exists():
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if re.search(r"\b(TODO|FIXME)\b|(?<![\w.])/(tmp|root)/\w", line):
                findings.append(f"{name}:{number}: unfinished, or a path of one machine: {line.strip()}")
    return findings


PLANTED = [
    ("core/domain/a.cpp", '#include "core/storage/database.h"\n', "may not include"),
    ("core/workspace/a.h", '#include "core/workspace/local/localworkspace.h"\n', "may not include"),
    ("core/jobs/a.cpp", '#include "core/transport/httpclient.h"\n', "may not include"),
    ("ui/models/a.cpp", '#include "core/storage/database.h"\n', "may not include"),
    ("ui/models/b.cpp", '#include "core/workspace/local/localworkspace.h"\n', "may not include"),
    ("ui/models/c.cpp", '#include "app/bootstrap/profile.h"\n', "may not include"),
    ("core/base/b.cpp", '#include "tests/support/testca.h"\n', "test file"),
    ("core/base/c.cpp", "#include <QWidget>\n", "GUI header"),
    ("core/base/d.cpp", "#include <QtGui/QImage>\n", "GUI header"),
    ("core/base/e.cpp", "#include <unistd.h>\n", "system header"),
    ("ui/shell/f.cpp", "#include <sys/stat.h>\n", "system header"),
    ("ui/shell/g.cpp", "void f() { QCoreApplication::processEvents(); }\n", "nested event loop"),
    ("ui/shell/h.cpp", "int f() { QEventLoop loop; return loop.exec(); }\n", "nested event loop"),
    ("ui/shell/i.cpp", "int f(QDialog &dialog) { return dialog.exec(); }\n", "nested event loop"),
    ("ui/shell/j.cpp", "int f() { return QMessageBox(nullptr).exec(); }\n", "nested event loop"),
    ("core/jobs/k.cpp", "void f(QFuture<int> g) { g.waitForFinished(); }\n", "blocking wait"),
    ("ui/shell/l.cpp", "void f() { connect(a, SIGNAL(x()), b, SLOT(y())); }\n", "string-based"),
    ("core/jobs/m.cpp", "void f() { std::this_thread::sleep_for(1s); }\n", "sleep"),
    ("core/transport/n.cpp", "void f(QNetworkReply *r) { r->ignoreSslErrors(); }\n", "TLS errors"),
    ("core/transport/o.cpp", "void f(C &c) { c.setPeerVerifyMode(QSslSocket::VerifyNone); }\n", "verification"),
    ("core/base/p.h", "struct S { static S &instance(); };\n", "singleton"),
    ("core/base/q.cpp", "// TODO: later\n", "unfinished"),
    ("core/base/r.cpp", 'const char *file = "/tmp/x";\n', "path of one machine"),
]
INNOCENT = [
    ("core/domain/a.cpp", '#include "core/base/result.h"\n#include "core/domain/server.h"\n'),
    ("core/workspace/local/a.cpp", '#include "core/workspace/workspace.h"\n#include "core/journal/a.h"\n'),
    ("ui/shell/a.cpp", '#include "core/workspace/workspace.h"\n#include "ui/text/names.h"\n#include <QWidget>\n'),
    ("app/cli/a.cpp", '#include "core/providers/bigbluebutton/savedanswer.h"\n'),
    ("core/base/b.cpp", "// A sleep() or processEvents() here would block.\nconst char *t = \"QEventLoop\";\n"),
    ("core/transport/c.cpp", "void f(QNetworkReply *r) { r->ignoreSslErrors(accepted); }\n"),
    ("app/desktop/main.cpp", "int main() { return QApplication::exec(); }\n"),
    ("core/storage/d.cpp", "bool f(QSqlQuery &query) { return query.exec(); }\n"),
]


def self_test():
    failures = 0
    for path, text, expected in PLANTED:
        found = planted_findings(path, text)
        if not any(expected in finding for finding in found):
            failures += 1
            print(f"not found: {expected!r} in {path}: {text.strip()} -> {found}")
    for path, text in INNOCENT:
        found = planted_findings(path, text)
        if found:
            failures += 1
            print(f"found where nothing is: {found}")
    print(f"{len(PLANTED)} planted, {len(INNOCENT)} innocent, {failures} judged wrongly")
    return 1 if failures else 0


def planted_findings(path, text):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / path
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
        return check(Path(folder))


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    tree = Path(sys.argv[1])
    findings = check(tree)
    files = sum(1 for _ in sources(tree))
    for finding in findings:
        print(finding)
    print(f"{files} files, {len(findings)} findings")
    return 1 if findings or files == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
