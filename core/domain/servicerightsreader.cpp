#include "core/domain/servicerights.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

// Walks one data file. The first thing that is wrong is kept, with the way to it; what is read after it is of no use.
class Reader
{
public:
    Result<ServiceRights> read(const QByteArray &json);

private:
    using Notes = QHash<QString, BilingualText>;

    RightsTable table(const QJsonObject &object);
    RightsColumn column(const QJsonObject &object);
    RightSection section(const QJsonObject &object, const RightsTable &table, const Notes &notes);
    ServiceRight right(const QJsonObject &object, const RightsTable &table, const Notes &notes);
    RightCell cell(const QString &text, const Notes &notes);

    // Its members are of the kinds that `keys` names, all of them and no other.
    void expectKeys(const QJsonObject &object, const QStringList &keys);
    QString id(const QJsonObject &object);
    QString string(const QJsonObject &object, const QString &key);
    BilingualText text(const QJsonObject &object, const QString &key);
    QList<QJsonObject> objects(const QJsonObject &object, const QString &key);
    void isUnique(QSet<QString> &seen, const QString &id);
    void fail(const QString &what);

    QStringList m_path;
    QString m_problem;
};

void Reader::fail(const QString &what)
{
    if (m_problem.isEmpty())
        m_problem = m_path.join(u'/') + u": "_s + what;
}

void Reader::expectKeys(const QJsonObject &object, const QStringList &keys)
{
    for (const QString &key : object.keys()) {
        if (!keys.contains(key))
            fail(u"unknown member "_s + key);
    }
}

QString Reader::string(const QJsonObject &object, const QString &key)
{
    const QString value = object.value(key).toString();
    if (value.trimmed().isEmpty() || value != value.trimmed())
        fail(key + u" is missing, empty or padded"_s);
    return value;
}

QString Reader::id(const QJsonObject &object)
{
    static const QRegularExpression stable(u"^[a-z][a-z0-9_.]*$"_s);
    const QString value = string(object, u"id"_s);
    if (!stable.match(value).hasMatch())
        fail(u"not an id: "_s + value);
    return value;
}

BilingualText Reader::text(const QJsonObject &object, const QString &key)
{
    m_path += key;
    const QJsonObject languages = object.value(key).toObject();
    expectKeys(languages, {u"en"_s, u"ru"_s});
    const BilingualText text{string(languages, u"en"_s), string(languages, u"ru"_s)};
    m_path.removeLast();
    return text;
}

QList<QJsonObject> Reader::objects(const QJsonObject &object, const QString &key)
{
    QList<QJsonObject> list;
    for (const QJsonValue &value : object.value(key).toArray()) {
        if (!value.isObject())
            fail(key + u" holds something else than objects"_s);
        list += value.toObject();
    }
    if (list.isEmpty())
        fail(key + u" is missing or empty"_s);
    return list;
}

void Reader::isUnique(QSet<QString> &seen, const QString &id)
{
    if (seen.contains(id))
        fail(u"twice: "_s + id);
    seen.insert(id);
}

// "yes", "no", "unstated"; "yes: note", "no: note", "if: note", "is: note", where the note is one of the table's.
RightCell Reader::cell(const QString &text, const Notes &notes)
{
    using State = RightCell::State;
    static const QHash<QString, State> states{{u"yes"_s, State::Yes},
                                              {u"no"_s, State::No},
                                              {u"if"_s, State::Conditional},
                                              {u"is"_s, State::Value},
                                              {u"unstated"_s, State::Unstated}};
    const qsizetype colon = text.indexOf(u": "_s);
    const QString word = colon < 0 ? text : text.left(colon);
    const QString note = colon < 0 ? QString() : text.mid(colon + 2);
    if (!states.contains(word))
        fail(u"unknown value of a cell: "_s + text);
    const State state = states.value(word, State::Unstated);
    const bool needsNote = state == State::Conditional || state == State::Value;
    if ((needsNote || colon >= 0) && !notes.contains(note))
        fail(u"unknown note: "_s + text);
    if (state == State::Unstated && colon >= 0)
        fail(u"what is not stated has no note: "_s + text);
    return {state, notes.value(note)};
}

