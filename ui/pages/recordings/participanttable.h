#pragma once

#include "ui/widgets/plaintable.h"

class QMenu;

namespace letopis {

// The participants' table: several rows may be selected, most columns are chosen in the header's menu, the name takes what
// the others leave.
class ParticipantTable final : public PlainTable
{
    Q_OBJECT

public:
    explicit ParticipantTable(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    void fitColumns(); // to what they hold
    QMenu *makeColumnMenu(QWidget *parent); // check boxes for the columns; the caller shows and owns it

    QByteArray headerState() const;
    void restoreHeader(const QByteArray &state); // keeps the first look where it is empty or of another version

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void hideMore();
    void fitName();
    int closestFit(int column) const;

    bool m_hasOwnWidths = false; // the person sized a column
};

} // namespace letopis
