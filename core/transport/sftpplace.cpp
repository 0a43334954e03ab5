#include "core/transport/sftpplace.h"

using namespace Qt::Literals::StringLiterals;

namespace letopis {

namespace {

Error notAPath(const RemotePath &path)
{
    return {ErrorKind::InvalidInput, u"not a path"_s, path.path, {}};
}

// Of what is below the root.
QStringList namesBelow(const RemotePath &path)
{
    const QString below = path.path.sliced(path.root.size());
    const qsizetype first = below.startsWith(u'/') ? 1 : 0;
    return below.size() > first ? below.sliced(first).split(u'/') : QStringList();
}

} // namespace

Result<> checkNames(const RemotePath &path)
{
    // A NUL would end the path early in libssh.
    if (path.path.isEmpty() || path.path.contains(QChar(u'\0')))
        return notAPath(path);
    if (path.root.isEmpty())
        return {};
    const bool isBelow = path.path == path.root || path.root == u"/"_s || path.path.startsWith(path.root + u'/');
    if (!path.root.startsWith(u'/') || !isBelow)
        return notAPath(path);
    for (const QString &name : namesBelow(path)) {
        if (name.isEmpty() || name == u"."_s || name == u".."_s)
            return notAPath(path);
    }
    return {};
}

Result<> refuseLinks(SftpSession &session, const RemotePath &path, Last last)
{
    if (path.root.isEmpty())
        return {};
    QStringList names = namesBelow(path);
    if (last == Last::Not && !names.isEmpty())
        names.removeLast();
    QString at = path.root == u"/"_s ? QString() : path.root;
    for (const QString &name : names) {
        at += u'/' + name;
        const Result<RemoteFile> there = session.linkStat(at);
        if (!there)
            return there.error().kind == ErrorKind::NotFound ? Result<>() : there.error();
        if (there->isLink)
            return Error{ErrorKind::InvalidInput, u"a symbolic link is in the way"_s, at, {}};
    }
    return {};
}

} // namespace letopis
