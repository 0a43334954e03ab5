#pragma once

#include "core/access/permission.h"
#include "ui/forms/access/gaplistmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace letopis {

class EmptyState;
class PlainTable;

// One side of AttendanceGapDialog: a list, and what those chosen in it may be given.
class GapList final : public QWidget
{
    Q_OBJECT

public:
    enum class Side { CannotWatch, DidNotAttend };

    GapList(Side side, GrantAuthority &authority, QWidget *parent = nullptr);

    // `count`: of all, where the rows are the first of them.
    void setRows(const QList<GapListModel::Row> &rows, qint64 count);
    void setPossible(bool isPossible, const QString &reason); // whether anything may be given here at all, and why not

    const GapListModel &model() const { return *m_model; }
    PlainTable &table() const { return *m_table; }
    std::optional<NamedPrincipal> current() const; // where one known person is chosen
    bool isUnknownCurrent() const; // one is chosen, whom Letopis does not know
    QList<PersonId> chosen() const;                // those of the chosen ones who may be given something

Q_SIGNALS:
    void choiceChanged();
    void giveRequested(const QList<letopis::PersonId> &people, letopis::Permission permission);

private:
    void layOut();
    void choose();
    void update();
    QList<int> selectedRows() const;

    const Side m_side;
    GapListModel *m_model;
    PlainTable *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QLabel *m_note;
    QComboBox *m_permission;
    QPushButton *m_give;
    bool m_isRead = false;
    bool m_isPossible = false;
    QString m_reason;
    QString m_cut; // that these are not all
};

} // namespace letopis
