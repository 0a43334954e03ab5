#include "ui/text/auditdetails.h"

#include "core/access/permission.h"
#include "core/access/person.h"
#include "ui/text/accesstext.h"
#include "ui/text/dates.h"
#include "ui/text/fieldtext.h"
#include "ui/text/names.h"
#include "ui/text/peopletext.h"
#include "ui/text/quantities.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct DetailTr
{
    Q_DECLARE_TR_FUNCTIONS(AuditDetailText)
};

constexpr int mostFacts = 200;
constexpr int deepest = 4;
constexpr qsizetype longestList = 50;

struct Word
{
    const char *key;
    const char *text;
};

constexpr Word labels[]{
    {"name", QT_TRANSLATE_NOOP("AuditDetailText", "Name")}, {"title", QT_TRANSLATE_NOOP("AuditDetailText", "Title")},
    {"description", QT_TRANSLATE_NOOP("AuditDetailText", "Description")}, {"state", QT_TRANSLATE_NOOP("AuditDetailText", "State")},
    {"startedAtMs", QT_TRANSLATE_NOOP("AuditDetailText", "Beginning")}, {"endedAtMs", QT_TRANSLATE_NOOP("AuditDetailText", "End")},
    {"participants", QT_TRANSLATE_NOOP("AuditDetailText", "Participants")}, {"metadata", QT_TRANSLATE_NOOP("AuditDetailText", "Metadata")},
    {"formats", QT_TRANSLATE_NOOP("AuditDetailText", "Formats")}, {"sizeBytes", QT_TRANSLATE_NOOP("AuditDetailText", "Size")},
    {"size", QT_TRANSLATE_NOOP("AuditDetailText", "Size")}, {"bytes", QT_TRANSLATE_NOOP("AuditDetailText", "Size")},
    {"freedBytes", QT_TRANSLATE_NOOP("AuditDetailText", "Freed")}, {"folder", QT_TRANSLATE_NOOP("AuditDetailText", "Folder")},
    {"path", QT_TRANSLATE_NOOP("AuditDetailText", "Path")}, {"from", QT_TRANSLATE_NOOP("AuditDetailText", "From folder")},
    {"to", QT_TRANSLATE_NOOP("AuditDetailText", "To folder")}, {"login", QT_TRANSLATE_NOOP("AuditDetailText", "Login")},
    {"email", QT_TRANSLATE_NOOP("AuditDetailText", "E-mail")}, {"language", QT_TRANSLATE_NOOP("AuditDetailText", "Language")},
    {"role", QT_TRANSLATE_NOOP("AuditDetailText", "Role")}, {"switches", QT_TRANSLATE_NOOP("AuditDetailText", "Switches")},
    {"blocked", QT_TRANSLATE_NOOP("AuditDetailText", "Blocked")}, {"externalIds", QT_TRANSLATE_NOOP("AuditDetailText", "IDs at the servers")},
    {"permission", QT_TRANSLATE_NOOP("AuditDetailText", "Permission")}, {"until", QT_TRANSLATE_NOOP("AuditDetailText", "Until")},
    {"untilBefore", QT_TRANSLATE_NOOP("AuditDetailText", "Until, before")}, {"label", QT_TRANSLATE_NOOP("AuditDetailText", "Name")},
    {"expiresAt", QT_TRANSLATE_NOOP("AuditDetailText", "Ends")}, {"expiresAtMs", QT_TRANSLATE_NOOP("AuditDetailText", "Ends")},
    {"maxUses", QT_TRANSLATE_NOOP("AuditDetailText", "Uses at most")}, {"password", QT_TRANSLATE_NOOP("AuditDetailText", "Password")},
    {"download", QT_TRANSLATE_NOOP("AuditDetailText", "Download")}, {"reason", QT_TRANSLATE_NOOP("AuditDetailText", "Reason")},
    {"refusedBefore", QT_TRANSLATE_NOOP("AuditDetailText", "Refused since the last such line")},
    {"mode", QT_TRANSLATE_NOOP("AuditDetailText", "Proposals")}, {"rules", QT_TRANSLATE_NOOP("AuditDetailText", "Number of rules")},
    {"added", QT_TRANSLATE_NOOP("AuditDetailText", "Added")}, {"removed", QT_TRANSLATE_NOOP("AuditDetailText", "Removed")},
    {"changed", QT_TRANSLATE_NOOP("AuditDetailText", "Changed")}, {"version", QT_TRANSLATE_NOOP("AuditDetailText", "Version")},
    {"fileName", QT_TRANSLATE_NOOP("AuditDetailText", "File")}, {"file", QT_TRANSLATE_NOOP("AuditDetailText", "File")},
    {"sha256", QT_TRANSLATE_NOOP("AuditDetailText", "SHA-256")}, {"position", QT_TRANSLATE_NOOP("AuditDetailText", "Position")},
    {"trashed", QT_TRANSLATE_NOOP("AuditDetailText", "In the trash")}, {"versions", QT_TRANSLATE_NOOP("AuditDetailText", "Versions")},
    {"field", QT_TRANSLATE_NOOP("AuditDetailText", "Field")}, {"ours", QT_TRANSLATE_NOOP("AuditDetailText", "Here")},
    {"theirs", QT_TRANSLATE_NOOP("AuditDetailText", "On the server")}, {"took", QT_TRANSLATE_NOOP("AuditDetailText", "Taken")},
    {"plan", QT_TRANSLATE_NOOP("AuditDetailText", "Plan")}, {"items", QT_TRANSLATE_NOOP("AuditDetailText", "Recordings")},
    {"recordings", QT_TRANSLATE_NOOP("AuditDetailText", "Recordings")}, {"means", QT_TRANSLATE_NOOP("AuditDetailText", "Trash")},
    {"confirmedBy", QT_TRANSLATE_NOOP("AuditDetailText", "Confirmed by")}, {"approvedBy", QT_TRANSLATE_NOOP("AuditDetailText", "Approved by")},
    {"recordId", QT_TRANSLATE_NOOP("AuditDetailText", "Record ID")}, {"remains", QT_TRANSLATE_NOOP("AuditDetailText", "Remains")},
    {"certificate", QT_TRANSLATE_NOOP("AuditDetailText", "Certificate")}, {"hold", QT_TRANSLATE_NOOP("AuditDetailText", "Hold")},
    {"confirmed", QT_TRANSLATE_NOOP("AuditDetailText", "Number typed")}, {"policy", QT_TRANSLATE_NOOP("AuditDetailText", "Policy")},
    {"policyName", QT_TRANSLATE_NOOP("AuditDetailText", "Policy")}, {"days", QT_TRANSLATE_NOOP("AuditDetailText", "Days")},
    {"events", QT_TRANSLATE_NOOP("AuditDetailText", "Events")}, {"source", QT_TRANSLATE_NOOP("AuditDetailText", "Read from")},
    {"archive", QT_TRANSLATE_NOOP("AuditDetailText", "SHA-256 of the source")}, {"algorithm", QT_TRANSLATE_NOOP("AuditDetailText", "Checksums")},
    {"format", QT_TRANSLATE_NOOP("AuditDetailText", "Format")}, {"count", QT_TRANSLATE_NOOP("AuditDetailText", "Lines")},
    {"first", QT_TRANSLATE_NOOP("AuditDetailText", "First event")}, {"last", QT_TRANSLATE_NOOP("AuditDetailText", "Last event")},
    {"lastHash", QT_TRANSLATE_NOOP("AuditDetailText", "Hash of the last")}, {"publicKey", QT_TRANSLATE_NOOP("AuditDetailText", "Public key")},
    {"owner", QT_TRANSLATE_NOOP("AuditDetailText", "Owner")}, {"member", QT_TRANSLATE_NOOP("AuditDetailText", "Member")},
    {"memberGroup", QT_TRANSLATE_NOOP("AuditDetailText", "Member group")}, {"person", QT_TRANSLATE_NOOP("AuditDetailText", "Person")},
    {"group", QT_TRANSLATE_NOOP("AuditDetailText", "Group")}, {"link", QT_TRANSLATE_NOOP("AuditDetailText", "Link")},
    {"otherName", QT_TRANSLATE_NOOP("AuditDetailText", "The other's name")}, {"otherLogin", QT_TRANSLATE_NOOP("AuditDetailText", "The other's login")},
    {"otherEmail", QT_TRANSLATE_NOOP("AuditDetailText", "The other's e-mail")}, {"host", QT_TRANSLATE_NOOP("AuditDetailText", "Computer")},
    {"problems", QT_TRANSLATE_NOOP("AuditDetailText", "What is wrong with it")}, {"apiUrl", QT_TRANSLATE_NOOP("AuditDetailText", "API address")},
    {"caFile", QT_TRANSLATE_NOOP("AuditDetailText", "Certificate authorities")}, {"proxy", QT_TRANSLATE_NOOP("AuditDetailText", "Proxy")},
    {"ssh", QT_TRANSLATE_NOOP("AuditDetailText", "SSH account")}, {"sshLogin", QT_TRANSLATE_NOOP("AuditDetailText", "SSH log-in")},
    {"sshKeyFile", QT_TRANSLATE_NOOP("AuditDetailText", "SSH key file")}, {"sshKnownHostsFile", QT_TRANSLATE_NOOP("AuditDetailText", "Known hosts")},
    {"dataRoot", QT_TRANSLATE_NOOP("AuditDetailText", "Data root")}, {"deletionCommand", QT_TRANSLATE_NOOP("AuditDetailText", "Command for deletion")},
    {"syncIntervalMinutes", QT_TRANSLATE_NOOP("AuditDetailText", "Minutes between syncs")}, {"type", QT_TRANSLATE_NOOP("AuditDetailText", "Type")},
    {"choices", QT_TRANSLATE_NOOP("AuditDetailText", "Choices")}, {"archived", QT_TRANSLATE_NOOP("AuditDetailText", "Archived")},
    {"defaultDays", QT_TRANSLATE_NOOP("AuditDetailText", "Days by default")}, {"maxDays", QT_TRANSLATE_NOOP("AuditDetailText", "Days at most")},
    {"needsPassword", QT_TRANSLATE_NOOP("AuditDetailText", "Password needed")}, {"allowsDownload", QT_TRANSLATE_NOOP("AuditDetailText", "Download allowed")},
    {"serviceAddress", QT_TRANSLATE_NOOP("AuditDetailText", "Service's address")}, {"scope", QT_TRANSLATE_NOOP("AuditDetailText", "About")},
    {"rule", QT_TRANSLATE_NOOP("AuditDetailText", "Rule")}, {"kind", QT_TRANSLATE_NOOP("AuditDetailText", "Kind")},
    {"date", QT_TRANSLATE_NOOP("AuditDetailText", "Date")}, {"keepNewest", QT_TRANSLATE_NOOP("AuditDetailText", "Newest to keep")},
    {"unpublishDays", QT_TRANSLATE_NOOP("AuditDetailText", "Days unpublished first")}, {"enabled", QT_TRANSLATE_NOOP("AuditDetailText", "Switched on")},
    {"warningDays", QT_TRANSLATE_NOOP("AuditDetailText", "Warnings, days before")}, {"graceDays", QT_TRANSLATE_NOOP("AuditDetailText", "Days in the trash")},
    {"limitPercent", QT_TRANSLATE_NOOP("AuditDetailText", "Limit of a run, percent")}, {"limitCount", QT_TRANSLATE_NOOP("AuditDetailText", "Limit of a run, recordings")},
    {"twoPeoplePurge", QT_TRANSLATE_NOOP("AuditDetailText", "Two people to delete for good")}, {"meetingId", QT_TRANSLATE_NOOP("AuditDetailText", "Meeting")},
    {"backupMadeAt", QT_TRANSLATE_NOOP("AuditDetailText", "Backup made")}, {"change", QT_TRANSLATE_NOOP("AuditDetailText", "Value")},
    {"problem", QT_TRANSLATE_NOOP("AuditDetailText", "Problem")}, {"step", QT_TRANSLATE_NOOP("AuditDetailText", "Step")},
    {"server", QT_TRANSLATE_NOOP("AuditDetailText", "Server")}, {"of", QT_TRANSLATE_NOOP("AuditDetailText", "Person")},
};

