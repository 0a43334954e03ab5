#pragma once

#include "core/base/result.h"
#include "core/domain/audit.h"
#include "ui/pages/audit/auditparts.h"

#include <QDialog>
#include <QHash>

class QDateEdit;
class QGroupBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace letopis {

class MessageBar;

// Retention of the journal itself: stretches are closed, stored in signed files, and only then taken out of the catalog, the
// oldest first, against the typed number of their events.
class AuditSegmentsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit AuditSegmentsDialog(const AuditParts &parts, QWidget *parent = nullptr);

    const QList<AuditSegment> &segments() const { return m_segments; }

Q_SIGNALS:
    void journalGrew();

private:
    QWidget *buildList();
    QWidget *buildSeal();
    QWidget *buildDrop();
    void read();
    void showSegments();
    void updateChoice();
    const AuditSegment *chosen() const;
    bool isOldestKept(const AuditSegment &segment) const;
    void seal();
    void store();
    void storeIn(qint64 firstSequence, const QString &folder, bool isSigned);
    void chooseFile();
    void drop();
    void begin();
    bool end(const Result<AuditSegment> &result); // whether it succeeded; what failed is said

    const AuditParts m_parts;
    MessageBar *m_messages;
    QTreeWidget *m_list;
    QLabel *m_empty;
    QDateEdit *m_until;
    QPushButton *m_seal;
    QPushButton *m_store;
    QGroupBox *m_dropBox;
    QLabel *m_dropNote;
    QLineEdit *m_file;
    QPushButton *m_choose;
    QLineEdit *m_number;
    QPushButton *m_drop;
    QList<AuditSegment> m_segments;
    QHash<qint64, QString> m_storedAs; // by first event, in this window
    bool m_isBusy = false;
};

} // namespace letopis
