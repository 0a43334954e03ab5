#!/bin/sh
# sudoroom.sh ROOM COMMAND...: runs a command as the user "letopis" of a machine that has this user, "bigbluebutton", one more file
# in /etc/sudoers.d and one program in /usr/local/sbin. All of it is mounted in a namespace of its own, of which nothing stays:
#   unshare --mount --propagation private sh sudoroom.sh ROOM COMMAND...
# ROOM holds `sudoers` and the directory `sbin`. 77: this machine does not let us.
set -u
room=$1
shift
for file in passwd group shadow; do
    cp "/etc/$file" "$room/$file" || exit 77
done
printf 'bigbluebutton:x:61001:61001::/nonexistent:/usr/sbin/nologin\nletopis:x:61002:61002::/nonexistent:/bin/sh\n' >>"$room/passwd"
printf 'bigbluebutton:x:61001:\nletopis:x:61002:\n' >>"$room/group"
printf 'bigbluebutton:*:19000:0:99999:7:::\nletopis:*:19000:0:99999:7:::\n' >>"$room/shadow"
mkdir -p "$room/sudoers.d"
install -m 0440 "$room/sudoers" "$room/sudoers.d/letopis" || exit 77
for file in passwd group shadow sudoers.d; do
    mount --bind "$room/$file" "/etc/$file" || exit 77
done
mount --bind "$room/sbin" /usr/local/sbin || exit 77
setpriv --reuid=letopis --regid=letopis --clear-groups true || exit 77
exec setpriv --reuid=letopis --regid=letopis --clear-groups "$@"