constexpr Word words[]{
    {"yes", QT_TRANSLATE_NOOP("AuditDetailText", "yes")}, {"no", QT_TRANSLATE_NOOP("AuditDetailText", "no")},
    {"unknown", QT_TRANSLATE_NOOP("AuditDetailText", "there is no such link")}, {"revoked", QT_TRANSLATE_NOOP("AuditDetailText", "revoked")},
    {"expired", QT_TRANSLATE_NOOP("AuditDetailText", "expired")}, {"usedUp", QT_TRANSLATE_NOOP("AuditDetailText", "used up")},
    {"passwordMissing", QT_TRANSLATE_NOOP("AuditDetailText", "no password given")}, {"passwordWrong", QT_TRANSLATE_NOOP("AuditDetailText", "wrong password")},
    {"tooLong", QT_TRANSLATE_NOOP("AuditDetailText", "too long for the server")}, {"notOnServer", QT_TRANSLATE_NOOP("AuditDetailText", "not on the server")},
    {"unsafeId", QT_TRANSLATE_NOOP("AuditDetailText", "its ID is not safe to send")}, {"sharedId", QT_TRANSLATE_NOOP("AuditDetailText", "several share its ID")},
    {"notKept", QT_TRANSLATE_NOOP("AuditDetailText", "the server did not keep it")}, {"off", QT_TRANSLATE_NOOP("AuditDetailText", "off")},
    {"propose", QT_TRANSLATE_NOOP("AuditDetailText", "propose")}, {"grant", QT_TRANSLATE_NOOP("AuditDetailText", "grant")},
    {"ours", QT_TRANSLATE_NOOP("AuditDetailText", "the value here")}, {"theirs", QT_TRANSLATE_NOOP("AuditDetailText", "the server's value")},
    {"afterRecording", QT_TRANSLATE_NOOP("AuditDetailText", "after the recording")}, {"afterLastView", QT_TRANSLATE_NOOP("AuditDetailText", "after the last view")},
    {"onDate", QT_TRANSLATE_NOOP("AuditDetailText", "on a date")}, {"never", QT_TRANSLATE_NOOP("AuditDetailText", "never")},
    {"asPolicySays", QT_TRANSLATE_NOOP("AuditDetailText", "as the policies say")}, {"meeting", QT_TRANSLATE_NOOP("AuditDetailText", "meeting")},
    {"filter", QT_TRANSLATE_NOOP("AuditDetailText", "filter")}, {"folder", QT_TRANSLATE_NOOP("AuditDetailText", "folder")},
    {"server", QT_TRANSLATE_NOOP("AuditDetailText", "server")}, {"extract", QT_TRANSLATE_NOOP("AuditDetailText", "signed extract")},
};

