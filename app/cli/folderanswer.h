#pragma once

#include "app/cli/output.h"
#include "core/access/filingrule.h"
#include "core/access/foldernode.h"

#include <QJsonArray>

#include <optional>

namespace letopis::cli {

// Folders and filing rules under the JSON keys that docs/cli.md promises.

QString folderPath(const QList<FolderNode> &folders, FolderId id); // "/Shared/Faculty/2026"; of one that is not shown its number

QJsonObject folderJson(const QList<FolderNode> &folders, const FolderNode &node);
Grid folderTable(const QList<FolderNode> &folders, const QList<FolderNode> &shown);

// A rule with what it takes to tell of it.
struct ShownRule
{
    qsizetype position = 0; // from 1
    FilingRule rule;
    QString folder; // path
    QString server; // name; empty: any
    std::optional<qint64> count = {}; // of recordings it would take
};
QJsonObject ruleJson(const ShownRule &rule);
Grid ruleTable(const QList<ShownRule> &rules);

// "meeting contains exam", "metadata:gl-listed is true": what is printed can be typed again.
QString conditionText(const FilingRule::Condition &condition);
std::optional<FilingRule::Condition> conditionFromText(const QString &text);

} // namespace letopis::cli
