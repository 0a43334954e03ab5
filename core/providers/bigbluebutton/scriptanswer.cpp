#include "core/providers/bigbluebutton/scriptanswer.h"

#include "core/base/plaintext.h"

#include <QRegularExpression>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype longestLine = 16 * 1024;
constexpr qsizetype mostLines = 500'000; // of one recording
constexpr qsizetype mostTrees = 1000;    // formats are few
constexpr qint64 mostBytes = qint64(1) << 50;
constexpr qsizetype longestGreeting = 64 * 1024;
constexpr int knownVersion = 1;

Error notTheScript(const QString &why)
{
    return {ErrorKind::BadAnswer, why, {}, {}};
}

std::optional<qint64> numberIn(const QByteArray &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber && number >= 0 && number <= mostBytes ? std::optional(number) : std::nullopt;
}

// "1700000000" or "1700000000.1234567890"
qint64 msFrom(const QByteArray &seconds)
{
    constexpr qint64 latest = 253'402'300'799; // the end of the year 9999
    const qint64 whole = numberIn(seconds.left(seconds.indexOf('.') < 0 ? seconds.size() : seconds.indexOf('.'))).value_or(0);
    return whole <= latest ? whole * 1000 : 0;
}

QString treeFrom(const QByteArray &text)
{
    static const QRegularExpression form(u"\\A(\\.|[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+){0,3})\\z"_s);
    const QString tree = QString::fromLatin1(text);
    return form.match(tree).hasMatch() ? tree : QString();
}

// sha256sum's spelling of odd names: "\" before the sum, "\n" and "\\" in the name. The script's own has "?" for a line's end.
QString pathFrom(QByteArray path, bool isEscaped)
{
    if (isEscaped) {
        QByteArray plain;
        for (qsizetype at = 0; at < path.size(); ++at) {
            if (path[at] != '\\' || at + 1 == path.size()) {
                plain += path[at];
            } else {
                ++at;
                plain += path[at] == 'n' ? '?' : path[at] == 'r' ? '\r' : path[at];
            }
        }
        path = plain;
    }
    return visibleControls(QString::fromUtf8(path.startsWith("./") ? path.mid(2) : path));
}
} // namespace

Result<> ScriptAnswer::feed(QByteArrayView bytes)
{
    m_rest.append(bytes);
    qsizetype from = 0;
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n', from)) {
        if (const Result<> taken = take(m_rest.mid(from, end - from)); !taken)
            return taken;
        from = end + 1;
    }
    m_rest.remove(0, from);
    return m_rest.size() > longestLine ? Result<>(notTheScript(u"a line without an end"_s)) : Result<>();
}

Result<> ScriptAnswer::take(const QByteArray &line)
{
    const QList<QByteArray> fields = line.split('\t');
    if (m_version == 0) {
        // A login shell may greet first.
        if (fields.size() == 2 && fields[0] == "letopis-recordings")
            m_version = std::max(0, fields[1].toInt());
        m_greeting += line.size() + 1;
        return m_greeting > longestGreeting ? Result<>(notTheScript(u"not the answer of the script"_s)) : Result<>();
    }
    if (fields[0] == "end") {
        m_end = fields.value(1).left(20);
        return {};
    }
    return m_version == knownVersion ? m_line(fields) : Result<>();
}

Result<> ScriptAnswer::finish()
{
    if (m_version == 0)
        return notTheScript(u"the command answers nothing"_s);
    if (m_version != knownVersion)
        return Error{ErrorKind::Unsupported, u"version %1 of the script is not known here"_s.arg(m_version), {}, {}};
    return m_end.isEmpty() || !m_rest.isEmpty() ? Result<>(notTheScript(u"the answer was cut off"_s)) : Result<>();
}

