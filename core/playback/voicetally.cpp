#include "core/playback/voicetally.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr size_t mostVoices = 200'000;
constexpr qint64 longestTalkMs = 1'000'000'000'000; // 30 years: only a broken clock says more

// "w_x_1-bbbID-Anna" → w_x, Anna.
std::pair<QString, QString> splitCallerId(const QString &callerId)
{
    static const QString mark = u"-bbbID-"_s;
    const qsizetype at = callerId.indexOf(mark);
    if (at <= 0)
        return {};
    return {strippedUserId(callerId.left(at)), callerId.mid(at + mark.size())};
}
} // namespace

QString strippedUserId(const QString &userId)
{
    const qsizetype last = userId.lastIndexOf(u'_');
    const bool hasPrefix = userId.startsWith("w_"_L1) || userId.startsWith("v_"_L1);
    if (last < (hasPrefix ? 2 : 1) || last + 1 == userId.size())
        return userId;
    const QStringView suffix = QStringView(userId).mid(last + 1);
    const bool isNumber = std::all_of(suffix.begin(), suffix.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isNumber ? userId.left(last) : userId;
}

Voice *VoiceTally::find(const QString &id)
{
    const auto known = m_index.constFind(id);
    return known == m_index.cend() ? nullptr : &m_voices[*known];
}

Voice *VoiceTally::findOrAdd(const QString &id)
{
    Voice *voice = find(id);
    if (!voice) {
        if (id.isEmpty() || m_voices.size() >= mostVoices)
            return nullptr;
        m_index.insert(id, m_voices.size());
        voice = &m_voices.emplace_back();
        voice->id = id;
    }
    if (!voice->isActive)
        m_active.push_back(size_t(voice - m_voices.data()));
    voice->isActive = true;
    return voice;
}

void VoiceTally::stopTalking(Voice &voice, qint64 ts)
{
    if (voice.talkingSince >= 0 && ts > voice.talkingSince)
        voice.talkMs = std::min(voice.talkMs + (ts - voice.talkingSince), longestTalkMs);
    voice.talkingSince = -1;
}

void VoiceTally::close(Voice &voice, EventMoment at)
{
    stopTalking(voice, at.ts);
    if (voice.isInside && at.ts >= voice.joined.ts)
        voice.sessions.push_back({voice.joined, at});
    voice.isInside = false;
}

bool VoiceTally::joined(const QString &id, const QString &callerName, const QString &callerNumber, EventMoment at)
{
    Voice *voice = findOrAdd(strippedUserId(id));
    if (!voice)
        return id.isEmpty();
    if (++m_sessions > mostVoices)
        return false;
    if (voice->isInside)
        close(*voice, at);
    const auto [userOfName, name] = splitCallerId(callerName);
    const QString userOfNumber = splitCallerId(callerNumber).first;
    voice->linkedUser = userOfName.isEmpty() ? userOfNumber : userOfName;
    voice->callerName = name.isEmpty() ? callerName : name;
    voice->isInside = true;
    voice->joined = at;
    return true;
}

void VoiceTally::left(const QString &id, EventMoment at)
{
    if (Voice *voice = find(strippedUserId(id)))
        close(*voice, at);
}

bool VoiceTally::talking(const QString &id, bool isTalking, EventMoment at)
{
    Voice *voice = findOrAdd(strippedUserId(id));
    if (!voice)
        return id.isEmpty();
    if (!isTalking)
        stopTalking(*voice, at.ts);
    else if (voice->talkingSince < 0)
        voice->talkingSince = at.ts;
    return true;
}

void VoiceTally::muted(const QString &id, EventMoment at)
{
    if (Voice *voice = find(strippedUserId(id)))
        stopTalking(*voice, at.ts);
}

void VoiceTally::meetingEnded(EventMoment at)
{
    for (const size_t index : m_active) {
        close(m_voices[index], at);
        m_voices[index].isActive = false;
    }
    m_active.clear();
}

} // namespace letopis
