#include "app/cli/folderanswer.h"

#include "app/cli/text.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
QString ownName(const Folder &folder)
{
    if (folder.parent.isValid())
        return folder.name;
    return folder.id == sharedFolder ? u"Shared"_s : u"People"_s;
}

QString conditionsText(const FilingRule &rule)
{
    QStringList texts;
    for (const FilingRule::Condition &condition : rule.conditions)
        texts += conditionText(condition);
    return texts.join(u"; "_s);
}
} // namespace

QString folderPath(const QList<FolderNode> &folders, FolderId id)
{
    QHash<FolderId, const Folder *> known;
    for (const FolderNode &node : folders)
        known.insert(node.folder.id, &node.folder);
    if (!known.contains(id))
        return QString::number(id.value);
    QString path;
    for (const Folder *at = known.value(id); at; at = known.value(at->parent))
        path.prepend(u'/' + ownName(*at));
    return path;
}

QJsonObject folderJson(const QList<FolderNode> &folders, const FolderNode &node)
{
    const Folder &folder = node.folder;
    return {{u"id"_s, folder.id.value},
            {u"uuid"_s, folder.uuid},
            {u"name"_s, ownName(folder)},
            {u"path"_s, folderPath(folders, folder.id)},
            {u"parent"_s, folder.parent.isValid() ? QJsonValue(folder.parent.value) : QJsonValue()},
            {u"owner"_s, folder.owner.isValid() ? QJsonValue(folder.owner.value) : QJsonValue()},
            {u"ownerName"_s, node.ownerName},
            {u"recordings"_s, node.recordings},
            {u"ownList"_s, folder.hasOwnList},
            {u"open"_s, node.isOpen},
            {u"canManage"_s, node.canManage},
            {u"canFileInto"_s, node.canFileInto}};
}

Grid folderTable(const QList<FolderNode> &folders, const QList<FolderNode> &shown)
{
    Grid grid{{{Cli::tr("ID"), u"id"_s, true, false},
               {Cli::tr("Folder"), u"path"_s, false, true},
               {Cli::tr("Recordings"), u"recordings"_s, true, false},
               {Cli::tr("Owner"), u"owner"_s, false, true},
               {Cli::tr("Own list"), u"ownList"_s, false, false, yesText}},
              {}};
    for (const FolderNode &node : shown) {
        grid.rows += {QString::number(node.folder.id.value), folderPath(folders, node.folder.id),
                      node.isOpen ? QString::number(node.recordings) : QString(), node.ownerName,
                      flagName(node.folder.hasOwnList)};
    }
    return grid;
}

QJsonObject ruleJson(const ShownRule &shown)
{
    QJsonArray conditions;
    for (const FilingRule::Condition &condition : shown.rule.conditions) {
        QJsonObject one{{u"field"_s, filingFieldName(condition.field)},
                        {u"match"_s, filingMatchName(condition.match)},
                        {u"text"_s, condition.text}};
        if (condition.field == FilingRule::Field::MetadataKey)
            one.insert(u"key"_s, condition.key);
        conditions += one;
    }
    QJsonObject json{{u"position"_s, shown.position},
                     {u"folder"_s, QJsonObject{{u"id"_s, shown.rule.folder.value}, {u"path"_s, shown.folder}}},
                     {u"server"_s, shown.server.isEmpty() ? QJsonValue() : QJsonValue(shown.server)},
                     {u"conditions"_s, conditions}};
    if (shown.count)
        json.insert(u"count"_s, *shown.count);
    return json;
}

Grid ruleTable(const QList<ShownRule> &rules)
{
    Grid grid{{{u"#"_s, u"position"_s, true, false},
               {Cli::tr("Folder"), u"folder"_s, false, true},
               {Cli::tr("Server"), u"server"_s, false, true},
               {Cli::tr("Conditions"), u"conditions"_s, false, true},
               {Cli::tr("Recordings"), u"count"_s, true, false}},
              {}};
    for (const ShownRule &shown : rules)
        grid.rows += {QString::number(shown.position), shown.folder, shown.server, conditionsText(shown.rule),
                      shown.count ? QString::number(*shown.count) : QString()};
    return grid;
}

QString conditionText(const FilingRule::Condition &condition)
{
    const QString key = condition.field == FilingRule::Field::MetadataKey ? u':' + condition.key : QString();
    return u"%1%2 %3 %4"_s.arg(filingFieldName(condition.field), key, filingMatchName(condition.match), condition.text);
}

std::optional<FilingRule::Condition> conditionFromText(const QString &text)
{
    const QString said = text.trimmed();
    const qsizetype first = said.indexOf(u' ');
    const qsizetype second = first < 0 ? -1 : said.indexOf(u' ', first + 1);
    if (second < 0)
        return {};
    const QString what = said.first(first);
    const qsizetype colon = what.indexOf(u':');
    const auto field = filingFieldFromName(colon < 0 ? what : what.first(colon));
    const auto match = filingMatchFromName(said.sliced(first + 1, second - first - 1));
    if (!field || !match)
        return {};
    const FilingRule::Condition condition{.field = *field,
                                          .key = colon < 0 ? QString() : what.sliced(colon + 1),
                                          .match = *match,
                                          .text = said.sliced(second + 1).trimmed()};
    const FilingRule rule{.folder = sharedFolder, .server = {}, .conditions = {condition}};
    return isWellFormed(rule) ? std::optional(condition) : std::nullopt;
}

} // namespace letopis::cli