ServiceRight Reader::right(const QJsonObject &object, const RightsTable &table, const Notes &notes)
{
    ServiceRight right{id(object), {}, {}, {}};
    m_path += right.id;
    expectKeys(object, {u"id"_s, u"name"_s, u"cells"_s, u"facts"_s});
    right.name = text(object, u"name"_s);
    const QJsonObject cells = object.value(u"cells"_s).toObject();
    for (const RightsColumn &column : table.columns) {
        if (!cells.contains(column.id))
            fail(u"no cell for "_s + column.id);
        right.cells += cell(cells.value(column.id).toString(), notes);
    }
    if (cells.size() != table.columns.size())
        fail(u"cells for columns that do not exist"_s);
    if (!object.value(u"facts"_s).isArray())
        fail(u"facts are missing"_s);
    for (const QJsonValue &fact : object.value(u"facts"_s).toArray())
        right.facts += fact.toString();
    m_path.removeLast();
    return right;
}

RightSection Reader::section(const QJsonObject &object, const RightsTable &table, const Notes &notes)
{
    RightSection section{id(object), {}, {}};
    m_path += section.id;
    expectKeys(object, {u"id"_s, u"title"_s, u"rights"_s});
    section.title = text(object, u"title"_s);
    for (const QJsonObject &item : objects(object, u"rights"_s))
        section.rights += right(item, table, notes);
    m_path.removeLast();
    return section;
}

RightsColumn Reader::column(const QJsonObject &object)
{
    RightsColumn column{id(object), {}, {}};
    m_path += column.id;
    expectKeys(object, {u"id"_s, u"name"_s, u"about"_s});
    column.name = text(object, u"name"_s);
    if (object.contains(u"about"_s))
        column.about = text(object, u"about"_s);
    m_path.removeLast();
    return column;
}

RightsTable Reader::table(const QJsonObject &object)
{
    RightsTable table{id(object), {}, {}, {}, {}};
    m_path += table.id;
    expectKeys(object, {u"id"_s, u"title"_s, u"about"_s, u"columns"_s, u"notes"_s, u"sections"_s});
    table.title = text(object, u"title"_s);
    table.about = text(object, u"about"_s);
    const QJsonObject written = object.value(u"notes"_s).toObject();
    Notes notes;
    for (const QString &note : written.keys())
        notes.insert(note, text(written, note));
    QSet<QString> seen;
    for (const QJsonObject &item : objects(object, u"columns"_s)) {
        table.columns += column(item);
        isUnique(seen, table.columns.constLast().id);
    }
    QSet<QString> sections;
    QSet<QString> rights;
    for (const QJsonObject &item : objects(object, u"sections"_s)) {
        table.sections += section(item, table, notes);
        isUnique(sections, table.sections.constLast().id);
        for (const ServiceRight &right : table.sections.constLast().rights)
            isUnique(rights, right.id);
    }
    m_path.removeLast();
    return table;
}

Result<ServiceRights> Reader::read(const QByteArray &json)
{
    QJsonParseError parsing;
    const QJsonObject object = QJsonDocument::fromJson(json, &parsing).object();
    if (parsing.error != QJsonParseError::NoError)
        return Error{ErrorKind::BadAnswer, u"rights: "_s + parsing.errorString(), {}, {}};
    ServiceRights rights;
    rights.id = id(object);
    m_path += rights.id;
    expectKeys(object, {u"id"_s, u"name"_s, u"source"_s, u"sourceUrl"_s, u"checkedOn"_s, u"tables"_s});
    rights.name = text(object, u"name"_s);
    rights.source = text(object, u"source"_s);
    rights.sourceUrl = string(object, u"sourceUrl"_s);
    if (!rights.sourceUrl.startsWith(u"https://"_s))
        fail(u"sourceUrl is not https"_s);
    rights.checkedOn = QDate::fromString(string(object, u"checkedOn"_s), Qt::ISODate);
    if (!rights.checkedOn.isValid())
        fail(u"checkedOn is no date"_s);
    QSet<QString> seen;
    for (const QJsonObject &item : objects(object, u"tables"_s)) {
        rights.tables += table(item);
        isUnique(seen, rights.tables.constLast().id);
    }
    if (!m_problem.isEmpty())
        return Error{ErrorKind::BadAnswer, u"rights: "_s + m_problem, rights.id, {}};
    return rights;
}

} // namespace

Result<ServiceRights> readServiceRights(const QByteArray &json)
{
    return Reader().read(json);
}

} // namespace letopis