template<size_t size>
QString wordFor(const Word (&table)[size], const QString &key)
{
    for (const Word &word : table) {
        if (key == QLatin1StringView(word.key))
            return DetailTr::tr(word.text);
    }
    return key;
}

bool isOneOf(const QString &key, std::initializer_list<QLatin1StringView> keys)
{
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

QString named(const QHash<qint64, QString> &names, qint64 id)
{
    if (id == 0)
        return {};
    const QString name = names.value(id);
    //: Of a person, group or folder whose name is not known any more
    return name.isEmpty() ? DetailTr::tr("no. %1").arg(id) : name;
}

QString momentText(qint64 ms)
{
    return ms > 0 ? absoluteDate(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC)) : DetailTr::tr("without end");
}

// Some numbers are written as texts.
std::optional<qint64> numberIn(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toInteger();
    bool isNumber = false;
    const qint64 number = value.toString().toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

QString numberValueText(const QString &key, qint64 number, const AuditNames &names)
{
    if (isOneOf(key, {"sizeBytes"_L1, "size"_L1, "bytes"_L1, "freedBytes"_L1}))
        return sizeText(number);
    if (isOneOf(key, {"until"_L1, "untilBefore"_L1, "expiresAt"_L1, "expiresAtMs"_L1, "startedAtMs"_L1, "endedAtMs"_L1}))
        return momentText(number);
    if (isOneOf(key, {"person"_L1, "owner"_L1, "other"_L1}))
        return named(names.people, number);
    if (isOneOf(key, {"group"_L1, "memberGroup"_L1}))
        return named(names.groups, number);
    if (isOneOf(key, {"folder"_L1, "from"_L1, "to"_L1}))
        return named(names.folders, number);
    return numberText(number);
}

QString textValueText(const QString &key, const QString &text, const AuditNames &names)
{
    if (key == "field"_L1)
        return fieldLabel(text, names.fields);
    if (key == "permission"_L1) {
        const std::optional<Permission> permission = permissionFromName(text);
        return permission ? permissionText(*permission) : text;
    }
    if (key == "role"_L1) {
        const std::optional<Role> role = roleFromName(text);
        return role ? personRoleText(*role) : text;
    }
    if (key == "state"_L1) {
        const std::optional<PublicationState> state = publicationStateFromName(text);
        return state ? stateText(*state) : text;
    }
    if (key == "switches"_L1) {
        QStringList switches;
        const auto given = adminSwitchesFromNames(text.split(u' ', Qt::SkipEmptyParts));
        for (const AdminSwitch one : {AdminSwitch::People, AdminSwitch::Permissions, AdminSwitch::Retention, AdminSwitch::Reports}) {
            if (given && given->testFlag(one))
                switches += adminSwitchText(one);
        }
        return switches.isEmpty() ? text : switches.join(u", "_s);
    }
    if (key == "format"_L1)
        return text == "extract"_L1 ? wordFor(words, text) : formatText(text);
    if (isOneOf(key, {"reason"_L1, "mode"_L1, "took"_L1, "kind"_L1, "blocked"_L1, "password"_L1, "download"_L1, "needsPassword"_L1, "allowsDownload"_L1,
                      "trashed"_L1}))
        return wordFor(words, text);
    return text;
}

class FactReader
{
public:
    explicit FactReader(const AuditNames &names) : m_names(names) {}

    // One member of the details.
    void read(const QString &key, const QJsonValue &value)
    {
        const QJsonArray pair = value.toArray();
        const QJsonObject object = value.toObject();
        const bool isList = isOneOf(key, {"added"_L1, "removed"_L1, "problems"_L1, "choices"_L1, "remains"_L1});
        if (pair.size() == 2 && !isList)
            change({key}, pair[0], pair[1]);
        else if (object.contains(u"before") && object.contains(u"after"))
            change({key}, object[u"before"], object[u"after"]);
        else
            fact({key}, value);
    }

    // An object differs by its members.
    void change(const QStringList &path, const QJsonValue &before, const QJsonValue &after)
    {
        if (m_changes.size() + m_facts.size() >= mostFacts || before == after)
            return;
        if ((before.isObject() || after.isObject()) && path.size() < deepest) {
            const QJsonObject old = before.toObject();
            const QJsonObject now = after.toObject();
            QStringList keys = old.keys();
            for (const QString &key : now.keys())
                keys += keys.contains(key) ? QStringList() : QStringList{key};
            for (const QString &key : std::as_const(keys))
                change(path + QStringList{key}, old[key], now[key]);
            return;
        }
        const QString key = path.constLast();
        m_changes += AuditFact{labelOf(path), auditValueText(key, before, m_names), auditValueText(key, after, m_names), true};
    }

    void changeOfField(const QString &field, const QJsonValue &before, const QJsonValue &after)
    {
        m_changes += AuditFact{fieldLabel(field, m_names.fields), fieldValueText(field, before.toString(), m_names.fields),
                               fieldValueText(field, after.toString(), m_names.fields), true};
    }

    QList<AuditFact> facts() const { return m_changes + m_facts; }

private:
    void fact(const QStringList &path, const QJsonValue &value)
    {
        if (value.isObject() && path.size() < deepest) {
            const QJsonObject object = value.toObject();
            for (auto each = object.begin(); each != object.end(); ++each)
                fact(path + QStringList{each.key()}, each.value());
            return;
        }
        const QString text = auditValueText(path.constLast(), value, m_names);
        if (!text.isEmpty() && m_changes.size() + m_facts.size() < mostFacts)
            m_facts += AuditFact{labelOf(path), {}, text, false};
    }

    static QString labelOf(const QStringList &path)
    {
        QStringList texts;
        for (const QString &key : path) {
            if (key != "change"_L1 || path.size() == 1)
                texts += wordFor(labels, key);
        }
        return texts.join(u": "_s);
    }

    const AuditNames &m_names;
    QList<AuditFact> m_changes;
    QList<AuditFact> m_facts;
};

} // namespace

