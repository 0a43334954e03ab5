#pragma once

#include "core/access/accessanswers.h"
#include "ui/forms/access/accesspreviewdialog.h"

#include <QObject>

namespace letopis {

// People who are to have a permission on one item.
struct WishedAccess
{
    AccessSubject subject;
    QList<PersonId> people;
    Permission permission = Permission::View;
};

// Gives people access beside what the lists hold already: reads the lists, shows who gains and who loses what, and stores it
// once that was agreed to. What a person had in the list of their own gives way.
class AccessGiver final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostItems = 200; // at once

    AccessGiver(const AccessParts &parts, QWidget *window);

    // At most mostItems wishes, each about another item.
    void give(const AccessPreviewDialog::Wording &wording, const QList<WishedAccess> &wishes);
    bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void failed(const letopis::Error &error); // a list could not be read; nothing was done
    // Of each wish, in order; not where the person thought better of it.
    void given(const QList<letopis::WishedAccess> &wishes, const QList<letopis::Result<>> &results);
    void finished(); // whatever came of it: the next may come

private:
    void readNext(const AccessPreviewDialog::Wording &wording, const QList<WishedAccess> &wishes, QList<AccessPreviewDialog::Step> steps);
    AccessPreviewDialog::Step stepFor(const WishedAccess &wish, const AccessList &list) const;
    void open(const AccessPreviewDialog::Wording &wording, const QList<WishedAccess> &wishes, const QList<AccessPreviewDialog::Step> &steps);
    void finish();

    const AccessParts m_parts;
    QWidget *m_window;
    bool m_isBusy = false;
};

} // namespace letopis
