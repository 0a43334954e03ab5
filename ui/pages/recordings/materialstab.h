#pragma once

#include "core/domain/material.h"

#include <QWidget>

#include <array>

class QAction;
class QLabel;
class QMenu;
class QRubberBand;
class QStackedWidget;

namespace letopis {

class EmptyState;
class MaterialList;
class MaterialModel;
class MessageBar;

// Files added to a recording. Shows what it is given and offers what can be done with the selection; MaterialsPresenter
// does it.
class MaterialsTab final : public QWidget
{
    Q_OBJECT

public:
    enum Command {
        Add,
        Open,
        Preview,
        SaveAs,
        SaveAll,
        NewVersion,
        Versions,
        Rename,
        Describe,
        MoveUp,
        MoveDown,
        Trash,
        Restore,
        ShowTrash,
        Exchange,
        Undo,
        CommandCount
    };

    explicit MaterialsTab(QWidget *parent = nullptr);

    void clear(); // of another recording, or none: nothing can be done until its list is read
    void showMaterials(const QList<Material> &materials, const QDateTime &nowUtc);
    void showUnread(); // the list could not be read
    void setReadOnlyReason(const QString &reason); // why nothing may be changed here; empty: it may

    QAction *action(Command command) const { return m_actions[command]; }
    MessageBar &messages() const { return *m_messages; }
    MessageBar &copiesBar() const { return *m_copies; } // ChangedCopies'
    MaterialModel &model() const { return *m_model; }
    MaterialList &list() const { return *m_list; }
    bool showsTrash() const;
    QList<Material> selection() const; // top down
    void select(const QList<MaterialId> &ids);

Q_SIGNALS:
    void filesDropped(const QStringList &localFiles);
    void unusableDropped(); // something that is no file of this computer

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeActions();
    QWidget *makeTools();
    QMenu *makeMenu(bool isWhole);
    void updateEmpty();
    void updateActions();
    QAction *actionFor(const QKeyEvent &event) const;
    void moveSelection(int step);

    MaterialModel *m_model = nullptr;
    MessageBar *m_messages = nullptr;
    MessageBar *m_copies = nullptr;
    MaterialList *m_list = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_stack = nullptr;
    QLabel *m_readOnly = nullptr;
    QRubberBand *m_target = nullptr; // shows where files may fall while they are dragged
    std::array<QAction *, CommandCount> m_actions{};
    bool m_isRead = false;
};

} // namespace letopis