QString auditValueText(const QString &key, const QJsonValue &value, const AuditNames &names)
{
    if (value.isNull() || value.isUndefined())
        return {};
    if (value.isBool())
        return wordFor(words, value.toBool() ? u"yes"_s : u"no"_s);
    if (value.isArray()) {
        QStringList texts;
        for (const QJsonValue &one : value.toArray())
            texts += texts.size() < longestList ? auditValueText(key, one, names) : QString();
        texts.removeAll(QString());
        return texts.join(u", "_s);
    }
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    const std::optional<qint64> number = numberIn(value);
    const bool isAmount = isOneOf(key, {"sizeBytes"_L1, "startedAtMs"_L1, "endedAtMs"_L1, "participants"_L1});
    if (number && (value.isDouble() || isAmount))
        return numberValueText(key, *number, names);
    return textValueText(key, value.toString(), names);
}

QList<AuditFact> auditFacts(const AuditEvent &event, const AuditNames &names)
{
    QJsonObject details = QJsonDocument::fromJson(event.details).object();
    FactReader reader(names);
    if (details.contains(u"before") || details.contains(u"after")) {
        const QJsonValue before = details.take(u"before"_s);
        const QString field = details.value(u"field"_s).toString();
        if (!details.contains(u"after")) { // a definition: what it is now stands around what it was
            const QJsonObject now = details;
            const QString key = details.take(u"key"_s).toString();
            for (const QString &member : before.toObject().keys()) {
                reader.change({member}, before.toObject()[member], now[member]);
                details.remove(member);
            }
        } else if (const QJsonValue after = details.take(u"after"_s); field.isEmpty()) {
            reader.change({u"change"_s}, before, after);
        } else {
            reader.changeOfField(field, before, after);
            details.remove(u"field"_s);
        }
    }
    for (auto each = details.begin(); each != details.end(); ++each)
        reader.read(each.key(), each.value());
    return reader.facts();
}

QString auditChangeText(const QList<AuditFact> &facts)
{
    QStringList texts;
    for (const AuditFact &fact : facts) {
        const auto shown = [](const QString &text) {
            const QString line = text.simplified();
            return line.isEmpty() ? u"–"_s : line.size() > 120 ? line.left(120) + u'…' : line;
        };
        if (fact.isChange)
            texts += u"%1: %2 → %3"_s.arg(fact.label, shown(fact.before), shown(fact.after));
    }
    return texts.join(u"; "_s);
}

QList<qint64> auditPeopleIn(const AuditEvent &event)
{
    QList<qint64> people;
    const QJsonObject details = QJsonDocument::fromJson(event.details).object();
    for (const QString &key : {u"person"_s, u"owner"_s}) {
        if (const qint64 id = details[key].toInteger(); id > 0)
            people += id;
    }
    return people;
}

} // namespace letopis
