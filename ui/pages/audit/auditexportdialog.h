#pragma once

#include "core/domain/audit.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QRadioButton;

namespace letopis {

struct AuditSigning;

// How the shown events leave the program: a table, lines for programs, or a signed extract, with what each is good for.
class AuditExportDialog final : public QDialog
{
    Q_OBJECT

public:
    // `signing`: nothing where it is not known.
    AuditExportDialog(const AuditQuery &query, const std::optional<AuditSigning> &signing, QWidget *parent = nullptr);

    AuditFileFormat format() const;
    bool isSigned() const;

Q_SIGNALS:
    void chosen(letopis::AuditFileFormat format, bool isSigned);

private:
    void addChoice(QLayout *layout, QRadioButton *button, AuditFileFormat format);
    void update();

    QRadioButton *m_csv;
    QRadioButton *m_lines;
    QRadioButton *m_extract;
    QCheckBox *m_sign;
    QLabel *m_signNote;
    bool m_canSign = false;
};

} // namespace letopis
