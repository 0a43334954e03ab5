#pragma once

#include "app/cli/output.h"
#include "core/base/result.h"
#include "core/domain/material.h"

#include <QJsonObject>

namespace letopis::cli {

QJsonObject materialJson(const Material &material);
Grid materialsTable(const QList<Material> &materials);

// The one material that `text` names: by the catalog's number or uuid, else by name where only one has it.
Result<Material> materialNamed(const QList<Material> &materials, const QString &text);
Result<QList<Material>> materialsNamed(const QList<Material> &all, const QStringList &texts);

} // namespace letopis::cli
