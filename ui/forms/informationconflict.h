#pragma once

#include "core/domain/recordinginformation.h"

#include <QDialog>

class QPlainTextEdit;

namespace letopis {

// A field that was changed here and on the server: both values side by side, above what both began with. The person
// decides; closing decides nothing.
class InformationConflict final : public QDialog
{
    Q_OBJECT

public:
    // `hasChanged`: it was shown before with another value of the server.
    InformationConflict(const FieldEditState &edit, const FieldDefinition &definition, bool hasChanged, QWidget *parent);

Q_SIGNALS:
    void decided(letopis::ConflictDecision how);

private:
    QWidget *makeSide(const QString &name, const QString &label, const QString &value, const QString &base) const;

    const FieldDefinition m_definition;
};

} // namespace letopis