Result<> DiskRecordingReader::take(const QList<QByteArray> &fields)
{
    const bool isTooMuch = m_recording.files.size() + m_sums.size() > mostLines || m_recording.trees.size() + m_recording.left.size() > mostTrees;
    if (isTooMuch)
        return Error{ErrorKind::TooLarge, u"more files than any recording has"_s, {}, {}};
    const QByteArray &what = fields[0];
    if ((what == "tree" || what == "removed") && fields.size() >= 4) {
        const QString tree = treeFrom(fields[1]);
        const auto files = numberIn(fields[2]);
        const auto bytes = numberIn(fields[3]);
        if (tree.isEmpty() || !files || !bytes)
            return notTheScript(u"not a tree"_s);
        const auto known = std::find_if(m_recording.trees.begin(), m_recording.trees.end(),
                                        [&](const DiskTree &one) { return one.tree == tree; });
        DiskTree &entry = known == m_recording.trees.end() ? m_recording.trees.emplaceBack(DiskTree{.tree = tree}) : *known;
        entry.files = std::min(entry.files + *files, mostBytes);
        entry.bytes = std::min(entry.bytes + *bytes, mostBytes);
        entry.changedAtMs = std::max(entry.changedAtMs, msFrom(fields.value(4)));
    } else if (what == "left" && fields.size() == 3) {
        const DiskLeft left{treeFrom(fields[1]), visibleControls(QString::fromLatin1(fields[2].left(20)))};
        if (!left.tree.isEmpty() && !m_recording.left.contains(left))
            m_recording.left.append(left);
    } else if (what == "file" && fields.size() >= 3) {
        const auto bytes = numberIn(fields[1]);
        if (!bytes)
            return notTheScript(u"not a file"_s);
        m_recording.files.append({pathFrom(fields.mid(2).join('\t'), false), *bytes, {}});
    } else if (what == "sum" && fields.size() >= 2) {
        QByteArray line = fields.mid(1).join('\t');
        const bool isEscaped = line.startsWith('\\');
        line.remove(0, isEscaped ? 1 : 0);
        const QByteArray sum = QByteArray::fromHex(line.left(64));
        if (sum.size() == 32 && line.size() > 66)
            m_sums.insert(pathFrom(line.mid(66), isEscaped), sum);
    } else if (what == "moved") {
        m_hasMoved = true;
    }
    return {};
}

DiskRecording DiskRecordingReader::recording() const
{
    DiskRecording recording = m_recording;
    for (DiskFile &file : recording.files)
        file.sha256 = m_sums.value(file.path);
    std::sort(recording.files.begin(), recording.files.end(),
              [](const DiskFile &left, const DiskFile &right) { return left.path < right.path; });
    return recording;
}

std::optional<DiskEntry> diskEntryFrom(const QList<QByteArray> &fields)
{
    static const QRegularExpression form(
        u"\\A([0-9a-f]{40}-[0-9]{13}(?:-[0-9]{1,20})?)((?:-[A-Za-z][A-Za-z0-9_-]*)?\\.(?:done|fail|norecord))?\\z"_s);
    if (fields.size() == 3 && fields[0] == "left") {
        const QString unseen = treeFrom(fields[1]);
        return unseen.isEmpty() ? std::nullopt : std::optional(DiskEntry{unseen, {}, visibleControls(QString::fromLatin1(fields[2].left(20))), 0, false});
    }
    if (fields.size() != 5 || fields[0] != "entry")
        return {};
    const QRegularExpressionMatch match = form.match(QString::fromLatin1(fields[2]));
    const QString tree = treeFrom(fields[1]);
    if (!match.hasMatch() || tree.isEmpty())
        return {};
    return DiskEntry{tree, match.captured(1), match.captured(2), msFrom(fields[3]), fields[4] == "d"};
}

Result<> AbilityReader::take(const QList<QByteArray> &fields)
{
    if (fields[0] == "root")
        m_ability.root = visibleControls(QString::fromUtf8(fields.mid(1).join('\t')));
    else if (fields[0] == "user")
        m_ability.account = visibleControls(QString::fromUtf8(fields.value(1).left(100)));
    else if (fields[0] == "state" && fields.size() == 3 && m_states.size() < 100)
        m_states.insert(fields[1], fields[2]);
    return {};
}

DiskAbility AbilityReader::ability() const
{
    const auto obstacle = [this](const QList<QByteArray> &trees, bool mustBeThere, QString &detail) {
        for (const QByteArray &tree : trees) {
            const QByteArray state = m_states.value(tree);
            if (state == "ok" || (state == "missing" && !mustBeThere))
                continue;
            detail += (detail.isEmpty() ? u""_s : u", "_s) + QString::fromLatin1(tree + " is " + state.left(20));
            return state == "link" ? DiskObstacle::LeadsElsewhere
                                   : state == "denied" ? DiskObstacle::NotWritable : DiskObstacle::NotThere;
        }
        return DiskObstacle::None;
    };
    DiskAbility ability = m_ability;
    ability.againstRestore = obstacle({"deleted", "unpublished"}, true, ability.detail);
    ability.againstPurge = obstacle({"published"}, true, ability.detail);
    if (ability.canPurge())
        ability.againstPurge = obstacle({"unpublished", "deleted", "recording", "recording/raw", "recording/status", "recording/process",
                                         "events", "captions"}, false, ability.detail);
    return ability;
}

} // namespace letopis
