#!/bin/sh
# with-keyring.sh keyring|locked|bus-only|no-session PROGRAM [ARGS]: runs the program as on a computer whose desktop has an open
# keyring, a locked one, a session bus without any, or no session; in a home of its own, which is deleted afterwards.
set -eu
situation=$1
shift

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache"
export XDG_RUNTIME_DIR="$home/run" LETOPIS_KEYCHAIN_SITUATION="$situation"
mkdir -m 700 "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME" "$XDG_RUNTIME_DIR"
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY GNOME_KEYRING_CONTROL SSH_AUTH_SOCK || true
unset KDE_FULL_SESSION DESKTOP_SESSION || true
export XDG_CURRENT_DESKTOP=GNOME # or QtKeychain asks another desktop's keychain

need() {
    command -v "$1" > /dev/null || { echo "SKIP: $1 is not installed"; exit 0; }
}

# A bus that starts no service by itself: what there is, is what the situation says.
cat > "$home/bus.conf" << CONF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=$home</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
CONF

case $situation in
no-session)
    "$@"
    ;;
bus-only)
    need dbus-run-session
    dbus-run-session --config-file="$home/bus.conf" -- "$@"
    ;;
keyring | locked)
    need dbus-run-session
    need gnome-keyring-daemon
    # The daemon stays in the foreground, so that it ends with the bus.
    dbus-run-session --config-file="$home/bus.conf" -- sh -c '
        case $LETOPIS_KEYCHAIN_SITUATION in
        keyring) printf "a password for this test" | gnome-keyring-daemon --foreground --unlock --components=secrets ;;
        locked) gnome-keyring-daemon --foreground --components=secrets ;;
        esac > /dev/null 2>&1 &
        daemon=$!
        status=0
        "$@" || status=$?
        kill $daemon 2> /dev/null || true
        exit $status' sh "$@"
    ;;
*)
    echo "unknown situation: $situation" >&2
    exit 2
    ;;
esac
